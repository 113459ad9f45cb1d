from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.issues import all_issues, issues_in, slugs_in
from scene import document_of


def named(text: str) -> list[tuple[str, str]]:
    document = document_of(text)
    return [(match.slug, text[match.start : match.end]) for match in all_issues(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spoke about the war.", [("war", "war")]),
        (
            "They want the cessation of this terrible conflict.",
            [("ceasefire", "cessation of this terrible conflict")],
        ),
        ("The end of all hostilities is near.", [("ceasefire", "end of all hostilities")]),
        (
            "Respect its sovereignty and its territorial integrity.",
            [("sovereignty", "sovereignty"), ("territorial-integrity", "territorial integrity")],
        ),
        ("A cease-fire held.", [("ceasefire", "cease-fire")]),
        (
            "They should resolve the crisis peacefully.",
            [("dialogue", "resolve the crisis peacefully")],
        ),
        ("The peace talks went on.", [("dialogue", "peace talks")]),
        ("She talked to reporters.", []),
        ("It sanctioned three banks.", [("sanctions", "sanctioned")]),
        ("A war of words broke out.", []),
        ("He met the health minister.", []),
        ("He visited the Ministry of Trade.", []),
        ("Trade is growing.", [("trade", "Trade")]),
        ("They discussed nuclear disarmament.", [("nuclear", "nuclear disarmament")]),
        ("Human rights matter.", [("human-rights", "Human rights")]),
        ("The Human Rights Council met.", []),
        ("They want to join NATO.", [("nato-enlargement", "join NATO")]),
        ("The two-state solution is alive.", [("two-state-solution", "two-state solution")]),
    ],
)
def test_issues_are_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_the_opposite_of_an_issue_is_told_apart() -> None:
    (match,) = all_issues(document_of("The escalation went on."))
    assert (match.slug, match.against) == ("de-escalation", True)


def test_weak_words_name_what_the_report_names_otherwise() -> None:
    document = document_of("The war goes on. The situation is grave.")
    assert [(m.slug, m.weak) for m in all_issues(document)] == [("war", False), ("war", True)]


def test_weak_words_alone_name_nothing() -> None:
    assert named("The situation is grave.") == []


def test_a_stretch_has_each_issue_once_and_no_weak_words() -> None:
    text = "The war goes on. War is war, and the situation is grave. Trade stopped."
    document = document_of(text)
    end = text.index("Trade")
    assert slugs_in(document, 0, end) == ("war",)
    assert all(not match.weak for match in issues_in(document, 0, end))


WORDS = (
    "the",
    "war",
    "end",
    "to",
    "of",
    "peace",
    "talks",
    "and",
    "sanctions",
    "not",
    "on",
    "-",
    ",",
)


@given(st.lists(st.sampled_from(WORDS)))
def test_matches_stand_in_order_and_do_not_overlap(words: list[str]) -> None:
    document = document_of(" ".join(words) or "x")
    matches = all_issues(document)
    for before, after in pairwise(matches):
        assert before.last <= after.first
    for match in matches:
        assert document.tokens[match.first].start == match.start < match.end
