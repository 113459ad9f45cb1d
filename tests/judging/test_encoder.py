"""The encoder: what it reads of a text, and what it answers."""

import math

import msgspec
import numpy as np
import pytest

from dragoman.judging.encoder import LONGEST, Encoder, Reckoning, cut, forward, odds
from marked_sentences import marked
from small_base import PIECES, WIDTH, small_base

MASKS = ("France", "Iran")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    base = small_base()
    arrays = {
        **base.arrays,
        "types": np.linspace(-1, 1, 3 * 3 * WIDTH, dtype=np.float32).reshape(3, -1),
        "types bias": np.zeros(3, dtype=np.float32),
    }
    return Encoder(arrays, base.known, ("ACCUSE", "AID", "ASSAULT"), MASKS, "stamp")


def test_the_parties_are_masked(encoder: Encoder) -> None:
    read = cut(marked("[Kenya's navy] sent tents to {Peru}."), encoder.known, MASKS)
    words = [PIECES[n] for n in read.pieces]
    assert words == ["[CLS]", "france", "sent", "tents", "to", "iran", "[UNK]", "[SEP]"]
    assert (words[read.source], words[read.target]) == ("france", "iran")


def test_a_party_that_is_not_named_stands_at_the_start(encoder: Encoder) -> None:
    found = msgspec.structs.replace(marked("[Kenya] sent tents to {Peru}."), source=frozenset())
    read = cut(found, encoder.known, MASKS)
    assert read.source == 0
    assert read.target > 0


def test_a_long_text_is_cut_and_still_answered(encoder: Encoder) -> None:
    found = marked("[Kenya] sent tents" + " and tents" * LONGEST + " to {Peru}.")
    read = cut(found, encoder.known, MASKS)
    assert len(read.pieces) == LONGEST
    assert read.target == 0
    assert set(odds(encoder, found)) == set(encoder.types)


def test_odds_are_of_one_whole(encoder: Encoder) -> None:
    found = odds(encoder, marked("[Kenya] sent tents to {Peru}."))
    assert math.isclose(sum(math.exp(value) for value in found.values()), 1)


def test_who_the_parties_are_means_nothing(encoder: Encoder) -> None:
    one = odds(encoder, marked("[Kenya] sent tents to {Peru}."))
    other = odds(encoder, marked("[The Red Cross] sent tents to {Mali}."))
    assert one == other


def test_which_party_is_which_means_something(encoder: Encoder) -> None:
    one = odds(encoder, marked("[Kenya] sent tents to {Peru}."))
    other = odds(encoder, marked("{Kenya} sent tents to [Peru]."))
    assert one != other


def test_what_fills_up_a_short_text_is_not_read(encoder: Encoder) -> None:
    own = Reckoning(np, encoder.arrays)
    numbers = np.array([[0, 9, 3, 10, 1]])
    places = np.array([[1], [3]])
    alone = forward(own, numbers, np.ones_like(numbers, dtype=bool), places)
    filled = np.array([[0, 9, 3, 10, 1, 5, 5]])
    beside = forward(own, filled, np.array([[True] * 5 + [False] * 2]), places)
    np.testing.assert_allclose(alone, beside, atol=1e-5)
