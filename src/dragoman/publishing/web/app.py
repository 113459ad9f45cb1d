"""The application: its routes, and what stands around them."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.errors import DragomanError
from dragoman.publishing.web import codebook, reading
from dragoman.publishing.web.asking import Answer, endpoint
from dragoman.publishing.web.failing import fail
from dragoman.publishing.web.security import LOOPBACK, Guard
from dragoman.publishing.web.site import Site

_SMALLEST = 1_000  # bytes from which an answer is compressed


def create_app(site: Site, *, hosts: tuple[str, ...] = LOOPBACK) -> Starlette:
    """The page of a record as an ASGI application that answers for `hosts` only."""
    app = Starlette(
        routes=[*_routes(), Mount("/static", StaticFiles(packages=[(__package__, "static")]))],
        middleware=[
            Middleware(Guard, hosts=hosts),
            Middleware(GZipMiddleware, minimum_size=_SMALLEST, compresslevel=5),
        ],
        exception_handlers={DragomanError: fail, HTTPException: fail},
    )
    app.state.site = site
    return app


def _routes() -> list[Route]:
    return [
        _get("/reports/{report_id}", reading.report_page, "line"),
        _get("/lines/{line_id}", reading.line_page),
        _get("/codebook", codebook.codebook_page),
        _get("/codebook/types/{name}", codebook.type_page),
        _get("/codebook/entries/{book}", codebook.book_page, "q", "after"),
    ]


def _get(path: str, answer: Answer, *known: str) -> Route:
    return Route(path, endpoint(answer, known=known), methods=["GET"])
