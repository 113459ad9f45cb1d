"""Names of states and organisations: the same words mean what the report around them says."""

import msgspec
import pytest

from dragoman.resolution.names import find_names
from texts import parsed


def ids(text: str) -> list[str]:
    names = find_names(parsed(text)).all
    return [name.reading.id if name.reading else "?" for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya thanked Norway.", ["KEN", "NOR"]),
        ("Kenyan envoys met the Dutch.", ["KEN", "NLD"]),
        ("OSLO thanked Nairobi.", ["NOR", "KEN"]),
        ("U.S.-Kenya trade grew.", ["USA", "KEN"]),
        ("The Kremlin thanked the African Union.", ["RUS", "AU"]),
        ("The international community helped Sudan.", ["WORLD", "SDN"]),
        # part of another name
        ("The Kenya Daily reported it.", []),
        ("He works for the Bank of Ghana.", []),
        # ambiguous: by the company they keep
        ("Korea thanked Norway.", ["?", "NOR"]),
        ("North Korea tested it. Korea denied it.", ["PRK", "PRK"]),
        ("The Foreign Office said so.", ["?"]),
        ("Pakistan spoke. The Foreign Office said so.", ["PAK", "PAK"]),
        ("Pakistan heard. Germany's Foreign Office said so.", ["PAK", "DEU", "DEU"]),
        ("Congress voted.", ["?"]),
        ("The United States waits. Congress voted.", ["USA", "USA"]),
    ],
)
def test_names_mean_parties(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Korea thanked Norway.", ["South Korea", "Norway"]),
        (
            "South Korea met it. North Korea and Korea left.",
            ["South Korea", "North Korea", "South Korea"],
        ),
        ("North Korea tested it. Korea denied it.", ["North Korea", "North Korea"]),
    ],
)
def test_where_it_is_written_tells_which_korea(text: str, expected: list[str]) -> None:
    document = parsed(text)
    report = msgspec.structs.replace(document.report, url="https://www.pm.gov.au/1")
    names = find_names(msgspec.structs.replace(document, report=report)).all
    assert [name.reading.name if name.reading else "?" for name in names] == expected
