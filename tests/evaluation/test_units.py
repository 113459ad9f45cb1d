import json
from pathlib import Path

import pytest

from dragoman.errors import IntakeError
from dragoman.evaluation.units import read

TEXT = "Kenya urged both sides to talk. Norway and Kenya welcomed the truce."
WELCOME = {
    "anchor": "welcomed the truce",
    "holders": ["NOR", "KEN"],
    "issues": ["ceasefire"],
    "stance": "supports",
}


def coded(tmp_path: Path, **fields: object) -> Path:
    path = tmp_path / "coded.jsonl"
    line = {"report": "truce", "published": "2020-01-02", "text": TEXT} | fields
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


def test_a_position_is_one_unit_a_holder(tmp_path: Path) -> None:
    (report,) = read(coded(tmp_path, positions=[WELCOME]))
    holders = [unit.holders for unit in report.units["position"] if hasattr(unit, "holders")]
    assert holders == [("NOR",), ("KEN",)]


def test_a_unit_is_required_unless_it_says_otherwise(tmp_path: Path) -> None:
    (report,) = read(coded(tmp_path, positions=[WELCOME, WELCOME | {"required": False}]))
    assert [unit.required for unit in report.positions] == [True, False]


@pytest.mark.parametrize("anchor", ["condemned the truce", "Kenya"])
def test_an_anchor_has_to_say_one_place(tmp_path: Path, anchor: str) -> None:
    path = coded(tmp_path, positions=[WELCOME | {"anchor": anchor}])
    with pytest.raises(IntakeError, match=rf"coded.jsonl: line 1: '{anchor}' must occur once"):
        read(path)


def test_a_value_that_the_format_does_not_know_is_told_with_its_line(tmp_path: Path) -> None:
    path = coded(tmp_path, positions=[WELCOME | {"stance": "loves"}])
    with pytest.raises(IntakeError, match=r"coded.jsonl: line 1: .*stance"):
        read(path)
