"""The commands that ask a record: timeline, positions, show, explain."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

import sys
from typing import TYPE_CHECKING

from dragoman.publishing.formats import Format
from dragoman.publishing.options import (
    DEFAULT_RECORD,
    Actor,
    Issue,
    LineId,
    Raw,
    RecordFile,
    Shape,
    Since,
    Until,
    View,
    With,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from dragoman.model import Fact
    from dragoman.publishing.exports import Pair


def timeline(  # noqa: PLR0913 - each is an option of the command
    *,
    record: RecordFile = DEFAULT_RECORD,
    actor: Actor = None,
    with_: With = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print what happened, day by day, what several reports tell of one event together.

    Events in which --actor takes part on either side, together with --with. The table says how
    often each was told (x3); JSONL and CSV give one merged event a line, with its tellings.

    \b
    Examples:
      dragoman timeline --record crisis.record
      dragoman timeline --actor Pakistan --with UKR --since 2022-02
      dragoman timeline --issue evacuation --format csv > evacuation.csv
    """
    from dragoman import questions
    from dragoman.publishing import answers
    from dragoman.publishing.merged import write_merged
    from dragoman.publishing.screen import open_console
    from dragoman.questions.selection import select
    from dragoman.record import open_record

    with open_record(record) as connection:
        selection = select(
            connection,
            actors=() if actor is None else (actor,),
            with_=() if with_ is None else (with_,),
            issues=() if issue is None else (issue,),
            since=since,
            until=until,
        )
        found = questions.timeline(connection, selection)
        if shape is View.TABLE:
            answers.print_timeline(open_console(), found)
        else:
            write_merged(found, sys.stdout.buffer, csv=shape is View.CSV, raw=raw)


def positions(  # noqa: PLR0913 - each is an option of the command
    *,
    record: RecordFile = DEFAULT_RECORD,
    actor: Actor = None,
    with_: With = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print who stands where on which issue.

    Positions of --actor, and of --with beside it. The table shows each holder's stance on an issue
    once, with its last day and words and how often it was told; JSONL and CSV give each telling's
    position line.

    \b
    Examples:
      dragoman positions --record crisis.record
      dragoman positions --actor Pakistan --with China
      dragoman positions --issue ceasefire --until 2022-03
    """
    from dragoman import questions
    from dragoman.publishing import answers
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record

    conditions = {"actor": actor, "with_": with_, "issue": issue, "since": since, "until": until}
    with open_record(record) as connection:
        found = questions.positions(connection, **conditions)
        if shape is View.TABLE:
            answers.print_positions(open_console(), found)
        else:
            tellings = {each.id: each for one in found for each in one.tellings}
            _write(connection, tellings.values(), shape, raw=raw)


def show(
    line_id: LineId,
    *,
    record: RecordFile = DEFAULT_RECORD,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print a line and what belongs to it.

    That is all lines of a report, the events that a statement tells, the statement of an event.

    \b
    Examples:
      dragoman show 3f2a9c10 --record crisis.record
      dragoman show 3f2a --format jsonl
    """
    from dragoman import questions
    from dragoman.publishing import answers
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record

    with open_record(record) as connection:
        shown = questions.show(connection, line_id)
        if shape is View.TABLE:
            answers.print_shown(open_console(), shown)
        else:
            pairs = [(line, shown.report) for line in (shown.line, *shown.belongings)]
            _write_pairs(pairs, shape, raw=raw)


def explain(
    line_id: LineId,
    *,
    record: RecordFile = DEFAULT_RECORD,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print a line in its words, with its sources.

    The paragraph with the words highlighted, through whom they came, and what decided the code.

    \b
    Examples:
      dragoman explain 3f2a9c10 --record crisis.record
      dragoman explain 3f2a --format jsonl
    """
    from dragoman import questions
    from dragoman.publishing import passages
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record

    with open_record(record) as connection:
        explanation = questions.explain(connection, line_id)
        if shape is View.TABLE:
            passages.print_explanation(open_console(), explanation)
        else:
            _write_pairs([(explanation.line, explanation.report)], shape, raw=raw)


def _write(
    connection: "sqlite3.Connection", facts: "Iterable[Fact]", shape: View, *, raw: bool
) -> None:
    """Facts with their reports, each of which is read once while its facts follow each other."""
    from functools import lru_cache

    from dragoman.record.store import report_by_id

    report_of = lru_cache(maxsize=64)(lambda report_id: report_by_id(connection, report_id))
    _write_pairs(((fact, report_of(fact.report_id)) for fact in facts), shape, raw=raw)


def _write_pairs(pairs: "Iterable[Pair]", shape: View, *, raw: bool) -> None:
    from dragoman.publishing.exports import write

    listed = list(pairs)
    kinds = tuple(dict.fromkeys(type(line).__name__.lower() for line, _ in listed))
    write(listed, sys.stdout.buffer, format_=Format(shape.value), kinds=kinds, raw=raw)
