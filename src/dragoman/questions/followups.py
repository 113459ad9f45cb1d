"""What came of an ask or a promise: later acts that may answer it, with reasons, and a status.

Nothing is made up: a candidate is an act in the record between the same parties, of a type that may
answer, told as a fact. Only one that is what was asked, by its type or its words, moves the status.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Literal

import msgspec

from dragoman.codebooks.followups import Answers, followup_book
from dragoman.questions.events import Occurrence, occurrences
from dragoman.record.merging.reading import read_tellings
from dragoman.record.merging.tellings import Telling
from dragoman.record.merging.words import likeness

Status = Literal["open", "answered", "refused", "lapsed"]
Kind = Literal["answer", "refusal", "possible"]
ALIKE = 0.2  # likeness of contents from which an act speaks of what was asked
DONE = frozenset({"asserted", "historical"})  # modalities of what is told as a fact

_LATER = """
    SELECT act.number FROM act_pair JOIN act ON act.number = act_pair.act
    WHERE one = ?1 AND two = ?2 AND act_pair.event_type IN (SELECT value FROM json_each(?3))
      AND act_pair.day BETWEEN ?4 AND ?5 AND act.number <> ?6
"""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An act that may answer: `answer` or `refusal` if it decides, else `possible`; and why."""

    act: int
    event_id: str
    day: str
    kind: Kind
    reason: str


class Followup(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it, as far as the record goes: its last report's day is the present."""

    status: Status
    candidates: tuple[Candidate, ...] = ()


def followups(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Followup]:
    """What came of asks and promises, by the numbers of their acts.

    An act that asks and promises nothing is `open`, without candidates; numbers of no act are
    left out. The status is that of the last candidate that decides; without one it is `lapsed`
    where a due day is past, else `open`.
    """
    asks = occurrences(connection, numbers)
    later = {ask.number: _later(connection, ask) for ask in asks}
    acts = {number for found in later.values() for number in found}
    held = {one.number: one for one in occurrences(connection, sorted(acts))}
    words = read_tellings(connection, {*acts, *(ask.number for ask in asks)})
    today = connection.execute("SELECT max(published) FROM report").fetchone()[0]
    found = {}
    for ask in asks:
        answers = (held[number] for number in later[ask.number])
        candidates = tuple(
            candidate
            for act in sorted(answers, key=lambda act: (act.day, act.event.id))
            if (candidate := _candidate(ask, act, words)) is not None
        )
        status = _status(candidates, ask.event.due, today)
        found[ask.number] = Followup(status=status, candidates=candidates)
    return found


def _later(connection: sqlite3.Connection, ask: Occurrence) -> list[int]:
    """Acts of a type that may answer, from that day on, between one who asks and one asked."""
    answers = _answers(ask)
    if answers is None:
        return []
    last = date.fromisoformat(max(ask.day, ask.event.due or ""))
    until = (last + timedelta(days=followup_book().days)).isoformat()
    types = msgspec.json.encode(answers.types).decode()
    found: set[int] = set()
    for one, two in _pairs(ask):
        values = (one, two, types, ask.day, until, ask.number)
        found |= {number for (number,) in connection.execute(_LATER, values)}
    return sorted(found)


def _answers(ask: Occurrence) -> Answers | None:
    event = ask.event
    if event.content is None and event.due is None:
        return None
    return followup_book().answers(event.event_type, event.event_mode)


def _pairs(ask: Occurrence) -> list[tuple[str, str]]:
    """Who may answer whom; those who promise together keep it among themselves."""
    actors = [party.id for party in ask.event.actors if party.id]
    others = [party.id for party in ask.event.recipients if party.id] or actors
    joined = {(min(a, b), max(a, b)) for a, b in product(actors, others) if a != b}
    return sorted(joined)


def _candidate(ask: Occurrence, act: Occurrence, words: dict[int, Telling]) -> Candidate | None:
    """The act as an answer, if it comes after, is done, and is done by one who may answer."""
    event = act.event
    answers = _answers(ask)
    if answers is None or event.modality not in DONE or not _may_act(ask, act):
        return None
    if act.day == ask.day and event.event_type in followup_book().occasions:
        return None
    asked, told = words[ask.number], words[act.number]
    shared = _shared(asked, told)
    kind = _kind(answers, event.event_type, event.event_mode, speaks=bool(shared))
    if kind is None:
        return None
    return Candidate(
        act=act.number,
        event_id=event.id,
        day=act.day,
        kind=kind,
        reason="; ".join(_said(ask, act, shared, kind)),
    )


def _may_act(ask: Occurrence, act: Occurrence) -> bool:
    """An ask is answered by who was asked; a promise is kept by who made it."""
    event = ask.event
    parties = event.recipients if event.event_type == "REQUEST" else event.actors
    held = {party.id for party in parties}
    doers = {party.id for party in act.event.actors}
    if act.event.event_type in followup_book().either_side:
        doers |= {party.id for party in act.event.recipients}
    return bool(held & doers)


def _shared(asked: Telling, told: Telling) -> str:
    """What both speak of, in words; empty where they speak of different things."""
    if likeness(asked.content, told.content) >= ALIKE:
        return " ".join(sorted(asked.content & told.content))
    issues = {*asked.event.issues} & {*told.event.issues}
    return " ".join(sorted(issues))


def _kind(answers: Answers, event_type: str, mode: str | None, *, speaks: bool) -> Kind | None:
    names = {event_type, f"{event_type} {mode}"}
    if names & {*answers.refuses}:
        return "refusal" if speaks or f"{event_type} {mode}" in answers.refuses else None
    if names & {*answers.fits}:
        return "answer"
    if names & {*answers.may}:
        return "answer" if speaks else "possible"
    return None


def _said(ask: Occurrence, act: Occurrence, shared: str, kind: Kind) -> Iterable[str]:
    days = (date.fromisoformat(act.day) - date.fromisoformat(ask.day)).days
    event = act.event
    what = " ".join(part for part in (event.event_type, event.event_mode) if part)
    when = "the same day" if days == 0 else f"{days} day{'' if days == 1 else 's'} later"
    yield f"{what} between the same parties {when}"
    if shared:
        yield f"about {shared}"
    elif kind == "possible":
        yield "of a type that may answer, in other words"
    if ask.event.due is not None:
        yield f"due {ask.event.due}"


def _status(candidates: Sequence[Candidate], due: str | None, today: str) -> Status:
    deciding = [one for one in candidates if one.kind != "possible"]
    if deciding:
        return "answered" if deciding[-1].kind == "answer" else "refused"
    return "lapsed" if due is not None and due < today else "open"
