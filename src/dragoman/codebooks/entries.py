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
from typing import Literal, TypeVar

import msgspec

from dragoman.codebooks.own import Own, book, own_file
from dragoman.codebooks.plover import plover
from dragoman.codebooks.tables import HOUSE, read_table, read_toml
from dragoman.errors import CodebookError

# Where those stand whose an object is, the surest first: the decision by, Peru's, Peruvian, of,
# from, taken by.
SILENT = "-"  # as the type, stance or kind of a user's entry: nothing is coded where it holds
_SAID = ("type", "stance", "kind")
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
    light: dict[str, tuple[str, ...]] = {}
    classes: dict[str, tuple[str, ...]] = {}


@book
def _classes(own: Own | None) -> _Classes:
    house = read_toml(HOUSE / "classes.toml", _Classes)
    laid = own_file(own, "classes.toml")
    if laid is None:
        return house
    more = read_toml(laid, _Classes)
    return _Classes(house.light | more.light, house.classes | more.classes)


@book
def light_verbs(_: Own | None) -> frozenset[str]:
    """Verbs that only carry the noun that names the act or attitude: hold talks, voice concern."""
    return frozenset(verb for verbs in _classes().light.values() for verb in verbs)


class _Prepositions(msgspec.Struct, frozen=True):
    words: tuple[str, ...]


class _Slots(msgspec.Struct, frozen=True):
    grammar: dict[str, str]
    prepositions: _Prepositions


@functools.cache
def slot_names() -> frozenset[str]:
    """The slots that an entry may name, as it writes them."""
    slots = read_toml(HOUSE / "slots.toml", _Slots)
    return frozenset((*slots.grammar, *slots.prepositions.words))


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


def laid(house: tuple[E, ...], own: tuple[E, ...]) -> tuple[E, ...]:
    """A user's entries over the house's, the user's first: of two that ask as much, they win.

    A house entry gives way for the lemmas for which the user has one with the same conditions. A
    user's entry that says `-` only does that: nothing is coded there.
    """
    taken = {key for entry in own for key in _keys(entry)}
    kept = [entry for entry in own if SILENT not in (getattr(entry, name, "") for name in _SAID)]
    for entry in house:
        left = tuple(lemma for lemma, *rest in _keys(entry) if (lemma, *rest) not in taken)
        if left:
            kept.append(msgspec.structs.replace(entry, predicate=left))
    return tuple(kept)


def _keys(entry: Entry) -> list[tuple[str, str, frozenset[str]]]:
    when = frozenset(entry.when.split())
    return [(lemma, entry.pos, when) for lemma in entry.predicate]


def _read(own: Own | None, name: str, entry_type: type[E]) -> tuple[E, ...]:
    house = read_table(HOUSE / name, entry_type)
    path = own_file(own, name)
    return house if path is None else laid(house, read_table(path, entry_type))


@book
def verbs(own: Own | None) -> Index:
    """The acts, `verbs.csv`; those of types that the user's codebook leaves out are not there."""
    types = plover().types
    entries = (entry for entry in _read(own, "verbs.csv", VerbEntry) if entry.type in types)
    return index(tuple(map(written_out, entries)), source="verbs.csv")


def written_out(entry: VerbEntry) -> VerbEntry:
    """An act with the short forms of its role columns written out."""
    actor, recipient = _with_owners(entry.actor), _with_owners(entry.recipient)
    return msgspec.structs.replace(entry, actor=actor, recipient=recipient)


def _with_owners(slots: str) -> str:
    """`object*`: the object, or whose it is."""
    paths: list[str] = []
    for path in slots.split():
        plain = path.removesuffix("*")
        paths.append(plain)
        if path != plain:
            paths.extend(f"{plain}>{owner}" for owner in _OWNERS)
    return " ".join(paths)


@book
def stances(own: Own | None) -> Index:
    """The words of attitude, `stances.csv`."""
    return index(_read(own, "stances.csv", StanceEntry), source="stances.csv")


@book
def cues(own: Own | None) -> Index:
    """The words of speech and thought, `cues.csv`."""
    return index(_read(own, "cues.csv", CueEntry), source="cues.csv")
