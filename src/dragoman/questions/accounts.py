"""Whose account a line is: the party's whose words carry it, or the outlet's own state's."""

import sqlite3
from collections.abc import Iterable
from functools import cache

import msgspec

from dragoman.codebooks.reference import outlets
from dragoman.model import Event, Fact, Position, Report, Statement
from dragoman.record.reading import report_by_id
from dragoman.record.store import current_facts


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A line as one side tells it: who says so, in which report."""

    fact: Event | Position
    teller: str
    outlet: str | None
    report_id: str
    words: str


def told_in(connection: sqlite3.Connection, report_ids: Iterable[str]) -> list[Told]:
    """The events and positions of reports, each with whose account it is."""
    return [
        told
        for report_id in report_ids
        for told in _of_report(report_by_id(connection, report_id), connection)
    ]


def _of_report(report: Report, connection: sqlite3.Connection) -> list[Told]:
    facts = current_facts(connection, report.id)
    statements = {fact.id: fact for fact in facts if isinstance(fact, Statement)}
    return [
        Told(
            fact=fact,
            teller=_teller(fact, statements) or home_of(report.outlet) or "",
            outlet=report.outlet,
            report_id=report.id,
            words=report.text[fact.span.start : fact.span.end],
        )
        for fact in facts
        if isinstance(fact, Event | Position)
    ]


def _teller(fact: Fact, statements: dict[str, Statement]) -> str | None:
    """The outermost source of what tells the line: its readout, whoever is quoted in that."""
    statement = statements.get(getattr(fact, "statement_id", None) or "")
    while statement is not None and statement.within in statements:
        statement = statements[statement.within]
    if statement is None:
        return None
    return next((source.id for source in statement.chain if source.id), None)


def home_of(outlet: str | None) -> str | None:
    """The state of an outlet that the codebook knows."""
    return _homes().get((outlet or "").casefold())


@cache
def _homes() -> dict[str, str]:
    return {
        name.casefold(): row.country
        for row in outlets()
        if row.country
        for name in (row.name, *row.aliases)
    }
