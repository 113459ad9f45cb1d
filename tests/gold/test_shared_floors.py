"""Accuracy on the hand-coded reports beside the repository, where they are."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from dragoman.evaluation.scoring import Figures, score
from dragoman.evaluation.units import read
from dragoman.intake import read as read_reports
from dragoman.pipeline import Coded, code

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "gold"
SOURCES = {"seeds": SHARED.parent / "seeds", "kin_dev": SHARED / "kin_dev.jsonl"}
FLOORS: dict[str, dict[str, dict[str, float]]] = tomllib.loads(
    (HERE / "shared_floors.toml").read_text("utf-8")
)
CASES = [
    (name, kind, measure)
    for name, kinds in FLOORS.items()
    for kind, measures in kinds.items()
    for measure in measures
]


@cache
def reached(name: str) -> dict[str, Figures]:
    coded = [item for item in code(read_reports(SOURCES[name])) if isinstance(item, Coded)]
    gold = read(SHARED / f"{name}.jsonl")
    return score(gold, [line for told in coded for line in (told.report, *told.facts)])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared hand-coded reports are not here")
@pytest.mark.parametrize(("name", "kind", "measure"), CASES)
def test_accuracy_is_not_below_its_floor(name: str, kind: str, measure: str) -> None:
    figures = reached(name)[kind]
    value = figures.f1 if measure == "f1" else figures.accuracies.get(measure, 0.0)
    assert value >= FLOORS[name][kind][measure], f"{name} {kind} {measure}: {figures}"
