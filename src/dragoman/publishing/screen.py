"""The terminal: one console, signs it can show, and text that cannot play tricks on it."""

import re
import sys
import unicodedata
from collections.abc import Iterable

import msgspec
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text

WIDE = 110  # columns from which words stand beside their entry and not below it
NARROWEST = 20  # columns: on fewer nothing can be read
NARROW = 60  # columns below which cells of an entry are not aligned
ALIGNED = 22  # columns of a cell to which others align; a longer one pushes its own line only
FIXED = 2  # cells at the front that are never broken: the id, and a day, holder or kind
INDENT = 4  # columns before what belongs to the line above
_ENDLESS = re.compile(r"\S{300,}")  # longer than paths are
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SIGNS = {"→": "->", "−": "-", "·": ".", "×": "x", "…": "...", "–": "-", "“": '"', "”": '"'}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of an answer: short cells to align, and the words that are its evidence."""

    cells: tuple[Text, ...]
    words: str


def open_console() -> Console:
    """A console on standard output; colours, width and `NO_COLOR` are seen to by rich."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:  # a terminal that is not UTF-8 shows `\\u2019`, and no traceback
        reconfigure(errors="backslashreplace")
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = max(console.width, NARROWEST)  # COLUMNS=0, as some programs leave it
    return console


def visible(text: str) -> str:
    """The text with control, direction and other hidden characters written out as escapes."""
    return "".join(_visible_character(character) for character in text)


def one_line(text: str, *, limit: int = 0) -> str:
    """Visible text with its white space collapsed, cut between words at `limit` characters."""
    flat = visible(" ".join(text.split()))
    if not limit or len(flat) <= limit:
        return flat
    return f"{flat[:limit].rpartition(' ')[0] or flat[:limit]} …"


def shortened(line: str) -> str:
    """The line with words of more than a screen's width cut: an id or name that somebody pasted."""
    return _ENDLESS.sub(lambda word: f"{word[0][:WIDE]}…", line)


def sign(console: Console, text: str) -> str:
    """Our own signs as the console's encoding has them: `→`, or `->` where it has none."""
    if console.encoding.lower().startswith("utf"):
        return text
    return "".join(_SIGNS.get(character, character) for character in text)


def print_trimmed(console: Console, renderable: RenderableType) -> None:
    """Print without the spaces that fill lines to the width: output is copied and kept."""
    for line in console.render_lines(renderable, pad=False):
        segments = list(line)
        while segments and not segments[-1].text.rstrip():
            segments.pop()
        if segments:
            last = segments.pop()
            segments.append(Segment(last.text.rstrip(), last.style))
        console.print(Segments([*segments, Segment.line()]), end="")


def print_wrapped(console: Console, text: Text, *, indent: int = 0) -> None:
    """A text in lines of the console's width, all of them indented."""
    width = max(1, console.width - indent)
    for row in text.wrap(console, width):
        print_trimmed(console, Padding(row, (0, 0, 0, indent)))


def print_entries(console: Console, entries: list[Entry]) -> None:
    """Entries with aligned cells; their words beside on a wide terminal, below on others."""
    if console.width >= WIDE:
        print_trimmed(console, _wide_table(console, entries))
        return
    for entry, line in zip(entries, _aligned(console, entries), strict=True):
        first, *rest = line.wrap(console, console.width - INDENT)
        print_trimmed(console, first)
        for below in (*rest, _words(console, entry)):
            print_trimmed(console, Padding(below, (0, 0, 0, INDENT)))


def print_fields(console: Console, fields: Iterable[tuple[str, str]]) -> None:
    """Names and values below each other, empty values left out."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for name, value in fields:
        if value:
            table.add_row(name, Text(sign(console, value)))
    print_trimmed(console, table)


def _wide_table(console: Console, entries: list[Entry]) -> Table:
    table = Table.grid(padding=(0, 2))
    for column in range(len(entries[0].cells)):
        table.add_column(no_wrap=column < FIXED)
    table.add_column(ratio=1)
    for entry in entries:
        table.add_row(*entry.cells, _words(console, entry))
    return table


def _visible_character(character: str) -> str:
    if character in "\n\t" or unicodedata.category(character) not in _HIDDEN:
        return character
    return character.encode("unicode_escape").decode("ascii")


def _words(console: Console, entry: Entry) -> Text:
    return Text(sign(console, f"“{entry.words}”") if entry.words else "", style="italic")


def _aligned(console: Console, entries: list[Entry]) -> list[Text]:
    lengths = ([cell.cell_len for cell in column] for column in _columns(entries))
    widths = [max((n for n in column if n <= ALIGNED), default=0) for column in lengths]
    lines = []
    for entry in entries:
        line = Text()
        for cell, width in zip(entry.cells, widths, strict=True):
            fill = max(0, width - cell.cell_len) if console.width >= NARROW else 0
            if cell.cell_len + fill:
                line = line + cell + Text(" " * (fill + 2))
        line.rstrip()
        lines.append(line)
    return lines


def _columns(entries: list[Entry]) -> Iterable[tuple[Text, ...]]:
    return zip(*(entry.cells for entry in entries), strict=True)
