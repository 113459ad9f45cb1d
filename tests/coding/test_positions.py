import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.codebooks.tables import HOUSE
from dragoman.coding.positions import positions
from dragoman.model import Party, Position
from factory import party
from scene import document_of, known, quoted

OMAN = party("OMN", office="foreign minister", person="Badr Albusaidi")
ANALYST = Party(id="", name="an analyst")


def told(text: str, speaker: Party = OMAN, **others: Party | None) -> tuple[Position, ...]:
    document = document_of(text)
    return positions(document, known(document, **others), quoted(document, speaker))


def short(found: tuple[Position, ...]) -> list[tuple[str, str, str]]:
    return [(",".join(h.id for h in p.holders), p.stance, p.issue) for p in found]


with (Path(__file__).parent / "position_examples.csv").open(encoding="utf-8") as table:
    SENTENCES = [
        (row["text"], row["holders"], row["stance"], row["issue"])
        for row in csv.DictReader(line for line in table if not line.startswith("#"))
    ]


def examples() -> Iterator[tuple[str, str]]:
    with (HOUSE / "stances.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(line for line in stream if not line.startswith("#")):
            yield row["example"], row["stance"]


@pytest.mark.parametrize(("text", "holders", "stance", "issue"), [s for s in SENTENCES if s[2]])
def test_a_position_is_told(text: str, holders: str, stance: str, issue: str) -> None:
    assert (holders, stance, issue) in short(told(text))


@pytest.mark.parametrize("text", [text for text, *position in SENTENCES if not any(position)])
def test_what_is_only_told_discussed_or_open_is_no_position(text: str) -> None:
    assert short(told(text)) == []


@pytest.mark.parametrize(("example", "stance"), examples())
def test_each_entry_holds_of_its_example(example: str, stance: str) -> None:
    document = document_of(example)
    states = known(document)
    speaker = states.mentions[-1].parties[0]
    found = {p.stance for p in positions(document, states, quoted(document, speaker))}
    turning = {"supports", "opposes"}  # "no alternative to dialogue" supports it
    assert found & (turning if stance in turning else {stance})


def test_what_others_tell_of_a_holder_is_less_sure() -> None:
    (own,) = told("Chile wants a ceasefire.")
    (others,) = told("“Chile wants a ceasefire.”")
    assert others.holders == own.holders
    assert others.confidence < own.confidence


def test_what_a_questioner_puts_is_nobodys_position() -> None:
    assert told("“So Chile supports the ceasefire.”", Party(id="", name="QUESTION")) == ()


def test_several_issues_of_one_content_have_their_own_words() -> None:
    text = "Togo called for respect for sovereignty, dialogue and an end to the war."
    found = told(text)
    words = [text[p.span.start : p.span.end] for p in found]
    assert [p.issue for p in found] == ["sovereignty", "dialogue", "ceasefire"]
    assert words == ["called for respect for sovereignty", "dialogue", "end to the war"]


def test_several_holders_share_a_line() -> None:
    assert short(told("India and Nepal want dialogue. Both countries reject terrorism.")) == [
        ("IND,NPL", "supports", "dialogue"),
        ("IND,NPL", "opposes", "terrorism"),
    ]


def test_an_office_holder_speaks_for_the_state() -> None:
    (found,) = told("Badr Albusaidi called for a truce.", Badr_Albusaidi=OMAN)
    assert (found.holders[0].id, found.holders[0].person) == ("OMN", "Badr Albusaidi")


@pytest.mark.parametrize("sector", ["OPP", "MED", "EDU", "BUS", "CVL", "LEG"])
def test_not_everybody_speaks_for_the_state(sector: str) -> None:
    text = "Badr Albusaidi called for a truce."
    assert told(text, Badr_Albusaidi=party("OMN", sector=sector)) == ()


def test_an_organisation_holds_its_own_position() -> None:
    (found,) = told(
        "OIC condemned the attack on civilians.", OIC=Party(id="OIC", name="OIC", sector="IGO")
    )
    assert (found.holders[0].id, found.stance, found.issue) == (
        "OIC",
        "supports",
        "civilian-protection",
    )


def test_the_words_of_an_analyst_are_nobodys_position() -> None:
    assert told("“The war must end.”", speaker=ANALYST) == ()


def test_a_position_inside_words_names_the_statement() -> None:
    (found,) = told("“The war must end.”")
    assert found.statement_id == "s0"


def test_a_text_that_says_we_is_its_issuers() -> None:
    found = told("We met on Monday. The annexation is unacceptable.", We=OMAN)
    assert short(found) == [("OMN", "supports", "territorial-integrity")]


def test_weak_words_make_a_less_sure_position() -> None:
    sure, unsure = told("Laos condemned the war. Laos regretted the situation.")
    assert sure.confidence > unsure.confidence
    assert unsure.issue == "war"


def test_the_reason_names_the_entry_and_the_phrase() -> None:
    (found,) = told("Ghana called for an end to the war.")
    assert found.reason == "stances: call (called); issues: end to war"


def test_the_day_is_the_reports_unless_told_otherwise() -> None:
    document = document_of("Ghana called for a truce.")
    (plain,) = positions(document, known(document), ())
    (dated,) = positions(document, known(document), (), day_of=lambda _: ("2022-03-01", None))
    assert (plain.date_start, plain.date_end) == ("2022-03-10", "2022-03-10")
    assert (dated.date_start, dated.date_end) == ("2022-03-01", None)


def test_what_is_only_beside_the_content_is_no_position() -> None:
    found = told("Peru is ready to lift the ban in response to steps toward free elections.")
    assert "elections" not in {position.issue for position in found}


def test_a_shared_commitment_is_of_both_sides_of_a_talk() -> None:
    found = told("Peru and Chile discussed our mutual commitment to peace.", our=party("PER"))
    assert short(found) == [("PER,CHL", "supports", "peace")]
