"""The events of a view as a file for another program, as `dragoman export` writes it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import Response

from dragoman.publishing.exporting.forms import FORMS, container_of, write
from dragoman.publishing.exporting.material import Material
from dragoman.publishing.web.addresses import SHARED, Filters, read_filters, selection
from dragoman.publishing.web.asking import OverdueError, opened
from dragoman.publishing.web.offered import Offered
from dragoman.publishing.web.site import Site
from dragoman.publishing.web.streaming import Endpoint, streamed

_CHUNK = 262_144  # bytes that are sent at once


def hand(offered: Offered) -> Endpoint:
    """The filters' events in a form of others."""

    async def respond(request: Request) -> Response:
        filters = read_filters(request.query_params.multi_items(), known=SHARED)
        pieces = _pieces(request.app.state.site, filters, offered)
        name = f"events.{offered.ending}"
        return await streamed(request, pieces, media_type=offered.media_type, name=name)

    return respond


def _pieces(site: Site, filters: Filters, offered: Offered) -> Iterator[bytes]:
    """The file, written whole before its first piece is sent, on the disk and not in memory.

    Some of these forms cannot be cut short, and half a file would be taken for all.
    """
    with tempfile.TemporaryFile() as stream:
        _write(site, filters, offered, stream)
        stream.seek(0)
        while chunk := stream.read(_CHUNK):
            yield chunk


def _write(site: Site, filters: Filters, offered: Offered, stream: BinaryIO) -> None:
    container = container_of(Path(f"events.{offered.ending}"), offered.form)
    try:
        with opened(site, within=site.patience) as connection:
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
