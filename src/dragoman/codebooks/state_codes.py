"""Other catalogues' codes of the states, for exports."""

from functools import cache

import msgspec

from dragoman.codebooks.tables import HOUSE, read_table


class StateCodes(msgspec.Struct, frozen=True, kw_only=True):
    """A state by our code, ISO's two letters in lower case, and the Correlates of War's number."""

    id: str
    alpha2: str | None
    cow: int | None
    source: str


def alpha2_of(code: str | None) -> str | None:
    """ISO 3166's two letters in lower case; None where there are none."""
    found = _by_id().get(code or "")
    return None if found is None else found.alpha2


def cow_of(code: str | None) -> int | None:
    """The number in the Correlates of War's list of states; None where it has none."""
    found = _by_id().get(code or "")
    return None if found is None else found.cow


@cache
def _by_id() -> dict[str, StateCodes]:
    return {row.id: row for row in read_table(HOUSE / "state_codes.csv", StateCodes)}
