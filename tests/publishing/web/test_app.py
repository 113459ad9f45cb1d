"""Each view answers, says what is in the record, and stays calm about what is not."""

from html import escape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import factory
from dragoman.codebooks.exemplars import exemplars
from dragoman.publishing.web.app import create_app
from dragoman.publishing.web.codebook import entries
from dragoman.publishing.web.site import Site
from dragoman.record import open_record
from served import LATER, VIEWS, Keep

EVENT, SAID, POSITION, TIE, OFFICE = factory.facts()
OF_ANY_RECORD = [view for view in VIEWS if not view.startswith(("/events/", "/reports/"))]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_answers(client: TestClient, view: str) -> None:
    answer = client.get(view)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("view", OF_ANY_RECORD)
def test_a_view_of_an_empty_record_answers(tmp_path: Path, view: str) -> None:
    path = tmp_path / "empty.record"
    with open_record(path, create=True):
        pass
    with TestClient(create_app(Site(record=path)), base_url="http://localhost") as client:
        assert client.get(view).status_code == 200


def test_the_front_says_what_happened_and_who_said_so(client: TestClient) -> None:
    text = client.get("/").text
    assert "met his Ukrainian counterpart" in text
    assert "The Example" in text
    assert f"/events/{EVENT.id}" in text


def test_the_front_says_which_positions_changed(client: TestClient) -> None:
    section = client.get("/").text.partition("Positions that changed")[2]
    assert "Turkey" in section
    assert section.index("supports") < section.index("opposes")


def test_what_moved_between_some_is_one_address(client: TestClient) -> None:
    assert "Antalya" in client.get("/?between=TUR,UKR&since=2022-03-10").text
    assert "Antalya" not in client.get("/?between=TUR,CHN&since=2022-03-10").text


def test_a_report_shows_each_line_beside_its_words(client: TestClient) -> None:
    text = client.get(f"/reports/{factory.REPORT.id}").text
    for fact in (EVENT, SAID, POSITION, TIE, OFFICE):
        assert f'id="l-{fact.id}"' in text
        assert f'id="w-{fact.id}"' in text
    assert "Foreign Ministry" in text.partition("through")[2][:200]


def test_a_line_leads_to_its_words(client: TestClient) -> None:
    answer = client.get(f"/lines/{EVENT.id[:10]}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"?line={EVENT.id}#l-{EVENT.id}")


def test_the_address_of_an_article_is_a_link(client: TestClient) -> None:
    assert f'href="{LATER.url}"' in client.get(f"/reports/{LATER.id}").text


def test_the_matrix_marks_a_stance_that_was_another(client: TestClient) -> None:
    text = client.get("/positions").text
    assert 'class="cell con changed"' in text
    assert "before: supports, until 2022-03-10" in text


def test_a_page_that_did_not_change_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/events").headers["etag"]
    again = client.get("/events", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize("path", ["/nothing", "/reports/0", "/lines/0", "/actors/Atlantis"])
def test_what_is_not_there_is_said_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>Not Found</h1>" in answer.text


def test_a_codebook_entry_has_its_example(client: TestClient) -> None:
    first = entries("verbs")[0]
    text = client.get("/codebook/entries/verbs", params={"q": first.predicate[0]}).text
    assert escape(first.example) in text


def test_an_ask_says_what_came_of_it(client: TestClient, keep: Keep) -> None:
    asked = factory.report("Mali asked Chad for talks.\n", published="2022-03-01")
    met = factory.report("Mali and Chad held the talks.\n", published="2022-03-05")
    sides = {"actors": (factory.party("MLI"),), "recipients": (factory.party("TCD"),)}
    ask = factory.event(
        "asked Chad for talks",
        inside=asked,
        event_type="REQUEST",
        event_mode="meet",
        content=factory.span("talks", inside=asked),
        date_start="2022-03-01",
        date_end="2022-03-01",
        **sides,
    )
    keep(asked, ask)
    assert "What came of it" in client.get(f"/events/{ask.id}").text
    assert "asked: “talks”" in client.get("/asks").text
    answer = factory.event(
        "held the talks", inside=met, date_start="2022-03-05", date_end="2022-03-05", **sides
    )
    keep(met, answer)
    (row,) = client.get("/api/asks").json()["rows"]
    assert row["content"] == "talks"
    assert row["answers"] == answer.id


def test_a_type_has_its_exemplars(client: TestClient) -> None:
    one = next(one for one in exemplars() if one.event_type == "CONSULT" and not one.event_mode)
    text = client.get("/codebook/types/CONSULT").text
    actor = one.sentence[one.actor.start : one.actor.end]
    assert f'<mark class="r-actor">{escape(actor)}</mark>' in text
