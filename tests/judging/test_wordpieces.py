"""Words in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.judging.wordpieces import UNKNOWN, pieces

NAMES = (UNKNOWN, "talk", "##s", "##ing", "over", "##ruled", "cafe", "-", "'", "u", ".", "s")
KNOWN = {name: n for n, name in enumerate(NAMES)}


def cut(word: str) -> list[str]:
    return [NAMES[n] for n in pieces(word, KNOWN)]


def test_the_longest_piece_comes_first() -> None:
    assert cut("talks") == ["talk", "##s"]
    assert cut("Talking") == ["talk", "##ing"]


def test_accents_and_capitals_are_the_same_piece() -> None:
    assert cut("CAFÉ") == cut("cafe") == ["cafe"]


def test_marks_stand_by_themselves() -> None:
    assert cut("over-overruled") == ["over", "-", "over", "##ruled"]
    assert cut("U.S.") == ["u", ".", "s", "."]


def test_what_cannot_be_cut_is_one_unknown_piece() -> None:
    assert cut("talkzz over") == [UNKNOWN, "over"]
    assert cut("") == []


@given(st.text(alphabet="talksingover-'.é ", max_size=30))
def test_known_pieces_spell_the_word(word: str) -> None:
    found = cut(word)
    if UNKNOWN not in found:
        spelt = "".join(piece.removeprefix("##") for piece in found)
        assert spelt == word.replace("é", "e").replace(" ", "")
