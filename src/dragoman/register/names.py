"""Spellings of people's names: which two may be one person's.

Press texts write a foreign name as they hear it, so that spellings of one name differ in vowels, in
doubled letters and in how a sound is written: Mahmood and Mehmood, Fouad and Fuad, Moin ul and
Moinul. A name's skeleton leaves these out. Two people may well share a skeleton; likeness is
therefore only asked of names that are seen in one office of one state.
"""

import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import Literal

from dragoman.codebooks.people import people
from dragoman.codebooks.reference import offices

Likeness = Literal["same", "short", "variant"]
_REMEMBERED = 65_536  # names whose words are kept at hand
_LONG = 4  # letters of a skeleton from which one letter more or less is a slip
_INITIAL = "."  # ends an initial, so that it is no name of one consonant, as Li is
_VOWELS = frozenset("aeiouyw")  # with the half-vowels: Zelensky and Zelenskiy, Daud and Dawood
_LETTERS = str.maketrans(
    {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae"}
)
_QUOTES = frozenset("'’‘`\N{ACUTE ACCENT}")
_SOUNDS = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("zh", "z"), ("ck", "k"), ("q", "k"), ("x", "ks"))
_JOINING = frozenset(("Mn", "Cf", "Lm", "Pd"))  # accents, hidden marks, raised letters, hyphens


def likeness(a: str, b: str) -> Likeness | None:
    """How two names may be one person's; null where they may not.

    `same`: spelled alike; `short`: one is a part of the other ("Khan", "I. Khan", "Imran Khan");
    `variant`: the family name is alike and the given name begins or ends alike ("Joe" and "Joseph",
    "Tony" and "Antony"), or every word is alike but for a slip: this tells only in one office.
    """
    bones_a, bones_b = bones(a), bones(b)
    if not bones_a or not bones_b:
        return None
    if _whole(a) == _whole(b) or sorted(bones_a) == sorted(bones_b):  # Kishida Fumio too
        return "same"
    shorter, longer = sorted((bones_a, bones_b), key=lambda words: (len(words), words))
    if _is_part(shorter, longer):
        return "short"
    return "variant" if _is_variant(bones_a, bones_b) else None


@lru_cache(maxsize=_REMEMBERED)
def bones(name: str) -> tuple[str, ...]:
    """The skeletons of the words that tell a person apart: no honorifics, suffixes, particles."""
    words = _words(name)
    telling = [word for word in words if word not in _particles()]
    return tuple(skeleton(word) for word in telling or words)


def is_plain(name: str) -> bool:
    """Whether a name stands without titles of honour and suffixes, and not in capitals."""
    return not name.isupper() and len(_words(name)) == len(_words(name, bare=False))


def skeleton(word: str) -> str:
    """What is heard of a folded word: its first letter and its consonants, written in one way."""
    if len(word) == 1:
        return word + _INITIAL
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    single = "".join(letter for letter, _ in groupby(word))
    if single[-2:-1] in _VOWELS:  # Abdullah, Abdulla
        single = single.removesuffix("h")
    return single[:1] + "".join(letter for letter in single[1:] if letter not in _VOWELS)


def folded(name: str) -> str:
    """A name in small letters without accents and marks, its words at single spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    shown = (letter if letter.isalnum() else _gap(letter) for letter in plain)
    return " ".join("".join(shown).split())


def _gap(letter: str) -> str:
    """Points and other marks divide words; apostrophes, hyphens and accents join them."""
    return "" if unicodedata.category(letter) in _JOINING or letter in _QUOTES else " "


@lru_cache(maxsize=_REMEMBERED)
def _whole(name: str) -> str:
    return skeleton("".join(_words(name)))


def _words(name: str, *, bare: bool = True) -> list[str]:
    """The folded words, if `bare` without titles; `al-Sisi` is two, `Suk-yeol` is one."""
    found: list[str] = []
    for word in name.split():
        head, hyphen, tail = word.partition("-")
        parts = (head, tail) if hyphen and folded(head) in _particles() else (word,)
        found += " ".join(folded(part) for part in parts).split()
    if not bare:
        return found
    named = _untitled([word for word in found if word not in _honorifics()])
    # The first word is no suffix: President Xi is not the eleventh.
    return [word for n, word in enumerate(named) if n == 0 or word not in _suffixes()] or found


def _untitled(words: list[str]) -> list[str]:
    """Without titles of office at the front, which were read as given names: `Amir Tamim`."""
    while len(words) > 1 and words[0] in _titles():
        words = words[1:]
    return words


@cache
def _titles() -> frozenset[str]:
    forms = (form for row in offices() for form in row.forms)
    return frozenset(folded(form) for form in forms if " " not in form)


@cache
def _honorifics() -> frozenset[str]:
    words = people()
    kept = {folded(word) for word in words.kept_in_name}
    # Of "his excellency" the last word alone is left where a title was read before it.
    return frozenset({folded(phrase).split()[-1] for phrase in words.honorifics} - kept)


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(folded(word) for word in people().suffixes)


@cache
def _particles() -> frozenset[str]:
    return frozenset(folded(word) for word in people().particles)


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of the short name, or its initial, stands in the long one in that order.

    Its last word, the family name mostly, has to stand there in full.
    """
    if short[-1] not in long or short[-1].endswith(_INITIAL):
        return False
    rest = iter(long)
    return all(any(_stands_for(word, other) for other in rest) for word in short)


def _stands_for(a: str, b: str) -> bool:
    return a == b or (_INITIAL in a + b and a[0] == b[0])


def _is_variant(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if len(a) == len(b) and all(_is_slip(x, y) for x, y in zip(a, b, strict=True)):
        return True
    given = a[0][0] == b[0][0] or a[0].endswith(b[0]) or b[0].endswith(a[0])
    return min(len(a), len(b)) > 1 and given and _is_slip(a[-1], b[-1])


def _is_slip(a: str, b: str) -> bool:
    """Whether two skeletons are equal or, where they are long, one letter apart."""
    if a == b or min(len(a), len(b)) < _LONG:
        return a == b
    n = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[n + 1 :] in (b[n + 1 :], b[n:]) or a[n:] == b[n + 1 :]
