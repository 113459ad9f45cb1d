"""Readings told from the report's day, or from the day spoken of before."""

from datetime import date

from dragoman.codebooks.time_words import time_words
from dragoman.resolution.date_frame import (
    UNKNOWN_DAY,
    Frame,
    Groups,
    Reading,
    part_reading,
    place_weekday,
    unit_reading,
)
from dragoman.resolution.intervals import DAY, Span, day_span, edge_of, shift, unit_span, unit_value


def near_day(groups: Groups, frame: Frame) -> Reading:
    """`today`, `the day before yesterday`, `tomorrow evening`."""
    day = frame.published + DAY * time_words().near_days[groups["near_day"]]
    return _of_day(day, groups)


def near_night(groups: Groups, frame: Frame) -> Reading:
    """`tonight`, `last night`."""
    day = frame.published + DAY * time_words().near_nights[groups["near_night"]]
    return Reading("TIME", f"{day}TNI", day_span(day))


def near_part(groups: Groups, frame: Frame) -> Reading:
    """`this morning`."""
    return part_reading(frame.published, groups["part"])


def weekday(groups: Groups, frame: Frame) -> Reading:
    """`Sunday`, `last Tuesday`, `Friday next week`, `Monday evening`."""
    words = time_words()
    number = words.weekdays[groups["weekday"]]
    which = words.which.get(groups.get("which", groups.get("which_late", "")))
    if "which_week" in groups:
        week = shift(frame.published, "week", words.which[groups["which_week"]])
        day = unit_span("week", week).first + DAY * (number - 1)
    elif which is None:
        day = place_weekday(number, frame)
    else:
        day = _which_weekday(number, groups.get("which", ""), which, frame)
    return _of_day(day, groups)


def this_unit(groups: Groups, frame: Frame) -> Reading | None:
    """`last week`, `early next year`, `later this month`, `the end of the year`."""
    unit, which = groups["calendar_unit"], groups.get("which", "")
    if f"the {which}" in time_words().told and f"{which}" in _TOLD_ONLY:
        return None
    day = shift(frame.published, unit, time_words().which.get(which, 0))
    return _shaded(unit, day, groups, frame.published)


def weekend(groups: Groups, frame: Frame) -> Reading:
    """`the weekend`, `last weekend`, `this weekend`: the one before or after, by the tense."""
    step = time_words().which.get(groups.get("which", ""), 0)
    ahead = unit_span("weekend", frame.published).first > frame.published
    if not step and ahead and frame.tense != "future":
        step = -1
    return unit_reading("weekend", shift(frame.published, "week", step))


def whole_unit(groups: Groups, frame: Frame) -> Reading:
    """`the entire year`: the one spoken of."""
    day = frame.told.last if frame.told else frame.published
    return unit_reading(groups["calendar_unit"], day)


def told_unit(groups: Groups, frame: Frame) -> Reading:
    """`that day`, `the following week`, `later that year`, `the next morning`."""
    unit = groups.get("told_unit", "day")
    step = time_words().told_steps[groups["told"].split()[-1]]
    return _from_told(unit, step, groups, frame)


def unit_around(groups: Groups, frame: Frame) -> Reading:
    """`the day before.`, `the year after.`: at a clause's end, so not before or after an event."""
    unit = groups["told_unit"]
    return _from_told(unit, time_words().told_steps[groups["order"]], groups, frame)


def same_period(_: Groups, frame: Frame) -> Reading:
    """`the same period last year`: the told interval, a year before."""
    if not frame.told:
        return unit_reading("year", shift(frame.published, "year", -1))
    first, last = (shift(day, "year", -1) for day in frame.told)
    for unit in ("day", "month", "quarter", "year"):
        if unit_span(unit, first) == Span(first, last):
            return unit_reading(unit, first)
    return Reading("DATE", f"{first}/{last}", Span(first, last))


def reference(groups: Groups, _: Frame) -> Reading:
    """`now`, `recently`, `the future`: no certain days."""
    return Reading("DATE", time_words().references[groups["reference"]])


def _which_weekday(number: int, which: str, step: int, frame: Frame) -> date:
    back = (frame.published.isoweekday() - number) % 7
    if step < 0:
        return frame.published - DAY * (back or 7)
    ahead = frame.published + DAY * (7 - back)
    this_week = unit_span("week", frame.published).first + DAY * (number - 1)
    if step == 0:
        return place_weekday(number, frame) if frame.tense else this_week
    if which in {"next"}:
        return this_week + DAY * 7
    return ahead


def _from_told(unit: str, step: int, groups: Groups, frame: Frame) -> Reading:
    if not frame.told or (unit in {"day", "night"} and frame.told.first != frame.told.last):
        part = time_words().parts.get(groups.get("part", ""), "")
        return Reading("TIME" if part else "DATE", f"{UNKNOWN_DAY}{part}")
    day = shift(frame.told.last if step >= 0 else frame.told.first, unit, step)
    if "part" in groups:
        return part_reading(day, groups["part"])
    return _shaded(unit, day, groups, frame.told.last)


def _of_day(day: date, groups: Groups) -> Reading:
    if "part" in groups:
        return part_reading(day, groups["part"])
    return unit_reading("day", day)


def _shaded(unit: str, day: date, groups: Groups, now: date) -> Reading:
    """A unit narrowed by "early", "the end of", or by "earlier" and "later", which turn at `now`."""
    span = unit_span(unit, day)
    if "edge" in groups:
        span = edge_of(span, time_words().edges[groups["edge"]])
    elif groups.get("shade") == "earlier" and span.first <= now <= span.last:
        span = Span(span.first, now)
    elif groups.get("shade") == "later" and span.first <= now <= span.last:
        span = Span(now, span.last)
    return Reading("DATE", unit_value(unit, day), span)


_TOLD_ONLY = {"following", "previous", "preceding"}
