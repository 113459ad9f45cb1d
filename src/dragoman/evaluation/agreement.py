"""Whether a coded line says what a hand-coded unit says, and which of its details are right.

event      type and the two sides' countries (the sides may swap where the act is mutual)
position   holder, issue, stance
statement  the speaker: the last of the chain
office     person, country, office
tie        the parties
"""

import functools
import unicodedata
from collections.abc import Iterable

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml
from dragoman.evaluation.units import (
    EventUnit,
    OfficeUnit,
    PositionUnit,
    StatementUnit,
    TieUnit,
    Unit,
)
from dragoman.model import Event, Fact, Office, Party, Position, Statement, Tie


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What a comparison lets pass: codebooks/evaluation.toml."""

    mutual: frozenset[str]
    collective: frozenset[str]
    warring: frozenset[str]
    successors: dict[str, str]
    silent_words: frozenset[str]


@functools.cache
def rules() -> Rules:
    """The rules of a comparison."""
    return read_toml(HOUSE / "evaluation.toml", Rules)


def agrees(unit: Unit, line: Fact) -> bool:
    """Whether the line is of the unit's kind and says the same."""
    match unit, line:
        case EventUnit(), Event():
            return line.event_type in unit.types and _same_sides(unit, line)
        case PositionUnit(), Position():
            return _same_position(unit, line)
        case StatementUnit(), Statement():
            return bool(line.chain) and same_name(line.chain[-1].name, unit.chain[-1])
        case OfficeUnit(), Office():
            return _same_office(unit, line)
        case TieUnit(), Tie():
            return set(unit.parties) == {code_of(party) for party in line.parties}
    return False


def details(unit: Unit, line: Fact) -> dict[str, bool]:
    """Which details of an agreeing line are right, by name; what does not apply is left out."""
    match unit, line:
        case EventUnit(), Event():
            return _event_details(unit, line)
        case StatementUnit(), Statement():
            return {"chain": _same_chain(unit, line)}
    return {}


def code_of(party: Party) -> str:
    """The state that a party acts for, else the organisation."""
    return party.country or party.id


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's: all words of the shorter stand in the longer."""
    words, others = _words(one), _words(other)
    return bool(words and others) and (words <= others or others <= words)


def _words(name: str) -> set[str]:
    """The words of a name without marks, accents and case."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    spaced = "".join(letter if letter.isalnum() else " " for letter in plain)
    return set(spaced.split()) - rules().silent_words


def _codes(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(rules().successors.get(code, code) for code in codes)


def _same_sides(unit: EventUnit, line: Event) -> bool:
    actors, recipients = _codes(unit.actors), _codes(unit.recipients)
    coded_actors = _codes(map(code_of, line.actors))
    coded_recipients = _codes(map(code_of, line.recipients))
    if rules().collective & actors:
        return not (coded_actors & rules().warring) - recipients
    together = coded_actors | coded_recipients
    if len(actors) > 1 and not recipients and actors <= together:
        return together == actors  # an act between them, however the line divides them
    if coded_actors == actors and (coded_recipients == recipients or not recipients):
        return True
    return line.event_type in rules().mutual and together == actors | recipients


def _same_position(unit: PositionUnit, line: Position) -> bool:
    held = set(unit.holders) <= {code_of(holder) for holder in line.holders}
    return held and line.issue in unit.issues and line.stance == unit.stance


def _same_office(unit: OfficeUnit, line: Office) -> bool:
    title = _words(unit.office.split(" to ")[0])
    same_holder = line.country == unit.country and same_name(unit.person, line.person)
    return same_holder and title <= _words(line.office)


def _event_details(unit: EventUnit, line: Event) -> dict[str, bool]:
    marks = {"modality": line.modality == unit.modality}
    if unit.date:
        marks["date"] = _within(line, unit.date)
    if unit.modes:
        marks["mode"] = line.event_mode in unit.modes
    if unit.place:
        marks["place"] = line.place is not None and same_name(unit.place, line.place.name)
    return marks


def _within(line: Event, days: tuple[str, str]) -> bool:
    """Whether the line's days lie in those that the report supports."""
    if line.date_start is None:
        return False
    first, last = line.date_start, line.date_end or line.date_start
    return days[0] <= first and last <= days[1]


def _same_chain(unit: StatementUnit, line: Statement) -> bool:
    names = [party.name for party in line.chain]
    return len(names) == len(unit.chain) and all(map(same_name, names, unit.chain))
