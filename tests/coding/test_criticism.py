"""Whether a speaker's words criticise another state: here the speaker is from Oman."""

import pytest

from dragoman.coding.criticism import criticism
from dragoman.coding.events import events
from dragoman.coding.when import calendar
from scene import document_of, known


def criticised(text: str) -> str | None:
    document = document_of(text)
    states = known(document)
    facts = events(document, states, (), calendar(document))
    found = criticism(document, states, facts, "OMN")
    return found.target if found else None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Chad attacked Niger at dawn.", "TCD"),
        ("Oman accused Chad of piracy.", "TCD"),
        ("Terrorism is what Chad exports.", "TCD"),
        ("Chad ignored every warning and brought chaos and misery.", "TCD"),
    ],
)
def test_words_that_criticise(text: str, target: str) -> None:
    assert criticised(text) == target


@pytest.mark.parametrize(
    "text",
    [
        "We met the delegation of Chad.",
        "We commend Chad for its generous help.",
        "War is terrible.",
        "Oman regrets its own failure.",
    ],
)
def test_words_that_do_not(text: str) -> None:
    assert criticised(text) is None
