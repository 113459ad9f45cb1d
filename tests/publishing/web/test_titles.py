"""An event in one sentence."""

from typing import Any

import pytest

import factory
from dragoman.codebooks.headlines import headlines
from dragoman.codebooks.plover import plover
from dragoman.model import Event
from dragoman.publishing.web.titles import title_of

TUR, UKR, RUS, USA = (factory.party(code) for code in ("TUR", "UKR", "RUS", "USA"))


def event(event_type: str, mode: str | None = None, **fields: Any) -> Event:  # noqa: ANN401 - passed on
    sides = {"actors": (RUS,), "recipients": (UKR,), "place": None, "modality": "asserted"}
    return factory.event("met", **(sides | {"event_type": event_type, "event_mode": mode} | fields))


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (event("CONSULT", "phone"), "Russia and Ukraine spoke by phone"),
        (event("ASSAULT", "drone"), "Russia struck Ukraine with drones"),
        (event("ASSAULT", modality="negated"), "Russia did not attack Ukraine"),
        (event("CONSULT", modality="future"), "Russia and Ukraine will hold talks"),
        (event("REJECT", recipients=()), "Russia said no"),
        (event("ASSAULT", actors=()), "Somebody unnamed attacked Ukraine"),
        (
            event("COOPERATE", actors=(RUS, UKR), recipients=()),
            "Russia and Ukraine worked together",
        ),
        (
            event("ACCUSE", actors=(RUS, UKR, TUR, USA), recipients=()),
            "Russia, Ukraine and 2 others made an accusation",
        ),
    ],
)
def test_what_happened_in_a_sentence(told: Event, title: str) -> None:
    assert title_of(told) == title


def test_people_stand_by_name_and_the_place_at_the_end() -> None:
    met = factory.facts()[0]
    assert isinstance(met, Event)
    assert met.place is not None
    assert title_of(met).endswith(f" in {met.place.name}")


def test_a_type_of_ones_own_is_told_by_its_codes() -> None:
    assert title_of(event("PIRACY")) == "PIRACY RUS → UKR"


def test_each_type_has_a_sentence_and_no_mode_is_unknown() -> None:
    known = plover().types
    assert headlines().types.keys() == known.keys()
    for name, by_mode in headlines().types.items():
        assert "" in by_mode
        assert by_mode.keys() - {""} <= known[name].modes.keys()
