"""The commands that ask a record what happened and who stands where, and that show one line."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

from functools import partial
from typing import Annotated

import typer

from dragoman.publishing.options import (
    DEFAULT_RECORD,
    Limit,
    LineId,
    Raw,
    RecordFile,
    Shape,
    View,
)
from dragoman.publishing.selecting import OF_POSITIONS, OF_STATEMENTS, Asked, narrowed

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
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = questions.timeline(connection, asked(connection), limit=limit)
        answer(found, shape, table=answers.print_timeline, rows=rows.of_timeline, raw=raw)


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
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        selection = asked(connection)
        found = questions.positions(connection, selection, history=history, limit=limit)
        as_rows = partial(rows.of_positions, connection)
        answer(found, shape, table=answers.print_positions, rows=as_rows, raw=raw)


@narrowed(only=OF_STATEMENTS)
def statements(
    *,
    asked: Asked,
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = None,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print who said what, day by day.

    Each statement once, with the outlets that carry it and how many of them are independent: a wire
    and its copies are one source. --actor is through whom it is said.

    \b
    Examples:
      dragoman statements --actor Pakistan --record crisis.record
      dragoman statements --person Qureshi --issue ceasefire
      dragoman statements --sources 2 --format csv > carried.csv
    """
    from dragoman import questions
    from dragoman.publishing import answers, rows
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = questions.statements(connection, asked(connection), limit=limit)
        as_rows = partial(rows.of_statements, connection)
        answer(found, shape, table=answers.print_statements, rows=as_rows, raw=raw)


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
    from dragoman.publishing import answers, rows
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        shown = questions.show(connection, line_id)
        answer(shown, shape, table=answers.print_shown, rows=rows.of_shown, raw=raw)


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
    from dragoman.publishing import passages, rows
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = questions.explain(connection, line_id)
        answer(found, shape, table=passages.print_explained, rows=rows.of_explained, raw=raw)
