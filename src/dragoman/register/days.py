"""Days in files of tenures: ISO days, months or years, and the forms that other programs write."""

import re
from calendar import monthrange

from dragoman.register.tenures import Tenure

_FORM = re.compile(r"[+]?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.]*Z?)?", re.ASCII)
_SHORT = re.compile(r"(\d\d(?:\d\d)?)(\d\d)(\d\d)", re.ASCII)
_DECEMBER = 12
_DAY = "2022-02-27"
_PIVOT = 30  # TABARI and PETRARCH read 00 to 30 as 2000 to 2030, the rest as 19..


def partial_day(text: str) -> str | None:
    """`2022-03-10`, `2022-03` or `2022` as it is, a time of day left out; null where empty.

    Month and day `00` are unknown, as in Wikidata: `2022-00-00` is 2022.

    Raises:
        ValueError: it is no such day, in words that follow the name of a file and line.
    """
    if not text.strip():
        return None
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text.strip()}: no day: write it as 2022-02-27, 2022-02 or 2022")
    year, month, day = (int(part or 0) for part in match.groups())
    if month == 0 and day == 0:
        return _checked(text, year, 1, 1)[:4]
    iso = _checked(text, year, month, day or 1)
    return iso if day else iso[:7]


def check_days(tenure: Tenure) -> None:
    """Whether all days of a tenure are days.

    Raises:
        ValueError: one is none.
    """
    for bound in (tenure.since, tenure.until):
        partial_day(bound or "")
    for day in (tenure.first_seen, tenure.last_seen, tenure.after, tenure.before):
        if day is not None and (len(day) != len(_DAY) or partial_day(day) != day):
            raise ValueError(f"{day}: no day: write it as {_DAY}")


def short_day(text: str) -> str:
    """`041231` or `20041231` as an ISO day.

    Raises:
        ValueError: it is no such day.
    """
    match = _SHORT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text}: no day: write it as 041231 or 20041231")
    year, month, day = (int(part) for part in match.groups())
    if len(match[1]) == 2:  # noqa: PLR2004 - a year of two digits
        year += 2000 if year <= _PIVOT else 1900
    return _checked(text, year, month, day)


def _checked(text: str, year: int, month: int, day: int) -> str:
    known = year > 0 and 1 <= month <= _DECEMBER and 1 <= day <= monthrange(year, month)[1]
    if not known:
        raise ValueError(f"{text.strip()}: the calendar has no such day")
    return f"{year:04}-{month:02}-{day:02}"
