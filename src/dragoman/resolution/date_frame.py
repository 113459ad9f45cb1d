"""What a reading of a time expression starts from, and what it gives."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from dragoman.codebooks.time_words import time_words
from dragoman.resolution.intervals import DAY, Span, day_span, edge_of, unit_span, unit_value

Groups = Mapping[str, str]
Tense = Literal["past", "future"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]

UNKNOWN_DAY = "XXXX-XX-XX"
# A day told against the tense of its clause must be so many times nearer than one along with it.
AGAINST_TENSE = 3.0
# Without any cue a press report rather tells the past.
AGAINST_PAST = 1.5


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What is known where an expression stands.

    Attributes:
        published: The report's day.
        tense: The tense of the clause, if known.
        told: The interval spoken of last before it.
        told_here: Whether that was in the same paragraph.
        lists: Whether a day of a month, told just before, may go on here ("April 24 and 25").
    """

    published: date
    tense: Tense | None = None
    told: Span | None = None
    told_here: bool = False
    lists: bool = False


class Reading(NamedTuple):
    """The meaning of an expression; no span where it denotes no certain days."""

    type: TimeType
    value: str
    span: Span | None = None


def day_reading(day: date) -> Reading:
    """A day."""
    return Reading("DATE", day.isoformat(), day_span(day))


def unit_reading(unit: str, day: date) -> Reading:
    """The calendar unit that holds a day."""
    return Reading("DATE", unit_value(unit, day), unit_span(unit, day))


def part_reading(day: date, part: str) -> Reading:
    """A part of a day, by its word."""
    return Reading("TIME", f"{day.isoformat()}{time_words().parts[part].code}", day_span(day))


def edged_reading(unit: str, day: date, groups: Groups) -> Reading:
    """The calendar unit that holds a day; its span narrowed by "early" or "the end of"."""
    return Reading("DATE", unit_value(unit, day), edged_span(unit_span(unit, day), groups))


def edged_span(span: Span, groups: Groups) -> Span:
    """The part of a span that a word such as "early" tells; all of it without one."""
    return edge_of(span, time_words().edges[groups["edge"]]) if "edge" in groups else span


def month_of(groups: Groups, name: str = "month") -> int:
    """The month that a group names, by word or by number."""
    if "month_number" in groups:
        return int(groups["month_number"])
    words = time_words()
    word = groups[name].rstrip(".")
    return words.months.get(word) or words.short_months[word]


def day_of(groups: Groups) -> int:
    """The day of the month that a group tells, by number or by word."""
    return int(groups["day"]) if "day" in groups else time_words().ordinals[groups["ordinal"]]


def year_of(groups: Groups, frame: Frame) -> int | None:
    """The year that a group tells outright or from the report's day; null if none does."""
    if "year" in groups:
        return int(groups["year"])
    which = groups.get("which_year")
    if which is None:
        return None
    step = time_words().which_years.get(which)
    if step is None and frame.told:
        return frame.told.last.year
    return frame.published.year + (step or 0)


def weekday_of(groups: Groups) -> int | None:
    """The ISO weekday that stands beside a date."""
    words = time_words()
    word = groups.get("any_weekday", "").rstrip(".")
    return words.weekdays.get(word) or words.short_weekdays.get(word)


def place_day(month: int, day: int, frame: Frame, *, weekday: int | None = None) -> date:
    """The yearless day that a report means: the nearest, along with the tense rather than against.

    Raises:
        ValueError: no year about the report has that day.
    """
    years = range(max(frame.published.year - 4, 1), min(frame.published.year + 5, 10000))
    days = [date(year, month, day) for year in years if _is_day(year, month, day)]
    if not days:
        raise ValueError("no such day")
    fitting = [found for found in days if weekday is None or found.isoweekday() == weekday]
    return min(fitting or days, key=lambda found: _cost((found - frame.published).days, frame))


def place_month(month: int, frame: Frame) -> int:
    """The year of a month told without one."""
    published = frame.published
    steps = [month - published.month + 12 * years for years in (-1, 0, 1)]
    weight = AGAINST_TENSE * 2 if frame.tense == "past" else AGAINST_PAST * 2
    if frame.tense == "future":
        step = min(steps, key=lambda step: -step * AGAINST_TENSE if step < 0 else step)
    else:
        step = min(steps, key=lambda step: step * weight if step > 0 else -step)
    return (published.year * 12 + published.month - 1 + step) // 12


def place_weekday(weekday: int, frame: Frame) -> date:
    """The weekday that a report means: its own day, or the last one, or the next one."""
    back = (frame.published.isoweekday() - weekday) % 7
    if frame.tense == "future" and back:
        return frame.published + DAY * (7 - back)
    return frame.published - DAY * back


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _cost(days: int, frame: Frame) -> float:
    if frame.tense == "future":
        return days if days >= 0 else -days * AGAINST_TENSE
    weight = AGAINST_TENSE if frame.tense == "past" else AGAINST_PAST
    return days * weight if days > 0 else -days
