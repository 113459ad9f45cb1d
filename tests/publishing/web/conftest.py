"""A record as its page shows it: the sample report, and one that changes a position."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import factory
from dragoman.model import Fact, Report
from dragoman.record import add, open_record
from dragoman.record.merging import merge
from served import LATER, TOKEN, TURNED, Keep

pytest.importorskip("starlette", reason="the page needs the extra `web`")
pytest.importorskip("jinja2", reason="the page needs the extra `web`")

from starlette.testclient import TestClient

from dragoman.publishing.web.app import create_app
from dragoman.publishing.web.site import Site


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A record with a line of each kind, and a stance that was another before."""
    file = tmp_path / "a.record"
    with open_record(file, create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        add(connection, LATER, [TURNED])
        merge(connection)
    return file


@pytest.fixture
def keep(file: Path) -> Keep:
    """`keep(report, fact, ...)` adds to the record that is served."""

    def keep(report: Report, *facts: Fact) -> None:
        with open_record(file, create=True) as connection:
            add(connection, report, facts)
            merge(connection)

    return keep


@pytest.fixture
def client(file: Path) -> Iterator[TestClient]:
    """A reader of the page."""
    with TestClient(create_app(Site(record=file)), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def reviewer(file: Path) -> Iterator[TestClient]:
    """A reader of the page of `serve --review`, with its token in TOKEN."""
    site = Site(record=file, token=TOKEN)
    with TestClient(create_app(site), base_url="http://localhost") as client:
        yield client
