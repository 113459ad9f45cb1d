import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake import json_rows
from dragoman.intake.json_rows import load_json, read_json_document, read_json_lines
from dragoman.intake.refusing import Refused

GOOD = b'{"text": "Talks ended.", "date": "2021-03-04"}'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"text": "one", "text": "two"}', "'text' stands twice"),
        (b'{"score": NaN}', "NaN is no JSON"),
        (b'{"score": -Infinity}', "-Infinity is no JSON"),
        (b'{"id": 9223372036854775808}', "overflows 64 bits"),
        (b'{"id": -' + b"9" * 10_000 + b"}", "overflows 64 bits"),
        (b'{"score": 1e999}', "overflows"),
        (b'{"a": ' * 100_000, "nested too deep"),
        (b"[" * 100_000 + b"]" * 100_000, "nested too deep"),
        (b'{"text": "cut', "Unterminated string"),
        (b'{"text": "one"} {"text": "two"}', "Extra data"),
    ],
)
def test_hazards_are_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as caught:
        load_json(data)
    assert caught.value.code == "bad_json"


def test_the_largest_numbers_pass() -> None:
    assert load_json(b"[9223372036854775807, -9223372036854775808, 1e308]")


def test_a_bad_line_leaves_the_others() -> None:
    lines = [GOOD] * 1_000
    lines[6] = b'{"text": "broken'
    rows = list(read_json_lines(io.BytesIO(b"\n".join(lines))))
    refused = [(place, row.code) for place, row in rows if isinstance(row, Refused)]
    assert refused == [("line 7", "bad_json")]
    assert len(rows) == 1_000


def test_blank_lines_and_a_byte_order_mark_are_no_rows() -> None:
    rows = list(read_json_lines(io.BytesIO(b"\xef\xbb\xbf" + GOOD + b"\r\n\r\n \n" + GOOD)))
    assert [place for place, _ in rows] == ["line 1", "line 4"]
    assert all(isinstance(row, dict) for _, row in rows)


def test_a_line_that_is_no_object_is_refused() -> None:
    [(_, row)] = read_json_lines(io.BytesIO(b'["text"]'))
    assert isinstance(row, Refused)


def test_lone_surrogates_reach_the_cleaning() -> None:
    assert load_json(b'"\\ud83d"') == "\ud83d"


@pytest.mark.parametrize("data", [GOOD.decode().encode("utf-16"), b"PK\x03\x04\n" * 50])
def test_a_file_that_is_no_json_at_all_is_refused_once(data: bytes) -> None:
    rows = list(read_json_lines(io.BytesIO(data)))
    assert [isinstance(row, Refused) for _, row in rows] == [True]


def test_an_endless_line_is_refused_and_the_next_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_rows, "MAX_LINE_BYTES", 100)
    rows = list(read_json_lines(io.BytesIO(b'{"text": "' + b"a" * 1_000 + b'"}\n' + GOOD)))
    assert [row.code if isinstance(row, Refused) else "row" for _, row in rows] == [
        "too_large",
        "row",
    ]


def test_a_document_is_a_list_or_one_object() -> None:
    row = json.loads(GOOD)
    both = list(read_json_document(io.BytesIO(b"[\n" + GOOD + b",\n7]")))
    assert both[0] == ("item 1", row)
    assert isinstance(both[1][1], Refused)
    assert list(read_json_document(io.BytesIO(b"\n" + GOOD))) == [("item 1", row)]


def test_a_document_past_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_rows, "MAX_DOCUMENT_BYTES", 10)
    with pytest.raises(Refused, match="above 10 bytes"):
        list(read_json_document(io.BytesIO(GOOD)))


@given(st.binary())
def test_any_bytes_are_rows_or_refused(data: bytes) -> None:
    for place, row in read_json_lines(io.BytesIO(data)):
        assert place.startswith("line ")
        assert isinstance(row, dict | Refused)
