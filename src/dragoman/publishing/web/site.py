"""What all pages share: the record they show, their templates, how an answer becomes a page."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response

from dragoman.publishing.phrases import chain, days, kind_of_event, person, phrase, short
from dragoman.publishing.web import naming
from dragoman.publishing.web.addresses import PARAMETERS, SHARED, Filters
from dragoman.publishing.web.offered import OFFERED
from dragoman.publishing.web.titles import title_of
from dragoman.version import VERSION


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """A record as it is served; `token` goes with every form of review, which is off without it."""

    record: Path
    token: str | None = None
    deadline: float = 10.0  # seconds that a question may take
    patience: float = 60.0  # and a file for another program


NAVIGATION = (
    ("/", "Front"),
    ("/events", "Events"),
    ("/positions", "Positions"),
    ("/alignment", "Alignment"),
    ("/compare", "Compare"),
    ("/asks", "Asks"),
    ("/map", "Map"),
    ("/actors", "Actors"),
    ("/codebook", "Codebook"),
    ("/api", "API"),
)


@cache
def templates() -> Environment:
    """The templates; all that is put into them is escaped."""
    environment = Environment(
        loader=PackageLoader("dragoman.publishing.web"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        name=naming.name_of,
        quad=naming.quad_class,
        sign=naming.quad_sign,
        issue=naming.issue_name,
        person=person,
        chain=chain,
        short=short,
        headline=title_of,
        segment=lambda text: quote(str(text), safe=""),
        link=link,
        verbatim=verbatim,
    )
    environment.globals.update(
        navigation=NAVIGATION,
        offered=OFFERED,
        quads=naming.QUADS,
        stances=naming.STANCES,
        days=days,
        kind_of_event=kind_of_event,
        phrase=phrase,
        parameters=PARAMETERS,
        shared=SHARED,
        version=VERSION,
    )
    return environment


def link(address: str | None) -> str | None:
    """An address that may stand in a link: the web's alone, never a script's."""
    if address is None or not address.lower().startswith(("http://", "https://")):
        return None
    return address


def verbatim(text: str) -> Markup:
    """Text that a browser gives back unchanged: it would take a bare carriage return away."""
    return Markup("&#13;").join(map(escape, text.split("\r")))


def render(site: Site, request: Request, template: str, **context: Any) -> Response:  # noqa: ANN401 - what a template takes
    """A page, with a tag that tells whether it changed since it was last fetched."""
    text = (
        templates()
        .get_template(template)
        .render(
            site=site,
            path=request.url.path,
            filters=context.pop("filters", Filters()),
            **context,
        )
    )
    return tagged(text.encode(), media_type="text/html; charset=utf-8")


def tagged(body: bytes, *, media_type: str, headers: dict[str, str] | None = None) -> Response:
    """An answer with a tag that tells whether it changed."""
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    return Response(body, media_type=media_type, headers={"ETag": tag, **(headers or {})})
