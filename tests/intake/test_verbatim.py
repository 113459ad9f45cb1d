"""JSON lines whose text keeps every character in its place."""

import gzip
import io
import json
from pathlib import Path

import pytest

from dragoman.errors import IntakeError, Refusal, UsageError
from dragoman.intake.verbatim import read_verbatim
from dragoman.model import Report

TEXT = "\n\n  NAIROBI, March 10 - Kenya\x00 and Uganda signed a pact.\n"


def written(path: Path, *rows: object) -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines))
    return path


def test_a_text_keeps_its_length(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", {"id": "x", "text": TEXT, "date": "2022-03-10"})
    (report,) = read_verbatim([path])
    assert isinstance(report, Report)
    assert (report.id, report.published) == ("x", "2022-03-10")
    assert report.text == TEXT.replace("\x00", " ")


def test_broken_rows_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    good = {"text": "Kenya and Uganda signed a pact.", "date": "2022-03-10"}
    bad = [{"text": "No day."}, "{broken", {"date": "2022-03-10"}, {"text": " ", "date": "2022"}]
    found = list(read_verbatim([written(tmp_path / "a.jsonl", good, *bad, good)]))
    refused = [item for item in found if isinstance(item, Refusal)]
    assert [item.code for item in refused][:3] == ["no_date", "bad_json", "missing_column"]
    assert refused[0].source.endswith("a.jsonl: line 2")
    assert isinstance(found[0], Report)
    assert isinstance(found[-1], Report)


def test_a_day_for_the_undated(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", {"text": "Kenya and Uganda signed a pact."})
    (report,) = read_verbatim([path], date="2022-03-10")
    assert isinstance(report, Report)
    assert report.published == "2022-03-10"
    with pytest.raises(UsageError, match="2022-02-30"):
        read_verbatim([path], date="2022-02-30")


def test_gzip_and_standard_input(tmp_path: Path) -> None:
    line = json.dumps({"text": "Kenya and Uganda signed.", "date": "2022-03-10"}).encode()
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(line))
    cut = tmp_path / "b.jsonl.gz"
    cut.write_bytes(gzip.compress(line)[:-9])
    a, b = read_verbatim([packed, Path("-")], stdin=io.BytesIO(line))
    assert a == b
    (refusal,) = [item for item in read_verbatim([cut]) if isinstance(item, Refusal)]
    assert refusal.code == "truncated"


def test_nothing_and_nowhere(tmp_path: Path) -> None:
    (refusal,) = read_verbatim([written(tmp_path / "a.jsonl")])
    assert isinstance(refusal, Refusal)
    assert refusal.code == "empty"
    with pytest.raises(IntakeError, match="no such file"):
        read_verbatim([tmp_path / "none.jsonl"])
