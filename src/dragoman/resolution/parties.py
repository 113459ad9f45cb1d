"""Parties of the record made from states, organisations, institutions and persons."""

from functools import cache

from dragoman.codebooks import reference
from dragoman.model import Party, Span
from dragoman.parsing.document import Document
from dragoman.resolution.forms import Reading, Title
from dragoman.resolution.persons import Person

INDIRECT = frozenset(("adjective", "people", "capital", "combining"))


@cache
def _states() -> dict[str, str]:
    return {row.id: row.name for row in reference.states()}


@cache
def _organisations() -> dict[str, reference.Organisation]:
    return {row.id: row for row in reference.organisations()}


def is_state(owner: str | None) -> bool:
    """Whether an id is a state's."""
    return owner in _states()


def name_of(owner: str) -> str:
    """The codebook's name of a state or organisation."""
    if owner in _states():
        return _states()[owner]
    row = _organisations().get(owner)
    return row.name if row else owner


def sector_of(owner: str) -> str | None:
    """The sector of a state or organisation."""
    row = _organisations().get(owner)
    return row.sector if row else "GOV"


def text_of(document: Document, first: int, last: int) -> str:
    """The words of tokens `first` to `last`, on one line, without a leading article."""
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    text = " ".join(document.words(start, end).split())
    return text.removeprefix("the ").removeprefix("The ")


def span_of(document: Document, first: int, last: int) -> Span:
    """The stretch of text of tokens `first` to `last`."""
    return Span(start=document.tokens[first].start, end=document.tokens[last - 1].end)


def owner_party(owner: str, span: Span, *, name: str = "", sector: str | None = None) -> Party:
    """A state or organisation as a party."""
    return Party(
        id=owner,
        name=name or name_of(owner),
        country=owner if is_state(owner) else None,
        sector=sector or sector_of(owner),
        span=span,
    )


def reading_party(document: Document, reading: Reading, first: int, last: int) -> Party:
    """The party that a proper name stands for, named in the report's words unless indirect."""
    span = span_of(document, first, last)
    own = reading.kind == "institution" or reading.rung not in INDIRECT
    text = text_of(document, first, last)
    described = reading.weak and text.islower()  # "the alliance"
    name = text if own and not described else ""
    return owner_party(reading.id, span, name=name, sector=reading.sector)


def person_party(
    person: Person, span: Span, *, title: Title | None = None, post: str = ""
) -> Party:
    """An office-holder as a party: the state acts through them."""
    shown = title or person.office
    owner = person.owner or ""
    return Party(
        id=owner,
        name=person.name,
        country=owner if is_state(owner) else None,
        sector=shown.sector if shown else None,
        office=office_name(shown, post or person.post) if shown else None,
        person=person.name,
        span=span,
    )


def office_name(title: Title, post: str) -> str:
    """The office as a record spells it: `ambassador to China`."""
    named = title.takes_post and post and " to " not in title.office
    return f"{title.office} to {name_of(post)}" if named else title.office
