"""The events of a view as a file for another program, as `dragoman export` writes it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from dragoman.publishing.exporting.forms import FORMS, container_of, write
from dragoman.publishing.exporting.material import Material
from dragoman.publishing.web.addresses import SHARED, Filters, read_filters, selection
from dragoman.publishing.web.asking import Endpoint, OverdueError, opened
from dragoman.publishing.web.offered import Offered
from dragoman.publishing.web.site import Site

_CHUNK = 65_536  # bytes that are sent at once


def hand(offered: Offered) -> Endpoint:
    """The filters' events in a form of others.

    The file is written whole before the answer begins, on the disk and not in memory: some of these
    forms cannot be cut short, and half a file would be taken for all.
    """
    name = f"events.{offered.ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}

    def respond(request: Request) -> Response:
        filters = read_filters(request.query_params.multi_items(), known=SHARED)
        stream = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is sent
        try:
            _write(request.app.state.site, filters, offered, stream)
        except BaseException:
            stream.close()
            raise
        return StreamingResponse(_sent(stream), media_type=offered.media_type, headers=headers)

    return respond


def _write(site: Site, filters: Filters, offered: Offered, stream: BinaryIO) -> None:
    container = container_of(Path(f"events.{offered.ending}"), offered.form)
    try:
        with opened(site) as connection:
            connection.execute("BEGIN")  # one state of the record, whoever writes meanwhile
            material = Material(
                connection=connection,
                selection=selection(connection, filters),
                modalities=FORMS[offered.form].modalities,
            )
            write(offered.form, material, stream, container=container)
    except OverdueError as error:
        advice = f"{error}, or use `dragoman export --to {offered.form}`"
        raise OverdueError(advice) from error


def _sent(stream: BinaryIO) -> Iterator[bytes]:
    with stream:
        stream.seek(0)
        while chunk := stream.read(_CHUNK):
            yield chunk
