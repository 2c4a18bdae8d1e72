"""`newsfacts view`, `check --format html` and what a notebook shows."""

from __future__ import annotations

import http.client
import sys
import threading
from html import unescape
from pathlib import Path

import pytest
from tests.cli.running import newsfacts
from tests.view.reading import Element, read_page, words

import newsfacts as nf
from newsfacts.cli.serving import Pages, server_of

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
STORY = "[12 people]{.count value=13} died.\n"


def titles(page: Element) -> list[str]:
    return [one.text for one in page.all("h1")]


def test_a_folder_has_an_overview_and_every_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.html"
    assert newsfacts(capsys, "view", str(EXAMPLES / "casualties"), "-o", str(out)).status == 0
    page = read_page(out.read_text(encoding="utf-8"))
    assert len(page.all("article", "doc")) == 3
    index = page.one("div", "index")
    assert [heading.text for heading in index.all("h2")] == [
        "Articles", "Measures over time", "People and what they are quoted with", "Findings by rule",
    ]  # fmt: skip
    [killed] = [one for one in index.all("div", "measure") if one.one("h3").text == "people killed"]
    assert len(killed.all("svg", "chart")) == 1
    rows = [[words(cell.text) for cell in row.all("td")[:3]] for row in killed.all("tr")[1:]]
    assert rows == [
        ["“at least 12 people”", "12 or more", "11 March 2025, 12:00"],
        ["“17 people”", "exactly 17", "11 March 2025, 19:00"],
        ["“16 people”", "exactly 16", "12 March 2025, 17:00"],
    ]
    targets = {one.attributes["id"] for one in page.all() if "id" in one.attributes} | {""}
    assert {link.attributes["href"].removeprefix("#") for link in page.all("a")} <= targets


def test_a_folder_can_have_a_page_for_each_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "site"
    assert newsfacts(capsys, "view", str(EXAMPLES / "casualties"), "-o", f"{out}/").status == 0
    pages = {path.name: read_page(path.read_text(encoding="utf-8")) for path in out.iterdir()}
    assert sorted(pages) == ["article-1.html", "article-2.html", "article-3.html", "index.html"]
    ids = {name: {one.attributes["id"] for one in page.all() if "id" in one.attributes} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.all("a"):
            file, _, target = link.attributes["href"].partition("#")
            assert not target or target in ids[file or name]
    assert len(pages["index.html"].all("article")) == 0
    assert pages["article-1.html"].one("a", "back").attributes["href"] == "index.html"


def test_a_folder_keeps_the_pages_of_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text("<title>My site</title>", encoding="utf-8")
    asked = ("view", str(EXAMPLES / "casualties"), "-o", str(tmp_path))
    refused = newsfacts(capsys, *asked)
    assert refused.status == 2
    assert f"{tmp_path / 'index.html'} exists and is not a page of newsfacts; --force overwrites it" in refused.err
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert newsfacts(capsys, *asked, "--force").status == 0
    assert newsfacts(capsys, *asked).status == 0  # its own pages are written again


def test_what_cannot_be_read_is_said_and_the_rest_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.facts").write_text(STORY, encoding="utf-8")
    (tmp_path / "bad.facts").write_bytes(b"\xff\xfe\x00broken")
    done = newsfacts(capsys, "view", str(tmp_path), "--no-config", "-o", str(tmp_path / "out.html"))
    assert done.status == 2
    assert "bad.facts" in done.err
    page = read_page((tmp_path / "out.html").read_text(encoding="utf-8"))
    assert len(page.all("article", "doc")) == 1


def test_nothing_to_show_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsfacts(capsys, "view", str(tmp_path)).status == 2
    assert newsfacts(capsys, "view", str(tmp_path / "missing.facts")).status == 2


@pytest.mark.parametrize("port", ["99999", "-1"])
def test_a_port_that_no_server_can_have_is_wrong_usage(
    port: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = newsfacts(capsys, "view", str(tmp_path), "--serve", f"--port={port}")
    assert done.status == 2
    assert f"--port is a number from 0 to 65535, not {port}" in done.err


def test_in_a_browser_nothing_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsfacts.cli.serving.WITHOUT_NETWORK", (sys.platform,))
    with pytest.raises(nf.UsageError, match="a server needs a network"):
        server_of(Pages(list, str), 0)


def test_a_page_is_not_written_over_a_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.facts"
    story.write_text(STORY, encoding="utf-8")
    done = newsfacts(capsys, "view", str(story), "-o", str(story))
    assert done.status == 2
    assert story.read_text(encoding="utf-8") == STORY


def test_a_check_can_be_read_as_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.facts"
    story.write_text(STORY, encoding="utf-8")
    done = newsfacts(capsys, "check", str(story), "--no-config", "--format", "html")
    assert done.status == 1
    [note] = read_page(done.out).all("li", "note")
    assert note.one(None, "code").text == "N01"


def test_what_a_baseline_knows_is_not_in_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story, known = tmp_path / "story.facts", tmp_path / "known.json"
    story.write_text(STORY, encoding="utf-8")
    newsfacts(capsys, "check", str(story), "--no-config", "--baseline", str(known), "--write-baseline")
    done = newsfacts(capsys, "check", str(story), "--no-config", "--format", "html", "--baseline", str(known))
    assert done.status == 0
    assert read_page(done.out).all("li", "note") == []
    assert read_page(done.out).all("span", "k-count") != []


def framed(html: str) -> Element:
    frame = read_page(html).one("iframe")
    assert "allow-same-origin" not in frame.attributes["sandbox"]
    return read_page(frame.attributes["srcdoc"])


def test_a_notebook_shows_a_document_and_a_result() -> None:
    document = nf.loads(STORY)
    assert (
        framed(document._repr_html_()).one("p", "message").text == "The words “12 people” say 12, but the value is 13"
    )
    assert len(framed(nf.check(document)._repr_html_()).all("li", "note")) == 1
    several = framed(nf.check([document, nf.loads("Nothing is here.")])._repr_html_())
    assert len(several.all("article", "doc")) == 2
    assert "\n" not in repr(document)


def test_the_server_shows_changes_and_answers_no_other_site(tmp_path: Path) -> None:
    story = tmp_path / "story.facts"
    story.write_text("One.\n", encoding="utf-8")
    pages = Pages(lambda: [str(story)], lambda: f"<head><p>{story.read_text(encoding='utf-8')}")
    with server_of(pages, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:

            def get(path: str, host: str | None = None) -> tuple[int, str]:
                connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
                connection.request("GET", path, headers={"Host": host} if host else {})
                answer = connection.getresponse()
                body = answer.read().decode("utf-8")
                connection.close()
                return answer.status, body

            _, before = get("/version")
            assert get("/") == (200, f'<head>\n<meta name="version" content="{before}"><p>One.\n'), (
                "what it is asked again with"
            )
            story.write_text("Two, and longer.\n", encoding="utf-8")
            _, after = get("/version")
            assert after != before
            assert get("/") == (200, f'<head>\n<meta name="version" content="{after}"><p>Two, and longer.\n')
            assert get("/", "evil.example")[0] == 403
            assert get("/../secret")[0] == 404
        finally:
            server.shutdown()
            thread.join()


def test_text_that_is_not_valid_in_utf_8_does_not_stop_the_page() -> None:
    assert "�" in unescape(nf.Document.build("half \ud800 a letter")._repr_html_())
