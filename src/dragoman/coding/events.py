"""Acts between parties: predicates that hold a verb entry, with sides, modality, day and place."""

from collections.abc import Collection, Iterator, Sequence

from dragoman.codebooks.plover import modality_words, plover
from dragoman.coding.acts import Act, find_acts, is_said
from dragoman.coding.asks import content_of, due_of
from dragoman.coding.hanging import Day
from dragoman.coding.issues import slugs_in
from dragoman.coding.questioners import put_to_others
from dragoman.coding.statements import innermost
from dragoman.coding.when import Calendar, Telling, days_between, is_to_come
from dragoman.coding.where import place_of
from dragoman.model import Event, Modality, Span, Statement, line_id
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Identities


def events(
    document: Document,
    identities: Identities,
    statements: Sequence[Statement],
    calendar: Calendar,
) -> tuple[Event, ...]:
    """Code the events of a document, in the order of its text."""
    put = put_to_others(document, statements)
    found = find_acts(document, identities, statements, put=put)
    acts = [act for act in found if not _is_put(act, put)]
    days = calendar.days([_telling(act) for act in acts])
    told = (
        _event(document, identities, statements, act, day)
        for act, day in zip(acts, days, strict=True)
    )
    by_id: dict[str, Event] = {}
    for event in told:  # two words may tell one act in the same stretch: the first stays
        by_id.setdefault(event.id, event)
    return tuple(by_id.values())


def _is_put(act: Act, put: Collection[int]) -> bool:
    """Whether an ask or promise stands in a reporter's question: "Will Chad agree to talks?"."""
    return act.match.predicate.i in put and plover().types[act.match.entry.type].content


def _telling(act: Act) -> Telling:
    sides = frozenset(p.id for p in (*act.actors.parties, *act.recipients.parties))
    return Telling(
        predicate=act.match.predicate,
        kind=act.match.entry.type,
        sides=sides,
        mode=act.mode,
        modality=act.modality,
        said=is_said(act.match.entry),
    )


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
        modality=_dated_modality(act.modality, day, report.published),
        content=content,
        due=due_of(document, content),
        issues=slugs_in(document, span.start, span.end),
        statement_id=statement.id if statement else None,
        confidence=_confidence(act),
        reason=_reason(act),
    )


def _dated_modality(told: Modality, day: Day, published: str) -> Modality:
    """`is travelling to Riga in May` is to come in a report of April, history in one years on."""
    if told != "asserted":
        return told
    if is_to_come(day, published):
        return "future"
    end = day[1]
    old = end is not None and days_between(end, published) > modality_words().historical.days
    return "historical" if old else told


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
