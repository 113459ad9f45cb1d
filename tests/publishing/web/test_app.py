"""Each view answers, says what is in the record, and stays calm about what is not."""

import re
from html import escape
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

import factory
from dragoman.codebooks.exemplars import exemplars
from dragoman.model import Event
from dragoman.publishing.web.app import create_app
from dragoman.publishing.web.codebook import entries
from dragoman.publishing.web.site import Site
from dragoman.record import add, open_record
from dragoman.record.merging import merge
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
        answer = client.get(view)
    assert answer.status_code == 200
    assert view.startswith("/codebook") or re.search(r'class="(empty|lead)', answer.text)


def test_an_empty_record_says_how_to_fill_it(tmp_path: Path) -> None:
    path = tmp_path / "empty.record"
    with open_record(path, create=True):
        pass
    with TestClient(create_app(Site(record=path)), base_url="http://localhost") as client:
        assert "dragoman add reports/ --record empty.record" in client.get("/").text


@pytest.mark.parametrize("view", OF_ANY_RECORD)
def test_a_view_of_one_event_answers(tmp_path: Path, view: str) -> None:
    path = tmp_path / "one.record"
    with open_record(path, create=True) as connection:
        add(connection, factory.REPORT, [EVENT])
        merge(connection)
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


def test_the_front_says_by_whom_and_in_which_words_a_position_changed(client: TestClient) -> None:
    section = client.get("/").text.partition("Positions that changed")[2].partition("</section>")[0]
    assert "no longer supports an immediate ceasefire" in section
    assert "The Other Example" in section


def test_a_question_stands_over_its_answer_with_how_much_that_is(client: TestClient) -> None:
    text = client.get("/?between=TUR,UKR&since=2022-03-10").text
    assert "What moved between Turkey and Ukraine since 2022-03-10</h1>" in text
    assert "<strong>1</strong> of 1 events" in text


def test_what_moved_between_some_is_one_address(client: TestClient) -> None:
    assert "Antalya" in client.get("/?between=TUR,UKR&since=2022-03-10").text
    assert "Antalya" not in client.get("/?between=TUR,CHN&since=2022-03-10").text


def test_a_day_stands_once_over_its_events(client: TestClient, keep: Keep) -> None:
    report = factory.report("Mali met Chad. Niger met Chad. Togo met Chad.\n")
    sides = {code: (factory.party(code),) for code in ("MLI", "NER", "TGO")}
    for (code, actors), day in zip(sides.items(), ("05", "05", "06"), strict=True):
        name = {"MLI": "Mali", "NER": "Niger", "TGO": "Togo"}[code]
        when = f"2023-05-{day}"
        met = factory.event(
            f"{name} met", inside=report, actors=actors, date_start=when, date_end=when
        )
        keep(msgspec.structs.replace(report, id=f"{code}0"), met)
    feed = client.get("/events?since=2023").text.partition('<ol class="feed">')[2]
    assert feed.count('class="same"') == 1


def test_what_is_told_otherwise_stands_once_with_who_tells_it(
    client: TestClient, keep: Keep
) -> None:
    assert isinstance(EVENT, Event)
    again = factory.report("KYIV: Ukraine met Turkey.\n", outlet="The Echo", published="2022-03-31")
    later = factory.event(
        "met",
        inside=again,
        actors=EVENT.actors,
        recipients=EVENT.recipients,
        date_start="2022-03-09",
        date_end="2022-03-12",
    )
    keep(again, later)
    text = client.get(f"/events/{EVENT.id}").text
    section = text.partition("Told otherwise")[2].partition("</section>")[0]
    assert section.count("<dt>days</dt>") == 1
    assert "2022-03-10" in section
    assert "2022-03-09 – 2022-03-12" in section
    assert "The Echo" in section


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
    assert "what: “talks”" in client.get("/asks").text
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
