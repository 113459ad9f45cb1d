"""Tuning: needs the extra `train`, so it is tested where the judge is trained."""

from pathlib import Path

import pytest

pytest.importorskip("jax", reason="tuning needs the extra train: make judge installs it")

from dragoman.judging.encoder import Encoder, odds
from dragoman.judging.encoder_file import save
from dragoman.judging.training import lessons
from dragoman.judging.tuning import tune
from marked_sentences import FEW, marked
from small_base import small_base


def tuned(epochs: int) -> Encoder:
    given = lessons(FEW)
    labels = [lesson.label for lesson in given]
    return tune(small_base(), [one.marked for one in given], labels, stamp="few", epochs=epochs)


def test_it_learns_what_it_was_taught() -> None:
    found = odds(tuned(150), marked("[Militiamen] shelled {a town}."))
    assert max(found, key=found.__getitem__) == "ASSAULT"


def test_tuning_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    save(tuned(2), tmp_path / "a.npz")
    save(tuned(2), tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
