"""Calendar arithmetic: the closed interval of days and the TIMEX3 value of a unit of time."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
MONTHS = 12  # of a year


class Span(NamedTuple):
    """A closed interval of days."""

    first: date
    last: date


def day_span(day: date) -> Span:
    """A day as an interval."""
    return Span(day, day)


def month_span(year: int, month: int, *, months: int = 1) -> Span:
    """The whole of a month, or of `months` from it."""
    year_on, month_on = divmod(month - 1 + months - 1, 12)
    last = date(year + year_on, month_on + 1, monthrange(year + year_on, month_on + 1)[1])
    return Span(date(year, month, 1), last)


def year_span(year: int, *, years: int = 1) -> Span:
    """The whole of a year, or of `years` from it."""
    return Span(date(year, 1, 1), date(year + years - 1, 12, 31))


def week_span(day: date) -> Span:
    """The ISO week (Monday to Sunday) that holds a day."""
    monday = day - DAY * day.weekday()
    return Span(monday, monday + DAY * 6)


def weekend_span(day: date) -> Span:
    """Saturday and Sunday of the ISO week that holds a day."""
    last = week_span(day).last
    return Span(last - DAY, last)


def months_on(day: date, months: int) -> date:
    """The like day so many months on; the month's last day where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, steps: int) -> date:
    """The like day so many units on.

    Raises:
        OverflowError, ValueError: no such day in the calendar.
    """
    if unit in _UNIT_DAYS:
        return day + DAY * (_UNIT_DAYS[unit] * steps)
    return months_on(day, _UNIT_MONTHS[unit] * steps)


def unit_span(unit: str, day: date) -> Span:
    """The calendar unit that holds a day."""
    return _SPANS[unit](day)


def unit_value(unit: str, day: date) -> str:
    """TIMEX3's value of the calendar unit that holds a day: `2022-W08`, `2022-Q1`, `202X`."""
    return _VALUES[unit](day)


def edge_of(span: Span, edge: str) -> Span:
    """The first, middle or last third of an interval."""
    third = (span.last - span.first + DAY) / 3
    start = timedelta(days=third.days)
    if edge == "start":
        return Span(span.first, span.first + start - DAY) if start else span
    if edge == "end":
        return Span(span.last - start + DAY, span.last) if start else span
    return Span(span.first + start, span.last - start)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, Nature 13, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shifted = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shifted + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday (ISO: Monday is 1) of a month, -1 for the last."""
    first, last = month_span(year, month)
    if nth < 0:
        return last - DAY * ((last.isoweekday() - weekday) % 7)
    return first + DAY * ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _quarter_span(day: date) -> Span:
    return month_span(day.year, (day.month - 1) // 3 * 3 + 1, months=3)


def _decade_span(day: date) -> Span:
    return year_span(day.year // 10 * 10, years=10)


def _century_span(day: date) -> Span:
    return year_span((day.year - 1) // 100 * 100 + 1, years=100)


_UNIT_DAYS = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1}
_UNIT_DAYS |= {"week": 7, "weekend": 7, "fortnight": 14}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_SPANS: dict[str, Callable[[date], Span]] = {
    "day": day_span,
    "night": day_span,
    "week": week_span,
    "weekend": weekend_span,
    "fortnight": week_span,
    "month": lambda day: month_span(day.year, day.month),
    "quarter": _quarter_span,
    "year": lambda day: year_span(day.year),
    "decade": _decade_span,
    "century": _century_span,
}
_VALUES: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "night": lambda day: f"{day.isoformat()}TNI",
    "week": _week_value,
    "weekend": lambda day: f"{_week_value(day)}-WE",
    "fortnight": _week_value,
    "month": lambda day: f"{day.year:04}-{day.month:02}",
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "year": lambda day: f"{day.year:04}",
    "decade": lambda day: f"{day.year // 10:03}X",
    "century": lambda day: f"{(day.year - 1) // 100:02}XX",
}
