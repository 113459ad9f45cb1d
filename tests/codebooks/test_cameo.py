"""CAMEO codes of events, and other catalogues' codes of states."""

from typing import Any

import pytest

import factory
from dragoman.codebooks.cameo import cameo_of, cameo_rows
from dragoman.codebooks.plover import plover
from dragoman.codebooks.reference import states
from dragoman.codebooks.state_codes import alpha2_of, cow_of

QUADS = {1: range(1, 6), 2: range(6, 9), 3: range(9, 14), 4: range(14, 21)}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"event_type": "CONSULT", "event_mode": "phone"}, "041"),
        ({"event_type": "CONSULT", "event_mode": None}, "040"),
        ({"event_type": "CONSULT", "event_mode": "visit", "trigger": "hosted"}, "043"),
        ({"event_type": "CONSULT", "event_mode": "visit", "modality": "future"}, "036"),
        ({"event_type": "AID", "event_mode": "military"}, "072"),
        ({"event_type": "COOPERATE", "event_mode": None, "contexts": ("military",)}, "062"),
        ({"event_type": "REQUEST", "event_mode": "meet", "trigger": "urged"}, "026"),
        ({"event_type": "REQUEST", "event_mode": "meet", "trigger": "demanded"}, "106"),
        ({"event_type": "SANCTION", "event_mode": None, "trigger": "imposed sanctions"}, "163"),
        ({"event_type": "ASSAULT", "event_mode": "heavy-weapons"}, "194"),
    ],
)
def test_an_event_has_the_code_that_says_most(fields: dict[str, Any], code: str) -> None:
    found = cameo_of(factory.event(**fields))
    assert found is not None
    assert found.cameo == code


@pytest.mark.parametrize("modality", ["negated", "hypothetical", "rumoured"])
def test_what_is_not_told_as_a_fact_has_no_code(modality: str) -> None:
    assert cameo_of(factory.event(modality=modality)) is None


def test_a_type_of_ones_own_has_no_code() -> None:
    assert cameo_of(factory.event(event_type="PORTCALL", event_mode=None)) is None


@pytest.mark.parametrize("event_type", sorted(plover().types))
def test_every_type_and_mode_has_a_code(event_type: str) -> None:
    for mode in (None, *plover().types[event_type].modes):
        assert cameo_of(factory.event(event_type=event_type, event_mode=mode)) is not None


def test_the_crosswalk_names_only_what_plover_has() -> None:
    book = plover()
    for row in cameo_rows():
        assert row.event_mode is None or row.event_mode in book.types[row.event_type].modes
        assert row.context is None or row.context in book.contexts
        assert int(row.root) in QUADS[row.quad], row
        assert -10 <= row.goldstein <= 10


def test_one_code_has_one_name_and_one_value() -> None:
    told = {(row.cameo, row.name, row.goldstein) for row in cameo_rows()}
    assert len(told) == len({row.cameo for row in cameo_rows()})


def test_states_have_the_codes_of_other_catalogues() -> None:
    assert (alpha2_of("TUR"), cow_of("TUR")) == ("tr", 640)
    assert (alpha2_of("UN"), cow_of(None)) == (None, None)
    members = [state.id for state in states() if state.status == "member"]
    assert [code for code in members if alpha2_of(code) is None or cow_of(code) is None] == []
