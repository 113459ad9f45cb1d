"""Persons: mentions of one person together, with the offices that titles show."""

from bisect import insort
from collections.abc import Iterator, Mapping

from dragoman.codebooks.people import people
from dragoman.codebooks.tenures import classes_of, formerly, known_as
from dragoman.parsing.document import Document
from dragoman.resolution.names import Names
from dragoman.resolution.naming import HEADS, claim, closes
from dragoman.resolution.persons import (
    Person,
    after_honorifics,
    entity_spans,
    same_person,
    words_of,
)
from dragoman.resolution.phrases import Phrase

_AFTER = (",", "'s", "’s", ";s", "'", "’")  # left by a tokeniser at the end of a name


def find_persons(document: Document, names: Names, phrases: list[Phrase]) -> list[Person]:
    """All persons named in the document, each with the offices that its titles show."""
    spans = {phrase.person for phrase in phrases if phrase.person}
    taken = {i for span in spans for i in range(*span)}
    taken |= {i for phrase in phrases if phrase.titles for i in range(*phrase.core)}
    loose = entity_spans(document, names, taken)
    for span in loose:
        claim(names, span)
    titled = {phrase.person: phrase for phrase in phrases if phrase.person and phrase.titles}
    everyone = cluster(document, sorted({*spans, *loose}), titled)
    by_span = {span: person for person in everyone for span in person.spans}
    _left_names(document, phrases, by_span)
    for number, phrase in enumerate(phrases):
        if phrase.person and phrase.titles:
            person = by_span[phrase.person]
            owner = phrase.owners[0] if len(phrase.owners) == 1 else None
            person.hold(phrase.titles[0], owner, number)
            if phrase.post and phrase.post.reading:
                person.post = phrase.post.reading.id
    return everyone


def cluster(
    document: Document, spans: list[tuple[int, int]], titled: Mapping[tuple[int, int], Phrase]
) -> list[Person]:
    """Mentions of one person together: a short name belongs to the nearest longer one.

    But a title with a name that a well-known holder bears is not a namesake's who has no title.
    """
    everyone: list[Person] = []
    bearers: dict[str, list[Person]] = {}
    words = {span: words_of(document, span) for span in spans}
    for span in sorted(spans, key=lambda span: (-len(words[span]), span)):
        fits = [
            person
            for person in _sharing(bearers, words[span])
            if same_person(person.words, words[span])
            and not _is_namesake(document, person, span, words[span], titled)
        ]
        if fits:
            best = min(fits, key=lambda person: _distance(person, span, words[span]))
            insort(best.spans, span)
        else:
            person = Person(len(everyone), "", words[span], [span])
            everyone.append(person)
            for word in {word.lower() for word in person.words}:
                bearers.setdefault(word, []).append(person)
    for person in everyone:
        person.name = _fullest(document, person)
    return everyone


def _sharing(bearers: Mapping[str, list[Person]], words: tuple[str, ...]) -> Iterator[Person]:
    """The persons with one of the words in their name, in the order in which they were found."""
    found = {p.number: p for word in words for p in bearers.get(word.lower(), ())}
    return (found[number] for number in sorted(found))


def _is_namesake(
    document: Document,
    person: Person,
    span: tuple[int, int],
    words: tuple[str, ...],
    titled: Mapping[tuple[int, int], Phrase],
) -> bool:
    """Whether `President Biden` is somebody else than the `Hunter Biden` of the report."""
    phrase = titled.get(span)
    if phrase is None or len(words) > 1:
        return False
    office = phrase.titles[0].office_class
    if any(
        titled[known].titles[0].office_class == office for known in person.spans if known in titled
    ):
        return False
    day = document.report.published
    rows = known_as(words[0], day) or formerly(words[0], day)
    holders = {row.person for row in rows if office in classes_of(row.office)}
    if not holders:
        return False
    name = " ".join(person.words)
    return not any(row.person in holders for row in (*known_as(name, day), *formerly(name, day)))


def _distance(person: Person, span: tuple[int, int], words: tuple[str, ...]) -> tuple[int, int]:
    """A surname first, then the nearest mention before."""
    last = words[-1].lower() == person.words[-1].lower()
    return (0 if last else 1, person.distance(span[0]))


def _fullest(document: Document, person: Person) -> str:
    """The longest of a person's names, without what stands around it: `General`, `MP`."""
    bare = [_bare(document, *span) for span in person.spans]
    texts = [
        document.words(document.tokens[first].start, document.tokens[last - 1].end)
        for first, last in bare
    ]
    return " ".join(max(texts, key=len).split())


def _bare(document: Document, first: int, last: int) -> tuple[int, int]:
    first = after_honorifics(document, first, last)
    while last - 1 > first:
        word = document.tokens[last - 1].text.lower()
        if word not in people().postnominals and word not in _AFTER:
            break
        last -= 1
    return first, last


def _left_names(
    document: Document, phrases: list[Phrase], by_span: dict[tuple[int, int], Person]
) -> None:
    """`Sergei Lavrov, Russia's foreign minister,` and `Wang Yi is China's foreign minister`."""
    by_end = {span[1]: span for span in by_span}
    titled = {phrase.person: phrase for phrase in phrases if phrase.person and phrase.titles}
    for phrase in phrases:
        if not phrase.titles or phrase.person or phrase.plural:
            continue
        before = phrase.first - 1
        if before >= 0 and document.tokens[before].tag == "DT":
            before -= 1
        tokens = document.tokens
        comma = before > 0 and tokens[before].text in (",", "(", "—", "–")
        if comma and before in by_end and closes(document, phrase):
            if not _is_another(document, phrase, by_end[before], titled):
                phrase.person = by_end[before]
        else:
            phrase.person = _subject_of_be(document, phrase, by_span)


def _is_another(
    document: Document,
    phrase: Phrase,
    span: tuple[int, int],
    titled: Mapping[tuple[int, int], Phrase],
) -> bool:
    """`President Macron, Mr. Secretary-General`, `Like President Biden, the premier left`."""
    words = {document.tokens[i].text.lower() for i in range(phrase.first, phrase.core[0])}
    addressed = not words.isdisjoint(people().honorifics)
    other = titled.get(span)
    classes = {phrase.titles[0].office_class, other.titles[0].office_class if other else ""}
    return addressed or classes == HEADS


def _subject_of_be(
    document: Document, phrase: Phrase, by_span: dict[tuple[int, int], Person]
) -> tuple[int, int] | None:
    head = next((i for i in range(*phrase.core) if document.tokens[i].dep == "attr"), None)
    if head is None:
        return None
    verb = document.tokens[document.tokens[head].head]
    if verb.lemma not in ("be", "become") or any(document.children(verb.i, "neg")):
        return None
    subjects = [child.i for child in document.children(verb.i, "nsubj")]
    return next((span for span in by_span for i in subjects if span[0] <= i < span[1]), None)


def add_short_forms(
    document: Document, names: Names, persons: list[Person], phrases: list[Phrase]
) -> None:
    """Later mentions by a part of the name: every capitalised word that some person bears."""
    taken = {i for person in persons for span in person.spans for i in range(*span)}
    taken |= {i for phrase in phrases if phrase.titles for i in range(*phrase.core)}
    bearers: dict[str, list[Person]] = {}
    for person in persons:
        if person.held or len(person.words) > 1:
            for word in person.words:
                bearers.setdefault(word.lower(), []).append(person)
    i = 0
    while i < len(document.tokens):
        token = document.tokens[i]
        found = bearers.get(token.text.lower(), []) if token.text[0].isupper() else []
        if not found or i in taken or names.at(i) is not None or token.tag in ("VBD", "MD", "IN"):
            i += 1
            continue
        word = token.text.lower()
        best = min(found, key=lambda person: _distance(person, (i, i + 1), (word,)))
        end = i + 1
        while (
            end < len(document.tokens)
            and document.tokens[end].text in best.words
            and end not in taken
        ):
            end += 1
        insort(best.spans, (i, end))
        i = end
