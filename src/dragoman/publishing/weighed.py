"""What decided a line: the frame of its word, the entry that won, and those that lost."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.model import Event, Fact, Position, Report
from dragoman.publishing.screen import one_line, print_fields, print_trimmed, sign


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
    table = Table.grid(padding=(0, 2))
    for _ in range(3):
        table.add_column(overflow="fold")
    for one in found.entries:
        style = "bold" if one.verdict == "won" else ""
        cells = (one.label, one.entry, one.verdict)
        table.add_row(*(Text(sign(console, one_line(cell)), style=style) for cell in cells))
    print_trimmed(console, Text(f"entries that held: {len(found.entries)}", style="dim"))
    print_trimmed(console, Padding(table, (0, 0, 0, 4)))
