"""Two accounts side by side on the page."""

from starlette.testclient import TestClient

import factory
from dragoman.model import Event
from served import LATER, Keep

OTHER = factory.report(
    "KYIV: Ukraine's foreign minister met his Turkish counterpart. Turkey opposes the war.\n",
    published="2022-03-31",
    title="As Kyiv tells it",
    outlet="The Other Example",
)


def both_tell_it(keep: Keep) -> str:
    """The path that compares the sample report with another one about its meeting."""
    met = factory.facts()[0]
    assert isinstance(met, Event)
    again = factory.event("met", inside=OTHER, date_start=met.date_start, date_end=met.date_end)
    keep(OTHER, again)
    return f"/compare?one={factory.REPORT.id}&two={OTHER.id}"


def test_with_nobody_named_it_offers_those_who_met(client: TestClient) -> None:
    text = client.get("/compare").text
    assert 'href="/compare?one=TUR&amp;two=UKR"' in text


def test_two_reports_of_one_meeting_stand_side_by_side(client: TestClient, keep: Keep) -> None:
    page = client.get(both_tell_it(keep))
    assert "says nothing of it" in page.text
    assert f"/reports/{factory.REPORT.id}?line=" in page.text


def test_what_is_exported_is_what_is_shown(client: TestClient, keep: Keep) -> None:
    path = both_tell_it(keep)
    rows = client.get(path.replace("/compare", "/api/compare")).json()["rows"]
    assert {row["verdict"] for row in rows} & {"agree", "differ"}
    lines = client.get(path.replace("/compare", "/compare.csv")).text.splitlines()
    assert len(lines) == len(rows) + 1


def test_who_is_not_known_is_said(client: TestClient) -> None:
    assert client.get("/compare?one=TUR&two=Atlantis").status_code == 422
    answer = client.get("/api/compare?one=TUR")
    assert answer.status_code == 422
    assert "two" in answer.json()["message"]


def test_a_pair_and_an_event_lead_to_it(client: TestClient, keep: Keep) -> None:
    path = both_tell_it(keep)
    assert "/compare?one=TUR&amp;two=UKR" in client.get("/pairs/TUR/UKR").text
    event = client.get(f"/events/{factory.facts()[0].id}").text
    assert path.replace("&", "&amp;") in event
    assert LATER.id not in event
