"""Each problem of a user's codebook by file and line."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.codebooks.checking import problems
from dragoman.codebooks.entries import CueEntry, StanceEntry, VerbEntry, conditions, slot_names
from dragoman.codebooks.own import FILES
from dragoman.codebooks.tables import HOUSE, read_table
from dragoman.errors import CodebookError

HEADER = "# Notes count as lines.\npredicate,pos,when,type,mode,actor,recipient,needs,example\n"
GOOD = "visit,v,object:*,CONSULT,visit,subject,object,both,Oman visited Iran.\n"


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in problems(folder)]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("visit,v,to:*,CONSLT,,subject,object,both,x", "type CONSLT: did you mean CONSULT?"),
        ("visit,v,to:*,CONSULT,vist,subject,object,both,x",
         "mode vist of CONSULT: did you mean visit?"),
        ("visit,x,object:*,CONSULT,,subject,object,both,x", "pos 'x': there are v, n, a, m"),
        ("visit,v,objct:*,CONSULT,,subject,object,both,x", "slot objct: did you mean object?"),
        ("visit,v,,CONSULT,,subject,object>poss>bye,both,x", "slot bye: did you mean by?"),
        (",v,,CONSULT,,subject,object,both,x", "predicate: is empty: name the word"),
        ("visit,v,,CONSULT,,subject,object,all,x",
         "Invalid enum value 'all' - at `$.needs`"),
        ("visit,v", "has not as many fields as the header"),
        ("visit,v,object:*,CONSULT,,subject,object,both,x",
         "visit: line 3 holds in the same case"),
    ],
)  # fmt: skip
def test_a_wrong_row(tmp_path: Path, row: str, problem: str) -> None:
    (tmp_path / "verbs.csv").write_text(f"{HEADER}{GOOD}{row}\n")
    assert told(tmp_path) == [f"verbs.csv: line 4: {problem}"]


def test_an_unknown_class(tmp_path: Path) -> None:
    (tmp_path / "verbs.csv").write_text(HEADER + GOOD.replace("object:*", "object:@shipps"))
    (problem,) = told(tmp_path)
    assert problem.startswith("verbs.csv: line 3: when: class @shipps is not in classes.toml")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('a = "b', "plover.toml: Unterminated"),
        ("[types.A]\na = =", "plover.toml: line 2: "),
        ('[types.A]\ndefinition = "a"\nquad = "war"\n', "plover.toml: line 1: A: quad 'war': "),
        ('\n[types.A]\nquad = "verbal conflict"\n',
         "plover.toml: line 2: A: Object missing required field `definition`"),
    ],
)  # fmt: skip
def test_a_wrong_type(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "plover.toml").write_text(text)
    assert [line.startswith(problem) for line in told(tmp_path)] == [True]


def test_a_wrong_issue(tmp_path: Path) -> None:
    issue = '[[issue]]\nslug="{}"\nname="a"\ndefinition="a"\nparent="{}"\nphrases=["a ship"]\n'
    text = issue.format("ships", "") + issue.format("ships", "secrity") + "[[issue]]\n"
    (tmp_path / "issues.toml").write_text(text)
    assert told(tmp_path) == [
        "issues.toml: line 7: parent secrity: did you mean security?",
        "issues.toml: line 7: ships: stands twice; merge the two",
        "issues.toml: line 13: Object missing required field `slug`",
    ]


def test_a_misspelt_file_would_be_passed_over(tmp_path: Path) -> None:
    (tmp_path / "verbs.csv").write_text(HEADER + GOOD)
    (tmp_path / "verb.csv").write_text(HEADER + GOOD)
    assert told(tmp_path) == ["verb.csv: is not read: did you mean verbs.csv?"]


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "verbs.csv").write_bytes(b"\xff\xfe")
    assert told(tmp_path) == ["verbs.csv: is not UTF-8: invalid start byte at byte 0"]


def test_no_folder_and_nothing_in_it(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="no such folder: `dragoman codebook new` starts one"):
        problems(tmp_path / "none")
    with pytest.raises(CodebookError, match=r"holds no codebook: its files are plover\.toml"):
        problems(tmp_path)


def test_the_starter_is_sound(tmp_path: Path) -> None:
    for file in files("dragoman.codebooks.starter").iterdir():
        if file.name in FILES:
            (tmp_path / file.name).write_bytes(file.read_bytes())
    assert problems(tmp_path) == []


def test_the_house_names_known_slots_alone() -> None:
    rows = [
        *read_table(HOUSE / "verbs.csv", VerbEntry),
        *read_table(HOUSE / "stances.csv", StanceEntry),
        *read_table(HOUSE / "cues.csv", CueEntry),
    ]
    named = {one.slot.replace(" ", "_") for row in rows for one in conditions(row.when)}
    assert named <= slot_names()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_checked_without_a_fault(tmp_path: Path, text: str) -> None:
    for name in ("verbs.csv", "issues.toml", "plover.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert all(problem.file in FILES for problem in problems(tmp_path))
