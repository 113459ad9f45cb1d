"""A fact as the rows that people query: its own table's, its parties', its issues'."""

from collections.abc import Mapping
from typing import Literal

from dragoman.model import Event, Fact, Office, Party, Position, Statement, Tie

Value = str | int | float | None
PartyRole = Literal["actor", "recipient", "source", "addressee", "holder", "party"]

# The columns that have the name of the field they hold.
COLUMNS: dict[type[Fact], tuple[str, ...]] = {
    Event: (
        "event_type",
        "event_mode",
        "modality",
        "date_start",
        "date_end",
        "trigger",
        "due",
        "confidence",
    ),
    Statement: ("cue", "quote", "manner", "channel"),
    Position: ("issue", "stance", "date_start", "date_end", "confidence"),
    Tie: ("words", "tone"),
    Office: ("person", "country", "office", "post", "status", "seen"),
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

# What of a party is kept once in table `naming`.
NAMING = ("name", "country", "sector", "office", "person")


def kind_of(fact: Fact) -> str:
    """The fact's `kind`, which is its table's name too."""
    return type(fact).__name__.lower()


def own_row(fact: Fact, numbers: Mapping[str, int]) -> dict[str, Value]:
    """The row of the fact's own table; `numbers` are the line numbers of its report by line id."""
    row: dict[str, Value] = {"line": numbers[fact.id]}
    row |= {name: getattr(fact, name) for name in COLUMNS[type(fact)]}
    if isinstance(fact, Event | Position):
        row["statement"] = numbers.get(fact.statement_id or "")
    if isinstance(fact, Statement):
        row["within"] = numbers.get(fact.within or "")
    if isinstance(fact, Event):
        row["place"] = fact.place.name if fact.place else None
        row["place_country"] = fact.place.country if fact.place else None
        row["content_start"] = fact.content.start if fact.content else None
        row["content_end"] = fact.content.end if fact.content else None
    return row


def parties_of(fact: Fact) -> list[tuple[PartyRole, int, Party]]:
    """The fact's parties, each with its role and its place, which counts within the role."""
    return [
        (role, place, party)
        for field, role in ROLES.items()
        for place, party in enumerate(getattr(fact, field, ()))
    ]


def naming_of(party: Party) -> tuple[str | None, ...]:
    """How the party is named: the columns of `NAMING`."""
    return (party.name, party.country, party.sector, party.office, party.person)


def issues_of(fact: Fact) -> tuple[str, ...]:
    """The issues of the fact, each once."""
    if isinstance(fact, Position):
        return (fact.issue,)
    return tuple(dict.fromkeys(getattr(fact, "issues", ())))
