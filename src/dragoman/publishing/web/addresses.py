"""The filters that all views share, as they stand in an address.

One table says what there is: the parser, the form on the page and the API's documentation read it.
An unknown parameter, or a value that is none, is an error and not a different question.
"""

import sqlite3
from collections.abc import Iterable
from typing import Literal
from urllib.parse import urlencode

import msgspec

from dragoman.errors import UsageError
from dragoman.questions.selection import Selection, select

LONGEST = 1_000  # characters of a value: no name, day or search needs more
MOST_ROWS = 1_000  # of one page of an answer; exports have no such end
ROWS = 50


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """One parameter of an address; `label` is how the form calls it."""

    name: str
    label: str
    meaning: str
    kind: Literal["text", "number", "list"] = "text"
    example: str = ""


_ALL = (
    Parameter(name="since", label="from", meaning="First day, month or year.", example="2022-02"),
    Parameter(name="until", label="to", meaning="Last day, month or year.", example="2022-03-30"),
    Parameter(
        name="between",
        label="between",
        meaning="Two of these states or organisations take part, by code or name.",
        kind="list",
        example="CHN,RUS,UKR",
    ),
    Parameter(
        name="actor",
        label="actor",
        meaning="One of these states or organisations takes part, by code or name.",
        kind="list",
        example="CHN,PAK",
    ),
    Parameter(
        name="with",
        label="with",
        meaning="And one of these, another than the first.",
        kind="list",
        example="RUS,UKR",
    ),
    Parameter(
        name="person", label="person", meaning="Through this person.", example="Dmytro Kuleba"
    ),
    Parameter(
        name="quad",
        label="quad",
        meaning="verbal or material, cooperation or conflict.",
        kind="list",
        example="material conflict",
    ),
    Parameter(
        name="type",
        label="type",
        meaning="Types of events in PLOVER's names.",
        kind="list",
        example="CONSULT,REQUEST",
    ),
    Parameter(name="mode", label="mode", meaning="Modes of events.", kind="list", example="phone"),
    Parameter(
        name="issue",
        label="issue",
        meaning="What it is about.",
        kind="list",
        example="ceasefire",
    ),
    Parameter(
        name="modality",
        label="told as",
        meaning="asserted, future, hypothetical, negated, rumoured or historical.",
        kind="list",
        example="asserted",
    ),
    Parameter(
        name="place",
        label="place",
        meaning="Towns and the like, or states for all places in them.",
        kind="list",
        example="Istanbul",
    ),
    Parameter(
        name="outlet",
        label="outlet",
        meaning="One of these outlets tells it.",
        kind="list",
        example="The Example",
    ),
    Parameter(
        name="sources",
        label="sources",
        meaning="At least so many independent sources tell it.",
        kind="number",
        example="2",
    ),
    Parameter(name="q", label="search", meaning="Words to look for.", example="border"),
    Parameter(
        name="status",
        label="status",
        meaning="Of asks and promises: open, answered, refused or lapsed.",
        example="open",
    ),
    Parameter(
        name="one",
        label="one",
        meaning="Whose account: a party, outlet or report.",
        example="The Example",
    ),
    Parameter(name="two", label="two", meaning="And whose other account.", example="The Echo"),
    Parameter(name="period", label="period", meaning="month, quarter or year.", example="quarter"),
    Parameter(name="line", label="line", meaning="The id of a line of the report, to be marked."),
    Parameter(
        name="limit",
        label="rows",
        meaning=f"Rows of one answer, at most {MOST_ROWS}.",
        kind="number",
        example="20",
    ),
    Parameter(
        name="after", label="after", meaning="Rows to pass over.", kind="number", example="20"
    ),
)
PARAMETERS = {parameter.name: parameter for parameter in _ALL}
SHARED = (
    *("since", "until", "between", "actor", "with", "person", "quad", "type", "mode"),
    *("issue", "modality", "place", "outlet", "sources"),
)
PAGING = ("limit", "after")


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What an address asks for; empty where it asks for nothing."""

    since: str = ""
    until: str = ""
    between: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    with_: tuple[str, ...] = msgspec.field(name="with", default=())
    person: str = ""
    quad: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    issue: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    sources: int = 0
    q: str = ""
    period: str = ""
    one: str = ""
    two: str = ""
    line: str = ""
    status: str = ""
    limit: int = 0
    after: int = 0

    def values(self) -> dict[str, object]:
        """All that is asked for, by the names of parameters."""
        pairs = {name.removesuffix("_"): getattr(self, name) for name in self.__struct_fields__}
        return {name: value for name, value in pairs.items() if value}

    def query(self, **changes: object) -> str:
        """The filters as the end of an address, with changes; paging starts anew."""
        given = {name.removesuffix("_"): value for name, value in changes.items()}
        values = {**self.values(), "after": 0, **given}
        pairs = {name: _written(value) for name, value in values.items() if value}
        return f"?{urlencode(pairs, safe=',')}" if pairs else ""

    def rows(self) -> int:
        """How many rows to show."""
        return self.limit or ROWS

    def named(self) -> list[tuple[str, str, str]]:
        """The filters in force: name, label and value, for the page's head and feeds' titles."""
        found = self.values()
        names = [name for name in SHARED if name in found]
        return [(name, PARAMETERS[name].label, _written(found[name])) for name in names]


def read_filters(pairs: Iterable[tuple[str, str]], *, known: Iterable[str]) -> Filters:
    """Filters from the parameters of an address.

    Raises:
        UsageError: a parameter is unknown, stands twice, or its value is none.
    """
    allowed = tuple(known)
    found: dict[str, object] = {}
    for name, value in pairs:
        if name not in allowed:
            raise UsageError(f"{name}: no such parameter: there are {', '.join(allowed)}")
        if name in found and value:
            raise UsageError(f"{name}: stands twice: divide values by commas")
        if value.strip():
            found[name] = _read(PARAMETERS[name], value.strip())
    return msgspec.convert(found, Filters)


def selection(connection: sqlite3.Connection, filters: Filters) -> Selection:
    """What the filters select.

    Raises:
        UsageError: a value is not known as such.
    """
    return select(
        connection,
        actors=filters.actor + filters.between,
        with_=filters.with_ or filters.between,
        person=filters.person or None,
        issues=filters.issue,
        since=filters.since or None,
        until=filters.until or None,
        types=filters.type,
        modes=filters.mode,
        quads=filters.quad,
        modalities=filters.modality,
        places=filters.place,
        outlets=filters.outlet,
        sources=filters.sources or 1,
    )


def _read(parameter: Parameter, value: str) -> object:
    if len(value) > LONGEST:
        raise UsageError(f"{parameter.name}: longer than {LONGEST} characters: shorten it")
    if parameter.kind == "number":
        if not (value.isascii() and value.isdigit()):
            raise UsageError(f"{parameter.name}: {value[:40]}: no number: write it as 20")
        number = int(value[:9])
        return min(number, MOST_ROWS) if parameter.name == "limit" else number
    if parameter.kind == "list":
        return tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
    return value


def _written(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)
