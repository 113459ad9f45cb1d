"""Marked parties: their tokens, heads, and the way between them."""

from dragoman.judging.marked import holds, mark, way
from marked_sentences import marked


def test_heads_are_the_nouns() -> None:
    found = marked("[The new government of Chad] thanked {Mali}.")
    words = [found.document.tokens[i or 0].text for i in (found.source_head, found.target_head)]
    assert words == ["government", "Mali"]


def test_a_party_that_is_not_named_has_no_tokens() -> None:
    found = marked("[Chad] thanked {Mali}.")
    alone = mark(found.document, None, None)
    assert (alone.source, alone.source_head) == (frozenset(), None)


def test_a_phrase_holds_the_party_within_it() -> None:
    found = marked("The ministers of [Chad] thanked {Mali}.")
    ministers = next(t.i for t in found.document.tokens if t.text == "ministers")
    assert holds(found.document, ministers, found.source, found.source_head) == 1
    assert holds(found.document, ministers, found.target, found.target_head) == 0


def test_the_way_goes_over_the_verb() -> None:
    found = marked("[Chad] sent tents to {Mali}.")
    assert found.source_head is not None
    assert found.target_head is not None
    rise, fall = way(found.document, found.source_head, found.target_head)
    assert [token.text for token in rise] == ["Chad", "sent"]
    assert [token.text for token in fall][-1] == "Mali"
