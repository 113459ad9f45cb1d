"""Files of tenures in the formats that others write, told apart by ending and first line."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from dragoman.errors import IntakeError, UsageError
from dragoman.register.actor_lists import read_petrarch
from dragoman.register.actors import checked, tenures_of
from dragoman.register.claims import Claim, Imported, settle
from dragoman.register.days import check_days
from dragoman.register.files import numbered, place, text_of
from dragoman.register.followthemoney import ftm_claims
from dragoman.register.popolo import popolo_claims
from dragoman.register.sources import Source
from dragoman.register.tables import own_claims, wikidata_claims
from dragoman.register.tenures import Tenure, order

_CLAIMS: dict[Source, Callable[[Path, str], Iterator[Claim]]] = {
    Source.CSV: own_claims,
    Source.WIKIDATA: wikidata_claims,
    Source.POPOLO: popolo_claims,
    Source.FTM: ftm_claims,
}


def read_tenures(
    path: Path, *, source: Source | None = None, country: str | None = None
) -> Imported:
    """All tenures of a file, checked; `country` is whose they are where the file does not say.

    Raises:
        IntakeError: the file cannot be read or a line of it is wrong: names file and line.
        UsageError: the format cannot be told.
    """
    text = text_of(path)
    form = source or told_by(path, text)
    if form is Source.TENURES:
        rows = exported(path, text)
        vouched = [msgspec.structs.replace(row, rung="imported", **_bounds(row)) for row in rows]
        return Imported(tenures=tuple(sorted(vouched, key=order)), left_out=0)
    if form is Source.PETRARCH:
        actors = checked(read_petrarch(path, text))
        persons = tenures_of(actors)
        found = tuple(sorted(persons, key=order))
        return Imported(tenures=found, left_out=len(actors) - len(persons))
    return settle(_CLAIMS[form](path, text), country=country)


def read_register(path: Path) -> tuple[Tenure, ...]:
    """The tenures of a file for a run: an exported register as it is, else what it imports.

    Raises:
        IntakeError: the file cannot be read or a line of it is wrong: names file and line.
        UsageError: the format cannot be told.
    """
    text = text_of(path)
    if told_by(path, text) is Source.TENURES:
        return tuple(exported(path, text))
    return read_tenures(path).tenures


def exported(path: Path, text: str) -> list[Tenure]:
    """The tenures of a file that `register export` wrote, as they are.

    Raises:
        IntakeError: a line is no tenure, or two have one id.
    """
    decoder = msgspec.json.Decoder(Tenure)
    found: dict[str, Tenure] = {}
    for number, line in numbered(text):
        try:
            tenure = decoder.decode(line)
            check_days(tenure)
        except (msgspec.DecodeError, RecursionError, ValueError) as error:
            raise IntakeError(f"{place(path, number)}: is no tenure: {error}") from None
        if tenure.id in found:
            raise IntakeError(f"{place(path, number)}: id {tenure.id}: a line above has it too")
        found[tenure.id] = tenure
    return list(found.values())


def told_by(path: Path, text: str) -> Source:
    """The format of a file, by its ending and its first line.

    Raises:
        UsageError: neither tells.
    """
    ending = path.suffix.casefold()
    first = next((line for _, line in numbered(text) if not line.startswith("#")), "")
    if ending == ".actors":
        return Source.PETRARCH
    if ending == ".csv":
        return Source.WIKIDATA if "positionlabel" in first.casefold() else Source.CSV
    if '"schema"' in first:
        return Source.FTM
    if '"tenure"' in first:
        return Source.TENURES
    if ending == ".json":
        return Source.POPOLO
    remedy = f"end its name in .csv or .jsonl, or say it with --from: {', '.join(Source)}"
    raise UsageError(f"{path}: of what format? {remedy}")


def _bounds(row: Tenure) -> dict[str, str | None]:
    """What was seen bounds a tenure that a person has vouched for."""
    return {"since": row.since or row.first_seen, "until": row.until or row.last_seen}
