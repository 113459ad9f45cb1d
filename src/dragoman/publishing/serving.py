"""The command that serves a record as a page."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

import secrets
import socket
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import UsageError
from dragoman.publishing.options import DEFAULT_RECORD, RecordFile

if TYPE_CHECKING:
    from pathlib import Path

_BACKLOG = 128  # connections that wait to be taken
_TOKEN = 24  # bytes

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65_535, help="0 takes a free one.")]
Review = Annotated[
    bool, typer.Option("--review", help="Let readers accept, reject and amend lines.")
]
Name = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help="A further host name to answer for."),
]


def serve(
    *,
    record: RecordFile = DEFAULT_RECORD,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    review: Review = False,
    name: Name = None,
) -> None:
    """Show a record as a page, until Ctrl-C.

    On this machine alone, unless --host says otherwise; nothing can be changed without --review.

    \b
    Examples:
      dragoman serve --record crisis.record
      dragoman serve --record crisis.record --review --port 8080
    """
    try:
        import uvicorn

        from dragoman.publishing.web.app import create_app
        from dragoman.publishing.web.security import LOOPBACK
        from dragoman.publishing.web.site import Site
    except ImportError as error:
        raise UsageError(
            f"the page needs the package {error.name}: pip install 'dragoman[web]'"
        ) from None
    from dragoman.publishing.running import say

    _check(record)
    site = Site(record=record, token=secrets.token_urlsafe(_TOKEN) if review else None)
    app = create_app(site, hosts=(*LOOPBACK, host, *(name or ())))
    listener = _listen(host, port)
    config = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False)
    say(f"{record.name}: {_address(listener)} (Ctrl-C ends)")
    with listener:
        uvicorn.Server(config).run(sockets=[listener])


def _check(record: "Path") -> None:
    """Refuse what is no record before the server stands."""
    from dragoman.record import open_record

    with open_record(record):
        pass


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise UsageError(
            f"{host}:{port}: cannot be listened on: {error.strerror}: name another --port"
        ) from error


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
