"""A state or organisation as a user names it, to its code."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from dragoman.codebooks.reference import Organisation, State, organisations, states
from dragoman.errors import UsageError


def code_of(name: str, *, also: Iterable[str] = ()) -> str:
    """The code of the state or organisation that a name means; case and a leading "the" are free.

    `also` are further codes to accept as they are, those that a record holds, say.

    Raises:
        UsageError: nothing or more than one has this name; the sentence says what is near.
    """
    wanted = _folded(name)
    own = {code.casefold(): code for code in also}
    if wanted in own:
        return own[wanted]
    for forms in (_strong(), _weak()):
        found = sorted(forms.get(wanted, ()))
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"{name}: may be {' or '.join(found)}: give the code")
    raise UsageError(f"{name}: no such state or organisation{_near(wanted)}")


def name_of(code: str) -> str:
    """The name of the state or organisation of this code; the code itself where none is known."""
    return _names().get(code, code)


def parties_named(text: str) -> tuple[str, ...]:
    """The codes of all states and organisations that have this name, sorted."""
    wanted = _folded(text)
    return tuple(sorted(_strong().get(wanted, set()) | _weak().get(wanted, set())))


@cache
def _names() -> Mapping[str, str]:
    return {row.id: row.name for row in _rows()}


def _folded(name: str) -> str:
    return name.strip().casefold().removeprefix("the ").strip()


@cache
def _strong() -> Mapping[str, set[str]]:
    forms = defaultdict(set)
    for row in _rows():
        own = [row.id, row.name, *row.aliases]
        if isinstance(row, State):
            own += [*row.adjectives, *row.capitals]
        for form in own:
            forms[_folded(form)].add(row.id)
    for row in _rows():  # a code means its owner, whatever else is spelled so
        forms[_folded(row.id)] = {row.id}
    return forms


@cache
def _weak() -> Mapping[str, set[str]]:
    forms = defaultdict(set)
    for row in _rows():
        for form in row.weak:
            forms[_folded(form)].add(row.id)
    return forms


def _rows() -> tuple[State | Organisation, ...]:
    return (*states(), *organisations())


def _near(wanted: str) -> str:
    close = difflib.get_close_matches(wanted, _strong(), n=3, cutoff=0.75)
    codes = dict.fromkeys(code for form in close for code in sorted(_strong()[form]))
    if not codes:
        return ": give its English name or its code of three letters"
    return ": did you mean " + " or ".join(f"{name_of(code)} ({code})" for code in codes) + "?"
