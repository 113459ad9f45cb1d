"""Answers on the terminal: the timeline, the standings, a line and what belongs to it."""

from rich.console import Console
from rich.text import Text

from dragoman.model import Fact, Line, Report, Stance
from dragoman.publishing.phrases import (
    STANCE_SIGNS,
    codes,
    days,
    fields,
    kind_of_event,
    phrase,
    short,
    sides,
)
from dragoman.publishing.screen import (
    Entry,
    one_line,
    print_entries,
    print_fields,
    sign,
)
from dragoman.questions.events import Occurrence
from dragoman.questions.lookup import Shown
from dragoman.questions.stances import Standing
from dragoman.questions.statements import Said

MOST_OUTLETS = 5  # outlets that carry a statement, by name
LONGEST_WORDS = 160  # characters of evidence that an entry shows
_STANCE_STYLES: dict[Stance, str] = {
    "supports": "bold green",
    "opposes": "bold red",
    "concerned": "bold yellow",
    "neutral": "dim",
}


def print_timeline(console: Console, occurrences: list[Occurrence]) -> None:
    """Id, day, type and mode, sides, place; the words below, or beside on a wide terminal."""
    if not occurrences:
        console.print("No event in the record meets these conditions.")
        return
    print_entries(console, [event_entry(console, one) for one in occurrences])
    tellings = sum(len(one.tellings) for one in occurrences)
    console.print(Text(f"events: {len(occurrences)}, tellings: {tellings}", style="dim"))


def print_positions(console: Console, standings: list[Standing]) -> None:
    """Id, issue, holder, sign of the stance, first and last day, times told, what it was before."""
    if not standings:
        console.print("No position in the record meets these conditions.")
        return
    issues = [one.issue for one in standings]
    entries = [
        _standing_entry(console, one, named=issue != before)
        for one, issue, before in zip(standings, issues, ["", *issues], strict=False)
    ]
    print_entries(console, entries)
    print_legend(console)


def print_statements(console: Console, found: list[Said]) -> None:
    """Id, day, through whom it is said, how often and in which outlets it is told; the words."""
    if not found:
        console.print("No statement in the record meets these conditions.")
        return
    print_entries(console, [_statement_entry(console, one) for one in found])
    tellings = sum(len(one.tellings) for one in found)
    console.print(Text(f"statements: {len(found)}, tellings: {tellings}", style="dim"))


def print_legend(console: Console) -> None:
    """What the signs of stances mean."""
    legend = "  ".join(f"{mark} {stance}" for stance, mark in STANCE_SIGNS.items())
    console.print(Text(sign(console, legend), style="dim"))


def print_shown(console: Console, shown: Shown) -> None:
    """A line's fields, then what belongs to it, an entry each."""
    print_fields(console, [*_own_fields(shown.line), *report_fields(shown.report)])
    if shown.belongings:
        console.print()
        entries = [_fact_entry(console, fact, shown.report) for fact in shown.belongings]
        print_entries(console, entries)


def report_fields(report: Report) -> list[tuple[str, str]]:
    """Where a line comes from."""
    return [
        ("report", one_line(report.title or "")),
        ("outlet", one_line(report.outlet or "")),
        ("published", report.published),
        ("url", one_line(report.url or "")),
        ("report id", one_line(report.id)),
    ]


def _own_fields(line: Line) -> list[tuple[str, str]]:
    if isinstance(line, Report):
        return [("flags", " ".join(line.flags)), ("coder", one_line(line.coder or ""))]
    return fields(line)


def event_entry(console: Console, one: Occurrence) -> Entry:
    """An act as a row."""
    event = one.event
    told = f"×{len(one.tellings)}" if len(one.tellings) > 1 else ""
    return Entry(
        cells=(
            Text(short(event.id), style="dim"),
            Text(one.day),
            Text(kind_of_event(event), style="bold" if event.modality == "asserted" else "dim"),
            Text(sign(console, sides(event))),
            Text(one_line(event.place.name) if event.place else ""),
            Text(sign(console, told)),
        ),
        words=one_line(one.words, limit=LONGEST_WORDS),
    )


def _standing_entry(console: Console, one: Standing, *, named: bool) -> Entry:
    return Entry(
        cells=(
            Text(short(one.position.id), style="dim"),
            Text(one.issue if named else ""),
            Text(codes([one.holder]), style="bold"),
            stance_sign(console, one.stance),
            Text(sign(console, days(one.since, one.last))),
            Text(sign(console, f"×{one.told}")),
            Text(sign(console, _change(one)), style="yellow"),
        ),
        words=one_line(one.words, limit=LONGEST_WORDS),
    )


def _statement_entry(console: Console, one: Said) -> Entry:
    told = f"×{len(one.tellings)}" if len(one.tellings) > 1 else ""
    return Entry(
        cells=(
            Text(short(one.statement.id), style="dim"),
            Text(one.published),
            Text(sign(console, phrase(one.statement)), style="bold"),
            Text(sign(console, told)),
            Text(sign(console, _carried_by(one))),
        ),
        words=one_line(one.words, limit=LONGEST_WORDS),
    )


def _carried_by(one: Said) -> str:
    """`in The Wire, The Post (2 sources)`, where several reports tell it."""
    if one.corroboration is None:
        return ""
    shown, more = one.outlets[:MOST_OUTLETS], len(one.outlets) - MOST_OUTLETS
    outlets = one_line(", ".join(shown)) + (f" and {more} more" if more > 0 else "")
    counted = f"({one.sources} source{'s' if one.sources > 1 else ''})"
    return f"in {outlets} {counted}" if outlets else counted


def stance_sign(console: Console, stance: Stance) -> Text:
    """`+` in green for support, and so on."""
    return Text(sign(console, STANCE_SIGNS[stance]), style=_STANCE_STYLES[stance])


def _change(one: Standing) -> str:
    """`was − until 2022-03-01`, `also + ×1`: other stances, told before and on the same days."""
    told = [f"also {STANCE_SIGNS[stance]} ×{count}" for stance, count in one.otherwise.items()]
    if one.changed_from is not None:
        told.append(f"was {STANCE_SIGNS[one.changed_from]} until {one.changed_after}")
    return ", ".join(told)


def _fact_entry(console: Console, fact: Fact, report: Report) -> Entry:
    return Entry(
        cells=(
            Text(short(fact.id), style="dim"),
            Text(type(fact).__name__.lower(), style="bold"),
            Text(sign(console, phrase(fact))),
        ),
        words=one_line(report.text[fact.span.start : fact.span.end], limit=LONGEST_WORDS),
    )
