"""A fact as the rows that people query: its own table's, its parties', its issues'."""

from typing import Literal

from dragoman.model import Event, Fact, Office, Position, Statement, Tie

Value = str | int | float | None
PartyRole = Literal["actor", "recipient", "source", "addressee", "holder", "party"]

# The columns that have the name of the field they hold.
COLUMNS: dict[type[Fact], tuple[str, ...]] = {
    Event: (
        "id",
        "event_type",
        "event_mode",
        "modality",
        "date_start",
        "date_end",
        "trigger",
        "due",
        "statement_id",
        "confidence",
    ),
    Statement: ("id", "cue", "quote", "manner", "channel", "within"),
    Position: (
        "id",
        "issue",
        "stance",
        "date_start",
        "date_end",
        "statement_id",
        "confidence",
    ),
    Tie: ("id", "words", "tone"),
    Office: ("id", "person", "country", "office", "post", "status", "seen"),
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


def kind_of(fact: Fact) -> str:
    """The fact's `kind`, which is its table's name too."""
    return type(fact).__name__.lower()


def own_row(fact: Fact) -> dict[str, Value]:
    """The row of the fact's own table."""
    row: dict[str, Value] = {name: getattr(fact, name) for name in COLUMNS[type(fact)]}
    if isinstance(fact, Event):
        row["place"] = fact.place.name if fact.place else None
        row["place_country"] = fact.place.country if fact.place else None
        row["content_start"] = fact.content.start if fact.content else None
        row["content_end"] = fact.content.end if fact.content else None
    return row


def party_rows(fact: Fact) -> list[dict[str, Value]]:
    """One row a party and role; `place` counts within the role."""
    return [
        {
            "line_id": fact.id,
            "role": role,
            "place": place,
            "id": party.id,
            "name": party.name,
            "country": party.country,
            "sector": party.sector,
            "office": party.office,
            "person": party.person,
        }
        for field, role in ROLES.items()
        for place, party in enumerate(getattr(fact, field, ()))
    ]


def issue_rows(fact: Fact) -> list[dict[str, Value]]:
    """One row an issue."""
    if isinstance(fact, Position):
        slugs: tuple[str, ...] = (fact.issue,)
    else:
        slugs = getattr(fact, "issues", ())
    return [{"line_id": fact.id, "slug": slug} for slug in dict.fromkeys(slugs)]
