"""What a test sees of a run of the command line; the fixture `run` makes them."""

from collections.abc import Callable

import msgspec


class Result(msgspec.Struct, frozen=True):
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]
