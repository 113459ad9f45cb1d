"""Who acts on whom where nobody is marked."""

import pytest

from dragoman.judging.parties import find_pair
from marked_sentences import marked


@pytest.mark.parametrize(
    "sentence",
    [
        "[Kenya] condemned {Uganda} for the raid.",
        "{Two protesters} were arrested by [Kenyan police] on Sunday.",
        "[The army] said on Monday that it had shelled {a village}.",
        "[Peru] quizzically eyed {Chile}.",  # a verb that no entry knows
    ],
)
def test_the_pair_of_the_main_act(sentence: str) -> None:
    found = marked(sentence)
    pair = find_pair(found.document)
    sides = [
        frozenset() if span is None else frozenset(found.document.tokens_in(span.start, span.end))
        for span in (pair.source, pair.target)
    ]
    assert sides == [found.source, found.target]


def test_no_pair_where_nobody_acts() -> None:
    found = marked("[Rain] and {snow}.")
    assert find_pair(found.document).source is None
