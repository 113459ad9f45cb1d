"""The commands of the register: who held which office, as a record knows it."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import UsageError
from dragoman.publishing.options import DEFAULT_RECORD, Raw, RecordFile, Shape, View
from dragoman.register.sources import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.register.tenures import Tenure

app = typer.Typer(no_args_is_help=True, help="Who held which office, as the record knows it.")


Country = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="A state or organisation: PAK, Pakistan.", show_default=False
    ),
]
AnyCountry = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]", help="Only this state or organisation: PAK, Pakistan.", show_default=False
    ),
]
On = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help="Only who held it on this day.")
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here, as CSV if it ends so."),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A file of tenures.")]
Form = Annotated[
    Source | None, typer.Option("--from", help="Its format; else its ending and first line say.")
]
Default = Annotated[
    str | None,
    typer.Option("--country", metavar="NAME", help="Whose the offices are where it is not said."),
]


@app.command()
def show(
    country: Country,
    *,
    on: On = None,
    record: RecordFile = DEFAULT_RECORD,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print who held which office of a state or organisation.

    \b
    Examples:
      dragoman register show KEN --record crisis.record
      dragoman register show Kenya --on 2022-03-24
    """
    from dragoman.publishing import tenures
    from dragoman.publishing.screen import open_console
    from dragoman.questions import offices
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = offices.tenures(connection, country=country, on=on)
    if shape is View.TABLE:
        tenures.print_tenures(open_console(), found)
    else:
        tenures.write(found, sys.stdout.buffer, csv=shape is View.CSV, raw=raw)


@app.command()
def export(*, output: Output = None, record: RecordFile = DEFAULT_RECORD, raw: Raw = False) -> None:
    """Write the register: imported tenures, and those that the reports show.

    As JSONL it can be given to `code` and `add` with --register; as CSV it can be edited and
    imported.

    \b
    Examples:
      dragoman register export -o offices.jsonl --record crisis.record
      dragoman register export -o offices.csv
    """
    from dragoman.publishing import tenures
    from dragoman.publishing.exports import whole_file
    from dragoman.publishing.running import say
    from dragoman.questions import offices
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = offices.tenures(connection)
    csv = output is not None and output.suffix.casefold() == ".csv"
    target = nullcontext(sys.stdout.buffer) if output is None else whole_file(output)
    with target as stream:
        tenures.write(found, stream, csv=csv, raw=raw)
    say(f"wrote {_counted(found)}")


@app.command("import")
def import_(
    file: File,
    *,
    record: RecordFile = DEFAULT_RECORD,
    form: Form = None,
    country: Default = None,
) -> None:
    """Keep the tenures of a file in the record, instead of what a file of this name said before.

    Reads CSV, Popolo JSON, FollowTheMoney lines, the CSV of a Wikidata query, PETRARCH dictionaries
    (.actors) and an exported register. A file with a wrong line is not taken at all.

    \b
    Examples:
      dragoman register import ministers.csv --record crisis.record
      dragoman register import parliament.json --country Kenya
    """
    from dragoman.publishing.running import say
    from dragoman.questions.names import code_of
    from dragoman.record import open_record
    from dragoman.record.tenures import put_tenures
    from dragoman.register.importing import read_tenures

    owner = None if country is None else code_of(country)
    found = read_tenures(file, source=form, country=owner)
    if not found.tenures:
        raise UsageError(f"{file}: holds no tenure of a state or organisation that we know")
    with open_record(record, create=True) as connection:
        put_tenures(connection, file.name, found.tenures)
    left = f", left out {found.left_out} of unknown states" if found.left_out else ""
    say(f"imported {_counted(found.tenures)}{left}")


@app.command()
def conflicts(
    country: AnyCountry = None,
    *,
    record: RecordFile = DEFAULT_RECORD,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Print where two people are told to hold one office on the same days.

    \b
    Examples:
      dragoman register conflicts --record crisis.record
      dragoman register conflicts Kenya --format csv
    """
    from dragoman.publishing import tenures
    from dragoman.publishing.screen import open_console
    from dragoman.questions import offices
    from dragoman.record import open_record

    with open_record(record) as connection:
        found = offices.conflicts(connection, country=country)
    if shape is View.TABLE:
        tenures.print_conflicts(open_console(), found)
    else:
        tenures.write_conflicts(found, sys.stdout.buffer, csv=shape is View.CSV, raw=raw)


def _counted(found: "Iterable[Tenure]") -> str:
    """`12 tenures (3 imported, 9 learned)`."""
    from collections import Counter

    rungs = Counter(tenure.rung for tenure in found)
    told = ", ".join(f"{count} {rung}" for rung, count in sorted(rungs.items()))
    number = sum(rungs.values())
    return f"{number} {'tenure' if number == 1 else 'tenures'}" + (f" ({told})" if told else "")
