"""One pass through the text: each name, title and pronoun in its turn, by what came before."""

from collections.abc import Iterator

import msgspec

from dragoman.codebooks.anaphora import anaphora
from dragoman.parsing.document import Document, Token
from dragoman.resolution import descriptions, pairs, pronouns
from dragoman.resolution.draft import Draft, Reading
from dragoman.resolution.groups import groups
from dragoman.resolution.identities import Mention, MentionKind
from dragoman.resolution.joint import is_joint, makers
from dragoman.resolution.names import Name
from dragoman.resolution.parties import (
    person_party,
    reading_party,
    span_of,
    text_of,
)
from dragoman.resolution.persons import Person
from dragoman.resolution.phrases import Phrase, head_of
from dragoman.resolution.read_nouns import (
    add_seen,
    read_neighbour,
    read_noun,
    read_visitor,
)
from dragoman.resolution.read_plurals import read_count, read_counted
from dragoman.resolution.read_pronouns import read_pronoun, read_speaker
from dragoman.resolution.read_titles import (
    is_joined,
    person_at,
    read_counterpart,
    read_holder,
    read_office,
)
from dragoman.resolution.scene import Scene


def read(draft: Draft) -> list[Mention]:
    """All mentions of the document."""
    quoted = {
        i
        for quotation in draft.document.quotations
        for i in draft.document.tokens_in(quotation.start, quotation.end)
    }
    reading = Reading(draft, Scene(draft.document, [], quoted, draft.persons), {}, [])
    deferred: list[tuple[Token, str]] = []
    for _, _, item in sorted(_items(draft), key=lambda entry: entry[:2]):
        if isinstance(item, Phrase):
            _read_phrase(reading, item)
        elif isinstance(item, Name):
            _read_name(reading, item)
        elif isinstance(item, Token):
            kind = pronouns.pronoun_kind(item)
            if kind in ("i", "we"):
                deferred.append((item, kind))
            elif kind:
                read_pronoun(reading, item, kind)
            else:
                read_count(reading, item)
        else:
            _read_person(reading, *item)
    listed = groups(draft.document, reading.mentions)
    if is_joint(draft.document):
        reading.us, reading.joint = makers(draft.document, reading.mentions, listed), True
    for token, kind in deferred:
        read_speaker(reading, token, kind, listed)
    return reading.mentions


KINDS: dict[str, MentionKind] = {
    "state": "state",
    "organisation": "organisation",
    "institution": "institution",
    "world": "world",
}
Item = Phrase | Name | Token | tuple[Person, tuple[int, int]]


def _items(draft: Draft) -> Iterator[tuple[int, int, Item]]:
    in_title = {i for phrase in draft.phrases if phrase.person for i in range(*phrase.person)}
    for phrase in draft.phrases:
        yield phrase.last, 1, phrase
    for name in draft.names.all:
        yield name.first, 0, name
    for person in draft.persons:
        for span in person.spans:
            if span[0] not in in_title:
                yield span[0], 0, (person, span)
    for token in draft.document.tokens:
        if pronouns.pronoun_kind(token) or pairs.is_plural_word(token):
            yield token.i, 0, token


def _read_name(reading: Reading, name: Name) -> None:
    document = reading.draft.document
    if not name.readings:
        last = document.tokens[name.last - 1].text.lower()
        seen = None
        before = {token.lemma for token in document.tokens[max(0, name.first - 1) : name.first + 1]}
        if last in anaphora().descriptions.organisation and "the" in before:  # "the bloc" of many
            seen = descriptions.organisation_of(reading.scene, name.first, last)
        if seen is not None:
            add_seen(reading, name.first, name.last, seen, "description")
        else:
            reading.add(name.first, name.last, "state", (), "ambiguous", quiet=True)
        return
    first = name.readings[0]
    if name.reading is None:
        kind: MentionKind = "institution" if first.kind == "institution" else "state"
        reading.add(name.first, name.last, kind, (), "ambiguous", quiet=True)
        return
    party = reading_party(document, name.reading, name.first, name.last)
    if first.kind == "institution":
        party = msgspec.structs.replace(party, name=_full_form(reading, name))
    rung = _rung(document, name)
    reading.add(name.first, name.last, KINDS[first.kind], (party,), rung, quiet=rung == "place")


def _full_form(reading: Reading, name: Name) -> str:
    """The longest of an institution's names that the report has: `Foreign Office` for `FO`."""
    document = reading.draft.document
    row = name.readings[0].row
    own = text_of(document, name.first, name.last)
    if not own.isupper():
        return own
    forms = [
        text_of(document, other.first, other.last)
        for other in reading.draft.names.all
        if other.readings
        and other.readings[0].kind == "institution"
        and other.readings[0].row == row
    ]
    return max(forms, key=len)


def _rung(document: Document, name: Name) -> str:
    """How the name refers; a capital after `in` is a place."""
    first = name.readings[0]
    if first.rung == "capital":
        head = document.tokens[head_of(document, name.first, name.last)]
        before = document.tokens[head.head]
        locative = before.text.lower() in anaphora().locative.prepositions
        return "place" if head.dep == "pobj" and locative else "capital"
    if first.rung == "adjective" and len(name.readings) > 1:
        token = document.tokens[name.last - 1]
        if document.tokens[name.last : name.last + 1] and document.tokens[name.last].text == "-":
            return "adjective"
        people = token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "amod", "nmod")
        return "people" if people else "adjective"
    return first.rung


def _read_person(reading: Reading, person: Person, span: tuple[int, int]) -> None:
    party = person_party(person, span_of(reading.draft.document, *span))
    rung = person.rung or ("name" if person.owner else "no known party")
    reading.add(*span, "person", (party,), rung, person=person)


def _read_phrase(reading: Reading, phrase: Phrase) -> None:
    if phrase.relation and not phrase.noun:
        _read_relation(reading, phrase)
    elif phrase.person and phrase.titles:
        if not is_joined(reading, phrase):
            read_holder(reading, phrase)
    elif read_counted(reading, phrase):
        return
    elif phrase.titles or (phrase.common.person and not phrase.noun):
        read_office(reading, phrase)
    elif phrase.noun:
        read_noun(reading, phrase)


def _read_relation(reading: Reading, phrase: Phrase) -> None:
    """`his counterpart`, `its neighbour`, `the visitor`; of an ally nothing is known."""
    if descriptions.is_counterpart(phrase):
        read_counterpart(reading, phrase)
    elif descriptions.is_neighbour(reading.draft.document, phrase):
        read_neighbour(reading, phrase)
    elif phrase.person:
        _read_person(reading, person_at(reading, phrase.person), phrase.person)
    elif read_counted(reading, phrase):
        return
    elif descriptions.is_visitor(phrase):
        read_visitor(reading, phrase)
