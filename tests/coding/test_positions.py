import csv
from collections.abc import Iterator

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


def examples() -> Iterator[tuple[str, str]]:
    with (HOUSE / "stances.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(line for line in stream if not line.startswith("#")):
            yield row["example"], row["stance"]


SUPPORT = [
    ("Chile supports the ceasefire.", "CHL", "supports", "ceasefire"),
    ("Chile voiced its firm support for the ceasefire.", "CHL", "supports", "ceasefire"),
    ("Ghana called for an immediate end to the war.", "GHA", "supports", "ceasefire"),
    ("Ghana urged the rebels to lay down arms.", "GHA", "supports", "ceasefire"),
    ("Kenya welcomed the resumption of peace talks.", "KEN", "supports", "dialogue"),
    ("Peru underscored the importance of dialogue.", "PER", "supports", "dialogue"),
    ("Peru stressed the need to protect civilians.", "PER", "supports", "civilian-protection"),
    ("Fiji remains committed to climate action.", "FJI", "supports", "climate"),
    ("Fiji reaffirmed its commitment to climate action.", "FJI", "supports", "climate"),
    ("Japan hopes that talks will resume.", "JPN", "supports", "dialogue"),
    ("Japan is ready to mediate.", "JPN", "supports", "mediation"),
    ("Nepal thanked India for the evacuation of its students.", "NPL", "supports", "evacuation"),
    ("Malta demanded the release of all hostages.", "MLT", "supports", "detainees"),
    ("Malta insists on respect for sovereignty.", "MLT", "supports", "sovereignty"),
    ("Canada will hold the generals accountable.", "CAN", "supports", "accountability"),
    ("Latvia stands with Ukraine.", "LVA", "supports", "alliance"),
    ("Brazil strives for peace in the region.", "BRA", "supports", "regional-peace"),
    ("Togo appealed to the soldiers to exercise restraint.", "TGO", "supports", "de-escalation"),
    ("Norway reiterated calls for humanitarian access.", "NOR", "supports", "humanitarian-aid"),
    (
        "The war raged on despite calls by Egypt to stop hostilities.",
        "EGY",
        "supports",
        "ceasefire",
    ),
]
OPPOSITION = [
    ("Uruguay condemned the invasion.", "URY", "opposes", "war"),
    ("The invasion was condemned by Uruguay.", "URY", "opposes", "war"),
    ("Uruguay repeated its condemnation of the invasion.", "URY", "opposes", "war"),
    ("Cuba rejected foreign interference.", "CUB", "supports", "non-interference"),
    ("Cuba called for the lifting of all sanctions.", "CUB", "opposes", "sanctions"),
    ("Serbia remains opposed to sanctions.", "SRB", "opposes", "sanctions"),
    ("Egypt warned against further escalation.", "EGY", "supports", "de-escalation"),
    ("Ireland denounced the killing of civilians.", "IRL", "supports", "civilian-protection"),
    ("Niger vowed to fight terrorism.", "NER", "opposes", "terrorism"),
    ("Estonia and Latvia are united against aggression.", "EST,LVA", "opposes", "war"),
    ("Samoa called for efforts to prevent war.", "WSM", "opposes", "war"),
    ("Turkey objected to NATO enlargement.", "TUR", "opposes", "nato-enlargement"),
]
JOINED = [
    ("Japan called for an end of hostilities and for talks.", "JPN", "supports", "dialogue"),
    ("Japan called for an end to violence and a return to talks.", "JPN", "supports", "dialogue"),
    (
        "Japan affirmed respect for the sovereignty of states and non-interference.",
        "JPN",
        "supports",
        "non-interference",
    ),
    ("Chad and Peru agreed on a ceasefire.", "TCD,PER", "supports", "ceasefire"),
    ("Chad and Peru share the view that talks should resume.", "TCD,PER", "supports", "dialogue"),
    ("Chad and Peru both called for talks.", "TCD,PER", "supports", "dialogue"),
    ("Both Chad and Peru reject sanctions.", "TCD,PER", "opposes", "sanctions"),
    ("Chad, Peru and Cuba urged a truce.", "TCD,PER,CUB", "supports", "ceasefire"),
    ("Chad deplored the outbreak of fighting.", "TCD", "opposes", "war"),
]
CONCERN = [
    ("Laos is worried about the fighting.", "LAO", "concerned", "war"),
    ("Laos expressed serious concern over the fighting.", "LAO", "concerned", "war"),
    ("Bhutan regretted the hostilities.", "BTN", "concerned", "war"),
    ("Moldova fears that the war will spread.", "MDA", "concerned", "war"),
    ("Palau voiced alarm over climate change.", "PLW", "concerned", "climate"),
    (
        "Tonga noted the effects of the crisis on food security.",
        "TON",
        "concerned",
        "food-security",
    ),
]
TURNED = [
    ("France does not support the sanctions.", "FRA", "opposes", "sanctions"),
    ("France refused to support the sanctions.", "FRA", "opposes", "sanctions"),
    ("France cannot accept the annexation.", "FRA", "supports", "territorial-integrity"),
    ("Spain rejected calls for a ceasefire.", "ESP", "opposes", "ceasefire"),
    ("Spain urged Israel not to escalate.", "ESP", "supports", "de-escalation"),
    ("Spain opposes any easing of sanctions.", "ESP", "supports", "sanctions"),
    ("Mali backed new measures against terrorism.", "MLI", "opposes", "terrorism"),
]
SPOKEN = [
    ("“Disputes should be resolved through dialogue.”", "supports", "dialogue"),
    ("“The war must end.”", "opposes", "war"),
    ("“The sanctions have to be lifted.”", "opposes", "sanctions"),
    ("“Conflict is not in anyone's interest.”", "opposes", "war"),
    ("“Conflict is in no one's interest.”", "opposes", "war"),
    ("“Nobody has ever benefited from war.”", "opposes", "war"),
    ("“There is no alternative to dialogue.”", "supports", "dialogue"),
    ("“There is no military solution to this conflict.”", "opposes", "war"),
    ("“It is time for diplomacy.”", "supports", "dialogue"),
    ("“Let dialogue prevail.”", "supports", "dialogue"),
    ("“A ceasefire is essential.”", "supports", "ceasefire"),
    ("“The annexation is unacceptable.”", "supports", "territorial-integrity"),
    ("“This unprovoked invasion shocked us.”", "opposes", "war"),
    ("“Every girl has the right to education.”", "supports", "human-rights"),
    ("“The conflict can only be settled through negotiations.”", "supports", "dialogue"),
]
RULED = [
    ("“The fighting must stop.”", "opposes", "war"),
    ("“The sanctions must not be lifted.”", "supports", "sanctions"),
    ("“The war must not escalate.”", "supports", "de-escalation"),
    ("“We should not support the sanctions.”", "opposes", "sanctions"),
    ("“Sanctions should not be imposed.”", "opposes", "sanctions"),
    ("“Israel should stop attacks on civilians.”", "supports", "civilian-protection"),
    ("“Russia must not use nuclear weapons.”", "opposes", "nuclear"),
    (
        "“The raids must stop, and the culprits must be held accountable.”",
        "supports",
        "accountability",
    ),
    ("“We must tackle the challenge of energy security.”", "supports", "energy"),
]
NOBODY = [
    "Russia invaded its neighbour.",
    "Chile and Peru discussed food security.",
    "Chile may support the ceasefire.",
    "If Chile supports the ceasefire, others will follow.",
    "Chile was urged to support the ceasefire.",
    "Does Chile support the ceasefire?",
    "Chile did not condemn the invasion.",
    "Experts support the ceasefire.",
    "Chile has not yet backed the ceasefire.",
    "The invasion was condemned.",
    "Chile reportedly supports the ceasefire.",
    "Chile is not concerned about the fighting.",
    "Chile called for a debate about sanctions.",
    "Chile condemned those who broke the ceasefire which Peru had brokered.",
    "The war should end, many say.",
    "Peru supports terrorism.",
    "Peru denied that it supported the war.",
    "Peru doubts that Chile supports the ceasefire.",
    "It was rumoured that Chile supports the ceasefire.",
    "“Our cooperation is not directed against any third country.”",
    "Peru raised its voice against the rejection of peace.",
    "PROTECTING HUMAN RIGHTS IN PERU",
    "Peru is committed to research to address poverty, as well as infectious diseases.",
    "Chad and Peru did not agree on a ceasefire.",
    "Chad did not call for a ceasefire.",
    "Chad warned that sanctions would follow.",
    "Chad could agree on a ceasefire.",
    "Peru is in need of food.",
    "Peru spoke of freedom in the South China Sea.",
    "Chile published its Twelfth Trade Plan.",
    "There were fears that Chile's efforts to destabilise Peru would go on.",
]


@pytest.mark.parametrize(
    ("text", "who", "stance", "issue"), SUPPORT + OPPOSITION + JOINED + CONCERN + TURNED
)
def test_a_position_is_told(text: str, who: str, stance: str, issue: str) -> None:
    assert (who, stance, issue) in short(told(text))


@pytest.mark.parametrize(("text", "stance", "issue"), SPOKEN + RULED)
def test_a_speaker_holds_what_he_says_should_be(text: str, stance: str, issue: str) -> None:
    assert ("OMN", stance, issue) in short(told(text))


@pytest.mark.parametrize("text", NOBODY)
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
