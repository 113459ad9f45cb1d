"""The whole way: reports in, facts out, the same on every path."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import Refusal
from dragoman.model import Report, encode
from dragoman.parsing.document import Document
from dragoman.pipeline import Coded, code

SAMPLES = Path(__file__).parents[1] / "examples" / "reports"


def lines(jobs: int) -> list[bytes]:
    found = [item for item in code(dragoman.read([SAMPLES]), jobs=jobs) if isinstance(item, Coded)]
    return [encode(line) for coded in found for line in (coded.report, *coded.facts)]


def test_any_number_of_processes_gives_the_same_lines() -> None:
    assert lines(1) == lines(2)


def test_a_report_is_coded_alike_alone_and_among_others() -> None:
    reports = [item for item in dragoman.read([SAMPLES]) if isinstance(item, Report)]
    (alone,) = code(reports[3:4])
    together = list(code(reports))[3]
    assert isinstance(alone, Coded)
    assert alone == together


@pytest.mark.parametrize("seed", ["1", "2"])
def test_neither_hash_order_nor_locale_tells(seed: str, tmp_path: Path) -> None:
    sample = next(iter(sorted(SAMPLES.glob("*.txt"))))
    out = tmp_path / f"{seed}.jsonl"
    env = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-m", "dragoman", "code", str(sample), "-o", str(out)]
    subprocess.run(command, check=True, env=env, capture_output=True)  # noqa: S603 - our own program
    (coded,) = code(dragoman.read([sample]))
    assert isinstance(coded, Coded)
    expected = [encode(line) for line in (coded.report, *coded.facts)]
    assert out.read_bytes().splitlines() == expected


def test_every_fact_stands_within_its_report() -> None:
    for item in code(dragoman.read([SAMPLES])):
        assert isinstance(item, Coded)
        for fact in item.facts:
            assert 0 <= fact.span.start < fact.span.end <= len(item.report.text)
            assert fact.report_id == item.report.id


def test_ids_are_unique_in_a_report() -> None:
    for item in code(dragoman.read([SAMPLES])):
        assert isinstance(item, Coded)
        ids = [fact.id for fact in item.facts]
        assert len(ids) == len(set(ids))


def test_a_text_without_parties_tells_nothing() -> None:
    assert dragoman.code_text("The match ended in a draw.", published="2022-01-01").facts == ()


def test_a_fault_in_one_report_does_not_stop_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(document: Document, **_given: object) -> Coded:
        if "Chad" in document.text:
            raise KeyError("Chad")
        return Coded(document.report, ())

    monkeypatch.setattr("dragoman.pipeline.code_document", faulty)
    reports = [
        Report(id=text, published="2022-01-01", text=text) for text in ("Chad left.", "Mali left.")
    ]
    refused, coded = code(reports)
    assert isinstance(refused, Refusal)
    assert refused.code == "not_coded"
    assert isinstance(coded, Coded)
