"""The application: its routes, and what stands around them."""

from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.errors import DragomanError
from dragoman.publishing.formats import Format
from dragoman.publishing.web import (
    acting,
    aligning,
    api,
    codebook,
    comparing,
    feeds,
    finding,
    front,
    mapping,
    reading,
    standing,
    telling,
    verdicts,
)
from dragoman.publishing.web.addresses import PAGING, SHARED
from dragoman.publishing.web.asking import Answer, endpoint
from dragoman.publishing.web.catalogue import QUESTIONS
from dragoman.publishing.web.exporting import export, export_report
from dragoman.publishing.web.failing import fail
from dragoman.publishing.web.handing import hand
from dragoman.publishing.web.offered import OFFERED
from dragoman.publishing.web.security import LOOPBACK, Guard
from dragoman.publishing.web.shelf import FRESH, Shelf
from dragoman.publishing.web.site import Site
from dragoman.publishing.web.streaming import AT_ONCE

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
    app.state.few = CapacityLimiter(AT_ONCE)
    app.state.shelf = Shelf(site.record, fresh=0.0 if site.token else FRESH)
    return app


def _routes() -> list[Route]:
    """Exports and the API first: `/events.csv` is no event, `/api/events` no page."""
    return [*_exports(), *_api(), *_pages()]


def _pages() -> list[Route]:
    narrow = (*SHARED, *PAGING)
    return [
        _get("/", front.front_page, *SHARED),
        _get("/events", front.events_page, *narrow),
        _get("/events/{line_id}", telling.event_page),
        _get("/positions", standing.positions_page, *narrow),
        _get("/alignment", aligning.alignment_page, "period", *SHARED),
        _get("/compare", comparing.compare_page, "one", "two", *SHARED),
        _get("/asks", telling.asks_page, "status", *narrow),
        _get("/map", mapping.map_page, *SHARED),
        _get("/actors", acting.actors_page, *narrow),
        _get("/actors/{code}", acting.actor_page, *SHARED),
        _get("/pairs/{one}/{two}", acting.pair_page, *SHARED),
        _get("/issues/{slug}", acting.issue_page, *SHARED),
        _get("/search", finding.search_page, "q", *narrow),
        _get("/reports/{report_id}", reading.report_page, "line"),
        _get("/lines/{line_id}", reading.line_page),
        Route("/lines/{line_id}/review", verdicts.review, methods=["POST"]),
        _get("/codebook", codebook.codebook_page),
        _get("/codebook/types/{name}", codebook.type_page),
        _get("/codebook/entries/{book}", codebook.book_page, "q", "after"),
    ]


def _exports() -> list[Route]:
    tables = [
        Route(f"/{question.name}.{form.value}", export(question, form), methods=["GET"])
        for question in QUESTIONS.values()
        for form in (Format.CSV, Format.JSONL)
    ]
    files = [Route(f"/events.{one.ending}", hand(one), methods=["GET"]) for one in OFFERED]
    return [
        *tables,
        *files,
        _get("/reports/{report_id}.csv", export_report(Format.CSV)),
        _get("/reports/{report_id}.jsonl", export_report(Format.JSONL)),
        _get("/events.atom", feeds.events_feed, *SHARED, "limit"),
        _get("/positions.atom", feeds.positions_feed, *SHARED, "limit"),
    ]


def _api() -> list[Route]:
    questions = QUESTIONS.values()
    return [
        _get("/api", api.documentation),
        _get("/api/openapi.json", api.description),
        _get("/api/record", api.record),
        _get("/api/events/{line_id}", api.event),
        _get("/api/lines/{line_id}", api.line),
        *(_get(f"/api/{one.name}", api.ask(one), *one.known, *PAGING) for one in questions),
    ]


def _get(path: str, answer: Answer, *known: str) -> Route:
    return Route(path, endpoint(answer, known=known), methods=["GET"])
