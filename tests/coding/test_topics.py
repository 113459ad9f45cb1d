"""What is only talked of is no act."""

import pytest

from dragoman.codebooks.entries import light_verbs
from dragoman.coding.topics import is_topic
from dragoman.parsing.predicates import predicate
from texts import parsed, token

EXAMPLES = [
    ("Chad and Niger discussed opening a border post.", "opening", True),
    ("They talked about sending troops to Mali.", "sending", True),
    ("They talked about sending troops to Mali and training its army.", "training", True),
    ("The talks on how to help Mali failed.", "help", True),
    ("They discussed how Mali could be helped.", "helped", True),
    ("Chad considered sending troops to Mali.", "sending", False),
    ("They discussed the border and signed a treaty.", "signed", False),
    ("Chad said it helped Mali.", "helped", False),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), EXAMPLES)
def test_is_topic(sentence: str, word: str, *, expected: bool) -> None:
    document = parsed(sentence)
    found = predicate(document, token(document, word), light=light_verbs())
    assert is_topic(document, found) is expected
