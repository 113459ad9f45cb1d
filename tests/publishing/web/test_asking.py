"""A question that takes too long is stopped, and a record that is gone is said to be so."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.publishing.web.app import create_app
from dragoman.publishing.web.site import Site


def test_a_question_is_stopped_at_its_deadline(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.publishing.web.asking._STEPS", 1)
    app = create_app(Site(record=file, deadline=-1.0))
    with TestClient(app, base_url="http://localhost") as client:
        answer = client.get("/api/events")
    assert answer.status_code == 503
    assert "ask for fewer days" in answer.json()["message"]


def test_a_record_that_is_gone_is_an_error_in_one_line(file: Path, client: TestClient) -> None:
    file.unlink()
    answer = client.get("/events")
    assert answer.status_code == 500
    assert "no such record" in answer.text
    assert "Traceback" not in answer.text
