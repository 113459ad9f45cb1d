"""Readings told from the report's day, or from the day spoken of before."""

from datetime import date

from dragoman.codebooks.time_words import time_words
from dragoman.resolution.date_frame import (
    UNKNOWN_DAY,
    Frame,
    Groups,
    Reading,
    edged_reading,
    part_reading,
    place_weekday,
    unit_reading,
)
from dragoman.resolution.intervals import DAY, Span, day_span, shift, unit_span


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
        day = _which_weekday(number, which, frame)
    return _of_day(day, groups)


def this_unit(groups: Groups, frame: Frame) -> Reading | None:
    """`last week`, `early next year`, `later this month`, `the end of the year`."""
    unit, which = groups["calendar_unit"], groups.get("which", "")
    if which in time_words().told_only:
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


def eve_of_event(_: Groups, __: Frame) -> Reading:
    """`on the eve` of an event: the day is the event's to tell."""
    return Reading("DATE", UNKNOWN_DAY)


def reference(groups: Groups, _: Frame) -> Reading:
    """`now`, `recently`, `the future`: no certain days."""
    return Reading("DATE", time_words().references[groups["reference"]])


def _which_weekday(number: int, step: int, frame: Frame) -> date:
    back = (frame.published.isoweekday() - number) % 7
    if step < 0:
        return frame.published - DAY * (back or 7)
    if step > 0:
        return frame.published + DAY * (7 - back)
    if frame.tense:
        return place_weekday(number, frame)
    return unit_span("week", frame.published).first + DAY * (number - 1)


def _from_told(unit: str, step: int, groups: Groups, frame: Frame) -> Reading:
    if not frame.told or (unit in {"day", "night"} and frame.told.first != frame.told.last):
        part = time_words().parts.get(groups.get("part", ""))
        return Reading("TIME" if part else "DATE", f"{UNKNOWN_DAY}{part.code if part else ''}")
    day = shift(frame.told.last if step >= 0 else frame.told.first, unit, step)
    if "part" in groups:
        return part_reading(day, groups["part"])
    return _shaded(unit, day, groups, frame.told.last)


def _of_day(day: date, groups: Groups) -> Reading:
    if "part" in groups:
        return part_reading(day, groups["part"])
    return unit_reading("day", day)


def _shaded(unit: str, day: date, groups: Groups, now: date) -> Reading:
    """A unit narrowed by "early" or "the end of", or by "earlier" and "later", split at `now`."""
    reading = edged_reading(unit, day, groups)
    span = reading.span
    if not span or not span.first <= now <= span.last:
        return reading
    if "earlier" in groups:
        return reading._replace(span=Span(span.first, now))
    return reading._replace(span=Span(now, span.last)) if "later" in groups else reading
