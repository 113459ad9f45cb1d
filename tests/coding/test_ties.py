import pytest

from dragoman.coding.ties import ties
from dragoman.resolution.actors import resolve
from scene import document_of, known


def told(text: str) -> list[tuple[set[str], str, str]]:
    document = document_of(text)
    found = ties(document, known(document))
    return [({party.id for party in tie.parties}, tie.tone, tie.words) for tie in found]


@pytest.mark.parametrize(
    ("text", "parties", "tone", "words"),
    [
        ("Peru enjoys close ties with Chile.", {"PER", "CHL"}, "positive", "close ties"),
        (
            "Peru and Chile have very warm relations.",
            {"PER", "CHL"},
            "positive",
            "very warm relations",
        ),
        (
            "The friendship between Peru and Chile goes on.",
            {"PER", "CHL"},
            "positive",
            "friendship",
        ),
        (
            "He praised the rock-solid alliance between Japan and Australia.",
            {"JPN", "AUS"},
            "positive",
            "rock-solid alliance",
        ),
        ("Tensions between Greece and Turkey rose.", {"GRC", "TUR"}, "negative", "Tensions"),
        (
            "The strained relations between Greece and Turkey were a topic.",
            {"GRC", "TUR"},
            "negative",
            "strained relations",
        ),
        (
            "Relations between Greece and Turkey are tense.",
            {"GRC", "TUR"},
            "negative",
            "Relations between Greece and Turkey are tense",
        ),
        (
            "Relations between Greece and Turkey soured.",
            {"GRC", "TUR"},
            "negative",
            "Relations between Greece and Turkey soured",
        ),
        (
            "France's complicated relationship with Algeria was discussed.",
            {"FRA", "DZA"},
            "mixed",
            "complicated relationship",
        ),
        (
            "Competition between India and China went on.",
            {"IND", "CHN"},
            "mixed",
            "Competition",
        ),
        (
            "India and Nepal share a common position on the river.",
            {"IND", "NPL"},
            "positive",
            "share a common position",
        ),
        ("India is at odds with Nepal.", {"IND", "NPL"}, "negative", "at odds"),
        ("Kenya urged Rwanda to end its feud with Uganda.", {"RWA", "UGA"}, "negative", "feud"),
    ],
)
def test_a_tie_is_told(text: str, parties: set[str], tone: str, words: str) -> None:
    assert told(text) == [(parties, tone, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile discussed relations.",
        "Peru wants closer ties with Chile.",
        "Peru could have warm relations with Chile.",
        "There is no tension between Peru and Chile.",
        "Peru enjoys close ties.",
        "The tension rose in Peru.",
        "The friendship treaty of Peru and Chile expired.",
    ],
)
def test_neutral_wished_for_and_one_sided_relations_are_no_ties(text: str) -> None:
    assert told(text) == []


def test_relations_joined_by_and_are_one_tie() -> None:
    assert told("Peru and Chile have a unique friendship and strong bilateral ties.") == [
        ({"PER", "CHL"}, "positive", "unique friendship and strong bilateral ties")
    ]


def test_words_of_both_tones_are_mixed() -> None:
    assert told("Peru has close but strained ties with Chile.")[0][1] == "mixed"


ANTECEDENTS = [
    ("Ghana's president met Togo's. The two countries enjoy warm relations.", "GHA,TGO"),
    ("Greece and Turkey held talks. Both sides share a common position.", "GRC,TUR"),
    ("Greece and Turkey held talks. They have close ties.", "GRC,TUR"),
    ("Greece and Turkey held talks. The friendship between them is old.", "GRC,TUR"),
    ("Peru's president visited Chile. He praised the close ties between the two.", "CHL,PER"),
    ("Peru and Chile signed a treaty. Their relations are excellent.", "CHL,PER"),
    ("Peru and Chile met. Both presidents hailed the strong bilateral ties.", "CHL,PER"),
    ("Ghana's president met Togo's. Bilateral relations are strained.", "GHA,TGO"),
    ("Estonia and Latvia met. Each enjoys warm ties with the other.", "EST,LVA"),
    ("Kenya and Uganda met in Nairobi. The neighbours are at odds over the lake.", "KEN,UGA"),
]


@pytest.mark.parametrize(("text", "parties"), ANTECEDENTS)
def test_parties_may_stand_in_the_sentence_before(text: str, parties: str) -> None:
    document = document_of(text)
    (tie,) = ties(document, resolve(document))
    assert ",".join(sorted(party.id for party in tie.parties)) == parties


@pytest.mark.parametrize(
    "text", ["Peru, Chile and Cuba met. Bilateral ties are strong.", "Peru has strong mutual ties."]
)
def test_which_two_has_to_be_clear(text: str) -> None:
    document = document_of(text)
    assert ties(document, resolve(document)) == ()
