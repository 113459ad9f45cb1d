"""Lines are reviewed on the page, if it is served for that, and from the page alone."""

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

import factory
from served import TOKEN

EVENT = factory.facts()[0]
OURS = {"Origin": "http://localhost"}


def decide(client: TestClient, line_id: str = EVENT.id, **fields: str) -> Response:
    form = {"token": TOKEN, "by": "Ann", "reason": "he only spoke of it"} | fields
    path = f"/lines/{line_id}/review"
    return client.post(path, data=form, headers=OURS, follow_redirects=False)


def test_without_review_there_is_no_form_and_no_write(client: TestClient) -> None:
    assert '<form class="verdict"' not in client.get(f"/reports/{factory.REPORT.id}").text
    assert decide(client, verdict="rejected").status_code == 403


def test_a_rejected_line_is_struck_and_leaves_the_answers(reviewer: TestClient) -> None:
    answer = decide(reviewer, verdict="rejected")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/reports/{factory.REPORT.id}#l-{EVENT.id}"
    report = reviewer.get(f"/reports/{factory.REPORT.id}").text
    assert "he only spoke of it" in report
    assert "rejected" in report.partition(f'id="l-{EVENT.id}"')[0].rpartition("<section")[2]
    assert reviewer.get("/api/events").json()["rows"] == []


def test_an_accepted_line_says_by_whom(reviewer: TestClient) -> None:
    assert decide(reviewer, verdict="accepted", reason="").status_code == 303
    assert ">accepted</span> by Ann" in reviewer.get(f"/reports/{factory.REPORT.id}").text


def test_an_amended_line_reads_so_and_keeps_what_was_coded(reviewer: TestClient) -> None:
    assert decide(reviewer, verdict="amended", amend="event_mode=visit").status_code == 303
    assert reviewer.get("/api/events").json()["rows"][0]["event_mode"] == "visit"
    assert "coded: CONSULT meet" in reviewer.get(f"/reports/{factory.REPORT.id}").text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"verdict": "rejected", "by": ""}, 422),
        ({"verdict": "rejected", "reason": ""}, 422),
        ({"verdict": "amended", "amend": "event_mode=dance"}, 422),
        ({"verdict": "amended", "amend": ""}, 422),
        ({"verdict": "praised"}, 422),
        ({"verdict": "accepted", "token": "a guess"}, 403),
        ({"verdict": "accepted", "reason": "x" * 70_000}, 413),
        ({"line_id": "0", "verdict": "accepted"}, 404),
    ],
)
def test_what_is_wrong_changes_nothing(
    reviewer: TestClient, fields: dict[str, str], status: int
) -> None:
    assert decide(reviewer, **fields).status_code == status
    assert len(reviewer.get("/api/events").json()["rows"]) == 1


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
def test_a_form_of_another_page_is_refused(reviewer: TestClient, headers: dict[str, str]) -> None:
    form = {"token": TOKEN, "by": "Ann", "verdict": "accepted"}
    answer = reviewer.post(f"/lines/{EVENT.id}/review", data=form, headers=headers)
    assert answer.status_code == 403
