"""What the reference tables know, as examples."""

import pytest

from dragoman.codebooks import reference


def state(code: str) -> reference.State:
    return next(row for row in reference.states() if row.id == code)


def organisation(code: str) -> reference.Organisation:
    return next(row for row in reference.organisations() if row.id == code)


def titles(form: str) -> list[reference.OfficeTitle]:
    return [row for row in reference.offices() if form in row.forms]


def test_a_state_brings_its_names_its_people_and_its_capital() -> None:
    ukraine = state("UKR")
    assert ukraine.name == "Ukraine"
    assert "Ukrainian" in ukraine.adjectives
    assert {"Ukrainian", "Ukrainians"} <= set(ukraine.people)
    assert {"Kyiv", "Kiev"} <= set(ukraine.capitals)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("U.S.", "USA"),
        ("United States of America", "USA"),
        ("U.K.", "GBR"),
        ("ROK", "KOR"),
        ("DPRK", "PRK"),
        ("PRC", "CHN"),
        ("UAE", "ARE"),
        ("Burma", "MMR"),
        ("Türkiye", "TUR"),
        ("Russian Federation", "RUS"),
        ("Vatican", "VAT"),
        ("Macedonia", "MKD"),
    ],
)
def test_press_names_are_aliases(form: str, code: str) -> None:
    assert form in state(code).aliases


def test_a_name_that_needs_context_stands_among_the_weak() -> None:
    assert state("GEO").name in state("GEO").weak
    assert "Korea" in state("KOR").weak
    assert "Korea" in state("PRK").weak
    assert "Congolese" in state("COD").weak_adjectives
    assert "Jordan" not in state("JOR").weak


def test_combining_forms_stand_before_a_hyphen() -> None:
    assert state("CHN").combining == ("Sino",)
    assert "Pak" in state("PAK").combining


def test_former_states_know_their_time() -> None:
    assert reference.holds(state("SUN").valid_from, state("SUN").valid_to, day="1985-06-01")
    assert not reference.holds(state("SUN").valid_from, state("SUN").valid_to, day="1992-01-01")


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "day", "expected"),
    [
        (None, None, "2022-03-01", True),
        ("2004", None, "2004-01-01", True),
        ("2004-05-01", None, "2004-04-30", False),
        (None, "2009", "2009-12-31", True),
        (None, "2009-08", "2009-09-01", False),
        ("1973-01-01", "2020-01-31", "2020-01-31", True),
        ("1973-01-01", "2020-01-31", "2020-02-01", False),
    ],
)
def test_intervals_are_closed_and_know_their_precision(
    valid_from: str | None,
    valid_to: str | None,
    day: str,
    expected: bool,  # noqa: FBT001 - a table's last column
) -> None:
    assert reference.holds(valid_from, valid_to, day=day) is expected


@pytest.mark.parametrize(
    ("code", "day", "count"),
    [
        ("NATO", "1950-01-01", 12),
        ("NATO", "2022-03-01", 30),
        ("NATO", "2024-04-01", 32),
        ("EU", "2019-06-01", 28),
        ("EU", "2022-03-01", 27),
        ("SCO", "2022-03-01", 8),
        ("BRICS", "2022-03-01", 5),
        ("ASEAN", "2022-03-01", 10),
        ("LAS", "2022-03-01", 22),
        ("OIC", "2022-03-22", 56),
        ("AU", "2022-03-01", 55),
        ("ECOWAS", "2022-03-01", 15),
        ("COE", "2022-03-01", 47),
        ("COE", "2022-03-16", 46),
        ("OSCE", "2022-03-01", 57),
        ("UN", "2022-03-01", 193),
        ("COMMONWEALTH", "2023-01-01", 56),
        ("G20", "2022-03-01", 20),
        ("G20", "2024-01-01", 21),
        ("OPEC", "2022-03-01", 13),
        ("OECD", "2022-03-01", 38),
    ],
)
def test_memberships_count_as_on_the_day(code: str, day: str, count: int) -> None:
    assert len(reference.members(code, day)) == count


def test_finland_was_no_ally_in_march_2022() -> None:
    assert "FIN" not in reference.members("NATO", "2022-03-01")
    assert "FIN" in reference.members("NATO", "2023-04-04")


def test_seats_pass_from_state_to_state() -> None:
    assert "SUN" in reference.members("UNSC-P5", "1985-06-01")
    assert reference.members("UNSC-P5", "2022-03-01") == ("CHN", "FRA", "GBR", "RUS", "USA")


def test_an_organisation_without_listed_members_has_none() -> None:
    assert reference.members("HAMAS", "2022-03-01") == ()


def test_the_international_community_is_an_actor() -> None:
    world = organisation("WORLD")
    assert world.name == "international community"
    assert "the world" in world.weak


def test_bodies_know_their_parent() -> None:
    assert organisation("UNSC").parent == "UN"
    assert organisation("EUCOM").parent == "EU"


def test_a_metonym_names_its_owner_or_its_candidates() -> None:
    owners = {form: row.owner for row in reference.institutions() for form in row.forms}
    assert owners["Kremlin"] == ("RUS",)
    assert owners["Verkhovna Rada"] == ("UKR",)
    assert {"PAK", "GBR", "DEU", "BGD", "IND"} == set(owners["Foreign Office"])


def test_nouns_of_institutions_say_whose_arm_they_are() -> None:
    nouns = {form: row for row in reference.institution_nouns() for form in row.forms}
    assert nouns["army"].sector == "MIL"
    assert nouns["foreign ministry"].kind == "foreign ministry"
    assert nouns["parliament"].collective
    assert not nouns["officials"].collective


@pytest.mark.parametrize(
    ("form", "office", "office_class"),
    [
        ("minister for foreign affairs", "foreign minister", "foreign minister"),
        ("minister of external affairs", "external affairs minister", "foreign minister"),
        ("secretary of state", "secretary of state", "foreign minister"),
        ("state councillor", "state councilor", "state councilor"),
        ("eu foreign policy chief", "high representative", "foreign minister"),
        ("foreign office spokesperson", "spokesperson", "spokesperson"),
        ("national security advisor", "national security adviser", "national security adviser"),
        ("secretary-general", "secretary general", "io head"),
        ("vice foreign minister", "vice foreign minister", "deputy foreign minister"),
    ],
)
def test_titles_have_one_spelling_and_a_class(form: str, office: str, office_class: str) -> None:
    assert [(row.office, row.office_class) for row in titles(form)] == [(office, office_class)]


def test_a_title_may_tell_its_state() -> None:
    assert [row.owner for row in titles("taoiseach")] == [("IRL",)]
    assert [row.owner for row in titles("president")] == [()]


def test_the_same_title_is_another_office_elsewhere() -> None:
    classes = {
        owner: row.office_class for row in titles("foreign secretary") for owner in row.owner
    }
    assert classes["GBR"] == "foreign minister"
    assert classes["IND"] == "senior official"


def test_ambassadors_are_posted_and_presidents_are_not() -> None:
    assert all(row.takes_post for row in titles("ambassador"))
    assert not any(row.takes_post for row in titles("president"))


def test_portfolios_lead_to_one_title() -> None:
    portfolios = {form: row.office for row in reference.portfolios() for form in row.forms}
    assert portfolios["defense"] == portfolios["national defence"] == "defence minister"


def test_outlets_know_their_home() -> None:
    homes = {form: row.country for row in reference.outlets() for form in (row.name, *row.aliases)}
    assert homes["Xinhua"] == "CHN"
    assert homes["The Times of Israel"] == "ISR"


def test_seas_and_treaties_are_no_parties() -> None:
    passed_over = {row.form for row in reference.decoys()}
    assert {"South China Sea", "Indian Ocean", "Vienna Convention"} <= passed_over
