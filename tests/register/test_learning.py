"""Sightings to tenures: one person under several spellings, stints, successors."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from dragoman.register.learning import learn
from dragoman.register.tenures import Sighting
from holders import sighting


def seen(*told: tuple[str, str]) -> list[Sighting]:
    return [sighting(person, day) for person, day in told]


def test_a_tenure_has_its_first_and_last_day_and_its_reports() -> None:
    (one,) = learn(seen(("Ada Oduya", "2020-01-05"), ("Ada Oduya", "2021-03-04")))
    assert (one.person, one.first_seen, one.last_seen) == ("Ada Oduya", "2020-01-05", "2021-03-04")
    assert (one.reports, one.said, one.rung, one.office_class) == (
        2, 2, "learned", "head of government",
    )  # fmt: skip


def test_spellings_of_one_holder_are_one_tenure() -> None:
    names = ("Mahmood Okello", "Mehmood Okello", "Okello", "M. Okello", "MAHMOOD OKELLO")
    (one,) = learn(seen(*((name, f"2020-01-{n:02}") for n, name in enumerate(names, start=1))))
    assert one.person in {"Mahmood Okello", "Mehmood Okello"}
    assert {one.person, *one.names} == set(names)


def test_in_an_office_of_many_variants_stay_apart() -> None:
    told = [("Joe Mwangi", "2020-01-01"), ("Joseph Mwangi", "2020-02-01")]
    spokespersons = [sighting(person, day, office="adviser") for person, day in told]
    assert len(learn(spokespersons)) == 2
    assert len(learn(seen(*told))) == 1


def test_a_surname_belongs_to_whom_is_seen_in_full_nearest() -> None:
    early, late = learn(
        seen(
            ("Nuru Sharif", "2014-05-01"),
            ("Nuru Sharif", "2016-05-01"),
            ("Sharif", "2016-06-01"),
            ("Bahati Sharif", "2022-05-01"),
            ("Bahati Sharif", "2023-05-01"),
            ("Sharif", "2022-06-01"),
        )
    )
    assert (early.person, early.last_seen, early.reports) == ("Nuru Sharif", "2016-06-01", 3)
    assert (late.person, late.first_seen, late.reports) == ("Bahati Sharif", "2022-05-01", 3)


def test_a_successor_is_seen_after_the_other_for_good() -> None:
    first, second = learn(
        seen(
            ("Ada Oduya", "2020-01-05"),
            ("Ben Kiprop", "2021-01-05"),
            ("Ben Kiprop", "2021-02-05"),
        )
    )
    assert (first.successor, first.before) == ("Ben Kiprop", "2021-01-05")
    assert second.successor is None


def test_one_report_makes_no_successor() -> None:
    first, _ = learn(seen(("Ada Oduya", "2020-01-05"), ("Ben Kiprop", "2021-01-05")))
    assert first.successor is None


def test_who_returns_to_office_has_two_tenures() -> None:
    told = [("Ada Oduya", "2015"), ("Ben Kiprop", "2017"), ("Ben Kiprop", "2018")]
    found = learn(seen(*((name, f"{year}-01-05") for name, year in (*told, ("Ada Oduya", "2020")))))
    assert [one.person for one in found] == ["Ada Oduya", "Ben Kiprop", "Ada Oduya"]


def test_a_state_that_only_the_context_gave_makes_no_holder() -> None:
    assert learn([sighting("Oduya", "2020-01-05", said=False)]) == ()
    told = [sighting("Ada Oduya", "2020-01-05"), sighting("Oduya", "2020-02-05", said=False)]
    (one,) = learn(told)
    assert (one.reports, one.said, one.last_seen) == (2, 1, "2020-02-05")


def test_former_and_future_holders_stand_apart() -> None:
    told = [
        sighting("Ada Oduya", "2020-01-05"),
        sighting("Ada Oduya", "2022-01-05", status="former"),
        sighting("Ben Kiprop", "2020-01-06", status="designate"),
    ]
    assert {(one.person, one.status) for one in learn(told)} == {
        ("Ada Oduya", "current"),
        ("Ada Oduya", "former"),
        ("Ben Kiprop", "designate"),
    }


NAMES = ("Ada Oduya", "Oduya", "ADA ODUYA", "Ben Kiprop", "Kiprop", "Bin Kiprup", "Sharif")
SIGHTINGS = st.builds(
    sighting,
    st.sampled_from(NAMES),
    st.dates(datetime.date(2015, 1, 1), datetime.date(2016, 1, 1)).map(datetime.date.isoformat),
    status=st.sampled_from(("current", "acting", "former")),
    office=st.sampled_from(("prime minister", "adviser")),
    said=st.booleans(),
)


@given(st.lists(SIGHTINGS, max_size=12, unique_by=lambda one: (one.line_id, one.office)), st.data())
def test_the_order_of_sightings_tells_nothing(told: list[Sighting], data: st.DataObject) -> None:
    found = learn(told)
    assert learn(data.draw(st.permutations(told))) == found
    assert all(one.said and one.first_seen and one.first_seen <= one.end for one in found)
