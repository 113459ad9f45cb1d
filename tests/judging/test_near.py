"""Which words are close to the parties."""

from dragoman.judging.masks import masked
from dragoman.judging.near import near
from marked_sentences import marked


def test_other_clauses_are_far() -> None:
    found = marked("[Chad] expelled {two Malian envoys}, while farmers blocked the road to Lagos.")
    assert masked(found, near(found)) == ["<source>", "expel", "<target>"]


def test_what_hangs_on_the_predicate_is_near() -> None:
    found = marked("[Chad] did not send food by plane to {Mali}.")
    words = masked(found, near(found))
    assert words[0] == "<source>"
    assert {"not", "send", "food", "plane"} <= set(words)


def test_verbs_over_the_parties_are_near() -> None:
    found = marked("[Chad] promised to help rebuild {the town}.")
    assert {"promise", "help", "rebuild"} <= set(masked(found, near(found)))
