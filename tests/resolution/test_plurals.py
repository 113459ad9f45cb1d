"""Words for several parties: lists, two sides of an act, the right number, never the subject."""

import pytest

from dragoman.resolution.actors import parties_of, resolve
from texts import parsed

SUMMIT = (
    "South Korean President Lee Jae-myung and Japanese Prime Minister Sanae Takaichi met in Busan."
)
TALKS = "Negotiators from Chad and Sudan met in Nairobi on Monday."
TRIO = "Kenyan President William Ruto hosted Ugandan President Yoweri Museveni and Rwandan"
TRIO += " President Paul Kagame in Mombasa."


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # lists, of the number that is said
        (SUMMIT + " The two leaders agreed.", "leaders", ["KOR", "JPN"]),
        (SUMMIT + " Both countries gained.", "countries", ["KOR", "JPN"]),
        (TRIO + " The three leaders agreed.", "leaders", ["KEN", "UGA", "RWA"]),
        (TRIO + " The three agreed.", "three", ["KEN", "UGA", "RWA"]),
        (TRIO + " All three states gained.", "states", ["KEN", "UGA", "RWA"]),
        (TRIO + " They agreed.", "They", ["KEN", "UGA", "RWA"]),
        (TRIO + " Ghana praised the leaders.", "leaders", ["KEN", "UGA", "RWA"]),
        # no list of that number
        (SUMMIT + " The three countries gained.", "countries", []),
        ("Chad left. Two ministers agreed.", "ministers", []),
        # from, of and in
        (TALKS, "Negotiators", ["TCD", "SDN"]),
        (TALKS + " The negotiators agreed.", "negotiators", ["TCD", "SDN"]),
        (TALKS + " Peru urged both sides to stop.", "sides", ["TCD", "SDN"]),
        (TALKS + " The commanders of the two sides left.", "commanders", ["TCD", "SDN"]),
        ("Ghana warned the junta in Niger. The junta's envoys left.", "envoys", ["NER"]),
        (
            "The foreign ministers of ASEAN met. Laos was late. The ministers agreed.",
            "ministers",
            ["ASEAN"],
        ),
        (
            "France phoned the leaders of Chad, Mali and Niger. The three leaders agreed.",
            "leaders",
            ["TCD", "MLI", "NER"],
        ),
        # others than the clause's own subject, however near it is
        (
            SUMMIT + " The US ambassador to Japan, Ann Ray, praised the two leaders.",
            "leaders",
            ["KOR", "JPN"],
        ),
        (
            "Chad and Sudan agreed to talk. Kenya thanked Uganda. Kenya urged both sides to hurry.",
            "sides",
            ["TCD", "SDN"],
        ),
        ("Peru accused Chile. Chile imposed sanctions on both countries.", "countries", []),
        # one of the two may be the subject of the verb of saying
        (
            SUMMIT + " Takaichi said that the two countries were partners.",
            "countries",
            ["KOR", "JPN"],
        ),
        # the first set of the report before neighbours of passing
        (
            "Chad and Sudan signed a treaty. Peru attended, and Chile sent a ship. Rain fell."
            " The parties will meet again.",
            "parties",
            ["TCD", "SDN"],
        ),
        # a host is no third side
        (
            "Chad and Sudan met on Monday, with Kenyan President William Ruto as the host."
            " Ruto said that the parties had made progress.",
            "parties",
            ["TCD", "SDN"],
        ),
        # other plurals stand nearer
        (SUMMIT + " Peru fed thousands of children after they fled.", "they", []),
        ("Chad met Mali. Reporters waited. They left.", "They", []),
        # counterparts
        (
            "Kenyan President William Ruto met his Chadian and Malian counterparts.",
            "counterparts",
            ["TCD", "MLI"],
        ),
    ],
)
def test_words_for_several(text: str, word: str, expected: list[str]) -> None:
    document = parsed(text, "2026-01-15")
    last = max(t.i for t in document.tokens if t.text == word)
    identities = resolve(document)
    assert [party.id for party in parties_of(document, identities, last)] == expected


def test_we_agreed_is_both_sides() -> None:
    text = SUMMIT + ' "We agreed to help, and we are glad," Takaichi said.'
    document = parsed(text, "2026-01-15")
    first = next(t.i for t in document.tokens if t.text == "We")
    second = next(t.i for t in document.tokens if t.text == "we")
    source = max(t.i for t in document.tokens if t.text == "Takaichi")
    identities = resolve(document, speakers=dict.fromkeys(range(first, source), source))
    both, one = (parties_of(document, identities, i) for i in (first, second))
    assert [party.id for party in both] == ["KOR", "JPN"]
    assert [party.id for party in one] == ["JPN"]


def test_a_joint_statement_speaks_for_all() -> None:
    document = parsed('"We condemn this," Chad, Mali and Niger said.')
    source = next(t.i for t in document.tokens if t.text == "Chad")
    identities = resolve(document, speakers=dict.fromkeys(range(5), source))
    assert [party.id for party in parties_of(document, identities, 1)] == ["TCD", "MLI", "NER"]


def test_we_of_a_joint_statement_are_those_it_names() -> None:
    document = parsed("We, the presidents of Chad and Mali, met today. Later we signed a treaty.")
    later = next(t.i for t in document.tokens if t.text == "we")
    identities = resolve(document)
    assert [party.id for party in parties_of(document, identities, later)] == ["TCD", "MLI"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru met Chile. Peru called it a success.", "it", []),
        ("Chad said that Sudan had attacked it.", "it", ["TCD"]),
        ("France said that it fully supported the deal.", "it", ["FRA"]),
        ("Peru hailed the pact, the first of its kind.", "its", []),
        ("Peru condemned Chile's crimes in Bolivia, including its raids.", "its", ["CHL"]),
        ("Peru praised the Danes who defended their country.", "their", ["DNK"]),
        ("Kenyan minister Ann Lee phoned Peruvian minister Tom Ray to thank him.", "him", ["PER"]),
        ("The UN General Assembly met. ASEAN left. The assembly rose.", "assembly", ["UNGA"]),
        ("Peru joined ASEAN. The bloc grew.", "bloc", ["ASEAN"]),
        ("Peru joined ASEAN. The Condor group protested.", "group", []),
        ("Norway was disrupted by a larger neighbour.", "neighbour", []),
    ],
)
def test_words_for_one(text: str, word: str, expected: list[str]) -> None:
    document = parsed(text)
    last = max(t.i for t in document.tokens if t.text == word)
    identities = resolve(document)
    assert [party.id for party in parties_of(document, identities, last)] == expected
