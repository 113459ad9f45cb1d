"""A line explained: its words in their paragraph, highlighted, with sources and reason."""

import itertools

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.model import Event, Position
from dragoman.publishing.answers import LONGEST_WORDS, report_fields
from dragoman.publishing.phrases import chain, fields, short
from dragoman.publishing.screen import (
    INDENT,
    one_line,
    print_fields,
    print_trimmed,
    sign,
    visible,
)
from dragoman.publishing.weighed import print_weighing
from dragoman.questions.lookup import Explanation, Mark, Role

WIDEST = 92  # columns of running text that are easy to read
_STYLES: dict[Role, str] = {"span": "underline", "trigger": "bold underline"}
_PARTY_STYLE = "bold"
_BRACKETS: dict[Role, tuple[str, str]] = {"span": ("[", "]"), "trigger": ("*", "*")}


def print_explained(console: Console, explanation: Explanation) -> None:
    """A line in its words, and what decided it."""
    print_explanation(console, explanation)
    print_weighing(console, explanation.line, explanation.report)


def print_explanation(console: Console, explanation: Explanation) -> None:
    """The passage with its words highlighted, the line's fields, the chain of sources, the reason.

    Where a terminal shows no styles, the span stands in brackets and the trigger in asterisks.
    """
    report = explanation.report
    console.print(Text(one_line(report.title or f"Report {report.id}"), style="bold"))
    origin = [part for part in (report.outlet, report.published) if part]
    console.print(Text(one_line(", ".join(origin)), style="dim"))
    console.print()
    passage = highlighted(explanation, styled=console.color_system is not None)
    narrower = max(0, console.width - WIDEST)
    print_trimmed(console, Padding(passage, (0, narrower, 1, 2)))
    print_fields(console, _fields(explanation))
    if len(explanation.told) > 1:
        _print_tellings(console, explanation)


def _print_tellings(console: Console, explanation: Explanation) -> None:
    """All tellings of the act, each with its words and what joined it to one before it."""
    console.print()
    console.print(Text(f"told {len(explanation.told)} times", style="bold"))
    for one in explanation.told:
        where = ", ".join(part for part in (one.outlet, one.published) if part)
        mark = "this line" if one.id == explanation.line.id else ""
        cells = (short(one.id), one_line(where), mark)
        print_trimmed(console, Text("  ".join(cell for cell in cells if cell), style="dim"))
        words = Text(sign(console, f"“{one_line(one.words, limit=LONGEST_WORDS)}”"), "italic")
        print_trimmed(console, Padding(words, (0, 0, 0, INDENT)))
        if one.why:
            why = Text(sign(console, one_line(one.why)))
            print_trimmed(console, Padding(why, (0, 0, 0, INDENT)))


def highlighted(explanation: Explanation, *, styled: bool) -> Text:
    """The passage in its pieces between the ends of marks, each in the styles of what covers it."""
    passage, marks = explanation.passage, explanation.marks
    ends = {passage.start, passage.end}
    ends |= {end for mark in marks for end in (mark.span.start, mark.span.end)}
    ordered = sorted(ends)
    text = Text()
    for start, end in itertools.pairwise(ordered):
        if not styled:
            text.append(_brackets(marks, start, opening=True))
        covering = [m for m in marks if m.span.start <= start and end <= m.span.end]
        style = " ".join(_STYLES.get(mark.role, _PARTY_STYLE) for mark in covering)
        piece = visible(explanation.report.text[start:end])
        text.append(piece, style=style if styled else None)
        if not styled:
            text.append(_brackets(marks, end, opening=False))
    return text


def _brackets(marks: tuple[Mark, ...], position: int, *, opening: bool) -> str:
    """The outer mark opens first and closes last."""
    side = 0 if opening else 1
    found = [
        _BRACKETS[mark.role][side]
        for mark in marks
        if mark.role in _BRACKETS and (mark.span.start if opening else mark.span.end) == position
    ]
    return "".join(found if opening else reversed(found))


def _fields(explanation: Explanation) -> list[tuple[str, str]]:
    line = explanation.line
    shown = fields(line)
    if explanation.chain:
        shown.append(("through", chain(explanation.chain)))
    if isinstance(line, Event | Position):
        shown.append(("confidence", f"{line.confidence:.2f}"))
        shown.append(("reason", one_line(explanation.reason)))
    where = [pair for pair in report_fields(explanation.report) if pair[0] in {"url", "report id"}]
    return [*shown, *where]
