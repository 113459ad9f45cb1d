"""`code` and `add`: lines out, refusals told, every item accounted for."""

import csv
import errno
import io
import json
import os
from pathlib import Path

import msgspec
import pytest
from pyarrow import parquet

import factory
from command_line import Run
from dragoman.model import Event, Report, decode, schema
from dragoman.publishing.running import Tally
from dragoman.record import lines, open_record


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two good reports, one without a date."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("date 2022-03-10\n\nTwo ministers met in Antalya on Thursday.\n")
    (folder / "b.txt").write_text("date 2022-03-11\n\nOne minister flew home on Friday.\n")
    (folder / "c.txt").write_text("Somebody spoke to somebody.\n")
    return folder


def test_code_writes_lines_and_says_what_it_refused(run: Run, reports: Path) -> None:
    result = run("code", reports)
    found = [decode(line) for line in result.out.splitlines()]
    assert [type(line) for line in found] == [Report, Event, Report, Event]
    assert result.status == 3
    refusal, summary = result.err.splitlines()
    assert refusal.startswith(f"{reports / 'c.txt'}: no_date: ")
    assert summary == "coded 2 reports (2 events), refused 1"


def test_without_refusals_the_status_is_0(run: Run, reports: Path) -> None:
    assert run("code", reports / "a.txt").status == 0
    assert run("code", reports, "--date", "2022-03-12").status == 0


def test_what_coding_refuses_counts_too(run: Run) -> None:
    result = run("code", "-", stdin=b"date 2022-03-10\n\nIt remains untold.\n")
    assert (result.status, result.out) == (3, "")
    assert result.err.endswith("too_hard: cannot be told\ncoded 0 reports, refused 1\n")


def test_kinds_are_chosen(run: Run, reports: Path) -> None:
    result = run("code", reports, "--kind", "event,tie")
    assert {json.loads(line)["kind"] for line in result.out.splitlines()} == {"event"}
    unknown = run("code", reports, "--kind", "deed")
    assert (unknown.status, unknown.out) == (2, "")
    assert "there are report, event, statement, position, tie, office" in unknown.err


def test_the_ending_says_the_format(run: Run, reports: Path, tmp_path: Path) -> None:
    assert run("code", reports / "a.txt", "-k", "event", "-o", "events.csv").out == ""
    with (tmp_path / "events.csv").open(newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["actors"], row["recipients"], row["place"]) == ("TUR", "UKR", "Antalya")
    assert (row["published"], row["span_end"], row["words"]) == ("2022-03-10", "7", "Two min")


def test_parquet_has_the_same_rows_with_types(run: Run, reports: Path, tmp_path: Path) -> None:
    run("code", reports, "-o", "lines.parquet")
    rows = parquet.read_table(tmp_path / "lines.parquet").to_pylist()
    assert [row["kind"] for row in rows] == ["report", "event", "report", "event"]
    assert (rows[1]["span_start"], rows[1]["confidence"]) == (0, 1.0)
    assert run("code", reports, "--format", "parquet").status == 2


def test_a_failed_run_leaves_the_old_file(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lines.jsonl").write_text("old")
    monkeypatch.setattr("dragoman.publishing.exports.encode", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run("code", reports, "-o", "lines.jsonl")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lines.jsonl", "reports"]
    assert (tmp_path / "lines.jsonl").read_text() == "old"


def test_a_full_disk_is_told(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("dragoman.publishing.exports.encode", fail)
    told = "no space is left: make room, or name another place\n"
    to_file = run("code", reports, "-o", "lines.jsonl")
    assert to_file.err.endswith(f"dragoman: lines.jsonl: cannot be written: {told}")
    to_output = run("code", reports)
    assert to_output.err.endswith(f"dragoman: output: {told}")
    assert (to_file.status, to_output.status) == (1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


def test_a_folder_that_is_not_there(run: Run, reports: Path) -> None:
    result = run("code", reports, "-o", "nowhere/lines.jsonl")
    assert result.status == 1
    assert "nowhere" in result.err.splitlines()[-1]
    assert run("code", "nowhere").status == 1


def test_add_keeps_reports_once(run: Run, reports: Path, tmp_path: Path) -> None:
    first = run("add", reports)
    assert first.status == 3
    assert first.err.splitlines()[-1] == "kept 2 reports (2 events), 0 already there, refused 1"
    again = run("add", reports, reports / "a.txt")
    assert again.err.splitlines()[-1] == "kept 0 reports, 3 already there, refused 1"
    with open_record(tmp_path / "dragoman.record") as connection:
        assert len(list(lines(connection))) == 4


def test_a_report_told_twice_in_one_run_is_kept_once(run: Run, reports: Path) -> None:
    result = run("add", reports / "a.txt", reports / "a.txt")
    assert result.err == "kept 1 report (1 event), 1 already there, refused 0\n"


def test_another_text_under_a_known_id_is_refused(run: Run, tmp_path: Path) -> None:
    rows = [
        {"id": "7", "published": "2022-03-10", "text": "Two ministers met on Thursday."},
        {"id": "7", "published": "2022-03-10", "text": "Three ministers met on Thursday."},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, rows)))
    result = run("add", "in.jsonl")
    assert result.status == 3
    assert "report 7: not_kept: the record holds another text" in result.err
    assert "kept 1 report (1 event), 0 already there, refused 1" in result.err


def test_an_error_before_the_work_makes_no_record(run: Run, tmp_path: Path) -> None:
    assert run("add", "nowhere").status == 1
    assert list(tmp_path.iterdir()) == []


def test_the_schema_is_that_of_the_lines(run: Run) -> None:
    assert json.loads(run("schema").out) == json.loads(json.dumps(schema()))


def test_csv_of_all_kinds_has_one_header(run: Run, reports: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("code", reports, "-f", "csv").out, newline="")))
    assert [row["kind"] for row in rows] == ["report", "event", "report", "event"]
    assert rows[0]["text"].startswith("Two ministers")


def test_items_that_were_lost_are_seen() -> None:
    with pytest.raises(AssertionError, match="lost"):
        Tally(read=2, kept=1).close("")
    tally = Tally()
    tally.keep(factory.facts())
    assert tally.kept_words() == "1 report (1 event, 1 statement, 1 position, 1 tie, 1 office)"
    assert msgspec.structs.replace(tally, kept=2).kept_words().startswith("2 reports")
