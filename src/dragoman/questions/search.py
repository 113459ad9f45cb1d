"""Full text: reports and the words behind lines, ranked, with the places that were found."""

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.codebooks.issues import issues
from dragoman.errors import UsageError
from dragoman.model import Fact, Span
from dragoman.questions.conditions import on_reports
from dragoman.questions.names import parties_named
from dragoman.questions.persons import Named, persons_named
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.record.store import FACT, fact_from

LONGEST = 400  # characters of a query that are read
RANKED = 2000  # reports, the newest first, among which the best are sought where more are found
_AROUND = 12  # words of a report around what was found
_START, _END = "\x02", "\x03"  # intake lets no such characters into a text
_TITLE_WEIGHT = 4.0  # a word in the title counts as so many in the text

_REPORTS = f"""
    WITH found AS (
        SELECT rowid AS number, bm25(search, 1.0, {_TITLE_WEIGHT}) AS score,
               snippet(search, -1, '{_START}', '{_END}', '', {_AROUND}) AS snippet
        FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT {RANKED}
    )
    SELECT report.id, published, title, outlet, snippet FROM found JOIN report USING (number)
    WHERE {{where}} ORDER BY score, published DESC, number LIMIT ? OFFSET ?
"""  # noqa: S608 - our own words
_LINES = f"""
    SELECT report.published, report.text, {FACT} FROM report
    JOIN packed ON packed.report = report.number
    JOIN line ON line.number BETWEEN packed.first AND packed.last
    WHERE report.id = ? ORDER BY line.number
"""  # noqa: S608 - our own words


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a snippet; `found` where it is what was sought."""

    text: str
    found: bool


class ReportFound(msgspec.Struct, frozen=True, kw_only=True):
    """A report in which all words stand, and the passage that holds most of them."""

    id: str
    published: str
    title: str | None
    outlet: str | None
    snippet: tuple[Piece, ...]


class LineFound(msgspec.Struct, frozen=True, kw_only=True):
    """A line in whose evidence all words stand."""

    fact: Fact
    published: str
    snippet: tuple[Piece, ...]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found: parties by code, issues by slug, people, reports, lines."""

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    people: tuple[Named, ...]
    reports: tuple[ReportFound, ...]
    lines: tuple[LineFound, ...]


def search(
    connection: sqlite3.Connection,
    text: str,
    selection: Selection = EVERYTHING,
    *,
    limit: int = 20,
    offset: int = 0,
) -> Found:
    """Reports that hold all words of `text`, best first, the lines in them, and what is named so.

    Words are sought as they stand, whatever their case and accents; signs only divide them. Where
    more than 2,000 reports hold them, the best are those of the last 2,000 that were added.

    Raises:
        UsageError: the text has no word to search for.
    """
    words = tokens(text[:LONGEST])
    if not words:
        raise UsageError("search: no word to search for: give letters or digits")
    query = " ".join(f'"{word}"' for word in words)  # quoted, a word is never an operator
    condition = on_reports(selection)
    sql = _REPORTS.format(where=condition.where)
    rows = connection.execute(sql, (query, *condition.values, limit, offset)).fetchall()
    reports = tuple(
        ReportFound(id=key, published=day, title=title, outlet=outlet, snippet=_pieces(snippet))
        for key, day, title, outlet, snippet in rows
    )
    return Found(
        parties=parties_named(text),
        issues=_issues(words),
        people=persons_named(connection, text),
        reports=reports,
        lines=tuple(_lines(connection, reports, words)),
    )


def tokens(text: str) -> list[str]:
    """The words of a text as the index divides it: runs of letters, digits and marks on them."""
    found, word = [], ""
    for character in f"{text} ":
        if unicodedata.category(character)[0] in "LNM" or unicodedata.category(character) == "Co":
            word += character
        elif word:
            found.append(word)
            word = ""
    return found


def _pieces(snippet: str) -> tuple[Piece, ...]:
    pieces = []
    for n, part in enumerate(snippet.split(_START)):
        inside, end, after = part.partition(_END)
        pieces += [Piece(inside, n > 0)] if inside else []
        pieces += [Piece(after, False)] if end and after else []
    return tuple(pieces)


def _issues(words: Iterable[str]) -> tuple[str, ...]:
    """Issues in whose name or slug all words stand."""
    wanted = {folded(word) for word in words}
    return tuple(
        slug
        for slug, issue in issues().items()
        if wanted <= {folded(word) for word in tokens(f"{issue.name} {slug}")}
    )


def _lines(
    connection: sqlite3.Connection, reports: Iterable[ReportFound], words: Iterable[str]
) -> Iterator[LineFound]:
    """The lines of the reports whose own words hold all that is sought, report by report."""
    wanted = {folded(word) for word in words}
    for report in reports:
        for published, text, data in connection.execute(_LINES, (report.id,)):
            fact = fact_from(data)
            pieces = _marked(text, fact.span, wanted)
            if wanted <= {folded(piece.text) for piece in pieces if piece.found}:
                yield LineFound(fact=fact, published=published, snippet=pieces)


def _marked(text: str, span: Span, wanted: set[str]) -> tuple[Piece, ...]:
    """The words of a span, those that are sought each by itself."""
    words = text[span.start : span.end]
    pieces: list[Piece] = []
    done = 0
    for token in tokens(words):
        if folded(token) in wanted:
            start = words.index(token, done)
            pieces += [Piece(words[done:start], False)] if start > done else []
            pieces.append(Piece(token, True))
            done = start + len(token)
    return (*pieces, Piece(words[done:], False)) if done < len(words) else tuple(pieces)


def folded(word: str) -> str:
    """A word without case and accents, as the index compares it."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
