"""CSV, JSONL, feeds and the API give what the view shows, under the same filters."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import msgspec
import pytest
from starlette.testclient import TestClient

import factory
from dragoman.model import decode, line_id
from dragoman.publishing.exporting.forms import FORMS, Form, write
from dragoman.publishing.exporting.material import Material
from dragoman.publishing.exporting.tables import Container
from dragoman.publishing.flat import unguard
from dragoman.publishing.web.app import create_app
from dragoman.publishing.web.catalogue import QUESTIONS
from dragoman.publishing.web.offered import OFFERED, Offered
from dragoman.publishing.web.site import Site
from dragoman.record import open_record
from served import Keep

EVENT = factory.facts()[0]
DOCS = Path(__file__).parents[3] / "docs"
ATOM = "{http://www.w3.org/2005/Atom}"
TABLES = sorted(QUESTIONS)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_each_question_gives_the_same_rows_in_each_form(client: TestClient, name: str) -> None:
    query = {"search": "?q=ceasefire", "compare": "?one=TUR&two=UKR"}.get(name, "")
    answered = client.get(f"/api/{name}{query}").json()["rows"]
    lines = client.get(f"/{name}.jsonl{query}").text.splitlines()
    assert [json.loads(line) for line in lines] == answered
    columns, *cells = csv.reader(io.StringIO(client.get(f"/{name}.csv{query}").text, newline=""))
    assert columns == list(QUESTIONS[name].columns)
    assert len(cells) == len(answered)
    if name != "events":  # whose lists and parties are flattened
        assert all(list(row) == columns for row in answered)


def test_an_event_in_an_export_is_a_record_line(client: TestClient) -> None:
    (row,) = client.get("/api/events").json()["rows"]
    extra = {"tellings", "reports", "sources", "corroboration", "differences", "words"}
    plain = {name: value for name, value in row.items() if name not in extra}
    assert decode(json.dumps(plain)) == EVENT
    assert row["tellings"] == [EVENT.id]


def test_a_filter_holds_in_every_form(client: TestClient) -> None:
    assert client.get("/events.jsonl?actor=CHN").text == ""
    assert table(client.get("/events.csv?actor=CHN").text) == []
    assert client.get("/api/events?actor=CHN").json() == {"rows": [], "next": None}


def test_a_wrong_filter_is_an_error_and_not_half_a_file(client: TestClient) -> None:
    answer = client.get("/events.csv?since=yesterday")
    assert answer.status_code == 422
    assert answer.json()["error"] == "Unprocessable Entity"


@pytest.fixture
def batches(file: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A reader of many events, asks and stances, whose exports read three at a time."""
    for name, question in QUESTIONS.items():
        small = msgspec.structs.replace(question, at_once=3)
        monkeypatch.setitem(QUESTIONS, name, small)
    for number in range(1, 11):
        told_on(keep, f"2023-01-{number // 3 + 1:02}", number)
    with TestClient(create_app(Site(record=file)), base_url="http://localhost") as client:
        yield client


def told_on(keep: Keep, day: str, number: int) -> None:
    """A meeting, an ask, and two states' stance, which turns with each day."""
    report = factory.report(f"{factory.TEXT}{number}\n", published=day, outlet=f"Outlet {number}")
    names = ("MLI", "NER", "TGO", "TCD", "GHA", "KEN", "UGA", "RWA", "ZMB", "AGO")
    met = factory.event(
        inside=report,
        date_start=day,
        date_end=day,
        recipients=(factory.party(names[number - 1]),),
    )
    content = factory.span("met", inside=report)
    asked = msgspec.structs.replace(met, event_type="REQUEST", content=content)
    holders = (factory.party("TUR"), factory.party("POL"))
    stance = "supports" if int(day[-2:]) % 2 else "opposes"
    stood = factory.position(
        inside=report, holders=holders, stance=stance, date_start=day, date_end=day
    )
    facts = (met, asked, stood)
    ids = (line_id(f"{number} {place}") for place in range(len(facts)))
    keep(report, *(msgspec.structs.replace(fact, id=next(ids)) for fact in facts))


@pytest.mark.parametrize("name", sorted(QUESTIONS.keys() - {"search", "compare"}))
def test_an_export_of_many_batches_has_each_row_once_and_in_order(
    batches: TestClient, name: str
) -> None:
    told = batches.get(f"/api/{name}?limit=1000").json()["rows"]
    rows = [json.loads(line) for line in batches.get(f"/{name}.jsonl").text.splitlines()]
    assert rows == told
    assert len(table(batches.get(f"/{name}.csv").text)) == len(rows)
    some = batches.get(f"/{name}.jsonl?limit=4&after=2").text.splitlines()
    assert [json.loads(line) for line in some] == told[2:6]


def test_there_are_rows_for_many_batches(batches: TestClient) -> None:
    counts = {
        name: len(batches.get(f"/{name}.jsonl").text.splitlines())
        for name in ("events", "asks", "positions")
    }
    assert min(counts.values()) >= 6, counts


def test_a_cell_that_a_spreadsheet_would_run_is_guarded(client: TestClient, keep: Keep) -> None:
    report = factory.report("=1+1 Mali struck Chad.\n", outlet="=cmd()")
    parties = {"actors": (factory.party("MLI", person="@SUM(A1)"),), "date_start": None}
    keep(report, factory.event("=1+1 Mali struck", inside=report, **parties, date_end=None))
    (row,) = table(client.get("/events.csv?actor=MLI").text)
    assert row["words"] == "'=1+1 Mali struck"
    assert unguard(row["words"]) == "=1+1 Mali struck"
    assert row["actors_persons"] == "'@SUM(A1)"


def test_a_report_is_exported_with_its_lines(client: TestClient) -> None:
    lines = client.get(f"/reports/{factory.REPORT.id}.jsonl").text.splitlines()
    assert [decode(line) for line in lines] == [factory.REPORT, *factory.facts()]
    assert len(table(client.get(f"/reports/{factory.REPORT.id}.csv").text)) == len(lines)


def test_pages_of_an_answer_follow_each_other(client: TestClient) -> None:
    first = client.get("/api/positions?limit=1").json()
    second = client.get(first["next"]).json()
    stances = [row["stance"] for row in first["rows"] + second["rows"]]
    assert sorted(stances) == ["opposes", "supports"]


def test_an_answer_that_did_not_change_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/api/events").headers["etag"]
    assert client.get("/api/events", headers={"If-None-Match": tag}).status_code == 304


def test_a_line_and_an_event_are_had_by_the_start_of_their_id(client: TestClient) -> None:
    assert client.get(f"/api/lines/{EVENT.id[:9]}").json()["line"]["id"] == EVENT.id
    assert client.get(f"/api/events/{EVENT.id[:9]}").json()["sources"] == 1
    assert client.get("/api/lines/0").status_code == 404


def test_feeds_are_atom_and_keep_their_ids(client: TestClient) -> None:
    for name in ("events", "positions"):
        feed = ET.fromstring(client.get(f"/{name}.atom?actor=TUR").content)  # noqa: S314 - our own feed
        entries = feed.findall(f"{ATOM}entry")
        assert entries
        for entry in (feed, *entries):
            assert all(entry.findtext(f"{ATOM}{tag}") for tag in ("id", "title", "updated"))
    assert EVENT.id in client.get("/events.atom").text


def test_the_description_speaks_of_every_address(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert {f"/api/{name}" for name in TABLES} <= described["paths"].keys()
    shown = client.get("/api").text
    assert [path for path in described["paths"] if path.partition("{")[0] not in shown] == []


def calls() -> list[str]:
    return re.findall(r"^curl .*$", (DOCS / "api.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("call", calls())
def test_a_documented_call_answers(client: TestClient, keep: Keep, call: str) -> None:
    keep_names_of_the_documents(keep)
    found = re.search(r"'(http://[^']+)'", call)
    assert found is not None
    parts = urlsplit(found[1])
    headers = dict(pair.split(": ", 1) for pair in re.findall(r"-H '([^']+)'", call))
    answer = client.get(f"{parts.path}?{parts.query}", headers=headers)
    assert answer.status_code in {200, 304}


def keep_names_of_the_documents(keep: Keep) -> None:
    """A place and parties that the documents' examples ask for."""
    report = factory.report("Pakistan met Russia in Istanbul.\n")
    sides = {"actors": (factory.party("PAK"),), "recipients": (factory.party("RUS"),)}
    keep(report, factory.event("met", inside=report, **sides))


@pytest.mark.parametrize("offered", OFFERED, ids=lambda one: one.ending)
def test_events_are_handed_to_other_programs_under_the_same_filters(
    client: TestClient, offered: Offered
) -> None:
    pytest.importorskip({"xlsx": "xlsxwriter", "parquet": "pyarrow"}.get(offered.form, "json"))
    answer = client.get(f"/events.{offered.ending}?actor=TUR")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == offered.media_type
    none = client.get(f"/events.{offered.ending}?actor=CHN")
    assert 0 <= len(none.content) < len(answer.content)
    assert client.get(f"/events.{offered.ending}?actor=Atlantis").status_code == 422
    assert f"/events.{offered.ending}?actor=TUR" in client.get("/events?actor=TUR").text


def test_a_form_is_what_the_command_writes(client: TestClient, file: Path) -> None:
    with open_record(file) as connection:
        stream = io.BytesIO()
        facts = Material(connection=connection, modalities=FORMS[Form.CAMEO].modalities)
        write(Form.CAMEO, facts, stream, container=Container.TSV)
    assert client.get("/events.cameo.tsv").content == stream.getvalue()


def test_a_form_that_takes_too_long_says_what_to_do(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.publishing.web.asking._STEPS", 1)
    app = create_app(Site(record=file, patience=-1.0))
    with TestClient(app, base_url="http://localhost") as client:
        answer = client.get("/events.gexf")
        page = client.get("/events.gexf", headers={"Accept": "text/html"})
    assert answer.status_code == page.status_code == 503
    assert "dragoman export --to gexf" in answer.json()["message"]
    assert "<h1>Service Unavailable</h1>" in page.text
