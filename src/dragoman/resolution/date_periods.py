"""Readings of named stretches and fixed days: quarters, seasons, weeks of a month, holidays."""

from datetime import date

from dragoman.codebooks.time_words import Holiday, time_words
from dragoman.resolution.date_amounts import amount_of
from dragoman.resolution.date_frame import (
    Frame,
    Groups,
    Reading,
    day_reading,
    edged_span,
    month_of,
    place_day,
    place_month,
    place_weekday,
    unit_reading,
    year_of,
)
from dragoman.resolution.date_points import told_day
from dragoman.resolution.intervals import (
    DAY,
    MONTHS,
    Span,
    easter,
    month_span,
    nth_weekday,
    shift,
    year_span,
)

_QUARTER, _HALF = 3, 6  # months
# The ISO weekday that decides which month a week belongs to.
_THURSDAY = 4


def quarter(groups: Groups, frame: Frame) -> Reading | None:
    """`the first quarter of 2022`, `the last quarter`, `Q1`; a fiscal one has no known days."""
    number, year = _nth(groups, MONTHS // _QUARTER), year_of(groups, frame)
    if year is None and number is None:
        return unit_reading("quarter", shift(frame.published, "quarter", -1))
    month = _QUARTER * (number or MONTHS // _QUARTER) - _QUARTER + 1
    year = year or place_month(month, frame)
    if "fiscal" in groups or "fiscal_first" in groups:
        return Reading("DATE", f"FY{year:04}-Q{number or MONTHS // _QUARTER}")
    return unit_reading("quarter", date(year, month, 1))


def half(groups: Groups, frame: Frame) -> Reading:
    """`the first half of 2023`, `H2 2021`."""
    year = year_of(groups, frame) or frame.published.year
    number = _nth(groups, MONTHS // _HALF) or MONTHS // _HALF
    span = month_span(year, _HALF * (number - 1) + 1, months=_HALF)
    return Reading("DATE", f"{year:04}-H{number}", span)


def fiscal_year(groups: Groups, _: Frame) -> Reading:
    """`fiscal year 2023`: its days differ by state."""
    return Reading("DATE", f"FY{groups['year']}")


def weeks_of_month(groups: Groups, frame: Frame) -> Reading:
    """`the first week of March`, `the last weekend of May 2021`."""
    month = month_of(groups)
    year = year_of(groups, frame) or place_month(month, frame)
    nth = time_words().ordinals[groups["ordinal"]]
    return unit_reading(groups["piece"], nth_weekday(year, month, _THURSDAY, nth))


def week_of_day(groups: Groups, frame: Frame) -> Reading:
    """`the week of March 6`."""
    return unit_reading("week", told_day(groups, frame))


def first_units(groups: Groups, frame: Frame) -> Reading | None:
    """`the first two weeks of March`, `the last six months of 2022`."""
    amount, nth = amount_of(groups), time_words().ordinals[groups["ordinal"]]
    if abs(nth) != 1 or amount.number is None:
        return None
    whole = _whole(groups, frame)
    if nth > 0:
        span = Span(whole.first, amount.reach(whole.first, 1) - DAY)
    else:
        span = Span(amount.reach(whole.last + DAY, -1), whole.last)
    inside = whole.first <= span.first <= span.last <= whole.last
    return Reading("DATE", f"{span.first}/{span.last}", span) if inside else None


def season(groups: Groups, frame: Frame) -> Reading:
    """`last summer`, `the spring of 2014`, `the winter`: northern, meteorological."""
    found = time_words().seasons[groups["season"]]
    year = year_of(groups, frame) or _season_year(
        found.month, time_words().which.get(groups.get("which", "")), frame
    )
    span = edged_span(month_span(year, found.month, months=_QUARTER), groups)
    return Reading("DATE", f"{year:04}-{found.code}", span)


def holiday(groups: Groups, frame: Frame) -> Reading:
    """`Christmas`, `last Thanksgiving`, `Good Friday 2022`."""
    row = next(row for row in time_words().holidays if groups["holiday"] in row.words)
    year, published = year_of(groups, frame), frame.published
    if year is not None:
        return day_reading(_holiday(row, year))
    days = [_holiday(row, published.year + years) for years in (-1, 0, 1)]
    step = time_words().which.get(groups.get("which", ""), 0)
    if step < 0:
        return day_reading(max(day for day in days if day < published))
    if step > 0:
        return day_reading(min(day for day in days if day > published))
    year = place_day(days[1].month, days[1].day, frame).year
    return day_reading(_holiday(row, year))


def anchor(groups: Groups, _: Frame) -> Reading:
    """`9/11`: a day that goes by its name."""
    return day_reading(time_words().anchors[groups["anchor"]])


def named_day(groups: Groups, _: Frame) -> Reading:
    """`September 11` before "attacks"."""
    return day_reading(time_words().named_days[groups["named_day"]])


def eve(groups: Groups, frame: Frame) -> Reading:
    """`the eve of March 23`, `the eve of Sunday`."""
    if "weekday" in groups:
        day = place_weekday(time_words().weekdays[groups["weekday"]], frame)
    else:
        day = told_day(groups, frame)
    return day_reading(day - DAY)


def _nth(groups: Groups, latest: int) -> int | None:
    """The number told, null for the last one.

    Raises:
        ValueError: there are not so many.
    """
    number = int(groups["index"]) if "index" in groups else time_words().ordinals[groups["ordinal"]]
    if number > latest:
        raise ValueError("no such part of a year")
    return number if number > 0 else None


def _whole(groups: Groups, frame: Frame) -> Span:
    if "month" in groups:
        month = month_of(groups)
        return month_span(year_of(groups, frame) or place_month(month, frame), month)
    return year_span(year_of(groups, frame) or frame.published.year)


def _season_year(month: int, step: int | None, frame: Frame) -> int:
    """The year in which the season that a report means begins."""
    published = frame.published
    begun = published.year - (date(published.year, month, 1) > published)
    running = published <= month_span(begun, month, months=_QUARTER).last
    if step is not None and step < 0:
        return begun - running
    if step == 0:
        return begun if running else begun + (begun < published.year)
    return begun + 1 if step or (frame.tense == "future" and not running) else begun


def _holiday(row: Holiday, year: int) -> date:
    if row.easter is not None:
        return easter(year) + DAY * row.easter
    if row.nth:
        return nth_weekday(year, row.month, row.weekday, row.nth) + DAY * row.plus
    return date(year, row.month, row.day)
