import gzip
import io
import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import IntakeError, Refusal, UsageError
from dragoman.intake import read
from dragoman.intake.files import MAX_TEXT_BYTES
from dragoman.model import Report, encode

TEXT = "Kenya and Ethiopia agreed to reopen the border post at Moyale."
ROW = json.dumps({"text": TEXT, "published": "2021-03-04", "id": "k-7"}).encode()


def told(items: Iterable[Report | Refusal]) -> list[str]:
    """Each report's day, each refusal's code."""
    return [item.published if isinstance(item, Report) else item.code for item in items]


def put(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", f"date 2021-03-04 {TEXT}".encode()),
        ("a.TXT", f"date 2021-03-04 {TEXT}".encode("utf-16")),
        ("2021-03-04-border.txt", TEXT.encode()),
        ("20210304_border.md", TEXT.encode()),
        ("report", f"date 2021-03-04 {TEXT}".encode()),
        ("a.txt.gz", gzip.compress(f"date 2021-03-04 {TEXT}".encode(), mtime=0)),
        ("a.jsonl", ROW),
        ("a.ndjson", ROW + b"\n"),
        ("rows", b"\n" + ROW),
        ("a.jsonl.gz", gzip.compress(ROW, mtime=0)),
        ("a.json", ROW),
        ("b.json", b"[\n " + ROW + b"\n]"),
        ("c.json", json.dumps(json.loads(ROW), indent=2).encode()),
        ("a.csv", f"date,text\n2021-03-04,{TEXT}\n".encode()),
        ("a.tsv", f"date\ttext\n2021-03-04\t{TEXT}\n".encode()),
        ("2021-03-04.csv", f"text,title\n{TEXT},Border\n".encode()),
        ("a.csv.gz", gzip.compress(f"date,text\n2021-03-04,{TEXT}\n".encode(), mtime=0)),
    ],
)
def test_every_kind_of_file_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    [report] = read(put(tmp_path / name, data))
    assert isinstance(report, Report)
    assert (report.published, report.text) == ("2021-03-04", TEXT)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", TEXT.encode(), "no_date"),
        ("a.txt", f"date 2021-02-30 {TEXT}".encode(), "bad_date"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "binary"),
        ("a.txt", "“Łódź”".encode() * 9 + b"\xff", "undecodable"),
        ("a.txt", b"date 2021-03-04 " + b"word " * 1_000_000, "too_large"),
        ("a.txt", b"a" * (MAX_TEXT_BYTES + 1), "too_large"),
        ("a.txt", b"date 2021-03-04 " + b"Les ministres et les pays sont dans " * 9, "language"),
        ("a.html", b"\n<!DOCTYPE html><p>Talks", "unsupported"),
        ("a.jsonl", b"", "empty"),
        ("a.json", b"[]", "empty"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"date,body\n", "missing_column"),
        ("a.jsonl", b'{"date": "2021-03-04"}', "missing_column"),
        ("a.jsonl.gz", gzip.compress(ROW, mtime=0)[:-9], "truncated"),
        ("a.jsonl.gz", ROW, "truncated"),
        ("a.parquet", b"PAR1", "bad_parquet"),
    ],
)  # fmt: skip
def test_each_fault_is_one_clear_line(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = put(tmp_path / name, data)
    [refusal] = read([path])
    assert isinstance(refusal, Refusal)
    assert refusal.code == code
    assert str(refusal).startswith(str(path))
    assert "\n" not in str(refusal)
    assert len(str(refusal)) < len(str(path)) + 200


def test_a_folder_is_read_in_the_order_of_names_and_past_its_faults(tmp_path: Path) -> None:
    put(tmp_path / "b.txt", f"date 2021-03-02 {TEXT}")
    put(tmp_path / "a.txt", f"date 2021-03-01 {TEXT}")
    put(tmp_path / "c.txt", b"\x7fELF")
    put(tmp_path / "d" / "a.txt", f"date 2021-03-04 {TEXT}")
    put(tmp_path / "d.txt", f"date 2021-03-03 {TEXT}")
    put(tmp_path / ".hidden.txt", "no date")
    put(tmp_path / ".git" / "a.txt", "no date")
    expected = ["2021-03-01", "2021-03-02", "binary", "2021-03-03", "2021-03-04"]
    assert told(read([tmp_path])) == expected


def test_a_manifest_beside_reports_is_no_report_unless_named(tmp_path: Path) -> None:
    manifest = put(tmp_path / "MANIFEST.json", '[{"file": "a.txt"}]')
    put(tmp_path / "a.txt", f"date 2021-03-04 {TEXT}")
    assert told(read([tmp_path])) == ["2021-03-04"]
    assert told(read([manifest])) == ["missing_column"]


def test_the_run_s_date_is_for_undated_reports_only(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", f"date 2021-03-01 {TEXT}")
    put(tmp_path / "2021-03-02.txt", TEXT)
    put(tmp_path / "b.txt", TEXT)
    assert sorted(told(read([tmp_path], date="4 March 2021"))) == [
        "2021-03-01",
        "2021-03-02",
        "2021-03-04",
    ]


def test_today_only_flags(tmp_path: Path) -> None:
    [report] = read(put(tmp_path / "a.txt", f"date 2021-03-04 {TEXT}"), today="2021-01-01")
    assert isinstance(report, Report)
    assert report.flags == ("future_date",)


def test_the_line_of_a_bad_row_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", b"\n".join([ROW] * 6 + [b"{"] + [ROW] * 3))
    items = list(read([path]))
    assert told(items) == ["2021-03-04"] * 6 + ["bad_json"] + ["2021-03-04"] * 3
    assert str(items[6]).startswith(f"{path}: line 7: bad_json")


def test_rows_before_a_cut_are_read(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{TEXT} {n}", "date": "2021-03-04"}) for n in range(9_000)]
    packed = gzip.compress("\n".join(lines).encode())
    days = told(read(put(tmp_path / "a.jsonl.gz", packed[: len(packed) * 3 // 4])))
    assert days[-1] == "truncated"
    assert set(days[:-1]) == {"2021-03-04"}


def test_report_lines_come_back_as_they_were(tmp_path: Path) -> None:
    [report] = read(put(tmp_path / "a.txt", f"date 2021-03-04 NAIROBI: {TEXT}"))
    assert isinstance(report, Report)
    other = b'{"kind": "tie", "id": "t", "report_id": "k"}\n'
    assert list(read(put(tmp_path / "b.jsonl", encode(report) + b"\n" + other))) == [report]


def test_standard_input_is_rows_or_one_text_and_stays_open() -> None:
    rows = io.BytesIO(b"\n" + ROW + b"\n" + ROW)
    assert told(read(["-"], stdin=rows)) == ["2021-03-04"] * 2
    assert not rows.closed
    assert told(read("-", stdin=io.BytesIO(f"date 2021-03-04 {TEXT}".encode()))) == ["2021-03-04"]
    assert told(read("-", stdin=io.BytesIO(b""))) == ["empty"]


def test_a_wrong_call_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"nowhere\.txt: no such file"):
        read([tmp_path, tmp_path / "nowhere.txt"])
    with pytest.raises(IntakeError, match="no such file"):
        read(["a\0b"])
    with pytest.raises(UsageError, match="standard input"):
        read(["-"])
    with pytest.raises(UsageError, match="'soon' cannot be read"):
        read([tmp_path], date="soon")


def test_a_file_that_is_closed_to_us_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "a.txt", TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    [refusal] = read([path])
    assert isinstance(refusal, Refusal)
    assert str(refusal) == f"{path}: unreadable: permission denied (check permissions)"


def test_a_pipe_in_a_folder_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert told(read([tmp_path])) == ["unreadable", "unreadable"]


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    put(tmp_path / os.fsdecode(b"caf\xe9.txt"), b"")
    [refusal] = read([tmp_path])
    str(refusal).encode("utf-8")


@given(st.binary())
def test_any_bytes_on_standard_input_are_reports_or_refusals(data: bytes) -> None:
    for item in read("-", stdin=io.BytesIO(data), date="2021-03-04"):
        assert isinstance(item, Report | Refusal)


@given(
    st.binary(), st.sampled_from([".txt", ".json", ".jsonl", ".csv", ".parquet", ".jsonl.gz", ""])
)
def test_any_bytes_under_any_ending_are_reports_or_refusals(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str
) -> None:
    path = put(tmp_path_factory.getbasetemp() / f"any{ending}", data)
    for item in read(path, date="2021-03-04"):
        assert isinstance(item, Report | Refusal)
