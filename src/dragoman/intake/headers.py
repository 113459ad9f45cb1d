"""The head of a press file: date, title, outlet, link and byline, told apart from the text."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from dragoman.intake.datelines import read_dateline
from dragoman.intake.dates import any_of, is_clock, match_day
from dragoman.intake.words import intake_words

HEADER_LINES = 12
"""How many lines that are not blank a head may have."""
TITLE_REACH = 4
"""How many lines below a title its date may stand."""
MAX_HEADER_LINE = 240
"""Characters; a longer line is text."""
MAX_BYLINE_WORDS = 9
MIN_TITLE_WORDS = 3
INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060"
"""Byte order marks and direction marks that editors leave before the first word."""


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What the head says; the text begins at `start`. `published` is unset where it has no date.

    `dates` are all its dates in order, the one that `published` was taken from first.
    """

    start: int
    published: str | None = None
    dates: tuple[str, ...] = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    place: str | None = None
    language: str | None = None


class HeaderLine(msgspec.Struct, frozen=True):
    """A line of the head: which field it gives, its value, and where text goes on in the line."""

    field: str
    value: str
    text_from: int | None = None
    place: str | None = None
    outlet: str | None = None


def read_header(text: str) -> Header:
    """Read the head of a text, as far as it goes.

    Raises:
        Refused: `bad_date` where a date stands in the head and is no day.
    """
    found: list[HeaderLine] = []
    start = 0
    lines = list(_first_lines(text))
    for index, (begin, end) in enumerate(lines):
        line = read_header_line(text[begin:end])
        if line is None and not any(one.field == "published" for one in found):
            line = _title(text, lines[index:])
        if line is None:
            break
        found.append(line)
        start = end if line.text_from is None else begin + line.text_from
        if line.text_from is not None:
            break
    # A byline alone stays: with no other head, it says who speaks.
    told = any(line.field != "author" for line in found)
    return _collect(found, start) if told else Header(start=0)


def read_header_line(line: str) -> HeaderLine | None:
    """What one line of a head says; null for a line of text."""
    if len(line) > MAX_HEADER_LINE:
        return _machine_date(line) or _bare_date(line)
    return (
        _machine_date(line)
        or _labelled(line)
        or _imprint(line)
        or _bare_date(line)
        or _place_and_date(line)
        or _byline(line)
        or _bare_url(line)
    )


def read_imprint(text: str) -> HeaderLine | None:
    """An imprint in the last line ("Published in <outlet>, <date>")."""
    last = text.rstrip().rpartition("\n")[2]
    return _imprint(last) if len(last) <= MAX_HEADER_LINE else None


def _first_lines(text: str) -> Iterator[tuple[int, int]]:
    start = count = 0
    while start < len(text) and count < HEADER_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        begin = start
        while begin < end and (text[begin].isspace() or text[begin] in INVISIBLE):
            begin += 1
        if begin < end:
            count += 1
            yield begin, end
        start = end + 1


def _machine_date(line: str) -> HeaderLine | None:
    """An ISO date that opens the line, after the word of machine headers or bare."""
    found = _patterns()["machine"].match(line)
    day = match_day(line, found.end() if found else 0)
    if day is None or not day.iso_form:
        return None
    if is_clock(line, day.end):
        return HeaderLine("published", day.iso())
    rest = _SEPARATOR.match(line, day.end)
    return HeaderLine("published", day.iso(), rest.end()) if rest else None


def _bare_date(line: str) -> HeaderLine | None:
    """A line that is a date and a time, or a date and a mark that text follows."""
    day = match_day(line)
    if day is None or day.year is None:
        return None
    if is_clock(line, day.end):
        return HeaderLine("published", day.iso())
    mark = _MARK.match(line, day.end)
    return HeaderLine("published", day.iso(), mark.end()) if mark else None


def _labelled(line: str) -> HeaderLine | None:
    found = _patterns()["label"].match(line)
    if found is None:
        return None
    field = _field_of(found["label"])
    if field in {"published", "updated"}:
        return _labelled_date(field, line, found.end())
    value = line[found.end() :].strip()
    return HeaderLine(field, value) if found["colon"] and value else None


def _labelled_date(field: str, line: str, start: int) -> HeaderLine | None:
    day = match_day(line, start)
    if day is None or day.year is None:
        return None
    # "Published … | Updated …": the second date is read over.
    tail = _patterns()["second_label"].search(line, day.end)
    if is_clock(line if tail is None else line[: tail.start()], day.end):
        return HeaderLine(field, day.iso())
    return None


def _imprint(line: str) -> HeaderLine | None:
    found = _patterns()["imprint"].match(line)
    if found is None:
        return None
    for comma in re.finditer(",", line):
        start = comma.end() + (line[comma.end() : comma.end() + 1] == " ")
        day = match_day(line, start)
        if day and day.year and is_clock(line, day.end):
            outlet = line[found.end() : comma.start()].strip()
            return HeaderLine("published", day.iso(), outlet=outlet)
    return None


def _place_and_date(line: str) -> HeaderLine | None:
    """A line of its own such as "Nairobi, 4 March 2021"."""
    place, comma, rest = line.partition(",")
    start = len(place) + 1 + (len(rest) - len(rest.lstrip()))
    day = match_day(line, start) if comma and _PLACE.fullmatch(place) else None
    if day is None or day.year is None or not is_clock(line, day.end):
        return None
    return HeaderLine("published", day.iso(), place=place)


def _byline(line: str) -> HeaderLine | None:
    words = line.split()
    first, names = words[0].lower(), words[1:]
    headers = intake_words().headers
    if first != headers.byline or not names or len(words) > MAX_BYLINE_WORDS:
        return None
    named = all(
        name[0].isupper() or name.lower().strip(",|") in headers.byline_joints for name in names
    )
    closed = line.rstrip().endswith((".", ":", "?"))
    return HeaderLine("author", " ".join(names)) if named and not closed else None


def _bare_url(line: str) -> HeaderLine | None:
    found = _URL.fullmatch(line.strip())
    return HeaderLine("url", found.group()) if found else None


def _title(text: str, lines: list[tuple[int, int]]) -> HeaderLine | None:
    """A short line without a full stop, not far above the line with the date or a dateline."""
    for position, (begin, end) in enumerate(lines[: TITLE_REACH + 1]):
        line = text[begin:end].rstrip()
        read = read_header_line(line)
        dated = (read and read.field in {"published", "updated"}) or read_dateline(line)
        if dated:
            title = text[lines[0][0] : lines[0][1]].strip()
            return HeaderLine("title", title) if position else None
        if (read is None or not position) and (len(line) > MAX_HEADER_LINE or line[-1] in ".:;,"):
            return None
    return None


def _collect(found: list[HeaderLine], start: int) -> Header:
    def first(field: str) -> str | None:
        return next((line.value for line in found if line.field == field), None)

    titles = [line.value for line in found if line.field == "title"]
    days = [line.value for line in found if line.field == "published"]
    days += [line.value for line in found if line.field == "updated"]
    named = next((line.outlet for line in found if line.outlet), None)
    return Header(
        start=start,
        published=days[0] if days else None,
        dates=tuple(dict.fromkeys(days)),
        # A word or two above a longer line is the rubric.
        title=next((one for one in titles if len(one.split()) >= MIN_TITLE_WORDS), first("title")),
        outlet=first("outlet") or named,
        url=first("url"),
        place=next((line.place for line in found if line.place), None),
        language=first("language"),
    )


_SEPARATOR = re.compile(r"[ \t]{0,4}[:|–—-]{0,2}[ \t]{1,4}")
_MARK = re.compile(r"[ \t]{0,4}[:|–—-]{1,2}[ \t]{1,4}")
_PLACE = re.compile(r"[^\W\d_][\w .'’/-]{1,39}")
_URL = re.compile(r"https?://\S{4,2000}")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    headers = intake_words().headers
    dated = any_of(headers.labels["published"] + headers.labels["updated"])
    labels = any_of(label for spellings in headers.labels.values() for label in spellings)
    joints = any_of(headers.joints)
    sources = {
        "machine": f"{re.escape(headers.machine)}:?[ \t]{{1,4}}",
        "label": f"(?P<label>{labels})(?![\\w-])[ ]{{0,3}}(?P<colon>:?)[ ]{{0,3}}"
        f"(?:(?:{joints})[ ]{{1,3}})?",
        "second_label": f"(?:{dated})(?![\\w-])",
        "imprint": f"(?:{any_of(headers.imprint)})[ ]{{1,3}}",
    }
    return {name: re.compile(source, re.IGNORECASE) for name, source in sources.items()}


def _field_of(label: str) -> str:
    labels = intake_words().headers.labels
    return next(field for field, spellings in labels.items() if label.lower() in spellings)
