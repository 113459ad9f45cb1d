"""A merged event as one flat row: its event line, and besides who tells it."""

from dragoman.publishing.flat import SEPARATOR, Cell, columns, flatten
from dragoman.questions.events import Occurrence


def merged_columns() -> dict[str, type]:
    """The columns of a merged event, in order, with the type of their cells."""
    return columns(("event",)) | {"tellings": str, "reports": str, "sources": int}


def merged_row(one: Occurrence) -> dict[str, Cell]:
    """A merged event by these columns."""
    return flatten(one.event, None) | {
        "words": one.words,
        "tellings": SEPARATOR.join(one.tellings),
        "reports": SEPARATOR.join(one.reports),
        "sources": one.sources,
    }
