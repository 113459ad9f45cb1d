import datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import Refusal
from dragoman.intake.articles import MAX_TEXT_CHARS, Article, to_report
from dragoman.intake.refusing import Refused
from dragoman.model import Report, line_id

TEXT = "Kenya and Ethiopia agreed to reopen the border post at Moyale."


def refusal_of(text: str, **fields: Any) -> Refusal:  # noqa: ANN401 - any field of an article
    with pytest.raises(Refused) as caught:
        to_report(Article(text=text, **fields))
    return caught.value.at("here")


def test_a_report_begins_behind_its_head() -> None:
    report = to_report(Article(text=f" date 2021-03-04 NAIROBI: {TEXT}\r\n\r\nMore.\r\n"))
    assert report == Report(
        id=line_id("report", "2021-03-04", f"NAIROBI: {TEXT}\n\nMore."),
        published="2021-03-04",
        text=f"NAIROBI: {TEXT}\n\nMore.",
        dateline="NAIROBI",
    )


@pytest.mark.parametrize(
    ("text", "fields", "day"),
    [
        ("date 2021-03-04 ", {"published": "2021-03-05", "name_date": "2021-03-06"}, "2021-03-05"),
        ("date 2021-03-04 ", {"name_date": "2021-03-06"}, "2021-03-04"),
        ("4 March 2021\nNAIROBI, March 3, 2021 (AP) — ", {}, "2021-03-04"),
        ("NAIROBI, March 3, 2021 (AP) — ", {"name_date": "2021-03-06"}, "2021-03-03"),
        ("NAIROBI, March 3 (AP) — ", {"name_date": "2021-03-06"}, "2021-03-06"),
        ("NAIROBI: ", {"name_date": "2021-03-06"}, "2021-03-06"),
        ("NAIROBI, March 3 (AP) — ", {}, "2021-12-31"),
    ],
)
def test_the_nearest_day_counts(text: str, fields: dict[str, str], day: str) -> None:
    assert to_report(Article(text=text + TEXT, **fields), date="2021-12-31").published == day


def test_an_imprint_dates_a_report_and_names_its_outlet() -> None:
    report = to_report(Article(text=f"{TEXT}\n\nPublished in The Lake Courier, March 4th, 2021"))
    assert (report.published, report.outlet) == ("2021-03-04", "The Lake Courier")


def test_both_days_are_kept_where_two_are_given() -> None:
    text = f"Published 4 March 2021\n\nNAIROBI, March 3 (AP) — {TEXT}"
    report = to_report(Article(text=text, published="2021-03-05T06:00:00Z"))
    assert report.published == "2021-03-05"
    assert report.flags == ("other_date:2021-03-04", "dateline_date:03-03")


def test_a_later_day_than_today_is_flagged() -> None:
    article = Article(text=f"date 2021-03-04 {TEXT}")
    assert to_report(article, today="2021-03-03").flags == ("future_date",)
    assert to_report(article, today="2021-03-04").flags == ()
    assert to_report(article).flags == ()


def test_given_fields_go_before_those_of_the_head() -> None:
    text = f"Title: Two\nOutlet: Two\nURL: https://two.example\nDate: 2021-03-04\n\n{TEXT}"
    own = to_report(Article(text=text))
    assert (own.title, own.outlet, own.url) == ("Two", "Two", "https://two.example")
    given_ = to_report(Article(text=text, title="One\n", outlet="One", url="https://one.example"))
    assert (given_.title, given_.outlet, given_.url) == ("One", "One", "https://one.example")


def test_a_given_id_stays_and_another_hangs_on_day_and_text_alone() -> None:
    assert to_report(Article(text=TEXT, published="2021-03-04", id="k-7")).id == "k-7"
    one = to_report(Article(text=TEXT, published="2021-03-04", title="One"))
    two = to_report(Article(text=f"date 2021-03-04 {TEXT}\n", encoding="cp1252"))
    assert one.id == two.id


@pytest.mark.parametrize("text", ["", " \r\n\t ", "date 2021-03-04", "\ufeff \n"])
def test_nothing_to_read_is_empty(text: str) -> None:
    assert refusal_of(text).code == "empty"


def test_an_undated_text_names_the_remedy() -> None:
    refusal = refusal_of(TEXT)
    assert refusal.code == "no_date"
    assert "--date YYYY-MM-DD" in str(refusal)


def test_a_bad_day_is_refused_even_with_a_fallback() -> None:
    assert refusal_of(f"date 2021-02-30 {TEXT}", name_date="2021-03-04").code == "bad_date"
    assert refusal_of(TEXT, published="2021-02-30").code == "bad_date"


def test_the_row_s_own_day_stands_against_a_bad_one_in_its_text() -> None:
    text = f"date 2021-02-30 {TEXT}"
    assert to_report(Article(text=text, published="2021-03-04")).text == text


def test_a_text_without_sentences_is_a_report() -> None:
    assert to_report(Article(text="🎉 🎉\n1 | 2 | 3", published="2021-03-04")).text


def test_a_huge_text_is_refused() -> None:
    assert refusal_of("a " * (MAX_TEXT_CHARS // 2 + 1), published="2021-03-04").code == "too_large"


@pytest.mark.parametrize(
    "attack",
    [
        "a " * 50_000 + "!",
        "A" * 100_000,
        "\n" * 100_000,
        " \n\t" * 50_000,
        "2021-03-04" + " 12:30-12:30" * 10_000 + "x",
        "Published 4 March 2021" + " |" * 50_000 + "x",
        "Published in " + ", " * 50_000,
        "A, " * 50_000,
        "A-" * 50_000 + ":",
        "(" * 50_000 + ")" * 50_000,
        "ÂÃ\u2122" * 30_000,
        "A B:\n" * 30_000,
        "March " * 20_000,
    ],
)
def test_hostile_text_is_read_or_refused_in_linear_time(attack: str) -> None:
    try:
        report = to_report(Article(text=attack, published="2021-03-04"))
    except Refused:
        return
    assert report.published == "2021-03-04"


@given(st.text())
def test_any_text_is_a_report_or_refused(text: str) -> None:
    try:
        report = to_report(Article(text=text, published="2021-03-04"))
    except Refused:
        return
    assert report.text == report.text.strip()
    assert to_report(Article(text=report.text, published="2021-03-04")).published == "2021-03-04"
    report.text.encode("utf-8")


YEARS = {"min_value": datetime.date(1583, 1, 1), "max_value": datetime.date(2199, 12, 31)}


@given(st.dates(**YEARS), st.lists(st.sampled_from(TEXT.split())))
def test_head_and_text_come_apart_again(day: datetime.date, words: list[str]) -> None:
    text = " ".join(["Ministers", *words])
    report = to_report(Article(text=f"date {day.isoformat()} {text}"))
    assert (report.published, report.text) == (day.isoformat(), text)


def test_tags_and_disguises_are_told_and_days_read_past_them() -> None:
    report = to_report(
        Article(text="<p>date 2022-03-10</p>\n\n<p>Kul\u200beba met <i hidden>x</i>us.</p>")
    )
    assert (report.published, report.text) == ("2022-03-10", "Kul\u200beba met us.")
    assert report.flags == ("removed_tags:6", "hidden_text:1", "invisible_characters:1")


def test_a_text_of_hidden_words_alone_is_refused() -> None:
    """Fault 32."""
    with pytest.raises(Refused, match=r"but what is hidden \(removed_tags:2, hidden_text:1\)"):
        to_report(Article(text="<p style='display:none'>Kenya</p>", published="2022-03-10"))


def test_the_same_words_in_another_outlet_are_another_report() -> None:
    wire = Article(text=TEXT, published="2021-03-04")
    lake, hill = (msgspec.structs.replace(wire, outlet=name) for name in ("The Lake", "The Hill"))
    assert len({to_report(article).id for article in (wire, lake, hill)}) == 3
    assert to_report(lake).id == to_report(msgspec.structs.replace(lake)).id
