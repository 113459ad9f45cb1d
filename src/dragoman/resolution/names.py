"""Proper names of states, organisations and institutions in a document, ambiguity settled.

A weak form means the one of its owners that the report names plainly; of several the most named;
where none is named it stays unresolved. A name inside another name ("Bank of America") is none.
"""

from collections import Counter
from collections.abc import Iterable

import msgspec

from dragoman.codebooks import reference
from dragoman.codebooks.anaphora import anaphora
from dragoman.parsing.document import Document
from dragoman.resolution.added import Hits, with_added
from dragoman.resolution.forms import Reading, proper_names
from dragoman.resolution.homes import home_of

LEAD_WEIGHT = 3  # a name in the first sentence counts as much as three others


class Name(msgspec.Struct, gc=False):
    """Tokens `first` to `last` (excluded) and the readings that are left of them."""

    first: int
    last: int
    readings: tuple[Reading, ...]
    possible: tuple[Reading, ...] = ()  # before the report settled which

    @property
    def reading(self) -> Reading | None:
        """The one reading, or null where several parties are possible."""
        ids = {reading.id for reading in self.readings}
        return self.readings[0] if len(ids) == 1 and self.readings[0].id else None


class Names(msgspec.Struct):
    """All names of a document by their tokens, and how often each party is plainly named."""

    all: list[Name]
    by_token: dict[int, Name]
    salience: Counter[str]
    outlets: list[Name]

    def at(self, i: int) -> Name | None:
        """The name that token `i` is part of."""
        return self.by_token.get(i)

    def drop(self, name: Name) -> None:
        """Forget a name that turned out to be part of something else."""
        self.all.remove(name)
        for i in range(name.first, name.last):
            self.by_token.pop(i, None)


def find_names(document: Document, *, added: Hits = ()) -> Names:
    """All names in the document, in order; `added` are hits of names that the user gives."""
    found = _hits(document, added)
    outlets = [name for name in found if name.readings[0].kind == "outlet"]
    kept = [name for name in found if name.readings[0].kind not in ("outlet", "decoy")]
    kept = [name for name in kept if not _in_company(document, name)]
    salience = _salience(document, kept)
    for name in kept:
        name.possible = name.readings
        settled = settle(name.readings, salience, day=document.report.published)
        name.readings = _usual(document, name, salience) or settled
    _own_institutions(document, kept)
    by_token = {i: name for name in kept for i in range(name.first, name.last)}
    return Names(kept, by_token, salience, outlets)


def confirm(name: Name, names: Names) -> None:
    """Take a weak name for its only state, since it has a president or minister: `Georgian`."""
    states = {reading.id for reading in name.possible if reading.kind == "state"}
    if not name.readings and len(states) == 1:
        name.readings = name.possible
        names.salience[states.pop()] += 1


def settle_again(names: Names, *, day: str) -> None:
    """Settle what was left open, now that more names are sure."""
    for name in names.all:
        if not name.readings and name.possible:
            name.readings = settle(name.possible, names.salience, day=day)


def _own_institutions(document: Document, names: list[Name]) -> None:
    """`French MFA`, `Pakistan's Foreign Office`: the state beside tells which one it is."""
    by_last = {name.last: name for name in names}
    by_first = {name.first: name for name in names}
    for name in names:
        reading = name.readings[0] if name.readings else None
        if reading is None or reading.kind != "institution" or not reading.weak:
            continue
        before = name.first - (document.tokens[name.first - 1].tag == "POS")
        of = name.last < len(document.tokens) and document.tokens[name.last].text == "of"
        beside = by_last.get(before) or (by_first.get(name.last + 1) if of else None)
        if beside is not None and beside.reading is not None and beside.reading.kind == "state":
            owned = msgspec.structs.replace(reading, id=beside.reading.id)
            name.readings = (owned,)


def _hits(document: Document, added: Hits) -> list[Name]:
    found: list[Name] = []
    for hit in with_added(proper_names().find(document.text), added):
        tokens = document.tokens_in(hit.start, hit.end)
        first = document.token_at(hit.start)
        if first is None:
            continue
        last = max(tokens.stop, first + 1)
        if found and first < found[-1].last:
            continue
        found.append(Name(first, last, hit.payload))
    return found


def _in_company(document: Document, name: Name) -> bool:
    """Whether the name goes on to a firm, a newspaper, a university, a treaty."""
    if _ends_another(document, name):
        return True
    company = anaphora().company.nouns
    if name.readings[0].rung not in ("name", "capital") or name.last >= len(document.tokens):
        return False
    after = document.tokens[name.last]
    before = document.tokens[name.first - 2] if name.first > 1 else None
    follows = after.text[0].isupper() and after.text.lower() in company
    of = document.tokens[name.first - 1].text == "of" if name.first else False
    within = of and before is not None and before.text.lower() in company
    return follows or (within and before is not None and before.text[0].isupper())


def _usual(document: Document, name: Name, salience: Counter[str]) -> tuple[Reading, ...]:
    """What a shared name most often means, unless the report tells of the other alone."""
    usual = anaphora().context.usual
    found = tuple(reading for reading in name.readings if reading.id in usual and reading.weak)
    others = {reading.id for reading in name.readings} - usual
    if not found or not others or home_of(document) in (None, *others):
        return ()
    alone = any(salience[other] for other in others) and not salience[found[0].id]
    return () if alone else found


def _ends_another(document: Document, name: Name) -> bool:
    """`the Silva Remembrance Alliance`: a noun alone that ends a longer name is of another."""
    reading = name.readings[0]
    lone = reading.weak and reading.kind == "organisation" and name.last == name.first + 1
    if not lone or not name.first:
        return False
    before, token = document.tokens[name.first - 1], document.tokens[name.first]
    own = token.text[0].isupper() and not token.text.isupper()
    return own and before.tag == "NNP" and before.sentence == token.sentence


def _salience(document: Document, names: Iterable[Name]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for name in names:
        strong = {reading.id for reading in name.readings if not reading.weak}
        if len(strong) == 1:
            lead = document.tokens[name.first].sentence == 0
            counted[strong.pop()] += LEAD_WEIGHT if lead else 1
    return counted


def settle(
    readings: tuple[Reading, ...], salience: Counter[str], *, day: str
) -> tuple[Reading, ...]:
    """The readings that fit the report best; several where it does not decide."""
    strong = tuple(reading for reading in readings if not reading.weak)
    if strong:
        return _of_day(strong, day)
    best = max(salience[reading.id] for reading in readings)
    if best == 0:
        return _of_day(readings, day) if _same_owner(readings, certain=True) else ()
    return tuple(reading for reading in readings if salience[reading.id] == best)


def _same_owner(readings: tuple[Reading, ...], *, certain: bool) -> bool:
    institution = all(reading.kind == "institution" for reading in readings)
    return certain and institution and len({reading.id for reading in readings}) == 1


def _of_day(readings: tuple[Reading, ...], day: str) -> tuple[Reading, ...]:
    valid = tuple(
        reading
        for reading in readings
        if reference.holds(reading.valid_from, reading.valid_to, day=day)
    )
    return valid or readings
