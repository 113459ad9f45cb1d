"""A progress bar has a total where the input tells it."""

from pathlib import Path

from dragoman.intake import read
from dragoman.intake.counting import count


def test_texts_and_lines_are_counted(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "a.txt").write_text("date 2022-03-01 One.", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("None.", encoding="utf-8")
    rows = '{"date": "2022-03-01", "text": "Two."}\n{"date": "2022-03-01", "text": "Three."}'
    (tmp_path / "more" / "b.jsonl").write_text(rows, encoding="utf-8")
    assert count([tmp_path]) == 3 == len(list(read(tmp_path)))
    assert count([tmp_path / "a.txt", tmp_path / "more" / "b.jsonl"]) == 3


def test_what_has_to_be_read_to_be_counted_is_not(tmp_path: Path) -> None:
    for name in ("a.csv", "b.jsonl.gz", "c.parquet", "d"):
        path = tmp_path / name
        path.write_bytes(b"")
        assert count([path]) is None
    assert count(["-"]) is None
    assert count([tmp_path / "none.jsonl"]) is None
