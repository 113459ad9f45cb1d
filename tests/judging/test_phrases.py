"""Noun phrases that may be a party, and how far each reaches."""

import pytest

from dragoman.judging.phrases import holder, is_named, nominals, reach_of
from dragoman.parsing.document import Document
from marked_sentences import marked


def _parsed(sentence: str) -> Document:
    return marked(f"[{sentence[0]}]{sentence[1:-1]}{{{sentence[-1]}}}").document


def _at(document: Document, word: str) -> int:
    return next(token.i for token in document.tokens if token.text == word)


def _words(document: Document, i: int, *, together: bool = False) -> str:
    span = reach_of(document, i, together=together)
    return document.words(span.start, span.end)


@pytest.mark.parametrize(
    ("sentence", "head", "phrase"),
    [
        ("Police freed the elected mayor of Suva on Friday.", "mayor", "the elected mayor of Suva"),
        ("Police freed the mayor, Ana Vula.", "mayor", "the mayor, Ana Vula"),
        ("Police freed the mayor who had been held.", "mayor", "the mayor"),
        ("Police freed the mayor and the clerk.", "mayor", "the mayor"),
        ("Police met Ana Vula in the port of Suva.", "Vula", "Ana Vula"),
        ("Fiji thanked the Red Cross (ICRC).", "Cross", "the Red Cross (ICRC)"),
        ("Fiji saw talks between Chad and Mali.", "talks", "talks between Chad and Mali"),
    ],
)
def test_a_phrase_as_a_reader_marks_it(sentence: str, head: str, phrase: str) -> None:
    document = _parsed(sentence)
    assert _words(document, _at(document, head)) == phrase


def test_together_with_those_listed() -> None:
    document = _parsed("Police freed the mayor and the clerk.")
    assert _words(document, _at(document, "mayor"), together=True) == "the mayor and the clerk"


def test_days_and_amounts_and_pronouns_are_no_party() -> None:
    document = _parsed("On Monday they sent Chad five million dollars.")
    assert [document.tokens[i].text for i in nominals(document)] == ["Chad"]


def test_a_name_within_makes_a_phrase_named() -> None:
    document = _parsed("The soldiers of Chad saw the soldiers with rifles.")
    soldiers = [token.i for token in document.tokens if token.text == "soldiers"]
    assert [is_named(document, i) for i in soldiers] == [True, False]


def test_a_body_is_told_by_its_whole_phrase() -> None:
    document = _parsed("Kenya thanked the parliament of Chad for the wishes of Mali.")
    kenya = _at(document, "Kenya")
    assert holder(document, _at(document, "Chad"), other=kenya) == _at(document, "parliament")
    assert holder(document, _at(document, "Mali"), other=kenya) == _at(document, "Mali")


def test_an_apposition_is_told_by_what_it_names_again() -> None:
    document = _parsed("Kenya thanked the mayor, Ana Vula.")
    assert holder(document, _at(document, "Vula"), other=0) == _at(document, "mayor")
