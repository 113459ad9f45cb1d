"""Who says `we` in a joint statement."""

import pytest

from texts import told

HOUSE = "https://www.whitehouse.gov/briefings/1"
STATEMENT = "Joint Statement on the Talks"


@pytest.mark.parametrize(
    ("title", "text", "ids"),
    [
        (STATEMENT, "Chad, Mali and Niger met today. We agreed.", ["TCD", "MLI", "NER"]),
        ("Joint Statement of Chad and Mali", "It rained. We agreed.", ["TCD", "MLI"]),
        ("Joint Statement on Chad", "It rained. We agreed.", None),
        ("Statement on Chad", "It rained. We agreed.", ["USA"]),
        ("Joint Press Conference of Chad and Mali", "It rained. We agreed.", ["USA"]),
        ("Trip to Chad and Mali", "It rained. We agreed.", ["USA"]),
    ],
)
def test_the_makers_say_we(title: str, text: str, ids: list[str] | None) -> None:
    assert told(text, url=HOUSE, title=title).get("We") == ids


def test_both_sides_are_the_two_of_the_title() -> None:
    text = "Chad met Mali. Egypt met Niger. Both sides agreed."
    title = "Joint Statement between Chad and Mali"
    assert told(text, url=HOUSE, title=title)["Both sides"] == ["TCD", "MLI"]


def test_we_before_a_dash_are_those_after_it() -> None:
    text = "We — Prime Minister Silva of Chad and Prime Minister Rossi of Mali — met. We agreed."
    assert told(text, url=HOUSE, title=STATEMENT)["We"] == ["TCD", "MLI"]
