import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.csv_rows import read_csv
from dragoman.intake.json_rows import Place
from dragoman.intake.refusing import Refused


def rows_of(data: bytes) -> list[Place]:
    return list(read_csv(io.BufferedReader(io.BytesIO(data), 65_536)))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separators_and_encodings_show_in_the_head(separator: str, encoding: str) -> None:
    table = f'Date{separator}Text\r\n2021-03-04{separator}"François,\r\nhe said; ""yes""|no."\r\n'
    [(place, row)] = rows_of(table.encode(encoding))
    assert row == {"date": "2021-03-04", "text": 'François,\r\nhe said; "yes"|no.'}
    assert place == "line 3"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"date,body\n2021-03-04,Talks\n", "missing_column"),
        (b'date,text\n2021-03-04,"Talks', "bad_csv"),
        (
            b"date,text\n" + b"2021-03-04,Talks\n" * 9_000 + b"2021-03-04,Fran\xe7ois\n",
            "undecodable",
        ),
        (b"%PDF-1.7\n", "binary"),
    ],
)
def test_a_broken_table_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        rows_of(data)
    assert caught.value.code == code


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    with pytest.raises(Refused, match="no column 'text' among: date, body"):
        rows_of(b"date,body\n2021-03-04,Talks\n")


def test_a_row_of_other_length_leaves_the_others() -> None:
    rows = rows_of(b"date,text\n2021-03-04,Talks, ended\n2021-03-04,Talks\n\n")
    assert [type(row) for _, row in rows] == [Refused, dict]
    assert [place for place, _ in rows] == ["line 2", "line 3"]


def test_a_long_text_is_one_field() -> None:
    [(_, row)] = rows_of(b"date,text\n2021-03-04," + b"a" * 500_000)
    assert isinstance(row, dict)
    assert row["text"] == "a" * 500_000


def test_an_empty_table_has_no_rows() -> None:
    assert rows_of(b"") == []


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1))
def test_what_the_library_writes_is_read_back(texts: list[str]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["date", "text"], *(["2021-03-04", text] for text in texts)])
    rows = [row for _, row in rows_of(stream.getvalue().encode("utf-8-sig"))]
    assert rows == [{"date": "2021-03-04", "text": text} for text in texts]


def test_an_open_quotation_mark_is_told_with_its_line() -> None:
    """Fault 33."""
    with pytest.raises(Refused, match="line 2") as refused:
        rows_of(b'text,date\n"a text,2022-03-10\n')
    assert refused.value.code == "bad_csv"
