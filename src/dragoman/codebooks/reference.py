"""Who and what exists: states, organisations, institutions, offices, memberships, outlets.

Each kind has a row type and a function that reads its table, once, at first use. A `weak` form is
ambiguous: it names its owner only where the context agrees (a strong form of the same owner in the
report, say). Weak forms may be claimed twice, strong ones never. Validity intervals are closed and
their dates may be a year or a month alone: `1992` begins with its first day and ends with its last.
Names of states, organisations, institutions and outlets match in their case ("US" is not "us"),
titles and nouns in any. Apostrophes are straight: fold the text's before matching.
Identifiers are unquoted upper-case strings: ISO 3166-1 alpha-3 for states (3166-3 for former ones,
user-assigned or customary codes where ISO has none), our own codes for organisations.
"""

from functools import cache
from typing import Literal, TypeVar

import msgspec

from dragoman.codebooks.tables import HOUSE, read_table

T = TypeVar("T", bound=msgspec.Struct)
Status = Literal["member", "observer", "disputed", "territory", "historic"]


class State(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A state or territory and the words that press texts have for it.

    `name` is how we print it; it is strong unless it stands in `weak` too. Each column of forms has
    a twin of weak ones. Names are used as adjectives too ("the UK government") and are not repeated
    among `adjectives`. `people` are nouns for its nationals, singular and plural; `combining` forms
    stand before a hyphen only ("Sino"); `capitals` are seats of government, past ones included, as
    places and as metonyms. `parent` is the state that a territory belongs to or is administered by.
    """

    id: str
    name: str
    status: Status
    parent: str | None
    aliases: tuple[str, ...]
    weak: tuple[str, ...]
    adjectives: tuple[str, ...]
    weak_adjectives: tuple[str, ...]
    combining: tuple[str, ...]
    people: tuple[str, ...]
    weak_people: tuple[str, ...]
    capitals: tuple[str, ...]
    weak_capitals: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    source: str


class Organisation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An actor that is no state: an IGO, alliance, court, armed group, party, mission, agency.

    `seat` is the state where it sits or, for armed groups and parties, where it is at home;
    `parent` the organisation it is a body of; `sector` PLOVER's, explained in `sectors()`.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    weak: tuple[str, ...]
    seat: str | None
    sector: str
    parent: str | None
    source: str


class Institution(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A named institution or metonym of a state or organisation: Kremlin, State Department.

    Several owners are candidates: the context decides. `weak` says that all its forms are weak.
    """

    forms: tuple[str, ...]
    owner: tuple[str, ...]
    kind: str
    sector: str
    weak: bool
    source: str


class InstitutionNoun(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A noun that is an actor through its state: "the Indian army", "the government of Chad".

    `forms` are spellings and plurals, the lemma first, in lower case; a `collective` acts for the
    state as one body, others are single people or things of it.
    """

    forms: tuple[str, ...]
    sector: str
    kind: str
    collective: bool
    source: str


class OfficeTitle(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A title of office. `forms` are in lower case; `office` is how a record spells it.

    `level` ranks offices across states, 1 the highest, to find counterparts; `unique` says that a
    state or organisation has one holder at a time; `owner` is what the title alone tells (the
    taoiseach is IRL's), several being candidates; `takes_post` is true of ambassadors *to* a state.
    """

    forms: tuple[str, ...]
    office: str
    office_class: str
    level: int
    unique: bool
    owner: tuple[str, ...]
    takes_post: bool
    sector: str
    source: str


class Portfolio(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a minister or ministry is for; the patterns of titles stand in people.toml.

    `forms` are noun phrases in lower case ("defence"); `office` is the minister's canonical title.
    """

    forms: tuple[str, ...]
    office: str
    office_class: str
    ministry: str
    source: str


class Membership(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One member of one organisation; null dates are open or before all reports."""

    organisation: str
    member: str
    valid_from: str | None
    valid_to: str | None
    source: str


class Outlet(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A newspaper, broadcaster or agency and its home state."""

    name: str
    aliases: tuple[str, ...]
    weak: tuple[str, ...]
    country: str | None
    kind: str
    source: str


class Decoy(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Words that hold a state's or organisation's form and do not mean it: "Indian Ocean"."""

    form: str
    source: str


class Sector(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A PLOVER sector code and its meaning."""

    code: str
    meaning: str
    source: str


@cache
def _table(name: str, row_type: type[T]) -> tuple[T, ...]:
    return read_table(HOUSE / name, row_type)


def states() -> tuple[State, ...]:
    """All states and territories, present and past, in the order of their codes."""
    return _table("states.csv", State)


def organisations() -> tuple[Organisation, ...]:
    """All organisations."""
    return _table("organisations.csv", Organisation)


def institutions() -> tuple[Institution, ...]:
    """Named institutions and metonyms."""
    return _table("institutions.csv", Institution)


def institution_nouns() -> tuple[InstitutionNoun, ...]:
    """Nouns that take their state by an adjective, a possessive or `of`."""
    return _table("institution_nouns.csv", InstitutionNoun)


def offices() -> tuple[OfficeTitle, ...]:
    """Titles of office, portfolio ministers excepted (see `portfolios`)."""
    return _table("offices.csv", OfficeTitle)


def portfolios() -> tuple[Portfolio, ...]:
    """What ministers and ministries are for."""
    return _table("portfolios.csv", Portfolio)


def memberships() -> tuple[Membership, ...]:
    """Who belonged to what, and when."""
    return _table("memberships.csv", Membership)


def outlets() -> tuple[Outlet, ...]:
    """News outlets and agencies."""
    return _table("outlets.csv", Outlet)


def decoys() -> tuple[Decoy, ...]:
    """Phrases to pass over when looking for states and organisations."""
    return _table("decoys.csv", Decoy)


def sectors() -> tuple[Sector, ...]:
    """PLOVER's sector codes."""
    return _table("sectors.csv", Sector)


def members(organisation: str, day: str) -> tuple[str, ...]:
    """The members of an organisation on a day (ISO), sorted; empty where we list none."""
    return tuple(
        sorted(
            row.member
            for row in memberships()
            if row.organisation == organisation and holds(row.valid_from, row.valid_to, day=day)
        )
    )


def holds(valid_from: str | None, valid_to: str | None, *, day: str) -> bool:
    """Whether a day (ISO) lies in a closed interval whose ends may be a year or a month alone."""
    begun = valid_from is None or valid_from <= day[: len(valid_from)]
    ended = valid_to is not None and valid_to < day[: len(valid_to)]
    return begun and not ended
