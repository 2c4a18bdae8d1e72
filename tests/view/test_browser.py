"""The pages in a real browser, where `NEWSFACTS_BROWSER` names one."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.view.browsing import AXE, PATIENCE, in_a_browser, shows, with_axe
from tests.view.test_article import FLOOD, HOSTILE, hostile_everywhere

import newsfacts
from newsfacts.checking.configuration import Configuration
from newsfacts.cli.serving import Pages, server_of
from newsfacts.values import Policy
from newsfacts.view.article import article_page
from newsfacts.view.articles import articles_of
from newsfacts.view.collecting import collect_files, page_of_all

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Route

pytestmark = in_a_browser

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
WIDTHS = (400, 900, 1400)


Opener = Callable[..., "Page"]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a page; at the end, nothing was asked of a network, nothing popped up, and no script failed."""
    wrong: list[str] = []
    contexts = []

    def note(what: str | None) -> None:
        wrong.extend([what] if what is not None else [])

    def refuse(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    def open_page(html: str, width: int = 1400, **settings: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("dialog", refuse)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: note(message.text if message.type == "error" else None))
        page.on("request", lambda request: note(request.url if request.url != file.as_uri() else None))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def article(text: str) -> str:
    return article_page(articles_of([newsfacts.parse(text, path="story.facts").document])[0], Policy.profile("news"))


def casualties() -> str:
    files = [str(path) for path in sorted((EXAMPLES / "casualties").glob("*.facts"))]
    return page_of_all(collect_files(files, Configuration()), None)


def test_pointing_at_a_cue_lights_source_and_content(opened: Opener) -> None:
    page = opened(article(FLOOD))
    page.locator(".k-cue").hover()
    shows(page.locator(".part-source")).to_have_text(["Mayor Anna Weiss"])
    shows(page.locator(".part-cue")).to_have_text(["said"])
    shows(page.locator(".part-content").filter(has_text="had died")).not_to_have_count(0)
    shows(page.locator("#card")).to_contain_text("“Mayor Anna Weiss”")
    page.locator("h1").hover()
    shows(page.locator("#card")).to_be_hidden()
    shows(page.locator(".part-source")).to_have_count(0)


def test_arrow_keys_go_through_the_annotations(opened: Opener) -> None:
    page = opened(article(FLOOD))
    page.locator(".text").focus()
    for kind in ("attribution", "source", "cue", "time"):
        page.keyboard.press("ArrowRight")
        shows(page.locator("#card .kind")).to_have_text(kind)
    page.keyboard.press("ArrowUp")
    shows(page.locator("#card .kind")).to_have_text("attribution")
    page.keyboard.press("Escape")
    shows(page.locator("#card")).to_be_hidden()
    shows(page.locator(".text")).to_be_focused()


def test_arrow_keys_pass_over_hidden_layers(opened: Opener) -> None:
    page = opened(article(FLOOD))
    page.get_by_role("button", name="Who says it").click()
    page.locator(".text").focus()
    page.keyboard.press("ArrowRight")
    shows(page.locator("#card .kind")).to_have_text("time")


def test_layers_and_findings_can_be_hidden(opened: Opener) -> None:
    page = opened(article(FLOOD))
    reading = page.locator(".r-count")
    shown = "element => getComputedStyle(element, '::after').display !== 'none' && element.getClientRects().length > 0"
    assert reading.evaluate(shown)
    button = page.get_by_role("button", name="Readings")
    button.click()
    shows(button).to_have_attribute("aria-pressed", "false")
    assert not reading.evaluate(shown)
    shows(page.locator(".note").first).to_be_visible()
    page.get_by_role("button", name="Errors").click()
    shows(page.locator(".note").first).to_be_hidden()
    assert page.locator(".text").inner_text().startswith("Mayor Anna Weiss said")


def test_one_entity_can_be_singled_out(opened: Opener) -> None:
    page = opened(article(FLOOD))
    page.locator("summary", has_text="Anna Weiss").click()
    page.get_by_role("button", name="Show only this in the text").click()
    shows(page.locator(".k-source.keep")).to_have_text(["Mayor Anna Weiss"])
    shows(page.locator(".k-claim.keep")).not_to_have_count(0)
    page.keyboard.press("Escape")
    shows(page.locator(".keep")).to_have_count(0)


def test_a_note_is_next_to_its_words_and_leads_to_them(opened: Opener) -> None:
    page = opened(article(FLOOD))
    for number in range(2):
        words = page.locator(f".f[data-f='{number}']").first.bounding_box()
        note = page.locator(f".note[data-f='{number}']").bounding_box()
        assert words is not None
        assert note is not None
        assert note["x"] > words["x"] + words["width"]
    first, second = (page.locator(f".note[data-f='{number}']").bounding_box() for number in range(2))
    assert first is not None
    assert second is not None
    assert second["y"] >= first["y"] + first["height"], "notes do not lie on each other"
    page.locator(".note .num").first.click()
    page.wait_for_url(re.compile("#r0-0$"))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_width_has_room_for_all_of_it(opened: Opener, width: int) -> None:
    for html in (article((EXAMPLES / "summit" / "summit.facts").read_text(encoding="utf-8")), casualties()):
        page = opened(html, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page = opened(article(FLOOD), width)
    text, note = page.locator(".row > p").bounding_box(), page.locator(".note").first.bounding_box()
    assert text is not None
    assert note is not None
    assert (note["y"] >= text["y"] + text["height"]) == (width == 400), "below the words only on a phone"


def test_a_hostile_document_does_nothing(opened: Opener) -> None:
    hostile = article_page(articles_of([hostile_everywhere()])[0], Policy.profile("news"))
    for html in (article(HOSTILE), hostile):
        page = opened(html)
        for node in page.locator(".text [data-a]").all():
            node.evaluate("node => node.focus()")
        assert page.evaluate("document.scripts.length") == 2
    page = opened(article(HOSTILE))
    for node in page.locator(".text [data-a]").all():
        node.evaluate("node => node.focus()")
    page.locator("summary").first.click()
    assert "<script>alert(6)</script>" in page.locator(".text").inner_text()
    assert page.evaluate("document.scripts.length") == 2


def test_no_other_script_may_run(browser: Browser, tmp_path: Path) -> None:
    """Even one that gets into the page is refused: the policy allows the page's own script alone."""
    file = tmp_path / "page.html"
    file.write_text(
        article(FLOOD).replace("<main", "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'><main"),
        encoding="utf-8",
    )
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("window.ran") is None
    shows(page.locator(".k-cue")).to_have_count(1)
    page.close()


def test_an_overview_leads_to_articles_and_back(opened: Opener) -> None:
    page = opened(casualties())
    shows(page.locator(".doc:visible")).to_have_count(0)
    page.locator(".headline").first.click()  # the browser tells the page of another address a moment later
    shows(page.locator(".index")).to_be_hidden()
    shows(page.locator(".doc:visible")).to_have_count(1)
    page.locator(".back").click()
    shows(page.locator(".index")).to_be_visible()
    shows(page.locator(".doc:visible")).to_have_count(0)
    page.locator(".measure td a").first.click()
    shows(page.locator(".doc:visible h1")).to_have_text("At least 12 dead as hillside collapses on mountain town")


def test_the_overview_can_be_searched(opened: Opener) -> None:
    page = opened(casualties())
    page.get_by_role("searchbox").fill("injured")
    shows(page.locator(".measure h3:visible")).to_have_text(["people injured"])
    page.get_by_role("searchbox").fill("no such thing")
    shows(page.locator(".index section:visible")).to_have_count(0)
    page.get_by_role("searchbox").fill("")
    shows(page.locator(".articles li:visible")).to_have_count(3)


@contextmanager
def served(story: Path) -> Iterator[str]:
    """The address of a served page of the story."""
    pages = Pages(
        lambda: [str(story)], lambda: page_of_all(collect_files([str(story)], Configuration()), None, live=True)
    )
    with server_of(pages, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("moment", ["later", "before it first asks"])
def test_a_served_page_shows_every_change(browser: Browser, tmp_path: Path, moment: str) -> None:
    story = tmp_path / "story.facts"
    story.write_text(FLOOD, encoding="utf-8")

    def change() -> None:
        story.write_text(FLOOD.replace(" value=12", ""), encoding="utf-8")

    def change_and_go_on(route: Route) -> None:
        change()
        route.continue_()

    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    with served(story) as address:
        if moment == "later":
            page.goto(address)
            shows(page.locator(".note")).to_have_count(2)
            change()
        else:
            page.route("**/version", change_and_go_on, times=1)
            page.goto(address)
        page.locator(".note[data-code='N02']").wait_for(state="detached")
        shows(page.locator(".note")).to_have_count(1)
        page.close()


def test_it_is_readable_on_paper(opened: Opener) -> None:
    page = opened(article(FLOOD))
    page.emulate_media(media="print")
    shows(page.locator(".top")).to_be_hidden()
    shows(page.locator(".note").first).to_be_visible()


@with_axe
@pytest.mark.parametrize(("scheme", "width"), [("light", 400), ("dark", 900), ("light", 1400), ("dark", 1400)])
def test_axe_finds_no_violation(opened: Opener, scheme: str, width: int) -> None:
    assert AXE is not None
    summit = article((EXAMPLES / "summit" / "summit.facts").read_text(encoding="utf-8"))
    for html in (summit, casualties(), article(HOSTILE)):
        page = opened(html, width, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
        page.add_script_tag(content=Path(AXE).read_text(encoding="utf-8"))
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        if page.locator(".text:visible").count():
            page.locator(".text:visible").focus()
            page.keyboard.press("ArrowRight")
        found = page.evaluate("axe.run(document)")
        assert [
            (each["id"], each["nodes"][0]["html"], each["nodes"][0]["failureSummary"]) for each in found["violations"]
        ] == []
