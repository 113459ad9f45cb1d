"""What refers back: the words in question and the parties that they stand for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.resolution.actors import parties_of, resolve
from dragoman.resolution.identities import Identities
from texts import parsed, token

TWO = "Estonian Prime Minister Kaja Kallas met Latvian Prime Minister Krisjanis Karins. "
CALL = "Turkish Foreign Minister Hakan Fidan phoned his Iraqi counterpart Fuad Hussein. "


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # pronouns
        ("Chad thanked Mali for its help.", "its", ["Chad"]),
        ("Kenyan President William Ruto left. He was tired.", "He", ["William Ruto"]),
        (TWO + "She thanked him.", "him", ["Krisjanis Karins"]),
        (TWO + "They agreed.", "They", ["Kaja Kallas", "Krisjanis Karins"]),
        ("Egypt urged Chad and Sudan to end their dispute.", "their", ["Chad", "Sudan"]),
        ("Kenyan President William Ruto, who was tired, left.", "who", ["William Ruto"]),
        # a title without a name
        (CALL + "The foreign minister was tired.", "minister", ["Hakan Fidan"]),
        (CALL + "The Turkish minister was tired.", "minister", ["Hakan Fidan"]),
        ("Secretary of State Antony Blinken left. The Secretary slept.", "Secretary", None),
        # a part of a name, before and after the full one
        ("Khan left. Later Pakistani Prime Minister Imran Khan slept.", "Khan", ["Imran Khan"]),
        ("Chinese Foreign Minister Wang Yi left. Wang slept.", "Wang", ["Wang Yi"]),
        # pairs
        ("Chad and Mali share a river. The two countries talk.", "countries", ["Chad", "Mali"]),
        (TWO + "The two leaders agreed.", "leaders", ["Kaja Kallas", "Krisjanis Karins"]),
        ("Chad met Mali. Both sides agreed.", "sides", ["Chad", "Mali"]),
        ("Talks between the parties, Chad and Mali, ended.", "parties", ["Chad", "Mali"]),
        ("Chad and Mali fought for years. The neighbours talk.", "neighbours", ["Chad", "Mali"]),
        # descriptions
        ("Poland and Russia said Russia attacked its neighbour.", "neighbour", ["Poland"]),
        ("Norway left NATO. The alliance was sad.", "alliance", ["North Atlantic"]),
        ("Iran's embassy was shut. The embassy protested.", "embassy", ["Iran"]),
        (CALL + "He thanked his counterpart.", "counterpart", ["Hakan Fidan", "Fuad Hussein"]),
        # nouns of a state
        ("Ukrainian authorities left.", "authorities", ["Ukrainian authorities"]),
        ("The government of Chad left.", "government", ["government of Chad"]),
        ("Moscow's forces left.", "forces", ["Moscow's forces"]),
        ("Kenya's embassy in Kyiv was shut.", "embassy", ["Kenya's embassy"]),
        ("Missiles hit Ukrainian cities.", "cities", ["Ukraine"]),
        # plural titles
        (
            "The foreign ministers of Chad, Mali and Niger met.",
            "ministers",
            ["Chad", "Mali", "Niger"],
        ),
        ("The Chadian and Malian ambassadors met.", "ambassadors", ["Chad", "Mali"]),
        # ships and aircraft act for their state; a thing of no party may own what follows it
        ("Two Chadian frigates left.", "frigates", ["Chad"]),
        ("A Kenyan patrol boat left.", "boat", ["Kenya"]),
        ("Chad left. They saw hatred and its threat.", "its", []),
        # an officer of whom nothing is known is nearer than who is known
        (CALL + "The mayor called the premier of Bern and he slept.", "he", []),
        # members of organisations are no states of America
        ("The United States left. The Member States met.", "States", []),
        ("Norway left NATO. The Wheat Growers Alliance was sad.", "Alliance", []),
        # no agents
        ("Russian gas was cheap.", "gas", []),
        ("A senior official left.", "official", []),
        ("Dinner was good.", "Dinner", []),
    ],
)
def test_words_stand_for_parties(text: str, word: str, expected: list[str] | None) -> None:
    document = parsed(text)
    identities = resolve(document)
    last = max(t.i for t in document.tokens if t.text == word)
    names = [party.name for party in parties_of(document, identities, last)]
    wanted = ["Antony Blinken"] if expected is None else expected
    assert names == wanted or all(any(name.startswith(want) for want in wanted) for name in names)
    assert bool(names) == bool(wanted)


def test_a_capital_after_in_is_a_place() -> None:
    document = parsed("Norway met Mali in Oslo. Oslo was glad.")
    rungs = [m.rung for m in resolve(document).mentions if m.name == "Norway"]
    assert rungs == ["name", "place", "capital"]


def test_an_office_holder_s_party_is_the_state() -> None:
    document = parsed("Kenya's ambassador to Peru, Anne Wanjohi, left.")
    (party,) = parties_of(document, resolve(document), token(document, "Wanjohi"))
    assert (party.id, party.country, party.sector) == ("KEN", "KEN", "GOV")
    assert (party.person, party.office) == ("Anne Wanjohi", "ambassador to Peru")


def test_an_organisation_has_no_country() -> None:
    document = parsed("The European Union left.")
    (party,) = parties_of(document, resolve(document), token(document, "Union"))
    assert (party.id, party.country, party.sector) == ("EU", None, "IGO")


def test_we_is_the_speaker_s_state() -> None:
    document = parsed('Kenyan President William Ruto said: "We will help, and I am glad."')
    source = token(document, "Ruto")
    speakers = dict.fromkeys(range(token(document, "We"), len(document.tokens)), source)
    identities = resolve(document, speakers=speakers)
    (we,) = parties_of(document, identities, token(document, "We"))
    (i,) = parties_of(document, identities, token(document, "I"))
    assert (we.name, we.person, i.person) == ("Kenya", None, "William Ruto")


def test_we_of_a_release_is_its_issuer_s_state() -> None:
    document = parsed(
        "Secretary of State Antony Blinken spoke with Greek Foreign Minister Nikos Dendias."
        " We remain committed to peace."
    )
    (we,) = parties_of(document, resolve(document), token(document, "We"))
    assert we.id == "USA"


def test_a_short_form_of_an_institution_bears_its_full_name() -> None:
    document = parsed("Pakistan's Foreign Office (FO) left. The FO slept.")
    identities = resolve(document)
    assert {m.name for m in identities.mentions if m.kind == "institution"} == {"Foreign Office"}


def check(identities: Identities, tokens: int) -> None:
    firsts = [mention.first for mention in identities.mentions]
    assert firsts == sorted(firsts)
    assert all(0 <= m.first <= m.head < m.last <= tokens for m in identities.mentions)
    assert all(m.first <= i < m.last for i, m in identities.by_token.items())


WORDS = st.sampled_from(
    [
        "the",
        "two",
        "both",
        "President",
        "of",
        "and",
        ",",
        "(",
        ")",
        "-",
        "'s",
        "Chad",
        "Mali",
        "Georgia",
        "foreign",
        "minister",
        "ministers",
        "his",
        "its",
        "counterpart",
        "Kaja",
        "Kallas",
        "al",
        "ul",
        "former",
        "said",
        "met",
        "with",
        "to",
        "for",
        "in",
        "neighbour",
        "they",
        "who",
        "each",
        "other",
        "US",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)))
def test_any_text_resolves(text: str) -> None:
    document = parsed(text)
    check(resolve(document), len(document.tokens))
