"""Figures of an evaluation: tables to read, JSONL and CSV for programs."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.evaluation.bootstrap import f1_interval
from dragoman.evaluation.coders import Coders
from dragoman.evaluation.confusion import Confused, confusion
from dragoman.evaluation.scoring import Comparison, figures
from dragoman.evaluation.units import Unit
from dragoman.model import KINDS, Fact
from dragoman.publishing.flat import csv_lines
from dragoman.publishing.options import View
from dragoman.publishing.phrases import phrase
from dragoman.publishing.screen import one_line, open_console, print_trimmed

NONE = "—"  # in the table of types: no such unit, no such line
LONGEST_WORDS = 90  # characters of evidence in a list of errors

Object = dict[str, Any]


def write_figures(
    comparisons: Sequence[Comparison], shape: View, *, errors: bool, raw: bool
) -> None:
    """Figures by kind, the table of event types, with `errors` each miss and each line too much.

    In CSV the figures alone.
    """
    measured = [_measured(kind, comparisons) for kind in KINDS if kind != "report"]
    confused = confusion(comparisons)
    wrong = list(_errors(comparisons)) if errors else []
    if shape is View.TABLE:
        console = open_console()
        _print_rows(console, [_with_interval(row) for row in measured])
        console.print("\nright of what was found")
        _print_rows(console, [_details_of(row) for row in measured if _has_details(row)])
        console.print("\nevent types: what is right, and what was coded")
        _print_rows(console, list(_matrix(confused)))
        _print_errors(console, wrong)
    elif shape is View.CSV:
        _write_csv(measured, raw=raw)
    else:
        types = [{"figure": "types"} | msgspec.to_builtins(one) for one in confused]
        _write_jsonl([*({"figure": "kind"} | row for row in measured), *types, *wrong])


def write_coders(found: Coders, shape: View, *, raw: bool) -> None:
    """What two coders see, and how far they agree about it. In CSV their agreement alone."""
    units = [msgspec.to_builtins(one) | {"f1": one.f1} for one in found.units]
    details = [msgspec.to_builtins(one) for one in found.details]
    if shape is View.TABLE:
        console = open_console()
        console.print(f"reports that both coded: {found.reports}\n")
        _print_rows(console, [_rounded(row) for row in units])
        console.print()
        _print_rows(console, [_rounded(row) for row in details])
    elif shape is View.CSV:
        _write_csv(details, raw=raw)
    else:
        seen = [{"figure": "units"} | row for row in units]
        _write_jsonl([*seen, *({"figure": "agreement"} | row for row in details)])


def _measured(kind: str, comparisons: Sequence[Comparison]) -> Object:
    mine = [one for one in comparisons if one.kind == kind]
    counted = figures(mine)
    low, high = f1_interval(mine)
    row: Object = {
        "kind": kind,
        "precision": counted.precision,
        "recall": counted.recall,
        "f1": counted.f1,
        "f1_low": low,
        "f1_high": high,
        "found": counted.found,
        "missed": counted.missed,
        "spurious": counted.spurious,
    }
    return row | {name: counted.accuracies.get(name) for name in _DETAILS}


_DETAILS = ("date", "mode", "modality", "place", "chain")


def _with_interval(row: Object) -> Object:
    """The row as people read it: the interval in one cell."""
    shown = _rounded(row)
    interval = f"{shown.pop('f1_low')}-{shown.pop('f1_high')}"
    figured = {name: shown[name] for name in ("kind", "precision", "recall", "f1")}
    counts = {name: shown[name] for name in ("found", "missed", "spurious")}
    return figured | {"95 %": interval} | counts


def _details_of(row: Object) -> Object:
    return {name: value for name, value in _rounded(row).items() if name in ("kind", *_DETAILS)}


def _has_details(row: Object) -> bool:
    return any(row[name] is not None for name in _DETAILS)


def _matrix(confused: Sequence[Confused]) -> Iterator[Object]:
    """A row for each right type: how often it was coded so, and as what else."""
    for right in dict.fromkeys(one.right for one in confused):
        mine = [one for one in confused if one.right == right]
        same = sum(one.count for one in mine if one.coded == right)
        others = [f"{one.coded or NONE} {one.count}" for one in mine if one.coded != right]
        yield {"right": right or NONE, "coded so": same, "coded as": ", ".join(others)}


def _errors(comparisons: Iterable[Comparison]) -> Iterator[Object]:
    for one in comparisons:
        where = {"report": one.report, "kind": one.kind}
        for unit in one.missed:
            told = {"words": _anchor(unit), "says": _said(unit)}
            yield {"figure": "missed"} | where | told
        for fact in one.spurious:
            words = one.text[fact.span.start : fact.span.end]
            yield {"figure": "spurious"} | where | {"words": words, "says": _coded(fact)}


def _anchor(unit: Unit) -> str:
    return unit.anchor or getattr(unit, "person", "")


def _said(unit: Unit) -> str:
    """What the hand coding says, briefly: its lists and labels in their order."""
    told = msgspec.to_builtins(unit)
    values = [value for name, value in told.items() if name not in ("anchor", "required", "date")]
    texts = (
        "/".join(str(one) for one in value if one) if isinstance(value, tuple) else str(value)
        for value in values
    )
    return " · ".join(text for text in texts if text not in ("", "None"))


def _coded(fact: Fact) -> str:
    return phrase(fact)


def _print_rows(console: Console, rows: Sequence[Object]) -> None:
    table = Table.grid(padding=(0, 2))
    for name in rows[0] if rows else ():
        table.add_column(justify="left" if name in _NAMES else "right", no_wrap=name not in _LONG)
    if rows:
        table.add_row(*(Text(name, style="dim") for name in rows[0]))
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row.values()))
    print_trimmed(console, table)


_NAMES = ("kind", "95 %", "detail", "right", "coded as")  # columns of words; the rest are figures
_LONG = ("coded as",)


def _print_errors(console: Console, wrong: Sequence[Object]) -> None:
    for error in wrong:
        words = one_line(error["words"], limit=LONGEST_WORDS)
        told = f"{error['figure']}  {error['report']}  {error['kind']}: {error['says']}"
        console.print(Text(f"\n{one_line(told)}\n    “{words}”"))


def _rounded(row: Object) -> Object:
    return {
        name: f"{value:.3f}" if isinstance(value, float) else value for name, value in row.items()
    }


def _write_csv(rows: Sequence[Object], *, raw: bool) -> None:
    names = list(rows[0]) if rows else []
    stream = sys.stdout.buffer
    stream.writelines(text.encode() for text in csv_lines(rows, names, raw=raw))
    stream.flush()


def _write_jsonl(rows: Iterable[Object]) -> None:
    stream = sys.stdout.buffer
    stream.writelines(msgspec.json.encode(row) + b"\n" for row in rows)
    stream.flush()
