"""What has no end is told with its place; pieces leave no gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.stretches import LONGEST_SENTENCE, LONGEST_WORD, endless, pieces


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad left. Mali stayed.", None),
        ("“Chad left.” " * 5_000, None),
        ("a " * LONGEST_SENTENCE, "a sentence of 8,000 characters at offset 0"),
        ("Chad left. " + "x" * 600, f"a word of over {LONGEST_WORD} characters at offset 11"),
        ("", None),
    ],
)
def test_endless(text: str, told: str | None) -> None:
    assert endless(text) == told


@given(st.text())
def test_pieces_leave_no_gap(text: str) -> None:
    assert "".join(text[start:end] for start, end in pieces(text)) == text
