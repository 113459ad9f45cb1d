"""Who stands for or against whom, by the coded lines of a text."""

import pytest

from dragoman.coding.events import events
from dragoman.coding.positions import positions
from dragoman.coding.stances_between import StanceBetween, stances_between
from dragoman.coding.ties import ties
from dragoman.coding.when import calendar
from scene import document_of, known


def told(text: str) -> tuple[StanceBetween, ...]:
    document = document_of(text)
    states = known(document)
    return stances_between(
        document,
        states,
        (
            *events(document, states, (), calendar(document)),
            *positions(document, states, ()),
            *ties(document, states),
        ),
    )


@pytest.mark.parametrize(
    ("text", "holder", "stance", "target"),
    [
        ("Finland thanked Norway.", "FIN", "supports", "NOR"),
        ("Finland accused Norway of piracy.", "FIN", "opposes", "NOR"),
        ("Finland imposed sanctions on Norway.", "FIN", "opposes", "NOR"),
        ("Finland met Norway.", "FIN", "neutral", "NOR"),
        ("Peru enjoys close ties with Chile.", "CHL", "supports", "PER"),
        ("Tensions between Greece and Turkey rose.", "GRC", "opposes", "TUR"),
        ("Kenya condemned Chad's invasion of the islands.", "KEN", "opposes", "TCD"),
        ("Kenya condemned the aggression against Chad.", "KEN", "supports", "TCD"),
        ("Kenya backs the sovereignty of Chad.", "KEN", "supports", "TCD"),
    ],
)
def test_a_stance_between_two_parties(text: str, holder: str, stance: str, target: str) -> None:
    assert (holder, stance, target) in {(s.holder, s.stance, s.target) for s in told(text)}


@pytest.mark.parametrize(
    "text", ["Kenya called for dialogue.", "Kenya may accuse Chad of piracy.", "Kenya slept."]
)
def test_no_stance_towards_anybody(text: str) -> None:
    assert told(text) == ()


def test_each_stance_has_its_words_and_its_reason() -> None:
    text = "Yesterday, Finland thanked Norway."
    (found,) = told(text)
    assert "thanked" in text[found.start : found.end]
    assert found.reason.startswith("verbs: ")
    assert 0 < found.confidence <= 1
