"""The measures of agreement, on cases that can be worked out by hand."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Stance
from dragoman.questions.agreement import SCALE, agreement

FOR: Stance = "supports"
AGAINST: Stance = "opposes"
stances = st.sampled_from(sorted(SCALE))


@pytest.mark.parametrize(
    ("pairs", "similarity", "pi"),
    [
        ([(FOR, FOR), (AGAINST, AGAINST)], 1.0, 1.0),
        ([(FOR, AGAINST), (AGAINST, FOR)], -1.0, -1.0),
        ([(FOR, FOR), (FOR, AGAINST), (AGAINST, FOR), (AGAINST, AGAINST)], 0.0, 0.0),
        ([(FOR, "neutral")], 0.0, -1.0),
        ([(FOR, FOR)] * 9, 1.0, None),
    ],
)
def test_by_hand(pairs: list[tuple[Stance, Stance]], similarity: float, pi: float | None) -> None:
    found = agreement(Counter(pairs))
    assert (found.similarity, found.pi, found.n) == (similarity, pi, len(pairs))


def test_on_nothing_there_is_no_figure() -> None:
    found = agreement(Counter())
    assert (found.n, found.similarity, found.pi) == (0, None, None)


@given(st.lists(st.tuples(stances, stances), min_size=1))
def test_it_is_the_same_from_both_sides(pairs: list[tuple[Stance, Stance]]) -> None:
    turned = Counter((two, one) for one, two in pairs)
    found = agreement(Counter(pairs))
    assert found == agreement(turned)
    assert -1 <= (found.similarity or 0) <= 1
    assert found.shared + found.opposed <= found.n
