"""Who stands with whom: agreement between parties by the positions they take, and its drift."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product
from typing import Literal

import msgspec

from dragoman.model import Stance
from dragoman.questions.agreement import LEAST, Agreement, agreement
from dragoman.questions.conditions import marks
from dragoman.questions.months import Taken, taken_by
from dragoman.questions.selection import EVERYTHING, Selection

Period = Literal["month", "quarter", "year"]
MOST = 12  # parties that are compared where none are named
_MONTHS = 3  # of a quarter

_BUSIEST = """
    SELECT holder FROM holding_count WHERE {where}
    GROUP BY holder HAVING sum(holdings) > 0 ORDER BY sum(holdings) DESC, holder LIMIT ?
"""
Stances = tuple[Stance, Stance]


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """How far two parties agree, on all issues or one, over all days or in a period.

    `firm` says that it rests on enough positions. `drift` is the change of similarity since the
    period before in which both took positions; null where one of the two is not firm.
    """

    one: str
    two: str
    issue: str | None
    period: str | None
    agreement: Agreement
    firm: bool
    drift: float | None


def alignment(  # noqa: PLR0913 - each narrows or divides the question
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    by_issue: bool = False,
    period: Period | None = None,
    least: int = LEAST,
    only: Collection[tuple[str, str]] | None = None,
) -> list[Alignment]:
    """Agreement of each pair of the selection's actors and `with_`, or of the busiest 12 parties.

    The pairs that agree most stand first, those whose figure rests on fewer than `least` positions
    last; periods of a pair stand in order. Pairs with no common unit are left out, and so is every
    pair but `only` these, each in the order of the alphabet.
    """
    parties = (*selection.actors, *selection.with_) or busiest(connection, selection)
    taken = taken_by(connection, selection, tuple(dict.fromkeys(parties)))
    found = [
        one
        for pair in combinations(sorted(taken.stances), 2)
        if only is None or pair in only
        for one in _of_pair(pair, taken, by_issue=by_issue, period=period, least=least)
    ]
    return found if period else sorted(found, key=_by_agreement)


def busiest(
    connection: sqlite3.Connection, selection: Selection = EVERYTHING, *, limit: int = MOST
) -> tuple[str, ...]:
    """The parties with the most positions in the record, on the selection's issues."""
    issues = selection.issues
    where = f"issue IN ({marks(issues)})" if issues else "TRUE"
    rows = connection.execute(_BUSIEST.format(where=where), (*issues, limit))
    return tuple(holder for (holder,) in rows)


def _of_pair(
    pair: tuple[str, str],
    taken: Taken,
    *,
    by_issue: bool,
    period: Period | None,
    least: int,
) -> Iterable[Alignment]:
    groups: dict[tuple[str, str], Counter[Stances]] = defaultdict(Counter)
    names = [period_of(month, period) for month in taken.months] if period else []
    ours, theirs = (taken.stances[party] for party in pair)
    for issue in sorted(ours.keys() & theirs.keys()):
        for (mine, a), (yours, b) in product(ours[issue].items(), theirs[issue].items()):
            if both := a & b:  # seldom any
                for name, units in _by_period(both, names):
                    groups[issue if by_issue else "", name][mine, yours] += units
    rows = [_row(pair, key, agreement(groups[key]), least) for key in sorted(groups)]
    return _drifting(rows) if period else rows


def _by_period(months: int, names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """How many months there are in all, or by the names of their periods; there is one at least."""
    if not names:
        yield "", months.bit_count()
        return
    while months:
        lowest = months & -months
        yield names[lowest.bit_length() - 1], 1
        months ^= lowest


def period_of(month: str, period: Period) -> str:
    """The period in which a month lies: `2022-03`, `2022-Q1`, `2022`."""
    if period == "month":
        return month
    year, number = month[:4], int(month[5:7])
    return year if period == "year" else f"{year}-Q{(number - 1) // _MONTHS + 1}"


def _row(pair: tuple[str, str], key: tuple[str, str], found: Agreement, least: int) -> Alignment:
    return Alignment(
        one=pair[0],
        two=pair[1],
        issue=key[0] or None,
        period=key[1] or None,
        agreement=found,
        firm=found.n >= least,
        drift=None,
    )


def _drifting(rows: Sequence[Alignment]) -> list[Alignment]:
    """The rows of a pair, in order, with the change since the one before on the same issue."""
    found = list(rows[:1])
    for before, row in pairwise(rows):
        firm = before.firm and row.firm and before.issue == row.issue
        found.append(msgspec.structs.replace(row, drift=_change(before, row) if firm else None))
    return found


def _change(before: Alignment, after: Alignment) -> float | None:
    old, new = before.agreement.similarity, after.agreement.similarity
    return None if old is None or new is None else round(new - old, 3)


def _by_agreement(row: Alignment) -> tuple[object, ...]:
    similarity = row.agreement.similarity or 0.0
    return (not row.firm, -similarity, -row.agreement.n, row.one, row.two, row.issue or "")
