import datetime

import msgspec
import pytest

from dragoman.intake.articles import Article
from dragoman.intake.refusing import Refused
from dragoman.intake.rows import read_row
from dragoman.model import Report

REPORT = Report(id="k-7", published="2021-03-04", text=" date 2021-03-04 Two lines\r\nwith spans.")


def test_columns_fill_an_article() -> None:
    row: dict[str, object] = {
        "text": "Talks ended.",
        "date": "2021-03-04",
        "title": "Talks",
        "source": "The Lake Courier",
        "url": "https://example.org/",
        "id": 7,
        "language": "en",
        "licence": "passed over",
    }
    assert read_row(row) == Article(
        text="Talks ended.",
        published="2021-03-04",
        title="Talks",
        outlet="The Lake Courier",
        url="https://example.org/",
        id="7",
        language="en",
    )


def test_published_and_outlet_go_before_date_and_source() -> None:
    row: dict[str, object] = {
        "text": "Talks ended.",
        "published": "2021-03-04",
        "date": "2021-03-05",
        "outlet": "The Lake Courier",
        "source": "feed",
    }
    article = read_row(row)
    assert isinstance(article, Article)
    assert (article.published, article.outlet) == ("2021-03-04", "The Lake Courier")


@pytest.mark.parametrize(
    "value", [datetime.date(2021, 3, 4), datetime.datetime(2021, 3, 4, 23, 59, tzinfo=datetime.UTC)]
)
def test_dates_of_typed_tables_are_read(value: object) -> None:
    article = read_row({"text": "Talks ended.", "published": value})
    assert isinstance(article, Article)
    assert article.published == "2021-03-04"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_an_empty_date_is_none(value: object) -> None:
    article = read_row({"text": "Talks ended.", "published": value, "date": "2021-03-04"})
    assert isinstance(article, Article)
    assert article.published == "2021-03-04"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"title": "Talks"}, "missing_column"),
        ({"text": None}, "missing_column"),
        ({"text": ["Talks ended."]}, "missing_column"),
        ({"text": "Talks ended.", "published": 1614850000}, "bad_date"),
        ({"kind": "report", "id": "k", "published": "2021-03-04", "text": 7}, "bad_report"),
        ({"kind": "report", "id": "k", "published": "soon", "text": "Talks."}, "bad_date"),
        ({"kind": "report", "id": "k", "published": "2021-03-04", "text": " "}, "empty"),
    ],
)
def test_rows_that_are_no_reports_are_refused(row: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_row(row)
    assert caught.value.code == code


def test_a_report_line_is_read_as_it_was_written() -> None:
    row: dict[str, object] = msgspec.to_builtins(REPORT)
    assert row["kind"] == "report"
    assert read_row(row) == REPORT


def test_controls_in_a_report_line_are_replaced_in_place() -> None:
    row: dict[str, object] = msgspec.to_builtins(REPORT) | {"text": "Talks\x00ended\ud83d."}
    report = read_row(row)
    assert isinstance(report, Report)
    assert report.text == "Talks ended ."


def test_other_record_lines_are_passed_over() -> None:
    assert read_row({"kind": "event", "id": "e", "report_id": "k-7"}) is None


def test_a_kind_of_another_house_is_no_record_line() -> None:
    assert isinstance(read_row({"kind": "report", "text": "Talks.", "date": "2021-03-04"}), Article)
    assert isinstance(read_row({"kind": "speeches", "text": "Talks."}), Article)
