"""The commands that ask about parties: dyad, alignment, compare, asks, actors; and search."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

from enum import StrEnum
from typing import Annotated

import typer

from dragoman.publishing.options import DEFAULT_RECORD, Limit, Raw, RecordFile, Shape, View
from dragoman.publishing.selecting import OF_POSITIONS, OF_REPORTS, OPTIONS, Asked, narrowed

BESIDES_PARTIES = tuple(name for name in OPTIONS if name not in {"actors", "with_"})


class Period(StrEnum):
    """By what alignment is divided."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Status(StrEnum):
    """What came of an ask or promise."""

    OPEN = "open"
    ANSWERED = "answered"
    REFUSED = "refused"
    LAPSED = "lapsed"


def _party(metavar: str) -> object:
    return typer.Argument(metavar=metavar, help="A code or a name.", show_default=False)


One = Annotated[str, _party("A")]
Two = Annotated[str, _party("B")]
Words = Annotated[
    list[str], typer.Argument(metavar="WORDS...", help="Words, all of which stand in it.")
]
ByIssue = Annotated[bool, typer.Option("--by-issue", help="Each issue by itself.")]
By = Annotated[
    Period | None, typer.Option("--by", help="Each period by itself, and the drift between them.")
]
Least = Annotated[
    int,
    typer.Option("--least", metavar="N", min=1, help="Mark what rests on fewer positions."),
]
WithStatus = Annotated[Status | None, typer.Option("--status", help="Only those of this status.")]


@narrowed(only=BESIDES_PARTIES)
def dyad(  # noqa: PLR0913 - each is an option of the command
    one: One,
    two: Two,
    *,
    asked: Asked,
    record: RecordFile = DEFAULT_RECORD,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print what two parties did to each other, and where both stand.

    Acts by month and quad, the events that most sources tell, the stances of both on each issue,
    what they asked and promised. Counted is what is told as a fact, unless --modality says else.
    JSONL is one object; CSV the months.

    \b
    Examples:
      dragoman dyad Pakistan China --record crisis.record
      dragoman dyad RUS UKR --since 2022-02 --until 2022-03
      dragoman dyad RUS UKR --format csv > months.csv
    """
    from dragoman import questions
    from dragoman.publishing import relations, rows
    from dragoman.publishing.answering import answer
    from dragoman.questions.selection import select
    from dragoman.record import open_record

    with open_record(record) as connection:
        first, second = (select(connection, actors=[name]).actors[0] for name in (one, two))
        found = questions.dyad(connection, first, second, asked(connection))
        answer(found, shape, table=relations.print_dyad, rows=rows.of_dyad, raw=raw)


@narrowed(only=tuple(name for name in OF_POSITIONS if name != "sources"))
def alignment(  # noqa: PLR0913 - each is an option of the command
    *,
    asked: Asked,
    by_issue: ByIssue = False,
    by: By = None,
    least: Least = 5,
    record: RecordFile = DEFAULT_RECORD,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print how far parties agree by the positions they take.

    Of the parties given with --actor, else of the 12 with most positions. S is 1 where all stances
    on an issue in a month are shared and -1 where all are opposed; pi is corrected for chance.

    \b
    Examples:
      dragoman alignment --record crisis.record
      dragoman alignment -a China -a Pakistan -a India --by-issue
      dragoman alignment -a China -a Russia --by quarter --since 2022
    """
    from dragoman import questions
    from dragoman.publishing import relations, rows
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        period = by.value if by else None
        found = questions.alignment(
            connection,
            asked(connection),
            by_issue=by_issue,
            period=period,  # type: ignore[arg-type]  # the values of Period are those it takes
            least=least,
        )
        answer(found, shape, table=relations.print_alignment, rows=rows.of_alignment, raw=raw)


@narrowed(only=BESIDES_PARTIES)
def compare(  # noqa: PLR0913 - each is an option of the command
    one: One,
    two: Two,
    *,
    asked: Asked,
    record: RecordFile = DEFAULT_RECORD,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print how two accounts of the same acts agree and differ.

    A and B are two parties, for what each side's readouts tell of their meetings and calls; or two
    outlets, or two reports, for acts that both tell.

    \b
    Examples:
      dragoman compare China Pakistan --record crisis.record
      dragoman compare "The Deccan Observer" "The Indus Chronicle" --since 2022-03
    """
    from dragoman import questions
    from dragoman.publishing import relations, rows
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = questions.compare(connection, one, two, asked(connection))
        answer(found, shape, table=relations.print_comparisons, rows=rows.of_comparisons, raw=raw)


@narrowed()
def asks(  # noqa: PLR0913 - each is an option of the command
    *,
    asked: Asked,
    status: WithStatus = None,
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = None,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print what was asked and promised, and what came of it.

    The newest first, each with the later events that may answer it and why they may.

    \b
    Examples:
      dragoman asks --record crisis.record
      dragoman asks --actor Pakistan --with Poland
      dragoman asks --type agree --status open --limit 20
    """
    from dragoman import questions
    from dragoman.publishing import findings, rows
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        wanted = status.value if status else None
        selection = asked(connection)
        found = questions.asks(connection, selection, status=wanted, limit=limit)  # type: ignore[arg-type]  # the values of Status are those it takes
        answer(found, shape, table=findings.print_asks, rows=rows.of_asks, raw=raw)


@narrowed()
def actors(
    *,
    asked: Asked,
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = None,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print who takes part: acts by role and quad.

    Of parties given with --actor also the first and last day, and who acts for them. Counted is
    what is told as a fact, unless --modality says else.

    \b
    Examples:
      dragoman actors --limit 20 --record crisis.record
      dragoman actors --actor Pakistan --since 2022-02
    """
    from dragoman import questions
    from dragoman.publishing import findings, rows
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = questions.participants(connection, asked(connection), limit=limit)
        answer(found, shape, table=findings.print_participants, rows=rows.of_participants, raw=raw)


@narrowed(only=OF_REPORTS)
def search(  # noqa: PLR0913 - each is an option of the command
    words: Words,
    *,
    asked: Asked,
    record: RecordFile = DEFAULT_RECORD,
    limit: Limit = None,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Search reports and the words behind lines.

    Finds what holds all the words, best first, with the passage; and parties, issues and people of
    that name.

    \b
    Examples:
      dragoman search border crossing --record crisis.record
      dragoman search Kuleba evacuation --since 2022-02 --limit 5
    """
    from dragoman import questions
    from dragoman.publishing import findings, rows
    from dragoman.publishing.answering import answer
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = questions.search(connection, " ".join(words), asked(connection), limit=limit or 20)
        answer(found, shape, table=findings.print_found, rows=rows.of_search, raw=raw)
