"""Titles of office and nouns of institutions in a document, each with the party it is said of.

`Pakistan's foreign minister`, `the president of Chad`, `Chinese and Pakistani foreign ministers`,
`Ukrainian authorities`: the words before and after tell whose it is.
"""

from collections.abc import Callable

import msgspec

from dragoman.codebooks.people import people
from dragoman.model import Status
from dragoman.parsing.document import Document, Token
from dragoman.resolution.forms import Common, Noun, Title, common_nouns
from dragoman.resolution.names import Name, Names

FURTHEST = 6  # tokens between a noun and its state before it


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
    """All titles and nouns of institutions, in order, with their owners where words tell them."""
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
        _look_inside(phrase, names)
        _look_left(document, names, phrase)
        _look_right(document, names, phrase)
        found.append(phrase)
    return found


def _inside_name(names: Names, first: int, last: int) -> bool:
    """Whether a proper name covers the words and more, or just the same."""
    name = names.at(first) or names.at(last - 1)
    return name is not None and (name.first < first or name.last >= last)


def _is_noun(document: Document, first: int, last: int) -> bool:
    """The last word is a noun, and no other noun follows that it only describes."""
    tokens = document.tokens
    head = head_of(document, first, last)
    if not (tokens[head].is_nominal or tokens[head].text[0].isupper()):
        return False
    end = tokens[last - 1]
    over = tokens[end.head]
    describes = end.dep in ("compound", "amod", "nmod") and over.i >= last
    return not (describes and over.tag in ("NN", "NNS") and over.text.islower())


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


def _look_inside(phrase: Phrase, names: Names) -> None:
    """`UN Secretary-General`, `State Department spokesperson` name their owner themselves."""
    for i in range(*phrase.core):
        name = names.at(i)
        if name and name.reading:
            phrase.owners, phrase.rung = (name.reading.id,), "named in the title"


def _look_left(document: Document, names: Names, phrase: Phrase) -> None:
    i = phrase.core[0] - 1
    first_sentence = document.tokens[phrase.core[0]].sentence
    for _ in range(FURTHEST):
        if i < 0 or document.tokens[i].sentence != first_sentence:
            return
        token = document.tokens[i]
        name = names.at(i)
        if name is not None:
            _take_left(document, names, phrase, name)
            _take_pronoun(document, phrase)
            return
        if token.tag == "POS" or token.tag == "PRP$":
            _take_possessor(document, names, phrase, token)
            return
        if not _modifies(document, phrase, token):
            phrase.definite = token.lemma in ("the", "this", "that", "both")
            return
        phrase.first = i
        i -= 1


def _modifies(document: Document, phrase: Phrase, token: Token) -> bool:
    """Whether the token may stand between a noun and its state; notes what it says of status."""
    word = token.text.lower()
    status = status_of(word)
    if status:
        phrase.status = status
        return True
    joined = word == "-" and status_of(f"{document.tokens[token.i - 1].text.lower()}-") is not None
    if token.tag == "CD":
        phrase.counted = True
    return (
        joined
        or (
            token.pos in ("ADJ", "NOUN", "PROPN", "NUM", "ADV")
            or token.tag in ("VBG", "VBN", "JJ", "CD")
        )
        and not token.tag.startswith("RB")
    )


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


def _take_left(document: Document, names: Names, phrase: Phrase, name: Name) -> None:
    """The state right before, and others joined to it where the noun is plural."""
    if name.readings and name.readings[0].rung == "capital" and phrase.titles:
        return  # "in Moscow President Putin"
    if name.last < phrase.first and document.tokens[name.last].text in ("-", "/"):
        return
    ids = [name.reading.id] if name.reading else []
    first = name.first
    while (before := _joined_before(document, names, first)) is not None and _may_be_many(phrase):
        if before.reading:
            ids.insert(0, before.reading.id)
        first = before.first
    phrase.first = first
    phrase.owners = tuple(dict.fromkeys(ids)) or phrase.owners
    phrase.rung = "named before" if ids else phrase.rung
    phrase.direct = True


def _take_pronoun(document: Document, phrase: Phrase) -> None:
    """`his Ukrainian counterpart`: both words tell whose."""
    before = document.tokens[phrase.first - 1] if phrase.first else None
    if before is not None and before.tag == "PRP$":
        phrase.possessor, phrase.first = before.i, before.i


def _may_be_many(phrase: Phrase) -> bool:
    noun = phrase.common.noun
    return phrase.plural or (noun is not None and noun.collective)


def _joined_before(document: Document, names: Names, first: int) -> Name | None:
    i = first - 1
    if i < 1 or document.tokens[i].text not in ("and", ",", "&"):
        return None
    if document.tokens[i - 1].text == ",":
        i -= 1
    name = names.at(i - 1)
    adjective = name is not None and name.readings and name.readings[0].rung == "adjective"
    return (
        name
        if adjective and document.tokens[i].sentence == document.tokens[first].sentence
        else None
    )


def _take_possessor(document: Document, names: Names, phrase: Phrase, token: Token) -> None:
    phrase.first = token.i
    if token.tag == "PRP$":
        phrase.possessor = token.i
        return
    name = names.at(token.i - 1)
    if name is None:
        phrase.possessor = token.i - 1
        return
    phrase.first = name.first
    phrase.direct = True
    if name.reading:
        phrase.owners, phrase.rung = (name.reading.id,), "possessive"


def _look_right(document: Document, names: Names, phrase: Phrase) -> None:
    i = phrase.core[1]
    tokens = document.tokens
    while i < len(tokens) and (status := _status_after(document, i)):
        phrase.status = status
        i += 2 if tokens[i].text == "-" else 1
        phrase.last = i
    for _ in range(2):  # "ambassador of Chad to France"
        i = _take_prepositional(document, names, phrase, i)


def _status_after(document: Document, i: int) -> Status | None:
    word = document.tokens[i].text.lower()
    if word == "-" and i + 1 < len(document.tokens):
        word = document.tokens[i + 1].text.lower()
    return "designate" if status_of(word) == "designate" and word != "incoming" else None


def _take_prepositional(document: Document, names: Names, phrase: Phrase, i: int) -> int:
    tokens = document.tokens
    if i >= len(tokens):
        return i
    word = tokens[i].text.lower()
    takes_post = bool(phrase.titles) and phrase.titles[0].takes_post
    abroad = bool(phrase.titles) and phrase.titles[0].office_class in ("ambassador", "envoy")
    if word == "to" and takes_post:
        return _take_list(document, names, phrase, i + 1, _add_post)
    if word in ("in", "for", "at") and abroad:
        return _take_list(document, names, phrase, i + 1, _add_post)
    if word == "of" or (word == "for" and phrase.titles and not abroad):
        return _take_list(document, names, phrase, i + 1, _add_owner)
    return i


def _add_post(phrase: Phrase, name: Name) -> None:
    phrase.post = phrase.post or name


def _add_owner(phrase: Phrase, name: Name) -> None:
    if name.reading and name.reading.id not in phrase.owners:
        phrase.owners = (*phrase.owners, name.reading.id)
        phrase.rung = "named after"


def _take_list(
    document: Document,
    names: Names,
    phrase: Phrase,
    i: int,
    add: Callable[[Phrase, Name], None],
) -> int:
    """Names from token `i` on, joined by commas and `and`; where they end."""
    tokens = document.tokens
    first = True
    while i < len(tokens) and tokens[i].sentence == tokens[phrase.core[0]].sentence:
        start = i
        while not first and i < len(tokens) and tokens[i].text in (",", "and", "&"):
            i += 1
        if i < len(tokens) and tokens[i].text.lower() == "the":
            i += 1
        name = names.at(i)
        usable = name is not None and name.first == i and name.readings
        if not usable or name is None or (not first and not _may_be_many(phrase)):
            return phrase.last
        if name.readings[0].rung == "adjective" and name.readings[0].rung != "name":
            return phrase.last
        add(phrase, name)
        phrase.last = i = name.last
        i = _over_brackets(document, i)
        phrase.last = i
        first = False
        if i == start:
            break
    return i


def _over_brackets(document: Document, i: int) -> int:
    """Past an acronym in brackets: `the People's Republic of China (PRC)`."""
    tokens = document.tokens
    if i + 2 < len(tokens) and tokens[i].text == "(" and tokens[i + 2].text == ")":
        return i + 3
    return i
