"""What each party took a stance on, month by month."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

import msgspec

from dragoman.model import Stance
from dragoman.questions.conditions import on_holding_counts, on_holdings, on_stood
from dragoman.questions.days import are_whole_months
from dragoman.questions.selection import EVERYTHING, Selection

Months = dict[Stance, int]  # by stance, a bit for each month of which it is the last
Told = tuple[str, str, dict[str, str]]  # issue, holder, the letter of each month's last stance

# A row for each party and issue with its months in one text: reading a quarter of a million stances
# row by row takes longer, and so does SQLite's own grouping.
_YEARS = """
    SELECT issue, holder, group_concat(year || stances, '') FROM stood WHERE {where}
    GROUP BY issue, holder
"""
_STANCES = """
    SELECT issue, holder, (
        SELECT group_concat(substr(day, 1, 7) || substr(stance, 1, 1), '') FROM (
            SELECT day, stance FROM holding
            WHERE holding.issue = counted.issue AND holding.holder = counted.holder AND {where}
            ORDER BY day, line
        )
    ) AS told
    FROM holding_count AS counted WHERE {groups}
"""
_MONTH = 7  # characters of a month, 2022-03, before the letter of the stance
_YEAR = 4  # characters of a year before the letters of its months
_MONTHS = tuple(f"-{number:02}" for number in range(1, 13))
_NONE = "."  # the letter of a month without a stance
_LETTERS: dict[str, Stance] = {stance[0]: stance for stance in get_args(Stance)}


class Taken(msgspec.Struct, frozen=True):
    """What each party took a stance on, by issue; the n-th bit is that of the n-th month."""

    months: tuple[str, ...]
    stances: dict[str, dict[str, Months]]


def taken_by(
    connection: sqlite3.Connection, selection: Selection, parties: tuple[str, ...]
) -> Taken:
    """The last stance of each month that the parties took, on the issues and days asked for."""
    narrowed = msgspec.structs.replace(selection, actors=parties, with_=(), sources=1)
    read = _of_years if _is_of_months(narrowed) else _of_stances
    told = list(read(connection, narrowed))
    months = tuple(sorted(set().union(*(by_month for _, _, by_month in told))))
    bits = {month: 1 << at for at, month in enumerate(months)}
    found: dict[str, dict[str, Months]] = defaultdict(dict)
    for issue, holder, by_month in told:
        found[holder][issue] = _bits(by_month, bits)
    return Taken(months, found)


def _is_of_months(selection: Selection) -> bool:
    """Whether it asks for parties, issues and whole months alone, which the rollup knows."""
    others = msgspec.structs.replace(selection, actors=(), issues=(), since=None, until=None)
    return others == EVERYTHING and are_whole_months(selection.since, selection.until)


def _of_years(connection: sqlite3.Connection, selection: Selection) -> Iterator[Told]:
    condition = on_stood(selection)
    first, last = (selection.since or "")[:_MONTH], (selection.until or "~")[:_MONTH]
    for issue, holder, text in connection.execute(
        _YEARS.format(where=condition.where), condition.values
    ):
        by_month = _by_year(text)
        if first or last != "~":
            by_month = {month: by_month[month] for month in by_month if first <= month <= last}
        if by_month:
            yield issue, holder, by_month


def _by_year(text: str) -> dict[str, str]:
    """The months of a text of years and letters; those without a stance are left out."""
    step = _YEAR + len(_MONTHS)
    return {
        text[at : at + _YEAR] + month: letter
        for at in range(0, len(text), step)
        for month, letter in zip(_MONTHS, text[at + _YEAR : at + step], strict=True)
        if letter != _NONE
    }


def _of_stances(connection: sqlite3.Connection, selection: Selection) -> Iterator[Told]:
    groups = on_holding_counts(selection)
    condition = on_holdings(msgspec.structs.replace(selection, issues=(), actors=()))
    query = _STANCES.format(where=condition.where, groups=groups.where)
    rows = connection.execute(query, (*condition.values, *groups.values))
    return ((issue, holder, _by_month(text)) for issue, holder, text in rows if text)


def _by_month(text: str) -> dict[str, str]:
    """The letter of each month's last stance."""
    step = _MONTH + 1
    months = (text[at : at + _MONTH] for at in range(0, len(text), step))
    return dict(zip(months, text[_MONTH::step], strict=True))


def _bits(by_month: dict[str, str], bits: dict[str, int]) -> Months:
    found = dict.fromkeys(_LETTERS, 0)
    for month, letter in by_month.items():
        found[letter] |= bits[month]
    return {_LETTERS[letter]: held for letter, held in found.items() if held}
