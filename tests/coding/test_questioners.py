from dragoman.coding.events import events
from dragoman.coding.questioners import put_to_others
from dragoman.coding.when import calendar
from dragoman.model import Party
from factory import party
from scene import document_of, known, quoted

REPORTER = Party(id="", name="QUESTION")


def test_only_the_turns_of_those_who_ask() -> None:
    document = document_of("“Will it rain?” The day was long.")
    assert [
        document.tokens[i].text for i in put_to_others(document, quoted(document, REPORTER))
    ] == [
        "Will",
        "it",
        "rain",
        "?",
    ]
    assert put_to_others(document, quoted(document, party("OMN"))) == frozenset()


def test_a_question_asks_and_promises_nothing() -> None:
    document = document_of("“So Chad asked Peru to send doctors.”")
    sides = known(document)
    put = events(document, sides, quoted(document, REPORTER), calendar(document))
    told = events(document, sides, quoted(document, party("OMN")), calendar(document))
    assert [event.event_type for event in put] == []
    assert [event.event_type for event in told] == ["REQUEST"]
