import pytest

from dragoman.coding.leanings import leanings
from scene import document_of


@pytest.mark.parametrize(
    ("text", "word", "side", "codebook"),
    [
        ("Chile condemned the raid.", "condemned", -1, "stances"),
        ("Chile did not condemn the raid.", "condemn", 1, "stances"),
        ("Chile sent tents to Peru.", "sent", 1, "verbs"),
        ("Chile has a brave navy.", "brave", 1, "evaluative"),
        ("It was a reckless move.", "reckless", -1, "evaluative"),
    ],
)
def test_a_word_leans_by_the_first_codebook_that_has_it(
    text: str, word: str, side: int, codebook: str
) -> None:
    document = document_of(text)
    (found,) = [one for one in leanings(document).values() if document.tokens[one.i].text == word]
    assert (found.side, found.source.partition(":")[0]) == (side, codebook)


def test_plain_words_do_not_lean() -> None:
    assert leanings(document_of("The ferry leaves at noon.")) == {}
