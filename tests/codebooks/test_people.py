"""Words around names, and nouns for people without names."""

from dragoman.codebooks import reference
from dragoman.codebooks.people import people


def test_honorifics_ranks_and_particles_are_known() -> None:
    words = people()
    assert {"mr", "dr.", "sheikh", "his excellency"} <= set(words.honorifics)
    assert {"lt gen", "lt. gen.", "field marshal"} <= set(words.ranks)
    assert {"al-", "bin", "von der", "van"} <= set(words.particles)


def test_lists_repeat_nothing_and_are_in_lower_case() -> None:
    words = people()
    for forms in (words.honorifics, words.ranks, words.suffixes, words.particles):
        assert len(forms) == len(set(forms))
        assert [form for form in forms if form != form.lower()] == []


def test_some_honorifics_stay_with_the_name() -> None:
    words = people()
    assert "sheikh" in words.kept_in_name
    assert set(words.kept_in_name) <= set(words.honorifics)


def test_no_particle_is_an_english_word() -> None:
    words = {"as", "at", "an", "am", "do", "i", "in", "on", "to", "by", "and", "with"}
    assert {particle.strip("-") for particle in people().particles} & words == set()


def test_names_order_by_state() -> None:
    words = people()
    orders = (
        words.surname_first,
        words.mixed_order,
        words.given_name_used,
        words.no_family_name,
    )
    assert "CHN" in words.surname_first
    assert len({code for order in orders for code in order}) == sum(map(len, orders))


def test_every_pattern_has_its_place_for_a_portfolio() -> None:
    words = people()
    patterns = (
        *words.minister_patterns,
        *words.junior_minister_patterns,
        *words.secretary_patterns,
        *words.ministry_patterns,
    )
    assert all(pattern.count("{portfolio}") == 1 for pattern in patterns)


def test_person_nouns_lead_to_classes_of_office() -> None:
    classes = {row.office_class for row in reference.offices()}
    sectors = {row.code for row in reference.sectors()}
    for noun in people().person_nouns:
        assert set(noun.office_classes) <= classes, noun.forms
        assert not noun.sector or noun.sector in sectors, noun.forms


def test_counterparts_point_at_another_party() -> None:
    nouns = {form: noun for noun in people().person_nouns for form in noun.forms}
    assert nouns["counterpart"].relation
    assert nouns["premier"].office_classes == ("head of government",)
    assert not nouns["premier"].relation
