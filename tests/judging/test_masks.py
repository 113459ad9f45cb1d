"""Masked words: parties, names and numbers are one word each."""

from dragoman.judging.masks import masked
from marked_sentences import marked


def test_parties_names_and_numbers_are_masked() -> None:
    found = marked("[The king of Tonga] met {500 fishermen} in Suva, 20 days late.")
    assert masked(found, found.document.tokens) == [
        "<source>",
        "meet",
        "<target>",
        "in",
        "<name>",
        "<number>",
        "day",
        "late",
    ]
