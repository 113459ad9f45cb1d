"""A line explained: its words in their paragraph, highlighted, with sources and reason."""

import itertools

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.model import Event, Position
from dragoman.publishing.answers import report_fields
from dragoman.publishing.phrases import chain, fields
from dragoman.publishing.screen import one_line, print_fields, print_trimmed, visible
from dragoman.questions.lookup import Explanation, Mark, Role

WIDEST = 92  # columns of running text that are easy to read
_STYLES: dict[Role, str] = {"span": "underline", "trigger": "bold underline"}
_PARTY_STYLE = "bold"
_BRACKETS: dict[Role, tuple[str, str]] = {"span": ("[", "]"), "trigger": ("*", "*")}


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
