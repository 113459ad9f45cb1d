"""`dragoman export`."""

from pathlib import Path

import pytest

from command_line import Run
from dragoman.publishing.exporting.forms import FORMS

TEXTS = [form.value for form in FORMS if form.value not in {"parquet", "xlsx"}]


@pytest.mark.parametrize("form", TEXTS)
def test_every_form_of_text_is_printed_and_written_alike(run: Run, record: Path, form: str) -> None:
    printed = run("export", "--to", form, "--record", record)
    assert printed.status == 0
    assert printed.out
    assert run("export", "--to", form, "-o", "out.file", "--record", record).status == 0
    assert Path("out.file").read_text("utf-8") == printed.out


@pytest.mark.parametrize("form", ["parquet", "xlsx"])
def test_what_is_no_text_needs_a_file(run: Run, record: Path, form: str) -> None:
    assert "name a file with --output" in run("export", "--to", form, "--record", record).err


@pytest.mark.parametrize("name", ["events.parquet", "events.xlsx"])
def test_the_same_record_gives_the_same_bytes(run: Run, record: Path, name: str) -> None:
    pytest.importorskip("pyarrow" if name.endswith("parquet") else "xlsxwriter")
    written = []
    for _ in range(2):
        assert run("export", "-o", name, "--record", record).status == 0
        written.append(Path(name).read_bytes())
    assert written[0] == written[1]


def test_the_filters_of_questions_narrow_it(run: Run, record: Path) -> None:
    both = run("export", "--to", "cameo", "--actor", "Turkey", "--record", record)
    none = run("export", "--to", "cameo", "--type", "assault", "--record", record)
    assert len(both.out.splitlines()) == 2
    assert len(none.out.splitlines()) == 1


def test_polecat_columns_go_into_the_container_that_the_ending_says(run: Run, record: Path) -> None:
    run("export", "--to", "polecat", "-o", "p.csv", "--record", record)
    assert Path("p.csv").read_text("utf-8").startswith("Event ID,Event Date,")


def test_an_unknown_form_is_told_those_that_there_are(run: Run, record: Path) -> None:
    ended = run("export", "--to", "dbase", "--record", record)
    assert ended.status == 2
    assert "--to dbase: there are csv, parquet" in ended.err


def test_nothing_is_left_where_an_export_fails(run: Run, record: Path) -> None:
    assert run("export", "-o", "missing/e.csv", "--record", record).status == 1
    assert not Path("missing").exists()
