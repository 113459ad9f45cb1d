"""Two parties: months in quads, main events, stances of both, what was asked."""

import sqlite3
from typing import Any

import pytest

import factory
from dragoman.errors import UsageError
from dragoman.questions import asks, dyad, participants, select
from dragoman.record import add
from dragoman.record.merging import merge

KENYA, GHANA = factory.party("KEN"), factory.party("GHA")


def tell(connection: sqlite3.Connection, day: str, event_type: str, **fields: Any) -> None:  # noqa: ANN401 - passed on
    text = f"{factory.TEXT}\n{day} {event_type} {fields.get('modality')}\n"
    report = factory.report(text, published=day)
    sides = {"actors": (KENYA,), "recipients": (GHANA,), "event_mode": None, "place": None}
    own = {"event_type": event_type, "date_start": day, "date_end": day}
    add(connection, report, [factory.event(inside=report, **(sides | own | fields))])


def stand(connection: sqlite3.Connection, who: str, stance: str, issue: str) -> None:
    report = factory.report(f"{factory.TEXT}\n{who} {issue}\n")
    holders = (factory.party(who),)
    add(
        connection,
        report,
        [factory.position(inside=report, holders=holders, stance=stance, issue=issue)],
    )


@pytest.fixture(autouse=True)
def kept(connection: sqlite3.Connection) -> None:
    tell(connection, "2022-01-05", "CONSULT")
    tell(connection, "2022-03-01", "REQUEST", content=factory.span("an immediate ceasefire"))
    tell(connection, "2022-03-09", "ASSAULT", actors=(GHANA,), recipients=(KENYA,))
    tell(connection, "2022-03-09", "ASSAULT", modality="negated")
    stand(connection, "KEN", "supports", "ceasefire")
    stand(connection, "GHA", "opposes", "ceasefire")
    stand(connection, "KEN", "supports", "sanctions")
    merge(connection)


def test_months_count_facts_by_quad_whoever_acts(connection: sqlite3.Connection) -> None:
    found = dyad(connection, "KEN", "GHA")
    assert [(month.month, month.quads) for month in found.months] == [
        ("2022-01", {"verbal cooperation": 1}),
        ("2022-03", {"material conflict": 1, "verbal conflict": 1}),
    ]
    assert found.counted == ("asserted",)
    assert dyad(connection, "GHA", "KEN").months == found.months


def test_other_modalities_are_counted_where_they_are_asked_for(
    connection: sqlite3.Connection,
) -> None:
    negated = dyad(connection, "KEN", "GHA", select(connection, modalities=["negated"]))
    assert [month.quads for month in negated.months] == [{"material conflict": 1}]
    assert negated.counted == ("negated",)


def test_issues_on_which_both_took_a_stance(connection: sqlite3.Connection) -> None:
    (found,) = dyad(connection, "KEN", "GHA").contrasts
    assert (found.issue, found.relation) == ("ceasefire", "opposed")
    assert (found.one.stance, found.two.stance) == ("supports", "opposes")


def test_main_events_stand_by_day(connection: sqlite3.Connection) -> None:
    found = dyad(connection, "KEN", "GHA", main=2).main
    assert len(found) == 2
    assert [act.day for act in found] == sorted(act.day for act in found)


def test_one_party_is_no_pair(connection: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="KEN: is one party: name two"):
        dyad(connection, "KEN", "KEN")


def test_asks_have_the_words_of_what_is_asked(connection: sqlite3.Connection) -> None:
    (found,) = asks(connection)
    assert (found.content, found.act.event.event_type) == ("an immediate ceasefire", "REQUEST")
    assert asks(connection, status=found.followup.status) == [found]
    assert asks(connection, select(connection, types=["agree"])) == []
    assert asks(connection, select(connection, types=["consult"])) == []


def test_who_takes_part(connection: sqlite3.Connection) -> None:
    ghana, kenya = participants(connection)
    assert (kenya.name, kenya.acting, kenya.receiving) == ("Kenya", 2, 1)
    assert (ghana.acting, ghana.receiving) == (1, 2)
    (asked,) = participants(connection, select(connection, actors=["Kenya"]))
    assert (asked.first, asked.last) == ("2022-01-05", "2022-03-09")


def test_counts_of_months_and_of_acts_agree(connection: sqlite3.Connection) -> None:
    months = participants(connection, select(connection, since="2022-03", until="2022-03"))
    days = participants(connection, select(connection, since="2022-02-27", until="2022-03-30"))
    assert months == days
    assert [one.acting + one.receiving for one in months] == [2, 2]
