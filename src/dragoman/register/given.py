"""What a user gives a run besides the reports: a register, a list of actors, a codebook.

A run's result follows from its reports, the coder, and what it is given; so lines are stamped with
a digest of these files, and nothing is looked up in a record that grows meanwhile.
"""

import hashlib
from functools import cache
from pathlib import Path

import msgspec

from dragoman.codebooks.own import FILES
from dragoman.errors import IntakeError, in_words
from dragoman.register.actor_lists import read_actors
from dragoman.register.importing import read_register
from dragoman.register.lookup import Register


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """The files of a run and a digest of what they hold; equal where the result would be."""

    register: Path | None = None
    actors: Path | None = None
    codebook: Path | None = None
    digest: str


def give(
    *, register: Path | None = None, actors: Path | None = None, codebook: Path | None = None
) -> Given | None:
    """Name the files of a run; null where there are none.

    Raises:
        IntakeError: a file cannot be read.
    """
    files = {"register": register, "actors": actors}
    if codebook is not None:
        files |= {name: codebook / name for name in FILES if (codebook / name).is_file()}
    elif register is None and actors is None:
        return None
    digest = hashlib.blake2b(digest_size=4)
    for name, path in files.items():
        if path is not None:
            digest.update(f"\0{name}\0".encode() + _bytes_of(path))
    return Given(register=register, actors=actors, codebook=codebook, digest=digest.hexdigest())


def stamp(coder: str, given: Given | None) -> str:
    """The coder's version with the digest of what it was given: with other files it is another."""
    return coder if given is None else f"{coder}+{given.digest}"


@cache
def load(given: Given) -> Register:
    """The register of a run, read and checked once; processes that are forked later share it.

    Raises:
        IntakeError: a line of a file is wrong: names file and line.
    """
    tenures = read_register(given.register) if given.register else ()
    return Register(tenures, actors=read_actors(given.actors) if given.actors else ())


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise IntakeError(f"{path}: cannot be read: {in_words(error)}") from None
