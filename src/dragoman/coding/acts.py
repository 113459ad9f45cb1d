"""Acts: predicates that hold a verb entry, with their sides, modality and mode."""

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.codebooks.entries import VerbEntry, conditions, verbs
from dragoman.codebooks.plover import plover
from dragoman.coding.bearing import bears, is_domestic, is_private
from dragoman.coding.modality import modality
from dragoman.coding.roles import Filled, fill
from dragoman.coding.statements import innermost
from dragoman.coding.talk import Talk
from dragoman.coding.topics import is_topic
from dragoman.coding.where import hosts
from dragoman.model import Modality, Party, Statement
from dragoman.parsing.document import Document
from dragoman.parsing.frames import Match, matches
from dragoman.parsing.transcripts import turns
from dragoman.resolution.identities import Identities


class Act(msgspec.Struct, frozen=True):
    """A match with its sides: an event before its day is known."""

    match: Match[VerbEntry]
    actors: Filled
    recipients: Filled
    modality: Modality
    mode: str | None


def find_acts(
    document: Document,
    identities: Identities,
    statements: Sequence[Statement],
    *,
    put: frozenset[int],
) -> list[Act]:
    """The acts of a document in the order of its text, each told once.

    `put` are the tokens of what reporters put to others.
    """
    return _without_doubles(document, list(_acts(document, identities, statements, put)))


def _acts(
    document: Document,
    identities: Identities,
    statements: Sequence[Statement],
    put: frozenset[int],
) -> Iterator[Act]:
    talk = Talk(spoken=any(True for _ in turns(document)))
    for match in matches(document, verbs(), VerbEntry):
        if _in_name(identities, match.predicate.i) or is_topic(document, match.predicate):
            continue
        speaker = _speaker(document, statements, match)
        act = _first_with_sides(document, identities, match, speaker, talk)
        if act is None:
            continue
        sides = (act.actors, act.recipients)
        if not bears(document, identities, act.match, sides, put=put):
            continue
        if is_private(identities, act.match.entry.type, act.mode, act.actors):
            continue
        entry = act.match.entry
        told = act.match.predicate.pos == "v" or act.match.predicate.light
        if entry.type == "CONSULT" and act.modality == "asserted" and told:
            talk = talk.between(document, act.match.predicate, act.actors, act.recipients)
        yield act


def _first_with_sides(
    document: Document,
    identities: Identities,
    match: Match[VerbEntry],
    speaker: tuple[Party, ...],
    talk: Talk,
) -> Act | None:
    """The most demanding entry whose sides are there: `fired into the sea` hits nobody."""
    found = match.predicate
    held = (match.entry, *match.beaten)
    for n, entry in enumerate(held):
        actors = fill(document, identities, found, entry.actor, context={"speaker": speaker})
        context = {"speaker": speaker, "interlocutor": talk.other_side(document, found, actors)}
        filled = fill(document, identities, found, entry.recipient, context=context)
        if not filled.parties:
            filled = hosts(document, identities, found, plover().types[entry.type].at_places)
        recipients = _without(filled, actors)
        if _enough(entry, actors, recipients) and not is_domestic(document, entry, actors, filled):
            chosen = Match(found, entry, (*held[:n], *held[n + 1 :]))
            told = "asserted" if is_said(entry) else modality(document, found)
            return Act(chosen, actors, recipients, told, _mode(document, chosen))
    return None


def _speaker(
    document: Document, statements: Sequence[Statement], match: Match[VerbEntry]
) -> tuple[Party, ...]:
    """Whose words the predicate stands in, where an entry asks and it is a known party's."""
    held = (match.entry, *match.beaten)
    if not any("speaker" in f"{entry.actor} {entry.recipient}".split() for entry in held):
        return ()  # seldom asked, and looked for among all statements
    token = document.tokens[match.predicate.i]
    statement = innermost(statements, token.start, token.end)
    last = statement.chain[-1:] if statement else ()
    return tuple(party for party in last if party.id)


def is_said(entry: VerbEntry) -> bool:
    """Whether the words make the act: `will respond if` is a threat now, whenever it comes."""
    return "speaker" in entry.actor.split() or any(c.slot == "if" for c in conditions(entry.when))


def _in_name(identities: Identities, i: int) -> bool:
    """Whether a word is part of a proper name: `Support` in a mission's, `Strike` in a group's."""
    mention = identities.at(i)
    return mention is not None and mention.kind in ("organisation", "institution", "person")


def _without(recipients: Filled, actors: Filled) -> Filled:
    ids = {party.id for party in actors.parties}
    kept = tuple(party for party in recipients.parties if party.id not in ids)
    return Filled(kept, recipients.slot, recipients.tokens)


def _enough(entry: VerbEntry, actors: Filled, recipients: Filled) -> bool:
    if not actors.parties:
        return False
    together = len(actors.parties) + len(recipients.parties)
    return {"actor": True, "both": bool(recipients.parties), "two": together > 1}[entry.needs]


def _mode(document: Document, match: Match[VerbEntry]) -> str | None:
    """The entry's mode, unless a word around the trigger says another."""
    modes = plover().types[match.entry.type].modes
    if not modes:
        return match.entry.mode
    near = _words_near(document, match)
    for name, mode in modes.items():
        if not near.isdisjoint(mode.words):
            return name
    return match.entry.mode


def _words_near(document: Document, match: Match[VerbEntry]) -> set[str]:
    """Lemmas of the trigger with its modifiers and phrases, and of what it acts on."""
    found = match.predicate
    near: set[str] = set()
    for i in {found.i, found.verb if found.light and found.verb is not None else found.i}:
        near |= _compounds(document, i)
        for child in document.children(i, "prep"):
            if child.lemma in plover().mode_prepositions:
                near |= {grand.lemma for grand in document.children(child.i, "pobj")}
    for slot in ("object", "complement", "for", "on"):
        for i in found.slots.get(slot, ()):
            near |= _compounds(document, i)
            near |= {child.lemma for child in document.children(i, "dobj")}
    return near


def _compounds(document: Document, i: int) -> set[str]:
    lemma = document.tokens[i].lemma
    near = {lemma}
    for child in document.children(i, "amod", "compound", "nmod", "advmod"):
        near |= {child.lemma, f"{lemma}+{child.lemma}"}
    return near


def _without_doubles(document: Document, acts: list[Act]) -> list[Act]:
    """Drop what another act already tells: a noun under its own verb, a wish's content."""
    by_verb = {a.match.predicate.i: a for a in acts if a.match.predicate.pos == "v"}
    wished = _wished(document, acts)
    told: list[Act] = []
    owned: dict[int, Act] = {}  # by the clauses under them
    for act in acts:
        found = act.match.predicate
        over = by_verb.get(found.verb) if found.pos == "n" and found.verb is not None else None
        doubled = over is not None and _names_object(over, act)
        if found.i not in wished and not doubled and not _repeats(owned.get(found.i), act):
            told.append(act)
            owned |= dict.fromkeys(found.slots.get("complement", ()), act)
    return told


def _repeats(over: Act | None, act: Act) -> bool:
    """`its decision to recognise`: the verb tells what the noun over it has told."""
    return (
        over is not None
        and over.match.entry.type == act.match.entry.type
        and over.actors.parties == act.actors.parties
    )


def _names_object(over: Act, act: Act) -> bool:
    """Whether a verb only carries the noun its entry asks for, or tells the same type with it."""
    is_object = act.match.predicate.i in over.match.predicate.slots.get("object", ())
    asked = any(c.slot == "object" and c.words for c in conditions(over.match.entry.when))
    carried = act.match.predicate.light and asked
    return is_object and (carried or over.match.entry.type == act.match.entry.type)


def _wished(document: Document, acts: list[Act]) -> set[int]:
    """Tokens inside what is asked, promised, refused or threatened: no acts of their own."""
    inside: set[int] = set()
    for act in acts:
        kind = plover().types[act.match.entry.type]
        if not kind.content:
            continue
        slots = act.match.predicate.slots
        for i in slots.get("complement", ()):
            if document.tokens[i].is_verb:
                inside.update(_within(document, i))
        for slot in ("for", "to", "on") if kind.wish else ("for",):
            inside.update(slots.get(slot, ()))
    return inside


def _within(document: Document, i: int) -> Iterator[int]:
    """A clause's tokens, less those of clauses that only tell its circumstances."""
    yield i
    for child in document.children(i):
        circumstance = child.dep == "advcl" and any(
            True for _ in document.children(child.i, "mark")
        )
        if not circumstance:
            yield from _within(document, child.i)
