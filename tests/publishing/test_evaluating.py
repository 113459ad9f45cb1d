"""`dragoman evaluate`."""

import json
from pathlib import Path

import pytest

import factory
from command_line import Run
from dragoman.model import encode

GOLD = {
    "report": "coast",
    "published": "2022-03-10",
    "text": factory.TEXT,
    "events": [
        {
            "anchor": "met his Ukrainian counterpart",
            "types": ["CONSULT"],
            "actors": ["TUR"],
            "recipients": ["UKR"],
            "modality": "asserted",
        },
        {
            "anchor": "warned against further attacks",
            "types": ["THREATEN"],
            "actors": ["TUR"],
            "modality": "asserted",
        },
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(GOLD)}\n", "utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "lines.jsonl"
    coded = (factory.REPORT, factory.event(), factory.tie())
    path.write_bytes(b"".join(encode(line) + b"\n" for line in coded))
    return path


def test_figures_of_lines(run: Run, gold: Path, lines: Path) -> None:
    ended = run("evaluate", gold, lines, "--format", "jsonl")
    told = [json.loads(line) for line in ended.out.splitlines()]
    event = next(one for one in told if one.get("kind") == "event")
    assert (event["precision"], event["recall"], event["found"], event["missed"]) == (1, 0.5, 1, 1)
    assert {"figure": "types", "right": "THREATEN", "coded": None, "count": 1} in told


def test_a_record_is_measured_alike(run: Run, gold: Path, record: Path) -> None:
    ended = run("evaluate", gold, "--record", record, "--format", "csv")
    assert ended.status == 0
    assert "event,1.0,0.5," in ended.out


def test_reports_are_coded_where_no_lines_are_given(run: Run, gold: Path) -> None:
    ended = run("evaluate", gold)
    assert ended.status == 0
    assert "event types: what is right" in ended.out


def test_errors_stand_with_their_words(run: Run, gold: Path, lines: Path) -> None:
    out = run("evaluate", gold, lines, "--errors").out
    assert "missed coast event: THREATEN · TUR · asserted" in out
    assert "“warned against further attacks”" in out
    assert "spurious coast tie: TUR – UKR (positive)" in out
    assert "“enjoy warm relations”" in out


def test_two_coders(run: Run, gold: Path) -> None:
    out = run("evaluate", "--agreement", gold, gold).out
    assert "reports that both coded: 1" in out
    assert "1.000" in out


def test_what_is_wrong_is_told_in_one_line(run: Run, gold: Path, lines: Path) -> None:
    assert "takes two files" in run("evaluate", "--agreement", gold).err
    assert "nothing else to measure" in run("evaluate", gold, lines, "--record", "a.record").err
    assert "line 1" in run("evaluate", gold, gold).err
    assert "no such file" in run("evaluate", "missing.jsonl").err
