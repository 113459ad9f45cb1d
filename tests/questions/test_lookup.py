"""One line by its id, and the words behind it."""

import sqlite3

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dragoman.errors import UsageError
from dragoman.model import Span
from dragoman.questions import explain, show
from dragoman.questions.lookup import passage_around
from dragoman.record import add

EVENT, SAID, POSITION, TIE, OFFICE = factory.facts()


@pytest.fixture(autouse=True)
def kept(connection: sqlite3.Connection) -> None:
    add(connection, factory.REPORT, factory.facts())


def test_a_report_with_all_its_lines(connection: sqlite3.Connection) -> None:
    shown = show(connection, factory.REPORT.id)
    assert shown.line == shown.report == factory.REPORT
    assert shown.belongings == factory.facts()


def test_a_statement_and_what_it_tells_belong_together(connection: sqlite3.Connection) -> None:
    assert show(connection, SAID.id).belongings == (POSITION,)
    assert show(connection, POSITION.id).belongings == (SAID,)
    assert show(connection, TIE.id).belongings == ()


def test_the_start_of_an_id_is_enough(connection: sqlite3.Connection) -> None:
    assert show(connection, EVENT.id[:6]).line == EVENT


def test_unless_several_begin_so(connection: sqlite3.Connection) -> None:
    report = factory.report("Another.", id="zz1")
    add(connection, report, ())
    add(connection, msgspec.structs.replace(report, id="zz12"), ())
    assert show(connection, "zz1").line == report
    with pytest.raises(UsageError, match="zz: 2 lines begin so: give more of zz1, zz12"):
        show(connection, "zz")


@pytest.mark.parametrize("line_id", ["nope", "", "%", "_", "'"])
def test_no_such_line(connection: sqlite3.Connection, line_id: str) -> None:
    with pytest.raises(UsageError, match="no line has this id"):
        show(connection, line_id)


def test_an_event_explained(connection: sqlite3.Connection) -> None:
    found = explain(connection, EVENT.id)
    text = found.report.text
    assert text[found.passage.start : found.passage.end].endswith("in Antalya on Thursday.")
    words = [(mark.role, text[mark.span.start : mark.span.end]) for mark in found.marks]
    assert words == [("span", "met his Ukrainian counterpart"), ("trigger", "met")]
    assert found.reason == "verbs: meet (met)"
    assert found.chain == ()


def test_a_position_has_the_chain_of_its_statement(connection: sqlite3.Connection) -> None:
    chain = (factory.MINISTRY, factory.CAVUSOGLU)
    assert explain(connection, POSITION.id).chain == chain
    assert explain(connection, SAID.id).chain == chain


def test_the_cue_of_a_statement_is_marked(connection: sqlite3.Connection) -> None:
    text = factory.TEXT
    marks = explain(connection, SAID.id).marks
    found = {mark.role: text[mark.span.start : mark.span.end] for mark in marks}
    assert found == {"span": "Turkey supports an immediate ceasefire", "trigger": "quoted"}


def test_parties_are_marked_where_they_stand(connection: sqlite3.Connection) -> None:
    report = factory.report(f"{factory.TEXT}\nAgain.\n")
    near = msgspec.structs.replace(factory.KULEBA, span=factory.span("Dmytro Kuleba"))
    far = msgspec.structs.replace(factory.TURKEY, span=factory.span("The two neighbours"))
    told = factory.event(inside=report, actors=(far,), recipients=(near,))
    add(connection, report, [told])
    marks = explain(connection, told.id).marks
    assert [mark.role for mark in marks] == ["span", "trigger", "recipient"]


def test_a_report_is_shown_and_not_explained(connection: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="is a report"):
        explain(connection, factory.REPORT.id)


texts = st.text(st.sampled_from("ab \n"), min_size=1, max_size=40)


@given(st.lists(texts, min_size=1, max_size=3), st.data())
def test_a_passage_holds_its_span(parts: list[str], data: st.DataObject) -> None:
    text = "\n\n".join(parts)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passage = passage_around(text, Span(start=start, end=end))
    assert 0 <= passage.start <= start <= end <= passage.end <= len(text)


def test_a_paragraph_without_end_is_cut_between_words() -> None:
    text = "word " * 2000
    span = Span(start=5000, end=5004)
    passage = passage_around(text, span)
    assert passage.end - passage.start < 1300
    assert set(text[passage.start : passage.end].split()) == {"word"}
