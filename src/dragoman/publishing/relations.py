"""Answers about two parties or more on the terminal: a pair, alignment, accounts side by side."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.publishing.answers import LONGEST_WORDS, event_entry, print_legend, stance_sign
from dragoman.publishing.findings import ask_entry
from dragoman.publishing.phrases import kind_of_event, short, sides
from dragoman.publishing.screen import (
    INDENT,
    one_line,
    print_entries,
    print_trimmed,
    print_wrapped,
    sign,
)
from dragoman.questions.accounts import Told
from dragoman.questions.alignment import Alignment
from dragoman.questions.comparing import Comparison, Point, value_of
from dragoman.questions.dyads import Dyad, Month

_SHORT_QUADS = {"verbal": "verb.", "material": "mat.", "cooperation": "coop.", "conflict": "confl."}


def print_dyad(console: Console, dyad: Dyad) -> None:
    """Acts by month and quad, the main ones, both parties' stances, what they ask of each other."""
    if not (dyad.months or dyad.contrasts or dyad.asks):
        console.print(f"The record has nothing between {dyad.one} and {dyad.two}.")
        return
    if dyad.months:
        told = ", ".join(dyad.counted)
        _head(console, f"acts between {dyad.one} and {dyad.two} by month ({told})")
        print_trimmed(console, _months(dyad.months))
    if dyad.main:
        _head(console, "main events")
        print_entries(console, [event_entry(console, act) for act in dyad.main])
    if dyad.contrasts:
        _head(console, "positions of both")
        print_trimmed(console, _contrasts(console, dyad))
        print_legend(console)
    if dyad.asks:
        _head(console, "asks and promises")
        print_entries(console, [ask_entry(console, ask) for ask in dyad.asks])
    for tie in dyad.ties:
        words = one_line(tie.words, limit=LONGEST_WORDS)
        console.print(Text(sign(console, f"tie ({tie.tone}): “{words}”")))


def print_alignment(console: Console, found: Sequence[Alignment]) -> None:
    """A pair a line: similarity and pi, positions, shared and opposed; `?` marks a thin basis."""
    if not found:
        console.print("No two parties in the record took stances on the same issue in one month.")
        return
    table = Table.grid(padding=(0, 2))
    heads = ("pair", "issue", "period", "S", "pi", "positions", "shared", "opposed", "drift")
    shown = [n for n, head in enumerate(heads) if head not in _empty(found)]
    for n in shown:
        table.add_column(justify="left" if n < _FIRST_FIGURE else "right", no_wrap=True)
    table.add_row(*(Text(heads[n], style="dim") for n in shown))
    for one in found:
        cells = _figures(one)
        table.add_row(*(Text(sign(console, cells[n])) for n in shown), style=_style(one))
    print_trimmed(console, table)
    console.print(
        Text(
            "S 1: all shared, -1: all opposed; pi: corrected for chance; ?: thin basis",
            style="dim",
        )
    )


def print_comparisons(console: Console, found: Sequence[Comparison]) -> None:
    """The acts, then matter by matter where both agree, where they differ, what one leaves out."""
    if not found:
        console.print("The record has no act of which both sides give an account.")
        return
    for one in found:
        for act in one.acts:
            head = (
                f"{act.day}  {kind_of_event(act.event)}  {sides(act.event)}  {short(act.event.id)}"
            )
            console.print(Text(sign(console, head), style="bold"))
        verdict = ""
        for point in one.points:
            if point.verdict != verdict:
                verdict = point.verdict
                console.print(Text(f"  {_verdict(one, verdict)}", style="dim"))
            _print_point(console, one, point)


def _print_point(console: Console, one: Comparison, point: Point) -> None:
    what = f"{point.who} {point.what}" if point.who else point.subject
    print_wrapped(console, Text(one_line(what)), indent=INDENT)
    for name, told in ((one.one, point.one), (one.two, point.two)):
        for each in _different(point, told):
            says = value_of(point.subject, each)
            words = one_line(each.words, limit=LONGEST_WORDS)
            text = Text(f"{one_line(name)}: ")
            text.append(f"{says} " if says else "")
            text.append(sign(console, f"“{words}”"), style="italic")
            text.append(f"  {short(each.fact.id)}", style="dim")
            print_wrapped(console, text, indent=INDENT + 2)


def _different(point: Point, told: Iterable[Told]) -> list[Told]:
    """The first telling of each thing that a side says."""
    found: dict[str, Told] = {}
    for one in told:
        found.setdefault(value_of(point.subject, one), one)
    return list(found.values())


def _verdict(one: Comparison, verdict: str) -> str:
    names = {
        "agree": "both agree",
        "differ": "they differ",
        "only one": f"{one.one} alone",
        "only two": f"{one.two} alone",
    }
    return one_line(names[verdict])


def _head(console: Console, text: str) -> None:
    console.print(Text(text, style="bold"))


def _months(months: Sequence[Month]) -> Table:
    """A row a month and a column a quad; on narrow terminals columns wrap their names."""
    quads = sorted({quad for month in months for quad in month.quads})
    table = Table.grid(padding=(0, 2))
    for _ in (None, *quads):
        table.add_column(justify="right")
    names = (" ".join(_SHORT_QUADS.get(word, word) for word in quad.split()) for quad in quads)
    table.add_row("", *(Text(name, style="dim") for name in names))
    for month in months:
        table.add_row(month.month, *(str(month.quads.get(quad, 0)) for quad in quads))
    return table


def _contrasts(console: Console, dyad: Dyad) -> Table:
    table = Table.grid(padding=(0, 2))
    for _ in range(_CONTRAST_COLUMNS):
        table.add_column()
    heads = ("", dyad.one, "", dyad.two, "", "")
    table.add_row(*(Text(head, style="dim") for head in heads))
    for one in dyad.contrasts:
        table.add_row(
            one.issue,
            stance_sign(console, one.one.stance),
            one.one.last,
            stance_sign(console, one.two.stance),
            one.two.last,
            one.relation,
        )
    return table


_CONTRAST_COLUMNS = 6
_FIRST_FIGURE = 3  # of the columns of an alignment


def _empty(found: Sequence[Alignment]) -> set[str]:
    """Columns in which no row has anything."""
    names = ("issue", "period", "drift")
    return {name for name in names if all(getattr(one, name) is None for one in found)}


def _figures(one: Alignment) -> tuple[str, ...]:
    found = one.agreement
    mark = "" if one.firm else "?"
    return (
        f"{one.one} – {one.two}",
        one.issue or "",
        one.period or "",
        _figure(found.similarity, mark),
        _figure(found.pi, mark),
        str(found.n),
        str(found.shared),
        str(found.opposed),
        _figure(one.drift, ""),
    )


def _figure(value: float | None, mark: str) -> str:
    """`+0.50`, `0.00`, `-1.00?`; empty where there is none."""
    if value is None:
        return ""
    return f"{value:+.2f}".replace("+0.00", "0.00").replace("-0.00", "0.00") + mark


def _style(one: Alignment) -> str:
    return "" if one.firm else "dim"
