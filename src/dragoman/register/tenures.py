"""What the register is made of: sightings of people in offices, and the tenures that they tell.

A sighting is an office line of the record. A tenure says that a person held an office of a state or
organisation: learned, with the days on which reports show it; imported by a user or curated in the
codebook, with its first and last day as its source gives them.
"""

from typing import Literal

import msgspec

from dragoman.model import Status

Rung = Literal["imported", "curated", "learned"]
HELD: frozenset[Status] = frozenset(("current", "acting"))
SUPPORT = 2
"""Reports that have to say whose the office is before a learned tenure is relied on."""


class Sighting(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A person shown in an office by one report; `day` is the report's (ISO).

    `said` tells that the words themselves name the state or organisation: "Kenyan Foreign Minister
    Alfred Mutua" does, "Foreign Minister Mutua" leaves it to the context.
    """

    line_id: str
    report_id: str
    person: str
    country: str
    office: str
    post: str | None
    status: Status
    day: str
    said: bool


class Tenure(msgspec.Struct, frozen=True, kw_only=True, gc=False, tag_field="kind", tag="tenure"):
    """A person in an office.

    `since` and `until` bound one that is not learned (ISO days, months or years, ends included,
    null where open or unknown); `first_seen` and `last_seen` are the days of a learned one. Another
    holder was seen until `after` and is seen for good from `before`, on which day `successor`
    stands in the office. `reports` show the person in it, `said` of them in words that name the
    state. `names` are other spellings; `country` is the code of a state or organisation; `evidence`
    holds the ids of the first and last line, or the file and line that an import took it from.
    """

    id: str
    person: str
    names: tuple[str, ...] = ()
    country: str
    office: str
    office_class: str = ""
    post: str | None = None
    sector: str | None = None
    status: Status = "current"
    since: str | None = None
    until: str | None = None
    first_seen: str | None = None
    last_seen: str | None = None
    after: str | None = None
    before: str | None = None
    successor: str | None = None
    reports: int = 0
    said: int = 0
    rung: Rung
    evidence: tuple[str, ...] = ()

    @property
    def begin(self) -> str:
        """The first day known of it; empty where there is none."""
        return self.since or self.first_seen or ""

    @property
    def end(self) -> str:
        """The last day known of it; empty where there is none."""
        return self.until or self.last_seen or ""


def order(tenure: Tenure) -> tuple[str, ...]:
    """The order in which tenures are listed: state, office, post, first day, person."""
    return (
        tenure.country,
        tenure.office,
        tenure.post or "",
        tenure.begin,
        tenure.person,
        tenure.status,
        tenure.id,
    )
