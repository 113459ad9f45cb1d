"""Whether an act happened, by the grammar and words around it."""

import pytest

from dragoman.codebooks.entries import light_verbs
from dragoman.coding.modality import modality
from dragoman.parsing.predicates import predicate
from texts import parsed, token

EXAMPLES = [
    ("Chad visited Niger.", "visited", "asserted"),
    ("Chad has visited Niger.", "visited", "asserted"),
    ("Chad is to visit Niger.", "visit", "asserted"),
    ("Chad will visit Niger.", "visit", "future"),
    ("Chad did not visit Niger.", "visit", "negated"),
    ("Chad never visited Niger.", "visited", "negated"),
    ("Chad plans to visit Niger.", "visit", "future"),
    ("Chad said it would visit Niger.", "visit", "future"),
    ("Chad would visit Niger if asked.", "visit", "hypothetical"),
    ("Chad might visit Niger.", "visit", "hypothetical"),
    ("If Chad visits Niger, talks begin.", "visits", "hypothetical"),
    ("There were reports that Chad visited Niger.", "visited", "rumoured"),
    ("Chad reportedly visited Niger.", "visited", "rumoured"),
    ("Chad denied that it attacked Niger.", "attacked", "negated"),
    ("Chad began to withdraw from Niger.", "withdraw", "asserted"),
    ("Chad will begin to withdraw from Niger.", "withdraw", "future"),
    ("Chad wants to visit Niger.", "visit", "hypothetical"),
    ("Chad remains committed to enhance its ties with Niger.", "enhance", "future"),
    ("Chad held talks with Niger.", "talks", "asserted"),
    ("Chad will hold talks with Niger.", "talks", "future"),
    ("The visit of Chad to Niger will take place in May.", "visit", "future"),
    ("They discussed the visit of Chad to Niger.", "visit", "asserted"),
    ("They spoke of a possible visit of Chad to Niger.", "visit", "hypothetical"),
    ("Diplomacy could avert an invasion of Niger.", "invasion", "hypothetical"),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), EXAMPLES)
def test_modality(sentence: str, word: str, expected: str) -> None:
    document = parsed(sentence)
    found = predicate(document, token(document, word), light=light_verbs())
    assert modality(document, found) == expected
