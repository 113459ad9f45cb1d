"""Names that users give for states and organisations."""

import pytest

from dragoman.errors import UsageError
from dragoman.questions.names import code_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KEN", "KEN"),
        ("ken", "KEN"),
        ("Kenya", "KEN"),
        (" kenya ", "KEN"),
        ("Kenyan", "KEN"),
        ("Nairobi", "KEN"),
        ("the United Nations", "UN"),
        ("un", "UN"),
    ],
)
def test_a_code_a_name_a_capital(name: str, code: str) -> None:
    assert code_of(name) == code


def test_codes_of_the_record_are_known() -> None:
    assert code_of("world", also=["WORLD"]) == "WORLD"


def test_a_slip_is_told_with_what_is_near() -> None:
    with pytest.raises(UsageError, match=r"Kenia: no such state .* did you mean Kenya \(KEN\)"):
        code_of("Kenia")


def test_a_name_of_two_is_told_with_both() -> None:
    with pytest.raises(UsageError, match="may be COD or COG: give the code"):
        code_of("Congo")


@pytest.mark.parametrize("name", ["", "the", "qqqq", "x" * 5000])
def test_nobody(name: str) -> None:
    with pytest.raises(UsageError, match="no such state or organisation"):
        code_of(name)
