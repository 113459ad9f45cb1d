"""How words lean to a target: each example has the target in square brackets."""

import pytest

from dragoman.coding.leanings import leanings
from dragoman.coding.towards import balance, towards
from scene import document_of

FOR = [
    "The senator praised the [governor].",
    "The club gave the [captain] its full support.",
    "The mayor thanked the [nurses] for their help.",
    "Farmers voiced support for the [treaty].",
    "The union welcomed the [accord].",
    "The [captain] was honest.",
    "The council voted against ending the [programme].",
    "The loyal [envoy] went home.",
    "The union rejected criticism of the [accord].",
    "The party endorsed the [candidate].",
]
AGAINST = [
    "The senator criticised the [governor].",
    "Farmers voiced opposition to the [treaty].",
    "The mayor accused the [company] of fraud.",
    "The union voted against the [accord].",
    "The council supports a motion to end the [programme].",
    "The corrupt [envoy] went home.",
    "The [captain] threatened the guards.",
    "The guards were attacked by the [captain].",
    "The [captain] was dishonest.",
    "The senator did not praise the [governor].",
    "The party withdrew its support for the [candidate].",
    "The [company]'s fraud was told to the judge.",
]
NEITHER = ["The [governor] went home.", "The ferry to the [island] leaves at noon."]


def weight(example: str) -> float:
    at = example.index("[")
    document = document_of(example.replace("[", "").replace("]", ""))
    inside = document.tokens_in(at, example.index("]") - 1)
    return balance(towards(document, inside, leanings(document)), {})


@pytest.mark.parametrize("example", FOR)
def test_words_for_a_target(example: str) -> None:
    assert weight(example) > 0


@pytest.mark.parametrize("example", AGAINST)
def test_words_against_a_target(example: str) -> None:
    assert weight(example) < 0


@pytest.mark.parametrize("example", NEITHER)
def test_words_that_do_not_lean(example: str) -> None:
    assert weight(example) == 0


def test_words_elsewhere_weigh_less() -> None:
    document = document_of("The governor went home, and the senator praised the choir.")
    lean = leanings(document)
    assert 0 < balance((), lean) < weight("The senator praised the [governor].")
