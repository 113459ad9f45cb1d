"""Each construction puts the same parties into the same slots."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codebooks.entries import light_verbs
from dragoman.parsing.predicates import predicate
from texts import parsed, token

EXAMPLES = [
    # sentence, predicate, slot, words in it
    ("Estonia thanked Latvia.", "thanked", "subject", ["Estonia"]),
    ("Estonia thanked Latvia.", "thanked", "object", ["Latvia"]),
    ("Latvia was thanked by Estonia.", "thanked", "subject", ["Estonia"]),
    ("Latvia was thanked by Estonia.", "thanked", "object", ["Latvia"]),
    ("Estonia and Finland thanked Latvia.", "thanked", "subject", ["Estonia", "Finland"]),
    ("Estonia praised Latvia and thanked Poland.", "thanked", "subject", ["Estonia"]),
    ("Estonia wants to thank Latvia.", "thank", "subject", ["Estonia"]),
    ("Estonia urged Latvia to visit Poland.", "visit", "subject", ["Latvia"]),
    ("Estonia urged Latvia to visit Poland.", "urged", "object", ["Latvia"]),
    ("Estonia, which thanked Latvia, left.", "thanked", "subject", ["Estonia"]),
    ("Estonia voted, thanking Latvia.", "thanking", "subject", ["Estonia"]),
    ("A letter signed by Estonia was lost.", "signed", "subject", ["Estonia"]),
    ("A letter signed by Estonia was lost.", "signed", "object", ["letter"]),
    ("Estonia's visit to Latvia ended.", "visit", "poss", ["Estonia"]),
    ("Estonia's visit to Latvia ended.", "visit", "to", ["Latvia"]),
    ("Talks between Estonia and Latvia ended.", "Talks", "between", ["Estonia", "Latvia"]),
    ("Estonia held talks with Latvia.", "talks", "subject", ["Estonia"]),
    ("Estonia held talks with Latvia.", "talks", "with", ["Latvia"]),
    ("Estonia is worried about the war.", "worried", "subject", ["Estonia"]),
    ("Estonia is worried about the war.", "worried", "about", ["war"]),
]


@pytest.mark.parametrize(("sentence", "word", "slot", "expected"), EXAMPLES)
def test_slots(sentence: str, word: str, slot: str, expected: list[str]) -> None:
    document = parsed(sentence)
    found = predicate(document, token(document, word), light=light_verbs())
    assert [document.tokens[i].text for i in found.slots.get(slot, ())] == expected


def test_a_finite_complement_keeps_its_own_subject() -> None:
    document = parsed("Estonia said that Latvia left.")
    found = predicate(document, token(document, "left"))
    assert [document.tokens[i].text for i in found.slots["subject"]] == ["Latvia"]


def test_a_particle_belongs_to_the_verb() -> None:
    document = parsed("Estonia reached out to Latvia.")
    assert predicate(document, token(document, "reached")).lemma == "reach out"


@given(st.text(max_size=200))
@settings(max_examples=30, deadline=None)
def test_any_text_has_predicates_within_it(text: str) -> None:
    document = parsed(text)
    for word in document.tokens:
        for filled in predicate(document, word.i).slots.values():
            assert all(0 <= i < len(document.tokens) for i in filled)
