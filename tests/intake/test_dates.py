import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.dates import day_in_name, match_day, parse_day
from dragoman.intake.refusing import Refused


@pytest.mark.parametrize(
    "written",
    [
        "2021-03-04",
        "2021-3-4",
        "20210304",
        "2021/03/04 10:22:11",
        "2021-03-04T23:59:00Z",
        "2021-03-04T10:00:00.123456+03:00",
        "2021-03-04 10:00:00 UTC",
        "4 March 2021",
        "4 Mar, 2021 07:47pm",
        "04-Mar-2021",
        "4th of March, 2021",
        "March 4, 2021",
        "Mar. 4, 2021",
        "MARCH 4TH, 2021 | 7:47 p.m. PKT",
        "Thursday, 4 March 2021, 19.47 GMT",
        "Thu, 4 Mar 2021 19:47:00 +0500",
        "Thursday March 4, 2021 1947 hrs",
    ],
)
def test_every_form_gives_the_day_as_written(written: str) -> None:
    assert parse_day(written) == "2021-03-04"


@pytest.mark.parametrize(
    ("written", "day"), [("25/02/2021", "2021-02-25"), ("02.25.2021", "2021-02-25")]
)
def test_numbers_are_read_where_only_one_order_is_possible(written: str, day: str) -> None:
    assert parse_day(written) == day


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2021-02-30", "no day of the calendar"),
        ("31 June 2021", "no day of the calendar"),
        ("04/03/2021", "may be two days"),
        ("0001-01-01", "outside the years"),
        ("9999-12-31", "outside the years"),
        ("4 March", "no year"),
        ("2021-03", "cannot be read"),
        ("yesterday", "cannot be read"),
        ("4 March 2021 was a Thursday", "cannot be read"),
        ("1614850000", "cannot be read"),
    ],
)
def test_what_is_no_day_says_why(written: str, why: str) -> None:
    with pytest.raises(Refused, match=why) as caught:
        parse_day(written)
    assert caught.value.code == "bad_date"
    assert written in caught.value.message


@given(st.dates(min_value=datetime.date(1583, 1, 1), max_value=datetime.date(2199, 12, 31)))
def test_any_day_is_read_back_from_its_long_form(day: datetime.date) -> None:
    assert parse_day(f"{day.day} {day:%B} {day.year}") == day.isoformat()
    assert parse_day(f"{day:%B} {day.day}, {day.year}") == day.isoformat()
    assert parse_day(day.isoformat()) == day.isoformat()


def day_or_code(text: str) -> str:
    try:
        return datetime.date.fromisoformat(parse_day(text)).isoformat()
    except Refused as refused:
        return refused.code


@given(st.text())
def test_any_text_is_a_day_or_refused(text: str) -> None:
    assert day_or_code(text) == "bad_date" or day_or_code(text)[4] == "-"


def test_a_day_without_a_year_keeps_its_month_and_day() -> None:
    day = match_day("March 4 (AP)")
    assert day is not None
    assert (day.year, day.month, day.day, day.end) == (None, 3, 4, 7)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2021-03-04-border-post", "2021-03-04"),
        ("20210304_border", "2021-03-04"),
        ("lake_2021.03.04", "2021-03-04"),
        ("2021-13-04-border", None),
        ("000_8e20210304844e0c", None),
        ("120210304", None),
        ("2021-0304", None),
        ("border", None),
    ],
)
def test_a_file_name_gives_a_day_that_stands_apart(name: str, day: str | None) -> None:
    assert day_in_name(name) == day
