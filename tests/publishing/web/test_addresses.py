"""Filters stand in the address; what is none is an error that says what there is."""

import pytest
from starlette.testclient import TestClient

from dragoman.errors import UsageError
from dragoman.publishing.web.addresses import MOST_ROWS, SHARED, Filters, read_filters

KNOWN = (*SHARED, "limit", "after")


def test_lists_are_divided_by_commas() -> None:
    assert read_filters([("actor", "PAK, CHN,PAK")], known=KNOWN).actor == ("PAK", "CHN")


def test_an_address_comes_back_as_it_was_without_its_page() -> None:
    filters = read_filters([("with", "CHN"), ("since", "2022"), ("after", "50")], known=KNOWN)
    assert filters.query() == "?since=2022&with=CHN"
    assert filters.query(after=100, since="") == "?with=CHN&after=100"


def test_no_filter_is_no_query() -> None:
    assert Filters().query() == ""


def test_rows_have_a_most() -> None:
    assert read_filters([("limit", "1" + "0" * 30)], known=KNOWN).limit == MOST_ROWS


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "1e9"),
        ("limit", "-1"),
        ("limit", "NaN"),
        ("after", "²"),
        ("sources", "two"),
        ("since", "2022-02-30"),
        ("type", "DANCE"),
        ("issue", "' OR 1=1 --"),
        ("actor", "x" * 1001),
        ("colour", "red"),
    ],
)
def test_a_wrong_filter_is_an_error_and_no_other_question(
    client: TestClient, name: str, value: str
) -> None:
    assert client.get("/events", params={name: value}).status_code == 422
    answer = client.get("/api/events", params={name: value})
    assert answer.status_code == 422
    assert answer.json()["message"]


def test_a_parameter_stands_once() -> None:
    with pytest.raises(UsageError, match="stands twice"):
        read_filters([("actor", "PAK"), ("actor", "CHN")], known=KNOWN)
