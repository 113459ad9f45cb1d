"""Files of arrays."""

from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import ModelError
from dragoman.judging.arrays import letters, opened, words, write


def test_a_text_comes_back(tmp_path: Path) -> None:
    write({"said": letters("Bogotá\nLomé")}, tmp_path / "a.npz")
    with opened(tmp_path / "a.npz", what="words") as arrays:
        assert words(arrays["said"]) == "Bogotá\nLomé"


def test_a_file_cut_short_says_what_to_do(tmp_path: Path) -> None:
    write({"many": np.arange(1000)}, tmp_path / "a.npz")
    whole = (tmp_path / "a.npz").read_bytes()
    (tmp_path / "a.npz").write_bytes(whole[: len(whole) // 2])
    with (
        pytest.raises(ModelError, match=r"a\.npz: no words .*make judge"),
        opened(tmp_path / "a.npz", what="words"),
    ):
        pass


def test_an_array_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    write({"many": np.arange(3)}, tmp_path / "a.npz")
    with (
        pytest.raises(ModelError, match=r"a\.npz: no words .*make judge"),
        opened(tmp_path / "a.npz", what="words") as arrays,
    ):
        arrays["said"]
