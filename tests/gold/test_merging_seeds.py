"""Merging of the two seed reports, where they are: a visit told four times, a call three times."""

from pathlib import Path

import pytest

from dragoman.intake import read
from dragoman.pipeline import Coded, code
from dragoman.questions.events import Occurrence, timeline
from dragoman.record import add, open_record
from dragoman.record.merging import merge

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports are not here")


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> list[Occurrence]:
    with open_record(tmp_path_factory.mktemp("record") / "a.record", create=True) as connection:
        for coded in code(read(SEEDS)):
            assert isinstance(coded, Coded)
            add(connection, coded.report, coded.facts)
        merge(connection)
        return timeline(connection)


def between(acts: list[Occurrence], one: str, other: str) -> list[Occurrence]:
    return [
        act
        for act in acts
        if act.event.event_type == "CONSULT"
        and {party.id for party in (*act.event.actors, *act.event.recipients)} == {one, other}
    ]


def test_the_visit_and_its_meeting_are_two_at_most(acts: list[Occurrence]) -> None:
    assert 1 <= len(between(acts, "PAK", "RUS")) <= 2


def test_the_call_is_one(acts: list[Occurrence]) -> None:
    (call,) = between(acts, "PAK", "UKR")
    assert call.event.event_mode == "phone"
    assert call.event.date_start == call.event.date_end == "2022-02-27"
    assert len(call.tellings) > 1


def test_nothing_else_is_merged(acts: list[Occurrence]) -> None:
    known = {*between(acts, "PAK", "RUS"), *between(acts, "PAK", "UKR")}
    assert [act.words for act in acts if len(act.tellings) > 1 and act not in known] == []
