"""Asks and promises followed up: what may answer, why, and what is never made up."""

import sqlite3
from typing import Any

import pytest

import factory
from dragoman.model import Event, Party, Report
from dragoman.questions.events import occurrence_of
from dragoman.questions.followups import Followup, followups
from dragoman.record import add
from dragoman.record.merging import merge

GERMANY, UKRAINE, POLAND = (factory.party(code) for code in ("DEU", "UKR", "POL"))


def tell(connection: sqlite3.Connection, day: str, text: str, **fields: Any) -> Event:  # noqa: ANN401 - passed on
    report: Report = factory.report(text, published=day)
    content = fields.pop("content", None)
    own: dict[str, Any] = {
        "inside": report,
        "event_mode": None,
        "date_start": day,
        "date_end": day,
        "place": None,
        "content": factory.span(content, inside=report) if content else None,
    }
    told = factory.event(text, **(own | fields))
    add(connection, report, [told])
    return told


def ask(connection: sqlite3.Connection, **fields: Any) -> Event:  # noqa: ANN401 - passed on
    own: dict[str, Any] = {
        "event_type": "REQUEST",
        "actors": (UKRAINE,),
        "recipients": (GERMANY,),
        "content": "to send tanks",
    }
    text = "Ukraine asked Germany to send tanks"
    return tell(connection, "2023-01-10", text, **(own | fields))


def aid(connection: sqlite3.Connection, day: str = "2023-01-25", **fields: Any) -> Event:  # noqa: ANN401 - passed on
    own: dict[str, Any] = {
        "event_type": "AID",
        "actors": (GERMANY,),
        "recipients": (UKRAINE,),
    }
    text = fields.pop("text", "Germany sent fourteen tanks to Ukraine")
    return tell(connection, day, text, **(own | fields))


def followed(connection: sqlite3.Connection, event: Event) -> Followup:
    merge(connection)
    act = occurrence_of(connection, event.id)
    assert act is not None
    return followups(connection, [act.number])[act.number]


def test_an_act_of_like_words_answers(connection: sqlite3.Connection) -> None:
    asked = ask(connection)
    given = aid(connection)
    found = followed(connection, asked)
    assert found.status == "answered"
    (candidate,) = found.candidates
    assert (candidate.event_id, candidate.kind) == (given.id, "answer")
    assert candidate.reason == "AID between the same parties 15 days later; about tank"


def test_an_act_in_other_words_is_only_possible(connection: sqlite3.Connection) -> None:
    asked = ask(connection)
    aid(connection, text="Germany flew blankets to Ukraine")
    found = followed(connection, asked)
    assert found.status == "open"
    assert [one.kind for one in found.candidates] == ["possible"]
    assert "in other words" in found.candidates[0].reason


def test_a_type_that_is_what_was_asked_needs_no_words(connection: sqlite3.Connection) -> None:
    asked = ask(connection, event_mode="meet", content="Germany")
    tell(
        connection,
        "2023-01-12",
        "Scholz met Zelensky",
        event_type="CONSULT",
        actors=(GERMANY,),
        recipients=(UKRAINE,),
    )
    assert followed(connection, asked).status == "answered"


def test_a_refusal(connection: sqlite3.Connection) -> None:
    asked = ask(connection)
    tell(
        connection,
        "2023-01-12",
        "Germany refused to send tanks to Ukraine",
        event_type="REJECT",
        actors=(GERMANY,),
        recipients=(UKRAINE,),
        content="to send tanks",
    )
    found = followed(connection, asked)
    assert found.status == "refused"
    aid(connection)
    assert followed(connection, asked).status == "answered"


@pytest.mark.parametrize(
    "fields",
    [
        {"day": "2023-01-09"},
        {"day": "2024-01-10"},
        {"modality": "future"},
        {"modality": "negated"},
        {"actors": (POLAND,)},
        {"actors": (UKRAINE,), "recipients": (GERMANY,)},
        {"event_type": "ACCUSE"},
    ],
    ids=str,
)
def test_what_is_no_answer(connection: sqlite3.Connection, fields: dict[str, Any]) -> None:
    asked = ask(connection)
    aid(connection, **fields)
    found = followed(connection, asked)
    assert (found.status, found.candidates) == ("open", ())


def test_the_talk_in_which_it_was_asked_is_no_answer(connection: sqlite3.Connection) -> None:
    asked = ask(connection, event_mode="meet", content="Germany")
    tell(
        connection,
        "2023-01-10",
        "Scholz called Zelensky",
        event_type="CONSULT",
        actors=(GERMANY,),
        recipients=(UKRAINE,),
    )
    assert followed(connection, asked).candidates == ()


def test_it_lapses_when_its_day_is_past(connection: sqlite3.Connection) -> None:
    asked = ask(connection, due="2023-01-20")
    assert followed(connection, asked).status == "open"
    tell(connection, "2023-01-21", "A later report", actors=(POLAND,), recipients=())
    assert followed(connection, asked).status == "lapsed"


def test_a_promise_is_kept_by_who_made_it(connection: sqlite3.Connection) -> None:
    promised = ask(connection, event_type="AGREE", actors=(GERMANY,), recipients=(UKRAINE,))
    aid(connection)
    assert followed(connection, promised).status == "answered"


def test_who_asks_nobody_gets_no_answer(connection: sqlite3.Connection) -> None:
    asked = ask(connection, recipients=())
    aid(connection)
    assert followed(connection, asked).candidates == ()


def test_what_asks_nothing_is_open(connection: sqlite3.Connection) -> None:
    given = aid(connection)
    assert followed(connection, given) == Followup(status="open")
    assert followups(connection, [-1]) == {}


def test_parties_without_a_code_are_no_pair(connection: sqlite3.Connection) -> None:
    asked = ask(connection, recipients=(Party(id="", name="donors"),))
    aid(connection)
    assert followed(connection, asked).candidates == ()
