"""Titles of office and nouns of institutions in a document, each with the party it is said of.

`Pakistan's foreign minister`, `the president of Chad`, `Chinese and Pakistani foreign ministers`,
`Ukrainian authorities`: the words before and after tell whose it is.
"""

import msgspec

from dragoman.codebooks.people import people
from dragoman.model import Status
from dragoman.parsing.document import Document
from dragoman.resolution.forms import Common, Noun, Title, common_nouns
from dragoman.resolution.names import Name, Names

POSTED = "permanent representative"


class Phrase(msgspec.Struct, gc=False):
    """A title or noun: its own words `core`, all its words `first` to `last`, and whose it is.

    `possessor` is a token whose party owns it ("his counterpart"); `person` the tokens of a name.
    """

    core: tuple[int, int]
    first: int
    last: int
    common: Common
    titles: tuple[Title, ...] = ()
    owners: tuple[str, ...] = ()
    rung: str = ""
    possessor: int | None = None
    post: Name | None = None
    status: Status = "current"
    person: tuple[int, int] | None = None
    definite: bool = False
    counted: bool = False
    direct: bool = False  # the state stands right before the title, as in "Chinese President"

    @property
    def noun(self) -> Noun | None:
        """The noun of an institution, where it is no title."""
        return None if self.titles else self.common.noun

    @property
    def relation(self) -> bool:
        """Whether it points at another party than the one it is said of: counterpart, neighbour."""
        return not self.titles and self.common.person is not None and self.common.person.relation

    @property
    def plural(self) -> bool:
        """Whether it speaks of several holders."""
        return bool(self.titles) and self.titles[0].plural


def find_phrases(document: Document, names: Names) -> list[Phrase]:
    """All titles and nouns of institutions, in order, as yet without what stands around them."""
    found: list[Phrase] = []
    for hit in common_nouns().find(document.text):
        first = document.token_at(hit.start)
        last = document.tokens_in(hit.start, hit.end).stop
        if first is None or last <= first or (found and first < found[-1].last):
            continue
        if _inside_name(names, first, last) or not _is_noun(document, first, last):
            continue
        phrase = Phrase((first, last), first, last, hit.payload)
        if hit.payload.title:
            phrase.titles = (hit.payload.title,)
        joined = document.text[document.tokens[first].start : hit.start].lower()
        phrase.status = status_of(joined) or phrase.status  # "ex-president" is one token
        _look_inside(phrase, names)
        found.append(phrase)
    return found


def _inside_name(names: Names, first: int, last: int) -> bool:
    """Whether a proper name covers the words and more, or just the same."""
    around = (names.at(first), names.at(last - 1))
    return any(
        name is not None
        and (name.first < first or name.last > last or (name.first, name.last) == (first, last))
        for name in around
    )


def _is_noun(document: Document, first: int, last: int) -> bool:
    """The last word is a noun, and no other noun follows that it only describes."""
    tokens = document.tokens
    if _is_name_part(document, last):
        return False
    head = tokens[head_of(document, first, last)]
    end = tokens[last - 1]
    over = tokens[end.head]
    describes = end.dep in ("compound", "amod", "nmod") and over.i >= last
    if not (head.is_nominal or head.text[0].isupper()):
        return describes and over.tag == "NNP"  # "its representative Munir Akram"
    elect = status_of(over.text.lower()) == "designate"  # "president-elect"
    named = joined_before(document, over.i)  # the "yeol" of "President Yoon Suk-yeol"
    common = over.tag in ("NN", "NNS") and over.text.islower() and not named
    return elect or not (describes and common)


def joined_before(document: Document, i: int) -> bool:
    """Whether a hyphen joins the token to a word with a capital: `Suk-yeol`."""
    tokens = document.tokens
    return (
        i > 1
        and tokens[i - 1].text == "-"
        and tokens[i - 2].end == tokens[i - 1].start
        and tokens[i - 1].end == tokens[i].start
        and tokens[i - 2].text[0].isupper()
    )


def _is_name_part(document: Document, last: int) -> bool:
    """`Amir-Abdollahian`: what a hyphen joins to a capital is part of a name."""
    tokens = document.tokens
    return (
        last + 1 < len(tokens)
        and joined_before(document, last + 1)
        and tokens[last + 1].text[0].isupper()
        and status_of(tokens[last + 1].text.lower()) is None
    )


def head_of(document: Document, first: int, last: int) -> int:
    """The token of the stretch whose head lies outside, the last such before a preposition."""
    inside = range(first, last)
    heads = [
        i
        for i in inside
        if (document.tokens[i].head not in inside or document.tokens[i].head == i)
        and document.tokens[i].pos not in ("PUNCT", "DET", "ADP", "CCONJ", "PART")
    ]
    return heads[0] if heads else last - 1


def status_of(word: str) -> Status | None:
    """What a word before or after a title says of the holder's status."""
    words = people().status
    bare = word.removeprefix("-")
    if bare in words.former:
        return "former"
    if bare in words.acting:
        return "acting"
    if bare in words.designate or f"-{bare}" in words.designate:
        return "designate"
    return "current" if bare in words.current else None


def _look_inside(phrase: Phrase, names: Names) -> None:
    """`UN Secretary-General` names its owner, `ambassador to the UN` its post."""
    for i in range(*phrase.core):
        name = names.at(i)
        if name and phrase.titles and phrase.titles[0].office_class == POSTED:
            phrase.post = name
        elif name and name.reading:
            phrase.owners, phrase.rung = (name.reading.id,), "named in the title"
