"""A user's files laid over the house's: what they add, what they take the place of."""

from pathlib import Path

import pytest

from dragoman.codebooks.entries import Entry, VerbEntry, verbs
from dragoman.codebooks.issues import issues, phrase_tree
from dragoman.codebooks.own import using
from dragoman.codebooks.plover import plover
from dragoman.model import Event, Position, Report
from dragoman.pipeline import Coded, code
from dragoman.register.given import give

HEADER = "predicate,pos,when,type,mode,actor,recipient,needs,example\n"
SHIPS = """\
only = true
[types.PORT-CALL]
definition = "A ship calls at a foreign port."
quad = "material cooperation"
"""
DOCK = "dock,v,at:*,PORT-CALL,,subject,at>modifier,both,The Omani navy docked at an Iranian port.\n"


def coded(text: str, folder: Path) -> Coded:
    report = Report(id="t", published="2022-03-10", text=text)
    (found,) = code([report], given=give(codebook=folder))
    assert isinstance(found, Coded)
    return found


def types(text: str, folder: Path) -> list[str]:
    return [fact.event_type for fact in coded(text, folder).facts if isinstance(fact, Event)]


def held(lemma: str) -> list[Entry]:
    return [entry for entry, _ in verbs().by_key[lemma, "v"]]


def test_an_ontology_of_its_own_needs_no_code(tmp_path: Path) -> None:
    (tmp_path / "plover.toml").write_text(SHIPS)
    (tmp_path / "verbs.csv").write_text(HEADER + DOCK)
    text = "The Omani navy docked at an Iranian port. Oman accused Iran of war."
    assert types(text, tmp_path) == ["PORT-CALL"]


def test_more_types_stand_beside_the_houses(tmp_path: Path) -> None:
    (tmp_path / "plover.toml").write_text(SHIPS.replace("only = true\n", ""))
    (tmp_path / "verbs.csv").write_text(HEADER + DOCK)
    text = "The Omani navy docked at an Iranian port. Oman accused Iran of war."
    assert types(text, tmp_path) == ["PORT-CALL", "ACCUSE"]


def test_an_entry_takes_the_place_of_one_with_the_same_conditions(tmp_path: Path) -> None:
    row = "invade,v,object:*,COERCE,,subject,object,both,Chad invaded Niger.\n"
    (tmp_path / "verbs.csv").write_text(HEADER + row)
    assert types("Chad invaded Niger.", tmp_path) == ["COERCE"]
    with using(tmp_path):
        mine = [entry for entry in held("invade") if isinstance(entry, VerbEntry)]
    assert [entry.type for entry in mine if entry.when == "object:*"] == ["COERCE"]


def test_a_dash_codes_nothing(tmp_path: Path) -> None:
    (tmp_path / "verbs.csv").write_text(HEADER + "invade,v,object:*,-,,subject,object,both,\n")
    assert types("Chad invaded Niger.", tmp_path) == []


def test_the_house_is_untouched_afterwards(tmp_path: Path) -> None:
    before = (verbs(), plover(), phrase_tree())
    (tmp_path / "plover.toml").write_text(SHIPS)
    with using(tmp_path):
        assert list(plover().types) == ["PORT-CALL"]
        assert verbs() is not before[0]
    assert (verbs(), plover(), phrase_tree()) == before


def test_an_issue_takes_its_phrases_from_others(tmp_path: Path) -> None:
    (tmp_path / "issues.toml").write_text("""
[[issue]]
slug = "truces"
name = "truces"
definition = "Short ends of fighting."
parent = "peace"
phrases = ["truce"]
""")
    with using(tmp_path):
        assert "truces" in issues()
        assert "truce" not in issues()["ceasefire"].phrases
    facts = coded("Chad supports the truce.", tmp_path).facts
    assert [fact.issue for fact in facts if isinstance(fact, Position)] == ["truces"]


def test_lines_say_which_codebook_coded_them(tmp_path: Path) -> None:
    (tmp_path / "verbs.csv").write_text(HEADER + DOCK)
    first = coded("Chad left.", tmp_path).report.coder
    (tmp_path / "verbs.csv").write_text(HEADER)
    assert coded("Chad left.", tmp_path).report.coder != first


@pytest.mark.parametrize("jobs", [1, 2])
def test_processes_share_the_codebook(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "plover.toml").write_text(SHIPS)
    (tmp_path / "verbs.csv").write_text(HEADER + DOCK)
    text = "The Omani navy docked at an Iranian port."
    reports = [Report(id=str(n), published="2022-03-10", text=text) for n in range(70)]
    found = list(code(reports, jobs=jobs, given=give(codebook=tmp_path)))
    assert {
        fact.event_type
        for one in found
        if isinstance(one, Coded)
        for fact in one.facts
        if isinstance(fact, Event)
    } == {"PORT-CALL"}
