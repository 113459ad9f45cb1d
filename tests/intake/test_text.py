import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.text import clean, clean_line, mend, unwrap

WRAPPED = """\
The two ministers agreed on Thursday to reopen the border
post at Moyale and to meet again in June, when the road
between the two capitals is to be finished. They thanked
the African Union for its help."""


def test_line_ends_become_one_character() -> None:
    assert clean("one\r\ntwo\rthree\u2028four\ffive").text == "one\ntwo\nthree\nfour\nfive"


def test_controls_and_lone_surrogates_become_spaces_and_are_counted() -> None:
    cleaned = clean("a\x00b\x07c\ud83dd\x9fe")
    assert cleaned.text == "a b c d e"
    assert cleaned.flags == ("replaced_controls:4",)


def test_a_terminals_commands_become_spaces_whole() -> None:
    """Fault 9."""
    cleaned = clean("Kenya \x1b[31mmet\x1b[0m Uganda\x1b]0;title\x07.")
    assert cleaned.text == "Kenya      met     Uganda          ."
    assert cleaned.flags == ("replaced_controls:3",)


def test_characters_lost_before_us_are_counted() -> None:
    assert clean("Cura\ufffdao").flags == ("replacement_characters:1",)


@pytest.mark.parametrize("mark", ["\u202e", "\u200b", "\u00ad", "\u2066", "\U0001f600", "e\u0301"])
def test_invisible_and_composed_characters_stay(mark: str) -> None:
    assert clean(f"a{mark}b").text == f"a{mark}b"


@given(st.text(st.characters(exclude_characters="\r")))
def test_cleaning_keeps_the_length_and_is_done_once(text: str) -> None:
    cleaned = clean(text).text
    assert len(cleaned) == len(text)
    assert clean(cleaned).text == cleaned
    cleaned.encode("utf-8")


def test_hard_wrapped_lines_are_joined_in_place() -> None:
    assert unwrap(WRAPPED) == WRAPPED.replace("\n", " ")


def test_paragraphs_stay_apart() -> None:
    text = f"{WRAPPED}\n \n{WRAPPED}"
    assert unwrap(text).split("\n \n") == [WRAPPED.replace("\n", " ")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "One line.\nAnother, much longer line that no editor would have broken here.\nA third.",
        "Members:\nKenya\nEthiopia\nUganda",
        "- the border post at Moyale, which has been closed for a year\n"
        "- the road between the two capitals, which is to be finished\n"
        "- the railway to the coast",
        "Kenya said on Thursday that the border post at Moyale was open again.\nEthiopia agreed.",
    ],
)
def test_other_line_ends_stay(text: str) -> None:
    assert unwrap(text) == text


@given(st.text("ab .\n"))
def test_unwrapping_keeps_every_offset(text: str) -> None:
    unwrapped = unwrap(text)
    assert len(unwrapped) == len(text)
    assert unwrapped.replace(" ", "\n") == text.replace(" ", "\n")


def test_a_line_keeps_its_words() -> None:
    assert clean_line("  Border\r\npost\tto \x00 reopen ") == "Border post to reopen"
    assert clean_line(" \n") is None
    assert clean_line(None) is None


def test_twice_encoded_text_is_mended_and_flagged() -> None:
    right = "“Don’t,” said François Diallo – twice."
    wrong = "".join(
        bytes([byte]).decode("latin-1" if byte in b"\x81\x8d\x8f\x90\x9d" else "cp1252")
        for byte in right.encode()
    )
    assert mend(wrong).text == right
    assert mend(wrong).flags == ("mended_mojibake",)
    assert mend(right).text == right
    assert mend(f"{wrong} Łódź").text == f"{wrong} Łódź"
