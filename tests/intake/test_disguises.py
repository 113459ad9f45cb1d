import pytest

from dragoman.intake.disguises import disguises


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Dmytr\u043e Kuleba of Ukra\u0456ne", ("lookalike_letters:2",)),
        ("Kul\u200beba", ("invisible_characters:1",)),
        ("President \u202emalc", ("invisible_characters:1",)),
        ("Dmytr\u043e Kul\u200beba", ("lookalike_letters:1", "invisible_characters:1")),
    ],
)
def test_what_reads_otherwise_than_it_looks_is_told(text: str, flags: tuple[str, ...]) -> None:
    """Fault 10."""
    assert disguises(text) == flags


@pytest.mark.parametrize(
    "text",
    ["Kuleba", "Çavuşoğlu, naïve", "Кулеба met Kuleba", "\U0001f468\u200d\U0001f469", "co\u00adop"],
)
def test_honest_letters_are_not(text: str) -> None:
    assert disguises(text) == ()
