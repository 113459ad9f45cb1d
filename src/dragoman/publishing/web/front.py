"""The front page, and the list of events: what happened, and who said so."""

import calendar
import sqlite3
from datetime import date, timedelta

from starlette.responses import Response

from dragoman.publishing.web.addresses import selection
from dragoman.publishing.web.asking import Asked
from dragoman.publishing.web.bars import chart
from dragoman.publishing.web.happenings import Telling, newest, tellings
from dragoman.publishing.web.line_ids import line_ids
from dragoman.publishing.web.site import render
from dragoman.questions.overview import changes, contents, count_of_events, days, pairs
from dragoman.questions.selection import Selection
from dragoman.questions.stances import Run

_NEWEST = 12
_PAIRS = 14
_CHANGES = 10


def front_page(asked: Asked) -> Response:
    """The record at a glance, under the filters."""
    chosen = selection(asked.connection, asked.filters)
    held = contents(asked.connection)
    by_day = days(asked.connection, chosen)
    return render(
        asked.site,
        asked.request,
        "front.html",
        filters=asked.filters,
        contents=held,
        periods=periods(held.last),
        chart=chart(by_day),
        total=sum(number for _, _, number in by_day),
        asked=bool(asked.filters.named()),
        newest=newest(asked.connection, chosen, limit=_NEWEST),
        pairs=pairs(asked.connection, chosen, limit=_PAIRS),
        changes=_changes(asked.connection, chosen),
    )


def _changes(connection: sqlite3.Connection, chosen: Selection) -> list[tuple[Run, Telling]]:
    """The newest changes of stance, each with the words that first tell it."""
    moved = changes(connection, chosen, limit=_CHANGES)
    ids = line_ids(connection, (run.lines[0] for run in moved))
    return list(zip(moved, tellings(connection, [ids[run.lines[0]] for run in moved]), strict=True))


def events_page(asked: Asked) -> Response:
    """All events under the filters, page by page."""
    filters = asked.filters
    chosen = selection(asked.connection, filters)
    listed = newest(asked.connection, chosen, limit=filters.rows(), offset=filters.after)
    return render(
        asked.site,
        asked.request,
        "events.html",
        filters=filters,
        total=count_of_events(asked.connection, chosen),
        periods=periods(contents(asked.connection).last),
        chart=None if filters.after else chart(days(asked.connection, chosen)),
        listed=listed,
    )


def periods(last: str | None) -> list[tuple[str, str]]:
    """The newest day of the record, and spans that end with it, by their first days."""
    if last is None:
        return []
    end = date.fromisoformat(last)
    month = calendar.monthrange(end.year, end.month)[1]
    spans = (("newest day", 0), ("two days", 1), ("a week", 6), ("a month", month), ("a year", 365))
    return [
        (label, (end - timedelta(days=min(back, end.toordinal() - 1))).isoformat())
        for label, back in spans
    ]
