"""The interval of F1."""

import factory
from dragoman.evaluation.bootstrap import f1_interval
from dragoman.evaluation.scoring import Comparison
from dragoman.evaluation.units import EventUnit, Unit
from dragoman.model import Fact

UNIT = EventUnit(anchor="met", types=("CONSULT",), actors=("TUR",), modality="asserted")
HIT: tuple[Unit, Fact] = (UNIT, factory.event())


def report(found: int, missed: int) -> Comparison:
    return Comparison(
        kind="event",
        report="a",
        text="",
        found=(HIT,) * found,
        missed=(UNIT,) * missed,
        spurious=(),
    )


def test_where_all_is_right_no_draw_is_worse() -> None:
    assert f1_interval([report(3, 0), report(2, 0)]) == (1.0, 1.0)


def test_it_holds_the_figure_and_is_the_same_each_time() -> None:
    reports = [report(5, 1), report(1, 4), report(3, 0), report(2, 2)]
    low, high = f1_interval(reports)
    assert 0 < low < 22 / 29 < high < 1
    assert f1_interval(reports) == (low, high)


def test_reports_are_drawn_and_not_units() -> None:
    alike = f1_interval([report(1, 1)] * 8)
    apart = f1_interval([report(2, 0), report(0, 2)] * 4)
    assert alike[1] - alike[0] < apart[1] - apart[0]


def test_of_nothing_it_is_nothing() -> None:
    assert f1_interval([]) == (0.0, 0.0)
