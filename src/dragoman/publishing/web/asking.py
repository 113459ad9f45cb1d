"""One request: its filters read, the record opened, a question stopped that takes too long."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dragoman.errors import DragomanError, RecordError, UsageError
from dragoman.publishing.web.addresses import Filters, read_filters
from dragoman.publishing.web.shelf import Shelf
from dragoman.publishing.web.site import Site
from dragoman.record import open_record

_STEPS = 20_000  # of SQLite's machine between two looks at the clock


class OverdueError(DragomanError):
    """A question was stopped at its deadline."""


class MissingError(DragomanError):
    """There is no such page, report or line."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a page has to answer, and with what."""

    site: Site
    request: Request
    connection: sqlite3.Connection
    filters: Filters

    def part(self, name: str) -> str:
        """A part of the path, by the name that the route gives it."""
        return str(self.request.path_params[name])


Answer = Callable[[Asked], Response]
Endpoint = Callable[[Request], Response]


def endpoint(answer: Answer, *, known: tuple[str, ...] = ()) -> Endpoint:
    """An answer as Starlette calls it, in a thread of its own; `known` parameters are read."""

    def respond(request: Request) -> Response:
        site: Site = request.app.state.site
        filters = read_filters(request.query_params.multi_items(), known=known)

        def make() -> Response:
            with opened(site) as connection:
                asked = Asked(site=site, request=request, connection=connection, filters=filters)
                return answer(asked)

        return unless_known(request, _shelf(request).answer(str(request.url), make))

    return respond


def unless_known(request: Request, response: Response) -> Response:
    """The answer, or 304 without a body where its tag is one that the reader has."""
    tag = response.headers.get("etag")
    given = request.headers.get("if-none-match", "")
    known = {part.strip().removeprefix("W/") for part in given.split(",")}
    if tag is None or not known & {tag, "*"}:
        return response
    return Response(status_code=304, headers={"ETag": tag})


def _shelf(request: Request) -> Shelf:
    shelf: Shelf = request.app.state.shelf
    return shelf


@contextmanager
def opened(site: Site, *, within: float | None = None) -> Iterator[sqlite3.Connection]:
    """The record, open to read until the site's deadline, or for so many seconds.

    Raises:
        OverdueError: the question took too long.
    """
    seconds = site.deadline if within is None else within
    end = time.monotonic() + seconds
    try:
        with open_record(site.record) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
            yield connection
    except RecordError as error:
        cause = error.__cause__
        if getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise OverdueError(
                f"stopped after {seconds:g} seconds: ask for fewer days or one actor"
            ) from error
        raise


@contextmanager
def found() -> Iterator[None]:
    """What is not known by its id is missing, not a mistake in the call.

    Raises:
        MissingError: the block found nothing of that id.
    """
    try:
        yield
    except UsageError as error:
        raise MissingError(str(error)) from error
