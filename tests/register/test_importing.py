"""Files of tenures: what each format says, and how a wrong line is told."""

import json
from pathlib import Path

import msgspec
import pytest

from dragoman.errors import IntakeError, UsageError
from dragoman.register.importing import read_register, read_tenures
from dragoman.register.tenures import Tenure
from holders import tenure

HEADER = "person,country,office,since,until\n"
WIKIDATA = "item,itemLabel,positionLabel,countryLabel,start,end\n"
PERSON = {"id": "p", "schema": "Person", "properties": {"name": ["Ada Oduya"], "alias": ["A. O."]}}
POSITION = {
    "id": "q",
    "schema": "Position",
    "properties": {"name": ["Minister of Foreign Affairs"], "country": ["ke"]},
}
OCCUPANCY = {
    "id": "o",
    "schema": "Occupancy",
    "properties": {"holder": ["p"], "post": ["q"], "startDate": ["2018"], "endDate": ["2020-03"]},
}
POPOLO = {
    "persons": [{"id": "p", "name": "Ada Oduya", "other_names": [{"name": "A. O."}]}],
    "organizations": [{"id": "g", "name": "Government of Kenya", "area": {"name": "Kenya"}}],
    "posts": [{"id": "q", "label": "Minister of Foreign Affairs", "organization_id": "g"}],
    "memberships": [
        {"person_id": "p", "post_id": "q", "start_date": "2018", "end_date": "2020-03"},
        {"person_id": "p", "organization_id": "g"},
    ],
}


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def only(path: Path, **options: str) -> Tenure:
    (found,) = read_tenures(path, **options).tenures  # type: ignore[arg-type]  # `country` alone
    return found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", HEADER + "Ada Oduya,KEN,Minister of Foreign Affairs,2018,2020-03\n"),
        ("a.csv", "# a note\nPerson,Office,Country,until,since\nAda Oduya,foreign minister,Kenya,"
         "2020-03,2018\n"),
        ("w.csv", WIKIDATA + "Q1,Ada Oduya,Minister of Foreign Affairs,Kenya,2018-00-00T00:00:00Z,"
         "2020-03-00T00:00:00Z\n"),
        ("w.csv", WIKIDATA + "Q1,Ada Oduya,Minister of Foreign Affairs of Kenya,,2018,2020-03\n"),
        ("p.json", json.dumps(POPOLO)),
        ("f.jsonl", lines(OCCUPANCY, {"id": "x", "schema": "Thing"}, PERSON, POSITION)),
    ],
)  # fmt: skip
def test_each_format_says_the_same(tmp_path: Path, name: str, text: str) -> None:
    found = only(written(tmp_path, name, text))
    assert (found.person, found.country, found.office) == ("Ada Oduya", "KEN", "foreign minister")
    assert (found.since, found.until, found.rung) == ("2018", "2020-03", "imported")
    assert found.office_class == "foreign minister"
    assert found.evidence[0].startswith(str(tmp_path / name))


def test_a_country_serves_where_the_file_has_none(tmp_path: Path) -> None:
    path = written(tmp_path, "w.csv", WIKIDATA + "Q1,Ada Oduya,Prime Minister,,2018,\n")
    assert read_tenures(path).left_out == 1
    assert only(path, country="KEN").country == "KEN"


def test_persons_of_a_petrarch_dictionary_are_tenures(tmp_path: Path) -> None:
    text = "KENYA_ [KEN]\nADA_ODUYA_ [KENGOV 180101-200331]\n+ADDA_ODUYA_\n"
    found = only(written(tmp_path, "a.actors", text))
    assert (found.person, found.names, found.country) == ("Ada Oduya", ("Adda Oduya",), "KEN")
    assert (found.sector, found.since, found.until) == ("GOV", "2018-01-01", "2020-03-31")


def test_an_exported_register_comes_back(tmp_path: Path) -> None:
    learned = tenure("Ada Oduya", "2020-01-05", "2020-12-05")
    path = written(tmp_path, "r.jsonl", msgspec.json.encode(learned).decode() + "\n")
    assert read_register(path) == (learned,)
    vouched = only(path)
    assert (vouched.rung, vouched.since, vouched.until) == ("imported", "2020-01-05", "2020-12-05")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "person,country,office,colour\n", "header: unknown column colour: the columns"),
        ("a.csv", "person,office\n", "header: no column country"),
        ("a.csv", "", "header: no column person"),
        ("a.csv", HEADER + "Ada,KEN,king,2018-02-31,\n", "line 2: 2018-02-31: the calendar has no"),
        ("a.csv", HEADER + "Ada,KEN,king,0000,\n", "line 2: 0000: the calendar has no such day"),
        ("a.csv", HEADER + "Ada,KEN,king,the 45th,\n", "line 2: the 45th: no day: write it"),
        ("a.csv", HEADER + "\nAda,KEN,king,2019,2018\n", "line 3: ends 2018, before it begins"),
        ("a.csv", HEADER + "Ada,Atlantis,king,,\n", "line 2: country Atlantis: no such state"),
        ("a.csv", HEADER + ",KEN,king,,\n", "line 2: names no person"),
        ("a.csv", HEADER + "Ada,KEN,king\n", "line 2: has 3 fields, the header has 5"),
        ("a.csv", HEADER + 'Ada,"KEN,king\n', "line 2: is no CSV"),
        ("a.csv", "id," + HEADER + "1,Ada,KEN,king,,\n1,Ben,KEN,king,,\n", "line 3: id 1: "),
        ("a.csv", "status," + HEADER + "idle,Ada,KEN,king,,\n", "line 2: status idle: there are"),
        ("f.jsonl", lines(PERSON, PERSON), "line 2: id p: "),
        ("f.jsonl", lines(OCCUPANCY, PERSON), "line 1: post q: no entity has this id"),
        ("f.jsonl", lines(PERSON) + "{", "line 2: is no FollowTheMoney entity"),
        ("p.json", "[" * 100_000, "is no Popolo JSON"),
        ("p.json", json.dumps(POPOLO | {"persons": []}), "memberships[0]: no person has the id p"),
        ("p.json", json.dumps(POPOLO | {"posts": [{"id": "q"}, {"id": "q"}]}), "posts[1]: id q"),
        ("r.jsonl", '{"kind":"tenure"}\n', "line 1: is no tenure"),
        ("a.actors", "ADA_ [KENGOV 180231]\n", "line 1: 180231: the calendar has no such day"),
        ("a.actors", "[KEN]\n", "line 1: a code before the first name"),
        ("a.actors", "ADA_ [ken gov]\n", "line 1: [ken gov]: is no code"),
        ("a.actors", "ADA_ [KEN\n", "line 1: is no entry"),
    ],
)
def test_a_wrong_line_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    path = written(tmp_path, name, text)
    with pytest.raises(IntakeError) as error:
        read_tenures(path)
    assert str(error.value).startswith(f"{path}: ")
    assert told in str(error.value)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(HEADER.encode() + b"Ad\xe1,KEN,king,,\n")
    with pytest.raises(IntakeError, match="line 2: is no UTF-8"):
        read_tenures(path)
    with pytest.raises(IntakeError, match="cannot be read"):
        read_tenures(tmp_path / "none.csv")


def test_an_exported_day_has_to_be_one(tmp_path: Path) -> None:
    wrong = tenure("Ada Oduya", "2020-02-31", "2020-12-05")
    path = written(tmp_path, "r.jsonl", msgspec.json.encode(wrong).decode())
    with pytest.raises(IntakeError, match="line 1: is no tenure: 2020-02-31"):
        read_register(path)


def test_an_unknown_format_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="say it with --from"):
        read_tenures(written(tmp_path, "a.txt", "hello\n"))
