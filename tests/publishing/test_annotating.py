"""`annotate`: one line a document, refusals told."""

import json
from pathlib import Path

import pytest

from command_line import Run


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    rows = [
        {"id": "a", "date": "2022-03-10", "text": "\n\nTwo ministers met on Sunday.\n"},
        {"id": "b", "text": "Nobody says when."},
    ]
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_line_a_document(run: Run, texts: Path) -> None:
    result = run("annotate", texts, "--layer", "times")
    (line,) = map(json.loads, result.out.splitlines())
    assert line == {
        "id": "a",
        "timexes": [{"start": 23, "end": 29, "type": "DATE", "value": "2022-03-06"}],
    }
    refusal, summary = result.err.splitlines()
    assert refusal.startswith(f"{texts}: line 2: no_date: ")
    assert (result.status, summary) == (3, "annotated 1 report, refused 1")


def test_all_layers_to_a_file(run: Run, texts: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    result = run("annotate", texts, "--date", "2022-03-01", "-o", target, "--jobs", "2")
    assert (result.status, result.out) == (0, "")
    lines = [json.loads(line) for line in target.read_text().splitlines()]
    assert [line["id"] for line in lines] == ["a", "b"]
    assert set(lines[0]) == {"id", "timexes", "places", "mentions", "quotes"}


def test_what_is_off_in_the_call(run: Run, texts: Path) -> None:
    unknown = run("annotate", texts, "--layer", "times,faces")
    assert (unknown.status, unknown.out) == (2, "")
    assert unknown.err.startswith("dragoman: layer faces: there are times")
    assert run("annotate", "none.jsonl").status == 1
    assert run("annotate", texts, "--date", "soon").status == 2


def test_stances_of_rows_that_ask(run: Run, tmp_path: Path) -> None:
    row = {"id": "a", "date": "2022-03-10", "holder": "Peru", "target": "Chile", "day": 1}
    path = tmp_path / "asked.jsonl"
    path.write_text(json.dumps({**row, "text": "Peru condemned Chile."}) + "\n")
    result = run("annotate", path, "--layer", "stance", "--together", "day")
    (line,) = map(json.loads, result.out.splitlines())
    assert (result.status, line["id"], line["label"]) == (0, "a", "NEG")


def test_stances_stand_alone(run: Run, texts: Path) -> None:
    for options in (("--layer", "stance,times"), ("--layer", "times", "--together", "id")):
        result = run("annotate", texts, *options)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("dragoman: layer stance stands alone")
