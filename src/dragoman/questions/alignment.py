"""Who stands with whom: agreement between parties by the positions they take, and its drift."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations, pairwise
from typing import Literal, cast

import msgspec

from dragoman.model import Stance
from dragoman.questions.agreement import LEAST, Agreement, agreement
from dragoman.questions.conditions import marks, on_holdings
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.questions.stances import with_issues

Period = Literal["month", "quarter", "year"]
MOST = 12  # parties that are compared where none are named
_MONTHS = 3  # of a quarter

_BUSIEST = """
    SELECT holder FROM holding_count WHERE {where}
    GROUP BY holder HAVING sum(holdings) > 0 ORDER BY sum(holdings) DESC, holder LIMIT ?
"""
# A row for each party and issue: reading a quarter of a million stances one by one takes longer.
_STANCES = """
    SELECT issue, holder, group_concat(substr(day, 1, 7) || ' ' || stance, ';')
    FROM (SELECT * FROM holding WHERE {where} ORDER BY issue, holder, day, line)
    GROUP BY issue, holder
"""
Months = dict[str, Stance]  # the last stance of each month
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


def alignment(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    by_issue: bool = False,
    period: Period | None = None,
    least: int = LEAST,
) -> list[Alignment]:
    """Agreement of each pair of the selection's actors and `with_`, or of the busiest 12 parties.

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
) -> dict[str, dict[str, Months]]:
    """What each party took a stance on, by issue."""
    narrowed = msgspec.structs.replace(selection, actors=parties, with_=())
    condition = on_holdings(with_issues(connection, narrowed))
    found: dict[str, dict[str, Months]] = defaultdict(dict)
    query = _STANCES.format(where=condition.where)
    for issue, holder, told in connection.execute(query, condition.values):
        found[holder][issue] = dict(one.split(" ", 1) for one in told.split(";"))
    return found


def _of_pair(
    pair: tuple[str, str],
    taken: dict[str, dict[str, Months]],
    *,
    by_issue: bool,
    period: Period | None,
    least: int,
) -> Iterable[Alignment]:
    groups: dict[tuple[str, str], Counter[Stances]] = defaultdict(Counter)
    ours, theirs = (taken[party] for party in pair)
    for issue in ours.keys() & theirs.keys():
        mine, yours = ours[issue], theirs[issue]
        for name, months in _by_period(mine.keys() & yours.keys(), period):
            stances = zip(map(mine.get, months), map(yours.get, months), strict=True)
            groups[issue if by_issue else "", name].update(cast("Iterable[Stances]", stances))
    rows = [_row(pair, key, agreement(groups[key]), least) for key in sorted(groups)]
    return _drifting(rows) if period else rows


def _by_period(months: set[str], period: Period | None) -> Iterable[tuple[str, Collection[str]]]:
    if period is None:
        return [("", months)]
    found: dict[str, list[str]] = defaultdict(list)
    for month in months:
        found[period_of(month, period)].append(month)
    return found.items()


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
