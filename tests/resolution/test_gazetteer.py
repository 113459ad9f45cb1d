"""Names and what bears them."""

import pytest

from dragoman.codebooks.reference import states
from dragoman.resolution.gazetteer import alpha2, fold, gazetteer, spots
from dragoman.resolution.place_names import look_up


def test_the_greatest_comes_first() -> None:
    assert [spot.country for spot in spots("Hyderabad")] == ["IND", "PAK"]


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Zürich", "Zurich"), ("Ren’ai  Jiao", "Ren'ai Jiao"), ("São\nPaulo", "Sao Paulo")],
)
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_row_of_ours_names_the_city_that_is_there() -> None:
    (new_york,) = {spot.geonames_id for spot in spots("NYC")}
    assert new_york == 5128581


def test_words_for_people_and_short_forms_are_apart() -> None:
    assert [spot.country for spot in gazetteer().adjectives["Crimean"]] == ["UKR"]
    assert [spot.admin1 for spot in gazetteer().short["Ga."]] == ["GA"]
    assert spots("Ga.") == ()


def test_every_present_state_is_on_the_map() -> None:
    present = [row for row in states() if row.status == "member" and row.valid_to is None]
    assert [row.id for row in present if row.id not in alpha2()] == []
    assert [
        row.id for row in present if not any(s.country == row.id for s in spots(row.name))
    ] == []


def test_a_seat_of_government_is_marked() -> None:
    assert spots("Nairobi")[0].seat
    assert not spots("Mombasa")[0].seat
    assert not spots("Salisbury")[-1].seat  # what Harare was called once


def test_a_last_point_may_end_the_sentence() -> None:
    assert look_up("U.S") == look_up("U.S.")
