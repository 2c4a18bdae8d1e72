"""Proposals that are decided on a served page: in a browser where `NEWSFACTS_BROWSER` names one, and by requests."""

from __future__ import annotations

import http.client
import json
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.view.browsing import AXE, PATIENCE, in_a_browser, settled, shows, with_axe

import newsfacts as nf
from newsfacts.checking.configuration import Configuration
from newsfacts.cli.serving import Pages, server_of
from newsfacts.reviewing.deciding import Choice, Decided, Decision, Outcome, decide, tally
from newsfacts.text.source import SourceText
from newsfacts.values.level import Level
from newsfacts.view.collecting import collect_files, page_of_all

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DRAFT = """[[“It is [closed]{.quote #inner draft=guess},”]{.quote draft=sure} [Ruth Ilves]{.source draft=sure} \
[said]{.cue draft=sure}]{.attribution draft=likely}. [Twelve boats]{.count value=12 draft=likely} were lost.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    path = tmp_path / "story.facts"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def chosen(path: Path, decision: Decision, number: int = 0, kind: str = "") -> Decided:
    choice = Choice(SourceText(read(path)).sha256, decision, number, kind)
    return decide(str(path), choice, lambda text: [nf.parse(text, path=str(path)).document])


# -- The decision --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decision", "number", "kind", "old", "new", "following"),
    [
        (Decision.ACCEPT, 5, "", " value=12 draft=likely", " value=12", 0),
        (Decision.REJECT, 5, "", "[Twelve boats]{.count value=12 draft=likely}", "Twelve boats", 0),
        (Decision.ACCEPT, 2, "", "#inner draft=guess", "#inner", 3),
        (Decision.CHANGE, 3, "medium", "[Ruth Ilves]{.source draft=sure}", "[Ruth Ilves]{.medium}", 4),
        (Decision.REJECT_ALL_INSIDE, 1, "", "[“It is [closed]{.quote #inner draft=guess},”]{.quote draft=sure}", "“It is closed,”", 1),
    ],
)  # fmt: skip
def test_a_decision_changes_these_characters_and_no_other(
    story: Path, decision: Decision, number: int, kind: str, old: str, new: str, following: int
) -> None:
    assert chosen(story, decision, number, kind) == Decided(Outcome.WRITTEN, next=following)
    assert read(story) == DRAFT.replace(old, new)


def test_what_is_sure_is_accepted_at_once(story: Path) -> None:
    assert chosen(story, Decision.ACCEPT_SURE).outcome is Outcome.WRITTEN
    assert read(story) == DRAFT.replace(" draft=sure", "")
    assert tally(nf.load(story)) == {Level.LIKELY: 2, Level.GUESS: 1}


def test_after_the_last_proposal_there_is_no_next(story: Path) -> None:
    story.write_text("[Twelve boats]{.count value=12 draft=likely} were lost.", encoding="utf-8")
    assert chosen(story, Decision.ACCEPT, 0) == Decided(Outcome.WRITTEN, next=None)


def test_nothing_is_written_into_a_file_that_has_changed(story: Path) -> None:
    choice = Choice(SourceText(DRAFT).sha256, Decision.ACCEPT, 5)
    story.write_text(DRAFT + "More.\n", encoding="utf-8")
    decided = decide(str(story), choice, lambda text: [nf.parse(text).document])
    assert decided.outcome is Outcome.OUTDATED
    assert "has changed" in decided.reason
    assert read(story) == DRAFT + "More.\n"


@pytest.mark.parametrize(
    ("text", "decision", "number", "kind", "reason"),
    [
        (DRAFT, Decision.ACCEPT, 99, "", "this is not a proposal, or not any more"),
        ("[It rained]{.claim}.", Decision.REJECT, 0, "", "this is not a proposal, or not any more"),
        (DRAFT, Decision.CHANGE, 5, "claim", "this count cannot be made a 'claim'"),
        (
            "[It rained]{.claim #a draft=sure}. [It did not]{.claim rebuts=a}.",
            Decision.REJECT, 0, "", "#a is referred to by a claim: change that first",
        ),
    ],
)  # fmt: skip
def test_a_decision_that_cannot_be_carried_out_says_why(
    story: Path, text: str, decision: Decision, number: int, kind: str, reason: str
) -> None:
    story.write_text(text, encoding="utf-8")
    assert chosen(story, decision, number, kind) == Decided(Outcome.REFUSED, reason)
    assert read(story) == text


def test_a_file_keeps_its_line_ends_and_its_mark_of_order(story: Path) -> None:
    story.write_bytes(b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode("utf-8"))
    text = DRAFT.replace("\n", "\r\n")
    decided = decide(
        str(story), Choice(SourceText(text).sha256, Decision.ACCEPT, 5), lambda text: [nf.parse(text).document]
    )
    assert decided.outcome is Outcome.WRITTEN
    assert story.read_bytes() == b"\xef\xbb\xbf" + text.replace("12 draft=likely", "12").encode("utf-8")


def test_a_proposal_with_gaps_is_rejected_with_all_its_parts(story: Path) -> None:
    story.write_text("[One]{.quote #a draft=sure} and [two]{cont=a} and [three]{.quote}.", encoding="utf-8")
    assert chosen(story, Decision.REJECT, 0).outcome is Outcome.WRITTEN
    assert [quote.text for quote in nf.load(story).quotes] == ["three"]


# -- The server ----------------------------------------------------------------------------------------------------------


@contextmanager
def served(story: Path) -> Iterator[tuple[int, str]]:
    """The port and the token of a server of the story."""
    pages = Pages(
        lambda: [str(story)],
        lambda: page_of_all(collect_files([str(story)], Configuration()), None, live=True),
        lambda path, choice: decide(path, choice, lambda text: [nf.parse(text, path=path).document]),
    )
    with server_of(pages, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port, pages.token
        finally:
            server.shutdown()
            thread.join()


def posted(port: int, body: Any, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    connection.request(
        "POST", headers.pop("Path", "/decide"), data, {name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def headers_of(port: int, token: str) -> dict[str, str]:
    return {"Origin": f"http://127.0.0.1:{port}", "X_Newsfacts_Token": token, "Content_Type": "application/json"}


def test_only_the_page_of_this_session_may_write(story: Path) -> None:
    with served(story) as (port, token):
        right = headers_of(port, token)
        body = {"path": str(story), "sha256": SourceText(DRAFT).sha256, "decision": "accept", "number": 5}
        for wrong, status in [
            ({"Origin": "http://evil.example"}, 403),
            ({"Origin": ""}, 403),
            ({"Origin": "null"}, 403),
            ({"Host": "evil.example"}, 403),
            ({"X_Newsfacts_Token": "x" * 43}, 403),
            ({"X_Newsfacts_Token": ""}, 403),
            ({"Content_Type": "text/plain"}, 415),
            ({"Path": "/elsewhere"}, 404),
        ]:
            assert posted(port, body, **{**right, **wrong})[0] == status
        assert posted(port, b" " * 30_000, **right)[0] == 413
        for broken in (b"{", b"[]", b'{"path": 1}', b"[" * 15_000, b"\xff"):
            assert posted(port, broken, **right)[0] == 400
        assert posted(port, {**body, "path": "/etc/passwd"}, **right)[0] == 400
        assert posted(port, {**body, "number": True}, **right)[0] == 400
        assert posted(port, {**body, "decision": "delete"}, **right)[0] == 400
        assert read(story) == DRAFT
        assert posted(port, body, **right)[0] == 200
        assert read(story) == DRAFT.replace(" value=12 draft=likely", " value=12")
        status, answer = posted(port, body, **right)
        assert (status, json.loads(answer)["outcome"]) == (200, "outdated")


def test_a_refusal_arrives_although_the_body_is_sent_after_it(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that closes before it has all of a request makes the system reset the connection, and the answer is lost."""
    monkeypatch.setattr("newsfacts.cli.serving.SECONDS_TO_LEAVE", 60)
    with served(story) as (port, _), socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        head = f"POST /decide HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 1000000\r\n\r\n"
        connection.sendall(head.encode())
        answer = b""
        while data := connection.recv(10_000):  # to the end of the answer
            answer += data
        assert answer.startswith(b"HTTP/1.0 403 ")
        for _ in range(1000):
            connection.sendall(b"x" * 1000)


def test_a_page_that_decides_nothing_has_no_token(story: Path) -> None:
    with server_of(Pages(list, lambda: ""), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
            connection.request("GET", "/session")
            assert connection.getresponse().status == 404
            connection.close()
        finally:
            server.shutdown()
            thread.join()


def test_a_browser_that_leaves_before_the_page_has_arrived_is_not_reported(capsys: pytest.CaptureFixture[str]) -> None:
    before = set(threading.enumerate())
    with server_of(Pages(list, lambda: "x" * 20_000_000), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as connection:
                connection.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n\r\n".encode())
                connection.recv(1)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            for answering in set(threading.enumerate()) - before - {thread}:
                answering.join(timeout=60)
        finally:
            server.shutdown()
            thread.join()
    assert capsys.readouterr().err == ""


# -- The page ------------------------------------------------------------------------------------------------------------


@contextmanager
def opened(browser: Browser, story: Path, *, asks: bool = True, **settings: Any) -> Iterator[Page]:
    """The page of the story. Where it asks for nothing, it does not see that its file has changed."""
    with served(story) as (port, _):
        context = browser.new_context(**settings)
        context.set_default_timeout(PATIENCE)
        if not asks:
            context.route("**/version", lambda route: route.abort())
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        try:
            page.goto(f"http://127.0.0.1:{port}/")
            yield page
        finally:
            context.close()
        assert wrong == []


@in_a_browser
def test_proposals_are_accepted_changed_and_rejected_with_keys(browser: Browser, story: Path) -> None:
    with opened(browser, story) as page:
        shows(page.locator(".left")).to_have_text("6 proposals left: 3 sure, 2 likely, 1 guess")
        page.locator(".text").focus()
        page.keyboard.press("n")
        shows(page.locator("#card .kind")).to_have_text("attribution")
        page.keyboard.press("a")
        settled(page, "5 proposals left")
        shows(page.locator("#card .kind")).to_have_text("quote")  # the next one
        page.keyboard.press("R")
        settled(page, "3 proposals left")
        page.keyboard.press("c")
        settled(page, "2 proposals left")
        page.keyboard.press("r")
        settled(page, "1 proposal left")
        page.keyboard.press("a")
        page.locator(".proposals").wait_for(state="detached")
    assert (
        read(story)
        == "[“It is closed,” [Ruth Ilves]{.addressee} said]{.attribution}. [Twelve boats]{.count value=12} were lost.\n"
    )


@in_a_browser
def test_proposals_are_decided_with_the_mouse(browser: Browser, story: Path) -> None:
    with opened(browser, story) as page:
        page.get_by_role("button", name="Next proposal").click()
        page.get_by_role("button", name="Next proposal").click()
        shows(page.locator("#card .kind")).to_have_text("quote")
        page.get_by_role("button", name="Accept it and the 1 inside").click()
        settled(page, "4 proposals left")
        page.get_by_role("button", name="Accept the 2 sure").click()
        settled(page, "2 proposals left")
        page.locator(".k-count").click()
        page.get_by_role("button", name="Reject").click()
        settled(page, "1 proposal left")
    assert "Twelve boats were lost" in read(story)


@in_a_browser
def test_a_change_in_between_is_said_and_shown(browser: Browser, story: Path) -> None:
    with opened(browser, story, asks=False) as page:
        page.locator(".text").focus()
        page.keyboard.press("n")
        story.write_text(DRAFT + "\nOne more line.\n", encoding="utf-8")
        page.keyboard.press("a")
        shows(page.locator("#notice")).to_contain_text("has changed since this page was made. Nothing was written.")
        shows(page.locator(".text")).to_contain_text("One more line.")
    assert read(story) == DRAFT + "\nOne more line.\n"


@in_a_browser
def test_a_refusal_is_said(browser: Browser, story: Path) -> None:
    text = "[It rained]{.claim #a draft=sure}. [It did not]{.claim rebuts=a}."
    story.write_text(text, encoding="utf-8")
    with opened(browser, story) as page:
        page.locator(".text").focus()
        page.keyboard.press("n")
        page.keyboard.press("r")
        shows(page.locator("#notice")).to_have_text(
            "Nothing was written: #a is referred to by a claim: change that first"
        )
    assert read(story) == text


@in_a_browser
def test_keys_do_nothing_outside_the_text_and_on_a_page_without_a_server(browser: Browser, story: Path) -> None:
    with opened(browser, story) as page:
        page.get_by_role("button", name="Next proposal").click()
        page.locator(".theme").focus()
        page.keyboard.press("a")
        assert page.evaluate("document.documentElement.dataset.deciding") is None, "nothing is on its way to the server"
    assert read(story) == DRAFT
    file = story.with_name("page.html")
    file.write_text(page_of_all(collect_files([str(story)], Configuration()), None), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.get_by_role("button", name="Next proposal").click()
    shows(page.locator("#card .proposal")).to_have_text("a proposal, likely")
    shows(page.locator("#card .deciding")).to_have_count(0)
    shows(page.locator(".proposals")).to_contain_text("newsfacts draft --accept")
    page.close()


@in_a_browser
@with_axe
@pytest.mark.parametrize(("scheme", "width"), [("light", 400), ("dark", 900), ("light", 1400)])
def test_axe_finds_no_violation_in_a_page_with_proposals(
    browser: Browser, story: Path, scheme: Any, width: int
) -> None:
    assert AXE is not None
    with opened(
        browser,
        story,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=True,
    ) as page:
        page.get_by_role("button", name="Next proposal").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.add_script_tag(content=Path(AXE).read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document)")
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
