"""The table of places agrees with itself and with the states."""

from collections import Counter
from collections.abc import Iterator

import pycountry
import pytest

from dragoman.codebooks.geography import areas, place_words, state_points
from dragoman.codebooks.reference import states

KINDS = {
    "area", "continent", "country", "county", "crossing", "province", "region", "river", "sea",
    "site", "state", "strait", "town", "water",
}  # fmt: skip


def test_rows_lie_on_the_globe_in_a_known_state() -> None:
    known = {row.id for row in states()}
    for row in areas():
        assert -90 <= row.latitude <= 90, row.name
        assert -180 <= row.longitude <= 180, row.name
        assert row.country is None or row.country in known, row.name
        assert row.kind in KINDS, row.name


def test_a_place_stands_once_in_its_country() -> None:
    counted = Counter((row.name, row.country) for row in areas())
    assert [key for key, number in counted.items() if number > 1] == []


def _divisions(code: str, kind: str) -> Iterator[str]:
    for division in pycountry.subdivisions:
        if (division.country_code, division.type) == (code, kind):
            yield division.name


@pytest.mark.parametrize(
    ("code", "country", "kind", "explained"),
    [
        ("US", "USA", "State", {"New York": "New York State", "Washington": "Washington State"}),
        ("CA", "CAN", "Province", {}),
        ("NG", "NGA", "State", {"Gombe": "a city of GeoNames bears the name"}),
    ],
)
def test_federal_states_are_complete(
    code: str, country: str, kind: str, explained: dict[str, str]
) -> None:
    ours = {row.name.removesuffix(" State") for row in areas() if row.country == country}
    lacking = set(_divisions(code, kind)) - ours
    assert lacking - set(explained) == set()


def test_words_are_in_lower_case() -> None:
    words = place_words()
    lists = (words.articles, words.prepositions, words.locative, words.speech, words.nouns_after,
             words.nouns_before, words.bodies, words.person_nouns)  # fmt: skip
    assert [word for listed in lists for word in listed if word != word.lower()] == []


def test_countries_of_nouns_and_homes_exist() -> None:
    known = {row.id for row in states()}
    words = place_words()
    named = {c for listed in words.noun_countries.values() for c in listed} | set(words.home)
    assert named <= known


def test_every_member_state_has_its_middle_on_the_globe() -> None:
    members = {row.id for row in states() if row.status == "member" and row.valid_to is None}
    assert members - set(state_points()) == set()
    for point in state_points().values():
        assert -90 <= point.latitude <= 90, point.state
        assert -180 <= point.longitude <= 180, point.state
