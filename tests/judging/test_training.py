"""Training: the same exemplars, the same judge; the shipped one is not stale."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.codebooks.exemplars import exemplars
from dragoman.errors import ModelError
from dragoman.judging.features import features
from dragoman.judging.judge import judge
from dragoman.judging.training import lessons, stamp, train
from dragoman.judging.weights import SHIPPED, Weights, read, save, shipped
from marked_sentences import FEW, exemplar, marked

LARGEST = 3_000_000  # bytes


@pytest.fixture(scope="module")
def weights() -> Weights:
    return train(FEW, lessons(FEW))


def test_training_twice_gives_the_same_bytes(weights: Weights, tmp_path: Path) -> None:
    save(weights, tmp_path / "a.npz")
    save(train(FEW, lessons(FEW)), tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_weights_come_back_as_they_were(weights: Weights, tmp_path: Path) -> None:
    save(weights, tmp_path / "a.npz")
    again = read(tmp_path / "a.npz")
    assert (again.features, again.types, again.taught) == (
        weights.features,
        weights.types,
        weights.taught,
    )
    np.testing.assert_allclose(again.votes, weights.votes, atol=1e-3)


def test_it_learns_what_it_was_taught(weights: Weights) -> None:
    verdict = judge(weights, features(marked("[Militiamen] shelled {a town}."), ()))
    assert verdict.type == "ASSAULT"
    assert verdict.nearest[0] in {"few.csv line 3", "few.csv line 4"}


def test_what_the_encoder_reads_weighs_as_much(weights: Weights) -> None:
    found = features(marked("[Militiamen] shelled {a town}."), ())
    against = dict.fromkeys(weights.types, -60.0) | {"AID": -0.001}
    assert judge(weights, found, against).type == "AID"
    undecided = dict.fromkeys(weights.types, -1.0)
    assert judge(weights, found, undecided).type == "ASSAULT"


def test_another_exemplar_is_another_stamp() -> None:
    changed = (*FEW[:-1], exemplar("AID", "[Mali] fed {the village} on Friday."))
    assert stamp(changed) != stamp(FEW)


def test_the_shipped_weights_are_of_these_exemplars() -> None:
    assert shipped().stamp == stamp(exemplars()), "run `make judge`"


def test_the_shipped_weights_are_small() -> None:
    assert Path(str(SHIPPED)).stat().st_size < LARGEST


def test_broken_weights_say_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "broken.npz").write_bytes(b"no weights")
    for name in ("broken.npz", "missing.npz"):
        with pytest.raises(ModelError, match=rf"{name}.*make judge"):
            read(tmp_path / name)
