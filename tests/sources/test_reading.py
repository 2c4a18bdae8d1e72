"""Sources of every kind are read with their words, their places and what was changed; what cannot be read is refused."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from pathlib import Path

import pytest
from tests.sources.making import NAMESPACES, RELATIONS, W, docx, odt, paragraph, pdf, zipped

from newsfacts import Span, Turn, UnreadableSource, UnreadableValue, UsageError, ground, read_source, verify_quote
from newsfacts.sources import FileKind, Markup, SourceDocument
from newsfacts.sources import packages as packages_module


def place_of(source: SourceDocument, words: str) -> str:
    start = source.text.index(words)
    return str(source.place(Span(start, start + len(words))))


def notes_of(source: SourceDocument) -> list[str]:
    return [str(note) for note in source.notes]


def refused(path: Path, reason: str, help: str = "") -> None:
    with pytest.raises(UnreadableSource) as error:
        read_source(path)
    assert reason in error.value.reason
    assert help in error.value.help
    assert str(error.value).startswith(f"{path} cannot be read: ")


# -- Plain text --------------------------------------------------------------------------------------------------------


def test_a_text_is_as_in_its_file_with_lines_and_columns(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_bytes(b"First line.\r\nThe caf\xc3\xa9 opens.\r\n")
    source = read_source(path)
    assert source.text == "First line.\r\nThe café opens.\r\n"
    assert (source.kind, source.markup, source.notes) == (FileKind.TEXT, Markup.TEXT, ())
    assert place_of(source, "café") == "line 2, column 5"
    assert source.place(Span(17, 21)).with_path == f"{path}:2:5"


def test_markdown_is_kept_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "answer.md"
    path.write_text("# Title\n\nHe said *so*.\n", encoding="utf-8")
    source = read_source(path)
    assert (source.text, source.kind, source.markup) == (
        "# Title\n\nHe said *so*.\n",
        FileKind.MARKDOWN,
        Markup.MARKDOWN,
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_is_not_text(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Café".encode(encoding))
    assert read_source(path).text == "Café"
    assert read_source(path).notes == ()


def test_a_guessed_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The “café”".encode("cp1252"))
    source = read_source(path)
    assert source.text == "The “café”"
    assert notes_of(source) == ["encoding: windows-1252 (guessed)"]


def test_what_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01\x02")
    refused(path, "null bytes")
    path.write_bytes("Café".encode()[:-1])
    refused(path, "cut short")
    refused(tmp_path / "missing.txt", "there is no such file")
    refused(tmp_path, "it is a folder")
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf")
    refused(tmp_path / "a.doc", "files that end in .doc are not read", "Save it as .docx.")


def test_a_place_outside_the_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("short", encoding="utf-8")
    with pytest.raises(UnreadableValue):
        read_source(path).place(Span(2, 9))


def test_a_kind_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text("<p>One.</p>", encoding="utf-8")
    assert read_source(path).text == "<p>One.</p>"
    assert read_source(path, format="html").text == "One."
    with pytest.raises(UsageError, match="no kind of source is named 'htm'"):
        read_source(path, format="htm")


def test_a_document_is_read_without_its_annotations(tmp_path: Path) -> None:
    path = tmp_path / "a.facts"
    path.write_text("---\ntitle: T\npublished: 2025-04-01\n---\n[Ann]{.mention} came.\n", encoding="utf-8")
    source = read_source(path)
    assert (source.text, source.title, source.published) == ("Ann came.\n", "T", dt.date(2025, 4, 1))
    assert place_of(source, "came") == "line 5, column 17"


# -- Subtitles and e-mail ----------------------------------------------------------------------------------------------


def test_captions_say_when_the_words_are_said(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(
        "1\n00:00:01,000 --> 00:00:04,000\n<i>We will open</i>\n\n2\n00:00:04,500 --> 00:00:06,000\nthe bridge &amp; the road.\n",
        encoding="utf-8",
    )
    source = read_source(path)
    assert source.text == "We will open\nthe bridge & the road."
    assert place_of(source, "bridge") == "00:00:04.500"
    assert place_of(source, "open\nthe") == "00:00:01.000 to 00:00:04.500"
    assert source.place(Span(0, 2)).time_code == "00:00:01.000"
    assert notes_of(source) == ["caption marks (2 times)"]
    assert verify_quote("We will open the bridge", source.prepared).verified


def test_captions_name_their_speakers(tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(
        "WEBVTT\n\nNOTE a remark\n\n00:01.000 --> 00:04.000 align:left\n<v Ann Lee>No.</v>\n\n01:00:04.000 --> 01:00:05.000\n<v Bo>Yes.\n",
        encoding="utf-8",
    )
    source = read_source(path)
    assert source.text == "No.\nYes."
    assert source.turns == (Turn(Span(0, 3), "Ann Lee"), Turn(Span(4, 8), "Bo"))
    assert place_of(source, "Yes") == "01:00:04.000"


def test_lines_that_scroll_are_read_once(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nWe will\n\n2\n00:00:02,000 --> 00:00:03,000\nWe will\nopen it\n",
        encoding="utf-8",
    )
    source = read_source(path)
    assert source.text == "We will\nopen it"
    assert notes_of(source) == ["repeated captions"]
    path.write_text("no times here", encoding="utf-8")
    refused(path, "it has no captions")


MAIL = (
    b"From: =?utf-8?q?Ann_L=C3=A9?= <ann@example.org>\r\nTo: bo@example.org\r\nDate: Tue, 1 Apr 2025 23:30:00 +0200\r\n"
    b"Subject: The bridge\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"The caf=E9 will =\r\nopen.\r\n"
)


def test_an_email_has_a_header_and_a_body(tmp_path: Path) -> None:
    path = tmp_path / "m.eml"
    path.write_bytes(MAIL)
    source = read_source(path)
    assert source.text == (
        "From: Ann Lé <ann@example.org>\nTo: bo@example.org\nDate: Tue, 01 Apr 2025 23:30:00 +0200\nSubject: The bridge\n\n"
        "The café will open."
    )
    assert (source.title, source.published) == ("The bridge", dt.date(2025, 4, 1))
    assert place_of(source, "bridge") == "header Subject"
    assert place_of(source, "café") == "body"


def test_the_text_of_an_email_comes_before_its_page_and_its_attachments(tmp_path: Path) -> None:
    path = tmp_path / "m.eml"
    path.write_bytes(
        b"From: a@example.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n"
        b"--y\nContent-Type: text/html\n\n<p>As a page.</p>\n--y\nContent-Type: text/plain\n\nAs text.\n--y--\n"
        b"--x\nContent-Type: application/pdf\nContent-Disposition: attachment\n\nx\n--x--\n"
    )
    source = read_source(path)
    assert source.text == "From: a@example.org\n\nAs text."
    assert notes_of(source) == ["attachments"]
    path.write_bytes(b"From: a@example.org\nContent-Type: text/html; charset=utf-8\n\n<p>As a <b>page</b>.</p>")
    assert read_source(path).text == "From: a@example.org\n\nAs a page."
    path.write_bytes(b"just words")
    refused(path, "it is not an e-mail")


def test_words_of_an_earlier_message_are_a_part_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "m.eml"
    path.write_bytes(
        b"From: a@example.org\nSubject: Re: The fire\n\nNo, twelve.\n\nOn Monday, Bo wrote:\n> Were thirty people\n> > or forty\n"
        b">hurt?\n\nBest, Ann\n"
    )
    source = read_source(path)
    assert source.text.endswith(
        "No, twelve.\n\nOn Monday, Bo wrote:\n\nWere thirty people\nor forty\nhurt?\n\nBest, Ann"
    )
    assert place_of(source, "thirty") == "earlier message"
    assert place_of(source, "twelve") == place_of(source, "Best") == "body"
    assert notes_of(source) == ["marks of earlier messages"]


def test_the_header_of_a_message_that_is_checked_states_nothing(tmp_path: Path) -> None:
    path = tmp_path / "m.eml"
    path.write_bytes(
        b"From: Ann <ann12@example.org>\nTo: 30 people <desk@example.org>\nDate: Tue, 1 Apr 2025 23:30:00 +0200\n"
        b"Subject: Fire hurts 12 people\n\nThe fire hurt 12 people.\n"
    )
    found = ground(read_source(path), "The fire hurt 12 people.")
    assert [(item.words, str(item.outcome)) for item in found.items] == [("12 people", "supported")] * 2
    assert {one.why for one in found.left_out} == {"It is in the header of the message."}


# -- Names that say something else ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "reason", "help"),
    [
        ("a.txt", b"%PDF-1.7\n", "by its content it is a PDF file", "Give it the ending .pdf."),
        ("notes", b"%PDF-1.7\n", "by its content it is a PDF file", "Give it the ending .pdf."),
        ("a.docx", b"%PDF-1.7\n", "by its content it is a PDF file", "Give it the ending .pdf."),
        ("a.txt", b"PK\x03\x04..", "it is a package, such as those of Word", "Give it the ending .docx or .odt."),
        ("a.txt", b"{\\rtf1 Twelve.}", "it is in rich text format (RTF)", "Save it as .docx."),
        ("a.md", b"{\\rtf1 Twelve.}", "it is in rich text format (RTF)", "Save it as .docx."),
        ("a.txt", b"\n<!DOCTYPE html>\n<p>Twelve.", "it is a web page", "Give it the ending .html."),
        ("a.pdf", b"\x89PNG\r\n", "it is a picture", "Have its text recognized first (OCR)."),
        ("a.pdf", b"", "the file is empty", "Get it again."),
        ("a.docx", b"", "the file is empty", "Get it again."),
        ("a.srt", b"", "the file is empty", "Get it again."),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_with_what_it_is(
    name: str, data: bytes, reason: str, help: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableSource, match="cannot be read") as caught:
        read_source(tmp_path / name)
    assert reason in caught.value.reason
    assert caught.value.help == help


def test_a_text_may_be_about_any_format(tmp_path: Path) -> None:
    for name, words in (("a.txt", "The %PDF- sign"), ("b.md", "<html>Twelve</html>"), ("c.txt", "")):
        (tmp_path / name).write_text(words)
        assert read_source(tmp_path / name).text == words
    (tmp_path / "d.txt").write_text("<html><p>Twelve.")
    assert read_source(tmp_path / "d.txt", format="html").text == "Twelve."


def test_words_that_a_page_strikes_out_are_not_its_words(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<p>The fire hurt <del>30</del> <ins>12</ins> people, <s>and</s> killed<strike>three</strike>two.</p>"
    )
    source = read_source(path)
    assert source.text == "The fire hurt 12 people, killed two."
    assert notes_of(source) == ["tracked deletions (3 times)"]


def test_banners_and_dialogs_of_a_page_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<div id='onetrust-banner-sdk'>843 partners</div><div class='cookie-notice'>12 purposes</div>"
        "<dialog open>Subscribe for 5 dollars</dialog><p>The fire hurt 12 people.</p>"
    )
    source = read_source(path)
    assert source.text == "The fire hurt 12 people."
    assert notes_of(source) == ["boilerplate (3 times)"]


def test_the_number_of_a_caption_is_not_its_text_without_an_empty_line(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nWe are\n2\n00:00:02,000 --> 00:00:03,000\n12\n\n3\n00:00:03,000 --> 00:00:04,000\nmen.\n"
    )
    assert read_source(path).text == "We are\n12\nmen."


def test_a_page_whose_words_are_elsewhere_says_where(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text('<html><frameset cols="20%,80%"><frame src="a.html"><frame src="b.html"></frameset></html>')
    refused(path, "its words are in frames, which are other files")
    path.write_text("<html><body><div id='root'></div><script>render(12)</script></body></html>")
    refused(path, "it has no words: a script makes them")


# -- HTML --------------------------------------------------------------------------------------------------------------

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>The bridge | The Harbour Post</title>
<meta property="og:title" content="The bridge"><meta property="article:published_time" content="2025-04-01T10:00:00Z">
<script>var x = "no words";</script></head><body><header><a href="/">The Harbour Post</a></header>
<nav><ul><li><a href="/a">Home</a></ul></nav><main><article><h1>The bridge</h1>
<p>The <b>bridge</b>
will   open in June.<p>It cost 10<sup>6</sup> dollars<sup><a href="#n1">1</a></sup>, she said: <q>No more.</q>
<ul class="share"><li><a href="x">Share</a></ul><p hidden>Never seen.</p></article></main>
<footer>All rights reserved</footer></body></html>"""


def test_a_page_is_its_paragraphs_without_what_surrounds_them(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    source = read_source(path)
    assert source.text == ("The bridge\n\nThe bridge will open in June.\n\nIt cost 10⁶ dollars, she said: “No more.”")
    assert (source.title, source.published) == ("The bridge", dt.date(2025, 4, 1))
    assert place_of(source, "June") == "paragraph 2"
    assert place_of(source, "June.\n\nIt") == "paragraphs 2 to 3"
    assert source.place(Span(15, 18)).paragraph == 2
    assert notes_of(source) == ["boilerplate (5 times)"]


def test_a_list_of_links_is_kept_within_an_article(tmp_path: Path) -> None:
    links = '<ul><li><a href="a">One report</a><li><a href="b">Another report</a></ul>'
    path = tmp_path / "page.html"
    path.write_text(f"<body>{links}<article><p>Words.</p>{links}</article>", encoding="utf-8")
    assert read_source(path).text == "Words.\n\nOne report\n\nAnother report"


def test_a_page_declares_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes('<meta charset="iso-8859-1"><p>“Café”'.encode("cp1252"))
    assert read_source(path).text == "“Café”"
    path.write_bytes(b'<meta charset="utf-8"><p>' + b"plain words " * 20 + b"\xff")
    source = read_source(path)
    assert source.text.endswith("plain words \ufffd")
    assert notes_of(source) == ["wrong bytes"]
    path.write_bytes(b'<meta charset="klingon"><p>x')
    refused(path, "it declares the encoding 'klingon', which is unknown")


def test_a_page_that_gives_several_days_gives_none(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        '<meta name="date" content="2025-04-01"><meta property="article:published_time" content="2025-04-02"><p>x',
        encoding="utf-8",
    )
    assert read_source(path).published is None


def test_elements_nested_without_end_are_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<p>Begin</p>" + "<b>" * 50_000 + "deep" + "<p>End</p>", encoding="utf-8")
    assert read_source(path).text.startswith("Begin")


@pytest.mark.parametrize(("name", "module", "what"), [("a.html", "selectolax", "HTML"), ("a.pdf", "pypdfium2", "PDF")])
def test_without_the_extra_it_is_named(
    name: str, module: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loaded in [loaded for loaded in sys.modules if loaded.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"x")
    refused(tmp_path / name, f"{what} is read with the package {module}", "pip install newsfacts[sources]")


# -- docx and odt ------------------------------------------------------------------------------------------------------


def test_a_word_document_has_paragraphs_tables_and_notes(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Cell one')}</w:tc><w:tc>{paragraph('Cell two')}</w:tc></w:tr></w:tbl>"
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("From the minutes.")}</w:footnote></w:footnotes>'
    )
    body = paragraph("The bridge") + "<w:p/>" + paragraph("opens in June.") + table
    source = read_source(docx(tmp_path / "a.docx", body, footnotes=notes))
    assert source.text == "The bridge\n\nopens in June.\n\nCell one\n\nCell two\n\nFrom the minutes."
    assert place_of(source, "June") == "paragraph 2"
    assert place_of(source, "minutes") == "footnote 1"
    assert source.notes == ()


def test_tracked_changes_are_accepted_and_named(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>The council </w:t></w:r><w:ins><w:r><w:t>agreed</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>refused</w:delText></w:r></w:del><w:r><w:t> to</w:t><w:tab/><w:t>pay</w:t><w:br/>"
        "<w:noBreakHyphen/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
    )
    source = read_source(docx(tmp_path / "a.docx", body))
    assert source.text == "The council agreed to\tpay\n\u2011"
    assert notes_of(source) == ["tracked deletions", "hidden text"]


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><w:t>Before</w:t><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:t> after</w:t></w:r></w:p>"
    )
    assert read_source(docx(tmp_path / "a.docx", body)).text == "In a box\n\nBefore after"


def test_an_opendocument_text_has_paragraphs_and_notes(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>refused</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:h>The bridge</text:h><text:p>opens\n  in <text:span>June</text:span>"
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>From the '
        'minutes.</text:p></text:note-body></text:note>,<text:s text:c="2"/>he<text:tab/>said<text:line-break/>so.</text:p>'
        "<text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>"
    )
    source = read_source(odt(tmp_path / "a.odt", body))
    assert source.text == "The bridge\n\nopens in June,  he\tsaid\nso.\n\nAn item\n\nFrom the minutes."
    assert place_of(source, "item") == "paragraph 3"
    assert place_of(source, "minutes") == "footnote 1"
    assert notes_of(source) == ["tracked deletions"]


def test_damaged_and_hostile_packages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no zip")
    refused(path, "it is not a .docx file, or it is damaged")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    refused(path, "it is encrypted, or in the format of Word 97", "save it as .docx without one")
    path.write_bytes(zipped({"_rels/.rels": "<r/>"}))
    refused(path, "it has no part word/document.xml")
    docx(path, "<w:p>")
    refused(path, "is not XML from line 1 on")
    docx(path, "<w:p>" * 600 + "</w:p>" * 600)
    refused(path, "nested more than 500 deep")
    with monkeypatch.context() as patched:
        patched.setattr("newsfacts.sources.packages.MAX_ELEMENTS", 100)
        docx(path, "<w:p/>" * 100)
        refused(path, "has more than 100 elements")
    path.write_bytes(zipped({"content.xml": f'<!DOCTYPE x [<!ENTITY a "b">]><office:x {NAMESPACES}>&a;</office:x>'}))
    path = path.rename(tmp_path / "a.odt")
    refused(path, "declares a document type")
    odt(path, "", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    refused(path, "it is encrypted")
    monkeypatch.setattr(packages_module, "MAX_PART_SIZE", 1000)
    odt(path, f"<text:p>{'a' * 2000}</text:p>")
    refused(path, "has more than 1,000 bytes when it is unpacked")


# -- PDF ---------------------------------------------------------------------------------------------------------------


def test_a_pdf_has_pages(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [[(50, 700, "The bridge opens")], [(50, 700, "in June.")]], title="Minutes")
    source = read_source(path)
    assert source.text == "The bridge opens\nin June."
    assert source.title == "Minutes"
    assert place_of(source, "June") == "page 2"
    assert place_of(source, "opens\nin") == "pages 1 to 2"
    assert source.place(Span(20, 24)).page == 2
    assert verify_quote("The bridge opens in June", source.prepared).verified


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    words = ["The bridge opens in June.", "It was closed in March.", "The road follows in May."]
    pages = [
        [
            (50, 800, "Harbour Council, minutes"),
            (50, 700, words[number]),
            (50, 680, f"Item {7 * number + 5}"),
            (290, 40, f"- {number + 1} -"),
        ]
        for number in range(3)
    ]
    source = read_source(pdf(tmp_path / "a.pdf", pages))
    assert [line for line in source.text.split("\n") if line] == [
        "The bridge opens in June.", "Item 5", "It was closed in March.", "Item 12", "The road follows in May.", "Item 19",
    ]  # fmt: skip
    assert notes_of(source) == ["running heads (6 times)"]


def test_a_page_with_nothing_but_a_number_keeps_it(tmp_path: Path) -> None:
    assert read_source(pdf(tmp_path / "a.pdf", [[(50, 700, "1")], [(50, 700, "2")]])).text == "1\n2"


def test_words_that_line_ends_part_are_joined(tmp_path: Path) -> None:
    lines = [
        "The inter-",
        "national well-",
        "known court of inter-",
        "est met; international law.",
        "A water-",
        "front is in the front at the water.",
    ]
    path = pdf(tmp_path / "a.pdf", [[(50, 700 - 12 * number, line) for number, line in enumerate(lines)]])
    source = read_source(path)
    assert "The international well-known court of interest met" in " ".join(source.text.split("\n"))
    assert notes_of(source) == ["line-break hyphens (2 times)"]
    assert verify_quote("The international well-known court", source.prepared).verified


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [
        "The bridge over the",
        "harbour was closed in",
        "March after cracks were",
        "found in two of the",
        "seven pillars, and it",
        "opens again in June.",
    ]
    right = [
        "The road to the north",
        "is narrow, and lorries",
        "have to wait at the",
        "lights for up to an",
        "hour when the ferry",
        "comes in at noon.",
    ]
    rows = [(50, 700 - 12 * n, words) for n, words in enumerate(left)]
    both = [cell for n, row in enumerate(rows) for cell in (row, (320, row[1], right[n]))]
    source = read_source(pdf(tmp_path / "a.pdf", [both]))
    assert source.text.split("\n") == [*left, *right]
    assert notes_of(source) == ["columns"]


def test_a_table_is_not_taken_for_columns(tmp_path: Path) -> None:
    cells = [(50 + 270 * (n % 2), 700 - 12 * (n // 2), f"Cell {n} 5") for n in range(16)]
    source = read_source(pdf(tmp_path / "a.pdf", [cells]))
    assert source.text.split("\n")[0].split() == ["Cell", "0", "5", "Cell", "1", "5"]


def test_a_pdf_without_text_or_damaged_is_refused(tmp_path: Path) -> None:
    refused(pdf(tmp_path / "a.pdf", [[]]), "its pages have no text", "recognized first")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 and nothing else")
    refused(tmp_path / "b.pdf", "it is not a PDF file, or it is damaged")


def test_a_count_of_spaces_with_thousands_of_digits_is_bounded(tmp_path: Path) -> None:
    path = odt(tmp_path / "a.odt", f'<text:p>one<text:s text:c="{"9" * 5000}"/>two</text:p>')
    assert read_source(path).text == "one" + " " * 1000 + "two"


def test_a_symbol_that_is_half_of_a_character_is_left_out(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", '<w:p><w:r><w:t>one</w:t><w:sym w:char="D800"/></w:r></w:p>')
    assert read_source(path).text == "one"


def test_a_part_that_is_damaged_in_the_rarer_compression_is_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", "<w/>" * 200)
    data = bytearray(file.getvalue())
    start = data.index(b"word/document.xml") + len(b"word/document.xml")
    data[start + 4 : start + 20] = b"\xff" * 16  # the settings of the compression and the first of what is compressed
    story = tmp_path / "story.docx"
    story.write_bytes(data)
    refused(story, "it is damaged: its part word/document.xml cannot be unpacked", "Get it again.")


def test_each_line_with_a_dash_in_a_caption_is_another_speaker(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(
        "1\n00:00:01,000 --> 00:00:04,000\n- Nobody panicked,\n- <i>but nobody knew\nthe way.</i>\n\n"
        "2\n00:00:05,000 --> 00:00:06,000\n- a single dash\nis a dash\n",
        encoding="utf-8",
    )
    source = read_source(path)
    assert source.text == "Nobody panicked,\nbut nobody knew\nthe way.\n- a single dash\nis a dash"
    assert [(turn.speaker, turn.span.slice(source.text)) for turn in source.turns] == [
        ("", "Nobody panicked,"),
        ("", "but nobody knew\nthe way."),
    ]
    assert notes_of(source) == ["caption marks (4 times)"]


def test_two_voices_in_one_caption_are_two_turns(tmp_path: Path) -> None:
    path = tmp_path / "talk.vtt"
    path.write_text(
        "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>We ran.</v>\n<v Bo>We\nstayed. <v Ann>No.\n", encoding="utf-8"
    )
    source = read_source(path)
    assert [(turn.speaker, turn.span.slice(source.text)) for turn in source.turns] == [
        ("Ann", "We ran."),
        ("Bo", "We\nstayed."),
        ("Ann", "No."),
    ]
