"""Articles that attack the page are shown as the text that they are."""

import html
import re

import pytest
from starlette.testclient import TestClient

import factory
from dragoman.model import Event, Place, Report, Span, Statement
from served import Keep

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</mark></p></div><h1>Taken</h1>",
    "<svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &amp;quot; '\"><b>",
]


def attacked(words: str) -> tuple[Report, Event, Statement]:
    """A report and an event that carry the words in every field that is free."""
    text = f"Mali {words} struck Chad.\r\n\r\n\u202eIt {words} said 😀 so.\n"
    report = factory.report(
        text, title=words, outlet=words, dateline=words, url="javascript:alert(1)", flags=(words,)
    )
    party = factory.party("MLI", name=words, person=words, office=words)
    event = factory.event(
        "struck",
        inside=report,
        event_type="ASSAULT",
        event_mode=None,
        actors=(party,),
        recipients=(factory.party("TCD"),),
        date_text=words,
        place=Place(name=words, country="TCD", latitude=1.0, longitude=2.0),
        reason=words,
    )
    said = factory.statement(words, inside=report, chain=(party,), cue=words)
    return report, event, said


@pytest.mark.parametrize("words", ATTACKS)
def test_words_are_text_on_every_view(client: TestClient, keep: Keep, words: str) -> None:
    report, event, said = attacked(words)
    keep(report, event, said)
    paths = [
        "/",
        "/events",
        f"/events/{event.id}",
        f"/reports/{report.id}?line={event.id}",
        "/actors/MLI",
        "/pairs/MLI/TCD",
        "/map",
        "/search?q=struck",
        f"/search?q={html.escape(words)}".replace("#", "").replace("&", "%26"),
    ]
    for path in paths:
        text = client.get(path).text
        assert "<script>alert" not in text
        assert not re.search(r"<(img|svg|b|h1)[^>]*(onerror|onload|>Taken)", text)
        assert 'href="javascript:' not in text
        assert "Mali 49" not in text


def test_the_text_of_a_report_is_whole(client: TestClient, keep: Keep) -> None:
    """What a browser reads out of the article is the article, whatever is highlighted."""
    report, event, said = attacked("</p> & <b>")
    wide = factory.tie("Mali", inside=report, span=Span(start=0, end=31))
    keep(report, event, said, wide)
    page = client.get(f"/reports/{report.id}").text
    inside = re.search(r'<div class="text[^>]*>(.*?)</div>', page, re.DOTALL)
    assert inside is not None
    shown = html.unescape(re.sub(r"<[^>]*>", "", inside[1]))
    assert shown == report.text


@pytest.mark.parametrize(
    "words",
    [
        "U.S.",
        '"',
        "AND",
        "*",
        "a:b",
        "NEAR(",
        "-",
        "'",
        "x" * 900,
        "co-ordination",
        "\x00",
        "a\x00b",
        "(",
        "^",
        "{a",
    ],
)
def test_a_search_finds_or_not_and_never_fails(client: TestClient, words: str) -> None:
    for path in ("/search", "/api/search", "/search.csv"):
        assert client.get(path, params={"q": words}).status_code in {200, 422}


def test_a_search_of_ten_thousand_letters_is_refused(client: TestClient) -> None:
    assert client.get("/search", params={"q": "x" * 10_000}).status_code == 422


@pytest.mark.parametrize("name", ["person", "place", "outlet", "actor", "q"])
@pytest.mark.parametrize(
    "words", ["' OR 1=1 --", "x') OR ('1'='1", "%", "_", '"; DROP TABLE act; --']
)
def test_words_of_a_filter_are_never_a_query(client: TestClient, name: str, words: str) -> None:
    path = "/api/search" if name == "q" else "/api/events"
    answer = client.get(path, params={name: words})
    assert answer.status_code in {200, 422}
    assert not answer.json().get("rows")
    assert client.get("/api/record").json()["events"] == 1


@pytest.mark.parametrize("path", ["/events", "/positions", "/asks", "/actors", "/api/events"])
def test_a_page_far_beyond_the_last_is_empty(client: TestClient, path: str) -> None:
    answer = client.get(path, params={"after": "9" * 30, "limit": "9" * 30})
    assert answer.status_code == 200
    assert client.get(path, params={"limit": "0"}).status_code in {200, 422}
