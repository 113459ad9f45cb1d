"""Exemplar sentences of PLOVER's types, the two parties marked: what the judge learns from.

A file a type, `exemplars/<type>.csv`, a sentence a line; `plain.csv` and each `plain_*.csv` have
sentences of several types, as agencies write them. In a sentence `[...]` stands around the
actor and `{...}` around the recipient, each once: `[Kenya] expelled {Somali diplomats}.`
"""

import functools
import re

import msgspec

from dragoman.codebooks.own import using
from dragoman.codebooks.plover import plover
from dragoman.codebooks.tables import HOUSE, read_table
from dragoman.model import Span

MARKS = "[]{}"
FIRST_LINE = 2  # after the header; the files hold neither notes nor empty lines


class Exemplar(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence without its marks, what the actor does in it, and where it is written."""

    event_type: str
    event_mode: str | None
    sentence: str
    actor: Span
    recipient: Span
    file: str
    line: int


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it is written."""

    event_type: str
    event_mode: str | None
    sentence: str

    def __post_init__(self) -> None:
        """A wrong line is refused while its place is known."""
        types = plover().types
        if self.event_type not in types:
            raise ValueError(f"{self.event_type}: is no type; the types are {', '.join(types)}")
        modes = types[self.event_type].modes
        if self.event_mode is not None and self.event_mode not in modes:
            known = ", ".join(modes) or "none"
            raise ValueError(
                f"{self.event_mode}: {self.event_type} has no such mode; it has {known}"
            )
        unmarked(self.sentence)


def unmarked(sentence: str) -> tuple[str, Span, Span]:
    """The sentence without its marks, its actor and its recipient.

    Raises:
        ValueError: there is not one actor and one recipient beside it.
    """
    actor, recipient = _marked(sentence, "[", "]"), _marked(sentence, "{", "}")
    if actor.end > recipient.start and recipient.end > actor.start:
        raise ValueError("one party stands within the other; mark them side by side")
    plain = "".join(letter for letter in sentence if letter not in MARKS)
    return plain, _shifted(actor, recipient), _shifted(recipient, actor)


@functools.cache
def exemplars() -> tuple[Exemplar, ...]:
    """All exemplars, in the order of the types and of the lines, the plain ones last.

    Raises:
        CodebookError: a line has an unknown type or mode, or not both parties.
    """
    with using(None):  # they are Dragoman's own, whatever codebook is laid over its types
        names = (*(name.lower() for name in plover().types), *_plain())
        return tuple(exemplar for name in names for exemplar in _in_file(name))


def _plain() -> list[str]:
    files = (file.name for file in (HOUSE / "exemplars").iterdir())
    return sorted(
        name.removesuffix(".csv") for name in files if re.fullmatch(r"plain(_\w+)?\.csv", name)
    )


def _in_file(name: str) -> tuple[Exemplar, ...]:
    file = f"exemplars/{name}.csv"
    rows = read_table(HOUSE / "exemplars" / f"{name}.csv", _Row)
    return tuple(_exemplar(row, file, line) for line, row in enumerate(rows, FIRST_LINE))


def _exemplar(row: _Row, file: str, line: int) -> Exemplar:
    sentence, actor, recipient = unmarked(row.sentence)
    return Exemplar(
        event_type=row.event_type,
        event_mode=row.event_mode,
        sentence=sentence,
        actor=actor,
        recipient=recipient,
        file=file,
        line=line,
    )


def _marked(sentence: str, opening: str, closing: str) -> Span:
    """From one mark to the other, with both."""
    start, end = sentence.find(opening), sentence.find(closing) + 1
    once = sentence.count(opening) == 1 and sentence.count(closing) == 1
    if not once or not sentence[start + 1 : end - 1].strip():
        raise ValueError(f"needs exactly one {opening}party{closing}, not empty, in the sentence")
    return Span(start=start, end=end)


def _shifted(party: Span, other: Span) -> Span:
    """Where a party stands once the marks are gone, its own and those before it."""
    before = 2 if other.start < party.start else 0
    return Span(start=party.start - before, end=party.end - 2 - before)
