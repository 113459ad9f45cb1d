"""What a user gives a run: invented actors by name, office-holders by the register."""

import pytest

from dragoman.register.actors import Actor
from dragoman.register.lookup import Register
from dragoman.register.tenures import Tenure
from dragoman.resolution.actors import resolve
from holders import imported, tenure
from texts import parsed

FREEDONIA = Actor(place="a", id="FRE", name="Freedonia", aliases=("Freedonian",), kind="state")
ARMY = Actor(
    place="b", id="ARMY", name="Freedonian Army", kind="institution", country="FRE", sector="MIL"
)
OLD = Actor(place="c", id="OLD", name="Lake League", valid_to="1999")
LEARNED = tenure("Ada Oduya", "2022-01-10", "2022-03-20")


def told(text: str, register: Register) -> list[tuple[str, str]]:
    mentions = resolve(parsed(text), register=register).mentions
    return [(party.id, party.name) for mention in mentions for party in mention.parties]


def test_an_invented_actor_is_a_party() -> None:
    register = Register([], actors=[FREEDONIA, ARMY])
    text = "The Freedonian Army attacked Chad. Freedonia was glad."
    assert told(text, register) == [
        ("FRE", "Freedonian Army"), ("TCD", "Chad"), ("FRE", "Freedonia"),
    ]  # fmt: skip


def test_an_actor_is_known_in_its_time_only() -> None:
    assert told("The Lake League met Chad.", Register([], actors=[OLD])) == [("TCD", "Chad")]


@pytest.mark.parametrize(
    ("held", "rung"),
    [
        (LEARNED, "register, learned: Ada Oduya, prime minister of KEN, 2022-01-10 to 2022-03-20,"
         " 3 reports"),
        (imported("Ada Oduya", "2021", None, evidence=("a.csv: line 2",)),
         "register, imported: Ada Oduya, prime minister of KEN, 2021 to open, a.csv: line 2"),
    ],
)  # fmt: skip
def test_the_register_tells_the_state_and_why(held: Tenure, rung: str) -> None:
    document = parsed("Prime Minister Ada Oduya flew to Chad.")
    mention = resolve(document, register=Register([held])).mentions[0]
    assert [party.country for party in mention.parties] == ["KEN"]
    assert mention.rung == rung


def test_the_report_s_own_words_stand_above_the_register() -> None:
    document = parsed("Malian Prime Minister Ada Oduya flew to Chad.")
    (seen,) = resolve(document, register=Register([LEARNED])).offices
    assert seen.country == "MLI"


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ada Oduya flew home.",  # of another class of offices
        "Ada Oduya flew home.",  # no title, and the report does not name the state
        "Oduya flew home.",
    ],
)
def test_the_register_is_silent(text: str) -> None:
    identities = resolve(parsed(text), register=Register([LEARNED]))
    assert all(party.id != "KEN" for mention in identities.mentions for party in mention.parties)


def test_without_a_title_the_state_has_to_be_named() -> None:
    assert ("KEN", "Ada Oduya") in told("Ada Oduya left Kenya.", Register([LEARNED]))
