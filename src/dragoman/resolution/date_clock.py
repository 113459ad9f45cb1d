"""Readings of clock times."""

from datetime import date

from dragoman.codebooks.time_words import time_words
from dragoman.resolution.date_frame import Frame, Groups, Reading, place_weekday
from dragoman.resolution.date_points import told_day
from dragoman.resolution.intervals import DAY, day_span

_NOON, _LAST_HOUR, _LAST_MINUTE = 12, 24, 59


def clock(groups: Groups, frame: Frame) -> Reading:
    """`9 pm`, `21:30 UTC Monday`, `0735 GMT`, `ten o'clock in the morning`."""
    words = time_words()
    hour = int(groups["hour"]) if "hour" in groups else words.numbers[groups["number"]]
    hour = _full_hour(hour, groups)
    minute = int(groups.get("minute", 0))
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise ValueError("no such hour")
    return _at(f"T{hour:02}:{minute:02}", groups, frame)


def clock_word(groups: Groups, frame: Frame) -> Reading:
    """`noon`, `midnight Tuesday`."""
    return _at(time_words().clock_words[groups["clock_word"]], groups, frame)


def _full_hour(hour: int, groups: Groups) -> int:
    part = time_words().parts.get(groups.get("part", ""))
    if part is None and "meridiem" not in groups:
        return hour
    if not 1 <= hour <= _NOON:
        raise ValueError("no such hour")
    return hour % _NOON + (_NOON if "pm" in groups or (part and part.pm) else 0)


def _at(time: str, groups: Groups, frame: Frame) -> Reading:
    day = _day(groups, frame)
    return Reading("TIME", f"{day}{time}{'Z' if 'utc' in groups else ''}", day_span(day))


def _day(groups: Groups, frame: Frame) -> date:
    words = time_words()
    weekday = groups.get("weekday") or groups.get("day_behind")
    if weekday:
        return place_weekday(words.weekdays[weekday], frame)
    if "near" in groups:
        return frame.published + DAY * words.near_days[groups["near"]]
    if "month" in groups:
        return told_day(groups, frame)
    if frame.told_here and frame.told and frame.told.first == frame.told.last:
        return frame.told.first
    return frame.published
