"""Acts as rows: our columns, POLECAT's, CAMEO's dyads; in the containers of tables."""

import csv
import io
import zipfile

import msgspec
import pytest

from dragoman.publishing.exporting.dyads import dyad_table
from dragoman.publishing.exporting.events import event_table
from dragoman.publishing.exporting.material import Material
from dragoman.publishing.exporting.polecat import NAMES, polecat_table
from dragoman.publishing.exporting.tables import Container, Row, Table, write_table
from dragoman.publishing.flat import Cell

FORMULA = "=1+1"


def rows(table: Table) -> list[Row]:
    return list(table.rows)


def written(container: Container, *cells: Cell, raw: bool = False) -> bytes:
    kept: list[Row] = [{"a": cell} for cell in cells]
    stream = io.BytesIO()
    write_table(Table(columns={"a": str}, rows=kept), stream, container=container, raw=raw)
    return stream.getvalue()


def test_an_act_is_one_row_with_all_its_tellings(material: Material) -> None:
    call, rumour = rows(event_table(material))
    assert str(call["tellings"]).count(";") == 1
    assert [call[name] for name in ("quad", "intensity", "cameo", "cameo_quad", "goldstein")] == [
        "verbal cooperation",
        1.5,
        "041",
        1,
        1.0,
    ]
    assert rumour["modality"] == "rumoured"
    assert "cameo" not in rumour


def test_each_telling_is_a_row_where_that_is_asked(material: Material) -> None:
    each = msgspec.structs.replace(material, tellings=True)
    assert [row["published"] for row in rows(event_table(each))] == [
        "2022-03-13",
        "2022-03-14",
        "2022-03-15",
    ]


def test_polecat_has_its_columns_and_no_rumour(facts: Material) -> None:
    table = polecat_table(facts)
    assert tuple(table.columns) == NAMES
    (call,) = rows(table)
    assert call["Actor Name"] == "Dmytro Kuleba"
    assert (call["Actor Country"], call["Actor COW"]) == ("UKR", "369")
    assert (call["Event Mode"], call["Quad Code"]) == ("phone", "VERBAL COOPERATION")
    assert set(call) <= set(NAMES)


def test_a_dyad_has_source_target_code_and_scale(material: Material) -> None:
    (call,) = rows(dyad_table(material))
    assert (call["Actor1Code"], call["Actor2Code"]) == ("UKRGOV", "TURGOV")
    assert (call["EventCode"], call["EventRootCode"], call["QuadClass"]) == ("041", "04", 1)
    assert (call["NumMentions"], call["NumArticles"], call["SQLDATE"]) == (2, 2, "20220313")
    assert set(call) <= set(dyad_table(material).columns)


@pytest.mark.parametrize("container", [Container.CSV, Container.TSV])
def test_a_formula_is_text_unless_it_is_wanted_raw(container: Container) -> None:
    assert written(container, FORMULA) == b"a\n'=1+1\n"
    assert written(container, FORMULA, raw=True) == b"a\n=1+1\n"


def test_tab_separated_cells_hold_neither_tabs_nor_line_breaks() -> None:
    text = written(Container.TSV, "one\ttwo\nthree").decode()
    assert list(csv.reader(io.StringIO(text), delimiter="\t")) == [["a"], ["one two three"]]


def test_a_workbook_holds_texts_and_numbers_and_no_formulas() -> None:
    pytest.importorskip("xlsxwriter")
    book = zipfile.ZipFile(io.BytesIO(written(Container.XLSX, FORMULA, 2.5, None)))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<t>=1+1</t>" in sheet
    assert "<v>2.5</v>" in sheet
    assert 'quotePrefix="1"' in book.read("xl/styles.xml").decode()


def test_a_workbook_has_no_hour_of_making() -> None:
    pytest.importorskip("xlsxwriter")
    book = zipfile.ZipFile(io.BytesIO(written(Container.XLSX)))
    assert "1980-01-01T00:00:00Z" in book.read("docProps/core.xml").decode()
