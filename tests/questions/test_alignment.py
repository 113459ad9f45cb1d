"""Who stands with whom, by issue and period, and the drift between periods."""

import sqlite3

import factory
from dragoman.model import Stance
from dragoman.questions import EVERYTHING, alignment, select
from dragoman.record import add


def take(
    connection: sqlite3.Connection, who: str, stance: Stance, day: str, issue: str = "ceasefire"
) -> None:
    report = factory.report(f"{factory.TEXT}\n{who} {day} {issue}\n", published=day)
    holders = (factory.party(who),)
    held = {"date_start": day, "date_end": day, "issue": issue, "stance": stance}
    add(connection, report, [factory.position(inside=report, holders=holders, **held)])


def test_units_are_issues_in_months(connection: sqlite3.Connection) -> None:
    take(connection, "KEN", "supports", "2022-03-01")
    take(connection, "GHA", "opposes", "2022-03-02")
    take(connection, "GHA", "supports", "2022-03-20")  # the month's last word
    take(connection, "KEN", "opposes", "2022-03-05", "sanctions")
    take(connection, "GHA", "supports", "2022-04-05", "sanctions")  # another month
    (found,) = alignment(connection)
    assert (found.one, found.two) == ("GHA", "KEN")
    assert (found.agreement.n, found.agreement.shared, found.agreement.opposed) == (1, 1, 0)
    assert not found.firm


def test_drift_is_the_change_between_periods_that_rest_on_enough(
    connection: sqlite3.Connection,
) -> None:
    for month, theirs in (("01", "supports"), ("02", "supports"), ("04", "opposes")):
        take(connection, "KEN", "supports", f"2022-{month}-01")
        take(connection, "GHA", theirs, f"2022-{month}-02")  # type: ignore[arg-type]  # a stance in a table
    first, second = alignment(connection, EVERYTHING, period="quarter", least=1)
    assert (first.period, first.agreement.similarity, first.drift) == ("2022-Q1", 1.0, None)
    assert (second.period, second.agreement.similarity, second.drift) == ("2022-Q2", -1.0, -2.0)
    assert [one.drift for one in alignment(connection, period="quarter", least=2)] == [None, None]


def test_by_issue_and_of_the_parties_that_are_named(connection: sqlite3.Connection) -> None:
    for who in ("KEN", "GHA", "TGO"):
        take(connection, who, "supports", "2022-03-01")
        take(connection, who, "opposes", "2022-03-01", "sanctions")
    wanted = select(connection, actors=["Kenya", "Togo"])
    found = alignment(connection, wanted, by_issue=True)
    assert [(one.one, one.two, one.issue) for one in found] == [
        ("KEN", "TGO", "ceasefire"),
        ("KEN", "TGO", "sanctions"),
    ]
