"""Whose readers a report is for: its outlet, its address on the web, its spelling and words."""

from collections import defaultdict
from urllib.parse import urlsplit

from dragoman.codebooks.geography import place_words
from dragoman.codebooks.reference import outlets
from dragoman.parsing.document import Document
from dragoman.resolution.gazetteer import alpha2

OUTLET_WORTH = 2.0  # as much as so many names of places
WORD_WORTH = 0.5
MOST_WORDS = 4


def home_of(document: Document) -> dict[str, float]:
    """Countries (ISO alpha-3) that stand behind a report, with their weights."""
    report = document.report
    found: defaultdict[str, float] = defaultdict(float)
    for country in (_of_outlet(report.outlet), _of_address(report.url)):
        if country:
            found[country] += OUTLET_WORTH
    words = {token.text.lower() for token in document.tokens}
    for country, telling in place_words().home.items():
        number = len(words.intersection(telling))
        if number:
            found[country] += WORD_WORTH * min(number, MOST_WORDS)
    return dict(found)


def _of_outlet(outlet: str | None) -> str | None:
    rows = outlets() if outlet else ()
    return next((row.country for row in rows if outlet in (row.name, *row.aliases)), None)


def _of_address(url: str | None) -> str | None:
    """The state of a web address's ending; null for endings that anyone may have."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    ending = host.rpartition(".")[2]
    domains = place_words().domains
    if ending in domains.others:
        return domains.others[ending] or None
    if ending in domains.for_anyone:
        return None
    return next((state for state, code in alpha2().items() if code.lower() == ending), None)
