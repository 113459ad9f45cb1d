"""What a run is given is stamped into its lines."""

from pathlib import Path

import pytest

from dragoman.errors import IntakeError
from dragoman.register.given import give, load, stamp


def test_other_files_make_another_coder(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,name\nA,Blue Front\n")
    first = give(actors=path)
    path.write_text("id,name\nB,Blue Front\n")
    second = give(actors=path)
    assert stamp("1", None) == "1"
    assert len({stamp("1", first), stamp("1", second), stamp("1", give(register=path))}) == 3
    assert second is not None
    assert [actor.id for actor in load(second).actors] == ["B"]


def test_nothing_given_is_nothing() -> None:
    assert give() is None


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="cannot be read"):
        give(register=tmp_path / "none.jsonl")
