"""A record that was coded with a user's own codebook can be read without it."""

from pathlib import Path

import pytest

import factory
from dragoman import questions
from dragoman.codebooks.issues import issues
from dragoman.codebooks.own import using
from dragoman.codebooks.plover import event_type, plover
from dragoman.errors import UsageError
from dragoman.record import add, open_record
from dragoman.record.codebook import keep_codebook, kept_codebook
from dragoman.record.merging import merge
from dragoman.record.review import amend

SHIPS = """
only = true
[types.PORT-CALL]
definition = "A ship calls at a foreign port."
quad = "material cooperation"
mutual = true
"""
BASES = """
[[issue]]
slug = "bases-abroad"
name = "bases abroad"
definition = "Bases of one state on the soil of another."
parent = "security"
phrases = ["naval base"]
"""
CALL = factory.event(event_type="PORT-CALL", event_mode=None)
OTHER = factory.report(f"{factory.TEXT}\nAnother paper.\n", published="2022-03-11", outlet="Other")
AGAIN = factory.event(event_type="PORT-CALL", event_mode=None, inside=OTHER)
BY = {"by": "Ada", "reason": "as told", "at": "2026-01-01"}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Two tellings of a port call, in a record that keeps the codebook of ships."""
    folder = tmp_path / "ships"
    folder.mkdir()
    (folder / "plover.toml").write_text(SHIPS)
    (folder / "issues.toml").write_text(BASES)
    path = tmp_path / "t.record"
    with open_record(path, create=True) as connection:
        keep_codebook(connection, folder)
        add(connection, factory.REPORT, [CALL])
        add(connection, OTHER, [AGAIN])
        with using(kept_codebook(connection)):
            merge(connection)
    return path


def test_types_and_issues_are_known_while_the_record_is_open(record: Path) -> None:
    with open_record(record):
        assert plover().types["PORT-CALL"].mutual
        assert "bases-abroad" in issues()
    assert "PORT-CALL" not in plover().types
    assert "bases-abroad" not in issues()


def test_the_houses_types_stay_known(record: Path) -> None:
    with open_record(record):
        assert "CONSULT" in plover().types


def test_most_records_keep_none(tmp_path: Path) -> None:
    with open_record(tmp_path / "t.record", create=True) as connection:
        assert kept_codebook(connection) is None


def test_a_later_file_counts_before_an_earlier(record: Path, tmp_path: Path) -> None:
    changed = tmp_path / "ships" / "plover.toml"
    with open_record(record, create=True) as connection:
        for quad in ("verbal cooperation", "material cooperation", "verbal cooperation"):
            changed.write_text(SHIPS.replace("material cooperation", quad))
            keep_codebook(connection, tmp_path / "ships")
    with open_record(record):
        assert event_type("PORT-CALL").quad == "verbal cooperation"


def test_tellings_are_merged_and_asked_for(record: Path) -> None:
    with open_record(record) as connection:
        selection = questions.select(
            connection, types=["PORT-CALL"], quads=["material cooperation"]
        )
        (act,) = questions.timeline(connection, selection)
        assert act.tellings == (CALL.id, AGAIN.id)
        (month,) = questions.dyad(connection, "TUR", "UKR").months
        assert month.quads == {"material cooperation": 1}
        assert questions.participants(connection)[0].quads == {"material cooperation": 1}
        assert questions.asks(connection) == []


def test_a_line_is_amended_to_a_type_of_the_record(record: Path) -> None:
    with open_record(record, create=True) as connection:
        amend(connection, CALL.id, {"event_type": "CONSULT"}, **BY)
        amend(connection, CALL.id, {"event_type": "PORT-CALL"}, **BY)
        with pytest.raises(UsageError, match="REGATTA: no such type"):
            amend(connection, CALL.id, {"event_type": "REGATTA"}, **BY)


def test_a_type_that_no_codebook_has_is_of_another_quad(tmp_path: Path) -> None:
    with open_record(tmp_path / "t.record", create=True) as connection:
        add(connection, factory.REPORT, [CALL])
        merge(connection)
        assert [act.event.event_type for act in questions.timeline(connection)] == ["PORT-CALL"]
        assert questions.participants(connection)[0].quads == {"other": 1}
        assert questions.dyad(connection, "TUR", "UKR").months[0].quads == {"other": 1}
