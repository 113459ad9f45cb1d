"""Readings of calendar dates: days, months, years, decades, quarters, seasons, fixed days."""

from datetime import date

from dragoman.codebooks.time_words import Holiday, time_words
from dragoman.resolution.date_frame import (
    Frame,
    Groups,
    Reading,
    day_of,
    day_reading,
    month_of,
    place_day,
    place_month,
    unit_reading,
    weekday_of,
    year_of,
)
from dragoman.resolution.intervals import (
    DAY,
    Span,
    day_span,
    easter,
    edge_of,
    month_span,
    nth_weekday,
    shift,
    unit_span,
    unit_value,
    year_span,
)

# A two-digit year, or a numeric date of unclear order, is read towards the report's day.
_CENTURY = 100
_FUTURE_YEARS = 20
_NEAR_DAYS = 31


def calendar_day(groups: Groups, frame: Frame) -> Reading:
    """`27 February 2022`, `Sunday, Feb. 27`, `March 23 last year`."""
    return day_reading(_day(groups, frame))


def calendar_days(groups: Groups, frame: Frame) -> Reading:
    """`March 26-30`, `23 and 24 February`: an interval within a month."""
    first = _day(groups, frame)
    last = first.replace(day=int(groups["day2"]))
    if last < first:
        raise ValueError("days in the wrong order")
    return Reading("DATE", f"{first}/{last}", Span(first, last))


def another_day(groups: Groups, frame: Frame) -> Reading | None:
    """The `25` of `April 24 and 25`."""
    if not frame.lists or not frame.told:
        return None
    return day_reading(frame.told.last.replace(day=int(groups["day"])))


def numeric_day(groups: Groups, frame: Frame) -> Reading:
    """`27/02/2022`, `2/27/22`, `27.02.2022`; an unclear order near the report's day, else the year."""
    one, two = int(groups["one"]), int(groups.get("two") or groups["two_dots"])
    year = _full_year(groups.get("year") or groups["year_dots"], frame)
    orders = {(one, two)} if "two_dots" in groups else {(one, two), (two, one)}
    days = [date(year, month, day) for day, month in orders if month <= 12]  # noqa: PLR2004 - months
    if not days:
        raise ValueError("no such day")
    near = [day for day in days if abs((day - frame.published).days) <= _NEAR_DAYS]
    clear = days if len(days) == 1 else near
    return day_reading(clear[0]) if len(clear) == 1 else unit_reading("year", date(year, 1, 1))


def month_of_year(groups: Groups, frame: Frame) -> Reading:
    """`February 2022`, `early March of last year`."""
    year = year_of(groups, frame) or frame.published.year
    return _edged("month", date(year, month_of(groups), 1), groups)


def month_alone(groups: Groups, frame: Frame) -> Reading:
    """`March`, `late November`, `last October`."""
    month = month_of(groups)
    step = time_words().which.get(groups.get("which", ""))
    if step is None:
        year = place_month(month, frame)
    elif step < 0:
        year = frame.published.year - (month >= frame.published.month)
    else:
        year = frame.published.year + (step > 0 and month <= frame.published.month)
    return _edged("month", date(year, month, 1), groups)


def year_alone(groups: Groups, _: Frame) -> Reading:
    """`2014`, `late 2014`."""
    return _edged("year", date(int(groups["year"]), 1, 1), groups)


def years(groups: Groups, _: Frame) -> Reading | None:
    """`1939-1945`, `2021/22`."""
    first, until = int(groups["year"]), groups["until"]
    last = int(until) if len(until) > 2 else first // _CENTURY * _CENTURY + int(until)  # noqa: PLR2004
    if last <= first:
        return None
    return Reading("DATE", f"{first:04}/{last:04}", Span(date(first, 1, 1), date(last, 12, 31)))


def decade(groups: Groups, frame: Frame) -> Reading:
    """`the 1990s`, `the late '80s`, `the nineties`."""
    if "decade" in groups:
        return _edged("decade", date(int(groups["decade"]), 1, 1), groups)
    tens = int(groups.get("tens") or time_words().decade_words[groups["decade_word"]])
    year = frame.published.year // _CENTURY * _CENTURY + tens
    return _edged("decade", date(year - _CENTURY * (year > frame.published.year), 1, 1), groups)


def century(groups: Groups, _: Frame) -> Reading:
    """`the 20th century`, `the late nineteenth century`."""
    number = int(groups.get("century") or time_words().ordinals[groups["ordinal"]])
    return _edged("century", date((number - 1) * _CENTURY + 1, 1, 1), groups)


def quarter(groups: Groups, frame: Frame) -> Reading | None:
    """`the first quarter of 2022`, `the last quarter`, `H1 2023`; a fiscal one has no known days."""
    piece = {"q": "quarter", "h": "half"}.get(groups.get("short_piece", ""), groups.get("piece"))
    year = year_of(groups, frame)
    number = int(groups["index"]) if "index" in groups else time_words().ordinals[groups["ordinal"]]
    if piece == "half":
        return _half(year, number)
    if year is None and number < 0:
        return unit_reading("quarter", shift(frame.published, "quarter", -1))
    month = 3 * (number if number > 0 else 4) - 2
    year = year or place_month(month, frame)
    if "fiscal" in groups:
        return Reading("DATE", f"FY{year:04}-Q{(month + 2) // 3}")
    return unit_reading("quarter", date(year, month, 1))


def fiscal_year(groups: Groups, _: Frame) -> Reading:
    """`fiscal year 2023`: its days differ by state."""
    return Reading("DATE", f"FY{groups['year']}")


def weeks_of_month(groups: Groups, frame: Frame) -> Reading:
    """`the first week of March`, `the last weekend of May 2021`."""
    month = month_of(groups)
    year = year_of(groups, frame) or place_month(month, frame)
    nth = time_words().ordinals[groups["ordinal"]]
    thursday = nth_weekday(year, month, 4, nth)
    return unit_reading(groups["piece"], thursday)


def week_of_day(groups: Groups, frame: Frame) -> Reading:
    """`the week of March 6`."""
    return unit_reading("week", _day(groups, frame))


def season(groups: Groups, frame: Frame) -> Reading:
    """`last summer`, `the spring of 2014`, `this winter`: northern, meteorological."""
    found = time_words().seasons[groups["season"]]
    year = year_of(groups, frame)
    step = time_words().which.get(groups.get("which", ""))
    if year is None:
        year = _season_year(found.month, step, frame)
    span = month_span(year, found.month, months=3)
    span = edge_of(span, time_words().edges[groups["edge"]]) if "edge" in groups else span
    return Reading("DATE", f"{year:04}-{found.code}", span)


def holiday(groups: Groups, frame: Frame) -> Reading:
    """`Christmas`, `last Thanksgiving`, `Good Friday 2022`."""
    name = groups["holiday"]
    found = next(row for row in time_words().holidays if name in row.words)
    year = year_of(groups, frame)
    if year is not None:
        return day_reading(_holiday(found, year))
    days = [_holiday(found, frame.published.year + step) for step in (-1, 0, 1)]
    step = time_words().which.get(groups.get("which", ""), 0)
    if step < 0:
        return day_reading(max(day for day in days if day < frame.published))
    if step > 0:
        return day_reading(min(day for day in days if day > frame.published))
    placed = {place_day(day.month, day.day, frame).year for day in days[1:2]}
    return day_reading(next(day for day in days if day.year in placed))


def anchor(groups: Groups, _: Frame) -> Reading:
    """`9/11`: a day that goes by its name."""
    return day_reading(time_words().anchors[groups["anchor"]])


def _day(groups: Groups, frame: Frame) -> date:
    month, day, year = month_of(groups), day_of(groups), year_of(groups, frame)
    if year is None:
        return place_day(month, day, frame, weekday=weekday_of(groups))
    return date(year, month, day)


def _full_year(digits: str, frame: Frame) -> int:
    if len(digits) > 2:  # noqa: PLR2004 - two digits
        return int(digits)
    latest = frame.published.year + _FUTURE_YEARS
    return latest - (latest - int(digits)) % _CENTURY


def _edged(unit: str, day: date, groups: Groups) -> Reading:
    span = unit_span(unit, day)
    if "edge" in groups:
        span = edge_of(span, time_words().edges[groups["edge"]])
    return Reading("DATE", unit_value(unit, day), span)


def _half(year: int | None, number: int) -> Reading | None:
    if year is None or number > 2:  # noqa: PLR2004 - two halves
        return None
    second = number != 1
    span = month_span(year, 7 if second else 1, months=6)
    return Reading("DATE", f"{year:04}-H{2 if second else 1}", span)


def _season_year(month: int, step: int | None, frame: Frame) -> int:
    """The year in which the season begins."""
    published = frame.published
    begins = [date(published.year + years, month, 1) for years in (-2, -1, 0, 1)]
    begun = [day for day in begins if day <= published]
    running = published <= month_span(begun[-1].year, month, months=3).last
    if step is not None and step < 0:
        return begun[-2 if running else -1].year
    if running or (frame.tense != "future" and not step):
        return begun[-1].year + bool(step)
    return begun[-1].year + 1


def _holiday(row: Holiday, year: int) -> date:
    if row.easter is not None:
        return easter(year) + DAY * row.easter
    if row.nth:
        return nth_weekday(year, row.month, row.weekday, row.nth) + DAY * row.plus
    return date(year, row.month, row.day)


def first_units(groups: Groups, frame: Frame) -> Reading | None:
    """`the first two weeks of March`, `the first six months of 2022`, `the last three days of May`."""
    words = time_words()
    count, nth = words.numbers.get(groups["count"]), words.ordinals[groups["ordinal"]]
    unit = next(name for name, row in words.units.items() if groups["unit"] in row.words)
    number = count or (int(groups["count"]) if groups["count"].isdigit() else 0)
    if nth not in {1, -1} or not number:
        return None
    whole = _whole(groups, frame)
    if nth == 1:
        span = Span(whole.first, shift(whole.first, unit, number) - DAY)
    else:
        span = Span(shift(whole.last + DAY, unit, -number), whole.last)
    inside = span.first >= whole.first and span.last <= whole.last
    return Reading("DATE", f"{span.first}/{span.last}", span) if inside else None


def _whole(groups: Groups, frame: Frame) -> Span:
    if "month" in groups:
        month = month_of(groups)
        return month_span(year_of(groups, frame) or place_month(month, frame), month)
    year = int(groups["year2"]) if "year2" in groups else year_of(groups, frame)
    return year_span(year or frame.published.year)


def eve(groups: Groups, frame: Frame) -> Reading:
    """`the eve of March 23`, `the eve of Christmas`."""
    return day_reading(_day(groups, frame) - DAY)


def eve_of_event(_: Groups, __: Frame) -> Reading:
    """`on the eve` of an event: the day is the event's to tell."""
    return Reading("DATE", "XXXX-XX-XX")


_ = day_span
