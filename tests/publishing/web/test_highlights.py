"""Highlights may overlap as they like: the pieces are the text, and each knows what covers it."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Span
from dragoman.publishing.web.highlights import Cover, Paragraph, is_wrapped, paragraphs

TEXT = "Ankara spoke.\n\nIt said \u202eenough\u202c of 😀 war.\n"


def cover(start: int, end: int, name: str = "a") -> Cover:
    return Cover(span=Span(start=start, end=end), id=name, style=name)


def joined(found: list[Paragraph]) -> str:
    return "".join(
        "".join(bit.text for piece in paragraph.pieces for bit in piece.bits) + paragraph.gap
        for paragraph in found
    )


def test_overlapping_spans_share_a_piece() -> None:
    (first, _) = paragraphs(TEXT, [cover(0, 6, "a"), cover(4, 12, "b")])
    assert [(piece.ids, piece.begins) for piece in first.pieces] == [
        (("a",), ("a",)),
        (("a", "b"), ("b",)),
        (("b",), ()),
        ((), ()),
    ]


def test_a_span_over_two_paragraphs_is_marked_in_both_and_begins_once() -> None:
    found = paragraphs(TEXT, [cover(7, 22)])
    begun = [piece.begins for paragraph in found for piece in paragraph.pieces if piece.ids]
    assert begun == [("a",), ()]


def test_links_lead_from_where_a_span_ends_and_not_from_its_parts() -> None:
    part = Cover(span=Span(start=2, end=4), id="a", style="r-actor", part=True)
    (first, _) = paragraphs(TEXT, [cover(0, 6), part])
    pieces = [piece for piece in first.pieces if piece.ids]
    assert [piece.begins for piece in pieces] == [("a",), (), ()]
    assert [piece.ends for piece in pieces] == [(), (), ("a",)]


def test_a_span_of_no_length_has_its_place() -> None:
    (first, _) = paragraphs(TEXT, [cover(6, 6)])
    assert [piece.styles for piece in first.pieces] == [(), ("point",), ()]


def test_hidden_characters_are_named_and_kept() -> None:
    (_, second) = paragraphs(TEXT, [])
    named = [bit.hidden for piece in second.pieces for bit in piece.bits if bit.hidden]
    assert named == ["U+202E", "U+202C"]


def test_lines_of_a_telex_are_wrapped_and_those_of_an_article_are_not() -> None:
    assert is_wrapped("Ministers met\non the coast.\n")
    assert not is_wrapped("word " * 40)


@given(
    st.text(alphabet="ab \n\r\t\u202e😀", max_size=60),
    st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=6),
)
def test_no_character_is_lost_whatever_the_spans(text: str, spans: list[tuple[int, int]]) -> None:
    assert joined(paragraphs(text, [cover(*span) for span in spans])) == text
