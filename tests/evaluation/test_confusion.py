"""Which type was coded where another is right."""

import factory
from dragoman.evaluation.confusion import Confused, confusion
from dragoman.evaluation.scoring import compare
from dragoman.evaluation.units import EventUnit, HandCoded
from dragoman.model import Event


def unit(anchor: str, event_type: str) -> EventUnit:
    return EventUnit(anchor=anchor, types=(event_type,), actors=("TUR",), modality="asserted")


def confused(units: list[EventUnit], events: list[Event]) -> list[tuple[str | None, str | None]]:
    report = HandCoded(
        report="coast", published="2022-03-10", text=factory.TEXT, events=tuple(units)
    )
    found = confusion(compare([report], [factory.REPORT, *events]))
    assert all(isinstance(one, Confused) and one.count == 1 for one in found)
    return [(one.right, one.coded) for one in found]


MEETING = unit("met his Ukrainian counterpart", "CONSULT")
WARNING = unit("warned against further attacks", "THREATEN")


def test_what_was_found_stands_on_the_diagonal() -> None:
    assert confused([MEETING], [factory.event()]) == [("CONSULT", "CONSULT")]


def test_a_miss_is_taken_for_what_was_coded_in_its_words() -> None:
    coded = factory.event("warned against further attacks", event_type="ACCUSE")
    assert confused([WARNING], [coded]) == [("THREATEN", "ACCUSE")]


def test_a_miss_without_a_line_and_a_line_without_a_unit_stand_alone() -> None:
    coded = factory.event("enjoy warm relations", event_type="SUPPORT")
    assert confused([WARNING], [coded]) == [("THREATEN", None), (None, "SUPPORT")]
