"""What users write, as one selection; and the selection as a condition on what there is."""

import sqlite3
from typing import Any

import pytest

import factory
from dragoman.errors import UsageError
from dragoman.model import Event
from dragoman.questions import Selection, select, timeline
from dragoman.record import add
from dragoman.record.merging import merge

WANG = factory.party("CHN", person="Wang Yi", office="foreign minister")
SPOKESMAN = factory.party("CHN", person="Wang Wenbin", office="spokesperson")


@pytest.fixture(autouse=True)
def kept(connection: sqlite3.Connection) -> None:
    tell(connection, 1)
    tell(connection, 2, actors=(WANG,), event_mode="phone", place=None, date="2022-03-20")
    tell(connection, 3, actors=(SPOKESMAN,), recipients=(), event_type="ACCUSE", event_mode=None)
    merge(connection)


def tell(connection: sqlite3.Connection, number: int, **fields: Any) -> Event:  # noqa: ANN401 - passed on
    outlet = f"Outlet {number}"
    report = factory.report(f"{factory.TEXT}\n{number}\n", published="2022-03-21", outlet=outlet)
    day = fields.pop("date", "2022-03-10")
    told = factory.event(inside=report, **({"date_start": day, "date_end": day} | fields))
    add(connection, report, [told])
    return told


def found(connection: sqlite3.Connection, **asked: Any) -> list[str]:  # noqa: ANN401 - passed on
    acts = timeline(connection, select(connection, **asked))
    return [" ".join(filter(None, (act.event.event_type, act.event.event_mode))) for act in acts]


@pytest.mark.parametrize(
    ("asked", "acts"),
    [
        ({"actors": ["China"]}, ["ACCUSE", "CONSULT phone"]),
        ({"actors": ["China"], "with_": ["Ukraine"]}, ["CONSULT phone"]),
        ({"actors": ["TUR", "CHN"], "types": ["consult"]}, ["CONSULT meet", "CONSULT phone"]),
        ({"person": "Kuleba"}, ["CONSULT meet", "CONSULT phone"]),
        ({"person": "Wang Yi"}, ["CONSULT phone"]),
        ({"modes": ["phone"]}, ["CONSULT phone"]),
        ({"quads": ["verbal-conflict"]}, ["ACCUSE"]),
        ({"quads": ["material conflict"], "types": ["consult"]}, []),
        ({"since": "2022-03-11"}, ["CONSULT phone"]),
        ({"until": "2022-03-10", "types": ["consult"]}, ["CONSULT meet"]),
        ({"places": ["antalya"]}, ["ACCUSE", "CONSULT meet"]),
        ({"places": ["Turkey"], "outlets": ["outlet 1"]}, ["CONSULT meet"]),
        ({"modalities": ["negated"]}, []),
        ({"sources": 2}, []),
    ],
    ids=str,
)
def test_each_condition_narrows(
    connection: sqlite3.Connection, asked: dict[str, Any], acts: list[str]
) -> None:
    assert sorted(found(connection, **asked)) == acts


def test_between_two_of_the_same_names_means_two_of_them(connection: sqlite3.Connection) -> None:
    five = ["China", "Ukraine", "Mali", "Chad", "Kenya"]
    assert found(connection, actors=five, with_=five) == ["CONSULT phone"]


def test_a_page_is_the_same_whichever_way_it_is_reached(connection: sqlite3.Connection) -> None:
    wanted = select(connection, actors=["China"])
    whole = timeline(connection, wanted)
    assert [timeline(connection, wanted, limit=1, offset=n) for n in range(2)] == [
        [act] for act in whole
    ]


def test_a_report_by_its_id(connection: sqlite3.Connection) -> None:
    report = timeline(connection, Selection(modes=("phone",)))[0].reports[0]
    assert found(connection, report=report) == ["CONSULT phone"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"actors": ["Ukrain"]}, r"did you mean Ukraine \(UKR\)"),
        ({"person": "Wang"}, r"Wang: may be Wang .* \(CHN\), Wang .* \(CHN\): give more"),
        ({"person": "Kulena"}, r"did you mean Dmytro Kuleba \(UKR\)"),
        ({"types": ["consul"]}, "no such type of event: did you mean CONSULT"),
        ({"modes": ["phon"]}, "did you mean phone"),
        ({"outlets": ["Outlet 9"]}, "no such outlet in the record: did you mean Outlet"),
        ({"places": ["Antalia"]}, "no such place in the record: did you mean Antalya"),
        ({"sources": 0}, "give a number from 1 up"),
        ({"since": "yesterday"}, "write it as"),
    ],
    ids=str,
)
def test_what_is_unknown_is_told_with_what_is_near(
    connection: sqlite3.Connection, asked: dict[str, Any], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        select(connection, **asked)
