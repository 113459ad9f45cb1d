"""Days as files write them; what the calendar has not is told."""

import pytest

from dragoman.register.days import partial_day, short_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-03-10", "2022-03-10"),
        ("2022-03", "2022-03"),
        (" 2022 ", "2022"),
        ("2022-03-10T00:00:00Z", "2022-03-10"),
        ("+2022-03-00T00:00:00Z", "2022-03"),
        ("2022-00-00", "2022"),
        ("", None),
    ],
)
def test_a_day_may_be_a_month_or_year(text: str, expected: str | None) -> None:
    assert partial_day(text) == expected


@pytest.mark.parametrize(
    "text",
    ["2022-02-31", "0000-01-01", "0000", "2022-13", "31 February", "the 45th", "45", "2022-1"],
)
def test_an_impossible_day_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"no day|no such day"):
        partial_day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("041231", "2004-12-31"),
        ("300101", "2030-01-01"),
        ("310101", "1931-01-01"),
        ("19960101", "1996-01-01"),
    ],
)
def test_years_of_two_digits_are_read_as_petrarch_does(text: str, expected: str) -> None:
    assert short_day(text) == expected


@pytest.mark.parametrize("text", ["040231", "0412", "dec"])
def test_an_impossible_short_day_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"no day|no such day"):
        short_day(text)
