"""The functions that read expressions of time, by the names that `date_rules.toml` calls them."""

from collections.abc import Callable

from dragoman.resolution import date_amounts, date_clock, date_deixis, date_points
from dragoman.resolution.date_frame import Frame, Groups, Reading

Reader = Callable[[Groups, Frame], Reading | None]

READERS: dict[str, Reader] = {
    "calendar_day": date_points.calendar_day,
    "calendar_days": date_points.calendar_days,
    "another_day": date_points.another_day,
    "numeric_day": date_points.numeric_day,
    "month_of_year": date_points.month_of_year,
    "month_alone": date_points.month_alone,
    "year_alone": date_points.year_alone,
    "years": date_points.years,
    "decade": date_points.decade,
    "century": date_points.century,
    "quarter": date_points.quarter,
    "fiscal_year": date_points.fiscal_year,
    "weeks_of_month": date_points.weeks_of_month,
    "first_units": date_points.first_units,
    "week_of_day": date_points.week_of_day,
    "season": date_points.season,
    "holiday": date_points.holiday,
    "anchor": date_points.anchor,
    "eve": date_points.eve,
    "eve_of_event": date_points.eve_of_event,
    "near_day": date_deixis.near_day,
    "near_night": date_deixis.near_night,
    "near_part": date_deixis.near_part,
    "weekday": date_deixis.weekday,
    "this_unit": date_deixis.this_unit,
    "weekend": date_deixis.weekend,
    "whole_unit": date_deixis.whole_unit,
    "told_unit": date_deixis.told_unit,
    "unit_around": date_deixis.unit_around,
    "same_period": date_deixis.same_period,
    "reference": date_deixis.reference,
    "duration": date_amounts.duration,
    "half_unit": date_amounts.half_unit,
    "vague_duration": date_amounts.vague_duration,
    "single_duration": date_amounts.single_duration,
    "within": date_amounts.within,
    "in_time": date_amounts.in_time,
    "span_of_units": date_amounts.span_of_units,
    "past_unit": date_amounts.past_unit,
    "ago": date_amounts.ago,
    "every_unit": date_amounts.every_unit,
    "rate": date_amounts.rate,
    "repeat": date_amounts.repeat,
    "every_weekday": date_amounts.every_weekday,
    "clock": date_clock.clock,
    "clock_word": date_clock.clock_word,
}
