"""Days, months and years as ends of an interval."""

import pytest

from dragoman.errors import UsageError
from dragoman.questions.days import first_day, last_day


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2022-02-27", "2022-02-27", "2022-02-27"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
    ],
)
def test_a_month_or_a_year_has_two_ends(given: str, first: str, last: str) -> None:
    assert (first_day(given), last_day(given)) == (first, last)


@pytest.mark.parametrize(
    "given", ["", "yesterday", "27.02.2022", "2022-2", "2022-02-27T00", "٢٠٢٢"]
)
def test_other_forms_are_told(given: str) -> None:
    for end in (first_day, last_day):
        with pytest.raises(UsageError, match="write it as 2022-02-27"):
            end(given)


@pytest.mark.parametrize("given", ["2022-02-30", "2022-13", "0000-01", "2022-00-01"])
def test_days_that_are_in_no_calendar(given: str) -> None:
    for end in (first_day, last_day):
        with pytest.raises(UsageError, match="no such day"):
            end(given)
