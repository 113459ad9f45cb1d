"""Readings of amounts of time: durations, "two weeks ago", repeated times."""

from datetime import date
from typing import NamedTuple

from dragoman.codebooks.time_words import Unit, time_words
from dragoman.resolution.date_frame import Frame, Groups, Reading, unit_reading
from dragoman.resolution.intervals import DAY, Span, day_span, shift

_PAST, _FUTURE = "PAST_REF", "FUTURE_REF"


class Amount(NamedTuple):
    """So many units; no number where it is not told; `half` a unit more."""

    number: float | None
    unit: str
    row: Unit
    half: bool = False

    @property
    def value(self) -> str:
        """TIMEX3's value: `P2D`, `PT3H`, `PXY`, `P2.5Y`."""
        if self.number is None:
            return self.row.iso.format("X")
        return self.row.iso.format(f"{(self.number + 0.5 * self.half) * self.row.times:g}")

    def reach(self, day: date, sign: int) -> date:
        """The day so far before or after another; by the unit's usual reach if not told."""
        if self.number is None:
            return day + DAY * (sign * self.row.days)
        if not float(self.number).is_integer() or (self.half and self.unit != "year"):
            whole = self.number + 0.5 * self.half
            return day + DAY * round(sign * whole * self.row.days)
        moved = shift(day, self.unit, sign * int(self.number))
        return shift(moved, "month", sign * 6) if self.half else moved


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
    return Reading(
        "DURATION", amount.value, Span(frame.published, amount.reach(frame.published, 1))
    )


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
    if which in _TOLD:
        return Reading("DURATION", amount.value)
    if "vague_which" in groups:
        amount = amount._replace(number=None)
    if time_words().which.get(which, -1) > 0:
        return Reading(
            "DURATION", amount.value, Span(frame.published, amount.reach(frame.published, 1))
        )
    span = Span(amount.reach(frame.published, -1), frame.published)
    return Reading("DURATION", amount.value, span)


def past_unit(groups: Groups, frame: Frame) -> Reading:
    """`the past week`: the days up to the report's."""
    amount = amount_of(groups)
    span = Span(amount.reach(frame.published, -1), frame.published)
    return Reading("DURATION", amount.value, span)


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
    other = groups.get("count") in {"other"}
    amount = amount_of(groups)._replace(number=2) if other else amount_of(groups)
    return Reading("SET", amount.value)


def rate(groups: Groups, _: Frame) -> Reading:
    """`$5 million a year`, `twice a week`."""
    return Reading("SET", amount_of(groups).value)


def repeat(groups: Groups, _: Frame) -> Reading:
    """`daily`, `annual`."""
    return Reading("SET", time_words().repeats[groups["repeat"]])


def every_weekday(groups: Groups, _: Frame) -> Reading:
    """`every Friday`, `Sundays`."""
    words = time_words()
    name = groups.get("weekday") or groups["weekday_name"]
    part = words.parts.get(groups.get("part", ""), "")
    return Reading("SET", f"XXXX-WXX-{words.weekdays[name]}{part}")


def amount_of(groups: Groups) -> Amount:
    """The count and unit that groups tell; one unit if there is no count."""
    words = time_words()
    word = groups.get("unit") or groups.get("unit_long") or groups["plural_unit"]
    unit = next(name for name, row in words.units.items() if word in (name, *row.words))
    plural = "count" not in groups and word != unit
    number = None if plural else _number(groups.get("count", "one"))
    return Amount(number, unit, words.units[unit], "half" in groups)


def _number(text: str) -> float | None:
    words = time_words()
    if text in words.vague.words:
        return None
    if text in words.numbers:
        return words.numbers[text]
    if text[0].isdigit():
        return float(text.replace(",", ""))
    tens, _, ones = text.partition("-")
    return words.tens[tens] + words.numbers.get(ones, 0)


def _dated(amount: Amount, start: date, sign: int) -> Reading:
    """The unit in which the day falls that is so far from another."""
    if amount.unit in _HOURS:
        ends = sorted((start, start + DAY * (sign * (1 + int(amount.number or 0) // 24))))
        return Reading("TIME", f"{start}TXX", Span(*ends))
    day = amount.reach(start, sign)
    unit = (
        "month" if amount.half and amount.unit == "year" else _GRAIN.get(amount.unit, amount.unit)
    )
    reading = unit_reading(unit, day)
    return reading if unit != "day" else Reading("DATE", day.isoformat(), day_span(day))


_HOURS = {"second", "minute", "hour"}
_GRAIN = {"decade": "year", "century": "year", "night": "day", "fortnight": "week"}
_TOLD = {"following", "previous", "preceding"}
