"""What the tests of the page share: a second report, the token, the views."""

from typing import Protocol

import factory
from dragoman.model import Fact, Report

TOKEN = "a-token-of-the-page"  # noqa: S105 - of a test
LATER = factory.report(
    "Turkey no longer supports an immediate ceasefire, its Foreign Ministry said on Friday.\n",
    published="2022-04-01",
    title="A turn in Ankara",
    outlet="The Other Example",
    url="https://example.org/turn",
)
TURNED = factory.position(
    "no longer supports an immediate ceasefire",
    inside=LATER,
    stance="opposes",
    date_start="2022-04-01",
    date_end="2022-04-01",
)
_EVENT = factory.facts()[0]
VIEWS = (
    "/",
    "/events",
    f"/events/{_EVENT.id}",
    "/positions",
    "/alignment",
    "/compare",
    "/compare?one=TUR&two=UKR",
    "/asks",
    "/map",
    "/actors",
    "/actors/TUR",
    "/pairs/TUR/UKR",
    "/issues/ceasefire",
    "/search",
    "/search?q=ceasefire",
    f"/reports/{factory.REPORT.id}",
    f"/reports/{factory.REPORT.id}?line={_EVENT.id}",
    "/codebook",
    "/codebook/types/CONSULT",
    "/codebook/entries/verbs?q=phone",
    "/api",
)


class Keep(Protocol):
    """`keep(report, fact, ...)` adds to the record that is served."""

    def __call__(self, report: Report, *facts: Fact) -> None: ...
