import json
from pathlib import Path

from dragoman.errors import Refusal
from dragoman.intake.asked import Asked, read_asked


def test_rows_with_what_they_ask(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "One.", "holder": "Peru", "target": "Chile", "talk": 7},
        {"id": "b", "text": "Two.", "holder": " ", "target": None},
        {"id": "c"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    full, bare, refused = read_asked([path], together="talk", date="2022-03-01")
    assert isinstance(full, Asked)
    assert (full.report.id, full.holder, full.target, full.story) == ("a", "Peru", "Chile", "7")
    assert isinstance(bare, Asked)
    assert (bare.holder, bare.target, bare.story) == (None, None, None)
    assert isinstance(refused, Refusal)
