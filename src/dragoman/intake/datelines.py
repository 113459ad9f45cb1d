"""Datelines: the place, day and agency that open a wire report, which stay in its text."""

import re

import msgspec

from dragoman.intake.dates import Day, match_day
from dragoman.intake.words import intake_words

MAX_DATELINE = 120
"""Characters within which a dateline's closing mark stands."""
MAX_PLACE_WORDS = 7
MAX_BARE_PLACE_WORDS = 3
"""Words in capitals that are taken for a place where neither day nor agency says so."""

MIN_BARE_PLACE = 3
"""Letters of such a place: two are a speaker's initials."""


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """A dateline; `outlet` is the agency's name where it is a known one; `end` is past its mark."""

    place: str
    end: int
    day: Day | None = None
    outlet: str | None = None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that opens a text; null where there is none."""
    head = text[:MAX_DATELINE].partition("\n")[0]
    mark = _MARK.search(head)
    if mark is None or not text[mark.end() : mark.end() + 1].strip():
        return None
    words = head[: mark.start()].strip()
    bracketed = words.startswith("(") and words.endswith(")")
    words = words[1:-1] if bracketed else words
    agency = _AGENCY.search(words)
    place, day = _split_day(words[: agency.start()].rstrip(" .,") if agency else words)
    outlet = _outlet(agency)
    if not _is_place(place):
        return None
    told = outlet or day or bracketed
    if told or (_is_shouted(place) and not _SPEAKER.search(text, mark.end())):
        return Dateline(place=place, end=mark.end(), day=day, outlet=outlet)
    return None


def _split_day(words: str) -> tuple[str, Day | None]:
    for comma in re.finditer(r",[ ]{0,2}", words):
        day = match_day(words, comma.end())
        if day and not words[day.end :].strip(" .,"):
            return words[: comma.start()], day
    return words, None


def _outlet(agency: re.Match[str] | None) -> str | None:
    if agency is None:
        return None
    known = intake_words().datelines.agencies
    marks = re.split(r"[/,]", agency["brackets"] or agency["slashes"])
    return next((known[mark.strip()] for mark in marks if mark.strip() in known), None)


def _is_place(place: str) -> bool:
    words = re.split(r"[\s,/]+", place)
    known = intake_words().datelines
    return (
        _PLACE.fullmatch(place) is not None
        and len(words) <= MAX_PLACE_WORDS
        and all(word[:1].isupper() or word in known.small_words for word in words if word)
        and known.not_places.isdisjoint(word.lower() for word in words)
    )


def _is_shouted(place: str) -> bool:
    """In capitals, but for a region behind one comma ("AUSTIN, Texas")."""
    town, _, region = place.partition(",")
    if len(town) < MIN_BARE_PLACE or "," in region:
        return False
    return town.isupper() and len(town.split()) <= MAX_BARE_PLACE_WORDS


_MARK = re.compile(r"(?::|[ ]?[—–―]|--|[ ]-{1,3}|[ ]_|(?<=/)\.)(?:[ ]{1,3}|(?=[^\W_])|$)")
_AGENCY = re.compile(r"[ .,]{0,3}(?:\((?P<brackets>[^()]{2,40})\)|/(?P<slashes>[^/]{2,30})/)$")
_PLACE = re.compile(r"[^\W\d_][\w .,'’/-]{1,60}")
# Other paragraphs that open in capitals and a colon: the speakers of a transcript.
_SPEAKER = re.compile(r"^[A-Z][A-Z .'’-]{1,40}:", re.MULTILINE)
