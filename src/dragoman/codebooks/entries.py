"""The entries that match predicates: what acts, stances and words of speech look like.

`verbs.csv` (events), `stances.csv` (positions) and `cues.csv` (statements) share one grammar:

- `predicate`: lemmas, alternatives at `|`, a particle after the verb (`reach out`);
- `pos`: `v`, `n` or `a`;
- `when`: conditions on slots, all of which must hold, divided by spaces: `object:talk|meeting`,
  `object:@talks` (a class of `classes.toml`), `with:*` (filled), `-object` (empty), `!object:fire`
  (none of these); two joined words (`operation+military`) ask for the head with that modifier;
- the role columns name slots in the order in which they are tried; `object*` stands for the object
  and then those whose it is (`object>by`, `object>poss`, ...).

Of the entries that hold, the one with the most conditions wins, then the one with the most that
name words.
"""

import functools
from collections import defaultdict
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from dragoman.codebooks.tables import HOUSE, read_table, read_toml
from dragoman.errors import CodebookError

# Where those stand whose an object is, the surest first: the decision by, Peru's, Peruvian, of,
# from, taken by.
_OWNERS = ("by", "poss", "modifier", "of", "from", "complement>subject")


class Condition(msgspec.Struct, frozen=True, gc=False):
    """A slot that must be filled with one of `words` (none: with anything), or must be empty.

    `negated`: it may hold none of `words`, and may be empty.
    """

    slot: str
    words: frozenset[str] = frozenset()
    absent: bool = False
    negated: bool = False


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What all entries share."""

    predicate: tuple[str, ...]
    pos: str
    when: str = ""
    example: str = ""


class VerbEntry(Entry, frozen=True, kw_only=True):
    """An act: PLOVER type and mode, and the slots of its actor and recipient.

    `needs` says which sides must be known: the `actor`; `both`; any `two`, on whichever side they
    are told, where the act is mutual (Kenya and Uganda met).
    """

    type: str
    mode: str | None = None
    actor: str
    recipient: str = ""
    needs: Literal["actor", "both", "two"] = "both"


class StanceEntry(Entry, frozen=True, kw_only=True):
    """A stance: who holds it (`holder` slots) on what (`content` slots)."""

    stance: str
    holder: str
    content: str


class CueEntry(Entry, frozen=True, kw_only=True):
    """A word of speech or thought: slots of source, content, addressee; `channel` if it tells."""

    kind: str = "speech"
    source: str
    content: str
    addressee: str = ""
    channel: str | None = None


E = TypeVar("E", bound=Entry)


class Index(msgspec.Struct, frozen=True):
    """Entries by lemma and part of speech, each with its conditions, the most demanding first."""

    by_key: dict[tuple[str, str], tuple[tuple[Entry, tuple[Condition, ...]], ...]]
    lemmas: frozenset[str]


class _Classes(msgspec.Struct, frozen=True):
    light: dict[str, tuple[str, ...]]
    classes: dict[str, tuple[str, ...]]


@functools.cache
def _classes() -> _Classes:
    return read_toml(HOUSE / "classes.toml", _Classes)


@functools.cache
def light_verbs() -> frozenset[str]:
    """Verbs that only carry the noun that names the act or attitude: hold talks, voice concern."""
    return frozenset(verb for verbs in _classes().light.values() for verb in verbs)


def conditions(when: str, *, place: str = "") -> tuple[Condition, ...]:
    """Read a `when` column.

    Raises:
        CodebookError: a class is unknown.
    """
    return tuple(_condition(part, place) for part in when.split())


def _condition(part: str, place: str) -> Condition:
    if part.startswith("-"):
        return Condition(part[1:].replace("_", " "), absent=True)
    negated = part.startswith("!")
    slot, _, words = part.removeprefix("!").partition(":")
    slot = slot.replace("_", " ")
    if words in ("", "*"):
        return Condition(slot, absent=negated)
    return Condition(slot, _expanded(words, place), negated=negated)


def _expanded(words: str, place: str) -> frozenset[str]:
    known = _classes().classes
    expanded: list[str] = []
    for word in words.split("|"):
        if word.startswith("@") and word[1:] not in known:
            raise CodebookError(f"{place}: class {word} is not in classes.toml: {', '.join(known)}")
        expanded.extend(known[word[1:]] if word.startswith("@") else [word])
    return frozenset(expanded)


def index(entries: tuple[E, ...], *, source: str) -> Index:
    """Entries made ready for matching."""
    keyed: defaultdict[tuple[str, str], list[tuple[Entry, tuple[Condition, ...]]]] = defaultdict(
        list
    )
    for row, entry in enumerate(entries, start=2):
        held = conditions(entry.when, place=f"{source}: row {row}")
        for lemma in entry.predicate:
            keyed[lemma, entry.pos].append((entry, held))
    ranked = {
        key: tuple(sorted(found, key=lambda pair: _demand(pair[1]), reverse=True))
        for key, found in keyed.items()
    }
    return Index(ranked, frozenset(lemma.split(" ")[0] for lemma, _ in ranked))


def _demand(held: tuple[Condition, ...]) -> tuple[int, int]:
    return len(held), sum(1 for one in held if one.words and not one.negated)


def read_entries(source: Traversable | Path, entry_type: type[E]) -> Index:
    """Read a file of entries.

    Raises:
        CodebookError: with file, row and column.
    """
    return index(read_table(source, entry_type), source=str(source))


@functools.cache
def verbs() -> Index:
    """The acts, `verbs.csv`."""
    return read_verbs(HOUSE / "verbs.csv")


def read_verbs(source: Traversable | Path) -> Index:
    """A file of acts, the short forms of its role columns written out.

    Raises:
        CodebookError: with file, row and column.
    """
    entries = (
        msgspec.structs.replace(
            entry, actor=_with_owners(entry.actor), recipient=_with_owners(entry.recipient)
        )
        for entry in read_table(source, VerbEntry)
    )
    return index(tuple(entries), source=str(source))


def _with_owners(slots: str) -> str:
    """`object*`: the object, or whose it is."""
    paths: list[str] = []
    for path in slots.split():
        plain = path.removesuffix("*")
        paths.append(plain)
        if path != plain:
            paths.extend(f"{plain}>{owner}" for owner in _OWNERS)
    return " ".join(paths)


@functools.cache
def stances() -> Index:
    """The words of attitude, `stances.csv`."""
    return read_entries(HOUSE / "stances.csv", StanceEntry)


@functools.cache
def cues() -> Index:
    """The words of speech and thought, `cues.csv`."""
    return read_entries(HOUSE / "cues.csv", CueEntry)
