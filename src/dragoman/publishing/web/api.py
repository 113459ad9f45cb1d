"""The same questions over HTTP, for programs: JSON, paging, tags, and their description."""

from functools import cache
from typing import Any

import msgspec
from starlette.responses import RedirectResponse, Response

from dragoman.model import Fact, Report
from dragoman.publishing.web.addresses import MOST_ROWS, PARAMETERS, ROWS, Parameter
from dragoman.publishing.web.asking import Answer, Asked, found
from dragoman.publishing.web.catalogue import QUESTIONS, Question
from dragoman.publishing.web.site import render, tagged
from dragoman.questions.events import merged_line, occurrence_of
from dragoman.questions.lookup import find, show
from dragoman.questions.overview import contents
from dragoman.version import VERSION

_JSON = "application/json; charset=utf-8"
_ERRORS = {
    "404": "There is no such path, report or line.",
    "422": "A parameter is unknown, or its value is none.",
    "503": "The question took too long: ask for fewer days.",
}


def ask(question: Question) -> Answer:
    """A page of a question's rows; `next` is the address of the following page, or null."""

    def answer(asked: Asked) -> Response:
        filters = asked.filters
        limit = filters.limit or ROWS
        batch = question.read(asked.connection, filters, None, limit, filters.after)
        more = len(batch.rows) == limit
        path = f"/api/{question.name}"
        following = f"{path}{filters.query(after=filters.after + limit)}" if more else None
        body: dict[str, object] = {"rows": batch.rows, "next": following}
        headers = {"Link": f'<{following}>; rel="next"'} if following else None
        return tagged(_encoded(body), media_type=_JSON, headers=headers)

    return answer


def record(asked: Asked) -> Response:
    """What the record holds."""
    return tagged(_encoded(contents(asked.connection)), media_type=_JSON)


def line(asked: Asked) -> Response:
    """A line or report by its id, with what belongs to it."""
    with found():
        shown = show(asked.connection, asked.part("line_id"))
    body = {"line": shown.line, "report": shown.report, "belongings": shown.belongings}
    return tagged(_encoded(body), media_type=_JSON)


def event(asked: Asked) -> Response:
    """The merged event that a line tells."""
    with found():
        line_id = find(asked.connection, asked.part("line_id")).id
    act = occurrence_of(asked.connection, line_id)
    if act is None:
        return RedirectResponse(f"/api/lines/{line_id}", 303)
    body = merged_line(act) | {"words": act.words}
    return tagged(_encoded(body), media_type=_JSON)


def description(_asked: Asked) -> Response:
    """OpenAPI's description of all this."""
    return tagged(_encoded(openapi()), media_type=_JSON)


def documentation(asked: Asked) -> Response:
    """The same for people."""
    return render(
        asked.site,
        asked.request,
        "api.html",
        questions=QUESTIONS.values(),
        described=openapi(),
        most=MOST_ROWS,
        rows=ROWS,
    )


@cache
def openapi() -> dict[str, Any]:
    """The API as OpenAPI 3.1 has it, from the same tables that the answers come from."""
    (fact, whole), schemas = msgspec.json.schema_components(
        (Fact, Report), ref_template="#/components/schemas/{name}"
    )
    del fact, whole
    paths: dict[str, Any] = {
        "/api/record": _get("What the record holds.", []),
        "/api/events/{line_id}": _get("One merged event.", [_in_path("line_id")]),
        "/api/lines/{line_id}": _get(
            "A line or report, its report, and what belongs to it.", [_in_path("line_id")]
        ),
    }
    for question in QUESTIONS.values():
        names = (*question.known, "limit", "after")
        asked = [_in_query(PARAMETERS[name]) for name in names]
        paths[f"/api/{question.name}"] = _get(question.summary, asked)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Dragoman: a record over HTTP", "version": VERSION},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _get(summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    errors = {status: {"description": text} for status, text in _ERRORS.items()}
    answer = {"description": "Well.", "content": {"application/json": {"schema": {}}}}
    same = {"description": "Not changed since the tag in If-None-Match."}
    return {
        "get": {
            "summary": summary,
            "parameters": parameters,
            "responses": {"200": answer, "304": same, **errors},
        }
    }


def _in_query(parameter: Parameter) -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        "text": {"type": "string"},
        "number": {"type": "integer", "minimum": 0},
        "list": {"type": "array", "items": {"type": "string"}},
    }
    own: dict[str, Any] = {
        "name": parameter.name,
        "in": "query",
        "description": parameter.meaning,
        "schema": kinds[parameter.kind],
    }
    if parameter.kind == "list":
        own |= {"style": "form", "explode": False}
    return own | ({"example": parameter.example} if parameter.example else {})


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _encoded(body: object) -> bytes:
    return msgspec.json.encode(body) + b"\n"
