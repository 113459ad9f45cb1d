"""What is asked or promised, by and of whom, and by when."""

import pytest

from dragoman.coding.events import events
from dragoman.coding.when import calendar
from dragoman.model import Event
from scene import document_of, known

ASKS = [  # a report of Thursday, 10 March 2022
    (
        "Ghana urged Mali to hold elections by 30 June.",
        "to hold elections by 30 June",
        "2022-06-30",
    ),
    ("Ghana urged Mali to free its president.", "to free its president", None),
    ("Ghana called on Mali to open the border.", "to open the border", None),
    ("Lebanon appealed for fuel.", "fuel", None),
    ("Iraq demanded that Turkey leave.", "that Turkey leave", None),
    ("Iraq demanded an explanation from Turkey.", "an explanation", None),
    ("Turkey was asked by Greece to open the strait.", "to open the strait", None),
    ("Nepal asked India to help if the roads were open.", "to help", None),
    ("Nepal requested India to evacuate students before Friday.", None, "2022-03-11"),
    ("Spain called for a ceasefire by the end of the month.", None, "2022-03-31"),
    ("Brazil proposed a summit to Argentina.", "a summit", None),
    ("Kenya's calls to stop the shelling went unheard.", "to stop the shelling", None),
    ("Poland wants Germany to send tanks.", "to send tanks", None),
    ("Ukraine insisted on the return of prisoners.", "the return of prisoners", None),
]
PROMISES = [
    ("Germany promised to send doctors to Liberia.", "to send doctors to Liberia", None),
    ("Germany promised to send doctors next month.", None, "2022-04-30"),
    ("Japan pledged loans to Bangladesh.", "loans", None),
    ("Egypt and Sudan agreed on a joint committee.", "a joint committee", None),
    ("Egypt and Sudan agreed to remain in contact.", "to remain in contact", None),
    ("Oman offered to host the talks.", "to host the talks", None),
    ("Iran agreed to a new inspection.", "a new inspection", None),
    ("Peru and Chile agreed that they would meet in May.", None, "2022-05-31"),
    ("Chile vowed to free the crew within ten days.", None, "2022-03-20"),
    ("Zambia signed a treaty with Malawi.", "a treaty", None),
]


def told(text: str) -> Event:
    document = document_of(text)
    (found,) = events(document, known(document), (), calendar(document))
    return found


@pytest.mark.parametrize(("text", "content", "due"), ASKS + PROMISES)
def test_an_ask_or_promise_has_its_words_and_its_day(
    text: str, content: str | None, due: str | None
) -> None:
    found = told(text)
    assert found.content is not None
    words = text[found.content.start : found.content.end]
    assert words == content or content is None
    assert found.due == due


@pytest.mark.parametrize("text", ["Finland thanked Norway.", "Finland invaded Norway in 1808."])
def test_other_acts_have_no_content(text: str) -> None:
    found = told(text)
    assert (found.content, found.due) == (None, None)


def test_a_day_that_is_past_is_no_day_to_come() -> None:
    assert told("Ghana urged Mali to publish the letter of 3 March 2021.").due is None
