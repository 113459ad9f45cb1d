"""Titles and nouns without a name: the minister, his counterpart, the ministry, the country."""

from dragoman.codebooks.anaphora import anaphora
from dragoman.parsing.document import Document
from dragoman.resolution.forms import Title
from dragoman.resolution.known import is_over
from dragoman.resolution.persons import Person
from dragoman.resolution.phrases import Phrase
from dragoman.resolution.scene import Scene, Seen, neighbours_of, single_state

EXACT, SAME_CLASS, PART = 3, 2, 1
HEADS = 2  # levels of heads of state and of government


def fit(phrase: Phrase, person: Person) -> int:
    """How well a title without a name fits a person's offices; 0 where it does not."""
    return max((_fit(phrase, title) for title in person.titles), default=0)


def _fit(phrase: Phrase, held: Title) -> int:
    title = phrase.titles[0] if phrase.titles else None
    if title is not None:
        if held.office == title.office or held.form == title.form:
            return EXACT
        if held.office_class == title.office_class and _may_be(title, held):
            return SAME_CLASS
        if _is_part(title, held):
            return SAME_CLASS
    noun = phrase.common.person
    if noun is not None and held.office_class in noun.office_classes:
        return PART
    return 0


def _may_be(title: Title, held: Title) -> bool:
    """`the queen` is no president; but `the premier` may be a chancellor."""
    generic = anaphora().titles.generic
    return title.level > HEADS or title.office in generic or held.office in generic


def _is_part(title: Title, held: Title) -> bool:
    """`the secretary` for a secretary of state; but `the minister` is no prime minister."""
    words, held_words = title.form.split(), held.form.split()
    ends = held_words[0] == words[0] or held_words[-len(words) :] == words
    near = HEADS < held.level >= title.level - 1
    return len(words) < len(held_words) and ends and near


def holder_of(
    scene: Scene,
    phrase: Phrase,
    *,
    owners: tuple[str, ...],
    excluded: Person | None = None,
    host: str | None = None,
) -> Person | None:
    """The person in the report whom a title without a name means."""
    fits = {
        person.number: worth
        for person in scene.persons
        if person is not excluded
        and (not owners or person.owner in owners)
        and (host is None or person.owner != host)
        and (worth := fit(phrase, person))
        and not _is_named_after(scene, phrase, person)
        and not _is_past(scene, phrase, person)
    }
    top = max(fits.values(), default=0)
    if top == 0:
        return None
    best = {number for number, worth in fits.items() if worth == top}
    seen = scene.best(
        phrase.core[0], lambda seen: seen.person is not None and seen.person.number in best
    )
    if seen is not None:
        return seen.person
    return scene.persons[
        min(best, key=lambda number: abs(scene.persons[number].spans[0][0] - phrase.core[0]))
    ]


def _is_named_after(scene: Scene, phrase: Phrase, person: Person) -> bool:
    """`The Prime Minister met Prime Minister Maliki`: who is named later in it is another."""
    sentence = scene.document.sentence_of(phrase.core[0])
    return person.stands_between(phrase.last, sentence.last)


def _is_past(scene: Scene, phrase: Phrase, person: Person) -> bool:
    """`Lincoln's portrait hung there. The President smiled`: he is none who was it long ago."""
    title = phrase.titles[0] if phrase.titles else None
    day = scene.document.report.published
    return title is not None and phrase.status == "current" and is_over(person, title, day=day)


def is_counterpart(phrase: Phrase) -> bool:
    """Whether the phrase is `counterpart` or a word like it."""
    noun = phrase.common.person
    words = anaphora().descriptions.counterpart
    return noun is not None and any(form in words for form in noun.forms)


def is_neighbour(document: Document, phrase: Phrase) -> bool:
    """Whether the phrase is `neighbour`, or `neighbouring country`."""
    words = anaphora().descriptions
    core = document.tokens[phrase.core[1] - 1].text.lower()
    before = {document.tokens[i].text.lower() for i in range(phrase.first, phrase.core[0])}
    return core in words.neighbour or bool(before & words.neighbouring)


def neighbour_of(scene: Scene, i: int, state: str | None) -> Seen | None:
    """The state in question's neighbour that the report tells of."""

    def fits(seen: Seen) -> bool:
        party = single_state(seen)
        return (
            party is not None
            and party.id != state
            and (state is None or party.id in neighbours_of(state))
        )

    return scene.best(i, fits)


def is_visitor(phrase: Phrase) -> bool:
    """Whether the phrase is `visitor` or `guest`."""
    noun = phrase.common.person
    words = anaphora().descriptions.visitor
    return noun is not None and any(form in words for form in noun.forms)


def visitor_of(scene: Scene, i: int) -> Seen | None:
    """The last person told of as going to a place, else the last person."""
    verbs = anaphora().descriptions.visiting

    def travels(seen: Seen) -> bool:
        token = scene.document.tokens[seen.mention.head]
        return seen.person is not None and scene.document.tokens[token.head].lemma in verbs

    return scene.best(i, travels) or scene.best(i, lambda seen: seen.person is not None)


def state_of(scene: Scene, i: int) -> Seen | None:
    """The state that `the country` means."""

    def fits(seen: Seen) -> bool:
        return single_state(seen) is not None and seen.person is None and not seen.plural

    return scene.best(i, fits)


def organisation_of(scene: Scene, i: int, word: str) -> Seen | None:
    """The organisation that `the alliance` means, one with the word in its name first."""

    def named(seen: Seen) -> bool:
        return fits(seen) and word in seen.mention.name.lower().split()

    def fits(seen: Seen) -> bool:
        return seen.mention.kind == "organisation" and bool(seen.mention.parties)

    return scene.best(i, named) or scene.best(i, fits)
