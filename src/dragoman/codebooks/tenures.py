"""Well-known office-holders since 1990: who held what on a day, and whom a name can mean.

Names compare without case, accents, hyphens, Arabic articles and spelling variants of given names
(`spellings.toml`). Intervals are closed, their ends days, months or years.
"""

import unicodedata
from functools import cache, lru_cache

import msgspec

from dragoman.codebooks import reference
from dragoman.codebooks.reference import holds
from dragoman.codebooks.tables import HOUSE, read_table, read_toml

Words = tuple[str, ...]
KEPT = 65_536  # names whose bearers are remembered


class Tenure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One person in one office without a break.

    `family` is what the press uses alone, the usual spelling first; `aliases` are other full names
    and short forms; both are the same in all rows of a person, whose `person` is unlike all
    others'. `owner` is a state or organisation; `office` is spelt as in offices.csv or
    portfolios.csv; a null `valid_to` says in office when the table was last kept.
    """

    person: str
    family: tuple[str, ...]
    aliases: tuple[str, ...]
    owner: str
    office: str
    valid_from: str
    valid_to: str | None
    source: str


class Articles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of the Arabic article, as words and before a hyphen only."""

    free: frozenset[str]
    joined: tuple[str, ...]


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one name together."""

    names: tuple[tuple[str, ...], ...]


class Spellings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of spellings.toml."""

    letters: dict[str, str]
    articles: Articles
    given: GivenNames


@cache
def spellings() -> Spellings:
    """What is equal between two spellings of a name, read once."""
    return read_toml(HOUSE / "spellings.toml", Spellings)


@cache
def tenures() -> tuple[Tenure, ...]:
    """All tenures, by owner, office and first day."""
    return read_table(HOUSE / "tenures.csv", Tenure)


def known_as(name: str, day: str) -> tuple[Tenure, ...]:
    """What anyone who could be meant by a name held on a day (ISO), in the table's order.

    The name is a full name, an alias or a family name, in either order of family and given name
    and without titles. Initials count only where a name with them is known: "George H. W. Bush".
    """
    words = folded(name)
    found = _bearers(words) or _bearers(_without_initials(words))
    return tuple(row for row in found if holds(row.valid_from, row.valid_to, day=day))


def formerly(name: str, day: str) -> tuple[Tenure, ...]:
    """What anyone who could be meant by a name had held before a day (ISO), the latest first."""
    words = folded(name)
    found = _bearers(words) or _bearers(_without_initials(words))
    ended = [row for row in found if row.valid_to is not None and row.valid_to < day]
    return tuple(sorted(ended, key=lambda row: row.valid_to or "", reverse=True))


def held(owner: str, office: str, day: str) -> tuple[Tenure, ...]:
    """Who held an office on a day (ISO), the latest to come in first; on its last day too."""
    rows = _by_office().get((owner, office), ())
    return tuple(row for row in rows if holds(row.valid_from, row.valid_to, day=day))


@cache
def classes_of(office: str) -> frozenset[str]:
    """The classes of an office, as offices.csv and portfolios.csv have them."""
    titles = {row.office_class for row in reference.offices() if row.office == office}
    ministers = {row.office_class for row in reference.portfolios() if row.office == office}
    return frozenset(titles | ministers)


def folded(name: str) -> Words:
    """The words of a name without what differs between spellings of it."""
    text = name.lower()
    if not text.isalpha() or not text.isascii():
        text = text.translate(_letters())
    if not text.isascii():
        bare = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in bare if not unicodedata.combining(char))
    articles = spellings().articles
    if "-" in text:
        for article in articles.joined:
            text = f" {text}".replace(f" {article}-", " ")
        text = text.replace("-", " ")
    words = text.replace(".", " ").split()
    same = _same_names()
    kept = [same.get(word, word) for word in words if word not in articles.free]
    return tuple(kept or words)


def _without_initials(words: Words) -> Words:
    return tuple(word for word in words if len(word) > 1)


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(spellings().letters)


@cache
def _same_names() -> dict[str, str]:
    return {form: forms[0] for forms in spellings().given.names for form in forms}


@cache
def offices_of(owner: str) -> frozenset[str]:
    """The offices of a state or organisation that somebody well known held at any time."""
    return frozenset(office for one, office in _by_office() if one == owner)


@cache
def _by_office() -> dict[tuple[str, str], tuple[Tenure, ...]]:
    found: dict[tuple[str, str], list[Tenure]] = {}
    for row in reversed(tenures()):
        found.setdefault((row.owner, row.office), []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


@lru_cache(maxsize=KEPT)
def _bearers(words: Words) -> tuple[Tenure, ...]:
    """The tenures of all who bear a name, by the name's folded words."""
    near = _by_word().get(words[0], ()) if words else ()
    found = [rows for rows in near if words in _names_of(rows[0])]
    if len(found) == 1:
        return tuple(found[0])
    return tuple(sorted((row for rows in found for row in rows), key=_order))


@cache
def _by_word() -> dict[str, list[list[Tenure]]]:
    """The tenures of each person, by every word of their names; the names wait until asked for."""
    by_person: dict[str, list[Tenure]] = {}
    for row in tenures():
        by_person.setdefault(row.person, []).append(row)
    found: dict[str, list[list[Tenure]]] = {}
    for rows in by_person.values():
        first = rows[0]
        names = " ".join((first.person, *first.family, *first.aliases))
        for word in dict.fromkeys(folded(names)):
            found.setdefault(word, []).append(rows)
    return found


def _order(row: Tenure) -> tuple[str, str, str]:
    return row.owner, row.office, row.valid_from


def _names_of(row: Tenure) -> set[Words]:
    """All ways to write a person's name: each given name with each spelling of the family's."""
    person = folded(row.person)
    families = list(dict.fromkeys(folded(family) for family in row.family))
    whole = [person, *(folded(alias) for alias in row.aliases)]
    names = {*families, *whole}
    for family in families:
        spelt = [other for other in families if _same_part(family, other, person)]
        given = {given for name in whole for given in _given(name, family)}
        if person[-len(family) :] == family:
            given.add(person[:1])  # without the middle names
        names |= {
            order for first in given for last in spelt for order in (first + last, last + first)
        }
    return names


def _same_part(one: Words, other: Words, person: Words) -> bool:
    """Whether two forms are spellings of one part of the name, unlike "Benazir" and "Bhutto"."""
    apart = not set(one) & set(other)
    return not (apart and set(one) <= set(person) and set(other) <= set(person))


def _given(name: Words, family: Words) -> set[Words]:
    """What is left of a name without the family name at its end or beginning."""
    found: set[Words] = set()
    if name[-len(family) :] == family:
        found.add(name[: -len(family)])
    if name[: len(family)] == family:
        found.add(name[len(family) :])
    return found - {()}
