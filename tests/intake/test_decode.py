import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.decode import Decoded, decode
from dragoman.intake.refusing import Refused

TEXT = "The minister said “we agreed” – and François Diallo, his counterpart from Guinea, nodded."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found_and_recorded(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


def test_another_script_is_decoded_by_its_own_encoding() -> None:
    russian = (
        "Министры договорились вновь открыть пограничный переход и продолжить переговоры. " * 5
    )
    assert decode(russian.encode("cp1251")).text == russian


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"%PDF-1.7\n%...", "binary", "PDF"),
        (b"PK\x03\x04rest", "binary", "zip"),
        (bytes(range(256)) * 4, "binary", "no text"),
        (TEXT.encode("utf-16-le"), "binary", "no text"),
        (TEXT.encode()[:-1] + b"\xe2\x80", "undecodable", "broken at byte"),
        (b"\xff\xfea\x00\x00\xd8b\x00", "undecodable", "utf-16"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, code: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as caught:
        decode(data)
    assert caught.value.code == code


def decoded_or_code(data: bytes) -> Decoded | str:
    try:
        return decode(data)
    except Refused as refused:
        return refused.code


@given(st.binary())
def test_any_bytes_are_text_or_refused_and_nothing_is_lost(data: bytes) -> None:
    decoded = decoded_or_code(data)
    if isinstance(decoded, str):
        assert decoded in {"binary", "undecodable"}
    elif decoded.encoding in {"utf-8", "cp1252"}:
        assert decoded.text.encode(decoded.encoding) == data


def test_a_short_text_may_have_some_control_characters() -> None:
    """Fault 9."""
    assert decode(b"Kenya met\x00\x01 Uganda.").text == "Kenya met\x00\x01 Uganda."
