"""What is wrong in a user's own codebook, each problem with its file and line."""

import difflib
import re
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import msgspec

from dragoman.codebooks.entries import (
    SILENT,
    CueEntry,
    Entry,
    StanceEntry,
    VerbEntry,
    conditions,
    cues,
    slot_names,
    stances,
    verbs,
)
from dragoman.codebooks.issues import Issue, issues, phrase_tree
from dragoman.codebooks.own import FILES, own_file, using
from dragoman.codebooks.plover import EventType, plover
from dragoman.codebooks.tables import numbered
from dragoman.errors import CodebookError

ENTRIES: dict[str, type[Entry]] = {
    "verbs.csv": VerbEntry,
    "stances.csv": StanceEntry,
    "cues.csv": CueEntry,
}
_ROLES = ("actor", "recipient", "holder", "content", "source", "addressee")
_STANCES = ("supports", "opposes", "concerned", "neutral")
_POS = ("v", "n", "a", "m")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


class Problem(msgspec.Struct, frozen=True, order=True):
    """Something wrong in a file; line 0 is the file as a whole."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """One line for a person."""
        place = f"{self.file}: line {self.line}" if self.line else self.file
        return f"{place}: {self.message}"


def problems(folder: Path) -> list[Problem]:
    """All that is wrong in a codebook folder, by file and line; empty where it can be used.

    Raises:
        CodebookError: there is no such folder, or nothing in it is a codebook's file.
    """
    if not folder.is_dir():
        raise CodebookError(f"{folder}: no such folder: `dragoman codebook new` starts one")
    if not any(own_file(folder, name) for name in FILES):
        raise CodebookError(f"{folder}: holds no codebook: its files are {', '.join(FILES)}")
    found = [*_strangers(folder), *_tables_of_types(folder), *_taxonomy(folder)]
    if not found:  # entries speak of types: they are read against good ones
        with using(folder):
            for name, entry_type in ENTRIES.items():
                found += _entries(folder, name, entry_type)
    return sorted(found or _together(folder))


def _strangers(folder: Path) -> Iterator[Problem]:
    """Files that would be passed over in silence: misspelt, most often."""
    for path in sorted(folder.iterdir()):
        if path.suffix in (".csv", ".toml") and path.name not in FILES:
            yield Problem(path.name, 0, f"is not read: {_instead(path.name, FILES)}")


def _instead(word: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known))}"


def _toml(folder: Path, name: str) -> tuple[dict[str, Any], str, list[Problem]]:
    path = own_file(folder, name)
    if path is None:
        return {}, "", []
    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text), text, []
    except UnicodeDecodeError as error:
        return {}, "", [Problem(name, 0, f"is not UTF-8: {error.reason} at byte {error.start}")]
    except tomllib.TOMLDecodeError as error:
        told = str(error)
        at = _AT_LINE.search(told)
        line = int(at[1]) if at else 0
        return {}, "", [Problem(name, line, _AT_LINE.sub("", told))]


def _line_of(text: str, pattern: str, nth: int = 0) -> int:
    """The line of the `nth` match, counted from 0; 0 where there is none."""
    found = list(re.finditer(pattern, text, re.MULTILINE))
    return text.count("\n", 0, found[nth].start()) + 1 if nth < len(found) else 0


def _tables_of_types(folder: Path) -> Iterator[Problem]:
    name = "plover.toml"
    data, text, found = _toml(folder, name)
    yield from found
    quads = sorted({row.quad for row in plover().types.values()})
    for kind, row in data.get("types", {}).items():
        line = _line_of(text, rf'^[ \t]*\[types\."?{re.escape(kind)}"?\]')
        try:
            read = msgspec.convert(row, EventType)
        except msgspec.ValidationError as error:
            yield Problem(name, line, f"{kind}: {error}")
            continue
        if read.quad not in quads:
            yield Problem(name, line, f"{kind}: quad {read.quad!r}: there are {', '.join(quads)}")


def _taxonomy(folder: Path) -> Iterator[Problem]:
    name = "issues.toml"
    data, text, found = _toml(folder, name)
    yield from found
    rows = data.get("issue", [])
    slugs = {row.get("slug") for row in rows} | set(issues())
    seen: set[str] = set()
    for number, row in enumerate(rows):
        line = _line_of(text, r"^[ \t]*\[\[issue\]\]", number)
        try:
            read = msgspec.convert(row, Issue)
        except msgspec.ValidationError as error:
            yield Problem(name, line, str(error))
            continue
        if read.parent and read.parent not in slugs:
            yield Problem(name, line, f"parent {read.parent}: {_instead(read.parent, issues())}")
        if read.slug in seen:
            yield Problem(name, line, f"{read.slug}: stands twice; merge the two")
        seen.add(read.slug)


def _entries(folder: Path, name: str, entry_type: type[Entry]) -> Iterator[Problem]:
    path = own_file(folder, name)
    if path is None:
        return
    before: dict[object, int] = {}
    try:
        for line, row in numbered(path, entry_type):
            told = [row] if isinstance(row, str) else [*_wrong(row), *_twice(row, line, before)]
            yield from (Problem(name, line, message) for message in told)
    except CodebookError as error:
        yield Problem(name, 1, str(error).removeprefix(f"{path}: "))
    except UnicodeDecodeError as error:
        yield Problem(name, 0, f"is not UTF-8: {error.reason} at byte {error.start}")


def _wrong(entry: Entry) -> Iterator[str]:
    if not entry.predicate:
        yield "predicate: is empty: name the word"
    if entry.pos not in _POS:
        yield f"pos {entry.pos!r}: there are {', '.join(_POS)}"
    yield from _wrong_label(entry)
    try:
        held = conditions(entry.when)
    except CodebookError as error:
        yield f"when: {str(error).lstrip(': ')}"
        held = ()
    paths = [path for role in _ROLES for path in getattr(entry, role, "").replace("|", " ").split()]
    steps = [step.rstrip("*") for path in paths for step in path.split(">")]
    for slot in dict.fromkeys([*(one.slot.replace(" ", "_") for one in held), *steps]):
        if slot not in slot_names():
            yield f"slot {slot}: {_instead(slot, slot_names())}"


def _wrong_label(entry: Entry) -> Iterator[str]:
    if isinstance(entry, VerbEntry) and entry.type != SILENT:
        kind = plover().types.get(entry.type)
        if kind is None:
            yield f"type {entry.type}: {_instead(entry.type, plover().types)}"
        elif entry.mode and entry.mode not in kind.modes:
            known = kind.modes or ["no modes"]
            yield f"mode {entry.mode} of {entry.type}: {_instead(entry.mode, known)}"
    if isinstance(entry, StanceEntry) and entry.stance not in (*_STANCES, SILENT):
        yield f"stance {entry.stance}: {_instead(entry.stance, _STANCES)}"


def _twice(entry: Entry, line: int, before: dict[object, int]) -> Iterator[str]:
    for lemma in entry.predicate:
        key = (lemma, entry.pos, frozenset(entry.when.split()))
        first = before.setdefault(key, line)
        if first != line:
            yield f"{lemma}: line {first} holds in the same case"


def _together(folder: Path) -> Iterator[Problem]:
    """What only shows where the files are laid over the house's."""
    try:
        with using(folder):
            verbs(), stances(), cues(), phrase_tree()
    except CodebookError as error:
        name, _, message = str(error).partition(": ")
        yield Problem(Path(name).name, 0, message)
