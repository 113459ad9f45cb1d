"""The stage: whatever the order, the batches, what goes and comes back, the acts are the same."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factory
from dragoman.model import Event, Party, Report
from dragoman.record import add, open_record
from dragoman.record.merging import merge, rule, stage, unmerge

Told = tuple[Report, tuple[Event, ...]]


def meeting(number: int, **fields: Any) -> Told:  # noqa: ANN401 - passed on
    published = fields.pop("published", "2022-03-11")
    report = factory.report(
        f"{factory.TEXT}\n{number}\n", published=published, outlet=f"Outlet {number}"
    )
    return report, (factory.event(inside=report, **fields),)


def tell(connection: sqlite3.Connection, told: Sequence[Told]) -> None:
    for report, events in told:
        add(connection, report, events)


def acts(connection: sqlite3.Connection) -> dict[frozenset[str], tuple[Any, ...]]:
    """Each act's tellings by id, with all that is said of it."""
    query = """
        SELECT act.number, day, date_start, date_end, event_mode, modality, place, tellings,
               reports, sources, confidence, json,
               (SELECT group_concat(role || id, ' ') FROM act_party WHERE act = act.number),
               (SELECT group_concat(one || two || way, ' ') FROM act_pair WHERE act = act.number)
        FROM act
    """
    found = {}
    for number, *said in connection.execute(query).fetchall():
        rows = connection.execute(
            "SELECT line.id, why FROM telling JOIN line ON number = line WHERE act = ?", (number,)
        ).fetchall()
        first = connection.execute("SELECT id FROM line WHERE number = ?", (number,)).fetchone()
        found[frozenset(row[0] for row in rows)] = (*first, *said, sorted(rows))
    return found


DAYS = st.sampled_from(
    [
        ("2022-03-10", "2022-03-10"),
        ("2022-03-11", "2022-03-11"),
        ("2022-03-09", "2022-03-10"),
        ("2022-03-02", "2022-03-12"),
        (None, None),
    ]
)
MEETINGS = st.lists(
    st.tuples(
        DAYS,
        st.sampled_from(["CONSULT", "ASSAULT"]),
        st.sampled_from(["meet", "phone", None]),
        st.sampled_from(["met", "visited", "spoke"]),
        st.sampled_from([(factory.CAVUSOGLU,), (factory.UKRAINE, factory.RUSSIA), ()]),
        st.sampled_from([(factory.KULEBA,), (factory.UKRAINE,), (factory.RUSSIA,), ()]),
        st.sampled_from(["asserted", "future"]),
        st.sampled_from([factory.ANTALYA, None]),
        st.sampled_from(["2022-03-10", "2022-03-12"]),
    ),
    min_size=2,
    max_size=9,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(chosen=MEETINGS, data=st.data())
def test_the_order_of_adding_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[Any], data: st.DataObject
) -> None:
    told = [
        meeting(
            number,
            date_start=days[0],
            date_end=days[1],
            event_type=event_type,
            event_mode=mode,
            trigger=trigger,
            actors=actors,
            recipients=recipients,
            modality=modality,
            place=place,
            published=published,
        )
        for number, (
            days,
            event_type,
            mode,
            trigger,
            actors,
            recipients,
            modality,
            place,
            published,
        ) in enumerate(chosen)
    ]
    shuffled = data.draw(st.permutations(told))
    cut = data.draw(st.integers(0, len(told)))
    folder = tmp_path_factory.mktemp("records")
    with open_record(folder / "a.record", create=True) as connection:
        tell(connection, told)
        merge(connection)
        at_once = acts(connection)
        merge(connection, anew=True)
        assert acts(connection) == at_once
    with open_record(folder / "b.record", create=True) as connection:
        for some in (shuffled[:cut], shuffled[cut:]):
            tell(connection, some)
            merge(connection)
        assert acts(connection) == at_once
        assert orphans(connection) == 0


def orphans(connection: sqlite3.Connection) -> int:
    """Rows that an act has left behind."""
    query = """
        SELECT (SELECT count(*) FROM act_pair WHERE act NOT IN (SELECT number FROM act))
             + (SELECT count(*) FROM act_party WHERE act NOT IN (SELECT number FROM act))
             + (SELECT count(*) FROM telling WHERE act NOT IN (SELECT number FROM act))
    """
    return int(connection.execute(query).fetchone()[0])


@pytest.fixture
def connection(tmp_path: Path) -> Any:  # noqa: ANN401 - a generator of a connection
    with open_record(tmp_path / "a.record", create=True) as connection:
        yield connection


def test_again_changes_nothing(connection: sqlite3.Connection) -> None:
    tell(connection, [meeting(number) for number in range(3)])
    done = merge(connection)
    assert (done.lines, done.acts, done.tellings) == (3, 1, 3)
    before = acts(connection)
    assert merge(connection).lines == 0
    assert acts(connection) == before


def test_small_batches_give_the_same(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(connection, [meeting(number) for number in range(5)])
    merge(connection)
    before = acts(connection)
    monkeypatch.setattr(stage, "BATCH", 2)
    merge(connection, anew=True)
    assert acts(connection) == before


def test_undone_each_telling_is_an_act(connection: sqlite3.Connection) -> None:
    tell(connection, [meeting(1), meeting(2)])
    merge(connection)
    assert unmerge(connection).acts == 2
    tell(connection, [meeting(3)])
    assert merge(connection).acts == 3
    assert merge(connection, anew=True).acts == 1


def test_what_goes_leaves_the_rest(connection: sqlite3.Connection) -> None:
    first, second, third = (meeting(number) for number in range(3))
    tell(connection, [first, second])
    merge(connection)
    before = acts(connection)
    tell(connection, [third])
    merge(connection)
    assert len(acts(connection)) == 1
    add(connection, third[0].__class__(**{**_fields(third[0]), "coder": "2"}), [])
    merge(connection)
    assert acts(connection) == before
    assert connection.execute("SELECT count(*) FROM stale").fetchone() == (0,)


def _fields(report: Report) -> dict[str, Any]:
    return {name: getattr(report, name) for name in report.__struct_fields__}


def test_a_person_keeps_tellings_apart_for_good(connection: sqlite3.Connection) -> None:
    told = [meeting(number) for number in range(3)]
    tell(connection, told)
    merge(connection)
    other = told[1][1][0].id
    rule(connection, [other], together=False, why="a second meeting, on the stairs")
    merge(connection)
    assert sorted(map(len, acts(connection))) == [1, 2]
    merge(connection, anew=True)
    assert frozenset([other]) in acts(connection)


def test_a_person_joins_what_seems_two(connection: sqlite3.Connection) -> None:
    told = [meeting(1), meeting(2, date_start="2022-03-01", date_end="2022-03-01")]
    tell(connection, told)
    merge(connection)
    assert len(acts(connection)) == 2
    ids = [events[0].id for _, events in told]
    rule(connection, ids, together=True, why="the second paper has the wrong day")
    merge(connection)
    assert list(acts(connection)) == [frozenset(ids)]
    assert merge(connection, anew=True).acts == 1


def test_a_ruling_names_events(connection: sqlite3.Connection) -> None:
    with pytest.raises(Exception, match="nobody: is no event that was merged"):
        rule(connection, ["nobody"], together=False, why="")


def test_a_wire_in_twenty_papers_is_one_act_of_one_source(connection: sqlite3.Connection) -> None:
    papers = [factory.report(factory.TEXT, id=f"r{n}", outlet=f"Paper {n}") for n in range(20)]
    tell(connection, [(paper, (factory.event(inside=paper),)) for paper in papers])
    merge(connection)
    query = "SELECT tellings, reports, sources FROM act"
    assert connection.execute(query).fetchall() == [(20, 20, 1)]


def test_places_that_contradict_stand_side_by_side(connection: sqlite3.Connection) -> None:
    ankara = msgspec.structs.replace(factory.ANTALYA, name="Ankara", geonames_id=323786)
    tell(connection, [meeting(1), meeting(2, place=ankara)])
    merge(connection)
    ((json,),) = connection.execute("SELECT json FROM act").fetchall()
    told = msgspec.json.decode(json)["differences"]
    assert {(one["field"], one["value"]) for one in told} == {
        ("place", "Antalya"),
        ("place", "Ankara"),
    }


def test_parties_of_an_act_are_in_rows(connection: sqlite3.Connection) -> None:
    tell(connection, [meeting(1, recipients=(factory.UKRAINE,)), meeting(2)])
    merge(connection)
    rows = connection.execute("""
        SELECT role, id, person FROM act_party JOIN naming ON naming.number = naming
    """).fetchall()
    assert rows == [("actor", "TUR", "Mevlut Cavusoglu"), ("recipient", "UKR", "Dmytro Kuleba")]
    pairs = connection.execute("SELECT one, two, way FROM act_pair ORDER BY one, two").fetchall()
    assert pairs == [("", "TUR", 0), ("", "UKR", 0), ("TUR", "UKR", 0)]


def test_a_party_that_is_known_by_name_alone(connection: sqlite3.Connection) -> None:
    someone = Party(id="", name="a senior official")
    tell(connection, [meeting(1, recipients=(someone,))])
    assert merge(connection).acts == 1
