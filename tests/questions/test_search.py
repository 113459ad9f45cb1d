"""Search: words as words, snippets, names; and no input that breaks it."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import factory
from dragoman.errors import UsageError
from dragoman.questions import search, select
from dragoman.questions.search import tokens
from dragoman.record import add


@pytest.fixture(autouse=True)
def kept(connection: sqlite3.Connection) -> None:
    add(connection, factory.REPORT, factory.facts())
    other = factory.report("The U.S. and Türkiye on co-ordination.", title="Cease fire", outlet="B")
    add(connection, other, [])


def test_a_report_and_the_lines_in_whose_words_it_stands(connection: sqlite3.Connection) -> None:
    found = search(connection, "immediate CEASEFIRE")
    assert [report.id for report in found.reports] == [factory.REPORT.id]
    pieces = [piece.text for piece in found.reports[0].snippet if piece.found]
    assert {piece.casefold() for piece in pieces} == {"immediate", "ceasefire"}
    kinds = [type(line.fact).__name__ for line in found.lines]
    assert kinds == ["Statement", "Position"]
    assert "".join(piece.text for piece in found.lines[1].snippet) == (
        "supports an immediate ceasefire"
    )


def test_names_of_parties_issues_and_people(connection: sqlite3.Connection) -> None:
    assert search(connection, "turkey").parties == ("TUR",)
    assert search(connection, "ceasefire").issues == ("ceasefire",)
    assert [one.person for one in search(connection, "Kuleba").people] == ["Dmytro Kuleba"]


@pytest.mark.parametrize("text", ["U.S.", "turkiye", "co-ordination", "cease-fire"])
def test_signs_and_accents_only_divide(connection: sqlite3.Connection, text: str) -> None:
    assert [report.outlet for report in search(connection, text).reports] == ["B"]


def test_by_outlet_and_page(connection: sqlite3.Connection) -> None:
    only = select(connection, outlets=["B"])
    assert search(connection, "ceasefire", only).reports == ()
    assert search(connection, "ceasefire", offset=1).reports == ()


@pytest.mark.parametrize("text", ["", "...", '"', "*", "\0"])
def test_no_word_at_all_is_told(connection: sqlite3.Connection, text: str) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        search(connection, text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_no_text_breaks_it(connection: sqlite3.Connection, text: str) -> None:
    if tokens(text):
        assert search(connection, text).reports is not None


@pytest.mark.parametrize("text", ["AND", "NEAR(", "a:b", "x" * 10_000, "a* OR b"])
def test_operators_are_words(connection: sqlite3.Connection, text: str) -> None:
    assert search(connection, text).lines == ()
