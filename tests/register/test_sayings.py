"""Whether words name the state of the office that they show."""

import pytest

from dragoman.register.sayings import says


@pytest.mark.parametrize(
    ("words", "country", "office", "said"),
    [
        ("Kenyan Foreign Minister Alfred Mutua", "KEN", "foreign minister", True),
        ("Alfred Mutua, Kenya's foreign minister", "KEN", "foreign minister", True),
        ("U.S. President Joe Biden", "USA", "president", True),
        ("the Taoiseach, Micheál Martin", "IRL", "taoiseach", True),
        ("Foreign Minister Mutua", "KEN", "foreign minister", False),
        ("President Biden told us", "USA", "president", False),
        ("Chinese President Xi Jinping", "USA", "president", False),
    ],
)
def test_words_say_whose_the_office_is(
    words: str, country: str, office: str, *, said: bool
) -> None:
    assert says(words, country=country, office=office) is said
