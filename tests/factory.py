"""Builders of lines for tests: each has defaults, so an example names only what it is about.

`event("met his Ukrainian counterpart")` finds these words in `REPORT` and takes their span; give
`inside=` another report to look there.
"""

# ruff: noqa: ANN401 - a builder passes any field on to its type, which knows it

from typing import Any, TypeVar

from dragoman.model import (
    Event,
    Fact,
    Office,
    Party,
    Place,
    Position,
    Report,
    Span,
    Statement,
    Tie,
    line_id,
)

T = TypeVar("T", Event, Statement, Position, Tie, Office)

TEXT = (
    "Turkish Foreign Minister Mevlut Cavusoglu met his Ukrainian counterpart Dmytro Kuleba in"
    " Antalya on Thursday.\n"
    "\n"
    "“Turkey supports an immediate ceasefire,” the Foreign Ministry quoted Cavusoglu as saying."
    " It warned against further attacks on cities.\n"
    "\n"
    "The two neighbours across the Black Sea enjoy warm relations.\n"
)

TURKEY = Party(id="TUR", name="Turkey", country="TUR", sector="GOV")
UKRAINE = Party(id="UKR", name="Ukraine", country="UKR", sector="GOV")
RUSSIA = Party(id="RUS", name="Russia", country="RUS", sector="GOV")
MINISTRY = Party(id="TUR", name="Foreign Ministry", country="TUR", sector="GOV")
CAVUSOGLU = Party(
    id="TUR",
    name="Turkey",
    country="TUR",
    sector="GOV",
    office="foreign minister",
    person="Mevlut Cavusoglu",
)
KULEBA = Party(
    id="UKR",
    name="Ukraine",
    country="UKR",
    sector="GOV",
    office="foreign minister",
    person="Dmytro Kuleba",
)
ANTALYA = Place(
    name="Antalya", country="TUR", latitude=36.90812, longitude=30.69556, geonames_id=323777
)


def report(text: str = TEXT, **fields: Any) -> Report:
    """A report of 10 March 2022; its id follows from the text, as in intake."""
    published = fields.pop("published", "2022-03-10")
    defaults: dict[str, Any] = {
        "id": line_id(published, text),
        "published": published,
        "text": text,
        "title": "Ministers meet on the coast",
        "outlet": "The Example",
        "coder": "1",
    }
    return Report(**(defaults | fields))


REPORT = report()


def span(words: str, *, inside: Report = REPORT) -> Span:
    """Where the words stand in the report, first occurrence."""
    start = inside.text.index(words)
    return Span(start=start, end=start + len(words))


def party(code: str = "TUR", **fields: Any) -> Party:
    """A state by its code, unless the fields say otherwise."""
    return Party(**({"id": code, "name": code, "country": code, "sector": "GOV"} | fields))


def event(words: str = "met his Ukrainian counterpart", **fields: Any) -> Event:
    """A meeting of two ministers."""
    defaults: dict[str, Any] = {
        "trigger": words.partition(" ")[0],
        "event_type": "CONSULT",
        "event_mode": "meet",
        "actors": (CAVUSOGLU,),
        "recipients": (KULEBA,),
        "date_start": "2022-03-10",
        "date_end": "2022-03-10",
        "date_text": "on Thursday",
        "place": ANTALYA,
        "reason": "verbs: meet (met)",
    }
    return _fact(Event, words, defaults, fields)


def statement(words: str = "Turkey supports an immediate ceasefire", **fields: Any) -> Statement:
    """A minister's words, quoted by his ministry."""
    defaults: dict[str, Any] = {
        "cue": "quoted",
        "quote": "direct",
        "chain": (MINISTRY, CAVUSOGLU),
        "channel": "statement",
        "issues": ("ceasefire",),
    }
    return _fact(Statement, words, defaults, fields)


def position(words: str = "supports an immediate ceasefire", **fields: Any) -> Position:
    """A state for a ceasefire."""
    defaults: dict[str, Any] = {
        "holders": (TURKEY,),
        "issue": "ceasefire",
        "stance": "supports",
        "date_start": "2022-03-10",
        "date_end": "2022-03-10",
        "reason": "stances: support (supports)",
    }
    return _fact(Position, words, defaults, fields)


def tie(words: str = "enjoy warm relations", **fields: Any) -> Tie:
    """Two friendly neighbours."""
    defaults = {"parties": (TURKEY, UKRAINE), "words": words, "tone": "positive"}
    return _fact(Tie, words, defaults, fields)


def office(words: str = "Mevlut Cavusoglu", **fields: Any) -> Office:
    """A foreign minister, as seen that day."""
    defaults = {
        "person": words,
        "country": "TUR",
        "office": "foreign minister",
        "seen": "2022-03-10",
    }
    return _fact(Office, words, defaults, fields)


def facts(inside: Report = REPORT) -> tuple[Fact, ...]:
    """One fact of each kind, as told in the sample text; the position belongs to the statement."""
    said = statement(inside=inside)
    return (
        event(inside=inside),
        said,
        position(inside=inside, statement_id=said.id),
        tie(inside=inside),
        office(inside=inside),
    )


def _fact(kind: type[T], words: str, defaults: dict[str, Any], fields: dict[str, Any]) -> T:
    inside = fields.pop("inside", REPORT)
    place = span(words, inside=inside)
    own: dict[str, Any] = {
        "id": line_id(inside.id, kind.__name__, place.start, place.end),
        "report_id": inside.id,
        "span": place,
    }
    return kind(**(own | defaults | fields))
