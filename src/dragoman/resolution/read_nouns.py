"""Nouns in their turn: institutions, pairs, neighbours, `the country`."""

from dragoman.codebooks.anaphora import anaphora
from dragoman.model import Party
from dragoman.parsing.document import Token
from dragoman.resolution import descriptions, pairs
from dragoman.resolution.around import listed_names
from dragoman.resolution.draft import Reading
from dragoman.resolution.pairs import last_pair
from dragoman.resolution.parties import (
    owner_party,
    person_party,
    reading_party,
    span_of,
    text_of,
)
from dragoman.resolution.phrases import Phrase
from dragoman.resolution.read_titles import owners_of
from dragoman.resolution.scene import Seen


def read_pair(reading: Reading, phrase: Phrase) -> bool:
    """`the two ministers`, `both presidents`."""
    tokens = reading.draft.document.tokens
    before = tokens[phrase.core[0] - 1].text.lower() if phrase.core[0] else ""
    words = anaphora().descriptions
    plural = tokens[phrase.core[1] - 1].text.lower() in words.pair_person_nouns
    if before not in words.pair_counts or not plural or phrase.owners:
        return False
    first = phrase.core[0] - 1
    exact = last_pair(
        reading.scene,
        phrase.core[0],
        persons=True,
        holds=lambda person: descriptions.fit(phrase, person) > 0,
    )
    found = exact or pair_parties(reading, phrase.core[0], persons=True)
    reading.add(first, phrase.last, "description", found, "last two told of", plural=True)
    return True


def read_count(reading: Reading, token: Token) -> None:
    """`both countries`, `the two`, `the pair`, `each other`."""
    found = pairs.pair_phrase(reading.draft.document, token)
    if found is None:
        return
    first, last, states = found
    parties = _told_after(reading, token) or pair_parties(reading, first, persons=not states)
    if parties:
        reading.add(first, last, "description", parties, "last two told of", plural=True)


def _told_after(reading: Reading, token: Token) -> tuple[Party, ...]:
    """`the parties, Chad and Sudan`: their names follow."""
    document = reading.draft.document
    after = document.tokens[token.i + 1 : token.i + 2]
    if not after or after[0].text not in (",", "(", ":"):
        return ()
    listed = listed_names(document, reading.draft.names, token.i + 2, many=True)
    found = [(name, name.reading) for name in listed if name.reading is not None]
    parties = tuple(reading_party(document, only, name.first, name.last) for name, only in found)
    return parties if len(parties) > 1 else ()


def pair_parties(reading: Reading, i: int, *, persons: bool) -> tuple[Party, ...]:
    """The last two parties told of, as persons or as states."""
    found = last_pair(reading.scene, i, persons=persons)
    if not found and persons:
        found = last_pair(reading.scene, i, persons=False)
    if persons:
        return found
    span = span_of(reading.draft.document, i, i + 1)
    return tuple(owner_party(party.id, span) for party in found)


def read_noun(reading: Reading, phrase: Phrase) -> None:
    """`Ukrainian authorities`, `the government of Chad`, and `the ministry` told of before."""
    noun = phrase.noun
    assert noun is not None  # noqa: S101 - the caller has looked
    document = reading.draft.document
    owners = owners_of(reading, phrase)
    span = span_of(document, phrase.first, phrase.last)
    if owners and noun.kind == "organisation":
        return  # "the Russian group" is not the state
    if owners:
        name = text_of(document, phrase.first, phrase.last) if noun.collective else ""
        parties = tuple(
            owner_party(owner, span, name=name if len(owners) == 1 else "", sector=noun.sector)
            for owner in owners
        )
        thing = noun.kind == "possession"
        rung = "possession" if thing else phrase.rung or "possessive"
        reading.add(
            phrase.first,
            phrase.last,
            "description" if thing else "institution",
            parties,
            rung,
            quiet=thing,
        )
    elif phrase.definite and noun.collective:
        _read_definite(reading, phrase)


def read_neighbour(reading: Reading, phrase: Phrase) -> None:
    """`its neighbour`: the state that borders on it and is told of."""
    document = reading.draft.document
    if phrase.possessor is None and document.tokens[phrase.core[1] - 1].tag == "NNS":
        parties = pair_parties(reading, phrase.core[0], persons=False)
        if parties and phrase.definite:
            reading.add(
                phrase.first, phrase.last, "description", parties, "last two told of", plural=True
            )
        return
    mention = reading.by_token.get(phrase.possessor) if phrase.possessor is not None else None
    own = mention.parties[0].id if mention and mention.parties else None
    found = descriptions.neighbour_of(reading.scene, phrase.first, own)
    add_seen(reading, phrase.first, phrase.last, found, "neighbour")


def read_visitor(reading: Reading, phrase: Phrase) -> None:
    """`the visitor`: who was said to travel."""
    found = descriptions.visitor_of(reading.scene, phrase.first)
    if found is not None and found.person is not None and phrase.definite:
        party = person_party(
            found.person, span_of(reading.draft.document, phrase.first, phrase.last)
        )
        reading.add(
            phrase.first, phrase.last, "description", (party,), "visitor", person=found.person
        )


def _read_definite(reading: Reading, phrase: Phrase) -> None:
    """`the country`, `the alliance`, `the ministry`."""
    word = reading.draft.document.tokens[phrase.core[1] - 1].text.lower()
    words = anaphora().descriptions
    if word in words.state:
        found = descriptions.state_of(reading.scene, phrase.first)
    elif word in words.organisation:
        found = descriptions.organisation_of(reading.scene, phrase.first)
    else:
        same = phrase.noun.kind if phrase.noun else ""
        found = (
            reading.scene.best(
                phrase.first,
                lambda seen: seen.mention.kind == "institution"
                and word in seen.mention.name.lower(),
            )
            if same
            else None
        )
    add_seen(reading, phrase.first, phrase.last, found, "description")


def add_seen(reading: Reading, first: int, last: int, found: Seen | None, rung: str) -> None:
    """A mention of the same parties as an earlier one."""
    if found is None or not found.mention.parties:
        return
    span = span_of(reading.draft.document, first, last)
    parties = tuple(
        owner_party(party.id, span, sector=party.sector) for party in found.mention.parties
    )
    reading.add(first, last, "description", parties, rung)
