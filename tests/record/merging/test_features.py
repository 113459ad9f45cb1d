"""What speaks for and against: pairs of tellings, and whether they are one act."""

from typing import Any

import pytest

import factory
from dragoman.model import Party, Place
from dragoman.record.merging.scoring import score
from dragoman.record.merging.tellings import Telling, telling

PRESIDENT = factory.party("UKR", person="Volodymyr Zelensky", office="president")
SPELT = factory.party("UKR", person="Dmitro Kuleba", office="foreign minister")
TITLED = factory.party("UKR", office="foreign minister")
KYIV = Place(name="Kyiv", country="UKR", geonames_id=703448)
LVIV = Place(name="Lviv", country="UKR", geonames_id=702550)
INSIDE = Place(name="Ukraine", country="UKR")


def told(number: int = 1, **fields: Any) -> Telling:  # noqa: ANN401 - passed on
    """A telling of a meeting of 10 March 2022, each in a report of its own unless `report` says."""
    report = factory.report(
        f"{factory.TEXT}{fields.pop('report', number)}",
        published=fields.pop("published", "2022-03-11"),
    )
    passage = fields.pop("passage", f"sentence {number}")
    words = fields.pop("words", "met his Ukrainian counterpart")
    content = fields.pop("content", "")
    if "day" in fields:
        fields["date_start"] = fields["date_end"] = fields.pop("day")
    return telling(
        factory.event(inside=report, **fields),
        line=number,
        published=report.published,
        outlet=None,
        passage=passage,
        span_words=words,
        content_words=content,
    )


def attack(number: int, **fields: Any) -> Telling:  # noqa: ANN401 - passed on
    own: dict[str, Any] = {
        "event_type": "ASSAULT",
        "event_mode": None,
        "actors": (factory.RUSSIA,),
        "recipients": (factory.UKRAINE,),
        "place": None,
        "words": "fired missiles at a power station",
    }
    return told(number, **(own | fields))


def demand(number: int, content: str, **fields: Any) -> Telling:  # noqa: ANN401 - passed on
    own: dict[str, Any] = {"event_type": "REQUEST", "event_mode": None, "place": None}
    return told(number, content=content, **(own | fields))


def are_one(one: Telling, other: Telling) -> bool:
    assert score(one, other) == score(other, one)
    return score(one, other).value >= 0


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"actors": (factory.KULEBA,), "recipients": (factory.CAVUSOGLU,)},
        {"actors": (factory.CAVUSOGLU, factory.KULEBA), "recipients": ()},
        {"recipients": (factory.UKRAINE,)},
        {"recipients": (SPELT,)},
        {"recipients": (TITLED,)},
        {"recipients": ()},
        {"date_start": "2022-03-09", "date_end": "2022-03-11"},
        {"date_start": "2022-03-01", "date_end": "2022-03-11"},
        {"modality": "historical"},
        {"event_mode": None, "trigger": "talked"},
        {"place": None},
    ],
    ids=str,
)
def test_a_meeting_told_otherwise_is_one(fields: dict[str, Any]) -> None:
    assert are_one(told(1), told(2, **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"day": "2022-03-11"},
        {"day": "2022-03-17"},
        {"event_mode": "phone", "trigger": "phoned"},
        {"trigger": "visited"},
        {"modality": "future"},
        {"modality": "negated"},
        {"modality": "rumoured"},
        {"recipients": (PRESIDENT,)},
        {"recipients": (factory.RUSSIA,)},
        {"date_start": "2022-01-01", "date_end": "2022-12-31"},
        {"event_type": "AGREE"},
    ],
    ids=str,
)
def test_near_misses_are_two(fields: dict[str, Any]) -> None:
    assert not are_one(told(1), told(2, **fields))


@pytest.mark.parametrize("words", ["phoned", "telephoned", "rang"])
def test_words_for_a_call_agree(words: str) -> None:
    call = told(1, event_mode="phone", trigger="spoke", place=None)
    assert are_one(call, told(2, event_mode=None, trigger=words, place=None))


def test_a_call_a_week_later_is_another() -> None:
    call = told(1, event_mode="phone", trigger="called", place=None)
    later = told(2, event_mode="phone", trigger="called", place=None, day="2022-03-17")
    assert not are_one(call, later)


def test_a_second_meeting_of_the_day_in_one_report() -> None:
    parts = {"recipients": (factory.UKRAINE,), "actors": (factory.TURKEY,), "place": None}
    first = told(1, report=1, **parts)
    assert are_one(first, told(2, report=1, **parts))
    again = told(3, report=1, words="met again in the evening", **parts)
    assert score(first, again).value < score(first, told(2, report=1, **parts)).value


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"place": KYIV}, {"place": KYIV}, True),
        ({"place": KYIV}, {"place": LVIV}, False),
        ({"place": KYIV}, {"place": INSIDE}, True),
        ({}, {"words": "sank a ferry"}, False),
        ({}, {"day": "2022-03-11"}, False),
        ({}, {"actors": (factory.UKRAINE,), "recipients": (factory.RUSSIA,)}, False),
        ({}, {"date_start": None, "date_end": None}, False),
        ({"place": KYIV}, {"place": KYIV, "actors": ()}, True),
    ],
)
def test_attacks_recur(one: dict[str, Any], other: dict[str, Any], expected: bool) -> None:  # noqa: FBT001 - an example's expectation
    assert are_one(attack(1, **one), attack(2, **other)) is expected


def test_two_demands_of_a_day_are_two() -> None:
    schools = demand(1, "to reopen schools for girls")
    assert are_one(schools, demand(2, "that the schools for girls be reopened"))
    assert not are_one(schools, demand(3, "to release two journalists"))
    assert not are_one(schools, demand(4, "to release two journalists", report=1))


def test_issues_stand_for_words() -> None:
    one = demand(1, "to lay down arms", issues=("ceasefire",))
    assert are_one(one, demand(2, "that the shooting stop", issues=("ceasefire",)))


def test_the_same_sentence_joins_what_has_no_day() -> None:
    sentence = "Russia launched a wave of missiles at power stations all over Ukraine"
    fields = {"date_start": None, "date_end": None, "passage": sentence}
    assert are_one(attack(1, **fields), attack(2, **fields))
    assert not are_one(attack(1, report=1, **fields), attack(2, report=1, **fields))
    late = attack(3, published="2022-03-20", **fields)
    assert not are_one(attack(1, **fields), late)


def pledge(number: int, content: str, **fields: Any) -> Telling:  # noqa: ANN401 - passed on
    own: dict[str, Any] = {
        "event_type": "AGREE",
        "event_mode": None,
        "trigger": "agreed",
        "actors": (factory.TURKEY, factory.UKRAINE),
        "recipients": (),
        "issues": ("bilateral-cooperation",),
        "place": None,
    }
    return told(number, content=content, **(own | fields))


def test_two_pledges_of_a_day_are_two_though_both_strengthen_cooperation() -> None:
    ports = "to strengthen their cooperation on the dredging of ports"
    assert are_one(pledge(1, ports), pledge(2, "to cooperate in dredging ports"))
    assert not are_one(pledge(1, ports), pledge(2, "to strengthen their cooperation in schools"))
    assert not are_one(pledge(1, "to work together"), pledge(2, "to continue their partnership"))


def test_of_a_copied_sentence_each_act_is_one_with_its_own() -> None:
    sentence = "The two agreed to dredge the ports and promised to exchange what pilots they have."
    one = pledge(1, "to dredge the ports", passage=sentence)
    own = pledge(2, "to dredge the ports", passage=sentence)
    other = pledge(2, "to exchange pilots", trigger="promised", passage=sentence)
    assert "in the same words" in score(one, own).why
    assert not are_one(one, other)


def test_a_score_says_why() -> None:
    assert score(told(1), told(2)).why.startswith(
        "same day (2022-03-10); same sides (TUR UKR); both a meeting; by Mevlut Cavusoglu, Dmytro"
    )
    assert score(told(1), told(2, day="2022-03-12")).why == "other days"


def test_nobody_known_is_no_fault() -> None:
    nobody = (Party(id="", name="a senior official"),)
    assert are_one(told(1, recipients=nobody), told(2, recipients=nobody))
