"""Pronouns in their turn."""

from collections.abc import Mapping

import msgspec

from dragoman.codebooks.anaphora import anaphora
from dragoman.codebooks.speech import speech
from dragoman.codebooks.tenures import known_as
from dragoman.model import Party
from dragoman.parsing.document import Token
from dragoman.resolution import pronouns
from dragoman.resolution.draft import Reading
from dragoman.resolution.identities import Mention
from dragoman.resolution.pairs import Wanted, meant
from dragoman.resolution.parties import (
    owner_party,
    person_party,
    span_of,
)
from dragoman.resolution.scene import Seen

_SPEAKER, _ISSUER = "speaker", "issuer"
VOICED = (_SPEAKER, _ISSUER)  # how `I` and `we` are found


def read_pronoun(reading: Reading, token: Token, kind: str) -> None:
    """`he`, `she`, `it`, `they`, `who`."""
    scene, i = reading.scene, token.i
    span = span_of(reading.draft.document, i, i + 1)
    if kind in ("he", "she"):
        speaker = _speaker(reading, token)
        found = pronouns.person_of(scene, token, kind, speaker)
        if found is not None and found.person is not None:
            party = person_party(found.person, span)
            reading.add(i, i + 1, "pronoun", (party,), "pronoun", person=found.person)
    elif kind == "it":
        found = pronouns.thing_of(scene, token)
        if found is not None:
            party = msgspec.structs.replace(found.mention.parties[0], span=span)
            reading.add(i, i + 1, "pronoun", (party,), "pronoun")
    elif kind == "they":
        parties = pronouns.group_of(scene, token)
        if parties:
            reading.add(i, i + 1, "pronoun", parties, "pronoun", plural=True)
    elif kind == "who":
        mention = pronouns.relative_of(reading.draft.document, token, reading.by_token)
        if mention is not None and mention.parties:
            reading.add(i, i + 1, "pronoun", mention.parties, "relative", quiet=True)


def _speaker(reading: Reading, token: Token) -> Seen | None:
    """Within quotation marks, `he` is another than who speaks."""
    source = reading.draft.speakers.get(token.i)
    if source is None or token.i not in reading.scene.quoted:
        return None
    mention = reading.by_token.get(source)
    return reading.scene.of(mention) if mention is not None else None


def read_speaker(
    reading: Reading, token: Token, kind: str, listed: Mapping[int, tuple[Mention, ...]]
) -> None:
    """`I` is who speaks, `we` their state; outside speech, who issued the text."""
    source = reading.draft.speakers.get(token.i)
    mention = reading.by_token.get(source) if source is not None else None
    span = span_of(reading.draft.document, token.i, token.i + 1)
    rung = _SPEAKER
    if source is not None and _asks(reading, source, mention):
        return
    said = token.i in reading.scene.quoted
    if kind == "we" and reading.joint and not said and (us := _named_us(reading, token, listed)):
        parties, rung = us, _ISSUER
    elif mention is not None and mention.parties:
        several = listed.get(mention.first, (mention,)) if kind == "we" else (mention,)
        parties = tuple(party for each in several for party in each.parties)
    elif not said and (us := _named_us(reading, token, listed)):
        parties, rung = us, _ISSUER
    elif not said and reading.draft.issuer and not reading.joint:
        parties, rung = (owner_party(reading.draft.issuer, span),), _ISSUER
    else:
        return
    if kind == "we":
        ids = dict.fromkeys(party.id for party in parties if party.id)
        parties = _all_of_us(reading, token, frozenset(ids))
        parties = parties or tuple(owner_party(each, span) for each in ids)
    reading.add(token.i, token.i + 1, "pronoun", parties, rung, quiet=True)


def _asks(reading: Reading, source: int, mention: Mention | None) -> bool:
    """Whether the label of a turn is a questioner's, or the bare name of nobody told of.

    `MS. SILVA`, who stands at the lectern, has an honorific; a guest's name is well known.
    """
    document, issuer = reading.draft.document, reading.draft.issuer
    label = document.tokens[source]
    if label.text.lower() in speech().transcripts.questioners:
        return True
    heads_line = document.text[: label.start].rstrip(" \t")[-1:] in ("", "\n")
    colon = [token.text for token in document.tokens[source + 1 : source + 2]] == [":"]
    if mention is not None or not (heads_line and colon and label.text.isupper()):
        return False
    return all(row.owner != issuer for row in known_as(label.text, document.report.published))


def _named_us(
    reading: Reading, token: Token, listed: Mapping[int, tuple[Mention, ...]]
) -> tuple[Party, ...]:
    """`We, the presidents of Chad and Mali, ...`: they speak from there on."""
    after = reading.draft.document.tokens[token.i + 1 : token.i + 3]
    if [each.text for each in after[:1]] in ([","], ["—"], ["–"]):
        beside = [reading.by_token.get(each.i + skip) for each in after[1:] for skip in (0, 1)]
        mention = next((each for each in beside if each and each.parties), None)
        several = listed.get(mention.first, (mention,)) if mention else ()
        reading.us = tuple(party for each in several for party in each.parties) or reading.us
    return reading.us


def _all_of_us(reading: Reading, token: Token, own: frozenset[str]) -> tuple[Party, ...]:
    """`we agreed`: the speaker's side and the other."""
    document = reading.draft.document
    verb = document.tokens[token.head]
    partner = any(child.text.lower() == "with" for child in document.children(verb.i, "prep"))
    if token.dep != "nsubj" or verb.lemma not in anaphora().pronouns.jointly or partner or not own:
        return ()
    span = span_of(document, token.i, token.i + 1)
    parties = meant(reading.scene, token.i, Wanted(sides=True, among=own))
    return tuple(owner_party(party.id, span) for party in parties)
