"""What the coder knows, to be looked up: types, issues, and entries with their examples."""

from collections.abc import Iterable
from functools import cache
from itertools import islice
from pathlib import Path

import msgspec
from starlette.responses import Response

from dragoman.codebooks.entries import CueEntry, Entry, StanceEntry, VerbEntry
from dragoman.codebooks.exemplars import Exemplar, exemplars
from dragoman.codebooks.issues import issues
from dragoman.codebooks.plover import plover
from dragoman.codebooks.tables import HOUSE, read_table
from dragoman.publishing.web.asking import Asked, MissingError
from dragoman.publishing.web.highlights import Cover, Piece, paragraphs
from dragoman.publishing.web.naming import QUADS, quad_of
from dragoman.publishing.web.site import render

_BOOKS: dict[str, tuple[str, type[Entry]]] = {
    "verbs": ("acts", VerbEntry),
    "stances": ("attitudes", StanceEntry),
    "cues": ("words of speech", CueEntry),
}
_OF_A_MODE = 3  # exemplars of each mode of a type
_SHOWN = 300  # entries of a page


def codebook_page(asked: Asked) -> Response:
    """Types by quad, issues by parent, and where the entries are."""
    kinds = plover().types
    by_quad = {quad: [name for name in kinds if quad_of(name) == quad] for quad in QUADS}
    widest = [issue for issue in issues().values() if not issue.parent]
    return render(
        asked.site,
        asked.request,
        "codebook.html",
        by_quad=by_quad,
        types=kinds,
        widest=widest,
        children=_children,
        books={name: (label, len(entries(name))) for name, (label, _) in _BOOKS.items()},
        contexts=plover().contexts,
    )


def type_page(asked: Asked) -> Response:
    """A type with its modes, and the entries that lead to it."""
    name = asked.part("name")
    kind = plover().types.get(name)
    if kind is None:
        raise MissingError(f"{name}: no such type: there are {', '.join(plover().types)}")
    own = [entry for entry in entries("verbs") if getattr(entry, "type", "") == name]
    return render(
        asked.site,
        asked.request,
        "type.html",
        name=name,
        kind=kind,
        entries=own,
        shown=_SHOWN,
        exemplars=_exemplars(name),
    )


def book_page(asked: Asked) -> Response:
    """The entries of one book that hold the words of the search."""
    book = asked.part("book")
    if book not in _BOOKS:
        raise MissingError(f"{book}: no such book: there are {', '.join(_BOOKS)}")
    words = asked.filters.q.casefold().split()
    matching = [entry for entry in entries(book) if _holds(entry, words)]
    return render(
        asked.site,
        asked.request,
        "entries.html",
        book=book,
        label=_BOOKS[book][0],
        columns=_columns(book),
        entries=list(islice(matching, asked.filters.after, asked.filters.after + _SHOWN)),
        total=len(matching),
        shown=_SHOWN,
        filters=asked.filters,
    )


@cache
def _exemplars(name: str) -> list[tuple[Exemplar, tuple[Piece, ...]]]:
    """Some sentences of a type, its modes in turn, with the two parties marked."""
    found: list[Exemplar] = []
    for mode in (None, *plover().types[name].modes):
        own = [one for one in exemplars() if (one.event_type, one.event_mode) == (name, mode)]
        found += own[:_OF_A_MODE]
    return [(one, _marked(one)) for one in found]


def _marked(one: Exemplar) -> tuple[Piece, ...]:
    covers = [
        Cover(span=one.actor, id="actor", style="r-actor"),
        Cover(span=one.recipient, id="recipient", style="r-recipient"),
    ]
    return paragraphs(one.sentence, covers)[0].pieces


@cache
def entries(book: str) -> tuple[Entry, ...]:
    """The rows of a book, as they stand in its table."""
    return read_table(Path(str(HOUSE / f"{book}.csv")), _BOOKS[book][1])


def _children(slug: str) -> list[object]:
    return [issue for issue in issues().values() if issue.parent == slug]


def _columns(book: str) -> list[str]:
    first = ("predicate", "when")
    own = [name for name in _BOOKS[book][1].__struct_fields__ if name not in (*first, "example")]
    return [*first, *own]


def _holds(entry: Entry, words: Iterable[str]) -> bool:
    text = " ".join(map(str, msgspec.structs.astuple(entry))).casefold()
    return all(word in text for word in words)
