"""What a reader sees: look-alike letters and invisible characters do not hide a name."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.parsing.view import readable, visible
from dragoman.pipeline import code_text
from texts import parsed

CYRILLIC_A = "\N{CYRILLIC SMALL LETTER A}"
NOTHING = "\N{ZERO WIDTH SPACE}"
SOFT = "\N{SOFT HYPHEN}"


def test_a_look_alike_in_a_latin_word_is_read_as_latin() -> None:
    assert readable(f"Russi{CYRILLIC_A} left") == "Russia left"


def test_a_word_in_its_own_script_stays() -> None:
    word = "\N{CYRILLIC CAPITAL LETTER ES}\N{CYRILLIC SMALL LETTER A}\N{CYRILLIC SMALL LETTER ES}"
    assert readable(f"{word} left") == f"{word} left"


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(readable(text)) == len(text)


@given(st.text(alphabet=st.sampled_from(f"ab {NOTHING}{SOFT}é")))
def test_what_is_seen_stands_where_it_says(text: str) -> None:
    seen, offsets = visible(text)
    at = range(len(text)) if offsets is None else offsets
    assert [text[i] for i in at] == list(seen)


def test_tokens_have_the_offsets_of_the_text() -> None:
    text = f"Pe{NOTHING}ru and Nor{SOFT}way met."
    document = parsed(text)
    assert [token.text for token in document.tokens][:3] == ["Peru", "and", "Norway"]
    first = document.tokens[0]
    assert text[first.start : first.end] == f"Pe{NOTHING}ru"


def test_a_hidden_name_is_found_and_the_text_stays() -> None:
    text = f"Russi{CYRILLIC_A} attacked Ukra{NOTHING}ine on Monday."
    coded = code_text(text, published="2022-03-10")
    parties = {
        (party.id, text[party.span.start : party.span.end])
        for fact in coded.facts
        for party in (*getattr(fact, "actors", ()), *getattr(fact, "recipients", ()))
    }
    assert parties == {("RUS", f"Russi{CYRILLIC_A}"), ("UKR", f"Ukra{NOTHING}ine")}
    assert coded.report.text == text


def test_a_hidden_name_is_printed_as_it_is_seen() -> None:
    coded = code_text(f"Peru's President Ann Ra{SOFT}y left.", published="2022-03-10")
    assert [getattr(fact, "person", None) for fact in coded.facts][-1:] == ["Ann Ray"]
