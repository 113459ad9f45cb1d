"""Names of places, told from people and organisations, and the places that they mean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Report
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse
from dragoman.resolution.actors import resolve
from dragoman.resolution.places import PlaceMention, find_place, find_places


def places_of(text: str, url: str | None = None) -> tuple[PlaceMention, ...]:
    (document,) = parse([Report(id="r", published="2022-03-10", text=text, url=url)])
    assert isinstance(document, Document)
    return find_places(document, resolve(document))


def countries_of(text: str, url: str | None = None) -> dict[str, str | None]:
    return {text[m.start : m.end]: m.place.country for m in places_of(text, url=url)}


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Islamabad", (), "PAK"),  # its own name beats that of a greater city elsewhere
        ("Islamabad", ("BGD",), "PAK"),
        ("Kiev", (), "UKR"),
        ("Hyderabad", (), "IND"),
        ("Hyderabad", ("PAK",), "PAK"),
        ("Torkham", (), "PAK"),
        ("Camp David", (), "USA"),
        ("Crimea", (), "UKR"),
        ("Black Sea", (), None),
    ],
)
def test_a_name_alone(name: str, near: tuple[str, ...], country: str | None) -> None:
    place = find_place(name, near=near)
    assert place is not None
    assert (place.name, place.country) == (name, country)
    assert place.latitude is not None


@pytest.mark.parametrize("name", ["", "Shehbaz Sharif", "Pakistan", "the minister"])
def test_no_place(name: str) -> None:
    assert find_place(name) is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The delegation landed in Hyderabad, Pakistan, on Sunday.", "Hyderabad", "PAK"),
        ("The flood reached Paris, Texas, on Sunday.", "Paris", "USA"),
        ("The hearing was held in Alexandria, Va., on Monday.", "Alexandria", "USA"),
        ("Egypt's president opened a port in Alexandria.", "Alexandria", "EGY"),
        ("Envoys of Syria and Lebanon met in Tripoli, Lebanon.", "Tripoli", "LBN"),
        ("Trucks crossed into Afghanistan at Torkham.", "Torkham", "PAK"),
        ("Troops shelled villages in the Kharkiv region.", "Kharkiv region", "UKR"),
        ("Deputies searched a farm in Butler County on Sunday.", "Butler County", "USA"),
        ("Turkish troops left the town.", "Turkish", "TUR"),
        ("The ferry sank in the Black Sea.", "Black Sea", None),
    ],
)
def test_which_place_is_meant(text: str, words: str, country: str | None) -> None:
    assert countries_of(text)[words] == country


def test_a_place_held_once_is_meant_throughout() -> None:
    text = "The mayor of Paris, Texas, resigned. Voters in Paris will choose another."
    assert [m.place.country for m in places_of(text) if m.name == "Paris"] == ["USA", "USA"]


def test_the_report_speaks_of_a_province() -> None:
    text = "Ontario and Alberta sent crews. Ontario paid for them. The crews left from London."
    assert countries_of(text)["London"] in {"CAN", "GBR"}
    assert (
        countries_of("Police in Ontario said a fire in London, Ont., was out.")["London"] == "CAN"
    )


def test_coordinates_and_id() -> None:
    (mention,) = places_of("The two ministers met in Nairobi.")
    assert mention.place.geonames_id == 184745
    assert mention.place.latitude == pytest.approx(-1.28, abs=0.05)


def test_bodies_named_like_places_are_none() -> None:
    assert countries_of("The talks with Hamas and ASEAN ended.") == {}
    assert countries_of("Reporters waited at the White House.") == {"the White House": "USA"}


def test_who_speaks_in_a_transcript_is_no_place() -> None:
    text = "MADISON: We met in Oslo.\n\nAUSTIN: Who did?\n\nMADISON: All.\n\nAUSTIN: Thank you."
    assert countries_of(text) == {"Oslo": "NOR"}


def test_states_in_a_list_hold_nothing() -> None:
    text = "Released at Auckland, New Zealand, on 3 May, by Fiji, Tonga and Samoa."
    assert countries_of(text) == {
        "Auckland": "NZL",
        "New Zealand": "NZL",
        "Fiji": "FJI",
        "Tonga": "TON",
        "Samoa": "WSM",
    }


def test_where_conferences_are_held_beats_a_namesake() -> None:
    text = "The U.S. envoy told American reporters that the U.S. side would go to Geneva."
    assert countries_of(text)["Geneva"] == "CHE"


@pytest.mark.parametrize(
    "text",
    [
        "President Abraham Lincoln signed the act.",
        "Mrs. Florence Austin said that she would appeal.",
        "Jack London wrote novels.",
        'Madison Keys said: "I played well."',
    ],
)
def test_people_named_like_places(text: str) -> None:
    assert countries_of(text) == {}


def test_a_state_or_a_region_by_what_is_around() -> None:
    tbilisi = "Russia withdrew troops from Georgia, officials in Tbilisi said."
    assert countries_of(tbilisi)["Georgia"] == "GEO"
    atlanta = "Lawmakers in Georgia met in Atlanta after talks with Florida and Alabama."
    assert countries_of(atlanta)["Georgia"] == "USA"


def test_nothing_is_borrowed_where_several_countries_stand_beside() -> None:
    text = "Envoys of Kenya and Ghana met in Zorbikistan City."
    assert countries_of(text).get("Zorbikistan City") is None


def test_the_outlet_and_its_address_stand_behind_a_report() -> None:
    text = "Firefighters were called to a house in Hamilton on Sunday."
    assert countries_of(text, url="https://news.example.nz/1")["Hamilton"] == "NZL"
    assert countries_of(text, url="https://[broken")["Hamilton"] is not None


@given(st.text(max_size=200))
@settings(max_examples=25, deadline=None)
def test_any_text_has_its_places_within_it(text: str) -> None:
    found = places_of(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert [m.start for m in found] == sorted(m.start for m in found)
