"""Acts between parties: predicates that hold a verb entry, with sides, modality, day and place."""

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.codebooks.entries import VerbEntry, conditions, verbs
from dragoman.codebooks.plover import modality_words, plover
from dragoman.coding.asks import content_of, due_of
from dragoman.coding.frames import Match, matches
from dragoman.coding.hanging import Day
from dragoman.coding.issues import slugs_in
from dragoman.coding.modality import modality
from dragoman.coding.roles import Filled, fill
from dragoman.coding.statements import innermost
from dragoman.coding.when import Calendar, Telling, days_between
from dragoman.coding.where import place_of
from dragoman.model import Event, Modality, Party, Span, Statement, line_id
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Identities


class Act(msgspec.Struct, frozen=True):
    """A match with its sides: an event before its day is known."""

    match: Match[VerbEntry]
    actors: Filled
    recipients: Filled
    modality: Modality
    mode: str | None


def events(
    document: Document,
    identities: Identities,
    statements: Sequence[Statement],
    calendar: Calendar,
) -> tuple[Event, ...]:
    """Code the events of a document, in the order of its text."""
    acts = _without_doubles(document, list(_acts(document, identities, statements)))
    days = calendar.days([_telling(act) for act in acts])
    return tuple(
        _event(document, identities, statements, act, day)
        for act, day in zip(acts, days, strict=True)
    )


def _acts(
    document: Document, identities: Identities, statements: Sequence[Statement]
) -> Iterator[Act]:
    partners: dict[str, Party] = {}
    for match in matches(document, verbs(), VerbEntry):
        found, entry = match.predicate, match.entry
        if _in_name(identities, found.i):
            continue
        speaker = _speaker(document, statements, found.i)
        actors = fill(document, identities, found, entry.actor, context={"speaker": speaker})
        context = {"speaker": speaker, "interlocutor": _interlocutor(actors, partners)}
        filled = fill(document, identities, found, entry.recipient, context=context)
        recipients = _without(filled, actors)
        if not _enough(entry, actors, recipients):
            continue
        told = "asserted" if _is_said(entry) else modality(document, found)
        act = Act(match, actors, recipients, told, _mode(document, match))
        if entry.type == "CONSULT" and told == "asserted" and (found.pos == "v" or found.light):
            partners = {p.id: p for p in (*actors.parties, *recipients.parties)}
        yield act


def _speaker(document: Document, statements: Sequence[Statement], i: int) -> tuple[Party, ...]:
    """Whose words the token stands in, where it is a known party's."""
    token = document.tokens[i]
    statement = innermost(statements, token.start, token.end)
    last = statement.chain[-1:] if statement else ()
    return tuple(party for party in last if party.id)


def _is_said(entry: VerbEntry) -> bool:
    """A threat is made by its words: `will respond if` is one now, whenever the response comes."""
    return "speaker" in entry.actor.split() or any(c.slot == "if" for c in conditions(entry.when))


def _in_name(identities: Identities, i: int) -> bool:
    """Whether a word is part of a proper name: `Support` in a mission's, `Strike` in a group's."""
    mention = identities.at(i)
    return mention is not None and mention.kind in ("organisation", "institution", "person")


def _interlocutor(actors: Filled, partners: dict[str, Party]) -> tuple[Party, ...]:
    """In a report of a talk, what one side asks or praises is addressed to the other."""
    ids = {party.id for party in actors.parties}
    if len(ids) != 1 or not ids & partners.keys():
        return ()
    return tuple(party for key, party in partners.items() if key not in ids)


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


def _telling(act: Act) -> Telling:
    sides = frozenset(p.id for p in (*act.actors.parties, *act.recipients.parties))
    return Telling(
        predicate=act.match.predicate,
        kind=act.match.entry.type,
        sides=sides,
        mode=act.mode,
        modality=act.modality,
        said=_is_said(act.match.entry),
    )


def _without_doubles(document: Document, acts: list[Act]) -> list[Act]:
    """Drop what another act already tells: a noun under its own verb, a wish's content."""
    by_verb = {a.match.predicate.i: a for a in acts if a.match.predicate.pos == "v"}
    wished = _wished(document, acts)
    told: list[Act] = []
    for act in acts:
        found = act.match.predicate
        over = by_verb.get(found.verb) if found.pos == "n" and found.verb is not None else None
        if found.i not in wished and not (over is not None and _names_object(over, act)):
            told.append(act)
    return told


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
        if not plover().types[act.match.entry.type].content:
            continue
        slots = act.match.predicate.slots
        for i in slots.get("complement", ()):
            if document.tokens[i].is_verb:
                inside.update(_within(document, i))
        inside.update(slots.get("for", ()))
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


def _event(
    document: Document,
    identities: Identities,
    statements: Sequence[Statement],
    act: Act,
    day: Day,
) -> Event:
    span = _span(document, act)
    entry, report = act.match.entry, document.report
    start, end, text = day
    statement = innermost(statements, span.start, span.end)
    sides = {*act.actors.tokens, *act.recipients.tokens}
    asks = plover().types[entry.type].content
    content = content_of(document, act.match.predicate, sides) if asks else None
    sentence = document.sentence_of(act.match.predicate.i)
    ids = [",".join(p.id for p in role.parties) for role in (act.actors, act.recipients)]
    return Event(
        id=line_id(report.id, "event", span.start, span.end, entry.type, *ids),
        report_id=report.id,
        span=span,
        trigger=_trigger(document, act),
        event_type=entry.type,
        event_mode=act.mode,
        contexts=_contexts(document, sentence.first, sentence.last),
        actors=act.actors.parties,
        recipients=act.recipients.parties,
        date_start=start,
        date_end=end,
        date_text=text,
        place=place_of(document, identities, act.match.predicate),
        modality=_dated_modality(act.modality, end, report.published),
        content=content,
        due=due_of(document, content),
        issues=slugs_in(document, span.start, span.end),
        statement_id=statement.id if statement else None,
        confidence=_confidence(act),
        reason=_reason(act),
    )


def _dated_modality(told: Modality, end: str | None, published: str) -> Modality:
    old = end is not None and days_between(end, published) > modality_words().historical.days
    return "historical" if old and told == "asserted" else told


def _span(document: Document, act: Act) -> Span:
    """From the trigger to the last word of what it acts on."""
    found = act.match.predicate
    first = min(found.i, found.verb if found.light and found.verb is not None else found.i)
    sentence = document.sentence_of(found.i)
    tokens = {found.i, *act.recipients.tokens}
    for slot in ("object", "complement", "for", "to", "with", "on", "against", "of", "between"):
        for i in found.slots.get(slot, ()):
            tokens.update(_phrase(document, i))
    last = max(i for i in tokens if first <= i < sentence.last)
    while last > found.i and document.tokens[last].pos == "PUNCT":
        last -= 1
    return Span(start=document.tokens[first].start, end=document.tokens[last].end)


def _phrase(document: Document, i: int) -> Iterator[int]:
    """A phrase's tokens, less the clauses that only describe or time it."""
    yield i
    for child in document.children(i):
        if child.dep not in ("relcl", "advcl", "parataxis") and child.i > i:
            yield from _phrase(document, child.i)


def _trigger(document: Document, act: Act) -> str:
    found = act.match.predicate
    words = {found.i}
    if found.light and found.verb is not None:
        words.add(found.verb)
    words.update(child.i for i in tuple(words) for child in document.children(i, "prt"))
    return " ".join(document.tokens[i].text for i in sorted(words))


def _contexts(document: Document, first: int, last: int) -> tuple[str, ...]:
    lemmas = {token.lemma for token in document.tokens[first:last]}
    return tuple(name for name, words in plover().contexts.items() if lemmas & words)


def _confidence(act: Act) -> float:
    """How sure: surer where more conditions held; less where a side comes from the context."""
    score = 0.7 + 0.05 * min(3, len(act.match.entry.when.split()))
    if act.recipients.slot == "interlocutor":
        score -= 0.15
    return round(score - (0.1 if act.modality != "asserted" else 0.0), 2)


def _reason(act: Act) -> str:
    entry, found = act.match.entry, act.match.predicate
    when = f" when {entry.when}" if entry.when else ""
    sides = f"actor from {act.actors.slot}"
    if act.recipients.parties:
        sides += f", recipient from {act.recipients.slot}"
    return f"verbs: {found.lemma} ({entry.pos}){when} is {entry.type}; {sides}"
