"""A wrong codebook entry is named by file, line and column."""

from pathlib import Path

import msgspec
import pytest

from dragoman.codebooks.tables import read_table, read_toml
from dragoman.errors import CodebookError


class Row(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    forms: tuple[str, ...]
    year: int
    note: str | None = None


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_are_typed_and_notes_passed_over(tmp_path: Path) -> None:
    path = table(tmp_path, "# a note\nname,forms,year,note\n# another\nChad,a|b,1960,\n")
    assert read_table(path, Row) == (Row(name="Chad", forms=("a", "b"), year=1960),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,forms\nChad,a\n", "header: year"),
        ("name,forms,year,colour\nChad,a,1,red\n", "header: colour"),
        ("name,forms,year\n# note\nChad,a,soon\n", "line 3: Expected `int`"),
        ("name,forms,year\nChad,a\n", "line 2: has not as many fields"),
        ("", "header: forms, name, year"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CodebookError, match=said) as caught:
        read_table(table(tmp_path, text), Row)
    assert str(caught.value).startswith(str(tmp_path))


def test_a_wrong_toml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    path.write_text("name = 3", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"one\.toml"):
        read_toml(path, Row)
