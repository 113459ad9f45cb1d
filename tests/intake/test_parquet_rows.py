import datetime
import io
import sys
from typing import Any

import pytest

from dragoman.intake.parquet_rows import read_parquet
from dragoman.intake.refusing import Refused

ROW = {"text": "Talks ended.", "date": datetime.date(2021, 3, 4), "pages": 7}


def parquet_of(rows: list[dict[str, Any]]) -> bytes:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    stream = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows), stream)
    return stream.getvalue()


def test_rows_come_with_the_columns_that_are_read() -> None:
    rows = list(read_parquet(io.BytesIO(parquet_of([ROW] * 3_000))))
    assert rows[0] == ("row 1", {"text": "Talks ended.", "date": datetime.date(2021, 3, 4)})
    assert rows[-1][0] == "row 3000"


@pytest.mark.parametrize(
    ("rows", "words"),
    [([{"body": "Talks"}], "no column 'text' among: body"), ([{"text": 7}], "int64, no string")],
)
def test_another_schema_names_the_column(rows: list[dict[str, Any]], words: str) -> None:
    with pytest.raises(Refused, match=words) as caught:
        list(read_parquet(io.BytesIO(parquet_of(rows))))
    assert caught.value.code == "missing_column"


def test_a_truncated_file_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        list(read_parquet(io.BytesIO(parquet_of([ROW])[:-7])))
    assert caught.value.code == "bad_parquet"


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Refused) as caught:
        list(read_parquet(io.BytesIO(b"PAR1")))
    assert "dragoman[parquet]" in caught.value.remedy
