"""A report with its evidence: the article, and beside it what was read from its words."""

from bisect import bisect_right
from itertools import groupby

import msgspec
from starlette.responses import RedirectResponse, Response

from dragoman.errors import RecordError
from dragoman.model import Event, Fact, Party, Position, Report, Statement
from dragoman.publishing.phrases import fields, phrase
from dragoman.publishing.web.asking import Asked, MissingError, found
from dragoman.publishing.web.happenings import SENTENCE_END
from dragoman.publishing.web.highlights import Cover, is_wrapped, paragraphs
from dragoman.publishing.web.naming import STANCES, quad_class
from dragoman.publishing.web.site import render
from dragoman.questions.lookup import explain, find
from dragoman.record.reading import report_by_id
from dragoman.record.revisions import history, latest
from dragoman.record.rows import kind_of
from dragoman.record.store import current_facts

KINDS = ("event", "statement", "position", "tie", "office")
# What a form of review suggests to amend, by kind.
AMENDABLE = {
    "event": "event_mode=visit",
    "statement": "channel=phone",
    "position": "stance=neutral",
    "tie": "tone=mixed",
    "office": "office=foreign minister",
}
WORDS = 240  # characters of evidence that a card repeats


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One line beside the text; `chain` is through whom its words came, `why` its fields."""

    fact: Fact
    kind: str
    style: str
    phrase: str
    words: str
    chain: tuple[Party, ...]
    why: list[tuple[str, str]]


def report_page(asked: Asked) -> Response:
    """The article of the id in the path; with `line`, the roles in that line are marked."""
    report = _report(asked)
    revisions = {one.corrected.id: one for one in latest(asked.connection, report.id)}
    facts = current_facts(asked.connection, report.id)
    gone = [one.corrected for one in revisions.values() if one.verdict == "rejected"]
    sentences = _sentences(report, [*facts, *gone])
    listed = [card.fact for cards in sentences for card in cards]
    covers = _covers(asked, [fact for fact in listed if fact not in gone], gone)
    return render(
        asked.site,
        asked.request,
        "report.html",
        report=report,
        paragraphs=paragraphs(report.text, covers),
        wrapped=is_wrapped(report.text),
        sentences=sentences,
        numbers={fact.id: number for number, fact in enumerate(listed, 1)},
        revisions=revisions,
        history=lambda line_id: history(asked.connection, line_id),
        kinds=_counts(facts),
        chosen=asked.filters.line,
        amendable=AMENDABLE,
    )


def _report(asked: Asked) -> Report:
    try:
        return report_by_id(asked.connection, asked.part("report_id"))
    except RecordError as error:
        raise MissingError(str(error)) from error


def _covers(asked: Asked, facts: list[Fact], gone: list[Fact]) -> list[Cover]:
    """The words of all lines, and those of the chosen one by what they are in it."""
    chosen = asked.filters.line
    covers = [_cover(fact) for fact in facts]
    if chosen in {fact.id for fact in facts}:
        covers += _roles(asked, chosen)
    elif chosen and chosen not in {fact.id for fact in gone}:
        raise MissingError(f"line {chosen}: stands in no such report")
    return covers


def line_page(asked: Asked) -> Response:
    """A line's permalink leads to its report, where its words are."""
    with found():
        line = find(asked.connection, asked.part("line_id"))
    if isinstance(line, Report):
        return RedirectResponse(f"/reports/{line.id}", 303)
    return RedirectResponse(f"/reports/{line.report_id}?line={line.id}#l-{line.id}", 303)


def _sentences(report: Report, facts: list[Fact]) -> list[list[Card]]:
    """The cards of each sentence, as they stand in the text; what was done comes first."""
    chains = {fact.id: fact.chain for fact in facts if isinstance(fact, Statement)}
    ends = [match.end() for match in SENTENCE_END.finditer(report.text)]

    def sentence(fact: Fact) -> int:
        return bisect_right(ends, fact.span.start)

    ordered = sorted(facts, key=lambda one: (sentence(one), KINDS.index(kind_of(one)), one.span))
    return [
        [_card(report, fact, chains) for fact in group] for _, group in groupby(ordered, sentence)
    ]


def _card(report: Report, fact: Fact, chains: dict[str, tuple[Party, ...]]) -> Card:
    words = report.text[fact.span.start : fact.span.end]
    why = [(name, value) for name, value in fields(fact) if value]
    if isinstance(fact, Event | Position):
        why += [("confidence", f"{fact.confidence:.2f}"), ("reason", fact.reason)]
    return Card(
        fact=fact,
        kind=kind_of(fact),
        style=_style(fact),
        phrase=phrase(fact),
        words=words if len(words) <= WORDS else f"{words[:WORDS].rpartition(' ')[0]} …",
        chain=chains.get(getattr(fact, "statement_id", None) or fact.id, ()),
        why=why,
    )


def _style(fact: Fact) -> str:
    own = kind_of(fact)
    if isinstance(fact, Event):
        return f"{own} {quad_class(fact.event_type)}".strip()
    if isinstance(fact, Position):
        return f"{own} {STANCES[fact.stance][0]}"
    return own


def _cover(fact: Fact) -> Cover:
    return Cover(span=fact.span, id=fact.id, style=_style(fact))


def _roles(asked: Asked, line_id: str) -> list[Cover]:
    """The words of the chosen line, each by what it is in the line."""
    marks = explain(asked.connection, line_id).marks
    return [
        Cover(span=mark.span, id=line_id, style=f"chosen r-{mark.role}", part=True)
        for mark in marks
    ]


def _counts(facts: list[Fact]) -> list[tuple[str, int]]:
    kinds = sorted((kind_of(fact) for fact in facts), key=KINDS.index)
    return [(kind, len(list(group))) for kind, group in groupby(kinds)]
