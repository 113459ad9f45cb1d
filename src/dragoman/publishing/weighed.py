"""What decided a line: the frame of its word, the entry that won, and those that lost."""

from rich.console import Console
from rich.text import Text

from dragoman.model import Event, Fact, Position, Report
from dragoman.publishing.screen import (
    INDENT,
    one_line,
    print_fields,
    print_trimmed,
    print_wrapped,
    sign,
)


def print_weighing(console: Console, line: Fact, report: Report) -> None:
    """The entries of the codebook that held for the line's word, the most demanding first.

    Only the coder that wrote a line can tell: the report is parsed again and matched anew.
    """
    if not isinstance(line, Event | Position):
        return
    from dragoman import pipeline  # noqa: PLC0415 - loads the parser
    from dragoman.version import coder  # noqa: PLC0415 - reads all codebooks

    console.print()
    if report.coder != coder():
        told = f"Which entries lost cannot be told: {report.coder or 'another coder'} coded this."
        console.print(Text(one_line(told), style="dim"))
        return
    found = pipeline.weighing(report, line)
    if found is None:
        console.print(Text("No entry alone decided this line: see its reason.", style="dim"))
        return
    frame = " · ".join(f"{slot} “{words}”" for slot, words in found.frame)
    print_fields(console, [("frame", one_line(f"{found.word}: {frame}"))])
    print_trimmed(console, Text(f"entries that held: {len(found.entries)}", style="dim"))
    for one in found.entries:
        style = "bold" if one.verdict == "won" else ""
        told = f"{one.label}: {one.verdict}"
        print_wrapped(console, Text(sign(console, one_line(told)), style=style), indent=INDENT)
        print_wrapped(console, Text(one_line(one.entry)), indent=2 * INDENT)
