"""Bare titles and bodies in an official text: the own ones, whom it need not name."""

import pytest

from texts import told

HOUSE = "https://www.whitehouse.gov/briefings/1"
BRIEFING = (
    "MS. PRICE: Good morning. It rained. We are glad. President Biden slept.\n\n"
    "Q President Zelenskyy asked for planes.\n\n"
)


def read(text: str, *, url: str = HOUSE) -> dict[str, list[str]]:
    """What the mentions of an official text stand for."""
    return told(text, url=url)


def test_a_briefing_s_president_is_the_own_one() -> None:
    found = read(BRIEFING + "MS. PRICE: The President spoke.")
    assert found["President"] == ["Biden"]


def test_elsewhere_it_is_the_one_told_of_last() -> None:
    found = read(BRIEFING + "MS. PRICE: The President spoke.", url="https://example.org/1")
    assert found["President"] == ["Zelenskyy"]


def test_who_the_lead_tells_of_is_meant_where_the_own_one_is_not_in_it() -> None:
    found = read("Vice President Kamala Harris met French President Macron. The President spoke.")
    assert found["President"] == ["Macron"]


def test_the_own_president_speaks_of_the_other() -> None:
    text = (
        "PRESIDENT BIDEN: Good morning. It rained. It snowed. President Macron came.\n\n"
        "PRESIDENT BIDEN: The President spoke."
    )
    assert read(text)["President"] == ["Macron"]


@pytest.mark.parametrize("words", ["The administration", "The Administration", "The Government"])
def test_bodies_of_an_official_text_are_its_own(words: str) -> None:
    assert read(f"{words} sent planes to Chad.")[words.split()[1]] == ["USA"]


def test_a_government_in_lower_case_is_the_one_told_of() -> None:
    assert read("Chad slept. The government sent planes.")["government"] == ["TCD"]


def test_an_unnamed_official_who_speaks_is_the_own_one() -> None:
    found = read("SENIOR OFFICIAL: We help Chad.\n\nSENIOR OFFICIAL: We help Mali.")
    assert (found["SENIOR OFFICIAL"], found["We"]) == (["USA"], ["USA"])


def test_where_they_meet_has_no_president() -> None:
    assert read("At the G7 President Biden spoke.")["President Biden"] == ["Biden"]


def test_questioners_are_nobody() -> None:
    found = read("MS. PRICE: Good morning.\n\nQ Can I ask of Chad?\n\nQ And of Mali?")
    assert "I" not in found
