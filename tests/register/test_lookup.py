"""The register asked for a day and a name."""

import pytest

from dragoman.register.lookup import Register, covers, trusted
from holders import imported, tenure

ADA = tenure("Ada Oduya", "2020-01-05", "2020-12-05", names=("Oduya",))
BEN = tenure("Ben Kiprop", "2021-01-05", "2021-12-05", after="2020-12-05")


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2020-06-01", True),
        ("2019-09-01", True),  # shortly before the first sighting
        ("2019-06-01", False),
        ("2021-05-01", True),
        ("2021-07-01", False),
    ],
)
def test_a_learned_tenure_reaches_around_its_sightings(day: str, *, held: bool) -> None:
    assert covers(ADA, day) is held


def test_it_ends_where_a_successor_is_seen() -> None:
    ended = tenure("Ada Oduya", "2020-01-05", "2020-12-05", before="2021-01-05")
    assert covers(ended, "2021-01-04")
    assert not covers(ended, "2021-01-05")
    assert not covers(BEN, "2020-12-05")


def test_an_imported_tenure_has_its_own_days() -> None:
    one = imported("Ada Oduya", "2018", "2020-03")
    assert [covers(one, day) for day in ("2018-01-01", "2020-03-31", "2020-04-01")] == [
        True, True, False,
    ]  # fmt: skip


def test_the_holder_of_an_office_or_class_on_a_day() -> None:
    register = Register([ADA, BEN])
    for office in ("prime minister", "head of government"):
        assert register.holder(office, "KEN", "2020-06-01") == [ADA]
    assert register.holder("foreign minister", "KEN", "2020-06-01") == []
    assert register.holder("prime minister", "TCD", "2020-06-01") == []


@pytest.mark.parametrize("name", ["Ada Oduya", "Oduya", "A. Oduya", "Adah Oduyah", "ODUYA"])
def test_a_person_by_name_or_part_of_it(name: str) -> None:
    assert Register([ADA, BEN]).person(name, "2020-06-01") == [ADA]


@pytest.mark.parametrize("name", ["Ada Oduya Mwangi", "Eve Oduya", "", "A."])
def test_another_name_finds_nobody(name: str) -> None:
    assert Register([ADA, BEN]).person(name, "2020-06-01") == []


def test_a_word_alone_has_to_be_spelled_as_known() -> None:
    assert Register([ADA]).person("Odoya", "2020-06-01") == []


def test_former_holders_are_not_found() -> None:
    former = tenure("Ada Oduya", "2020-01-05", "2020-12-05", status="former")
    assert Register([former]).person("Ada Oduya", "2020-06-01") == []


def test_imported_stands_above_learned() -> None:
    other = imported("Ada Oduya", "2019", "2021", country="TCD")
    assert trusted([ADA, other]) == other


def test_what_few_reports_tell_is_not_taken() -> None:
    once = tenure("Ada Oduya", "2020-01-05", "2020-01-05", reports=4, said=1)
    assert trusted([once]) is None


def test_two_states_of_equal_weight_leave_it_open() -> None:
    rival = tenure("Ada Oduya", "2020-01-05", "2020-12-05", country="TCD", said=2)
    assert trusted([ADA, rival]) is None
    assert trusted([tenure("Ada Oduya", "2020-01-05", "2020-12-05", said=40), rival]) is not None
