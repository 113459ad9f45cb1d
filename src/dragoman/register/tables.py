"""Tenures from tables: our own CSV, and the answers of a Wikidata query as CSV."""

import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.register.claims import UNNAMED, Claim
from dragoman.register.files import read_columns

OWN_NEEDED = ("person", "country", "office")
OWN = (
    *("id", *OWN_NEEDED, "names", "post", "sector", "status", "since", "until"),
    *("first_seen", "last_seen", "after", "before", "successor", "reports", "said", "rung"),
    *("office_class", "evidence", "source"),
)
"""The columns of our own table: those that an import reads, then those that an export adds."""
_NO_VALUE = re.compile(r"https?:|_:|t\d+$|Q\d+$")
WIKIDATA_NEEDED = ("itemLabel", "positionLabel")
WIKIDATA = (
    *("item", "itemLabel", "itemAltLabel", "position", "positionLabel"),
    *("country", "countryLabel", "start", "end"),
)


def own_claims(path: Path, text: str) -> Iterator[Claim]:
    """One row a tenure. A day seen serves where none is given: what is imported is vouched for."""
    for place, row in read_columns(path, text, needed=OWN_NEEDED, allowed=OWN):
        yield Claim(
            place=place,
            id=row.get("id", ""),
            person=row["person"],
            names=_listed(row.get("names", "")),
            title=row["office"],
            owner=row["country"],
            post=row.get("post", ""),
            since=row.get("since") or row.get("first_seen", ""),
            until=row.get("until") or row.get("last_seen", ""),
            status=row.get("status", ""),
            sector=row.get("sector") or None,
            own=True,
        )


def wikidata_claims(path: Path, text: str) -> Iterator[Claim]:
    """One row a position held; an item without an English label (`Q42`) names nobody."""
    for place, row in read_columns(path, text, needed=WIKIDATA_NEEDED, allowed=WIKIDATA):
        yield Claim(
            place=place,
            person=_plain(row["itemLabel"]) or UNNAMED,
            names=_listed(row.get("itemAltLabel", "").replace(", ", "|")),
            title=row["positionLabel"],
            owner=row.get("countryLabel") or _plain(row.get("country", "")),
            since=_plain(row.get("start", "")),
            until=_plain(row.get("end", "")),
        )


def _listed(cell: str) -> tuple[str, ...]:
    """Items at `|`, or `;` as an export joins them."""
    return tuple(part.strip() for part in cell.replace(";", "|").split("|") if part.strip())


def _plain(cell: str) -> str:
    """Empty for an entity's address and for a value that Wikidata says nobody knows."""
    return "" if _NO_VALUE.match(cell) else cell
