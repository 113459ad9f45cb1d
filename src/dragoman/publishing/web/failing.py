"""What went wrong, as a page or, where a program asks, as one JSON object."""

from http import HTTPStatus
from pathlib import PurePosixPath

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dragoman.errors import DragomanError, UsageError
from dragoman.publishing.screen import one_line
from dragoman.publishing.web.asking import MissingError, OverdueError
from dragoman.publishing.web.site import Site, templates

_STATUSES: dict[type[Exception], HTTPStatus] = {
    MissingError: HTTPStatus.NOT_FOUND,
    OverdueError: HTTPStatus.SERVICE_UNAVAILABLE,
    UsageError: HTTPStatus.UNPROCESSABLE_ENTITY,
    DragomanError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
LONGEST = 300  # characters of a message: it may quote what was asked


def fail(request: Request, error: Exception) -> Response:
    """The answer to an error of ours, or to a path or method that there is not."""
    status = HTTPStatus(error.status_code) if isinstance(error, HTTPException) else _status(error)
    message = status.description if isinstance(error, HTTPException) else str(error)
    message = one_line(message or status.phrase, limit=LONGEST)
    if _is_for_program(request):
        body = msgspec.json.encode({"error": status.phrase, "message": message})
        return Response(body + b"\n", int(status), media_type="application/json")
    site: Site = request.app.state.site
    text = (
        templates()
        .get_template("error.html")
        .render(site=site, path=request.url.path, status=status, message=message)
    )
    return Response(text, int(status), media_type="text/html")


def _status(error: Exception) -> HTTPStatus:
    return next(status for kind, status in _STATUSES.items() if isinstance(error, kind))


def _is_for_program(request: Request) -> bool:
    """What has an ending is fetched by programs, and now and then by a browser for its reader."""
    path = request.url.path
    if path.startswith("/api/"):
        return True
    return bool(PurePosixPath(path).suffix) and "text/html" not in request.headers.get("accept", "")
