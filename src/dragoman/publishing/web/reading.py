"""A report with its evidence: the article, and beside it what was read from its words."""

from itertools import groupby

import msgspec
from starlette.responses import RedirectResponse, Response

from dragoman.errors import RecordError
from dragoman.model import Event, Fact, Party, Position, Report, Statement
from dragoman.publishing.phrases import fields, phrase
from dragoman.publishing.web.asking import Asked, MissingError, found
from dragoman.publishing.web.highlights import Cover, is_wrapped, paragraphs
from dragoman.publishing.web.naming import STANCES, quad_class
from dragoman.publishing.web.site import render
from dragoman.questions.lookup import explain, find
from dragoman.record.rows import kind_of
from dragoman.record.store import facts_of_report, report_by_id

KINDS = ("event", "statement", "position", "tie", "office")
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
    try:
        report = report_by_id(asked.connection, asked.part("report_id"))
    except RecordError as error:
        raise MissingError(str(error)) from error
    facts = facts_of_report(asked.connection, report.id)
    chosen = asked.filters.line
    if chosen and chosen not in {fact.id for fact in facts}:
        raise MissingError(f"line {chosen}: stands in no such report")
    covers = [*map(_cover, facts), *(_roles(asked, chosen) if chosen else ())]
    return render(
        asked.site,
        asked.request,
        "report.html",
        report=report,
        paragraphs=paragraphs(report.text, covers),
        wrapped=is_wrapped(report.text),
        cards=_cards(report, facts),
        kinds=_counts(facts),
        chosen=chosen,
    )


def line_page(asked: Asked) -> Response:
    """A line's permalink leads to its report, where its words are."""
    with found():
        line = find(asked.connection, asked.part("line_id"))
    if isinstance(line, Report):
        return RedirectResponse(f"/reports/{line.id}", 303)
    return RedirectResponse(f"/reports/{line.report_id}?line={line.id}#l-{line.id}", 303)


def _cards(report: Report, facts: list[Fact]) -> list[Card]:
    chains = {fact.id: fact.chain for fact in facts if isinstance(fact, Statement)}
    ordered = sorted(facts, key=lambda fact: (fact.span, KINDS.index(kind_of(fact))))
    return [_card(report, fact, chains) for fact in ordered]


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
    return [Cover(span=mark.span, id=line_id, style=f"chosen r-{mark.role}") for mark in marks]


def _counts(facts: list[Fact]) -> list[tuple[str, int]]:
    kinds = sorted((kind_of(fact) for fact in facts), key=KINDS.index)
    return [(kind, len(list(group))) for kind, group in groupby(kinds)]
