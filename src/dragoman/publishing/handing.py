"""The command that writes a record in the forms of other programs."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from dragoman.publishing.options import DEFAULT_RECORD, Raw, RecordFile
from dragoman.publishing.selecting import Asked, narrowed

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here; the file appears when whole."),
]
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="FORM",
        help="csv, parquet, xlsx, polecat, cameo, ftm, prov, gexf, jsonld; else --output's ending.",
    ),
]
Tellings = Annotated[
    bool, typer.Option("--tellings", help="Each line that tells an act, and not merged acts.")
]


@narrowed()
def export(  # noqa: PLR0913 - each is an option of the command
    *,
    asked: Asked,
    to: To = None,
    output: Output = None,
    tellings: Tellings = False,
    record: RecordFile = DEFAULT_RECORD,
    raw: Raw = False,
) -> None:
    """Write the acts of a record for other programs.

    Merged acts, by day; the same record gives the same bytes. Forms that cannot say whether an act
    was denied or only supposed hold what is told as a fact, unless --modality says otherwise.

    \b
    Examples:
      dragoman export -o events.csv --record crisis.record
      dragoman export --to cameo --actor Pakistan -o dyads.tsv
      dragoman export --to polecat -o polecat.parquet --since 2022-02
      dragoman export --to ftm | ftm validate
      dragoman export -o network.gexf --quad verbal-cooperation
    """
    from dragoman.publishing.exporting.forms import FORMS, container_of, form_of, write
    from dragoman.publishing.exporting.material import Material
    from dragoman.publishing.exports import whole_file
    from dragoman.record import open_record

    form = form_of(output, to)
    container = container_of(output, form)
    with open_record(record) as connection:
        connection.execute("BEGIN")  # one state of the record, whoever writes meanwhile
        material = Material(
            connection=connection,
            selection=asked(connection),
            modalities=FORMS[form].modalities,
            tellings=tellings,
            raw=raw,
        )
        target = nullcontext(sys.stdout.buffer) if output is None else whole_file(output)
        with target as stream:
            write(form, material, stream, container=container)
            stream.flush()
