"""The layer of relations: rows with two marked parties in, lines out."""

import json
from pathlib import Path

from command_line import Run
from dragoman.judging.weights import shipped

TEXT = "Kenya condemned Uganda for the raid."
ROWS = [
    {"id": "a", "text": TEXT, "source_span": [0, 5], "target_span": [16, 22]},
    {"id": "b", "text": TEXT, "source_span": [0, 5], "target_span": None},
    {"id": "c", "text": TEXT, "source_span": [0, 5], "target_span": [30, 99]},
]


def test_a_line_a_row(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    for jobs in ("1", "2"):
        result = run("annotate", path, "--layer", "relation", "--jobs", jobs)
        first, second = map(json.loads, result.out.splitlines())
        assert list(first) == ["id", "label", "quad", "confidence", "reason", "coder"]
        assert first["coder"].startswith("dragoman ")
        assert first["coder"].endswith(f", judge {shipped().stamp}")
        assert (first["id"], first["label"], first["quad"]) == ("a", "ACCUSE", "V-Conf")
        assert second["id"] == "b"
        assert result.err.startswith("c: bad_span: target_span [30, 99] is no stretch")
        assert result.status == 3


def test_parties_are_found_where_none_are_marked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")
    line = json.loads(run("annotate", path, "--layer", "relation").out)
    assert (line["penta"], line["source"], line["target"]) == ("V-Conf", ["Kenya"], ["Uganda"])
