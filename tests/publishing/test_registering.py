"""`register`: holders on a day, export and back, imports refused whole, conflicts."""

import json
from pathlib import Path

import msgspec
import pytest

import factory
from command_line import Run
from dragoman.record import add, open_record

HEADER = "person,country,office,since,until\n"
WORDS = "Turkish Foreign Minister Mevlut Cavusoglu"


@pytest.fixture
def seen(tmp_path: Path) -> Path:
    """A record of two reports that show the Turkish foreign minister."""
    path = tmp_path / "dragoman.record"
    with open_record(path, create=True) as connection:
        for day in ("2022-03-10", "2022-04-10"):
            report = factory.report(published=day)
            shown = factory.office(WORDS, inside=report, person="Mevlut Cavusoglu", seen=day)
            add(connection, report, [shown])
    return path


@pytest.mark.usefixtures("seen")
def test_who_holds_an_office_on_a_day(run: Run) -> None:
    result = run("register", "show", "Turkey", "--on", "2022-03-24")
    rows = [row.split() for row in result.out.splitlines()]
    assert rows[:2] == [["office"], ["person", "since", "last", "reports", "status", "rung"]]
    at = rows.index(["foreign", "minister"])
    shown = ["Mevlut", "Cavusoglu", "2022-03-10", "2022-04-10", "2/2", "current", "learned"]
    assert shown in rows[at + 1 : at + 3]
    found = run("register", "show", "TUR", "--format", "jsonl").out
    (one,) = map(json.loads, found.splitlines())
    assert (one["first_seen"], one["last_seen"]) == ("2022-03-10", "2022-04-10")
    assert (one["reports"], one["said"], one["rung"]) == (2, 2, "learned")


@pytest.mark.usefixtures("seen")
def test_a_state_or_day_that_is_none_is_told(run: Run) -> None:
    assert run("register", "show", "Atlantis").status == 2
    result = run("register", "show", "TUR", "--on", "2022-02-31")
    assert (result.status, result.out) == (2, "")
    assert "2022-02-31: no such day" in result.err


@pytest.mark.usefixtures("seen")
@pytest.mark.parametrize("name", ["offices.jsonl", "offices.csv"])
def test_what_is_exported_can_be_imported(run: Run, name: str) -> None:
    assert run("register", "export", "-o", name).err == "wrote 1 tenure (1 learned)\n"
    result = run("register", "import", name, "-r", "other.record")
    assert (result.status, result.err) == (0, "imported 1 tenure (1 imported)\n")
    shown = run("register", "show", "TUR", "-r", "other.record")
    assert "2022-03-10  2022-04-10" in shown.out


def test_an_import_is_whole_or_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "Ada Oduya,KEN,king,2018,\nBen Kiprop,KEN,king,2018-02-31,\n")
    result = run("register", "import", path, "-r", "new.record")
    assert result.status == 1
    assert result.err == f"dragoman: {path}: line 3: 2018-02-31: the calendar has no such day\n"
    assert not (tmp_path / "new.record").exists()


def test_what_is_of_no_known_state_is_counted(run: Run, tmp_path: Path) -> None:
    header = "item,itemLabel,positionLabel,countryLabel,start,end\n"
    rows = "Q1,Ada Oduya,King,Kenya,,\nQ2,Ben Kiprop,King,Atlantis,,\n"
    (tmp_path / "w.csv").write_text(header + rows)
    result = run("register", "import", "w.csv")
    assert result.err == "imported 1 tenure (1 imported), left out 1 of unknown states\n"
    (tmp_path / "v.csv").write_text(header + rows.splitlines(keepends=True)[1])
    assert run("register", "import", "v.csv").status == 2


def test_two_kings_are_a_conflict(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        HEADER + "Ada Oduya,KEN,king,2018,\nBen Kiprop,KEN,king,2019,\n"
    )
    run("register", "import", "a.csv")
    shown = run("register", "conflicts").out
    assert shown.splitlines() == [
        "KEN king  2019 – open",
        "  Ada Oduya  2018 – open (imported)",
        "  Ben Kiprop  2019 – open (imported)",
        "conflicts: 1",
    ]
    header, row = run("register", "conflicts", "Kenya", "-f", "csv").out.splitlines()
    assert (
        dict(zip(header.split(","), row.split(","), strict=True))["second_person"] == "Ben Kiprop"
    )
    assert "no two holders" in run("register", "conflicts", "Chad").out


def test_a_run_is_stamped_with_what_it_is_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2022-03-10\n\nTwo ministers met on Thursday.\n")
    (tmp_path / "list.csv").write_text("id,name\nFRE,Freedonia\n")
    assert run("add", "a.txt").err.startswith("kept 1 report ")
    assert run("add", "a.txt", "--actors", "list.csv").err.startswith("kept 1 report ")
    assert "1 already there" in run("add", "a.txt", "--actors", "list.csv").err


def test_a_wrong_list_ends_the_run_before_it_begins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2022-03-10\n\nTwo ministers met on Thursday.\n")
    (tmp_path / "list.csv").write_text("id,name,kind,country\nA,Army,institution,A\n")
    result = run("code", "a.txt", "--actors", "list.csv", "-o", "lines.jsonl")
    assert (result.status, result.out) == (1, "")
    assert result.err == "dragoman: list.csv: line 2: country leads in a circle: A > A\n"
    assert not (tmp_path / "lines.jsonl").exists()


def test_a_register_given_to_a_run_may_be_any_file_of_tenures(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2022-03-10\n\nTwo ministers met on Thursday.\n")
    (tmp_path / "r.csv").write_text(HEADER + "Ada Oduya,KEN,king,2018,\n")
    result = run("code", "a.txt", "--register", "r.csv", "--kind", "report")
    coder = msgspec.json.decode(result.out)["coder"]
    assert coder.startswith("dragoman 0.1.0+")
