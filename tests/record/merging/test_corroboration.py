"""Independent sources: papers that print one wire are one."""

from typing import Any

import pytest

import factory
from dragoman.record.merging.corroboration import Corroboration, Credit, corroborate
from dragoman.record.merging.tellings import Telling, telling

SENTENCES = {
    1: "The ministers met for two hours in a hotel by the sea, an official said on Thursday.",
    2: "In Antalya the two ministers sat down for the first time since the war began.",
    3: "The two ministers met for two hours in a hotel by the sea, an official said Thursday.",
}


def told(number: int, *, outlet: str | None = "?", passage: int = 0) -> Telling:
    report = factory.report(f"{factory.TEXT}{number}")
    return telling(
        factory.event(inside=report),
        line=number,
        published=report.published,
        outlet=f"Paper {number}" if outlet == "?" else outlet,
        passage=SENTENCES[passage or number],
        span_words="met",
        content_words="",
    )


def found(*tellings: Telling, **credit: str) -> Corroboration:
    default: dict[str, Any] = {"head": "", "foot": "", "dateline": None}
    credits_ = {t.event.report_id: Credit(**(default | credit)) for t in tellings}
    return corroborate(tellings, credits_, {1: "Foreign Ministry → Kuleba"})


def test_two_papers_in_their_own_words_are_two() -> None:
    about = found(told(1), told(2))
    assert about.independent == 2
    assert about.outlets == ("Paper 1", "Paper 2")
    assert about.chains == ("Foreign Ministry → Kuleba",)


def test_a_copied_sentence_is_one_source() -> None:
    about = found(told(1), told(2), told(3))
    assert about.independent == 2
    assert sorted(map(len, about.sources)) == [1, 2]


def test_one_outlet_is_one_source() -> None:
    assert found(told(1, outlet="The Example"), told(2, outlet="The Example")).independent == 1
    assert found(told(1, outlet=None), told(2, outlet=None)).independent == 2


@pytest.mark.parametrize(
    "credit",
    [{"head": "ANTALYA (AFP) - The"}, {"foot": "went home. (Reuters)"}, {"dateline": "Reuters"}],
    ids=str,
)
def test_one_agency_is_one_source(credit: dict[str, str]) -> None:
    assert found(told(1), told(2), **credit).independent == 1
