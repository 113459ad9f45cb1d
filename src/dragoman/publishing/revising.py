"""Revisions and the queue of a review, on the terminal and as JSON lines."""

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec
from rich.console import Console
from rich.text import Text

from dragoman.model import Fact
from dragoman.publishing.phrases import phrase, short
from dragoman.publishing.screen import Entry, one_line, print_entries, print_fields, sign
from dragoman.record.review import Queued
from dragoman.record.revisions import Revision

LONGEST_WORDS = 160  # characters of evidence that an entry shows


def print_queue(console: Console, queue: list[Queued]) -> None:
    """Id, confidence, kind, what the line says; the words as its evidence."""
    if not queue:
        console.print("Nothing waits for review.")
        return
    print_entries(console, [_entry(console, queued) for queued in queue])


def print_against(console: Console, queued: Queued) -> None:
    """What the coder now writes where people have decided otherwise."""
    if queued.coded is not None:
        print_fields(console, [("now coded as", "")])
        print_changes(console, queued.line, queued.coded)


def print_revisions(console: Console, revisions: list[Revision]) -> None:
    """Each decision with its name, time and reason, and below it what it changed."""
    if not revisions:
        console.print("Nobody has reviewed it.")
    for revision in revisions:
        head = f"{short(revision.line_id)}  {revision.verdict}  {one_line(revision.who)}"
        console.print(Text(f"{head}  {one_line(revision.at)}", style="bold"))
        print_fields(console, [("reason", one_line(revision.reason))])
        if revision.verdict == "amended":
            print_changes(console, revision.original, revision.corrected)
        else:
            said = Text(sign(console, phrase(revision.corrected)))
            print_entries(console, [Entry(cells=(said,), words="")])


def print_changes(console: Console, before: Fact, after: Fact) -> None:
    """The fields that differ, as `was → is`."""
    old, new = msgspec.to_builtins(before), msgspec.to_builtins(after)
    print_fields(
        console,
        [
            (name, f"{_told(old[name])} → {_told(new[name])}")
            for name in new
            if old[name] != new[name]
        ],
    )


def write_revisions(revisions: Iterable[Revision], stream: BinaryIO) -> None:
    """One revision a line, with the line before and after it."""
    stream.writelines(msgspec.json.encode(revision) + b"\n" for revision in revisions)


def _entry(console: Console, queued: Queued) -> Entry:
    kind = type(queued.line).__name__.lower()
    mark = " !" if queued.coded is not None else ""
    return Entry(
        cells=(
            Text(short(queued.line.id), style="dim"),
            Text(f"{queued.confidence:.2f}{mark}"),
            Text(kind, style="bold"),
            Text(sign(console, phrase(queued.line))),
        ),
        words=one_line(queued.words, limit=LONGEST_WORDS),
    )


def _told(value: Any) -> str:  # noqa: ANN401 - any JSON
    """A value in few words: parties by code."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return " ".join(str(part.get("id") or part.get("name")) for part in value)
    return one_line(str(value)) if isinstance(value, str) else msgspec.json.encode(value).decode()
