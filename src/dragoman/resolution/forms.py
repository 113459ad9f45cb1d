"""The codebooks' forms as two automata, built once: proper names, and titles and common nouns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

import msgspec

from dragoman.codebooks import reference
from dragoman.codebooks.anaphora import anaphora
from dragoman.codebooks.people import PersonNoun, people
from dragoman.resolution.matching import Lexicon

ReadingKind = Literal["state", "organisation", "institution", "outlet", "decoy", "world"]
Rung = Literal["name", "adjective", "people", "capital", "combining"]
VARIOUS = "other minister"  # the class of offices whose names differ from state to state
SHORTEST_UPPER = 4  # letters: shorter capitals are acronyms


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What a proper form may stand for; `row` groups the forms of one institution."""

    id: str
    kind: ReadingKind
    rung: Rung
    weak: bool = False
    sector: str | None = None
    row: int = 0
    name: str = ""
    valid_from: str | None = None
    valid_to: str | None = None


class Title(msgspec.Struct, frozen=True, gc=False):
    """A title of office; `plural` of several holders."""

    form: str
    office: str
    office_class: str
    level: int
    unique: bool
    owner: tuple[str, ...]
    takes_post: bool
    sector: str
    plural: bool = False
    rank: bool = False  # a style besides an office, such as "state councilor"


class Noun(msgspec.Struct, frozen=True, gc=False):
    """A common noun that is an actor through its state, or a thing of a state."""

    sector: str | None
    kind: str
    collective: bool


class Common(msgspec.Struct, frozen=True, gc=False):
    """What a form in lower case may be: a title, a noun of a state, a noun for a person."""

    title: Title | None = None
    noun: Noun | None = None
    person: PersonNoun | None = None


@cache
def proper_names() -> Lexicon[tuple[Reading, ...]]:
    """States, organisations, institutions, outlets and decoys, in their case."""
    found: defaultdict[str, list[Reading]] = defaultdict(list)
    for form, reading in _readings():
        if reading not in found[form]:
            found[form].append(reading)
    for form in list(found):
        if form.startswith("the "):
            found.setdefault(form[0].upper() + form[1:], found[form])
        upper = form.upper()
        if len(form) >= SHORTEST_UPPER and upper not in found:
            found[upper] = found[form]
    return Lexicon({form: tuple(readings) for form, readings in found.items()})


def _readings() -> Iterator[tuple[str, Reading]]:
    yield from _state_readings()
    for row in reference.organisations():
        kind: ReadingKind = "world" if row.id == "WORLD" else "organisation"
        for weak, forms in ((False, (row.name, *row.aliases)), (True, row.weak)):
            reading = Reading(row.id, kind, "name", weak, row.sector, name=row.name)
            yield from ((form, reading) for form in _with_lower_noun(_bare(forms)))
    for number, institution in enumerate(reference.institutions()):
        for owner in institution.owner:
            weak = institution.weak or len(institution.owner) > 1
            reading = Reading(owner, "institution", "name", weak, institution.sector, number)
            yield from ((form, reading) for form in _bare(institution.forms))
    for outlet in reference.outlets():
        reading = Reading("", "outlet", "name", sector="JRN", name=outlet.name)
        yield from ((form, reading) for form in (outlet.name, *outlet.aliases))
    for decoy in reference.decoys():
        yield decoy.form, Reading("", "decoy", "name")


def _state_readings() -> Iterator[tuple[str, Reading]]:
    for row in reference.states():
        named = () if row.name in row.weak else (row.name,)
        columns: tuple[tuple[Rung, bool, tuple[str, ...]], ...] = (
            ("name", False, (*named, *row.aliases)),
            ("name", True, row.weak),
            ("adjective", False, row.adjectives),
            ("adjective", True, row.weak_adjectives),
            ("people", False, row.people),
            ("people", True, row.weak_people),
            ("capital", False, row.capitals),
            ("capital", True, row.weak_capitals),
            ("combining", False, row.combining),
        )
        for rung, weak, forms in columns:
            reading = Reading(
                row.id,
                "state",
                rung,
                weak,
                "GOV",
                name=row.name,
                valid_from=row.valid_from,
                valid_to=row.valid_to,
            )
            ending = "-" if rung == "combining" else ""
            yield from ((form + ending, reading) for form in _bare(forms))


def _with_lower_noun(forms: Iterable[str]) -> Iterator[str]:
    """Names also with their common noun in lower case: `Wagner Group`, `Wagner group`."""
    nouns = anaphora().descriptions.organisation
    for form in forms:
        yield form
        before, _, last = form.rpartition(" ")
        if before and last[0].isupper() and last.lower() in nouns:
            yield f"{before} {last.lower()}"


def _bare(forms: Iterable[str]) -> Iterator[str]:
    """Forms without the article, so that they match with any determiner."""
    for form in forms:
        yield form.removeprefix("the ") if form[4:5].isupper() else form


@cache
def common_nouns() -> Lexicon[Common]:
    """Titles, nouns of institutions and things of a state, in any case."""
    titles = _titles()
    nouns = _nouns()
    persons = {form: row for row in people().person_nouns for form in row.forms}
    forms = dict.fromkeys([*titles, *nouns, *persons])
    return Lexicon(
        {form: Common(titles.get(form), nouns.get(form), persons.get(form)) for form in forms},
        lower=True,
    )


def _nouns() -> dict[str, Noun]:
    words = anaphora()
    found = {form: Noun(None, "organisation", True) for form in words.descriptions.organisation}
    found |= {form: Noun(None, "possession", False) for form in words.possessions.nouns}
    for portfolio in reference.portfolios():
        for pattern in people().ministry_patterns:
            for form in portfolio.forms:
                filled = pattern.replace("{portfolio}", form)
                found[filled] = Noun("GOV", portfolio.ministry, True)
    for row in reference.institution_nouns():
        found |= dict.fromkeys(row.forms, Noun(row.sector, row.kind, row.collective))
    return found


def _titles() -> dict[str, Title]:
    found: dict[str, Title] = {}
    for row in reference.offices():
        for form in row.forms:
            found[form] = Title(
                form,
                row.office,
                row.office_class,
                row.level,
                row.unique,
                row.owner,
                row.takes_post,
                row.sector,
                rank=row.office in anaphora().titles.ranks,
            )
    for form, title in list(found.items()):
        plural = plural_of(form)
        if plural not in found:
            found[plural] = msgspec.structs.replace(title, form=plural, plural=True)
        elif plural != form:
            found[plural] = msgspec.structs.replace(found[plural], plural=True)
    for title in _portfolio_titles():
        found.setdefault(title.form, title)
    return found


def _portfolio_titles() -> Iterator[Title]:
    """Titles of ministers, one and several, and of their deputies.

    The patterns are made plural, not what fills them. Deputies of one portfolio are hardly ever
    told of together.
    """
    words = people()
    ministers = [(pattern, False) for pattern in words.minister_patterns]
    ministers += [(plural_of(pattern), True) for pattern in words.minister_patterns]
    for row in reference.portfolios():
        for form in row.forms:
            own = f"{form.removeprefix('the ')} minister"  # as the text gives it
            office = own if row.office_class == VARIOUS else row.office
            for pattern, plural in ministers:
                filled = pattern.replace("{portfolio}", form)
                yield Title(filled, office, row.office_class, 4, True, (), False, "GOV", plural)
            for pattern in (*words.junior_minister_patterns, *words.secretary_patterns):
                filled = pattern.replace("{portfolio}", form)
                name = f"deputy {row.office_class}"
                yield Title(filled, filled, name, 5, False, (), False, "GOV")


def plural_of(form: str) -> str:
    """The plural of a title: its head is the last word, or the last before a preposition."""
    words = form.split()
    heads = [
        n for n, word in enumerate(words) if n and word in ("of", "for", "to", "in", "at", "and")
    ]
    head = heads[0] - 1 if heads else len(words) - 1
    word = words[head]
    if word.endswith("man"):
        word = word[:-2] + "en"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        word = word[:-1] + "ies"
    elif not word.endswith("s"):
        word += "s"
    return " ".join([*words[:head], word, *words[head + 1 :]])
