"""Gzipped files: those of the press, and bombs."""

import gzip
import json
from pathlib import Path

import pytest

from dragoman.errors import Refusal
from dragoman.intake import read
from dragoman.intake.verbatim import read_verbatim
from dragoman.model import Report

ROW = json.dumps({"text": "Kenya and Ethiopia agreed to talk.", "date": "2021-03-04"}).encode()


@pytest.mark.parametrize("name", ["bomb.jsonl.gz", "bomb.csv.gz", "bomb.json.gz", "bomb.txt.gz"])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"[" + b" " * 40_000_000))
    [refusal] = read([path])
    assert isinstance(refusal, Refusal)
    assert refusal.code in {"too_large", "bad_csv", "missing_column"}


def test_rows_before_a_bomb_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(ROW + b"\n" + b" " * 60_000_000))
    for items in (read([path]), read_verbatim([path])):
        report, refusal = items
        assert isinstance(report, Report)
        assert str(refusal).startswith(f"{path}: too_large: unpacks to over 200 times its size")


def test_rows_that_repeat_each_other_are_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    text = b"date 2021-03-04\n\n" + b"Kenya and Ethiopia agreed to talk at Moyale.\n" * 40_000
    path.write_bytes(gzip.compress(text))
    [report] = read([path])
    assert isinstance(report, Report)
