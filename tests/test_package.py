"""The public names."""

import subprocess
import sys

import pytest

import dragoman


@pytest.mark.parametrize("name", dragoman.__all__)
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(dragoman, name) is not None
    assert name in dir(dragoman)


def test_they_are_sorted() -> None:
    assert dragoman.__all__ == sorted(dragoman.__all__)


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = dragoman.nothing


def test_the_import_alone_loads_nothing() -> None:
    program = "import sys, dragoman; print(*sys.modules)"
    command = [sys.executable, "-c", program]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - ourselves
    assert not {"spacy", "msgspec", "sqlite3", "rich"} & set(out.split())
