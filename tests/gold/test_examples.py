"""The hand-coded sample reports keep to the codebooks and to the reports they speak of."""

from pathlib import Path

import pytest

from dragoman.codebooks.issues import issues
from dragoman.codebooks.plover import plover
from dragoman.codebooks.reference import organisations, states
from dragoman.errors import Refusal
from dragoman.evaluation.scoring import ending
from dragoman.evaluation.units import EventUnit, HandCoded, PositionUnit, TieUnit, read
from dragoman.intake import read as read_reports

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "examples" / "reports"
CODED = read(HERE / "examples.jsonl")


def name_of(report: HandCoded) -> str:
    return report.report


def parties(report: HandCoded) -> set[str]:
    named: set[str] = set()
    for unit in (unit for units in report.units.values() for unit in units):
        if isinstance(unit, EventUnit):
            named.update(unit.actors, unit.recipients)
        elif isinstance(unit, PositionUnit):
            named.update(unit.holders)
        elif isinstance(unit, TieUnit):
            named.update(unit.parties)
    return named


def test_every_sample_report_is_coded_by_hand() -> None:
    assert [report.report for report in CODED] == sorted(path.stem for path in SAMPLES.iterdir())


@pytest.mark.parametrize("coded", CODED, ids=name_of)
def test_the_coded_text_is_that_of_the_report(coded: HandCoded) -> None:
    (report,) = read_reports(SAMPLES / f"{coded.report}.txt")
    assert not isinstance(report, Refusal)
    assert (report.published, ending(report.text)) == (coded.published, ending(coded.text))


@pytest.mark.parametrize("coded", CODED, ids=name_of)
def test_types_and_modes_are_those_of_plover(coded: HandCoded) -> None:
    types = plover().types
    for unit in coded.events:
        assert set(unit.types) <= set(types)
        known = {mode for name in unit.types for mode in types[name].modes}
        assert set(unit.modes) <= known | {None}


@pytest.mark.parametrize("coded", CODED, ids=name_of)
def test_issues_and_parties_are_in_the_codebooks(coded: HandCoded) -> None:
    assert {issue for unit in coded.positions for issue in unit.issues} <= set(issues())
    known = {state.id for state in states()} | {body.id for body in organisations()}
    assert parties(coded) <= known
