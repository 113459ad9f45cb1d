"""What was found, on the terminal: asks and what came of them, who takes part, a search."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from dragoman.publishing.answers import LONGEST_WORDS
from dragoman.publishing.phrases import kind_of_event, phrase, short, sides
from dragoman.publishing.screen import INDENT, Entry, one_line, print_entries, print_wrapped, sign
from dragoman.questions.asks import Ask
from dragoman.questions.search import Found, Piece
from dragoman.questions.taking import Participant

_STATUS_STYLES = {"answered": "green", "refused": "red", "lapsed": "yellow"}


def print_asks(console: Console, found: Sequence[Ask]) -> None:
    """Id, day, who asks whom, status, the day it is due; the words, and below what may answer."""
    if not found:
        console.print("No ask or promise in the record meets these conditions.")
        return
    for one in found:
        print_entries(console, [ask_entry(console, one)])
        for candidate in one.followup.candidates:
            reason = one_line(candidate.reason, limit=LONGEST_WORDS)
            line = Text(f"{short(candidate.event_id)}  ", style="dim")
            line.append(sign(console, reason), style="")
            print_wrapped(console, line, indent=INDENT)
    console.print(Text(f"asks and promises: {len(found)}", style="dim"))


def ask_entry(console: Console, one: Ask) -> Entry:
    """An ask or promise as a row."""
    event, status = one.act.event, one.followup.status
    return Entry(
        cells=(
            Text(short(event.id), style="dim"),
            Text(one.act.day),
            Text(kind_of_event(event), style="bold"),
            Text(sign(console, sides(event))),
            Text(status, style=_STATUS_STYLES.get(status, "")),
            Text(f"due {one.due}" if one.due else ""),
        ),
        words=one_line(one.content, limit=LONGEST_WORDS),
    )


def print_participants(console: Console, found: Sequence[Participant]) -> None:
    """Code and name, acts as actor and recipient, then each quad; people where they were asked."""
    if not found:
        console.print("Nobody in the record takes part under these conditions.")
        return
    for one in found:
        head = Text(f"{one_line(one.id)}  ", style="bold")
        days = f"  {one.first} – {one.last}" if one.first else ""
        acts = f"  acts {one.acting}, is acted on {one.receiving}{days}"
        head.append(sign(console, f"{one_line(one.name)}{acts}"), style="")
        print_wrapped(console, head)
        quads = ", ".join(f"{quad} {acts}" for quad, acts in one.quads.items())
        print_wrapped(console, Text(quads, style="dim"), indent=INDENT)
        for taker in one.people:
            offices = ", ".join(filter(None, taker.offices))
            told = f"{taker.person}, {offices}" if offices else taker.person
            print_wrapped(console, Text(one_line(f"{taker.acts} {told}")), indent=INDENT)


def print_found(console: Console, found: Found) -> None:
    """Names that mean something here, then reports with their snippets, then lines."""
    named = [f"party {code}" for code in found.parties]
    named += [f"issue {slug}" for slug in found.issues]
    named += [f"person {one.person} ({one.country})" for one in found.people]
    for name in named:
        console.print(Text(one_line(name), style="bold"))
    for report in found.reports:
        head = Text(f"{short(report.id)}  {report.published}  ", style="dim")
        head.append(one_line(report.title or report.outlet or ""), style="bold")
        _print_hit(console, head, report.snippet)
    for line in found.lines:
        head = Text(f"{short(line.fact.id)}  {line.published}  ", style="dim")
        head.append(sign(console, phrase(line.fact)))
        _print_hit(console, head, line.snippet)
    counted = f"reports: {len(found.reports)}, lines: {len(found.lines)}"
    console.print(Text(counted, style="dim"))


def _print_hit(console: Console, head: Text, pieces: Sequence[Piece]) -> None:
    words = Text()
    for piece in pieces:
        shown = one_line(f"|{piece.text}|")[1:-1]  # keeps the space at an end
        words.append(shown, style="bold underline" if piece.found else "")
    print_wrapped(console, head)
    print_wrapped(console, words, indent=INDENT)
