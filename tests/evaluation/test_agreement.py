import msgspec
import pytest

import factory
from dragoman.evaluation.agreement import agrees, details, same_name
from dragoman.evaluation.units import (
    EventUnit,
    OfficeUnit,
    PositionUnit,
    StatementUnit,
    TieUnit,
)
from dragoman.model import Party, Place

MEETING = EventUnit(
    anchor="met his Ukrainian counterpart",
    types=("CONSULT",),
    modes=("visit", None),
    actors=("TUR",),
    recipients=("UKR",),
    date=("2022-03-10", "2022-03-11"),
    modality="asserted",
    place="Antalya",
)
WARNING = EventUnit(
    anchor="warned", types=("THREATEN",), actors=("TUR",), recipients=("UKR",), modality="asserted"
)
TURKEY, UKRAINE, RUSSIA = (factory.TURKEY,), (factory.UKRAINE,), (factory.RUSSIA,)


def test_an_event_agrees_in_type_and_sides() -> None:
    assert agrees(MEETING, factory.event(actors=TURKEY, recipients=UKRAINE))
    assert not agrees(MEETING, factory.event(event_type="AGREE"))
    assert not agrees(MEETING, factory.event(actors=TURKEY, recipients=RUSSIA))


def test_sides_may_swap_where_the_act_is_mutual() -> None:
    swapped = factory.event(actors=UKRAINE, recipients=TURKEY)
    assert agrees(MEETING, swapped)
    assert agrees(MEETING, factory.event(actors=TURKEY + UKRAINE, recipients=()))
    assert not agrees(WARNING, msgspec.structs.replace(swapped, event_type="THREATEN"))


def test_a_unit_without_a_recipient_leaves_it_open() -> None:
    call = EventUnit(anchor="called", types=("REQUEST",), actors=("TUR",), modality="asserted")
    assert agrees(call, factory.event(event_type="REQUEST", actors=TURKEY, recipients=RUSSIA))


def test_an_act_between_two_has_no_third_side() -> None:
    pact = EventUnit(anchor="agreed", types=("AGREE",), actors=("TUR", "UKR"), modality="asserted")
    assert agrees(pact, factory.event(event_type="AGREE", actors=UKRAINE, recipients=TURKEY))
    three = factory.event(event_type="AGREE", actors=TURKEY + UKRAINE, recipients=RUSSIA)
    assert not agrees(pact, three)


def test_the_world_is_anybody_but_a_party_to_the_war() -> None:
    calls = EventUnit(anchor="calls", types=("REQUEST",), actors=("WORLD",), modality="asserted")
    world = Party(id="WORLD", name="the international community")
    assert agrees(calls, factory.event(event_type="REQUEST", actors=(world,), recipients=()))
    assert not agrees(calls, factory.event(event_type="REQUEST", actors=RUSSIA, recipients=()))


def test_a_position_agrees_in_holder_issue_and_stance() -> None:
    unit = PositionUnit(
        anchor="x", holders=("TUR",), issues=("ceasefire", "war"), stance="supports"
    )
    assert agrees(unit, factory.position())
    assert not agrees(unit, factory.position(issue="trade"))
    assert not agrees(unit, factory.position(stance="opposes"))
    assert not agrees(unit, factory.position(holders=UKRAINE))


def test_a_statement_agrees_by_its_speaker_and_its_chain_is_a_detail() -> None:
    minister = Party(id="TUR", name="Mevlut Cavusoglu", country="TUR")
    told = factory.statement(chain=(factory.MINISTRY, minister))
    alone = factory.statement(chain=(minister,))
    unit = StatementUnit(anchor="x", chain=("Foreign Ministry", "Cavusoglu"), quote="direct")
    assert agrees(unit, told)
    assert agrees(unit, alone)
    assert details(unit, told) == {"chain": True}
    assert details(unit, alone) == {"chain": False}
    assert not agrees(unit, factory.statement(chain=()))


def test_an_office_agrees_in_person_country_and_title() -> None:
    unit = OfficeUnit(person="Mevlüt Çavuşoğlu", country="TUR", office="foreign minister")
    assert agrees(unit, factory.office())
    assert not agrees(unit, factory.office(country="UKR"))
    assert not agrees(unit, factory.office(office="minister"))


def test_a_tie_agrees_in_its_parties() -> None:
    unit = TieUnit(anchor="x", parties=("UKR", "TUR"), tone="positive")
    assert agrees(unit, factory.tie())
    assert not agrees(unit, factory.tie(parties=TURKEY))


def test_details_tell_which_values_of_an_event_are_right() -> None:
    right = factory.event(event_mode="visit")
    assert set(details(MEETING, right).values()) == {True}
    wrong = factory.event(
        event_mode="phone",
        date_start="2022-03-10",
        date_end="2022-03-12",
        modality="future",
        place=Place(name="Ankara"),
    )
    assert set(details(MEETING, wrong).values()) == {False}


def test_details_that_the_unit_leaves_open_are_not_judged() -> None:
    assert details(WARNING, factory.event(event_type="THREATEN")) == {"modality": True}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Recep Tayyip Erdoğan", "Erdogan", True),
        ("the Foreign Ministry", "Ukrainian Foreign Ministry", True),
        ("Moon Jae-in", "Moon", True),
        ("Sergei Shoigu", "Sergei Lavrov", False),
        ("", "Lavrov", False),
    ],
)
def test_names_agree_where_one_says_less(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - the third column of the table
    assert same_name(one, other) is same
