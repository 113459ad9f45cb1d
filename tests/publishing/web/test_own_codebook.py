"""A record that was coded with a user's own codebook is shown with its types and issues."""

from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import factory
from dragoman.record import open_record
from dragoman.record.codebook import keep_codebook
from served import Keep

REPORT = factory.report(
    "An Indian frigate docked at Duqm in Oman on Monday. Oman welcomed foreign naval bases.\n",
    published="2023-05-02",
    outlet="The Example",
)
SIDES = {"actors": (factory.party("IND"),), "recipients": (factory.party("OMN"),)}
DOCKED = factory.event(
    "docked at Duqm",
    inside=REPORT,
    event_type="PORT-CALL",
    event_mode=None,
    date_start="2023-05-01",
    date_end="2023-05-01",
    issues=("bases-abroad",),
    **SIDES,
)
WELCOMED = factory.position(
    "welcomed foreign naval bases",
    inside=REPORT,
    holders=(factory.party("OMN"),),
    issue="bases-abroad",
    date_start="2023-05-02",
    date_end="2023-05-02",
)


@pytest.fixture
def ships(client: TestClient, file: Path, tmp_path: Path, keep: Keep) -> TestClient:
    """A page of a record that keeps the starter's types and issue."""
    folder = tmp_path / "ships"
    folder.mkdir()
    for source in files("dragoman.codebooks.starter").iterdir():
        if source.name.endswith(".toml"):
            (folder / source.name).write_text(source.read_text("utf-8"), "utf-8")
    with open_record(file, create=True) as connection:
        keep_codebook(connection, folder)
    keep(REPORT, DOCKED, WELCOMED)
    return client


def test_a_type_of_ones_own_is_an_event_like_others(ships: TestClient) -> None:
    text = ships.get("/events?type=PORT-CALL").text
    assert "PORT-CALL IND → OMN" in text
    assert '<span class="sign mc" aria-hidden="true">●</span>PORT-CALL' in text
    assert "material cooperation <strong>1</strong>" in text
    assert "docked at Duqm" in ships.get(f"/events/{DOCKED.id}").text


def test_a_type_of_ones_own_is_explained_by_the_codebook_view(ships: TestClient) -> None:
    assert "A ship of one navy calls at a port of another state." in ships.get("/codebook").text
    text = ships.get("/codebook/types/EXERCISE").text
    assert "Navies exercise together." in text
    assert "live-fire" in text
    assert "Its words stand in the codebook" in text


def test_an_issue_of_ones_own_has_its_page_and_column(ships: TestClient) -> None:
    text = ships.get("/issues/bases-abroad").text
    assert "<h1>Bases abroad</h1>" in text
    assert "Military bases and port rights of one state" in text
    assert "welcomed foreign naval bases" in text
    assert 'href="/issues/bases-abroad" title="bases abroad"' in ships.get("/positions").text
    assert "bases abroad" in ships.get(f"/reports/{REPORT.id}").text


@pytest.mark.parametrize(
    "path",
    [
        "/api/events?type=PORT-CALL&quad=material+cooperation&issue=bases-abroad",
        "/events.jsonl?type=PORT-CALL",
        "/events.polecat.tsv?type=PORT-CALL",
        "/events.atom?type=PORT-CALL",
        "/api/positions?issue=bases-abroad",
        "/search?q=naval",
        "/actors/OMN",
        "/pairs/IND/OMN",
    ],
)
def test_every_answer_knows_it(ships: TestClient, path: str) -> None:
    answer = ships.get(path)
    assert answer.status_code == 200
    assert any(word in answer.text for word in ("PORT-CALL", "bases-abroad", "bases abroad"))


def test_without_that_codebook_there_is_no_such_type(client: TestClient) -> None:
    assert client.get("/events?type=PORT-CALL").status_code == 422
    assert client.get("/codebook/types/PORT-CALL").status_code == 404
