"""Whether two tellings speak of the same days."""

from datetime import date

from dragoman.record.merging.findings import NEVER, Finding
from dragoman.record.merging.tellings import NEAR, Telling, Window

NARROW = 3  # days of a window that says when, not just around when


def days(one: Telling, other: Telling) -> Finding:
    """When: the same day, days that overlap, or others; the vaguer, the less it says."""
    mine, yours = one.window, other.window
    if mine is None or yours is None:
        return Finding(NEVER, "too vague a time")
    first, last = max(mine.first, yours.first), min(mine.last, yours.last)
    if first > last:
        return Finding(NEVER, "other days")
    if not (mine.dated and yours.dated):
        return _undated(one, other, max(mine.days, yours.days))
    return _overlapping(mine, yours, _said(first, last))


def _undated(one: Telling, other: Telling, width: int) -> Finding:
    if one.event.report_id == other.event.report_id:
        return Finding(NEVER, "no day, in one report")
    if width > NEAR:
        return Finding(NEVER, "no day, and no near one")
    return Finding(0.1, "no day, told within days")


def _overlapping(mine: Window, yours: Window, said: str) -> Finding:
    if mine == yours and mine.days == 1:
        return Finding(1.0, f"same day ({said})")
    if max(mine.days, yours.days) <= NARROW:
        return Finding(0.8, f"days agree ({said})")
    if mine == yours:
        return Finding(0.6, f"same days ({said})")
    return Finding(_vague(mine, yours), f"days agree ({said})")


def _vague(mine: Window, yours: Window) -> float:
    """A window's last days are likelier: what is told without its day is mostly fresh."""
    gap = abs(mine.last - yours.last)
    return (0.5 if min(mine.days, yours.days) <= NARROW else 0.1) - gap * 0.01


def _said(first: int, last: int) -> str:
    start = date.fromordinal(first).isoformat()
    return start if first == last else f"{start} to {date.fromordinal(last).isoformat()}"
