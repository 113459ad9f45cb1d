"""Tuning: needs the extra `train`, so it is tested where the judge is trained."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from dragoman.judging.encoder import odds
from dragoman.judging.encoder_file import read
from marked_sentences import marked

TUNED = Path(__file__).parents[1] / "tuned.py"

pytestmark = pytest.mark.skipif(
    find_spec("jax") is None, reason="tuning needs the extra train: make judge installs it"
)


def tune(path: Path, epochs: int) -> Path:
    subprocess.run([sys.executable, TUNED, path, str(epochs)], check=True)  # noqa: S603 - our own program
    return path


def test_it_learns_what_it_was_taught(tmp_path: Path) -> None:
    encoder = read(tune(tmp_path / "a.npz", 150))
    found = odds(encoder, marked("[Militiamen] shelled {a town}."))
    assert max(found, key=found.__getitem__) == "ASSAULT"


def test_tuning_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tune(tmp_path / "a.npz", 2), tune(tmp_path / "b.npz", 2)
    assert first.read_bytes() == second.read_bytes()
