"""Two people in one office: shown, unless it is one person or one day of a hand-over."""

from dragoman.register.conflicts import conflicts
from holders import imported, tenure

ADA = tenure("Ada Oduya", "2020-01-05", "2020-12-05")


def test_common_days_are_a_conflict() -> None:
    (found,) = conflicts([tenure("Ben Kiprop", "2020-11-01", "2021-12-05"), ADA])
    assert (found.first.person, found.second.person) == ("Ada Oduya", "Ben Kiprop")
    assert (found.since, found.until) == ("2020-11-01", "2020-12-05")


def test_an_open_end_meets_whatever_comes_later() -> None:
    (found,) = conflicts(
        [imported("Ben Kiprop", "2020-06", None), imported("C. Ray", "2021", None)]
    )
    assert (found.since, found.until) == ("2021", "")


def test_no_conflict() -> None:
    apart = tenure("Ben Kiprop", "2020-12-06", "2021-12-05")
    same = imported("Adah Oduya", "2019", "2020-11")
    elsewhere = tenure("Ben Kiprop", "2020-11-01", "2021-12-05", country="TCD")
    of_many = [
        tenure(name, "2020-01-01", "2020-12-01", office="adviser") for name in ("A B", "C D")
    ]
    former = tenure("Ben Kiprop", "2020-11-01", "2021-12-05", status="former")
    assert conflicts([ADA, apart, same, elsewhere, former, *of_many]) == []


def test_the_day_of_a_hand_over_belongs_to_both() -> None:
    pair = [imported("Ada Oduya", None, "2020-12-05"), imported("Ben Kiprop", "2020-12-05", None)]
    assert conflicts(pair) == []
