"""In a transcript each turn is the words of whom its label names."""

import pytest

from dragoman.parsing.attribution import attributions
from texts import parsed

TALK = """\
Lisbon, the press room

MR. SILVA: Good morning. We back the accord.

It is a good accord.

Q Will you sign it?

QUESTION: When?

MR. SILVA: Soon.
"""


def turns(text: str) -> list[tuple[str, str]]:
    document = parsed(text)
    return [
        (document.tokens[found.source or 0].text, document.words(found.start, found.end))
        for found in attributions(document)
        if found.label
    ]


def test_each_turn_is_its_labels_up_to_the_next() -> None:
    assert turns(TALK) == [
        ("SILVA", "Good morning. We back the accord.\n\nIt is a good accord."),
        ("Q", "Will you sign it?"),
        ("QUESTION", "When?"),
        ("SILVA", "Soon."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "THE RESULTS: The ministers met.\n\nWHAT NEXT: They will meet again.",
        "The envoy said: The road is open.\n\nThe envoy said: The port is not.",
        "Our aim: peace.\n\nOur aim: trade.",
        "A plain report of talks.",
    ],
)
def test_headings_and_clauses_are_no_labels(text: str) -> None:
    assert turns(text) == []


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    assert turns("JOURNALIST:\n\nWhy now?\n\nMINISTER:\n\nIt is time.") == [
        ("JOURNALIST", "Why now?"),
        ("MINISTER", "It is time."),
    ]
