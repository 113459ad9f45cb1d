"""Quotations as stretches: what is said, by whom, by which word."""

from dragoman.coding.quotes import Quote, find_quotes
from dragoman.parsing.attribution import attributions
from dragoman.parsing.document import Document
from scene import document_of, known


def quotes_of(text: str) -> tuple[Document, tuple[Quote, ...]]:
    document = document_of(text)
    return document, find_quotes(document, known(document), attributions(document))


def words(document: Document, stretches: tuple[tuple[int, int], ...]) -> list[str]:
    return [document.words(*stretch) for stretch in stretches]


def test_a_direct_quotation() -> None:
    document, (quote,) = quotes_of('"We want a truce," the minister said.')
    assert words(document, quote.content) == ["We want a truce,"]
    assert words(document, quote.source) == ["the minister"]
    assert words(document, quote.cue) == ["said"]
    assert quote.type == "direct"
    assert quote.speakers == ("the minister",)


def test_only_the_outermost_speaker_has_a_line() -> None:
    text = "The ministry said that the envoy had noted that talks would resume."
    document, (quote,) = quotes_of(text)
    assert words(document, quote.source) == ["The ministry"]
    assert "envoy" in words(document, quote.content)[0]


def test_no_words_no_quotes() -> None:
    assert quotes_of("The ferry sank on Sunday.")[1] == ()


def test_who_is_quoted_in_a_labelled_turn_has_a_line() -> None:
    text = (
        "MR. VEGA: We met on Sunday. The envoy said that talks would resume.\n\n"
        "Q When will they resume?\n\nMR. VEGA: The ministry said that they resume in May.\n"
    )
    document, quotes = quotes_of(text)
    assert [words(document, quote.source) for quote in quotes] == [["The envoy"], ["The ministry"]]
