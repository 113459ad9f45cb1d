import pytest

from dragoman.coding.parties_named import official_name, state_of, tokens_of
from scene import document_of, known


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Senator Anna Reyes", ["Reyes"]),
        ("Norway", ["Norwegian", "Oslo"]),
        ("the harbour tax", ["tax"]),
        ("Chile", []),
    ],
)
def test_a_name_is_found_by_its_words_or_as_the_state(name: str, words: list[str]) -> None:
    document = document_of("Reyes told the Norwegian premier in Oslo that the tax was high.")
    found = tokens_of(document, known(document), name)
    assert [document.tokens[i].text for i in found] == words


def test_states_by_name() -> None:
    assert state_of("Russian Federation") == state_of("russia") == "RUS"
    assert state_of("Venezuela (Bolivarian Republic Of)") == "VEN"
    assert state_of("Anna Reyes") is None
    assert official_name("RUS") == "Russian Federation"
    assert official_name("OIC") is None
