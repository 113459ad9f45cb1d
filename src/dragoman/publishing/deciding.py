"""Decisions as people give them: words of a call, or keys in a walk through the queue."""

import sqlite3
from datetime import UTC, datetime
from typing import Any

import msgspec
from rich.console import Console

from dragoman.errors import UsageError
from dragoman.model import Fact, Party
from dragoman.publishing.passages import print_explanation
from dragoman.publishing.revising import print_against
from dragoman.questions.lookup import explain
from dragoman.questions.names import code_of
from dragoman.record import review
from dragoman.record.keys import key
from dragoman.record.merging import merge
from dragoman.record.reading import FACT, fact_from
from dragoman.record.revisions import Revision, Verdict
from dragoman.record.rows import ROLES

KEYS = "a accept, r reject, e amend, s skip, q quit: "


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict; for an amendment fields as `name=value`, or as a JSON object."""

    verdict: Verdict
    fields: tuple[str, ...] = ()
    json: str | None = None


def decision_of(
    *, accept: bool, reject: bool, fields: list[str], json: str | None
) -> Decision | None:
    """What the options of a call decide; none where they decide nothing.

    Raises:
        UsageError: they decide two things at once.
    """
    amends = bool(fields) or json is not None
    if accept + reject + amends > 1:
        raise UsageError("a line is accepted, rejected or amended: give one of the three")
    if accept:
        return Decision(verdict="accepted")
    if reject:
        return Decision(verdict="rejected")
    return Decision(verdict="amended", fields=tuple(fields), json=json) if amends else None


def decide(
    connection: sqlite3.Connection, line_id: str, decision: Decision, *, by: str, reason: str
) -> Revision:
    """Write a decision down, now, and merge the acts that it touches.

    Raises:
        UsageError: there is no such line, no name, no reason, or a field or value is wrong.
    """
    at = datetime.now(UTC).isoformat(timespec="seconds")
    if decision.verdict == "accepted":
        revision = review.accept(connection, line_id, by=by, reason=reason, at=at)
    elif decision.verdict == "rejected":
        revision = review.reject(connection, line_id, by=by, reason=reason, at=at)
    else:
        changes = changes_of(_reading(connection, line_id), decision)
        revision = review.amend(connection, line_id, changes, by=by, reason=reason, at=at)
    merge(connection)
    return revision


def changes_of(fact: Fact, decision: Decision) -> dict[str, Any]:
    """Fields and values as JSON has them.

    `event_mode=visit`, `place=null`, `issues=["trade"]`, `actors=PAK,China`: a value is JSON where
    it can be read so, else text; parties may be codes or names, and a place its name.

    Raises:
        UsageError: a field has no `=`, the JSON is none, or a party is not known.
    """
    changes: dict[str, Any] = {}
    if decision.json is not None:
        try:
            changes = msgspec.json.decode(decision.json, type=dict[str, Any])
        except msgspec.DecodeError as error:
            raise UsageError(f"--amend-json: {error}: give an object of fields") from None
    for given in decision.fields:
        name, equals, text = given.partition("=")
        if not equals:
            raise UsageError(f"--amend {given}: write it as FIELD=VALUE")
        changes[name] = _value(fact, name, text)
    return changes


def _value(fact: Fact, name: str, text: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError:
        pass
    if name in ROLES:
        return [_party(fact, part.strip()) for part in text.split(",") if part.strip()]
    if name == "place":
        return {"name": text}
    if isinstance(getattr(fact, name, None), tuple):
        return [part.strip() for part in text.split(",") if part.strip()]
    return text


def _party(fact: Fact, name: str) -> Any:  # noqa: ANN401 - JSON of a party
    """The line's own party of this code, with its office-holder and span, or a new one."""
    held = [party for field in ROLES for party in getattr(fact, field, ())]
    code = code_of(name, also=[party.id for party in held])
    known = next((party for party in held if party.id == code), None)
    return msgspec.to_builtins(known or Party(id=code, name=name, country=code))


def _reading(connection: sqlite3.Connection, line_id: str) -> Fact:
    query = f"SELECT {FACT} FROM line WHERE key = ?"  # noqa: S608 - our own words
    row = connection.execute(query, (key(line_id),)).fetchone()
    if row is None:
        raise UsageError(f"{line_id}: no line has this id: `dragoman review --list` shows ids")
    return fact_from(row[0])


def go_through(
    connection: sqlite3.Connection, console: Console, *, kind: str | None, limit: int, by: str
) -> None:
    """Show the lines of the queue one after the other, and ask for each what becomes of it."""
    waiting = review.queue(connection, kind=kind, limit=limit)
    for place, queued in enumerate(waiting, start=1):
        console.print(f"{place} of {len(waiting)}: {queued.line.id}", style="dim")
        print_explanation(console, explain(connection, queued.line.id))
        print_against(console, queued)
        if not _ask(connection, console, queued.line.id, by):
            return
    console.print("Nothing more waits." if waiting else "Nothing waits for review.")


def _ask(connection: sqlite3.Connection, console: Console, line_id: str, by: str) -> bool:
    """Ask until there is a decision; False where the person has had enough."""
    while True:
        try:
            key = console.input(KEYS).strip().lower()[:1]
        except EOFError:
            return False
        if key in {"s", "q"}:
            return key == "s"
        try:
            decision = _decision_by(console, key)
            if decision is not None:
                reason = "" if key == "a" else console.input("why: ")
                decide(connection, line_id, decision, by=by, reason=reason)
                return True
        except UsageError as error:
            console.print(str(error))


def _decision_by(console: Console, key: str) -> Decision | None:
    if key == "a":
        return Decision(verdict="accepted")
    if key == "r":
        return Decision(verdict="rejected")
    if key == "e":
        given = console.input("field=value, several with ; between: ")
        fields = tuple(part.strip() for part in given.split(";") if part.strip())
        return Decision(verdict="amended", fields=fields)
    return None
