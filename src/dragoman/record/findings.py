"""What doctor finds."""

from typing import Literal

import msgspec

Remedy = Literal["repair", "code again", "restore"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong, where, and what helps.

    `repair` makes derived tables anew; `code again`: the report has to be added again, for which
    repair makes it ready; `restore`: the file itself is damaged, a copy has to take its place.
    """

    where: str
    message: str
    remedy: Remedy
    report: int | None = None  # its number, where one report is meant


def found(where: str, message: str, remedy: Remedy, report: int | None = None) -> Finding:
    """A finding."""
    return Finding(where=where, message=message, remedy=remedy, report=report)
