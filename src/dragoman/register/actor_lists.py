"""Actor lists: our own CSV, and dictionaries of PETRARCH (`.actors`)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from dragoman.codebooks.reference import sectors
from dragoman.errors import IntakeError
from dragoman.register.actors import Actor, Kind, checked
from dragoman.register.days import partial_day, short_day
from dragoman.register.files import numbered, place, read_columns, text_of
from dragoman.register.titles import owner_of

NEEDED = ("id", "name")
COLUMNS = (*NEEDED, "aliases", "kind", "country", "sector", "valid_from", "valid_to", "source")
_KINDS: tuple[Kind, ...] = get_args(Kind)
_ENTRY = re.compile(r"(?P<plus>\+?)(?P<name>[^\[\];+#]*?)(?P<codes>(?:\[[^\]]*\]\s*)*)(?:[;#].*)?")
_CODE = re.compile(r"\[([^\]]*)\]")
_DATED = re.compile(r"(?P<code>[A-Z-]+)(?:\s+(?P<when>[<>]?\d+(?:-\d+)?))?")
_CODE_LENGTH = 3  # letters of a state's code, and of a sector's


def read_actors(path: Path) -> tuple[Actor, ...]:
    """The actors of a list, by its ending: `.actors` is PETRARCH's, all else our CSV.

    Raises:
        IntakeError: a line is wrong; names it.
    """
    text = text_of(path)
    read = read_petrarch if path.suffix.casefold() == ".actors" else _read_own
    return checked(read(path, text))


def _read_own(path: Path, text: str) -> Iterator[Actor]:
    for where, row in read_columns(path, text, needed=NEEDED, allowed=COLUMNS):
        actor_id, name = row["id"].strip(), row["name"].strip()
        if not actor_id or not name:
            raise IntakeError(f"{where}: has no {'name' if actor_id else 'id'}")
        valid_from, valid_to = _interval(where, row)
        aliases = (part.strip() for part in row.get("aliases", "").split("|"))
        yield Actor(
            place=where,
            id=actor_id,
            name=name,
            aliases=tuple(alias for alias in aliases if alias),
            kind=_kind(where, row.get("kind", "").strip()),
            country=row.get("country", "").strip() or None,
            sector=row.get("sector", "").strip() or None,
            valid_from=valid_from,
            valid_to=valid_to,
        )


def _kind(where: str, given: str) -> Kind:
    for kind in _KINDS:
        if given == kind:
            return kind
    if given:
        raise IntakeError(f"{where}: kind {given}: there are {', '.join(_KINDS)}")
    return "organisation"


def _interval(where: str, row: dict[str, str]) -> tuple[str | None, str | None]:
    try:
        begin, end = (partial_day(row.get(name, "")) for name in ("valid_from", "valid_to"))
    except ValueError as error:
        raise IntakeError(f"{where}: {error}") from None
    if begin and end and end < begin[: len(end)]:
        raise IntakeError(f"{where}: ends {end}, before it begins ({begin})")
    return begin, end


def read_petrarch(path: Path, text: str) -> Iterator[Actor]:
    """An actor for each code of each entry; its synonyms are the lines that begin with `+`.

    An entry some code of which has both a sector and days is a person: whoever is of the
    government from then to then holds an office.

    Raises:
        IntakeError: a line is no entry, synonym or code, or a day is impossible.
    """
    entry: list[tuple[str, str]] = []
    names: list[str] = []
    for number, line in numbered(text):
        where = place(path, number)
        match = _ENTRY.fullmatch(line.strip())
        if match is None:
            raise IntakeError(f"{where}: is no entry NAME [CODE], synonym +NAME or code [CODE]")
        name = " ".join(match["name"].replace("_", " ").split())
        if name and not match["plus"]:
            yield from _actors(entry, names)
            entry, names = [], []
        if name:
            names.append(name)
        entry += [(where, code) for code in _CODE.findall(match["codes"])]
        if entry and not names:
            raise IntakeError(f"{where}: a code before the first name")
    yield from _actors(entry, names)


def _actors(entry: list[tuple[str, str]], names: list[str]) -> Iterator[Actor]:
    coded = [(where, *_parsed(where, code)) for where, code in entry]
    person = any(len(code) > _CODE_LENGTH and (since or until) for _, code, since, until in coded)
    spelled = [name.title() for name in names]
    for n, (where, code, since, until) in enumerate(coded):
        owner, sector = _party(code)
        if owner is None and person:
            continue  # somebody of no state or organisation that we know
        kind: Kind = "person" if person else ("institution" if owner else "organisation")
        yield Actor(
            place=where,
            id=f"{where}#{n}",
            party=owner or code,
            name=spelled[0],
            aliases=tuple(dict.fromkeys(spelled[1:])),
            kind=kind,
            country=owner,
            sector=sector,
            valid_from=since,
            valid_to=until,
        )


def _parsed(where: str, written: str) -> tuple[str, str | None, str | None]:
    """A code and its days: `USAGOV 960101-041231`, `USAELI >041231`, `USA`."""
    match = _DATED.fullmatch(written.strip())
    if match is None:
        raise IntakeError(f"{where}: [{written}]: is no code with or without days")
    when = match["when"] or ""
    try:
        if when.startswith("<"):
            return match["code"], None, short_day(when[1:])
        if when.startswith(">"):
            return match["code"], short_day(when[1:]), None
        first, _, last = when.partition("-")
        since = short_day(first) if first else None
        return match["code"], since, short_day(last) if last else since
    except ValueError as error:
        raise IntakeError(f"{where}: {error}") from None


def _party(code: str) -> tuple[str | None, str | None]:
    """The state or organisation that a code begins with, and its sector."""
    known = {row.code for row in sectors()}
    head, tail = code[:_CODE_LENGTH], code[_CODE_LENGTH : 2 * _CODE_LENGTH]
    if head in known:
        return owner_of(tail) if tail else None, head
    return owner_of(head), tail if tail in known else None
