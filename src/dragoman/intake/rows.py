"""Rows of tables to articles: the columns' names and what may stand in them."""

import datetime
from collections.abc import Mapping

import msgspec

from dragoman.intake.articles import Article
from dragoman.intake.dates import parse_day
from dragoman.intake.refusing import Refused
from dragoman.intake.text import replace_controls
from dragoman.model import KINDS, Report

COLUMNS = ("text", "published", "date", "title", "outlet", "source", "url", "id", "language")
"""The columns that are read; others are passed over."""


def read_row(row: Mapping[str, object], *, name_date: str | None = None) -> Article | Report | None:
    """A row as an article, a report line as the report; null for another kind of record line.

    Raises:
        Refused: `missing_column` without a text, `bad_date` for a day that is none.
    """
    kind = row.get("kind")
    if kind == "report" and {"id", "published", "text"} <= row.keys():
        return _report_line(row)
    if kind in KINDS and "report_id" in row:
        return None
    return Article(
        text=_text(row),
        published=_day(row.get("published")) or _day(row.get("date")),
        title=_words(row.get("title")),
        outlet=_words(row.get("outlet")) or _words(row.get("source")),
        url=_words(row.get("url")),
        id=_words(row.get("id")),
        language=_words(row.get("language")),
        name_date=name_date,
    )


def _report_line(row: Mapping[str, object]) -> Report:
    """The report as it was written, so that spans into its text stay right."""
    try:
        report = msgspec.convert(dict(row), Report)
    except msgspec.ValidationError as error:
        raise Refused("bad_report", f"breaks the report line's type: {error}") from None
    if not report.text.strip():
        raise Refused("empty", "holds no text")
    text = replace_controls(report.text).text
    return msgspec.structs.replace(report, text=text, published=parse_day(report.published))


def _text(row: Mapping[str, object]) -> str:
    value = row.get("text")
    if isinstance(value, str):
        return value
    what = "no column 'text'" if value is None else "a 'text' that is no text"
    raise Refused("missing_column", f"has {what}", remedy="give text, and published or date")


def _day(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime.date):  # a datetime is one too
        return value.isoformat()[:10]
    if isinstance(value, str):
        return value.strip() or None
    raise Refused("bad_date", f"the date {value!r:.40} is no text", remedy="write YYYY-MM-DD")


def _words(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None
