"""Through which channel words came, and who stands behind a document that speaks."""

import pytest

from dragoman.parsing.attribution import attributions
from texts import parsed


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("A statement by Rome said that trains would run.", "Rome"),
        ("A statement issued by Rome said that trains would run.", "Rome"),
        ("A letter from Rome said that trains would run.", "Rome"),
        ("Rome's statement said that trains would run.", "Rome"),
        ("Rome issued a statement. The statement said that trains would run.", None),
        (
            "In a statement, Rome said that trains would run. The statement added that buses"
            " would not.",
            "Rome",
        ),
        ("The readout of the call said that trains would run.", None),
    ],
)
def test_a_document_speaks_for_its_issuer(text: str, issuer: str | None) -> None:
    document = parsed(text)
    last = attributions(document)[-1]
    assert (None if last.issuer is None else document.tokens[last.issuer].text) == issuer


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("In a statement, Rome said that trains would run.", "statement"),
        ("Rome said in a phone call that trains would run.", "phone"),
        ("Silva told a news conference that trains would run.", "press conference"),
        ("Silva told reporters that trains would run.", "press conference"),
        ("Silva said at a press briefing that trains would run.", "press conference"),
        ("Silva said in an interview with the Globe that trains would run.", "interview"),
        ("Silva said in a speech that trains would run.", "speech"),
        ("Silva tweeted that trains would run.", "social media"),
        ("Silva wrote in a letter that trains would run.", "letter"),
        ("Silva said that trains would run.", None),
    ],
)
def test_the_clause_tells_the_channel(text: str, channel: str | None) -> None:
    assert attributions(parsed(text))[0].channel == channel
