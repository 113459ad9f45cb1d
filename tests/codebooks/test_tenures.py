"""The table of well-known office-holders: what it says, and that it does not contradict itself."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from dragoman.codebooks import reference
from dragoman.codebooks.tenures import (
    Tenure,
    classes_of,
    folded,
    held,
    known_as,
    spellings,
    tenures,
)

MONTH = 31  # days that two holders of one office may overlap, while a hand-over is dated roughly


def seen(name: str, day: str) -> set[tuple[str, str]]:
    return {(row.owner, row.office) for row in known_as(name, day)}


def first_day(text: str) -> date:
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])


def is_unique(owner: str, office: str) -> bool:
    """Whether the owner has one holder of the office at a time."""
    titles = [row for row in reference.offices() if row.office == office]
    return all(row.unique for row in titles if not row.owner or owner in row.owner)


def unique_offices() -> Iterator[list[Tenure]]:
    """Rows of each unique office, by their first day."""
    for owner, office in sorted({(row.owner, row.office) for row in tenures()}):
        if is_unique(owner, office):
            yield [row for row in tenures() if (row.owner, row.office) == (owner, office)]


def test_on_a_day_an_office_has_its_holder() -> None:
    assert [row.person for row in held("PAK", "prime minister", "2022-03-01")] == ["Imran Khan"]
    assert [row.person for row in held("PAK", "prime minister", "2022-05-01")] == ["Shehbaz Sharif"]
    assert held("PAK", "prime minister", "1900-01-01") == ()
    assert held("PAK", "pope", "2022-05-01") == ()


def test_the_day_of_a_hand_over_belongs_to_both_the_newcomer_first() -> None:
    both = held("USA", "president", "2021-01-20")
    assert [row.person for row in both] == ["Joe Biden", "Donald Trump"]


@pytest.mark.parametrize(
    ("name", "day", "office"),
    [
        ("Putin", "2022-03-01", ("RUS", "president")),
        ("Putin", "2010-03-01", ("RUS", "prime minister")),
        ("Sullivan", "2022-03-01", ("USA", "national security adviser")),
        ("Guterres", "2022-03-01", ("UN", "secretary general")),
        ("von der Leyen", "2022-03-01", ("EUCOM", "president of the european commission")),
        ("Modi", "2019-03-01", ("IND", "prime minister")),
        ("Pope Francis", "2015-03-01", ("VAT", "pope")),
    ],
)
def test_a_bare_name_means_who_held_office_that_day(
    name: str, day: str, office: tuple[str, str]
) -> None:
    assert seen(name, day) == {office}


def test_a_family_name_that_many_bear_means_any_of_them() -> None:
    owners = {row.owner for row in known_as("Wang", "2022-03-24")}
    assert owners == {"CHN"}
    persons = {row.person for row in known_as("Wang", "2022-03-24")}
    assert {"Wang Yi", "Wang Wenbin"} <= persons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelenskyy", "Zelensky"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
        ("Sergei Lavrov", "SERGEY LAVROV"),
        ("Bashar al-Assad", "Assad"),
        ("Abdel Fattah el-Sisi", "Abdul Fattah Al Sisi"),
        ("Recep Tayyip Erdoğan", "Recep Erdogan"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Fumio Kishida", "Kishida Fumio"),
        ("Viktor Orbán", "Orban"),
        ("Josep Borrell", "borrell"),
        ("Joe Biden", "Joseph R. Biden"),
        ("Volker Türk", "Volker Turk"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    there = {row.person for row in known_as(one, "2023-03-01")}
    assert len(there) == 1
    assert {row.person for row in known_as(other, "2023-03-01")} == there


def test_initials_tell_two_of_a_name_apart() -> None:
    assert seen("George Bush", "1991-01-17") == {("USA", "president")}
    assert seen("George Bush", "2003-03-20") == {("USA", "president")}
    assert seen("George H. W. Bush", "2003-03-20") == set()


def test_nobody_known_is_no_answer() -> None:
    assert known_as("Nobody Atall", "2022-03-01") == ()
    assert known_as("", "2022-03-01") == ()
    assert known_as("Putin", "1975-03-01") == ()


def test_an_article_alone_is_still_a_name() -> None:
    assert folded("Al") == ("al",)
    assert folded("al-Assad") == folded("Assad") == ("assad",)
    assert folded("ash-Sharaa") == folded("al-Sharaa")


def test_one_spelling_stands_in_one_group() -> None:
    forms = [form for forms in spellings().given.names for form in forms]
    assert len(forms) == len(set(forms))
    assert all(form.isascii() for form in forms)


def test_owners_and_offices_are_in_the_codebooks() -> None:
    owners = {row.id for row in reference.states()} | {row.id for row in reference.organisations()}
    assert {row.owner for row in tenures()} <= owners
    assert [row.office for row in tenures() if not classes_of(row.office)] == []


def test_intervals_are_dates_and_none_ends_before_it_begins() -> None:
    for row in tenures():
        assert first_day(row.valid_from) <= first_day(row.valid_to or "9999"), row
        assert first_day(row.valid_from) <= date(2025, 12, 31), row


def test_a_unique_office_has_one_holder_at_a_time() -> None:
    wrong = [
        f"{before.owner} {before.office}: {before.person}, {after.person}"
        for rows in unique_offices()
        for before, after in pairwise(rows)
        if before.valid_to is None
        or (first_day(before.valid_to) - first_day(after.valid_from)).days > MONTH
    ]
    assert wrong == []


def test_a_person_is_told_the_same_way_in_every_row() -> None:
    told = {(row.person, row.family, row.aliases) for row in tenures()}
    assert len(told) == len({row.person for row in tenures()})


def test_rows_are_ordered_complete_and_told_once() -> None:
    rows = [(row.owner, row.office, row.valid_from, row.valid_to or "") for row in tenures()]
    assert rows == sorted(rows)
    assert all(row.person and row.family and row.source for row in tenures())
    told = {(row.person, row.owner, row.office, row.valid_from) for row in tenures()}
    assert len(told) == len(rows)


def test_no_state_holds_office_before_it_exists_or_after() -> None:
    states = {row.id: row for row in reference.states()}
    for row in tenures():
        state = states.get(row.owner)
        if state is not None and state.status != "member":
            assert state.valid_to is None or (row.valid_to or "9999") <= state.valid_to, row
