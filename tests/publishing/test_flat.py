"""Flat rows: what a table holds of a line, and cells that no spreadsheet runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dragoman.model import KINDS, Line
from dragoman.publishing.flat import columns, csv_lines, flatten, guard, unguard


def test_an_event_as_a_row() -> None:
    row = flatten(factory.event(), factory.REPORT)
    assert row["kind"] == "event"
    assert (row["actors"], row["actors_persons"]) == ("TUR", "Mevlut Cavusoglu")
    assert row["recipients_offices"] == "foreign minister"
    assert (row["place"], row["place_country"], row["geonames_id"]) == ("Antalya", "TUR", 323777)
    assert row["words"] == "met his Ukrainian counterpart"


def test_an_ask_has_its_words() -> None:
    ask = factory.event(content=factory.span("his Ukrainian counterpart"), due="2022-03-31")
    row = flatten(ask, factory.REPORT)
    assert (row["content"], row["due"]) == ("his Ukrainian counterpart", "2022-03-31")
    assert set(row) <= set(columns(("event",)))


def test_lists_agree_place_by_place() -> None:
    row = flatten(factory.statement(), factory.REPORT)
    assert row["chain"] == "TUR;TUR"
    assert row["chain_persons"] == ";Mevlut Cavusoglu"
    assert row["addressees"] == ""


@pytest.mark.parametrize("line", [factory.REPORT, *factory.facts()])
def test_every_cell_has_a_column(line: Line) -> None:
    kind = type(line).__name__.lower()
    assert set(flatten(line, factory.REPORT)) <= set(columns((kind,)))


def test_columns_of_several_kinds_are_shared() -> None:
    names = list(columns(tuple(KINDS)))
    assert names[:4] == ["kind", "id", "report_id", "published"]
    assert names.count("confidence") == 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\0=x", "'=x"])
def test_formulas_are_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert unguard(f"'{text}") == text


def test_numbers_and_plain_text_are_not() -> None:
    assert [guard(-33.9), guard(None), guard("'tis"), guard("a=b")] == [-33.9, None, "'tis", "a=b"]


@given(st.text())
def test_guarding_can_be_undone(text: str) -> None:
    assert unguard(str(guard(text))) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_cell_is_read_back_as_it_was(text: str) -> None:
    written = "".join(csv_lines([{"id": text}], ["id"], raw=True))
    assert list(csv.reader(io.StringIO(written, newline=""), strict=True)) == [["id"], [text]]
