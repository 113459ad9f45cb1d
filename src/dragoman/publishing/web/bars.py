"""The timeline as bars: cooperation above the line, conflict below, words outside deeds."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Literal

import msgspec

from dragoman.publishing.web.naming import QUADS

WIDTH, HEIGHT = 1080, 190  # of the drawing at its largest, in its own units
_LEFT, _TOP, _BOTTOM = 34, 8, 22
_MOST = 130  # bars that can still be told apart
_DAYS = 14  # that are a bar each, where there are no more
_TICKS = 9  # dates under the axis
_TICK = 64  # units that a date needs
_TALLEST = 14.0  # units of an event where there are few
_WIDEST = 72.0  # units of a bar where there are few

Width = Literal["day", "week", "month", "year"]
Counts = Mapping[str, int]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a bar."""

    style: str
    y: float
    height: float


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A day, week, month or year: its days, its counts by quad, its blocks."""

    since: str
    until: str
    counts: Counts
    x: float
    blocks: tuple[Block, ...]

    @property
    def total(self) -> int:
        """All events of its days."""
        return sum(self.counts.values())


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """Bars on a common scale; `ticks` are places and words under the axis."""

    width: Width
    height: float
    bars: tuple[Bar, ...]
    step: float
    zero: float
    ticks: tuple[tuple[float, str], ...]
    scale: tuple[tuple[float, int], ...]

    @property
    def end(self) -> float:
        """Where the last bar ends."""
        return self.bars[-1].x + self.step

    @property
    def counts(self) -> Counts:
        """All bars together."""
        return sum((Counter(bar.counts) for bar in self.bars), Counter())


def chart(days: Iterable[tuple[str, str, int]]) -> Chart | None:
    """Counts by day and quad as bars of weeks; of days where they are few, else months or years."""
    rows = [row for row in days if row[1] in QUADS]
    if not rows:
        return None
    first, last = min(row[0] for row in rows), max(row[0] for row in rows)
    width = _width(first, last)
    starts = _starts(first, last, width)
    counts: dict[str, dict[str, int]] = {start: {} for start in starts}
    for day, of_day in groupby(rows, key=itemgetter(0)):
        own = counts[_start(day, width)]
        for _, quad, number in of_day:
            own[quad] = own.get(quad, 0) + number
    return _drawn(width, counts)


def _drawn(width: Width, counts: Mapping[str, Counts]) -> Chart:
    up = max(_height(own, "cooperation") for own in counts.values())
    down = max(_height(own, "conflict") for own in counts.values())
    unit = min((HEIGHT - _TOP - _BOTTOM) / max(up + down, 1), _TALLEST)
    zero = _TOP + up * unit
    step = min((WIDTH - _LEFT) / len(counts), _WIDEST)
    bars = [
        Bar(
            since=start,
            until=_last(start, width),
            counts=own,
            x=round(_LEFT + number * step, 2),
            blocks=_blocks(own, zero, unit),
        )
        for number, (start, own) in enumerate(counts.items())
    ]
    return Chart(
        width=width,
        height=round(_TOP + (up + down) * unit + _BOTTOM, 2),
        bars=tuple(bars),
        step=round(step, 2),
        zero=round(zero, 2),
        ticks=_ticks(bars, width),
        scale=tuple(_scale(up, down, zero, unit)),
    )


def _height(counts: Counts, half: str) -> int:
    return sum(number for quad, number in counts.items() if quad.endswith(half))


def _blocks(counts: Counts, zero: float, unit: float) -> tuple[Block, ...]:
    """Deeds next to the axis, words beyond them."""
    found = []
    for half, way in (("cooperation", -1), ("conflict", 1)):
        at = zero
        for kind in ("material", "verbal"):
            number = counts.get(f"{kind} {half}", 0)
            height = number * unit
            if number:
                top = at - height if way < 0 else at
                style = QUADS[f"{kind} {half}"][0]
                found.append(Block(style=style, y=round(top, 2), height=round(height, 2)))
            at += way * height
    return tuple(found)


def _width(first: str, last: str) -> Width:
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    if days < _DAYS:
        return "day"
    return "week" if days <= _MOST * 7 else "month" if days <= _MOST * 30.5 else "year"


def _start(day: str, width: Width) -> str:
    if width == "day":
        return day
    if width == "week":
        at = date.fromisoformat(day)
        return (at - timedelta(days=min(at.weekday(), at.toordinal() - 1))).isoformat()
    return f"{day[:7]}-01" if width == "month" else f"{day[:4]}-01-01"


def _last(start: str, width: Width) -> str:
    """The last day of what begins there."""
    at = date.fromisoformat(start)
    try:
        return (_next(at, width) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return date.max.isoformat()


def _next(at: date, width: Width) -> date:
    if width in {"day", "week"}:
        return at + timedelta(days=1 if width == "day" else 7)
    if width == "month":
        return (at.replace(day=1) + timedelta(days=32)).replace(day=1)
    return at.replace(year=at.year + 1)


def _starts(first: str, last: str, width: Width) -> list[str]:
    found = [_start(first, width)]
    while (end := _last(found[-1], width)) < last:
        found.append((date.fromisoformat(end) + timedelta(days=1)).isoformat())
    return found


def _ticks(bars: Sequence[Bar], width: Width) -> tuple[tuple[float, str], ...]:
    apart = bars[1].x - bars[0].x if len(bars) > 1 else _TICK
    every = max(-(-len(bars) // _TICKS), math.ceil(_TICK / apart), 1)
    cut = {"day": 10, "week": 10, "month": 7, "year": 4}[width]
    shown = bars[::every]
    return tuple((bar.x, bar.since[:cut]) for bar in shown if bar.x < WIDTH - _TICK)


def _scale(up: int, down: int, zero: float, unit: float) -> Iterable[tuple[float, int]]:
    """The largest counts on either side."""
    if up:
        yield round(zero - up * unit, 2), up
    if down:
        yield round(zero + down * unit, 2), down
