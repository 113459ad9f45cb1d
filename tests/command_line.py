"""What a test sees of a run of the command line; the fixture `run` makes them."""

import io
import sys
from collections.abc import Callable

import msgspec
import pytest

from dragoman.publishing.cli import main


class Result(msgspec.Struct, frozen=True):
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]


def ended(
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
    *words: object,
    stdin: bytes = b"",
) -> Result:
    """Run a command in this process and say how it ended."""
    monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, words)])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
    with pytest.raises(SystemExit) as left:
        main()
    out, err = capsysbinary.readouterr()
    return Result(int(left.value.code or 0), out.decode(), err.decode())
