"""Agreement of two people who coded the same reports."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dragoman.evaluation.coders import alpha, coders, kappa
from dragoman.evaluation.units import EventUnit, HandCoded

MEETING = EventUnit(
    anchor="met his Ukrainian counterpart",
    types=("CONSULT",),
    actors=("TUR",),
    recipients=("UKR",),
    modality="asserted",
)
WARNING = EventUnit(
    anchor="warned against further attacks", types=("THREATEN",), actors=("TUR",), modality="future"
)


def coded(*events: EventUnit, text: str = factory.TEXT) -> HandCoded:
    return HandCoded(report="coast", published="2022-03-10", text=text, events=events)


def test_units_on_the_same_words_are_one() -> None:
    shorter = msgspec.structs.replace(MEETING, anchor="his Ukrainian counterpart")
    found = coders([coded(MEETING, WARNING)], [coded(shorter)])
    events = next(one for one in found.units if one.kind == "event")
    assert (events.both, events.one, events.other) == (1, 1, 0)
    assert events.f1 == pytest.approx(2 / 3)


def test_each_detail_is_compared() -> None:
    other = msgspec.structs.replace(WARNING, types=("ACCUSE",))
    found = coders([coded(MEETING, WARNING)], [coded(MEETING, other)])
    agreed = {one.detail: (one.agree, one.pairs) for one in found.details}
    assert agreed["type"] == (1, 2)
    assert agreed["modality"] == (2, 2)


def test_reports_that_one_did_not_code_are_passed_over() -> None:
    assert coders([coded(MEETING)], [coded(MEETING, text=f"{factory.TEXT} ")]).reports == 0


# Ten cases of two labels: seen agreement .70. Kappa grants each coder his own shares, .6 x .5 and
# .4 x .5; alpha both the pooled ones, 11 and 9 of 20.
CASES = [("a", "a")] * 4 + [("a", "b")] * 2 + [("b", "a")] + [("b", "b")] * 3


def test_kappa_and_alpha_are_what_their_formulas_give() -> None:
    assert kappa(CASES) == pytest.approx((0.7 - 0.5) / (1 - 0.5))
    expected = (11 * 10 + 9 * 8) / (20 * 19)
    assert alpha(CASES) == pytest.approx((0.7 - expected) / (1 - expected))


@pytest.mark.parametrize("pairs", [[], [("a", "a")] * 3])
def test_where_nothing_could_differ_there_is_no_measure(pairs: list[tuple[str, str]]) -> None:
    assert kappa(pairs) is None
    assert alpha(pairs) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_the_order_of_the_coders_does_not_matter(pairs: list[tuple[str, str]]) -> None:
    turned = [(other, one) for one, other in pairs]
    assert kappa(pairs) == pytest.approx(kappa(turned))
    assert alpha(pairs) == pytest.approx(alpha(turned))
