"""`dragoman doctor`: whole or not, and repaired."""

from pathlib import Path

from command_line import Run
from dragoman.record import open_record


def test_a_whole_record(run: Run, record: Path) -> None:
    result = run("doctor", record)
    assert (result.status, result.out) == (0, f"{record}: 1 reports, 5 lines: whole\n")


def test_damage_and_repair(run: Run, record: Path) -> None:
    with open_record(record, create=True) as connection:
        connection.execute("DELETE FROM party")
    result = run("doctor", record)
    assert result.status == 1
    assert "table party does not say what the line says: `dragoman doctor --repair`" in result.out
    assert run("doctor", record, "--repair").status == 0
    assert run("doctor").out.endswith("whole\n")


def test_what_is_no_record_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "diary.record"
    path.write_text("Dear diary", encoding="utf-8")
    result = run("doctor", path, "--repair")
    assert result.status == 1
    assert "no record of Dragoman" in result.err
    assert path.read_text("utf-8") == "Dear diary"
    assert run("doctor", tmp_path / "none.record", "--repair").status == 1
    assert not (tmp_path / "none.record").exists()
