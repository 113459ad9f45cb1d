"""The words of time and the rules that join them, from `dates.toml` and `date_rules.toml`."""

from datetime import date
from functools import cache
from typing import Literal

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml

Relation = Literal["at", "since", "until", "before", "after", "during"]


class Season(msgspec.Struct, frozen=True, kw_only=True):
    """A season: its first month (of three) and its TIMEX3 code."""

    month: int
    code: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the day: its TIMEX3 code; `pm` if its hours are told from noon on."""

    code: str
    pm: bool


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit of time; `days` is the reach of "recent" or "coming" with its bare plural."""

    words: tuple[str, ...]
    iso: str
    days: int
    times: int = 1
    half: str | None = None


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Where "two weeks ago" points, and whether it counts from the report's day (`now`)."""

    sign: int
    now: bool


class Holiday(msgspec.Struct, frozen=True, kw_only=True):
    """A fixed day: by month and day, by days from Easter, or by the nth weekday of a month."""

    words: tuple[str, ...]
    month: int = 0
    day: int = 0
    easter: int | None = None
    weekday: int = 0
    nth: int = 0
    plus: int = 0


class Phrases(msgspec.Struct, frozen=True, kw_only=True):
    """A bare list of words."""

    words: tuple[str, ...]


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """Words that make a number a count: the things counted, and what stands before."""

    words: tuple[str, ...]
    before: tuple[str, ...]


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """Words that make a weekday part of a name."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class TenseCues(msgspec.Struct, frozen=True, kw_only=True):
    """Words near an expression that tell the tense of its clause."""

    future: frozenset[str]
    past: frozenset[str]
    infinitives: frozenset[str]
    moved: frozenset[str]
    progressive: frozenset[str]
    light: frozenset[str]
    still: frozenset[str]
    forward: tuple[str, ...]


class TimeWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `dates.toml`."""

    weak_months: tuple[str, ...]
    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    plural_weekdays: dict[str, int]
    numbers: dict[str, int]
    tens: dict[str, int]
    ordinals: dict[str, int]
    decade_words: dict[str, int]
    vague: Phrases
    units: dict[str, Unit]
    seasons: dict[str, Season]
    parts: dict[str, Part]
    clock_words: dict[str, str]
    which_years: dict[str, int]
    which: dict[str, int]
    told: tuple[str, ...]
    told_only: frozenset[str]
    calendar_units: tuple[str, ...]
    range_ends: frozenset[str]
    list_joints: frozenset[str]
    told_steps: dict[str, int]
    orders: dict[str, Order]
    edges: dict[str, str]
    near_days: dict[str, int]
    near_nights: dict[str, int]
    references: dict[str, str]
    repeats: dict[str, str]
    holidays: tuple[Holiday, ...]
    anchors: dict[str, date]
    named_days: dict[str, date]
    signals: dict[str, Relation]
    amount_signals: dict[str, Relation]
    tense: TenseCues
    counted: Counted
    names: Names


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to put an expression together; see the head of `date_rules.toml`."""

    reads: str
    starts: tuple[str, ...]
    pattern: str
    capital: tuple[str, ...] = ()
    lead: str | None = None
    unless: str | None = None


class DateRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `date_rules.toml`."""

    fragments: dict[str, str]
    rules: tuple[Rule, ...]


@cache
def time_words() -> TimeWords:
    """The words of time.

    Raises:
        CodebookError: the file breaks its type.
    """
    return read_toml(HOUSE / "dates.toml", TimeWords)


@cache
def date_rules() -> DateRules:
    """The rules that join the words, in their order.

    Raises:
        CodebookError: the file breaks its type.
    """
    return read_toml(HOUSE / "date_rules.toml", DateRules)
