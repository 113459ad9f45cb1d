"""The encoder's file: as it was, the same bytes, and not stale."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.codebooks.exemplars import exemplars
from dragoman.errors import ModelError
from dragoman.judging.encoder import Encoder
from dragoman.judging.encoder_file import SHIPPED, read, save, shipped
from dragoman.judging.training import stamp
from small_base import small_base

LARGEST = 30_000_000  # bytes


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    base = small_base()
    return Encoder(base.arrays, base.known, ("AID", "ASSAULT"), ("France", "Iran"), "stamp")


def test_it_comes_back_nearly_as_it_was(encoder: Encoder, tmp_path: Path) -> None:
    save(encoder, tmp_path / "a.npz")
    again = read(tmp_path / "a.npz")
    assert (again.known, again.types, again.masks, again.stamp) == (
        encoder.known,
        encoder.types,
        encoder.masks,
        encoder.stamp,
    )
    assert set(again.arrays) == set(encoder.arrays)
    for name, array in encoder.arrays.items():
        np.testing.assert_allclose(again.arrays[name], array, atol=0.01)


def test_the_same_encoder_gives_the_same_bytes(encoder: Encoder, tmp_path: Path) -> None:
    save(encoder, tmp_path / "a.npz")
    save(encoder, tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_the_shipped_encoder_was_tuned_on_these_exemplars() -> None:
    assert shipped().stamp == stamp(exemplars()), "run `make judge`"


def test_the_shipped_encoder_is_small() -> None:
    assert Path(str(SHIPPED)).stat().st_size < LARGEST


def test_a_broken_encoder_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "broken.npz").write_bytes(b"no encoder")
    for name in ("broken.npz", "missing.npz"):
        with pytest.raises(ModelError, match=rf"{name}.*make judge"):
            read(tmp_path / name)
