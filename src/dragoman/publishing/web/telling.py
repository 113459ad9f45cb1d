"""One event with all who tell it, side by side; asks and promises with what may answer them."""

from collections.abc import Sequence
from typing import get_args

from starlette.responses import Response

from dragoman.codebooks.plover import plover
from dragoman.publishing.web.addresses import selection
from dragoman.publishing.web.asking import Asked, MissingError
from dragoman.publishing.web.front import periods
from dragoman.publishing.web.happenings import Telling, shown, tellings
from dragoman.publishing.web.rows import status_of
from dragoman.publishing.web.site import render
from dragoman.questions.asks import asks
from dragoman.questions.events import Occurrence, occurrence_of
from dragoman.questions.followups import Followup, Status, followups
from dragoman.questions.overview import contents

Tellings = tuple[Telling, ...]
_SHOWN = 100  # tellings of an event's page


def event_page(asked: Asked) -> Response:
    """The event that the line of the id in the path tells."""
    act = occurrence_of(asked.connection, asked.part("line_id"))
    if act is None:
        raise MissingError(f"{asked.part('line_id')}: no event has this id")
    told = tellings(asked.connection, act.tellings[:_SHOWN])
    return render(
        asked.site,
        asked.request,
        "event.html",
        act=act,
        accounts=_accounts(act),
        followup=_followup(asked, act) if act.event.content else None,
        tellings=list(zip(told, act.why, strict=False)),
        otherwise=_otherwise(act, told),
    )


def _otherwise(act: Occurrence, told: Sequence[Telling]) -> dict[str, list[tuple[str, Tellings]]]:
    """What is told differently, field by field: each value, and who tells it so."""
    by_id = {telling.id: telling for telling in told}
    found: dict[str, list[tuple[str, Tellings]]] = {}
    for one in act.differences:
        so = tuple(by_id[line_id] for line_id in one.tellings if line_id in by_id)
        found.setdefault(one.field, []).append((one.value, so))
    return found


def _accounts(act: Occurrence) -> list[tuple[str, str]]:
    """The first two reports that tell it, if so many do: what one leaves out, the other may say."""
    return [(act.reports[0], act.reports[1])] if len(act.reports) > 1 else []


def _followup(asked: Asked, act: Occurrence) -> Followup | None:
    """What came of what is asked or promised there, if anything is."""
    kind = plover().types.get(act.event.event_type)
    if kind is None or not kind.wish:
        return None
    return followups(asked.connection, [act.number]).get(act.number)


def asks_page(asked: Asked) -> Response:
    """What was asked and promised, the newest first, with what may answer it."""
    filters = asked.filters
    chosen = selection(asked.connection, filters)
    rows = filters.rows()
    listed = asks(
        asked.connection, chosen, status=status_of(filters), limit=rows + 1, offset=filters.after
    )
    acts = shown(asked.connection, [one.act for one in listed[:rows]])
    return render(
        asked.site,
        asked.request,
        "asks.html",
        filters=filters,
        periods=periods(contents(asked.connection).last),
        statuses=get_args(Status),
        listed=list(zip(listed, acts, strict=False)),
        more=len(listed) > rows,
    )
