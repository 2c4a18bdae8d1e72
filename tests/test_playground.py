"""The playground of the documentation: its Python anywhere, and the whole page with Pyodide in a browser.

`NEWSFACTS_BROWSER` names a Chromium and `NEWSFACTS_PYODIDE` a folder with Pyodide; `.ci/run` has both.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import runpy
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsfacts.checking.document import check
from newsfacts.documents import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
BROWSER = os.environ.get("NEWSFACTS_BROWSER")
PYODIDE = os.environ.get("NEWSFACTS_PYODIDE")
AXE = os.environ.get("NEWSFACTS_AXE")
WHEEL = os.environ.get("NEWSFACTS_WHEEL")
PATIENCE = 120_000  # milliseconds; a loaded machine needs a while for Python

in_browser = pytest.mark.skipif(
    BROWSER is None or PYODIDE is None,
    reason="NEWSFACTS_BROWSER names a Chromium, and NEWSFACTS_PYODIDE a folder with Pyodide; neither comes with the project",
)

DEEP = '{"text": "a", "annotations": ' + "[" * 9_000 + "]" * 9_000 + "}"
DEEP_TABLES = '{"a":' * 9_000 + "1" + "}" * 9_000
WRONG_DAY = "---\nnewsfacts: 1\npublished: 2024-07-04\n---\n😀 It was [Wednesday, 4 July]{.time}.\n"


# -- Anywhere ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def look() -> Callable[[str, str], dict[str, Any]]:
    program = runpy.run_path(str(ROOT / "docs" / "playground" / "playground.py"))

    def run(text: str, format: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(program["look"](text, format))
        return answer

    return run


def test_a_text_is_answered_with_findings_and_view(look: Callable[[str, str], dict[str, Any]]) -> None:
    answer = look(WRONG_DAY, "facts")
    [finding] = answer["findings"]
    assert (finding["code"], finding["line"], finding["words"]) == ("D02", 5, "Wednesday, 4 July")
    assert answer["annotations"] == 1
    assert answer["page"].startswith("<!doctype html>")
    assert "Wednesday, 4 July" in answer["page"]


@pytest.mark.parametrize(
    "text", ["", "[", "---\n", "half of a character: \ud83d", "\0", "[x]{.nothing}", "---\na: [\n---\n"]
)
@pytest.mark.parametrize("format", ["facts", "yaml", "json"])
def test_whatever_is_typed_is_answered(look: Callable[[str, str], dict[str, Any]], text: str, format: str) -> None:
    answer = look(text, format)
    assert "error" not in answer
    assert answer["page"].startswith("<!doctype html>")


def test_the_page_about_it_names_the_version_that_was_tested() -> None:
    version = re.search(r'^PYODIDE_VERSION = "(.*)"$', (ROOT / "scripts" / "playground.py").read_text("utf-8"), re.M)
    assert version is not None
    assert f"npm pack pyodide@{version[1]} " in (ROOT / "docs" / "playground.md").read_text(encoding="utf-8")


def test_every_file_that_the_page_names_is_one_that_the_site_has() -> None:
    page = (ROOT / "docs" / "playground" / "index.html").read_text(encoding="utf-8")
    script = (ROOT / "docs" / "playground" / "playground.mjs").read_text(encoding="utf-8")
    for name in ("playground.css", "playground.mjs"):
        assert f'"{name}"' in page
    assert '"worker.mjs"' in script
    assert '"files.json"' in script
    for outside in ("http:", "https:", "//cdn"):
        assert outside not in page.replace("https://github.com", "")
        assert f'"{outside}' not in script


# -- In a browser ------------------------------------------------------------------------------------------------------


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The playground with the wheel and Pyodide, served from one folder of this machine."""
    site = tmp_path_factory.mktemp("site")
    command = [sys.executable, str(ROOT / "scripts" / "playground.py"), "--output", str(site / "playground")]
    subprocess.run([*command, *(["--wheel", WHEEL] if WHEEL else [])], check=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/playground/index.html"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def opened(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """The page, once Python has answered for its first example; and what it asked for."""
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(address)
    wait_for(page, "#state", "checked in")
    yield page, asked
    context.close()


TYPE = """([text, format]) => {
  document.getElementById("state").textContent = "asked";
  document.getElementById("text").value = text;
  document.getElementById("format").value = format;
  document.getElementById("text").dispatchEvent(new Event("input"));
}"""


def wait_for(page: Page, selector: str, words: str | re.Pattern[str]) -> None:
    """Wait until an element has some words. (Not `wait_for_function`: the policy of the page forbids what it does.)"""
    from playwright.sync_api import expect

    expect(page.locator(selector)).to_contain_text(words, timeout=PATIENCE)


def long_text(before: int) -> str:
    """A text whose note comes after that many paragraphs."""
    return WRONG_DAY.replace("😀 It was", "It rained.\n\n" * before + "It was") + "\n\nIt rained." * 80


def note_in_view(page: Page) -> None:
    """Wait until the view of the latest text is there and its note is in sight."""
    from playwright.sync_api import expect

    expect(page.locator("#frames .next")).to_have_count(0, timeout=PATIENCE)
    note = page.frame_locator("#frames iframe").locator(".note")
    expect(note).to_be_in_viewport(timeout=PATIENCE)


def answer_to(page: Page, text: str, format: str = "facts") -> str:
    """What the page says about a text, once it has been checked."""
    page.evaluate(TYPE, [text, format])
    wait_for(page, "#state", re.compile("checked in|^$"))
    return page.locator("#state").inner_text() or page.locator("#failed").inner_text()


@in_browser
def test_all_that_is_loaded_is_listed_and_comes_from_the_same_site(
    opened: tuple[Page, list[str]], address: str
) -> None:
    page, asked = opened
    folder = address.rpartition("/")[0]
    listed = json.loads(page.evaluate("() => fetch('files.json').then(answer => answer.text())"))
    own = ["index.html", "playground.css", "playground.mjs", "worker.mjs", "files.json"]
    names = {*own, *listed["archives"], listed["program"], *listed["factbooks"], listed["examples"][0]["file"]}
    names |= {listed["pyodide"] + name for name in listed["runtime"]}
    allowed = {f"{folder}/{name}" for name in names} | {"about:srcdoc"}
    assert [url for url in asked if url not in allowed and not url.endswith("/favicon.ico")] == []


@in_browser
def test_the_examples_have_the_findings_that_a_check_has(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    page.locator("#example").select_option(label="A summit")
    page.locator("#findings li").nth(2).wait_for(timeout=PATIENCE)
    expected = [finding.code for finding in check(load(ROOT / "examples" / "summit" / "summit.facts")).findings]
    assert [words.split()[1] for words in page.locator("#findings .go b").all_inner_texts()] == expected
    view = page.frame_locator("#frames iframe:not(.next)")
    view.locator("h1", has_text="Putin and Xi close ranks").wait_for()
    assert view.locator(".note").count() == 3


@in_browser
def test_a_finding_leads_to_its_note_and_the_view_stays_there_while_one_writes(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    answer_to(page, long_text(80))
    page.locator("#findings .go").click()
    note_in_view(page)
    for added in (" ", " And so on."):
        answer_to(page, long_text(80) + added)
        note_in_view(page)


@in_browser
def test_a_note_is_shown_when_its_finding_is_clicked_before_the_view_is_there(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    answer_to(page, "Nothing is marked here.")
    page.evaluate("""() => {
      const list = document.getElementById("findings");
      new MutationObserver((_, observer) => {
        observer.disconnect();
        list.querySelector(".go").click();
      }).observe(list, {childList: true});
    }""")
    answer_to(page, long_text(200))
    note_in_view(page)


@in_browser
def test_a_finding_leads_to_its_words_and_its_fix_is_applied(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    assert answer_to(page, WRONG_DAY).startswith("1 error; 1 annotation, checked in ")
    page.locator("#findings .go").click()
    chosen = (
        "() => { const t = document.getElementById('text'); return t.value.slice(t.selectionStart, t.selectionEnd); }"
    )
    assert page.evaluate(chosen) == "Wednesday, 4 July"
    assert page.locator("#marks mark").all_inner_texts() == ["Wednesday, 4 July"]
    assert answer_to(page, "😀 [12 people ]{.count} died.").startswith("1 warning")
    page.get_by_role("button", name="Apply").click()
    wait_for(page, "#state", "Nothing found")
    assert page.locator("#text").input_value() == "😀 [12 people]{.count}  died."


@in_browser
@pytest.mark.parametrize(("text", "format"), [(DEEP, "json"), (DEEP_TABLES, "json"), ("[" * 50_000, "yaml")])
def test_what_is_nested_too_deep_is_refused_and_python_goes_on(
    opened: tuple[Page, list[str]], text: str, format: str
) -> None:
    page, _ = opened
    assert "error" in answer_to(page, text, format)
    assert "lists and tables are nested more than 100 deep" in page.locator("#findings").inner_text()
    assert answer_to(page, WRONG_DAY).startswith("1 error; 1 annotation, checked in ")


@in_browser
def test_a_text_that_would_be_a_script_is_text(opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    answer_to(
        page, "[<img src=x onerror=\"parent.document.title='bad'\"><script>document.title='bad'</script>]{.count}"
    )
    page.wait_for_timeout(300)
    assert page.title() == "newsfacts playground"
    assert page.locator("#findings img, #findings script, #marks img").count() == 0


@in_browser
def test_a_link_brings_the_text_along_and_a_damaged_one_is_refused(
    opened: tuple[Page, list[str]], browser: Browser, address: str
) -> None:
    from playwright.sync_api import expect

    page, _ = opened
    answer_to(page, WRONG_DAY)
    page.get_by_role("button", name="Copy a link").click()
    wait_for(page, "#note", "The link is")
    link = page.url
    assert link.startswith(f"{address}#1.facts.")
    other = browser.new_page()
    for url, text, note in (
        (link, WRONG_DAY, ""),
        (link[:-9], None, "This link cannot be read: a part of it is missing."),
        (f"{address}#2.facts.abc", None, "This link cannot be read: it was not made by this page."),
        (f"{address}#1.facts.AA", None, "This link cannot be read: a part of it is missing."),
    ):
        other.goto("about:blank")
        other.goto(url)
        expect(other.locator("#text")).not_to_have_value("")
        assert other.locator("#note").inner_text() == note
        assert text is None or other.locator("#text").input_value() == text
    other.close()


@in_browser
def test_what_cannot_be_loaded_is_named(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/*.whl", lambda route: route.fulfill(status=404, body=""))
    page.goto(address)
    page.locator("#failed").wait_for(state="visible", timeout=PATIENCE)
    assert page.locator("#failed").inner_text().startswith("Python could not be loaded: http://127.0.0.1")
    assert "404" in page.locator("#failed").inner_text()
    page.close()


@in_browser
@pytest.mark.skipif(AXE is None, reason="NEWSFACTS_AXE names axe.min.js of axe-core, which is not part of the project")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: tuple[Page, list[str]], scheme: Any) -> None:
    page, _ = opened
    page.emulate_media(color_scheme=scheme)
    answer_to(page, WRONG_DAY)
    page.wait_for_timeout(700)
    page.evaluate(Path(str(AXE)).read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run({exclude: ['iframe']})")
    assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]] == []
