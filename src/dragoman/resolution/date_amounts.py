"""Readings of amounts of time: durations, "two weeks ago", repeated times."""

from datetime import date
from typing import NamedTuple

from dragoman.codebooks.time_words import Unit, time_words
from dragoman.resolution.date_frame import Frame, Groups, Reading, unit_reading
from dragoman.resolution.intervals import DAY, Span, shift

_PAST, _FUTURE = "PAST_REF", "FUTURE_REF"
_HOURS = frozenset({"second", "minute", "hour"})
# "A decade ago" tells a year, "two and a half years ago" a month.
_GRAIN = {"decade": "year", "century": "year", "night": "day", "fortnight": "week"}
_FINER = {"decade": "year", "year": "month", "month": "week", "week": "day", "day": "day"}


class Amount(NamedTuple):
    """So many units; no number where it is not told."""

    number: float | None
    unit: str
    row: Unit

    @property
    def value(self) -> str:
        """TIMEX3's value: `P2D`, `PT3H`, `PXY`, `P2.5Y`."""
        number = "X" if self.number is None else f"{self.number * self.row.times:g}"
        return self.row.iso.format(number)

    def reach(self, day: date, sign: int) -> date:
        """The day so far before or after another; by the unit's usual reach if not told."""
        if self.number is None:
            return day + DAY * (sign * self.row.days)
        whole, rest = divmod(self.number, 1)
        moved = shift(day, self.unit, sign * int(whole))
        return moved + (shift(moved, self.unit, sign) - moved) * rest if rest else moved


def duration(groups: Groups, _: Frame) -> Reading:
    """`two days`, `a three-hour meeting`, `several weeks`, `two and a half years`."""
    return Reading("DURATION", amount_of(groups).value)


def half_unit(groups: Groups, _: Frame) -> Reading | None:
    """`half an hour`."""
    half = amount_of(groups).row.half
    return Reading("DURATION", half) if half else None


def vague_duration(groups: Groups, _: Frame) -> Reading:
    """`days`, `years-long`: how many is not told."""
    return Reading("DURATION", amount_of(groups)._replace(number=None).value)


def single_duration(groups: Groups, _: Frame) -> Reading:
    """`a day-long meeting`, `yearlong`: one unit; of a plural, an untold number."""
    return Reading("DURATION", amount_of(groups).value)


def within(groups: Groups, frame: Frame) -> Reading:
    """`within two weeks`: from the report's day on, if the clause tells the future."""
    amount = amount_of(groups)
    if frame.tense != "future":
        return Reading("DURATION", amount.value)
    return _from_now(amount, frame, 1)


def in_time(groups: Groups, frame: Frame) -> Reading:
    """`in two weeks`: a date if the clause tells the future, else an amount."""
    amount = amount_of(groups)
    if frame.tense != "future" or amount.number is None:
        return Reading("DURATION", amount.value)
    return _dated(amount, frame.published, 1)


def span_of_units(groups: Groups, frame: Frame) -> Reading:
    """`the past two weeks`, `the next six months`, `recent years`, `the coming days`."""
    amount = amount_of(groups)
    which = groups.get("which") or groups["vague_which"]
    if which in time_words().told_only:
        return Reading("DURATION", amount.value)
    if "vague_which" in groups:
        amount = amount._replace(number=None)
    return _from_now(amount, frame, 1 if time_words().which.get(which, -1) > 0 else -1)


def past_unit(groups: Groups, frame: Frame) -> Reading:
    """`the past week`: the days up to the report's."""
    return _from_now(amount_of(groups), frame, -1)


def ahead(groups: Groups, frame: Frame) -> Reading:
    """`the days ahead`, `the year to come`: from the report's day on."""
    return _from_now(amount_of(groups), frame, 1)


def ago(groups: Groups, frame: Frame) -> Reading:
    """`two weeks ago`, `three years earlier`, `a month from now`."""
    amount, order = amount_of(groups), time_words().orders[groups["order"]]
    if not order.now and not frame.told:
        return Reading("DURATION", amount.value)
    start = frame.published if order.now or not frame.told else frame.told.last
    if amount.number is not None:
        return _dated(amount, start, order.sign)
    if not order.now:
        return Reading("DURATION", amount.value)
    ends = sorted((start, amount.reach(start, order.sign)))
    return Reading("DATE", _PAST if order.sign < 0 else _FUTURE, Span(*ends))


def every_unit(groups: Groups, _: Frame) -> Reading:
    """`every week`, `each day`, `every two years`, `every other day`."""
    amount = amount_of(groups)
    return Reading("SET", (amount._replace(number=2.0) if "other" in groups else amount).value)


def rate(groups: Groups, _: Frame) -> Reading:
    """`$5 million a year`, `twice a week`."""
    return Reading("SET", amount_of(groups).value)


def repeat(groups: Groups, _: Frame) -> Reading:
    """`daily`, `annual`."""
    return Reading("SET", time_words().repeats[groups["repeat"]])


def every_weekday(groups: Groups, _: Frame) -> Reading:
    """`every Friday`, `Sundays`."""
    words = time_words()
    number = (
        words.weekdays.get(groups.get("weekday", ""))
        or words.plural_weekdays[groups["plural_weekday"]]
    )
    part = words.parts.get(groups.get("part", ""))
    return Reading("SET", f"XXXX-WXX-{number}{part.code if part else ''}")


def amount_of(groups: Groups) -> Amount:
    """The count and unit that groups tell; one unit if there is no count."""
    words = time_words()
    word = groups.get("unit") or groups.get("unit_long") or groups["plural_unit"]
    unit = next(name for name, row in words.units.items() if word in (name, *row.words))
    plural = "count" not in groups and word != unit
    number = None if plural else _number(groups["count"]) if "count" in groups else 1.0
    if number is not None and "half" in groups:
        number += 0.5
    return Amount(number, unit, words.units[unit])


def _number(text: str) -> float | None:
    words = time_words()
    if text in words.vague.words:
        return None
    if text in words.numbers:
        return float(words.numbers[text])
    if text[0].isdigit():
        return float(text.replace(",", ""))
    tens, _, ones = text.partition("-")
    return float(words.tens[tens] + words.numbers.get(ones, 0))


def _from_now(amount: Amount, frame: Frame, sign: int) -> Reading:
    ends = sorted((frame.published, amount.reach(frame.published, sign)))
    return Reading("DURATION", amount.value, Span(*ends))


def _dated(amount: Amount, start: date, sign: int) -> Reading:
    """The unit in which the day falls that is so far from another."""
    number = amount.number or 0.0
    if amount.unit in _HOURS:
        ends = sorted((start, start + DAY * (sign * (1 + int(number) // 24))))
        return Reading("TIME", f"{start}TXX", Span(*ends))
    grain = _GRAIN.get(amount.unit, amount.unit)
    unit = grain if number.is_integer() else _FINER.get(grain, grain)
    return unit_reading(unit, amount.reach(start, sign))
