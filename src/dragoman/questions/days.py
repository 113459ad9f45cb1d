"""Days as users give them: `2022-02-27`, or a month or a year for its first or last day."""

import calendar
import re
from datetime import date

from dragoman.errors import UsageError

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DECEMBER = 12


def first_day(given: str) -> str:
    """The day itself, or the first of the month or year, as an ISO date.

    Raises:
        UsageError: it is no day, month or year.
    """
    year, month, day = _parts(given)
    return _iso(given, year, 1 if month is None else month, 1 if day is None else day)


def last_day(given: str) -> str:
    """The day itself, or the last of the month or year, as an ISO date.

    Raises:
        UsageError: it is no day, month or year.
    """
    year, month, day = _parts(given)
    month = _DECEMBER if month is None else month
    if day is None and 1 <= month <= _DECEMBER and year:
        day = calendar.monthrange(year, month)[1]
    return _iso(given, year, month, 1 if day is None else day)


def are_whole_months(since: str | None, until: str | None) -> bool:
    """Whether these days, where there are any, are the first and the last of months."""
    return (since is None or since == first_day(since[:7])) and (
        until is None or until == last_day(until[:7])
    )


def _parts(given: str) -> tuple[int, int | None, int | None]:
    match = _FORM.fullmatch(given)
    if match is None:
        raise UsageError(f"{given}: no day: write it as 2022-02-27, 2022-02 or 2022")
    year, month, day = (None if part is None else int(part) for part in match.groups())
    assert year is not None  # noqa: S101 - the form has one
    return year, month, day


def _iso(given: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise UsageError(f"{given}: no such day: {error}") from None
