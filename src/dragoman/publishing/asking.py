"""The commands that ask a record what happened and who stands where, and that show one line."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.publishing.formats import Format
from dragoman.publishing.options import (
    DEFAULT_RECORD,
    Limit,
    LineId,
    Raw,
    RecordFile,
    Shape,
    View,
)
from dragoman.publishing.selecting import OF_POSITIONS, Asked, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.publishing.exports import Pair

History = Annotated[
    bool, typer.Option("--history", help="Each stance that was held, not the last one alone.")
]


@narrowed()
def timeline(
    *,
    asked: Asked,
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = None,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print what happened, day by day.

    Each event once, with how many reports tell it (×3). Several values of one option widen the
    choice, several options narrow it.

    \b
    Examples:
      dragoman timeline --record crisis.record
      dragoman timeline --actor Pakistan --with UKR --since 2022-02
      dragoman timeline --person Qureshi --mode phone --until 2022-03-30
      dragoman timeline --issue evacuation --sources 2 --format csv > evacuation.csv
    """
    from dragoman import questions
    from dragoman.publishing import answers, rows
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = questions.timeline(connection, asked(connection), limit=limit)
        if shape is View.TABLE:
            answers.print_timeline(open_console(), found)
        else:
            rows.write(rows.of_timeline(found), shape, raw=raw)


@narrowed(only=OF_POSITIONS)
def positions(  # noqa: PLR0913 - each is an option of the command
    *,
    asked: Asked,
    history: History = False,
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = None,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print who stands where on which issue.

    Each party's stance: since when it is told without another one, when last, how often, and what
    it was before. --actor and --with stand beside each other here.

    \b
    Examples:
      dragoman positions --issue ceasefire --record crisis.record
      dragoman positions --actor Pakistan --with China
      dragoman positions --issue sanctions --history --until 2022-03
    """
    from dragoman import questions
    from dragoman.publishing import answers, rows
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record

    with open_record(record) as connection:
        selection = asked(connection)
        found = questions.positions(connection, selection, history=history, limit=limit)
        if shape is View.TABLE:
            answers.print_positions(open_console(), found)
        else:
            rows.write(rows.of_positions(connection, found), shape, raw=raw)


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

    The paragraph with the words highlighted, through whom they came, and what decided the code; of
    an event or position the frame, and the entries that held and lost, each with why.

    \b
    Examples:
      dragoman explain 3f2a9c10 --record crisis.record
      dragoman explain 3f2a --format jsonl
    """
    from dragoman import questions
    from dragoman.publishing import passages, weighed
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record

    with open_record(record) as connection:
        explanation = questions.explain(connection, line_id)
        if shape is View.TABLE:
            console = open_console()
            passages.print_explanation(console, explanation)
            weighed.print_weighing(console, explanation.line, explanation.report)
        else:
            _write_pairs([(explanation.line, explanation.report)], shape, raw=raw)


def _write_pairs(pairs: "Iterable[Pair]", shape: View, *, raw: bool) -> None:
    from dragoman.publishing.exports import write

    listed = list(pairs)
    kinds = tuple(dict.fromkeys(type(line).__name__.lower() for line, _ in listed))
    write(listed, sys.stdout.buffer, format_=Format(shape.value), kinds=kinds, raw=raw)
