"""Reviewed lines as hand-coded reports, to measure coders by, and as exemplars, to train with.

In a hand-coded report the lines that people accepted or amended are required, those that nobody
has reviewed are not, and those that were rejected are left out: only what people decided counts.
"""

import re
import sqlite3
from collections.abc import Iterator

from dragoman.evaluation.agreement import code_of
from dragoman.evaluation.units import (
    EventUnit,
    HandCoded,
    OfficeUnit,
    PositionUnit,
    StatementUnit,
    TieUnit,
)
from dragoman.model import Event, Fact, Office, Party, Position, Report, Span, Statement, Tie
from dragoman.record.reading import report_by_id
from dragoman.record.store import current_facts

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”’\"'][.!?])[”’\"')]*\s+(?=[A-Z“‘\"'])|\n\s*\n")
_WORD_END = re.compile(r"\S+\s*$")
_WORD_START = re.compile(r"\s*\S+")


def hand_coded(connection: sqlite3.Connection) -> Iterator[HandCoded]:
    """Each report of which at least one line was reviewed, in the order of the record."""
    for report_id in _reviewed_reports(connection):
        report = report_by_id(connection, report_id)
        wanted = _wanted(connection, report_id)
        facts = current_facts(connection, report_id)
        yield _coded(report, [(fact, fact.id in wanted) for fact in facts])


def exemplars(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Type, mode and sentence of each accepted or amended event that one sentence tells.

    The actor stands in `[]`, the recipient in `{}`.
    """
    for report_id in _reviewed_reports(connection):
        report = report_by_id(connection, report_id)
        wanted = _wanted(connection, report_id)
        for fact in current_facts(connection, report_id):
            if isinstance(fact, Event) and fact.id in wanted:
                sentence = _marked(fact, report.text)
                if sentence is not None:
                    yield fact.event_type, fact.event_mode or "", sentence


def _reviewed_reports(connection: sqlite3.Connection) -> list[str]:
    query = """
        SELECT id FROM report WHERE id IN (SELECT report_id FROM revision) ORDER BY number
    """
    return [report_id for (report_id,) in connection.execute(query)]


def _wanted(connection: sqlite3.Connection, report_id: str) -> set[str]:
    """The lines of a report that people accepted or amended."""
    query = """
        SELECT line.id FROM report JOIN packed ON packed.report = report.number
        JOIN line ON line.number BETWEEN packed.first AND packed.last
        JOIN correction ON correction.line = line.number
        JOIN revision ON revision.number = correction.revision
        WHERE report.id = ? AND revision.verdict <> 'rejected'
    """
    return {line_id for (line_id,) in connection.execute(query, (report_id,))}


def _coded(report: Report, facts: list[tuple[Fact, bool]]) -> HandCoded:
    text = report.text
    return HandCoded(
        report=report.id,
        published=report.published,
        text=text,
        events=tuple(_event(fact, text, sure) for fact, sure in facts if isinstance(fact, Event)),
        positions=tuple(
            _position(fact, text, sure)
            for fact, sure in facts
            if isinstance(fact, Position) and _codes(fact.holders)
        ),
        statements=tuple(
            _statement(fact, text, sure)
            for fact, sure in facts
            if isinstance(fact, Statement) and fact.chain
        ),
        offices=tuple(_office(fact, sure) for fact, sure in facts if isinstance(fact, Office)),
        ties=tuple(_tie(fact, text, sure) for fact, sure in facts if isinstance(fact, Tie)),
    )


def _event(event: Event, text: str, required: bool) -> EventUnit:  # noqa: FBT001 - one of three facts of a unit
    days = (event.date_start, event.date_end or event.date_start)
    return EventUnit(
        anchor=anchor(event.span, text),
        types=(event.event_type,),
        modes=() if event.event_mode is None else (event.event_mode,),
        actors=_codes(event.actors),
        recipients=_codes(event.recipients),
        date=None if days[0] is None or days[1] is None else (days[0], days[1]),
        modality=event.modality,
        place=event.place.name if event.place else None,
        required=required,
    )


def _position(position: Position, text: str, required: bool) -> PositionUnit:  # noqa: FBT001 - likewise
    return PositionUnit(
        anchor=anchor(position.span, text),
        holders=_codes(position.holders),
        issues=(position.issue,),
        stance=position.stance,
        required=required,
    )


def _statement(statement: Statement, text: str, required: bool) -> StatementUnit:  # noqa: FBT001 - likewise
    addressees = [party.name for party in statement.addressees]
    return StatementUnit(
        anchor=anchor(statement.span, text),
        chain=tuple(party.name for party in statement.chain),
        channel=statement.channel,
        addressee=addressees[0] if addressees else None,
        quote=statement.quote,
        required=required,
    )


def _office(office: Office, required: bool) -> OfficeUnit:  # noqa: FBT001 - likewise
    return OfficeUnit(
        person=office.person, country=office.country, office=office.office, required=required
    )


def _tie(tie: Tie, text: str, required: bool) -> TieUnit:  # noqa: FBT001 - likewise
    parties = tuple(code_of(party) for party in tie.parties)
    return TieUnit(anchor=anchor(tie.span, text), parties=parties, tone=tie.tone, required=required)


def _codes(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code_of(party) for party in parties if code_of(party)))


def anchor(span: Span, text: str) -> str:
    """The words of a span, with as many words around as make them stand once in the text."""
    start, end = span.start, span.end
    while text.count(text[start:end]) > 1:
        before = _WORD_END.search(text[:start])
        after = _WORD_START.match(text[end:])
        start = before.start() if before else start
        end = end + after.end() if after else end
    return text[start:end]


def _marked(event: Event, text: str) -> str | None:
    """The event's sentence with its two sides marked; none where a side stands elsewhere."""
    start, end = _sentence(event.span, text)
    sides = [(event.actors, "[", "]"), (event.recipients, "{", "}")]
    marks = []
    for parties, opening, closing in sides:
        span = next((party.span for party in parties if party.span is not None), None)
        if span is None or not start <= span.start < span.end <= end:
            return None
        marks.append((span, opening, closing))
    (one, *_), (two, *_) = sorted(marks)
    if two.start < one.end:
        return None
    sentence = text[start:end]
    for span, opening, closing in sorted(marks, reverse=True):
        first, last = span.start - start, span.end - start
        sentence = f"{sentence[:first]}{opening}{sentence[first:last]}{closing}{sentence[last:]}"
    return " ".join(sentence.split())


def _sentence(span: Span, text: str) -> tuple[int, int]:
    """Where the sentence around a span begins and ends, as punctuation has it."""
    ends = [(match.start(), match.end()) for match in _SENTENCE_END.finditer(text)]
    start = max((after for _, after in ends if after <= span.start), default=0)
    stop = min((before for before, _ in ends if before >= span.end), default=len(text))
    return start, stop
