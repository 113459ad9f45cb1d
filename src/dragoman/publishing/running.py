"""A run over reports as people see it: progress, a line for each refusal, a closing count."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import msgspec

from dragoman.errors import Refusal
from dragoman.model import KINDS, Fact
from dragoman.publishing.screen import one_line, shortened

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

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
        say(shortened(one_line(str(refusal))))

    @property
    def done(self) -> int:
        """Items of which it is known what became of them."""
        return self.kept + self.present + self.refused

    def close(self, summary: str) -> int:
        """Say the summary and give the exit status; every item must be accounted for."""
        if self.read != self.done:
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


def watched(
    items: Iterable[T], tally: Tally, *, total: Callable[[], int | None], quiet: bool = False
) -> Iterator[T]:
    """The items, with a count, of a total where there is one, on standard error if a terminal is.

    `total` is asked only where somebody sees it: it may have to count lines.
    """
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    with _progress(total()) as (progress, task):
        for item in items:
            yield item
            progress.update(task, completed=tally.done)


@contextmanager
def _progress(total: int | None) -> "Iterator[tuple[Progress, TaskID]]":
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import (  # noqa: PLC0415 - likewise
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns: list[ProgressColumn] = [SpinnerColumn()]
    if total is None:
        columns += [TextColumn("{task.completed} reports"), TimeElapsedColumn()]
    else:
        columns += [BarColumn(), MofNCompleteColumn(), TextColumn("reports"), TimeRemainingColumn()]
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress, progress.add_task("coding", total=total)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
