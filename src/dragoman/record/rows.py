"""A fact as the rows that people query: its own table's, its parties', its issues'."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from dragoman.model import Event, Fact, Office, Party, Position, Statement, Tie
from dragoman.record.codes import coded, confidence_code, last_day

Value = str | int | float | None
Numbers = Mapping[str, int]  # line numbers of a report by line id
PartyRole = Literal["actor", "recipient", "source", "addressee", "holder", "party"]

# The columns that are written of each kind's own table, in the order of `own_row`.
COLUMNS: dict[str, tuple[str, ...]] = {
    "event": (
        "line",
        "event_type",
        "event_mode",
        "modality_code",
        "date_start",
        "last_day",
        "place",
        "place_country",
        "trigger",
        "content_start",
        "content_end",
        "due",
        "statement",
        "confidence_code",
    ),
    "statement": ("line", "cue", "quote_code", "manner_code", "channel", "within"),
    "position": (
        "line",
        "issue",
        "stance_code",
        "date_start",
        "last_day",
        "statement",
        "confidence_code",
    ),
    "tie": ("line", "words", "tone"),
    "office": ("line", "person", "country", "office", "post", "status_code", "seen"),
}

# The role in table `party` of each field that holds parties.
ROLES: dict[str, PartyRole] = {
    "actors": "actor",
    "recipients": "recipient",
    "chain": "source",
    "addressees": "addressee",
    "holders": "holder",
    "parties": "party",
}
_FIELDS: dict[type[Fact], tuple[str, ...]] = {
    kind: tuple(field for field in ROLES if field in kind.__struct_fields__)
    for kind in (Event, Statement, Position, Tie, Office)
}

# What of a party is kept once in table `naming`.
NAMING = ("name", "country", "sector", "office", "person")


def kind_of(fact: Fact) -> str:
    """The fact's `kind`, which is its table's name too."""
    return type(fact).__name__.lower()


def own_row(fact: Fact, numbers: Numbers) -> tuple[Value, ...]:
    """The row of the fact's own table, its values in the order of `COLUMNS`."""
    return (numbers[fact.id], *_OWN[type(fact)](fact, numbers))


def parties_of(fact: Fact) -> list[tuple[PartyRole, int, Party]]:
    """The fact's parties, each with its role and its place, which counts within the role."""
    return [
        (ROLES[field], place, party)
        for field in _FIELDS[type(fact)]
        for place, party in enumerate(getattr(fact, field))
    ]


def naming_of(party: Party) -> tuple[str | None, ...]:
    """How the party is named: the columns of `NAMING`."""
    return (party.name, party.country, party.sector, party.office, party.person)


def issues_of(fact: Fact) -> tuple[str, ...]:
    """The issues of the fact, each once."""
    if isinstance(fact, Position):
        return (fact.issue,)
    return tuple(dict.fromkeys(getattr(fact, "issues", ())))


def _event(event: Event, numbers: Numbers) -> tuple[Value, ...]:
    place, content = event.place, event.content
    return (
        event.event_type,
        event.event_mode,
        coded("modality", event.modality),
        event.date_start,
        last_day(event.date_start, event.date_end),
        place.name if place else None,
        place.country if place else None,
        event.trigger,
        content.start if content else None,
        content.end if content else None,
        event.due,
        numbers.get(event.statement_id or ""),
        confidence_code(event.confidence),
    )


def _statement(statement: Statement, numbers: Numbers) -> tuple[Value, ...]:
    return (
        statement.cue,
        coded("quote", statement.quote),
        coded("manner", statement.manner),
        statement.channel,
        numbers.get(statement.within or ""),
    )


def _position(position: Position, numbers: Numbers) -> tuple[Value, ...]:
    return (
        position.issue,
        coded("stance", position.stance),
        position.date_start,
        last_day(position.date_start, position.date_end),
        numbers.get(position.statement_id or ""),
        confidence_code(position.confidence),
    )


def _tie(tie: Tie, _: Numbers) -> tuple[Value, ...]:
    return (tie.words, tie.tone)


def _office(office: Office, _: Numbers) -> tuple[Value, ...]:
    status = coded("status", office.status)
    return (office.person, office.country, office.office, office.post, status, office.seen)


_OWN: dict[type[Fact], Callable[[Any, Numbers], tuple[Value, ...]]] = {
    Event: _event,
    Statement: _statement,
    Position: _position,
    Tie: _tie,
    Office: _office,
}
