"""The questions that are exported and asked over HTTP: what they take, what their tables have."""

import sqlite3
from collections.abc import Callable

import msgspec

from dragoman.publishing.flat import columns
from dragoman.publishing.web import rows
from dragoman.publishing.web.addresses import SHARED, Filters
from dragoman.publishing.web.comparing import compare_rows
from dragoman.publishing.web.rows import Batch, Place

_WHOLE = 1_000_000  # more rows than states, pairs or places make


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question that can be exported, `at_once` rows at a time, and asked over HTTP."""

    name: str
    summary: str
    known: tuple[str, ...]
    columns: tuple[str, ...]
    read: Callable[[sqlite3.Connection, Filters, Place, int, int], Batch]
    at_once: int = rows.BATCH


_ALL = (
    Question(
        name="events",
        summary="What happened: merged events, the newest first, with their tellings.",
        known=SHARED,
        columns=(*columns(("event",)), "day", "tellings", "reports", "sources"),
        read=rows.events_rows,
    ),
    Question(
        name="positions",
        summary="Who stands where: each stance that a holder took on an issue, since when.",
        known=SHARED,
        columns=(
            "holder",
            "holder_name",
            "issue",
            "stance",
            "since",
            "last",
            "told",
            "changed_from",
            "changed_after",
            "line_id",
            "report_id",
            "words",
        ),
        read=rows.positions_rows,
    ),
    Question(
        name="alignment",
        summary="Who stands with whom, and on how many common positions that rests.",
        known=SHARED,
        columns=("one", "two", "similarity", "pi", "positions", "shared", "opposed", "firm"),
        read=rows.alignment_rows,
        at_once=_WHOLE,
    ),
    Question(
        name="actors",
        summary="States and organisations by the number of their events.",
        known=SHARED,
        columns=("id", "name", "acting", "receiving", *rows.QUAD_COLUMNS),
        read=rows.actors_rows,
        at_once=_WHOLE,
    ),
    Question(
        name="pairs",
        summary="Pairs by the number of their events.",
        known=SHARED,
        columns=("one", "two", *rows.QUAD_COLUMNS),
        read=rows.pairs_rows,
        at_once=_WHOLE,
    ),
    Question(
        name="map",
        summary="Places by the number of their events.",
        known=SHARED,
        columns=("place", "country", *rows.QUAD_COLUMNS),
        read=rows.map_rows,
        at_once=_WHOLE,
    ),
    Question(
        name="asks",
        summary="What was asked and promised, the newest first, and what may answer it.",
        known=("status", *SHARED),
        columns=(
            "id",
            "day",
            "event_type",
            "actors",
            "recipients",
            "content",
            "due",
            "status",
            "answers",
        ),
        read=rows.asks_rows,
    ),
    Question(
        name="compare",
        summary="Two accounts of the same acts: where one and two agree, differ or are silent.",
        known=("one", "two", *SHARED),
        columns=(
            *("acts", "day", "subject", "who", "what", "verdict"),
            *("one_says", "one_words", "two_says", "two_words"),
        ),
        read=compare_rows,
        at_once=_WHOLE,
    ),
    Question(
        name="search",
        summary="Reports that hold all words of q, the best first.",
        known=("q", *SHARED),
        columns=("report_id", "published", "outlet", "title", "snippet"),
        read=rows.search_rows,
    ),
)
QUESTIONS = {question.name: question for question in _ALL}
