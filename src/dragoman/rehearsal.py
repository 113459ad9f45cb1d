"""Whether a user's own entries code what their examples say."""

from pathlib import Path

from dragoman.codebooks.checking import Problem
from dragoman.codebooks.entries import SILENT, VerbEntry
from dragoman.codebooks.own import own_file
from dragoman.codebooks.tables import numbered
from dragoman.model import Event, Report
from dragoman.pipeline import Coded, code
from dragoman.register.given import Given

_NAME = "verbs.csv"
_DAY = "2022-03-01"  # any: the examples are read for what happens, not when


def rehearse(given: Given) -> list[Problem]:
    """Acts whose example is coded as something else, or as nothing; the codebook is sound."""
    path = own_file(given.codebook, _NAME)
    rows = [] if path is None else _with_examples(path)
    reports = [Report(id=str(line), published=_DAY, text=row.example) for line, row in rows]
    found: list[Problem] = []
    for (line, row), coded in zip(rows, code(reports, given=given), strict=True):
        facts = coded.facts if isinstance(coded, Coded) else ()
        types = sorted({fact.event_type for fact in facts if isinstance(fact, Event)})
        if row.type not in types:
            told = ", ".join(types) or "nothing"
            message = f"its example is coded as {told}, not as {row.type}: {row.example}"
            found.append(Problem(_NAME, line, message))
    return found


def _with_examples(path: Path) -> list[tuple[int, VerbEntry]]:
    return [
        (line, row)
        for line, row in numbered(path, VerbEntry)
        if isinstance(row, VerbEntry) and row.example and row.type != SILENT
    ]
