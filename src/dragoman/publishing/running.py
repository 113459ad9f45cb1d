"""A run over reports as people see it: progress, a line for each refusal, a closing count."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from dragoman.errors import Refusal
from dragoman.model import KINDS, Fact
from dragoman.publishing.screen import one_line

T = TypeVar("T")
REFUSED = 3  # exit status of a run that finished with refused items


class Tally(msgspec.Struct):
    """What became of the items of a run. It counts, so it is not frozen."""

    read: int = 0
    kept: int = 0
    present: int = 0
    refused: int = 0
    facts: Counter[str] = msgspec.field(default_factory=Counter)

    def keep(self, facts: Iterable[Fact]) -> None:
        """Count a report that was coded or kept, with its facts."""
        self.kept += 1
        self.facts.update(type(fact).__name__.lower() for fact in facts)

    def refuse(self, refusal: Refusal) -> None:
        """Count a refusal and say it in one line on standard error."""
        self.refused += 1
        say(one_line(str(refusal)))

    def close(self, summary: str) -> int:
        """Say the summary and give the exit status; every item must be accounted for."""
        if self.read != self.kept + self.present + self.refused:
            raise AssertionError(f"items were lost on the way: {self}")
        say(summary)
        return REFUSED if self.refused else 0

    def kept_words(self) -> str:
        """`12 reports (31 events, 8 statements)`."""
        found = [_count(self.facts[kind], kind) for kind in KINDS if self.facts[kind]]
        detail = f" ({', '.join(found)})" if found else ""
        return f"{_count(self.kept, 'report')}{detail}"


def say(line: str) -> None:
    """A line on standard error, whatever its encoding."""
    reconfigure = getattr(sys.stderr, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def watched(items: Iterable[T], *, quiet: bool = False) -> Iterator[T]:
    """The items, with a count and the pace on standard error while a terminal is there to see."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import (  # noqa: PLC0415 - likewise
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (SpinnerColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("coding", total=None)
        for item in items:
            yield item
            progress.advance(task)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
