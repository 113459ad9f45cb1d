"""Nouns in their turn: institutions, pairs, neighbours, `the country`."""

from dragoman.codebooks.anaphora import anaphora
from dragoman.resolution import descriptions
from dragoman.resolution.draft import Reading
from dragoman.resolution.homes import official_home
from dragoman.resolution.pairs import Wanted, meant
from dragoman.resolution.parties import (
    owner_party,
    person_party,
    span_of,
    text_of,
)
from dragoman.resolution.phrases import Phrase
from dragoman.resolution.read_plurals import RUNG
from dragoman.resolution.read_titles import owners_of
from dragoman.resolution.scene import ANYWHERE, Seen


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
        rung = "place" if thing and _is_where(reading, phrase) else rung
        reading.add(
            phrase.first,
            phrase.last,
            "description" if thing else "institution",
            parties,
            rung,
            quiet=thing,
        )
    elif phrase.definite and noun.collective and not _is_named(reading, phrase):
        _read_definite(reading, phrase)


def read_neighbour(reading: Reading, phrase: Phrase) -> None:
    """`its neighbour`: the state that borders on it and is told of."""
    document = reading.draft.document
    if phrase.possessor is None and document.tokens[phrase.core[1] - 1].tag == "NNS":
        parties = meant(reading.scene, phrase.core[0], Wanted(states=True, size=2))
        if parties and phrase.definite and not phrase.counted:
            span = span_of(document, phrase.first, phrase.last)
            states = tuple(owner_party(party.id, span) for party in parties)
            reading.add(phrase.first, phrase.last, "description", states, RUNG, plural=True)
        return
    if phrase.possessor is None and not phrase.definite:
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


def _is_where(reading: Reading, phrase: Phrase) -> bool:
    """`in the Chinese capital` tells a place."""
    tokens = reading.draft.document.tokens
    head = tokens[phrase.core[1] - 1]
    words = anaphora().locative
    locative = tokens[head.head].text.lower() in words.prepositions
    return head.text.lower() in words.seats and head.dep == "pobj" and locative


def _is_named(reading: Reading, phrase: Phrase) -> bool:
    """`the Wagner group`: the noun has a name, so that nothing told of before is meant."""
    tokens = reading.draft.document.tokens
    return any(tokens[i].text[0].isupper() for i in range(phrase.first, phrase.core[0]))


def _read_definite(reading: Reading, phrase: Phrase) -> None:
    """`the country`, `the alliance`, `the ministry`."""
    word = reading.draft.document.tokens[phrase.core[1] - 1].text.lower()
    words = anaphora().descriptions
    issuer = reading.draft.issuer
    if issuer is not None and _is_own_body(reading, phrase):
        span = span_of(reading.draft.document, phrase.first, phrase.last)
        party = owner_party(issuer, span, sector=phrase.noun.sector if phrase.noun else None)
        reading.add(phrase.first, phrase.last, "institution", (party,), "issuer")
        return
    if word in words.state:
        found = descriptions.state_of(reading.scene, phrase.first)
    elif word in words.organisation:
        found = descriptions.organisation_of(reading.scene, phrase.first, word)
    else:
        same = phrase.noun.kind if phrase.noun else ""
        found = (
            reading.scene.best(
                phrase.first,
                lambda seen: seen.mention.kind == "institution"
                and word in seen.mention.name.lower(),
                reach=ANYWHERE,
            )
            if same
            else None
        )
    add_seen(reading, phrase.first, phrase.last, found, "description")


def _is_own_body(reading: Reading, phrase: Phrase) -> bool:
    """`the administration`, `the Government`: in an official text it is that of its own state."""
    document = reading.draft.document
    word = document.tokens[phrase.core[1] - 1].text
    words = anaphora().titles
    own = word.lower() in words.own_bodies or word in words.own_names
    return own and not reading.joint and official_home(document) == reading.draft.issuer


def add_seen(reading: Reading, first: int, last: int, found: Seen | None, rung: str) -> None:
    """A mention of the same parties as an earlier one."""
    if found is None or not found.mention.parties:
        return
    span = span_of(reading.draft.document, first, last)
    parties = tuple(
        owner_party(party.id, span, sector=party.sector) for party in found.mention.parties
    )
    reading.add(first, last, "description", parties, rung)
