"""Why an entry won: the word is found again, with what else held there."""

from pathlib import Path

import msgspec
import pytest

from dragoman.coding.weighing import Weighing
from dragoman.errors import Refusal
from dragoman.intake import read
from dragoman.model import Event, Position, Report
from dragoman.pipeline import Coded, code, weighing

SAMPLES = Path(__file__).parents[2] / "examples" / "ukraine-2022"


def coded(text: str) -> Coded:
    (found,) = code([Report(id="t", published="2021-06-15", text=text)])
    assert isinstance(found, Coded)
    return found


def weighed(text: str, kind: type[Event] | type[Position] = Event) -> Weighing:
    told = coded(text)
    (fact,) = (fact for fact in told.facts if isinstance(fact, kind))
    found = weighing(told.report, fact)
    assert found is not None
    return found


def test_the_winner_stands_among_those_that_held() -> None:
    found = weighed("The Kenyan president spoke by phone with his Ugandan counterpart on Monday.")
    (winner,) = (one for one in found.entries if one.verdict == "won")
    losers = [one for one in found.entries if one is not winner]
    assert (found.word, winner.label) == ("spoke", "CONSULT phone")
    assert losers
    assert all(one.verdict.startswith("asks less: conditions ") for one in losers)
    assert all((one.conditions, one.named) <= (winner.conditions, winner.named) for one in losers)


def test_the_frame_names_what_fills_each_slot() -> None:
    frame = dict(weighed("Kenya attacked Uganda on Sunday.").frame)
    assert (frame["subject"], frame["object"]) == ("Kenya", "Uganda")


def test_a_position_has_its_own_entries() -> None:
    found = weighed("Kenya supports a ceasefire.", Position)
    assert found.word == "supports"
    assert found.entries[0].verdict == "won"


def test_another_coder_tells_nothing() -> None:
    told = coded("Kenya attacked Uganda on Sunday.")
    (event,) = (fact for fact in told.facts if isinstance(fact, Event))
    other = msgspec.structs.replace(told.report, coder="dragoman 0.0.1")
    assert weighing(other, event) is None


def test_other_kinds_of_lines_have_none() -> None:
    told = coded("Kenyan President Daniel Moi attacked Uganda on Sunday.")
    others = [fact for fact in told.facts if not isinstance(fact, Event | Position)]
    assert others
    assert [weighing(told.report, fact) for fact in others] == [None] * len(others)


@pytest.fixture(scope="module")
def samples() -> list[Coded]:
    outcomes = list(code(read(SAMPLES)))
    assert not any(isinstance(outcome, Refusal) for outcome in outcomes)
    return [outcome for outcome in outcomes if isinstance(outcome, Coded)]


def test_every_event_of_the_samples_finds_its_entry_again(samples: list[Coded]) -> None:
    told = [(one.report, fact) for one in samples for fact in one.facts if isinstance(fact, Event)]
    lost = [fact.reason for report, fact in told if weighing(report, fact) is None]
    assert lost == []
