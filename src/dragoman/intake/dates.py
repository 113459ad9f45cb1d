"""Written dates to ISO: the forms of press headers, read where they stand."""

import datetime
import re
from collections.abc import Iterable
from functools import cache

import msgspec

from dragoman.intake.refusing import Refused
from dragoman.intake.words import intake_words

EARLIEST_YEAR = 1583
"""First full year of the Gregorian calendar, in which the record counts its days."""
LATEST_YEAR = 2199
"""A year past this is a slip or a placeholder such as 9999."""
MONTHS = 12


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A date as `written`, not yet checked; `year` is null where none is given.

    `end` is where it ends in the line, `two_ways` says that day and month may be swapped.
    """

    written: str
    year: int | None
    month: int
    day: int
    end: int
    two_ways: bool = False
    iso_form: bool = False

    def iso(self) -> str:
        """The date as YYYY-MM-DD.

        Raises:
            Refused: `bad_date` where it has no year, is no day, or may be two.
        """
        if self.year is None:
            raise _bad(self.written, "has no year")
        if self.two_ways:
            raise _bad(self.written, "may be two days")
        if not EARLIEST_YEAR <= self.year <= LATEST_YEAR:
            raise _bad(self.written, f"lies outside the years {EARLIEST_YEAR} to {LATEST_YEAR}")
        try:
            return datetime.date(self.year, self.month, self.day).isoformat()
        except ValueError:
            raise _bad(self.written, "is no day of the calendar") from None


def match_day(line: str, start: int = 0) -> Day | None:
    """The date that begins at `start`, in any form of press headers; null where none does."""
    for pattern in _forms():
        found = pattern.match(line, start)
        if found:
            return _day_of(found)
    return None


def parse_day(text: str) -> str:
    """The ISO date of a field that holds nothing but a date, perhaps with a time.

    Raises:
        Refused: `bad_date`.
    """
    stripped = text.strip()
    compact = _COMPACT.fullmatch(stripped)
    day = _day_of(compact) if compact else match_day(stripped)
    if day is None or not is_clock(stripped, day.end):
        raise _bad(text, "cannot be read")
    return day.iso()


def day_in_name(name: str) -> str | None:
    """The date in a file's name (`2022-02-27-talks.txt`, `20220227_talks.txt`), null where none."""
    found = _IN_NAME.search(name)
    if found is None:
        return None
    try:
        return _day_of(found).iso()
    except Refused:
        return None


def is_clock(line: str, start: int) -> bool:
    """Whether nothing but a time of day, a zone and marks stand from `start` on."""
    return _clock().fullmatch(line, start) is not None


_COMPACT = re.compile(r"(?P<iso>\d{4})(?P<m>\d{2})(?P<d>\d{2})")
_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?P<iso>\d{4})(?P<gap>[-_.]?)(?P<m>\d{2})(?P=gap)(?P<d>\d{2})(?![0-9A-Za-z])"
)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    words = intake_words().dates
    month = f"(?P<month>{any_of(words.months)})\\.?"
    weekday = f"(?:(?:{any_of(words.weekdays)})\\.?,?[ ]{{1,2}})?"
    day = f"(?P<day>\\d{{1,2}})(?:{any_of(words.ordinals)})?"
    year = "(?:,?[ ]{1,2}(?P<year>\\d{4}))"
    sources = (
        r"(?P<iso>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?![\d-])",
        r"(?P<iso>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\d/])",
        f"{weekday}{day}(?:[ ]of)?[ -]{{1,2}}{month}(?:{year}|-(?P<year2>\\d{{4}}))?(?!\\w)",
        f"{weekday}{month}[ ]{{1,2}}{day}{year}?(?!\\w)",
        r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year>\d{4})(?!\d)",
    )
    return tuple(re.compile(source, re.IGNORECASE | re.ASCII) for source in sources)


@cache
def _clock() -> re.Pattern[str]:
    words = intake_words().dates
    named = any_of((*words.clock_words, *words.zones))
    time = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?"
    offset = r"(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?"
    # Atomic and possessive: what may be read in two ways is read once, in linear time.
    return re.compile(
        f"(?>t(?={time})|{time}|{offset}|\\d{{4}}(?=\\s?hrs)|\\d{{1,2}}(?=\\s?[ap]\\.?m)"
        f"|(?:{named})(?![a-z])|[\\s,;|()/.·–—-])*+",
        re.IGNORECASE,
    )


def any_of(words: Iterable[str]) -> str:
    """An alternation that tries longer words first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _day_of(found: re.Match[str]) -> Day:
    groups = found.groupdict()
    two_ways = False
    if "a" in groups:
        day, month = int(groups["a"]), int(groups["b"])
        two_ways = day <= MONTHS and month <= MONTHS and day != month
        if month > MONTHS:
            day, month = month, day
    elif "iso" in groups:
        day, month = int(groups["d"]), int(groups["m"])
    else:
        day, month = int(groups["day"]), intake_words().dates.months[groups["month"].lower()]
    year = groups.get("iso") or groups.get("year") or groups.get("year2")
    return Day(
        written=found.group(),
        year=int(year) if year else None,
        month=month,
        day=day,
        end=found.end(),
        two_ways=two_ways,
        iso_form="iso" in groups,
    )


def _bad(written: str, why: str) -> Refused:
    shown = " ".join(written.split())[:40]
    return Refused("bad_date", f"the date '{shown}' {why}", remedy="write it as YYYY-MM-DD")
