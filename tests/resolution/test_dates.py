"""Expressions of time, read as of the day of the report."""

import csv
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebooks.time_words import date_rules, time_words
from dragoman.resolution.date_readers import READERS
from dragoman.resolution.dates import TimeExpression, find_dates

SUNDAY = "2022-02-27"
# Columns: a sentence, its report's day, the expression in it, its value, its first and last day
# (empty where it denotes no certain days).
EXAMPLES = Path(__file__).with_name("date_examples.csv")

NO_TIMES = [
    "On 31 February they met; on February 30, 2022, too.",
    "They met on the 45th, or on 29 February 2021.",
    "In year 0 nothing was; at 27:80 nothing rang.",
    "The crowd may march on; the second man will second that.",
    "Theresa May and April Jones saw the march.",
    "The count went from 1100 to around 1550.",
    "Some 2000 troops and 1998 tanks, for $2000, in an F-16.",
    "Resolution 1973 was passed; Agenda 2063 was not.",
    "The Sunday Times wrote of Black Friday and of Friday prayers.",
    "The 47-year-old is 47 years old.",
    "He spoke at Mar-a-Lago, as did Jan Egeland.",
    "They honour the Good Friday Agreement and the Lunar New Year.",
    "",
]


def found(text: str, published: str = SUNDAY) -> list[tuple[str, str]]:
    return [(hit.text, hit.value) for hit in find_dates(text, published)]


def examples() -> Iterator[tuple[str, ...]]:
    with EXAMPLES.open(encoding="utf-8", newline="") as stream:
        yield from (tuple(row) for row in list(csv.reader(stream))[1:])


@pytest.mark.parametrize(("text", "published", "words", "value", "first", "last"), examples())
def test_an_expression_is_read_as_of_the_report(  # noqa: PLR0913 - a row of the table
    text: str, published: str, words: str, value: str, first: str, last: str
) -> None:
    (hit,) = find_dates(text, published)
    expected = (words, value, first or None, last or None)
    assert (hit.text, hit.value, hit.first, hit.last) == expected


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It has lasted since Feb 24.", "since"),
        ("The offer stands until Friday.", "until"),
        ("It must end by Friday.", "before"),
        ("They broke up after Friday.", "after"),
        ("They met on Friday.", "at"),
        ("They talked for two days.", "during"),
        ("They talked throughout the past week.", "during"),
        ("Friday was calm.", None),
    ],
)
def test_the_word_before_tells_the_relation(text: str, relation: str | None) -> None:
    (hit,) = find_dates(text, SUNDAY)
    assert hit.relation == relation


def test_two_ends_of_a_stretch_are_two_expressions() -> None:
    hits = find_dates("He ruled from 2009 to 2011 and between 2014 and 2016.", SUNDAY)
    assert [(hit.value, hit.relation) for hit in hits] == [
        ("2009", "since"),
        ("2011", "until"),
        ("2014", "since"),
        ("2016", "until"),
    ]


def test_a_list_of_days_shares_its_month() -> None:
    assert found("On February 23 and 24 he visited Riga.") == [
        ("February 23", "2022-02-23"),
        ("24", "2022-02-24"),
    ]
    assert found("On February 23 and 24 people died.") == [("February 23", "2022-02-23")]


def test_told_days_go_on_from_the_day_spoken_of() -> None:
    text = (
        "On Feb 24 he called. The next day he flew. Three days later he left. That year it ended."
    )
    assert [value for _, value in found(text)] == [
        "2022-02-24",
        "2022-02-25",
        "2022-02-28",
        "2022",
    ]


def test_a_clock_time_belongs_to_the_day_told_in_its_paragraph() -> None:
    assert found("It fell on Friday. The blast came at 9 am.")[1] == ("9 am", "2022-02-25T09:00")
    assert found("It fell on Friday.\nPosted at 9 am.")[1] == ("9 am", "2022-02-27T09:00")


def test_a_clock_time_belongs_to_the_weekday_behind_a_bracket() -> None:
    assert found("It fell at 10:35 a.m. (0735 GMT) Friday.") == [
        ("10:35 a.m.", "2022-02-25T10:35"),
        ("0735 GMT", "2022-02-25T07:35Z"),
        ("Friday", "2022-02-25"),
    ]


def test_a_years_day_is_kept_apart_from_the_present_years() -> None:
    assert found("In 2014 they met; later that year they parted.")[1] == ("later that year", "2014")


def test_the_parse_may_tell_the_tense() -> None:
    text = "Talks on Tuesday in Oslo"
    (past,) = find_dates(text, SUNDAY, tense=lambda _: "past")
    (future,) = find_dates(text, SUNDAY, tense=lambda _: "future")
    assert (past.value, future.value) == ("2022-02-22", "2022-03-01")


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "On Monday he came. On Friday he left."
    (hit,) = find_dates(text, SUNDAY, start=19)
    assert text[hit.start : hit.end] == "Friday"
    assert [hit.text for hit in find_dates(text, SUNDAY, end=10)] == ["Monday"]


def test_a_hard_wrapped_date_is_one_date() -> None:
    assert found("They met on February\n24, 2022, in Riga.") == [
        ("February\n24, 2022", "2022-02-24")
    ]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_do_no_harm(published: str) -> None:
    text = "Ten centuries ago, last year, next year, tomorrow, yesterday, on Friday, next week."
    for hit in find_dates(text, published):
        assert hit.text in text


def test_a_report_without_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        find_dates("They met on Sunday.", "yesterday")


def test_every_rule_has_a_reader_and_every_reader_a_rule() -> None:
    assert {rule.reads for rule in date_rules().rules} == set(READERS)


def test_units_and_words_agree() -> None:
    words = time_words()
    assert set(words.calendar_units) <= set(words.units)
    assert {word.split()[-1] for word in words.told} <= set(words.told_steps)


WORDS = (
    "on in since the last next early mid- of and to by 31 30 29 24 0 45 2022 1998 99999999999 "
    "February March May Feb. Sunday Monday week month year years days century evening spring "
    "two a few half ago later from now today tomorrow that same day first every daily eve "
    "quarter Christmas 9:30 pm GMT 24/02/2022 7/8/07 1990s 2021-22 , . ; - é 🙂 ’s"
)
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))
DAYS = st.dates().map(date.isoformat)


@given(TEXTS, DAYS)
def test_any_text_gives_ordered_expressions_that_stand_in_it(text: str, published: str) -> None:
    hits = find_dates(text, published)
    assert hits == find_dates(text, published)
    assert all(left.end <= right.start for left, right in pairwise(hits))
    for hit in hits:
        assert text[hit.start : hit.end] == hit.text != ""
        check_interval(hit)


def check_interval(hit: TimeExpression) -> None:
    assert (hit.first is None) == (hit.last is None)
    if hit.first and hit.last:
        assert date.fromisoformat(hit.first) <= date.fromisoformat(hit.last)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)), DAYS)
def test_a_full_date_means_itself_on_any_day(day: date, published: str) -> None:
    (hit,) = find_dates(f"They met on {day:%B} {day.day}, {day.year}.", published)
    assert (hit.first, hit.last) == (day.isoformat(), day.isoformat())
