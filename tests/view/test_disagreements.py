"""The page of an agreement: its figures, and both versions of every disagreement."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.view.browsing import AXE, in_a_browser, shows
from tests.view.reading import Element, read_page

import newsfacts as nf
from newsfacts.cli import main
from newsfacts.view.disagreements import agreement_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ANN = "[[The mayor]{.source} [said]{.cue} that [about 12 ships sank]{.claim}]{.attribution}. [It rained]{.claim}."
BEN = "[[The mayor]{.source} [said]{.cue} [that about 12 ships sank]{.claim}]{.attribution}. [It rained]{.quote}."


def page_of(ann: str, ben: str) -> Element:
    documents = [nf.loads(ann), nf.loads(ben)]
    return read_page(agreement_page(nf.agree(documents, names=["ann", "ben"], resamples=0), documents))


def test_both_versions_are_next_to_each_other() -> None:
    edges, kind = page_of(ANN, BEN).one("ol", "diffs").all("li", "diff")
    ann, ben = edges.all("div", "version")
    assert edges.one("span", "way").text == "Other edges"
    assert [one.text for one in ann.all("mark", "both")] == ["about 12 ships sank"]
    assert [one.text for one in ann.all("span", "lacking")] == ["that "]
    assert [one.text for one in ben.all("mark", "own")] == ["that "]
    assert [version.one("p", "said").text for version in kind.all("div", "version")] == ["kind claim", "kind quote"]


def test_what_one_lacks_is_said() -> None:
    (missing,) = page_of("[It rained]{.claim}.", "It rained.").all("li", "diff")
    ann, ben = missing.all("div", "version")
    assert ann.all("p", "nothing") == []
    assert ben.one("p", "nothing").text == "nothing here"


def test_figures_are_on_top_and_no_disagreement_is_said() -> None:
    page = page_of(ANN, ANN)
    rows = page.all("tbody")[0].all("tr")
    assert [cell.text for cell in rows[0].all("td")] == ["5", "5", "1.00", "1.00", "1.00", "1.00"]
    assert page.one("p", "sum").text == "No disagreements"
    assert page.all("li", "diff") == []


def test_texts_and_names_are_escaped() -> None:
    hostile = '[<script>alert(1)</script> & <b>]{.claim note="<i>"}.'
    documents = [nf.loads(hostile), nf.loads(hostile.replace(".claim", ".quote"))]
    html = agreement_page(nf.agree(documents, names=["<b>ann", '"ben'], resamples=0), documents)
    assert "<script>alert" not in html
    assert "<b>ann" not in html
    assert read_page(html).one("h1").text == '<b>ann and "ben'


def test_a_long_disagreement_is_cut_in_the_middle() -> None:
    words = "word " * 2000
    (missing,) = page_of(f"[{words}end]{{.claim}}.", f"{words}end.").all("li", "diff")
    assert len(missing.text) < 4000


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in (("ann", ANN), ("ben", BEN)):
        (tmp_path / f"{name}.facts").write_text(text, encoding="utf-8")
    return [str(tmp_path / f"{name}.facts") for name in ("ann", "ben")]


def test_the_command_writes_the_page(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.html"
    assert main(["agree", *files, "--format", "html", "-o", str(out)]) == 1
    assert read_page(out.read_text(encoding="utf-8")).one("h1").text == "ann and ben"
    assert capsys.readouterr().out == ""
    assert main(["agree", *files, "-o", str(out)]) == 2
    assert "-o is for the page of --format html" in capsys.readouterr().err
    assert main(["agree", *files, "--json", "--format", "html"]) == 2
    assert main(["agree", *files, "--format", "html", "-o", files[0]]) == 2, "a document is not overwritten"


def test_a_merged_document_is_compared_too(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    merged = str(tmp_path / "both.facts")
    assert main(["merge", *files, "-o", merged]) == 1
    capsys.readouterr()
    assert main(["agree", *files, "--json", "--resamples=0"]) == 1
    before = json.loads(capsys.readouterr().out)
    assert main(["agree", merged, "--json", "--resamples=0"]) == 1
    after = json.loads(capsys.readouterr().out)
    assert after["annotators"] == ["ann", "ben"]
    assert after["kinds"] == before["kinds"]


@in_a_browser
@pytest.mark.parametrize(("width", "scheme"), [(400, "light"), (900, "dark"), (1400, "light")])
def test_disagreements_can_be_filtered_and_read_at_every_width(
    browser: Browser, tmp_path: Path, width: int, scheme: Any
) -> None:
    documents = [nf.loads(ANN), nf.loads(BEN)]
    file = tmp_path / "page.html"
    file.write_text(agreement_page(nf.agree(documents, names=["ann", "ben"]), documents), encoding="utf-8")
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    ann, ben = (each.bounding_box() for each in page.locator(".diff").first.locator(".version").all())
    assert ann is not None
    assert ben is not None
    assert (ben["y"] >= ann["y"] + ann["height"] - 1) == (width == 400), "one below the other only on a phone"
    page.get_by_role("button", name="Other edges (1)").click()
    shows(page.locator(".diff:visible")).to_have_count(1)
    shows(page.locator(".shown")).to_have_text("1 of 2 shown")
    page.get_by_role("button", name="claim (2)").click()
    shows(page.locator(".diff:visible")).to_have_count(0)
    page.get_by_role("button", name="claim (2)").click()
    page.get_by_role("button", name="Other edges (1)").click()
    shows(page.locator(".diff:visible")).to_have_count(2)
    if AXE is not None:
        page.add_script_tag(content=Path(AXE).read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document)")
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    page.close()
