"""An event in one sentence: `Kim Jong Un and Donald Trump held talks in Singapore`."""

from collections.abc import Sequence

from dragoman.codebooks.headlines import Forms, Headlines, headlines
from dragoman.model import Event, Party
from dragoman.publishing.phrases import kind_of_event, sides
from dragoman.publishing.screen import one_line
from dragoman.publishing.web.naming import name_of

_NAMED = 3  # parties that a sentence names


def title_of(event: Event) -> str:
    """What happened, in the codebook's words; its codes where that has none for the type."""
    book = headlines()
    wording = book.wording(event.event_type, event.event_mode)
    if wording is None:
        return f"{kind_of_event(event)} {sides(event)}".strip()
    if wording.both and event.actors and event.recipients:
        return _told(book, event, (*event.actors, *event.recipients), wording.both)
    if wording.to and event.recipients:
        whom = _named(book, event.recipients)
        past, plain = (form.format(whom=whom) for form in wording.to)
        return _told(book, event, event.actors, (past, plain))
    together = wording.both if len(_names(event.actors)) > 1 else None
    return _told(book, event, event.actors or event.recipients, together or wording.alone)


def _told(book: Headlines, event: Event, who: Sequence[Party], forms: Forms) -> str:
    past, plain = forms
    said = book.frames[event.modality].format(who=_named(book, who), past=past, plain=plain)
    place = "" if event.place is None else f" {book.place.format(place=event.place.name)}"
    found = one_line(f"{said}{place}")
    return found[:1].upper() + found[1:]


def _named(book: Headlines, parties: Sequence[Party]) -> str:
    names = _names(parties)
    if not names:
        return book.somebody
    if len(names) > _NAMED:
        names = [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} {book.others}"]
    *first, last = names
    return f"{', '.join(first)} {book.and_} {last}" if first else last


def _names(parties: Sequence[Party]) -> list[str]:
    """Who they are: people by name, states and organisations by theirs."""
    return list(
        dict.fromkeys(one.person or (name_of(one.id) if one.id else one.name) for one in parties)
    )
