"""Names of persons: where they stand, and which of them are one person.

A name is read from its capitals, particles and initials after a title or honorific; elsewhere from
the parser's entities, which break many names and are only a hint.
"""

from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from dragoman.codebooks.anaphora import anaphora
from dragoman.codebooks.people import people
from dragoman.parsing.document import Document, Token
from dragoman.resolution.forms import Title
from dragoman.resolution.names import Names

LONGEST_NAME = 7  # tokens, particles and initials included
_NO_NAME_TAGS = frozenset(
    (
        "VBD",
        "VBZ",
        "VBP",
        "VB",
        "VBN",
        "IN",
        "DT",
        "PRP",
        "PRP$",
        "CC",
        "MD",
        "RB",
        "TO",
        "CD",
        "WP",
        "WDT",
        "POS",
    )
)
_TIMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT"))


class Held(msgspec.Struct, gc=False):
    """An office as a title phrase shows it: with owner where known."""

    title: Title
    owner: str | None
    phrase: int


class Person(msgspec.Struct):
    """All mentions of one person: the fullest name, offices, and the party that they act for."""

    number: int
    name: str
    words: tuple[str, ...]
    spans: list[tuple[int, int]]  # in the order of the text
    held: list[Held] = []
    owner: str | None = None
    post: str = ""
    rung: str = ""
    gender: str = ""
    titles: list[Title] = []  # of the offices held, each once

    @property
    def office(self) -> Title | None:
        """The highest office shown."""
        return min(self.titles, key=lambda title: (title.rank, title.level), default=None)

    def hold(self, title: Title, owner: str | None, phrase: int) -> None:
        """Note an office that a phrase shows."""
        self.held.append(Held(title, owner, phrase))
        if all(title is not known for known in self.titles):
            self.titles.append(title)

    def distance(self, i: int) -> int:
        """Tokens from `i` to where the nearest mention begins."""
        k = bisect_left(self.spans, (i,))
        return min(abs(i - first) for first, _ in self.spans[max(0, k - 1) : k + 1])

    def stands_between(self, first: int, last: int) -> bool:
        """Whether a mention begins at `first` or after it, before `last`."""
        k = bisect_left(self.spans, (first,))
        return k < len(self.spans) and self.spans[k][0] < last


def name_end(document: Document, names: Names, first: int, *, after_title: bool) -> int:
    """Where the person's name that begins at token `first` ends; `first` if none begins."""
    i, end = first, first
    tokens = document.tokens
    while (
        i < len(tokens)
        and i - first < LONGEST_NAME
        and tokens[i].sentence == tokens[first].sentence
    ):
        token = tokens[i]
        if (_is_name_word(token) or _is_joined(document, first, i)) and not _is_other(
            document, names, i, first, after_title=after_title
        ):
            end = i + 1
        elif not (end > first or after_title) or not _is_inside(document, i, first):
            break
        i += 1
    lone = end == first + 1 and len(tokens[first].text) == 1
    return _with_suffix(document, end) if end > first and not lone else first


def _is_joined(document: Document, first: int, i: int) -> bool:
    """The `yeol` of `Suk-yeol`; but the `era` of `Obama-era` is no part of a name."""
    token, before = document.tokens[i], document.tokens[i - 1]
    joined = i > first and before.text == "-" and before.end == token.start
    return joined and token.text.isalpha() and token.text not in anaphora().names.hyphenated


def _is_name_word(token: Token) -> bool:
    word = token.text
    if not word[0].isupper() or word.lower() in anaphora().names.not_names:
        return False
    plain = token.tag not in _NO_NAME_TAGS and token.entity not in _TIMES
    return plain or token.entity == "PERSON"


def _is_other(document: Document, names: Names, i: int, first: int, *, after_title: bool) -> bool:
    """A state or organisation is no part of a name, save of one that it begins or ends."""
    name = names.at(i)
    if name is None:
        return False
    token = document.tokens[i]
    if not name.readings:
        return not (after_title or i > first)
    plain = name.readings[0].rung in ("name", "capital")
    return not (plain and token.entity == "PERSON" and (after_title or i >= first))


def _is_inside(document: Document, i: int, first: int) -> bool:
    """A particle, hyphen or initial's point that the name goes on after."""
    token = document.tokens[i]
    after = document.tokens[i + 1] if i + 1 < len(document.tokens) else None
    if after is None or after.sentence != token.sentence:
        return False
    word = token.text.lower()
    goes_on = (
        after.text[0].isupper() or after.text.lower() in people().particles or after.text == "-"
    )
    if word in ("-", "–"):
        joined = after.start == token.end and document.tokens[i - 1].end == token.start
        named = after.text[0].isalpha() and after.text not in anaphora().names.hyphenated
        return joined and named and i > first
    return goes_on and (word in people().particles or f"{word}-" in people().particles)


def _with_suffix(document: Document, end: int) -> int:
    tokens = document.tokens
    comma = end if end < len(tokens) and tokens[end].text == "," else end - 1
    after = comma + 1
    if comma == end and after < len(tokens) and tokens[after].text.lower() in people().suffixes:
        return after + 1
    return end


def _is_party(document: Document, names: Names, i: int) -> bool:
    """Whether the token names a party and no person: in `Chad Smith` it does not."""
    name = names.at(i)
    if name is None:
        return False
    after = document.tokens[i + 1 : i + 2]
    plain = bool(name.readings) and name.readings[0].rung in ("name", "capital")
    alone = name.last - name.first == 1
    surname = bool(after) and after[0].entity == "PERSON" and names.at(i + 1) is None
    return not (plain and alone and surname and after[0].text[0].isupper())


def words_of(document: Document, span: tuple[int, int]) -> tuple[str, ...]:
    """The words of a name that tell it apart: no initials, particles, suffixes, honorifics."""
    found = [document.tokens[i].text for i in range(*span)]
    bare = [word for word in found if _tells(word)]
    return tuple(bare or found)


def _tells(word: str) -> bool:
    folded = word.lower()
    initial = len(word.rstrip(".")) == 1
    words = people()
    return word[0].isalnum() and not (
        initial
        or folded in words.particles
        or folded in words.suffixes
        or folded in words.honorifics
    )


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name is short for the other: its words are among the other's."""
    folded_a, folded_b = {word.lower() for word in a}, {word.lower() for word in b}
    return folded_a <= folded_b or folded_b <= folded_a


def after_honorifics(document: Document, first: int, end: int) -> int:
    """Where a name begins after `Mr`, `General`, `Senator`; such as are part of names are kept."""
    words = people()
    while first + 1 < end:
        word = document.tokens[first].text.lower()
        titled = word in words.honorifics or word in words.ranks or word in words.styles
        if (not titled and word != ".") or word in words.kept_in_name:
            break
        first += 1
    return first


def entity_spans(document: Document, names: Names, taken: Iterable[int]) -> list[tuple[int, int]]:
    """Names that the parser's entities show and no title does."""
    used = set(taken)
    found: list[tuple[int, int]] = []
    for token in document.tokens:
        i = token.i
        if token.entity != "PERSON" or i in used or _is_party(document, names, i):
            continue
        if not token.text[0].isupper():
            continue
        end = name_end(document, names, i, after_title=False)
        end = next((j for j in range(i, end) if j in used), end)
        first = after_honorifics(document, i, end)
        if end > first:
            found.append((first, end))
            used.update(range(i, end))
    return found
