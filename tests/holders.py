"""Builders of sightings and tenures for tests of the register; each has defaults."""

from typing import Any

from dragoman.model import line_id
from dragoman.register.tenures import Sighting, Tenure


def sighting(person: str, day: str, **fields: Any) -> Sighting:  # noqa: ANN401 - any field of its type
    """A prime minister of Kenya, in a report of that day whose words name the state."""
    defaults: dict[str, Any] = {
        "line_id": line_id(person, day),
        "report_id": line_id("report", person, day),
        "person": person,
        "country": "KEN",
        "office": "prime minister",
        "post": None,
        "status": "current",
        "day": day,
        "said": True,
    }
    return Sighting(**(defaults | fields))


def tenure(person: str, first: str, last: str, **fields: Any) -> Tenure:  # noqa: ANN401 - likewise
    """A prime minister of Kenya, learned from five reports, three of which name the state."""
    defaults: dict[str, Any] = {
        "id": line_id(person, first),
        "person": person,
        "country": "KEN",
        "office": "prime minister",
        "office_class": "head of government",
        "sector": "GOV",
        "first_seen": first,
        "last_seen": last,
        "reports": 5,
        "said": 3,
        "rung": "learned",
    }
    return Tenure(**(defaults | fields))


def imported(person: str, since: str | None, until: str | None, **fields: Any) -> Tenure:  # noqa: ANN401 - likewise
    """A prime minister of Kenya as a file has it."""
    own = {"since": since, "until": until, "first_seen": None, "last_seen": None}
    return tenure(person, since or "", "", **(own | {"rung": "imported"} | fields))
