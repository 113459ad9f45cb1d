"""What a view shows as CSV and JSONL: the same filters, all rows, streamed."""

import io
from collections.abc import Iterator

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dragoman.publishing.exports import write
from dragoman.publishing.flat import csv_lines
from dragoman.publishing.formats import Format
from dragoman.publishing.web.addresses import Filters, read_filters
from dragoman.publishing.web.asking import Answer, Asked, found, opened
from dragoman.publishing.web.catalogue import Question
from dragoman.publishing.web.rows import Batch
from dragoman.publishing.web.site import Site, tagged
from dragoman.publishing.web.streaming import Endpoint, streamed
from dragoman.questions.lookup import show

_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.JSONL: "application/jsonl; charset=utf-8",
}


def export(question: Question, form: Format) -> Endpoint:
    """All rows of a question in one form."""
    known = (*question.known, "limit", "after")

    async def respond(request: Request) -> Response:
        filters = read_filters(request.query_params.multi_items(), known=known)
        lines = _lines(request.app.state.site, question, filters, form)
        name = f"{question.name}.{form.value}"
        return await streamed(request, lines, media_type=_TYPES[form], name=name)

    return respond


def export_report(form: Format) -> Answer:
    """A report's lines in one form, the report first."""

    def answer(asked: Asked) -> Response:
        with found():
            shown = show(asked.connection, asked.part("report_id"))
        lines = (shown.line, *shown.belongings)
        kinds = tuple(dict.fromkeys(type(line).__name__.lower() for line in lines))
        stream = io.BytesIO()
        write([(line, shown.report) for line in lines], stream, format_=form, kinds=kinds)
        return tagged(stream.getvalue(), media_type=_TYPES[form])

    return answer


def _lines(site: Site, question: Question, filters: Filters, form: Format) -> Iterator[bytes]:
    """The lines of each batch, from a connection of its own: nobody holds up the record for long.

    While they are sent nothing else is held: readers may be slow, and many.
    """
    left = filters.limit or None
    offset, place = filters.after, None
    header = form is Format.CSV
    while True:
        size = question.at_once if left is None else min(question.at_once, left)
        with opened(site) as connection:
            batch = question.read(connection, filters, place, size, offset)
        lines = (
            _csv(batch, question.columns, header=header) if form is Format.CSV else _jsonl(batch)
        )
        count, place, header = len(batch.rows), batch.following, False
        del batch
        yield lines
        left = None if left is None else left - count
        if count < size or left == 0:
            return
        offset = 0 if place is not None else offset + count


def _jsonl(batch: Batch) -> bytes:
    return b"".join(msgspec.json.encode(row) + b"\n" for row in batch.rows)


def _csv(batch: Batch, names: tuple[str, ...], *, header: bool) -> bytes:
    lines = list(csv_lines(map(dict, batch.cells), names, raw=False))
    return "".join(lines if header else lines[1:]).encode()
