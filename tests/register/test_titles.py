"""Titles and states as files write them."""

import pytest

from dragoman.register.titles import owner_of, read_title, title_of


@pytest.mark.parametrize(
    ("text", "office", "owner"),
    [
        ("Prime Minister of Kenya", "prime minister", "KEN"),
        ("Minister of Foreign Affairs of Ukraine", "foreign minister", "UKR"),
        ("Minister for Foreign Affairs", "foreign minister", None),
        ("Kenyan Foreign Minister", "foreign minister", "KEN"),
        ("Federal Chancellor of Germany", "chancellor", "DEU"),
        ("President of the French Republic", "president", "FRA"),
        ("Secretary-General of the United Nations", "secretary general", "UN"),
        ("Taoiseach", "taoiseach", "IRL"),
        ("Keeper of the Lighthouse", "keeper of the lighthouse", None),
    ],
)
def test_a_title_names_an_office_and_may_name_its_state(
    text: str, office: str, owner: str | None
) -> None:
    title, found = read_title(text)
    assert (title.office, found) == (office, owner)


def test_a_given_state_stands_above_the_words() -> None:
    assert read_title("President", "TCD")[1] == "TCD"


def test_an_office_of_one_name_is_another_thing_in_another_state() -> None:
    assert title_of("foreign secretary", "GBR").office_class == "foreign minister"
    assert title_of("foreign secretary", "PAK").office_class == "senior official"
    assert title_of("ambassador to China", "KEN").office_class == "ambassador"


@pytest.mark.parametrize(
    ("text", "code"),
    [("KEN", "KEN"), ("ke", "KEN"), ("Kenya", "KEN"), ("the Netherlands", "NLD"), ("UN", "UN")],
)
def test_a_state_has_a_code_a_name_and_two_letters(text: str, code: str) -> None:
    assert owner_of(text) == code


def test_an_unknown_state_is_none() -> None:
    assert owner_of("Atlantis") is None
