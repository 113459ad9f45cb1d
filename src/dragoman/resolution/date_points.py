"""Readings of calendar dates: days, months, years, decades, centuries."""

from datetime import date

from dragoman.codebooks.time_words import time_words
from dragoman.resolution.date_frame import (
    Frame,
    Groups,
    Reading,
    day_of,
    day_reading,
    edged_reading,
    month_of,
    place_day,
    place_month,
    unit_reading,
    weekday_of,
    year_of,
)
from dragoman.resolution.intervals import MONTHS, Span, months_on

_CENTURY = 100
_SHORT_YEAR = 2  # digits
# A two-digit year is at most so far ahead of the report.
_FUTURE_YEARS = 20
# A numeric date of unclear order is read as the one of its two days that is so near the report.
_NEAR_DAYS = 31


def calendar_day(groups: Groups, frame: Frame) -> Reading:
    """`27 February 2022`, `Sunday, Feb. 27`, `March 23 last year`."""
    return day_reading(told_day(groups, frame))


def calendar_days(groups: Groups, frame: Frame) -> Reading:
    """`March 26-30`, `23 and 24 February`: an interval within a month."""
    first = told_day(groups, frame)
    last = first.replace(day=int(groups["day2"]))
    if last < first:
        raise ValueError("days in the wrong order")
    return Reading("DATE", f"{first}/{last}", Span(first, last))


def day_of_month(groups: Groups, frame: Frame) -> Reading:
    """`the 24th`, `the 5th of next month`."""
    day, published = int(groups["day"]), frame.published
    if "which_month" in groups:
        month = months_on(published.replace(day=1), time_words().which[groups["which_month"]])
        return day_reading(month.replace(day=day))
    ahead = frame.tense == "future"
    passed = day < published.day if ahead else day > published.day
    month = months_on(published.replace(day=1), (1 if ahead else -1) * passed)
    return day_reading(month.replace(day=day))


def another_day(groups: Groups, frame: Frame) -> Reading | None:
    """The `25` of `April 24 and 25`."""
    if not frame.lists or not frame.told:
        return None
    return day_reading(frame.told.last.replace(day=int(groups["day"])))


def numeric_day(groups: Groups, frame: Frame) -> Reading:
    """`27/02/2022`, `2/27/22`, `27.02.2022`; unclear ones: the day near the report, or a year."""
    one, two = int(groups["one"]), int(groups.get("two") or groups["two_dots"])
    year = _full_year(groups.get("year") or groups["year_dots"], frame)
    orders = {(one, two)} if "two_dots" in groups else {(one, two), (two, one)}
    days = [date(year, month, day) for day, month in sorted(orders) if month <= MONTHS]
    if not days:
        raise ValueError("no such day")
    near = [day for day in days if abs((day - frame.published).days) <= _NEAR_DAYS]
    clear = days if len(days) == 1 else near
    return day_reading(clear[0]) if len(clear) == 1 else unit_reading("year", date(year, 1, 1))


def month_of_year(groups: Groups, frame: Frame) -> Reading:
    """`February 2022`, `early March of last year`."""
    year = year_of(groups, frame) or frame.published.year
    return edged_reading("month", date(year, month_of(groups), 1), groups)


def month_alone(groups: Groups, frame: Frame) -> Reading:
    """`March`, `late November`, `last October`."""
    month, published = month_of(groups), frame.published
    step = time_words().which.get(groups.get("which", ""))
    if step is None:
        year = place_month(month, frame)
    elif step < 0:
        year = published.year - (month >= published.month)
    else:
        year = published.year + (step > 0 and month <= published.month)
    return edged_reading("month", date(year, month, 1), groups)


def year_alone(groups: Groups, _: Frame) -> Reading:
    """`2014`, `late 2014`."""
    return edged_reading("year", date(int(groups["year"]), 1, 1), groups)


def years(groups: Groups, _: Frame) -> Reading | None:
    """`1939-1945`, `2021/22`."""
    first, until = int(groups["year"]), int(groups["until"])
    last = until if until >= _CENTURY else first // _CENTURY * _CENTURY + until
    if last <= first:
        return None
    return Reading("DATE", f"{first:04}/{last:04}", Span(date(first, 1, 1), date(last, 12, 31)))


def decade(groups: Groups, frame: Frame) -> Reading:
    """`the 1990s`, `the late '80s`, `the nineties`: without a century the last such."""
    if "decade" in groups:
        return edged_reading("decade", date(int(groups["decade"]), 1, 1), groups)
    tens = int(groups.get("tens") or time_words().decade_words[groups["decade_word"]])
    year = frame.published.year // _CENTURY * _CENTURY + tens
    year -= _CENTURY * (year > frame.published.year)
    return edged_reading("decade", date(year, 1, 1), groups)


def century(groups: Groups, _: Frame) -> Reading:
    """`the 20th century`, `the late nineteenth century`."""
    number = int(groups.get("century") or time_words().ordinals[groups["ordinal"]])
    return edged_reading("century", date((number - 1) * _CENTURY + 1, 1, 1), groups)


def told_day(groups: Groups, frame: Frame) -> date:
    """The day that month, day and perhaps year and weekday tell.

    Raises:
        ValueError: there is no such day.
    """
    month, day, year = month_of(groups), day_of(groups), year_of(groups, frame)
    if year is None:
        return place_day(month, day, frame, weekday=weekday_of(groups))
    return date(year, month, day)


def _full_year(digits: str, frame: Frame) -> int:
    if len(digits) > _SHORT_YEAR:
        return int(digits)
    latest = frame.published.year + _FUTURE_YEARS
    return latest - (latest - int(digits)) % _CENTURY
