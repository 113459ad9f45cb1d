"""Review on the page: a line accepted, rejected or amended by its reader, if the site allows it."""

from typing import get_args
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.errors import UsageError
from dragoman.publishing.deciding import Decision, decide
from dragoman.publishing.web.asking import found
from dragoman.publishing.web.security import LARGEST_BODY, is_ours
from dragoman.publishing.web.site import Site
from dragoman.questions.lookup import find
from dragoman.record import open_record
from dragoman.record.revisions import Verdict

_FIELDS = {"token", "verdict", "by", "reason", "amend"}
_WAIT = 5.0  # seconds that a reader waits for a record that is being added to


async def review(request: Request) -> Response:
    """Write a reader's verdict down, and show the line again.

    Raises:
        HTTPException: the page is only read, the request is not its own, or the form is too large.
        UsageError: there is no such line, no name, no reason, or a field or value is wrong.
    """
    site: Site = request.app.state.site
    if site.token is None:
        raise HTTPException(403, "This page is only read: serve it with --review to correct lines.")
    form = _form(await _body(request))
    if not is_ours(request.headers, form.get("token"), expected=site.token):
        raise HTTPException(403, "The form is not of this page, or of an older one: load it again.")
    address = await run_in_threadpool(_decide, site, str(request.path_params["line_id"]), form)
    return RedirectResponse(address, 303)


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise HTTPException(413, "The form is too large.")
    return body


def _form(body: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(body.decode("ascii"), max_num_fields=len(_FIELDS) * 2, errors="strict")
    except ValueError as error:
        raise UsageError("the form cannot be read: send it as the page does") from error
    return {name: value.replace("\r\n", "\n").strip() for name, value in pairs if name in _FIELDS}


def _decide(site: Site, line_id: str, form: dict[str, str]) -> str:
    """Decide, and give the address at which the line stands."""
    decision = _decision(form)
    by, reason = form.get("by", ""), form.get("reason", "")
    with open_record(site.record, create=True, wait=_WAIT) as connection:
        with found():
            line = find(connection, line_id)
        revision = decide(connection, line.id, decision, by=by, reason=reason)
    return f"/reports/{revision.report_id}#l-{revision.corrected.id}"


def _decision(form: dict[str, str]) -> Decision:
    verdict = form.get("verdict", "")
    for known in get_args(Verdict):
        if verdict == known:
            fields = form.get("amend", "").splitlines() if known == "amended" else []
            return Decision(verdict=known, fields=tuple(f.strip() for f in fields if f.strip()))
    raise UsageError(f"{verdict}: no such verdict: there are {', '.join(get_args(Verdict))}")
