"""Who acts on whom where nobody is marked."""

import pytest

from dragoman.judging.parties import find_pair
from dragoman.model import Span
from dragoman.parsing.document import Document
from marked_sentences import marked


def _tokens(document: Document, span: Span | None) -> frozenset[int]:
    return frozenset() if span is None else frozenset(document.tokens_in(span.start, span.end))


@pytest.mark.parametrize(
    "sentence",
    [
        "[Kenya] condemned {Uganda} for the raid.",
        "{Two protesters} were arrested by [Kenyan police] on Sunday.",
        "[The army] said on Monday that it had shelled {a village}.",
        "[Peru] quizzically eyed {Chile}.",  # a verb that no entry knows
        "[Norway] suspended its aid to {Malawi} in protest at the theft of grain.",
        "[Fiji's foreign minister, Ana Vula], met {the head of the fishing union} on Friday.",
        "[Chad and Niger] agreed on a common patrol with {Mali}.",
    ],
)
def test_the_pair_of_the_main_act(sentence: str) -> None:
    found = marked(sentence)
    pair = find_pair(found.document)
    sides = [_tokens(found.document, span) for span in (pair.source, pair.target)]
    assert sides == [found.source, found.target]


def test_those_acted_on_stand_each_apart() -> None:
    found = marked("[Kenya] condemned {Uganda} and Rwanda.")
    pair = find_pair(found.document)
    assert [found.document.words(span.start, span.end) for span in pair.targets] == [
        "Uganda",
        "Rwanda",
    ]


def test_no_pair_where_nobody_acts() -> None:
    found = marked("[Rain] and {snow}.")
    assert find_pair(found.document).source is None


def test_one_who_acts_alone_has_no_target() -> None:
    found = marked("[Kenya] slept{.}")
    assert find_pair(found.document).targets == ()
