"""The coder's accuracy on the hand-coded sample reports stays above its floors."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from dragoman.errors import Refusal
from dragoman.evaluation.scoring import Figures, score
from dragoman.evaluation.units import read
from dragoman.intake import read as read_reports
from dragoman.pipeline import code

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "examples" / "reports"
FLOORS: dict[str, dict[str, float]] = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))


@cache
def reached() -> dict[str, Figures]:
    outcomes = list(code(read_reports(SAMPLES)))
    coded = [outcome for outcome in outcomes if not isinstance(outcome, Refusal)]
    assert len(coded) == len(outcomes)
    lines = [line for told in coded for line in (told.report, *told.facts)]
    return score(read(HERE / "examples.jsonl"), lines)


@pytest.mark.parametrize(
    ("kind", "measure"), [(kind, measure) for kind in FLOORS for measure in FLOORS[kind]]
)
def test_accuracy_is_not_below_its_floor(kind: str, measure: str) -> None:
    figures = reached()[kind]
    value = figures.f1 if measure == "f1" else figures.accuracies.get(measure, 0.0)
    assert value >= FLOORS[kind][measure], f"{kind} {measure} fell to {value:.3f}: {figures}"
