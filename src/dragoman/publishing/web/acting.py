"""Actors, one actor, a pair, an issue: everything about them on one page."""

import sqlite3
from typing import Any

import msgspec
from starlette.responses import Response

from dragoman.codebooks.issues import issues
from dragoman.errors import UsageError
from dragoman.publishing.web.addresses import Filters, selection
from dragoman.publishing.web.asking import Asked, MissingError
from dragoman.publishing.web.bars import chart
from dragoman.publishing.web.front import periods
from dragoman.publishing.web.happenings import newest
from dragoman.publishing.web.naming import issue_name, name_of
from dragoman.publishing.web.site import render
from dragoman.publishing.web.standing import matrix
from dragoman.questions.dyads import contrasts
from dragoman.questions.known import held
from dragoman.questions.overview import contents, days, pairs
from dragoman.questions.selection import Selection
from dragoman.questions.stances import positions
from dragoman.questions.taking import participants

_EVENTS = 20
_PAIRS = 12
_POSITIONS = 60


def actors_page(asked: Asked) -> Response:
    """All who take part, by the number of their events."""
    filters = asked.filters
    chosen = selection(asked.connection, filters)
    rows = filters.rows()
    listed = participants(asked.connection, chosen, limit=rows + 1, offset=filters.after)
    return render(
        asked.site,
        asked.request,
        "actors.html",
        filters=filters,
        periods=periods(contents(asked.connection).last),
        listed=listed[:rows],
        more=len(listed) > rows,
    )


def actor_page(asked: Asked) -> Response:
    """One state or organisation: its events, partners, positions, people."""
    code = _party(asked.connection, asked.part("code"))
    own = msgspec.structs.replace(asked.filters, actor=(code,))
    chosen = selection(asked.connection, own)
    return _about(
        asked,
        "actor.html",
        own=own,
        chosen=chosen,
        code=code,
        name=name_of(code),
        about=next(iter(participants(asked.connection, chosen)), None),
        pairs=pairs(asked.connection, chosen, of=code, limit=_PAIRS),
        held=positions(asked.connection, chosen, limit=_POSITIONS),
    )


def pair_page(asked: Asked) -> Response:
    """Two parties: what they do to each other, where both stand."""
    one, two = (_party(asked.connection, asked.part(name)) for name in ("one", "two"))
    own = msgspec.structs.replace(asked.filters, actor=(one,), with_=(two,))
    chosen = selection(asked.connection, own)
    stands = contrasts(asked.connection, one, two, chosen)
    return _about(asked, "pair.html", own=own, chosen=chosen, one=one, two=two, contrasts=stands)


def issue_page(asked: Asked) -> Response:
    """An issue: who stands where on it, and the events about it."""
    slug = asked.part("slug")
    if slug not in issues() and slug not in held(asked.connection, "issue.slug"):
        raise MissingError(f"{slug}: no such issue: the codebook lists them")
    own = msgspec.structs.replace(asked.filters, issue=(slug,))
    chosen = selection(asked.connection, own)
    return _about(
        asked,
        "issue.html",
        own=own,
        chosen=chosen,
        slug=slug,
        name=issue_name(slug),
        book=issues().get(slug),
        held=positions(asked.connection, chosen, limit=_POSITIONS),
        holders=matrix(asked.connection, chosen).holders,
    )


def _about(
    asked: Asked,
    template: str,
    *,
    own: Filters,
    chosen: Selection,
    **shown: Any,  # noqa: ANN401 - what the template takes besides
) -> Response:
    """A page about one thing: its events by week and the newest of them, and what is `shown`."""
    by_day = days(asked.connection, chosen)
    return render(
        asked.site,
        asked.request,
        template,
        filters=asked.filters,
        own=own,
        periods=periods(contents(asked.connection).last),
        chart=chart(by_day),
        total=sum(number for _, _, number in by_day),
        newest=newest(asked.connection, chosen, limit=_EVENTS),
        **shown,
    )


def _party(connection: sqlite3.Connection, code: str) -> str:
    """The code of a state or organisation that an address names.

    Raises:
        MissingError: there is none.
    """
    try:
        (found,) = selection(connection, Filters(actor=(code,))).actors
    except UsageError as error:
        raise MissingError(str(error)) from error
    return found
