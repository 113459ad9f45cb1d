"""The state of an office-holder whose title names none: from the report, then from its context."""

from collections import Counter

from dragoman.codebooks import reference
from dragoman.parsing.document import Document
from dragoman.resolution.names import Names
from dragoman.resolution.parties import is_state
from dragoman.resolution.persons import Held, Person
from dragoman.resolution.phrases import Phrase

MOST_COUNTED = 3  # more names of a state than this say nothing more of whose a person is
RECIPIENT_DEPS = frozenset(("dobj", "pobj", "dative"))


def home_of(document: Document) -> str | None:
    """The state where the outlet is at home, where it is a known one."""
    outlet = (document.report.outlet or "").casefold()
    for row in reference.outlets():
        if outlet and outlet in {name.casefold() for name in (row.name, *row.aliases)}:
            return row.country
    return None


def settle_titles(phrases: list[Phrase], names: Names) -> None:
    """Owners that the title alone tells, of several the one that the report names most."""
    for phrase in phrases:
        if phrase.titles and not phrase.owners and phrase.possessor is None:
            owner = owner_of_title(phrase.titles[0].owner, names.salience)
            if owner:
                phrase.owners, phrase.rung = (owner,), "the title's own"


def owner_of_title(owners: tuple[str, ...], salience: Counter[str]) -> str | None:
    """The one owner, or of several the most salient in the report."""
    if len(owners) == 1:
        return owners[0]
    named = [owner for owner in owners if salience[owner]]
    return max(named, key=lambda owner: salience[owner]) if named else None


def settle_persons(
    document: Document, names: Names, phrases: list[Phrase], persons: list[Person]
) -> None:
    """Give each office-holder a party: as a title of theirs says, else by the context."""
    for person in persons:
        known = [held.owner for held in person.held if held.owner]
        if known:
            person.owner, person.rung = Counter(known).most_common(1)[0][0], "same report"
    issuer = issuer_of(persons)
    for person in persons:
        if person.owner is None and person.held:
            person.owner = _conjoined(document, phrases, person, persons)
            person.rung = "beside" if person.owner else ""
    for person in persons:
        if person.owner is None and person.held:
            person.owner = _by_context(document, names, person, persons, issuer)
            person.rung = "context" if person.owner else ""


def issuer_of(persons: list[Person]) -> str | None:
    """The party that speaks in the lead: of the first office-holder with a fixed or plain state."""
    first = sorted((person.spans[0], person.number) for person in persons if person.held)
    for _, number in first:
        if persons[number].owner:
            return persons[number].owner
    return None


def _conjoined(
    document: Document, phrases: list[Phrase], person: Person, persons: list[Person]
) -> str | None:
    """`Afghan President Ghani and Chairman Abdullah`: the second is of the first's state."""
    for held in person.held:
        phrase = phrases[held.phrase]
        before = document.tokens[phrase.first - 1] if phrase.first else None
        if before is None or before.text != "and":
            continue
        for other in persons:
            ends = {span[1] for span in other.spans}
            if before.i in ends and other.owner and not _same_class(other, held):
                return other.owner
    return None


def _same_class(other: Person, held: Held) -> bool:
    return any(title.title.office_class == held.title.office_class for title in other.held)


def _by_context(
    document: Document, names: Names, person: Person, persons: list[Person], issuer: str | None
) -> str | None:
    """The best state that no other holder of the same office has already."""
    taken = {
        other.owner
        for other in persons
        if other is not person
        and other.owner
        and any(_rivals(a, b) for a in other.held for b in person.held)
    }
    scores = _scores(document, names, person, issuer)
    official = all(held.title.sector != "IGO" for held in person.held)
    home = home_of(document)
    if home:
        scores[home] += 3
    open_ = {
        owner: score
        for owner, score in scores.items()
        if owner not in taken and score > 0 and is_state(owner) == official
    }
    return max(sorted(open_), key=lambda owner: open_[owner]) if open_ else None


def _rivals(a: Held, b: Held) -> bool:
    return a.title.office_class == b.title.office_class and a.title.unique


def _scores(document: Document, names: Names, person: Person, issuer: str | None) -> Counter[str]:
    """How well each state fits a person: it acts in the lead, is spoken for, is not spoken to."""
    scores: Counter[str] = Counter()
    verbs = {
        document.tokens[document.tokens[i].head].i for span in person.spans for i in range(*span)
    }
    for owner, count in names.salience.items():
        scores[owner] += min(count, MOST_COUNTED)
    for name in names.all:
        reading = name.reading
        if reading is None or reading.kind == "world":
            continue
        token = document.tokens[name.last - 1]
        if token.dep in ("nsubj", "nsubjpass"):
            scores[reading.id] += 4 if token.sentence == 0 else 1
        if token.dep in RECIPIENT_DEPS and _governor(document, token.i) in verbs:
            scores[reading.id] -= 3
        if _beside_we(document, token.i):
            scores[reading.id] += 4
    if issuer:
        scores[issuer] += 5
    return scores


def _governor(document: Document, i: int) -> int:
    head = document.tokens[document.tokens[i].head]
    return document.tokens[head.head].i if head.pos == "ADP" else head.i


def _beside_we(document: Document, i: int) -> bool:
    """`the United States and our allies`: who writes `our` is the state named with it."""
    near = document.tokens[i + 1 : i + 4]
    return len(near) > 1 and near[0].text == "and" and near[1].lemma in ("our", "its", "we")
