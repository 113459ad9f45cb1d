"""Dragoman reads dated news reports and keeps the record of diplomacy.

What reports tell, as record lines:

    for coded in dragoman.code(dragoman.read("reports/")):
        ...

and what a record holds:

    with dragoman.open_record("crisis.record") as record:
        for occurrence in dragoman.timeline(record):
            print(occurrence.day, occurrence.words)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.errors import DragomanError, Refusal
    from dragoman.intake import read
    from dragoman.model import (
        Event,
        Fact,
        Line,
        Office,
        Party,
        Place,
        Position,
        Report,
        Span,
        Statement,
        Tie,
        decode,
        encode,
        schema,
    )
    from dragoman.pipeline import Coded, code, code_text
    from dragoman.questions import (
        Alignment,
        Ask,
        Comparison,
        Dyad,
        Explanation,
        Found,
        Occurrence,
        Participant,
        Said,
        Selection,
        Shown,
        Standing,
        alignment,
        asks,
        compare,
        dyad,
        explain,
        participants,
        positions,
        search,
        select,
        show,
        statements,
        timeline,
    )
    from dragoman.record import add, lines, open_record
    from dragoman.record.merging import merge, unmerge
    from dragoman.version import VERSION as __version__  # noqa: N811 - its customary name

__all__ = [
    "Alignment",
    "Ask",
    "Coded",
    "Comparison",
    "DragomanError",
    "Dyad",
    "Event",
    "Explanation",
    "Fact",
    "Found",
    "Line",
    "Occurrence",
    "Office",
    "Participant",
    "Party",
    "Place",
    "Position",
    "Refusal",
    "Report",
    "Said",
    "Selection",
    "Shown",
    "Span",
    "Standing",
    "Statement",
    "Tie",
    "__version__",
    "add",
    "alignment",
    "asks",
    "code",
    "code_text",
    "compare",
    "decode",
    "dyad",
    "encode",
    "explain",
    "lines",
    "merge",
    "open_record",
    "participants",
    "positions",
    "read",
    "schema",
    "search",
    "select",
    "show",
    "statements",
    "timeline",
    "unmerge",
]

# Where each name is at home. A name is imported when it is first asked for: all of them together
# take a fifth of a second, which `dragoman --help` need not wait for.
_HOMES = {
    "dragoman.errors": ("DragomanError", "Refusal"),
    "dragoman.intake": ("read",),
    "dragoman.pipeline": ("Coded", "code", "code_text"),
    "dragoman.questions": (
        "Alignment",
        "Ask",
        "Comparison",
        "Dyad",
        "Explanation",
        "Found",
        "Occurrence",
        "Participant",
        "Said",
        "Selection",
        "Shown",
        "Standing",
        "alignment",
        "asks",
        "compare",
        "dyad",
        "explain",
        "participants",
        "positions",
        "search",
        "select",
        "show",
        "statements",
        "timeline",
    ),
    "dragoman.record": ("add", "lines", "open_record"),
    "dragoman.record.merging": ("merge", "unmerge"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - type checkers read the imports above
    if name == "__version__":
        return import_module("dragoman.version").VERSION
    if name not in __all__:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    homes = (home for home, names in _HOMES.items() if name in names)
    return getattr(import_module(next(homes, "dragoman.model")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
