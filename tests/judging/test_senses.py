"""What words near the parties mean."""

import numpy as np
import pytest

from dragoman.judging.senses import sense
from marked_sentences import marked


def likeness(one: str, other: str) -> float:
    return float(sense(marked(one)) @ sense(marked(other)))


@pytest.mark.parametrize(
    ("like", "unlike"),
    [
        ("[Chad] kidnapped {a bishop}.", "[Chad] praised {a bishop}."),
        ("[Chad] seized {a bishop}.", "[Chad] telephoned {a bishop}."),
    ],
)
def test_verbs_of_one_kind_are_alike(like: str, unlike: str) -> None:
    abducted = "[Chad] abducted {a bishop}."
    assert likeness(abducted, like) > likeness(abducted, unlike)


def test_parties_do_not_count() -> None:
    assert likeness("[Chad] freed {a bishop}.", "[Police] freed {Mali}.") == pytest.approx(1)


def test_no_known_word_is_no_sense() -> None:
    assert not np.any(sense(marked("[Chad] and {Mali}.")))
