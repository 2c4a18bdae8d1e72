"""The page of one article: it has the text as it is, everything that is marked, and what was found."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from tests.view.reading import Element, data_in, read_page, words

import newsfacts
from newsfacts.model import Document
from newsfacts.testing import documents
from newsfacts.text.spans import Span
from newsfacts.values import Policy
from newsfacts.view.article import article_page
from newsfacts.view.articles import articles_of
from newsfacts.view.blocks import Block
from newsfacts.view.marked import MAX_OPEN, Drawing, pieces_of
from newsfacts.view.markup import PICTURES

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NEWS = Policy.profile("news")

FLOOD = """---
newsfacts: 1
title: Flood kills at least a dozen
published: 2024-07-04
entities: {weiss: {name: Anna Weiss, kind: person}}
measures: {dead: {label: people killed, unit: person}}
---
[[Mayor Anna Weiss]{.source ref=weiss} [said]{.cue} on [Wednesday, 4 July]{.time} that
[[at least 12 people]{.count #toll of=dead value=12} had died]{.claim}]{.attribution}.
"""


def page_of(text: str) -> Element:
    return read_page(article_page(articles_of([newsfacts.loads(text)])[0], NEWS))


def text_of(page: Element) -> str:
    return " ".join(
        words(paragraph.text)
        for row in page.all("div", "row")
        for paragraph in row.inside
        if isinstance(paragraph, Element) and paragraph.name == "p"
    )


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/*.facts")), ids=lambda path: path.name)
def test_the_text_is_shown_letter_for_letter(path: Path) -> None:
    document = newsfacts.load(path)
    page = read_page(article_page(articles_of([document])[0], NEWS))
    assert text_of(page) == words(document.text.translate(PICTURES))


def test_every_annotation_is_marked_over_its_words() -> None:
    page = page_of(FLOOD)
    marked = {words(one.text) for one in page.all("span", "k-count")}
    assert marked == {"at least 12 people"}
    assert [words(one.text) for one in page.all("span", "k-source")] == ["Mayor Anna Weiss"]
    assert [words(one.text) for one in page.all("span", "k-cue")] == ["said"]


def test_a_finding_is_next_to_its_words_with_help_and_fix() -> None:
    page = page_of(FLOOD)
    notes = page.all("li", "note")
    assert [(note.one(None, "code").text, note.one("p", "message").text) for note in notes] == [
        ("D02", "“Wednesday, 4 July” names a Wednesday, but 4 July 2024 is a Thursday"),
        ("N02", "The words say “at least 12 people”, but the value is exactly 12"),
    ]
    assert [words(one.text) for one in page.all("span", "f")] == ["Wednesday, 4 July", "at least 12 people"]
    for note in notes:
        assert note.all("p", "help") or note.all("p", "fix")
    targets = {one.attributes["id"] for one in page.all() if "id" in one.attributes}
    for link in page.all("a"):
        assert link.attributes["href"].removeprefix("#") in targets, "every link leads somewhere"


def test_a_count_shows_its_interval_and_a_time_its_day() -> None:
    page = page_of("---\npublished: 2024-07-04\n---\n[About 40 people]{.count} came on [Tuesday]{.time}.\n")
    assert [one.attributes["data-r"] for one in page.all("span", "r")] == ["36 to 44", "2024-07-02"]


@pytest.mark.parametrize(
    ("words_", "kind", "shown"),
    [
        ("about 40 people", "count", ["36 to 44"]),
        ("twelve people", "count", ["12"]),
        ("12 people", "count", []),
        ("6.4 percent", "count", []),
        ("1,437 homes", "count", []),
        ("fifteen years", "time", ["15 years"]),
        ("a year and a half", "time", ["1.5 years"]),
        ("two to three weeks", "time", ["2 weeks to 3 weeks"]),
        ("more than three days", "time", ["more than 3 days"]),
        ("2002", "time", []),
        ("February 2022", "time", ["2022-02"]),
        ("the day before", "time", ["not resolved"]),
    ],
)
def test_a_reading_is_shown_where_it_says_more_than_the_words(words_: str, kind: str, shown: list[str]) -> None:
    page = page_of(f"It was [{words_}]{{.{kind}}} then.\n")
    assert [one.attributes["data-r"] for one in page.all("span", "r")] == shown


def test_the_data_says_who_says_what() -> None:
    [records] = data_in(page_of(FLOOD))
    [attribution] = [record for record in records if record["k"] == "attribution"]
    parts = {role: [records[number]["w"] for number in numbers] for role, numbers in attribution["r"].items()}
    assert parts == {"source": ["“Mayor Anna Weiss”"], "cue": ["“said”"], "content": ["“at least 12 people had died”"]}


def test_the_panel_has_entities_measures_and_times() -> None:
    page = page_of(FLOOD)
    panel = page.one("div", "panel")
    assert [heading.text for heading in panel.all("h2")] == ["Who says what", "Measures", "Times"]
    assert words(panel.one("summary").text) == "1 said, 1×Anna Weiss person"
    assert "exactly 12 · Anna Weiss" in words(panel.one("ul", "counts").text)


def test_an_entity_leads_to_where_else_it_is_described() -> None:
    addresses = "[https://www.wikidata.org/wiki/Q1, 'javascript:alert(1)', 'ftp://example.org/weiss']"
    page = page_of(FLOOD.replace("kind: person}}", f"kind: person, same_as: {addresses}}}}}", 1))
    links = [link for link in page.all("a") if "rel" in link.attributes]
    assert [(link.attributes["href"], link.text) for link in links] == [
        ("https://www.wikidata.org/wiki/Q1", "www.wikidata.org/wiki/Q1")
    ]
    assert links[0].attributes["rel"].split()[:2] == ["noopener", "noreferrer"]


def test_only_the_own_style_and_script_are_allowed() -> None:
    page = page_of(FLOOD)
    [policy] = [
        one.attributes["content"]
        for one in page.all("meta")
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    [script] = [one.text for one in page.all("script") if "type" not in one.attributes]
    for name, text in (("style-src", page.one("style").text), ("script-src", script)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert not re.search(r"https?:|@import|url\(", page.one("style").text + script)


HOSTILE = """---
newsfacts: 1
title: </title><script>alert(1)</script>
outlet: "<img src=x onerror=alert(2)>"
url: "javascript:alert(3)"
entities: {weiss: {name: "</script><script>alert(4)</script>", kind: person}}
measures: {dead: {label: "<svg onload=alert(5)>", unit: "<b>"}}
---
[[<script>alert(6)</script>]{.source ref=weiss} [“said”<!--]{.cue} [[12 <i>people</i>]{.count of=dead value=13}></style></textarea>]{.claim #x note="</script><script>alert(7)</script>"}]{.attribution}.
"""


EVIL = "\"'></script><script>alert(8)</script><img src=x onerror=alert(9)>"


def hostile_everywhere() -> Document:
    """Markup in every place that a file has: ids, kinds, keys, values, addresses, names, and that of the file."""
    data = {
        "newsfacts": 1,
        "title": EVIL,
        "url": "javascript:alert(1)",
        "text": f"{EVIL} said 12 people left on Tuesday.",
        "entities": {EVIL: {"name": EVIL, "same_as": ["javascript:alert(2)"], "roles": [{"title": EVIL}]}},
        "measures": {"m": {"label": EVIL, "unit": EVIL}},
        "corrections": [{"was": EVIL, "now": EVIL}],
        "annotations": [
            {"kind": "claim", "id": EVIL, "spans": [[0, 10]], "note": EVIL, "appearance": ["javascript:alert(3)"]},
            {"kind": EVIL, "spans": [[0, 5]], EVIL: EVIL},
            {"kind": "mention", "ref": EVIL, "spans": [[0, 3]]},
            {"kind": "count", "of": "m", "value": EVIL, "spans": [[len(EVIL) + 6, len(EVIL) + 15]]},
        ],
    }
    return newsfacts.parse(json.dumps(data), format="json", path=f"{EVIL}.facts.json").document


def test_nothing_of_a_text_becomes_markup() -> None:
    page = page_of(HOSTILE)
    assert len(page.all("script")) == 2
    assert page.all("img") + page.all("i") == []
    assert "alert(6)" in text_of(page)
    assert not [one for one in page.all() for name in one.attributes if name.startswith("on")]
    assert not [one for one in page.all("a") if not one.attributes["href"].startswith("#")]
    assert page.one("title").text == "</title><script>alert(1)</script>"


def test_a_problem_of_an_attribute_is_next_to_the_words_of_its_annotation() -> None:
    document = newsfacts.parse(
        "One. [Most of [12 people]{.count value=wrong} left]{.claim}.\n", path="story.facts"
    ).document
    page = read_page(article_page(articles_of([document])[0], NEWS))
    assert [words(one.text) for one in page.all("span", "f")] == ["12 people"]


@pytest.mark.parametrize(("written", "shown"), [("de", "de"), ("pt-BR", "pt-BR"), ("en", None), ("<b>", None)])
def test_a_text_in_another_language_says_so_to_screen_readers(written: str, shown: str | None) -> None:
    document = newsfacts.parse(f"---\nlanguage: '{written}'\n---\nEin Satz.\n").document
    page = read_page(article_page(articles_of([document])[0], NEWS))
    assert page.one("html").attributes["lang"] == "en"
    [paragraph] = [one for one in page.one("div", "row").inside if isinstance(one, Element)]
    assert paragraph.attributes.get("lang") == shown


def test_corrections_are_under_the_headline() -> None:
    page = page_of("---\npublished: 2024-07-04\ncorrections: [{date: 2024-07-05, was: 12, now: 13}]\n---\n13 died.\n")
    assert page.one("ul", "corrections").text == "Correction, 5 July 2024: “12” was wrong; “13” is right"


def test_counts_that_contradict_each_other_are_said_to() -> None:
    page = page_of(
        "---\nmeasures: {dead: {label: people killed}}\n---\n"
        "[12 people]{.count of=dead as_of=2024-07-04} died. [14 people]{.count of=dead as_of=2024-07-04} died. "
        "[About 12 people]{.count of=dead as_of=2024-07-04} died. [20 people]{.count of=dead as_of=2024-07-05} died.\n"
    )
    rows = page.one("ul", "counts").all("li")
    assert [bool(row.all("span", "clash")) for row in rows] == [True, True, False, False]


@given(documents())
@settings(max_examples=40)
def test_any_document_can_be_shown(document: Document) -> None:
    page = read_page(article_page(articles_of([document])[0], NEWS))
    assert text_of(page) == words(document.text.translate(PICTURES))
    assert len(data_in(page)[0]) == len(document.annotations)


@pytest.mark.parametrize("text", ["\x1f", "One.\x1f\n\nTwo.", "\x0c\n"])
def test_control_characters_that_count_as_space_in_python_are_shown_too(text: str) -> None:
    assert text_of(page_of(text)) == words(text.translate(PICTURES))


def test_nothing_of_a_file_becomes_markup() -> None:
    document = hostile_everywhere()
    assert len(document.annotations) == 4
    page = read_page(article_page(articles_of([document])[0], NEWS))
    assert (len(page.all("script")), page.all("img")) == (2, [])
    assert not [one for one in page.all() for name in one.attributes if name.startswith("on")]
    assert not [one for one in page.all("a") if not one.attributes["href"].startswith("#")]
    allowed = {"id", "class", "href", "lang"}
    for one in page.all():
        assert "alert" not in "".join(one.attributes[name] for name in allowed & set(one.attributes))


# -- Drawing -----------------------------------------------------------------------------------------------------------


def drawn(text: str, spans: list[list[Span]], blocks: list[Block]) -> list[Element]:
    pieces = [
        piece
        for number, own in enumerate(spans)
        for piece in pieces_of(own, number, f'<span class="a n{number}">', f'<span class="a n{number}">')
    ]
    drawing = Drawing(text, pieces)
    return [read_page(drawing.block(block)) for block in blocks]


SPANS = st.lists(
    st.lists(
        st.tuples(st.integers(0, 24), st.integers(0, 8)).map(lambda it: Span(it[0], min(it[0] + it[1], 24))), max_size=3
    ),
    max_size=8,
)


@given(SPANS)
def test_whatever_crosses_each_annotation_covers_its_words(spans: list[list[Span]]) -> None:
    text = "abcdefghijk\n\nlmnopqrstuvw"[:24]
    blocks = [Block(0, 11, False), Block(13, 24, False)]
    trees = drawn(text, spans, blocks)
    assert [tree.text for tree in trees] == [text[0:11], text[13:24]]
    for number, own in enumerate(spans):
        covered = {at for span in own for at in range(span.start, span.end)} - {11, 12}
        shown: set[int] = set()
        for tree, block in zip(trees, blocks, strict=True):
            at = block.start
            stack: list[tuple[Element | str, bool]] = [(tree, False)]
            while stack:
                node, inside = stack.pop()
                if isinstance(node, str):
                    if inside:
                        shown |= set(range(at, at + len(node)))
                    at += len(node)
                else:
                    stack += [(part, inside or f"n{number}" in node.classes) for part in reversed(node.inside)]
        assert shown == covered


def test_no_more_than_some_are_open_at_once() -> None:
    text = "x" * 200
    spans = [[Span(start, start + 100)] for start in range(100)]
    [tree] = drawn(text, spans, [Block(0, 200, False)])
    assert tree.text == text
    assert len(tree.all("span", "a")) <= 100 * MAX_OPEN
