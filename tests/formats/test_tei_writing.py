"""TEI that is written: elements where TEI has them, `standOff` for the rest, and the same document when it is read again."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from lxml import etree
from tests.formats.corpora import CORPORA, files
from tests.formats.kit import data_of, differences
from tests.formats.test_tei_timeml import TEI

import newsfacts
from newsfacts.documents import parse
from newsfacts.formats import get_format
from newsfacts.formats.xml_tree import is_xml
from newsfacts.model import Document
from newsfacts.testing import documents

NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

TEXT = """---
title: Taxes & more
outlet: The Post
published: 2024-07-04
entities:
  weiss: {name: Anna Weiss, kind: person}
  board: {name: the Board, kind: organization}
---
[[Anna Weiss]{ref=weiss} of [the board]{ref=board} [said]{.cue} “[over [5 cuts]{.count value=">=5"}]{.quote #q by=weiss form=direct}”]{.attribution} [on Thursday]{.time value=2024-07-04}. [They]{ref="weiss board"} left.
"""


def annotated(text: str, *annotations: object) -> Document:
    data = json.dumps({"newsfacts": 1, "text": text, "annotations": annotations})
    return parse(data, format="json").document


def tree(document: Document) -> etree._Element:
    """The file, as lxml reads it: well-formed, and no id there twice."""
    root = etree.fromstring(newsfacts.dumps(document, format="tei", keep_layout=False).encode("utf-8"))
    ids = [element.get(XML_ID) for element in root.iter() if element.get(XML_ID) is not None]
    assert len(ids) == len(set(ids))
    return root


def found(root: etree._Element, path: str) -> list[dict[str, str]]:
    return [{**element.attrib, "": "".join(element.itertext())} for element in root.iterfind(path, NAMESPACES)]


def test_what_tei_has_elements_for_is_in_the_text() -> None:
    root = tree(newsfacts.loads(TEXT))
    assert found(root, ".//t:ab//t:said") == [
        {XML_ID: "q", "direct": "true", "who": "#weiss", "": "over 5 cuts"},
    ]
    assert found(root, ".//t:said/t:measure") == [{"atLeast": "5", "": "5 cuts"}]
    assert found(root, ".//t:ab/t:date") == [{"when": "2024-07-04", "": "on Thursday"}]
    assert found(root, ".//t:ab/t:persName") == [{"ref": "#weiss", "": "Anna Weiss"}]
    assert [each[""] for each in found(root, ".//t:ab/t:rs")] == ["the board", "They"]  # not as the list has the name
    assert [each[""] for each in found(root, ".//t:ab/t:seg[@type='frame']")] == ["said"]


def test_what_crosses_or_has_no_element_is_apart_from_the_text() -> None:
    document = annotated(
        "She said taxes rose.",
        {"kind": "attribution", "spans": [[0, 19]]},
        {"kind": "quote", "spans": [[9, 19]]},
        {"kind": "count", "spans": [[4, 14]]},
        {"kind": "claim", "spans": [[9, 19]], "polarity": "negative"},
    )
    root = tree(document)
    spans = [(each["type"], each["from"], each["to"]) for each in found(root, ".//t:standOff/t:span")]
    assert spans == [("cit", "#at0", "#at19"), ("said", "#at9", "#at19"), ("claim", "#at9", "#at19")]
    [structure] = root.iterfind(".//t:fs", NAMESPACES)
    assert [(f.get("name"), "".join(f.itertext())) for f in structure] == [("polarity", "negative")]


def test_the_header_has_what_other_programs_look_for() -> None:
    root = tree(newsfacts.loads(TEXT))
    assert [each[""] for each in found(root, ".//t:titleStmt/t:title")] == ["Taxes & more"]
    assert found(root, ".//t:publicationStmt/t:date") == [{"when": "2024-07-04", "": ""}]
    assert [each[""] for each in found(root, ".//t:listPerson/t:person/t:persName")] == ["Anna Weiss"]


def test_white_space_at_the_ends_is_part_of_the_text() -> None:
    document = newsfacts.loads("\n\n  [a  b]{.quote} \n\t\r\n")
    again = newsfacts.loads(newsfacts.dumps(document, format="tei"), format="tei")
    assert (again.text, again.quotes[0].text) == (document.text, "a  b")


def test_characters_that_xml_does_not_have_are_listed_as_lost() -> None:
    document = annotated("a\x01b\ufffe", {"kind": "quote", "spans": [[0, 3]]})
    assert [(loss.what, loss.words) for loss in get_format("tei").losses(document)] == [
        ("a character that XML does not have", "U+0001 at 1"),
        ("a character that XML does not have", "U+FFFE at 3"),
    ]
    assert "".join(tree(document).itertext()).strip() == "a b"


@settings(max_examples=25, deadline=None)
@given(documents())
def test_a_document_comes_back_from_tei_less_what_is_reported(document: Document) -> None:
    tree(document)
    assume(is_xml(document.text))
    with tempfile.TemporaryDirectory() as folder:
        assert differences(document, "tei", Path(folder, "x.tei.xml")) == []


def test_a_file_of_others_is_the_same_when_it_is_written_again() -> None:
    document = newsfacts.loads(TEI, path="a.xml", format="tei")
    again = newsfacts.loads(newsfacts.dumps(document, format="tei"), path="a.xml", format="tei")
    assert without_ids(again) == without_ids(document)


@pytest.mark.skipif(not CORPORA, reason="NEWSFACTS_CORPORA names the folder of the corpora")
def test_the_examples_of_the_guidelines_are_the_same_when_they_are_written_again() -> None:
    examples = [
        etree.tostring(example, encoding="unicode", with_tail=False)
        for path in files("tei/**/*.xml")
        for example in etree.parse(path).iter("{http://www.tei-c.org/ns/Examples}egXML")
    ]
    assert len(examples) > 90
    for example in examples:
        document = newsfacts.loads(example, format="tei")
        again = newsfacts.loads(newsfacts.dumps(document, format="tei", keep_layout=False), format="tei")
        assert without_ids(again) == without_ids(document), example


def without_ids(document: Document) -> dict[str, object]:
    """The data of a document without the ids that writing gives to what is referred to."""
    data = data_of(document)
    for annotation in data["annotations"]:
        annotation.pop("id", None)
    return data
