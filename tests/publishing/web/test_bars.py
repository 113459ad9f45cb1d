"""The timeline's bars: weeks, or months or years where weeks are too many; deeds at the axis."""

from dragoman.publishing.web.bars import HEIGHT, WIDTH, chart


def test_no_event_is_no_chart() -> None:
    assert chart([]) is None


def test_weeks_begin_on_monday_and_those_without_events_have_their_place() -> None:
    found = chart([("2022-02-24", "material conflict", 2), ("2022-03-10", "verbal conflict", 1)])
    assert found is not None
    assert found.width == "week"
    assert [(bar.since, bar.until, bar.total) for bar in found.bars] == [
        ("2022-02-21", "2022-02-27", 2),
        ("2022-02-28", "2022-03-06", 0),
        ("2022-03-07", "2022-03-13", 1),
    ]


def test_few_days_are_a_bar_each_and_few_events_a_low_drawing() -> None:
    days = [("2022-02-24", "material conflict", 1), ("2022-02-26", "verbal conflict", 2)]
    found = chart(days)
    full = chart([(day, quad, 100 * number) for day, quad, number in days])
    assert found is not None
    assert full is not None
    assert [(bar.since, bar.until) for bar in found.bars] == [
        (day, day) for day in ("2022-02-24", "2022-02-25", "2022-02-26")
    ]
    assert found.counts == {"material conflict": 1, "verbal conflict": 2}
    assert found.height < full.height == HEIGHT
    assert found.end < WIDTH


def test_deeds_stand_at_the_axis_and_words_beyond() -> None:
    day = "2022-02-24"
    found = chart([(day, "verbal cooperation", 3), (day, "material cooperation", 1)])
    assert found is not None
    deeds, words = found.bars[0].blocks
    assert (deeds.style, words.style) == ("mc", "vc")
    assert deeds.y + deeds.height == found.zero
    assert round(words.y + words.height, 1) == round(deeds.y, 1)
    assert round(words.height) == round(3 * deeds.height)


def test_years_of_events_are_months_and_decades_years() -> None:
    month = chart([("2015-01-31", "verbal conflict", 1), ("2022-12-31", "verbal conflict", 1)])
    year = chart([("0001-01-01", "verbal conflict", 1), ("9999-12-31", "verbal conflict", 1)])
    assert month is not None
    assert year is not None
    assert (month.width, month.bars[0].since, month.bars[-1].until) == (
        "month",
        "2015-01-01",
        "2022-12-31",
    )
    assert (year.width, year.bars[-1].since) == ("year", "9999-01-01")
