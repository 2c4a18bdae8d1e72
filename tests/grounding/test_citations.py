"""Texts with citations: each claim is looked for in the source that it cites before all others."""

from __future__ import annotations

import pytest

from newsfacts import SourceDocument, ground

FIRE = "A fire at the mill injured 14 workers on Sunday night, the fire service said."
SOURCES = [
    SourceDocument(text=FIRE, path="desk/wire.txt"),
    SourceDocument(text=FIRE.replace("workers on", "workers\non"), path="desk/service.txt"),
    SourceDocument(text="The mill is closed. It has 640 workers.", path="desk/wire.pdf"),
]


@pytest.mark.parametrize("number", ["1", "2", "1, 2"])
@pytest.mark.parametrize("markup", ["text", "markdown"])
@pytest.mark.parametrize("form", ["night [{}].", "night. [{}]", "night.[{}]"])
def test_what_several_sources_have_is_supported_by_the_one_that_is_cited(number: str, markup: str, form: str) -> None:
    text = "A fire injured 14 workers on Sunday " + form.format(number)
    found = ground(text, SOURCES, require_source=True, markup=markup)  # type: ignore[arg-type]  # one of the two
    assert found.faults == ()
    cited = [SOURCES[int(one) - 1].path for one in number.split(", ")]
    assert {item.source.path for item in found.items if item.source is not None} <= set(cited)


def test_a_source_that_is_cited_and_does_not_have_it_is_still_reported() -> None:
    found = ground("A fire injured 14 workers on Sunday night [3].", SOURCES, require_source=True)
    assert {item.rule for item in found.faults} == {"G09"}


def test_where_sources_differ_the_cited_one_decides() -> None:
    sources = [
        SourceDocument(text="The storm killed nine sailors off Brest.", path="first.txt"),
        SourceDocument(text="The storm killed eleven sailors off Brest.", path="second.txt"),
    ]
    for number, count in ((1, "Nine"), (2, "Eleven")):
        found = ground(f"{count} sailors were killed in the storm off Brest [{number}].", sources)
        assert [(str(item.outcome), item.source and item.source.path) for item in found.items] == [
            ("supported", sources[number - 1].path)
        ]


@pytest.mark.parametrize("after", ["", "\n\nMore was not said."])
@pytest.mark.parametrize("markup", ["text", "markdown"])
def test_a_footnote_after_the_last_full_stop_of_a_paragraph_is_a_citation_of_it(after: str, markup: str) -> None:
    text = f"A fire injured 14 workers on Sunday night.[^a]{after}\n\n[^a]: service.txt\n"
    found = ground(text, SOURCES, require_source=True, markup=markup)  # type: ignore[arg-type]  # one of the two
    assert found.faults == ()
    assert found.items[0].cited == ("[^a]",)


def test_a_reference_with_the_whole_name_of_a_file_is_to_that_file_alone() -> None:
    found = ground("A fire injured 14 workers ([wire](wire.pdf)).", SOURCES, require_source=True, markup="markdown")
    assert [item.why for item in found.faults] == [
        "The source that is cited (desk/wire.pdf) does not have it; desk/wire.txt does."
    ]
    both = ground("A fire injured 14 workers ([wire](wire)).", SOURCES, require_source=True, markup="markdown")
    assert both.faults == ()


def test_a_part_of_another_name_is_no_reference() -> None:
    found = ground("A fire injured 14 workers ([log](firewire.txt)).", SOURCES, require_source=True, markup="markdown")
    assert [item.rule for item in found.faults] == ["G08"]


@pytest.mark.parametrize("markup", ["text", "markdown"])
@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Six ducks swam. <!-- ignore G06: seen -->\n\nTen geese flew.", "Ten geese"),
        ("Six ducks swam.\n<!-- ignore G06: seen -->\n\nTen geese flew.", "Ten geese"),
        ("Six ducks swam.\n\n<!-- ignore G06: seen -->\nTen geese flew.", "Six ducks"),
        ("Six ducks swam.\n\n<!-- ignore G06: seen -->\n\nTen geese flew.", "Ten geese"),
        ("Six ducks swam.\r\n\r\n<!-- ignore G06: seen -->\r\nTen geese flew.", "Six ducks"),
        ("<!-- ignore G06: seen -->\nSix ducks swam.\n\nTen geese flew.", "Ten geese"),
    ],
)
def test_a_comment_ignores_the_paragraph_that_it_is_next_to(markup: str, text: str, reported: str) -> None:
    found = ground(text, FIRE, markup=markup)  # type: ignore[arg-type]  # one of the two
    assert [item.words for item in found.faults] == [reported]
