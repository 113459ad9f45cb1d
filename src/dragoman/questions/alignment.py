"""Who stands with whom: agreement between parties by the positions they take, and its drift."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from typing import Literal

import msgspec

from dragoman.model import Stance
from dragoman.questions.agreement import LEAST, Agreement, agreement
from dragoman.questions.conditions import marks, on_holdings
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.questions.stances import with_issues

Period = Literal["month", "quarter", "year"]
MOST = 20  # parties that are compared where none are named
_MONTHS = 3  # of a quarter

_BUSIEST = """
    SELECT holder FROM holding_count WHERE {where}
    GROUP BY holder HAVING sum(holdings) > 0 ORDER BY sum(holdings) DESC, holder LIMIT ?
"""
# SQLite gives the other columns of the row that has the maximum: the month's last stance.
_STANCES = """
    SELECT issue, substr(day, 1, 7) AS month, holder, stance, max(day) FROM holding
    WHERE {where} GROUP BY issue, holder, month
"""


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


class _Units(msgspec.Struct, frozen=True):
    """A party's stances, each by issue and month."""

    stances: dict[tuple[str, str], Stance]


def alignment(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    by_issue: bool = False,
    period: Period | None = None,
    least: int = LEAST,
) -> list[Alignment]:
    """Agreement of each pair of the selection's actors and `with_`, or of the busiest 20 parties.

    The pairs that agree most stand first, those whose figure rests on fewer than `least` positions
    last; periods of a pair stand in order. Pairs with no common unit are left out.
    """
    parties = (*selection.actors, *selection.with_) or busiest(connection, selection)
    taken = _taken(connection, selection, tuple(dict.fromkeys(parties)))
    found = [
        one
        for pair in combinations(sorted(taken), 2)
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


def _taken(
    connection: sqlite3.Connection, selection: Selection, parties: tuple[str, ...]
) -> dict[str, _Units]:
    """What each party took a stance on."""
    narrowed = msgspec.structs.replace(selection, actors=parties, with_=())
    condition = on_holdings(with_issues(connection, narrowed))
    found: dict[str, _Units] = defaultdict(lambda: _Units({}))
    query = _STANCES.format(where=condition.where)
    for issue, month, holder, stance, _ in connection.execute(query, condition.values):
        found[holder].stances[issue, month] = stance
    return found


def _of_pair(
    pair: tuple[str, str],
    taken: dict[str, _Units],
    *,
    by_issue: bool,
    period: Period | None,
    least: int,
) -> Iterable[Alignment]:
    ours, theirs = (taken[party].stances for party in pair)
    groups: dict[tuple[str | None, str | None], list[tuple[Stance, Stance]]] = defaultdict(list)
    for unit in ours.keys() & theirs.keys():
        issue, month = unit
        key = (issue if by_issue else None, period_of(month, period) if period else None)
        groups[key].append((ours[unit], theirs[unit]))
    rows = [
        _row(pair, key, agreement(groups[key]), least)
        for key in sorted(groups, key=lambda key: (key[0] or "", key[1] or ""))
    ]
    return _drifting(rows) if period else rows


def period_of(month: str, period: Period) -> str:
    """The period in which a month lies: `2022-03`, `2022-Q1`, `2022`."""
    if period == "month":
        return month
    year, number = month[:4], int(month[5:7])
    return year if period == "year" else f"{year}-Q{(number - 1) // _MONTHS + 1}"


def _row(
    pair: tuple[str, str], key: tuple[str | None, str | None], found: Agreement, least: int
) -> Alignment:
    return Alignment(
        one=pair[0],
        two=pair[1],
        issue=key[0],
        period=key[1],
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
