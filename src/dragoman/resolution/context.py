"""Whose an office-holder is when no words say so: evidence for each state, as one table.

A press text marks the offices of others ("the Greek foreign minister") and leaves those of its own
side bare. So a bare holder is of the state that the text speaks for, whose attitudes they voice, or
which acts in the lead; not of the party that they meet, nor of one that has such an officer.
"""

from collections import defaultdict
from typing import NamedTuple

from dragoman.codebooks.anaphora import anaphora
from dragoman.parsing.document import Document, Token
from dragoman.parsing.slots import conjuncts
from dragoman.resolution.encounters import (
    SUBJECTS,
    clause_of,
    governor_of,
    is_met_by_us,
    met_at,
    partners_of,
)
from dragoman.resolution.forms import Reading
from dragoman.resolution.homes import home_of, official_home
from dragoman.resolution.known import has_office
from dragoman.resolution.names import Name, Names
from dragoman.resolution.parties import is_state
from dragoman.resolution.persons import Held, Person
from dragoman.resolution.phrases import Phrase

ENOUGH = 2.0  # evidence below this decides nothing
LESS = 1.0  # enough where the likeliest state has no such officer
TWICE = 2
FARTHEST = 12  # sentences from the holder to where a state acts


class Weights(NamedTuple):
    """What each kind of evidence is worth; tuned by hand on official readouts and press texts."""

    home: float = 3.0  # the outlet's or publisher's state
    issuer: float = 5.0  # the office-holder who speaks in an official release is its
    lead: float = 4.0  # it acts in the first sentence
    acts: float = 0.5  # it is a subject elsewhere
    voiced: float = 3.0  # the holder's words have it as subject: "he said Chad would"
    attitude: float = 3.0  # its support, concern, commitment
    allied: float = 4.0  # "Chad and our allies"
    between: float = 3.0  # named with the other's state: "between Chad and Sudan"
    met: float = -20.0  # of whom the holder meets or is met by
    marked: float = -4.0  # another's office is marked with it in the lead
    spoken_to: float = -3.0  # the holder's words are addressed to it
    sole: float = 2.0  # no other state is named where something befalls the holder,
    sole_acts: float = 0.5  # or where the holder acts
    before: float = 1.0  # it acts in the sentence before, of the same paragraph
    topic: float = 1.0  # the report names it at least twice as often as the next
    met_there: float = 3.0  # who is met "in Chad", or by one who travels there


WEIGHTS = Weights()


class Told(NamedTuple):
    """What besides names the report tells: who issued it, and its titles."""

    issuer: str | None
    phrases: list[Phrase]
    release: bool  # a party speaks in the text itself


def owner_by_context(
    document: Document, names: Names, person: Person, persons: list[Person], *, told: Told
) -> str | None:
    """The state with the best evidence, where it is enough and no other has as much."""
    taken = _taken(person, persons, told.phrases)
    official = all(held.title.sector != "IGO" for held in person.held)
    scores = _evidence(document, names, person, persons, told=told)
    met_by_us = WEIGHTS.met if not is_domestic(person) and is_met_by_us(document, person) else 0
    issuer = told.issuer or official_home(document)
    for state, worth in ((home_of(document), WEIGHTS.home), (issuer, WEIGHTS.issuer)):
        if state:
            scores[state] += worth + met_by_us
    ranked = sorted(
        ((score, owner) for owner, score in scores.items() if is_state(owner) == official),
        key=lambda entry: (-entry[0], entry[1]),
    )
    title = person.office
    able = [entry for entry in ranked if title is None or has_office(entry[1], title)]
    enough = ENOUGH if able[:1] == ranked[:1] else LESS
    ranked = [(score, owner) for score, owner in able if owner not in taken]
    if not ranked or ranked[0][0] < enough:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] > ranked[1][0] else None


def _taken(person: Person, persons: list[Person], phrases: list[Phrase]) -> set[str]:
    """States that have another holder of the same unique office at the same time."""
    return {
        other.owner
        for other in persons
        if other is not person
        and other.owner
        and any(_rivals(a, b, phrases) for a in other.held for b in person.held)
    }


def _rivals(a: Held, b: Held, phrases: list[Phrase]) -> bool:
    same_time = (phrases[a.phrase].status == "former") == (phrases[b.phrase].status == "former")
    unique = a.title.unique and b.title.unique
    offices = {a.title.office, b.title.office}
    if len(offices) > 1 and not offices.isdisjoint(anaphora().context.provincial):
        return False  # a prime minister and the premier of a province
    return a.title.office_class == b.title.office_class and unique and same_time


def is_domestic(person: Person) -> bool:
    """Whether the person's own side meets them as often as others do."""
    office = person.office
    return office is not None and office.office_class not in anaphora().context.met_abroad


def _evidence(
    document: Document, names: Names, person: Person, persons: list[Person], *, told: Told
) -> defaultdict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float)
    verbs = _own_verbs(document, person, persons, told)
    partners = () if is_domestic(person) else partners_of(document, person, persons)
    for other in partners:
        scores[other.owner or ""] += WEIGHTS.met
    marked = [other.owner for other in persons if other.owner and other.rung == "same report"]
    own = document.tokens[person.spans[0][0]].sentence
    for name in names.all:
        if name.reading is not None and name.reading.kind != "world":
            scores[name.reading.id] += _of_name(document, names, name, verbs, marked)
            scores[name.reading.id] += _acts(document, name, own)
    place = met_at(document, names, person)
    if place is not None:
        scores[place] += WEIGHTS.met_there
    for other in persons:
        if other is not person and _is_other_side(document, person, other, told=told):
            scores[other.owner or ""] += WEIGHTS.marked
    if not told.release:
        _count_near(document, names, person, scores)
    if scores:
        _count(scores, names)
    scores.pop("", None)
    return scores


def _count(scores: defaultdict[str, float], names: Names) -> None:
    """Mere frequency breaks ties and decides where one state alone is told of."""
    states = [owner for owner in names.salience if is_state(owner)]
    for owner, count in names.salience.items():
        scores[owner] += ENOUGH if states == [owner] else min(count, 10) / 100
    most = [count for owner, count in names.salience.most_common() if is_state(owner)]
    if len(most) > 1 and most[0] >= TWICE * most[1]:
        topic = max(states, key=lambda owner: names.salience[owner])
        scores[topic] += WEIGHTS.topic


def _count_near(
    document: Document, names: Names, person: Person, scores: defaultdict[str, float]
) -> None:
    """What the sentence that first tells of the holder says, and the one before."""
    first = document.tokens[person.spans[0][0]]
    sole = _states_in(document, names, first.sentence)
    acts = clause_of(document, person.spans[0][1] - 1) >= 0
    if len(sole) == 1:
        scores[sole[0].id] += WEIGHTS.sole_acts if acts else WEIGHTS.sole
    start = document.sentences[first.sentence].start
    if first.sentence and "\n\n" not in document.text[start - 2 : start]:
        before = _states_in(document, names, first.sentence - 1, acting=True)
        if len(before) == 1:
            scores[before[0].id] += WEIGHTS.before


def _states_in(
    document: Document, names: Names, sentence: int, *, acting: bool = False
) -> list[Reading]:
    """The states that a sentence names, each once, where `acting` those that act."""
    found = {
        name.reading.id: name.reading
        for name in names.all
        if name.reading is not None
        and document.tokens[name.first].sentence == sentence
        and is_state(name.reading.id)
        and not (acting and clause_of(document, name.last - 1) < 0)
    }
    return list(found.values())


def _own_verbs(document: Document, person: Person, persons: list[Person], told: Told) -> set[int]:
    """Verbs whose subject is the person: by name, by title alone, or as `he` after the name."""
    subjects = {last - 1: other for other in persons for _, last in other.spans}
    for phrase in told.phrases:
        if phrase.titles and not phrase.person and not phrase.owners:
            offices = {held.title.office for held in person.held}
            if phrase.titles[0].office in offices:
                subjects[phrase.core[1] - 1] = person
    found: set[int] = set()
    latest: Person | None = None
    for token in document.tokens:
        clause = clause_of(document, token.i) if token.i in subjects or token.tag == "PRP" else -1
        if clause < 0:
            continue
        latest = subjects.get(token.i, latest)
        words = anaphora().pronouns
        personal = token.i in subjects or token.text.lower() in words.he | words.she
        if latest is person and personal:
            found.add(clause)
    return found


def _is_other_side(document: Document, person: Person, other: Person, *, told: Told) -> bool:
    """Whether the other's state is marked and the person's not, by one who belongs to a side."""
    official = told.release or home_of(document) is not None
    sentences = {document.tokens[each.spans[0][0]].sentence for each in (person, other)}
    return (official or len(sentences) == 1) and _is_marked_in_lead(document, other)


def _is_marked_in_lead(document: Document, other: Person) -> bool:
    first = document.tokens[other.spans[0][0]].sentence
    return first <= 1 and other.rung == "same report"


def _of_name(
    document: Document, names: Names, name: Name, verbs: set[int], marked: list[str]
) -> float:
    """What one naming of a state says of a holder who is the subject of some of `verbs`."""
    tokens = document.tokens
    token = tokens[name.last - 1]
    clause = tokens[token.head]
    worth = 0.0
    if token.dep in SUBJECTS:
        worth += WEIGHTS.lead if token.sentence == 0 else 0
        if clause.dep == "ccomp" and _over(document, clause) in verbs:
            worth += WEIGHTS.voiced
    if token.dep in ("dobj", "pobj", "dative") and governor_of(document, token) in verbs:
        worth += WEIGHTS.spoken_to
    head = tokens[token.head]
    if token.dep in ("poss", "compound", "amod", "nmod") and _is_attitude(document, head, verbs):
        worth += WEIGHTS.attitude
    if [near.text for near in tokens[token.i + 1 : token.i + 3]] == ["and", "our"]:
        worth += WEIGHTS.allied
    return worth + (WEIGHTS.between if _is_between(document, names, token, marked) else 0)


def _acts(document: Document, name: Name, own: int) -> float:
    """What it is worth that a state acts near the holder's sentence: long texts change subject."""
    token = document.tokens[name.last - 1]
    near = token.sentence and abs(token.sentence - own) <= FARTHEST
    return WEIGHTS.acts if near and token.dep in SUBJECTS else 0


def _is_attitude(document: Document, noun: Token, verbs: set[int]) -> bool:
    """`reaffirmed U.S. support`: the attitude is told by the holder, or by nobody named."""
    if noun.lemma not in anaphora().context.attitudes:
        return False
    return any(over.i in verbs for over in document.ancestors(noun.i))


def _is_between(document: Document, names: Names, token: Token, marked: list[str]) -> bool:
    head = document.tokens[token.head]
    if token.dep == "conj":
        head = document.tokens[document.tokens[token.head].head]
        group = conjuncts(document, token.head)
    else:
        group = conjuncts(document, token.i)
    others = {
        name.reading.id
        for i in group
        if i != token.i and (name := names.at(i)) is not None and name.reading
    }
    return head.text.lower() == "between" and not others.isdisjoint(marked)


def _over(document: Document, clause: Token) -> int:
    over = document.tokens[clause.head]
    return over.head if over.dep == "conj" and over.is_verb else over.i
