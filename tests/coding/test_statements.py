"""Whose words a statement is, through whom, how, and to whom."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.statements import innermost, statements
from dragoman.model import Statement
from dragoman.parsing.attribution import attributions, speakers
from dragoman.resolution.actors import resolve
from texts import parsed

KULEBA = "Ukrainian Foreign Minister Dmytro Kuleba"
CAVUSOGLU = "Turkish Foreign Minister Mevlut Cavusoglu"


def told(text: str) -> tuple[Statement, ...]:
    document = parsed(text)
    found = attributions(document)
    identities = resolve(document, speakers=speakers(found, document))
    return statements(document, identities, found)


def chains(text: str) -> list[list[str]]:
    return [[link.name for link in line.chain] for line in told(text)]


def words(text: str) -> list[str]:
    return [text[line.span.start : line.span.end] for line in told(text)]


CHAINS = [
    (f"{KULEBA} said that talks would resume.", ["Dmytro Kuleba"]),
    ("Estonia said that talks would resume.", ["Estonia"]),
    ("“Talks will resume,” the UN said.", ["UN"]),
    (
        "A senior official who asked not to be named said that talks would resume.",
        ["senior official"],
    ),
    (
        f"The African Union said that {CAVUSOGLU} noted that talks would resume.",
        ["African Union", "Mevlut Cavusoglu"],
    ),
    (
        f"{KULEBA} said that talks would resume. He added that the port was safe.",
        ["Dmytro Kuleba"],
    ),
    (f"According to {KULEBA}, talks would resume.", ["Dmytro Kuleba"]),
    ("A statement issued by Estonia said that talks would resume.", ["Estonia"]),
]


@pytest.mark.parametrize(("text", "chain"), CHAINS)
def test_a_chain_names_its_sources_outermost_first(text: str, chain: list[str]) -> None:
    assert chain in chains(text)


def test_a_body_that_only_relays_makes_no_line_of_its_own() -> None:
    text = f"The African Union said that {CAVUSOGLU} noted that talks would resume."
    assert words(text) == ["that talks would resume"]


def test_an_act_that_is_told_leaves_the_words_to_the_teller() -> None:
    text = f"The African Union said that {CAVUSOGLU} had praised Estonia."
    assert chains(text) == [["African Union"]]


def test_a_quotation_that_tells_what_someone_said_is_his() -> None:
    text = (
        f"{CAVUSOGLU} met the envoy. “He appreciated the help of Estonia,” The African Union said."
    )
    assert chains(text) == [["African Union", "Mevlut Cavusoglu"]]


def test_what_a_speaker_says_of_his_own_state_is_his_own_voice() -> None:
    text = f"{KULEBA} said that Ukraine wants to join the union and that Ukraine hopes for help."
    assert chains(text) == [["Dmytro Kuleba"]]


def test_what_a_speaker_says_of_others_is_a_statement_within() -> None:
    outer, inner = told(f"{KULEBA} said that the port is safe and that Russia claims it sank.")
    assert [link.name for link in inner.chain] == ["Dmytro Kuleba", "Russia"]
    assert inner.within == outer.id
    assert outer.within is None


def test_each_of_two_speakers_has_a_line() -> None:
    assert chains("Estonia and Latvia said that talks would resume.") == [["Estonia"], ["Latvia"]]


def test_many_speakers_are_one_body() -> None:
    (line,) = told("Estonia, Latvia and Finland said that talks would resume.")
    assert [(link.id, link.name) for link in line.chain] == [("", "Estonia, Latvia and Finland")]


@pytest.mark.parametrize(
    "text",
    [
        "It was reported that talks would resume.",
        "Estonia condemned the raid on the port.",
        "Estonia and Latvia agreed to resume talks.",
        "Estonia and Latvia discussed the harvest.",
        "Estonia said so.",
        "The fleet left the strait.",
    ],
)
def test_no_words_of_a_source_no_statement(text: str) -> None:
    assert told(text) == ()


def test_a_release_is_its_speakers_and_each_of_his_accounts_is_within() -> None:
    text = (
        "The following is attributable to Spokesperson Anna Reyes:\n\n"
        "Secretary of State Antony Blinken called"
        f" {KULEBA} on Tuesday. The Secretary stated that talks would resume."
    )
    whole, inner = told(text)
    assert [link.name for link in whole.chain] == ["Anna Reyes"]
    assert [link.name for link in inner.chain] == ["Anna Reyes", "Antony Blinken"]
    assert inner.within == whole.id
    assert inner.channel == "phone"
    assert [party.person for party in inner.addressees] == ["Dmytro Kuleba"]


def test_words_beside_talks_are_spoken_in_them() -> None:
    (line,) = told(f"{CAVUSOGLU} met {KULEBA} in Antalya and stressed the need for a truce.")
    assert line.channel == "meeting"
    assert [party.person for party in line.addressees] == ["Dmytro Kuleba"]


def test_the_one_who_is_told_is_the_addressee() -> None:
    (line,) = told(f"{CAVUSOGLU} told Estonia that talks would resume.")
    assert [party.id for party in line.addressees] == ["EST"]


def test_a_labelled_turn_is_whom_the_text_names_so() -> None:
    text = (
        f"{KULEBA} spoke in Lisbon.\n\nMR. KULEBA: Talks will resume.\n\nQ Will talks resume?\n\n"
        "THE MINISTER: Talks may wait.\n\nMR. KULEBA: Talks resume on Friday."
    )
    assert chains(text) == [["Dmytro Kuleba"], ["Q"], ["THE MINISTER"], ["Dmytro Kuleba"]]


MANNERS = [
    ("Estonia said that talks would resume.", "speech"),
    ("Estonia wrote that talks would resume.", "speech"),
    ("Estonia believes that talks would resume.", "thought"),
    ("Estonia hopes that talks will resume.", "thought"),
    ("Estonia fears that talks will collapse.", "thought"),
    ("According to Estonia, talks would resume.", "speech"),
]


@pytest.mark.parametrize(("text", "manner"), MANNERS)
def test_what_is_thought_is_told_from_what_is_said(text: str, manner: str) -> None:
    assert [line.manner for line in told(text)] == [manner]


def test_a_statement_names_its_issues() -> None:
    (line,) = told("Estonia said that the war and the sanctions hurt food security.")
    assert line.issues == ("war", "sanctions", "food-security")


def test_innermost_finds_the_smallest_statement_around() -> None:
    text = f"{KULEBA} said that the port is safe and that Russia claims it sank."
    lines = told(text)
    sank = text.index("sank")
    assert innermost(lines, sank, sank + 4) == lines[1]
    assert innermost(lines, 0, 3) is None


SCRAPS = (
    "Estonia|Kuleba|he|we|said|that|noted|,|.|“|”|“We|according to|a statement|by|urged|to go|\n"
)


@given(st.lists(st.sampled_from(SCRAPS.split("|")), max_size=30))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_lines_that_hold(scraps: list[str]) -> None:
    text = " ".join(scraps)
    lines = told(text)
    assert len({line.id for line in lines}) == len(lines)
    for line in lines:
        assert line.chain
        assert 0 <= line.span.start < line.span.end <= len(text)
        assert line.within is None or line.within in {other.id for other in lines}
