"""The forms of an export: what writes each, and what its readers take its acts for."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

import msgspec

from dragoman.errors import UsageError
from dragoman.model import Modality
from dragoman.publishing.exporting.dyads import dyad_table
from dragoman.publishing.exporting.events import event_table
from dragoman.publishing.exporting.followthemoney import write_entities
from dragoman.publishing.exporting.linked import write_linked
from dragoman.publishing.exporting.material import Material
from dragoman.publishing.exporting.network import write_network
from dragoman.publishing.exporting.polecat import polecat_table
from dragoman.publishing.exporting.provenance import write_provenance
from dragoman.publishing.exporting.tables import Container, Table, write_table

_FACTS: tuple[Modality, ...] = ("asserted", "historical")


class Form(StrEnum):
    """How the acts of a record are written."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"
    POLECAT = "polecat"
    CAMEO = "cameo"
    FTM = "ftm"
    PROV = "prov"
    GEXF = "gexf"
    JSONLD = "jsonld"


class Writing(msgspec.Struct, frozen=True, kw_only=True):
    """How a form is written: as a table, or by a writer of its own.

    `modalities` are those of a form that has no place for them: its readers take acts for done.
    """

    table: Callable[[Material], Table] | None = None
    writer: Callable[[Material, BinaryIO], None] | None = None
    modalities: tuple[Modality, ...] = ()


FORMS: dict[Form, Writing] = {
    Form.CSV: Writing(table=event_table),
    Form.PARQUET: Writing(table=event_table),
    Form.XLSX: Writing(table=event_table),
    Form.POLECAT: Writing(table=polecat_table, modalities=_FACTS),
    Form.CAMEO: Writing(table=dyad_table, modalities=(*_FACTS, "future")),
    Form.FTM: Writing(writer=write_entities, modalities=_FACTS),
    Form.PROV: Writing(writer=write_provenance),
    Form.GEXF: Writing(writer=write_network, modalities=_FACTS),
    Form.JSONLD: Writing(writer=write_linked, modalities=_FACTS),
}


def form_of(path: Path | None, given: str | None) -> Form:
    """The form that was asked for, else what the file's ending says.

    Raises:
        UsageError: neither says one that there is.
    """
    asked = given or _ending(path)
    if asked not in set(Form):
        raise UsageError(f"--to {given or 'is missing'}: there are {', '.join(Form)}")
    return Form(asked)


def container_of(path: Path | None, form: Form) -> Container:
    """How a table is written: as the form or the file's ending says, else as the form's users do.

    Raises:
        UsageError: Parquet or Excel is asked for without a file.
    """
    asked = form.value if form.value in set(Container) else _ending(path)
    found = Container(asked) if asked in set(Container) else Container.TSV
    if found in (Container.PARQUET, Container.XLSX) and path is None:
        raise UsageError(f"{found} is no text to print: name a file with --output")
    return found


def write(form: Form, material: Material, stream: BinaryIO, *, container: Container) -> None:
    """Write what is exported; `container` is for forms that are tables.

    Raises:
        UsageError: the form needs a package that is not installed.
    """
    writing = FORMS[form]
    if writing.table is not None:
        write_table(writing.table(material), stream, container=container, raw=material.raw)
    elif writing.writer is not None:
        writing.writer(material, stream)


def _ending(path: Path | None) -> str:
    return path.suffix.removeprefix(".").lower() if path else ""
