"""Forms are found whole, the longest first, whatever their accents; offsets are the text's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.resolution.matching import Lexicon

FORMS = Lexicon(
    {"Mali": 1, "Niger": 2, "Foreign Office": 3, "Élysée": 4, "Office of Mali Trade": 5}
)
ANY_CASE = Lexicon({"foreign minister": 1}, lower=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mali spoke.", ["Mali"]),
        ("The Malian army left Nigeria.", []),
        ("Mali-Niger talks", ["Mali", "Niger"]),
        ("the Foreign\nOffice", ["Foreign\nOffice"]),
        ("the Foreign Office of Mali Trade", ["Office of Mali Trade"]),
        ("The Elysee and the Élysée", ["Elysee", "Élysée"]),
        ("The E\u0301lyse\u0301e", ["E\u0301lyse\u0301e"]),
        ("Ma\u200bli spoke.", ["Ma\u200bli"]),
        ("", []),
    ],
)
def test_forms_are_found(text: str, found: list[str]) -> None:
    hits = FORMS.find(text)
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_case_may_not_count() -> None:
    assert [hit.start for hit in ANY_CASE.find("Foreign Minister, foreign minister")] == [0, 18]


@given(st.text())
def test_hits_lie_in_order_in_the_text(text: str) -> None:
    hits = FORMS.find(text + " Mali " + text)
    ends = [end for hit in hits for end in (hit.start, hit.end)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text) * 2 + len(" Mali ")
