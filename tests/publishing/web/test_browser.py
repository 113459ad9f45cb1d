"""The page in a real browser: every view in both themes, keys, review, hostile articles, no script.

Chromium is the system's own (`apt-get install chromium`); where there is none, these tests skip.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import factory
from dragoman.model import Span
from dragoman.record import add, open_record
from dragoman.record.merging import merge
from served import LATER, TOKEN, TURNED, VIEWS

pytest.importorskip("pytest_playwright", reason="browser tests need pytest-playwright")
pytest.importorskip("axe_playwright_python", reason="browser tests need axe-playwright-python")
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="browser tests need Chromium: apt-get install chromium"
)

from axe_playwright_python.sync_playwright import Axe  # noqa: E402 - after what may skip
from playwright.sync_api import Browser, Page  # noqa: E402 - likewise

from listening import serving  # noqa: E402 - likewise

EVENT, SAID, POSITION, *_ = factory.facts()
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)></mark></p>'\""
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": CHROMIUM, "args": [*FLAGS]}


def written(file: Path) -> Path:
    hostile = factory.report(f"\U0001f600 Mali {ATTACK} struck Chad.\r\nTwice.\n", title=ATTACK)
    struck = factory.event(
        "struck", inside=hostile, event_type="ASSAULT", event_mode=None, reason=ATTACK
    )
    wide = factory.tie("Mali", inside=hostile, span=Span(start=0, end=len(hostile.text)))
    with open_record(file, create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        add(connection, LATER, [TURNED])
        add(connection, hostile, [struck, wide])
        merge(connection)
    return file


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(written(tmp_path_factory.mktemp("page") / "a.record")) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """`visit("/events", theme="dark", width=390)`; at the end no page may have complained."""
    complaints: list[str] = []
    contexts = []

    def elsewhere(url: str) -> None:
        if not url.startswith(address):
            complaints.append(url)

    def visit(path: str, *, theme: str = "light", width: int = 1280, **options: Any) -> Page:  # noqa: ANN401 - what a context takes
        size = {"width": width, "height": 800}
        context = browser.new_context(viewport=size, color_scheme=theme, **options)  # type: ignore[arg-type]  # one of the themes
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: elsewhere(request.url))
        page.goto(path if path.startswith("http") else f"{address}{path}")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []


def serious(page: Page) -> list[str]:
    """What axe-core finds that keeps people out, with the elements."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['target']}"
        for one in found
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_a_view_keeps_nobody_out_and_fits(visit: Open, view: str, theme: str, width: int) -> None:
    page = visit(view, theme=theme, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []


def test_every_view_fits_on_the_narrowest_screen_and_on_paper(visit: Open, address: str) -> None:
    page = visit("/", width=320)
    for view in VIEWS:
        page.goto(f"{address}{view}")
        page.emulate_media(media="screen")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, view
        page.emulate_media(media="print")
        assert page.locator("h1").first.is_visible(), view
        assert not page.get_by_role("searchbox").first.is_visible(), view


def test_all_that_a_pointer_reaches_keys_reach(visit: Open, address: str) -> None:
    """Tab goes through all that a pointer can click, in the order of the page, and never stays."""
    page = visit("/")
    for view in ("/", "/positions", "/alignment", "/map", f"/reports/{factory.REPORT.id}"):
        page.goto(f"{address}{view}")
        reached = tabbed(page)
        wanted = page.evaluate(
            "all => [...document.querySelectorAll(all)].filter(it => it.checkVisibility()).length",
            "a[href], button, input:not([type=hidden]), select, summary",
        )
        assert reached >= wanted, view


def tabbed(page: Page) -> int:
    """How many elements Tab comes to, until it leaves the page."""
    seen = "(window.seen ??= new Set()).add(document.activeElement).size"
    for count in range(1, 400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body") or (
            page.evaluate(seen) < count
        ):
            return count - 1
    raise AssertionError("Tab never leaves the page")


def test_what_moved_and_who_said_so_is_two_clicks(visit: Open) -> None:
    page = visit("/")
    page.get_by_label("What moved between").fill("TUR,UKR,RUS")
    page.get_by_label("since").select_option("all days")
    page.get_by_role("button", name="Show", exact=True).first.click()
    assert "met his Ukrainian counterpart" in page.get_by_role("list").all_inner_texts()[-1] or (
        page.get_by_text("met his Ukrainian counterpart").first.is_visible()
    )
    page.get_by_role("link", name="The Example").first.click()
    assert page.locator("mark.chosen").first.is_visible()


def test_a_slash_goes_to_the_search(visit: Open) -> None:
    page = visit("/events")
    page.keyboard.press("/")
    page.keyboard.type("ceasefire")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=ceasefire")
    assert page.locator("mark.found").first.inner_text().lower() == "ceasefire"


def test_a_line_lights_its_words_and_is_joined_to_them(visit: Open) -> None:
    page = visit(f"/reports/{factory.REPORT.id}")
    page.hover(f"#l-{EVENT.id}")
    assert "met his Ukrainian counterpart" in "".join(page.locator("mark.lit").all_inner_texts())
    assert page.locator(".leads path").count() == 1
    page.locator(f"#l-{POSITION.id}").focus()
    assert "supports an immediate ceasefire" in page.locator("mark.lit").all_inner_texts()


def test_words_light_their_line(visit: Open) -> None:
    page = visit(f"/reports/{factory.REPORT.id}")
    page.get_by_text("met his Ukrainian counterpart").first.hover()
    assert page.locator(f"#l-{EVENT.id}.lit").count() == 1


def test_the_words_of_a_line_come_into_view(visit: Open) -> None:
    page = visit(f"/reports/{factory.REPORT.id}")
    page.set_viewport_size({"width": 1280, "height": 500})
    page.locator(".card").last.focus()
    assert page.locator("#text").evaluate("it => it.getBoundingClientRect().top") < 500
    lit = page.locator("mark.lit").first.evaluate("it => it.getBoundingClientRect().top")
    assert 0 <= lit < 500


def test_accounts_are_compared_by_key_alone(visit: Open) -> None:
    page = visit("/compare")
    page.get_by_label("The accounts of").fill("Turkey")
    page.keyboard.press("Tab")
    page.keyboard.type("Ukraine")
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare?one=Turkey&two=Ukraine")
    assert page.locator("h1").inner_text() == "As Turkey tells it, as Ukraine tells it"


def test_a_kind_can_be_left_out(visit: Open) -> None:
    page = visit(f"/reports/{factory.REPORT.id}")
    page.locator("#show-event").uncheck()
    assert not page.locator(f"#l-{EVENT.id}").is_visible()


def test_keys_go_from_line_to_line(visit: Open) -> None:
    page = visit(f"/reports/{factory.REPORT.id}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.locator(".card").first.get_attribute("id")
    assert page.evaluate("document.activeElement.id") == first


def test_the_first_tab_leads_to_the_content(visit: Open) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_reading_needs_no_script(visit: Open) -> None:
    page = visit("/", java_script_enabled=False)
    page.locator(".feed a.type").first.click()
    assert page.get_by_text("Who says so").is_visible()
    page.get_by_role("link", name="The Example").first.click()
    assert page.locator("mark.chosen").first.is_visible()
    page.get_by_role("searchbox").fill("ceasefire")
    page.get_by_role("searchbox").press("Enter")
    assert page.locator("mark.found").first.is_visible()


def test_words_and_lines_lead_to_each_other_on_a_narrow_screen(visit: Open) -> None:
    path = f"/reports/{factory.REPORT.id}"
    page = visit(path, width=390, java_script_enabled=False)
    page.locator(f".note[href='#l-{EVENT.id}']").click()
    assert is_in_view(page, f"#l-{EVENT.id}")
    page.locator(f"#l-{EVENT.id} .number").click()
    assert is_in_view(page, f"#w-{EVENT.id} + mark, #w-{EVENT.id} + .anchor + mark")
    page.locator("a[href='#lines']").click()
    assert is_in_view(page, "#lines > .jump")


def test_a_tap_on_words_goes_to_their_line_and_back_comes_back(visit: Open) -> None:
    page = visit(f"/reports/{factory.REPORT.id}", width=390)
    page.get_by_text("supports an immediate ceasefire").first.click()
    page.wait_for_url("**#l-*")
    page.go_back()
    assert page.evaluate("scrollY") < 400


def is_in_view(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    return 0 <= box["y"] < size["height"]


def test_a_wide_screen_needs_no_numbers(visit: Open) -> None:
    page = visit(f"/reports/{factory.REPORT.id}")
    assert not page.locator(".note").first.is_visible()


def test_a_hostile_article_is_read_letter_by_letter(visit: Open) -> None:
    hostile = factory.report(f"\U0001f600 Mali {ATTACK} struck Chad.\r\nTwice.\n", title=ATTACK)
    page = visit(f"/reports/{hostile.id}")
    assert page.evaluate("document.querySelector('#text').textContent") == hostile.text
    marked = page.locator("#text mark.event").first.inner_text()
    assert marked == "struck"
    assert page.locator("h1").inner_text() == ATTACK


def test_print_has_the_text_and_not_the_tools(visit: Open) -> None:
    page = visit(f"/reports/{factory.REPORT.id}")
    page.emulate_media(media="print")
    assert page.locator("#text").is_visible()
    assert not page.get_by_role("searchbox").is_visible()


def test_a_line_is_rejected_by_key(visit: Open, tmp_path: Path) -> None:
    with serving(written(tmp_path / "b.record"), TOKEN) as other:
        page = visit("/codebook")
        page.goto("about:blank")
        page = page.context.new_page()
        page.goto(f"{other}/reports/{factory.REPORT.id}")
        assert serious(page) == []
        card = page.locator(f"#l-{EVENT.id}")
        card.focus()
        page.keyboard.press("x")
        page.keyboard.type("Ann")
        card.get_by_label("Reason").fill("he only spoke of it")
        card.focus()
        page.keyboard.press("x")
        page.wait_for_url("**#l-*")
        assert page.locator(f"#l-{EVENT.id} .verdict-mark").inner_text() == "rejected"
        assert page.locator(f"mark[data-lines~='{EVENT.id}']").count() == 0
