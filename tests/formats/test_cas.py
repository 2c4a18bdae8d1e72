"""UIMA CAS: INCEpTION's layers, offsets in UTF-16 units, and what comes back."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from tests.formats.corpora import CORPORA, files
from tests.formats.kit import differences, read_anything

import newsfacts
from newsfacts.documents import read_file
from newsfacts.formats import detect
from newsfacts.formats.mapping import read_mapping
from newsfacts.formats.xml_tree import is_xml
from newsfacts.model import Document
from newsfacts.testing import documents, texts

XMI = """<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"
  xmlns:custom="http:///webanno/custom.ecore" xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
<tcas:DocumentAnnotation xmi:id="2" sofa="1" begin="0" end="28" language="en"/>
<type:Token xmi:id="3" sofa="1" begin="0" end="3"/>
<custom:Speaker xmi:id="4" sofa="1" begin="3" end="8"/>
<custom:Saying xmi:id="5" sofa="1" begin="9" end="13" Parts="7" style="direct"/>
<custom:Statement xmi:id="6" sofa="1" begin="14" end="25" Polarity="neg"/>
<custom:PartsLink xmi:id="7" role="who" target="4"/>
<custom:Doubts xmi:id="8" sofa="1" begin="14" end="25" Governor="6" Dependent="5" why="hearsay"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="\U0001f600 Mayor said taxes &amp; tolls fell"/>
<cas:View sofa="1" members="2 3 4 5 6 8"/>
</xmi:XMI>
"""
TYPES = """<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Saying</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>Parts</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>
<featureDescription><name>style</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
</features></typeDescription></types></typeSystemDescription>
"""
MAPPING = """
newsfacts-mapping: 1
labels:
  Speaker: {kind: source}
  Saying: {kind: attribution}
  webanno.custom.Statement: {kind: claim}
attributes:
  Polarity: {field: polarity, values: {neg: negative}}
relations:
  who: {field: source}
"""


def read(folder: Path, xmi: str = XMI, types: str = TYPES) -> Document:
    (folder / "a.xmi").write_text(xmi, encoding="utf-8")
    (folder / "TypeSystem.xml").write_text(types, encoding="utf-8")
    [document] = read_file(folder / "a.xmi", mapping=read_mapping(MAPPING))
    return document


def test_layers_slots_and_relations_of_inception_are_read(tmp_path: Path) -> None:
    document = read(tmp_path)
    assert document.problems == ()
    assert document.language == "en"
    [attribution] = document.attributions
    [claim] = document.claims
    assert [source.text for source in attribution.source] == ["Mayor"]
    assert (attribution.text, attribution.extra["style"]) == ("said", "direct")
    assert (claim.text, str(claim.polarity), claim.extra["Doubts"]) == ("taxes & tol", "negative", attribution.id)


ARRAYS = (
    '<cas:FSArray xmi:id="20" elements="4"/><cas:StringArray xmi:id="21"><elements>dry</elements><elements>brief</elements></cas:StringArray>'
    '<custom:Saying xmi:id="22" sofa="1" begin="14" end="19" Speakers="20" tones="21" style="indirect"/><cas:Sofa '
)


def test_arrays_that_are_elements_of_their_own_are_lists(tmp_path: Path) -> None:
    types = TYPES.replace("</features>", """<featureDescription><name>Speakers</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>
        <featureDescription><name>tones</name><rangeTypeName>uima.cas.StringArray</rangeTypeName></featureDescription></features>""", 1)  # fmt: skip
    document = read(tmp_path, XMI.replace("<cas:Sofa ", ARRAYS), types.replace("uima.cas.StringArray", "custom.Array"))
    assert document.problems == ()
    [said, taxes] = document.attributions
    assert (taxes.text, taxes.extra["Speakers"]) == ("taxes", said.source[0].id)
    assert taxes.extra["tones"] == ["dry", "brief"]


def test_a_feature_whose_type_is_a_list_of_words_is_not_a_reference(tmp_path: Path) -> None:
    style = "<typeDescription><name>custom.Style</name><supertypeName>uima.cas.String</supertypeName></typeDescription></types>"
    types = TYPES.replace(
        "<name>style</name><rangeTypeName>uima.cas.String<", "<name>style</name><rangeTypeName>custom.Style<"
    )
    document = read(tmp_path, XMI.replace('style="direct"', 'style="4"'), types.replace("</types>", style))
    assert document.problems == ()
    assert document.attributions[0].extra["style"] == "4"


def test_features_are_inherited_and_types_that_inherit_in_a_circle_end(tmp_path: Path) -> None:
    inherited = (
        "<typeDescription><name>webanno.custom.Base</name><supertypeName>webanno.custom.Saying</supertypeName><features>"
        "<featureDescription><name>Parts</name><rangeTypeName>uima.cas.FSArray</rangeTypeName></featureDescription>"
        "</features></typeDescription></types>"
    )
    types = TYPES.replace(
        "<name>Parts</name><rangeTypeName>uima.cas.FSArray", "<name>kept</name><rangeTypeName>uima.cas.String"
    )
    types = types.replace("uima.tcas.Annotation", "webanno.custom.Base").replace("</types>", inherited)
    [attribution] = read(tmp_path, types=types).attributions
    assert [source.text for source in attribution.source] == ["Mayor"]


def test_layers_that_are_not_facts_and_features_of_relations_are_listed(tmp_path: Path) -> None:
    layout = read(tmp_path).layout
    assert layout is not None
    assert [(loss.what, loss.words) for loss in layout.losses] == [
        ("why of a relation Doubts", "hearsay"),
        ("the layer de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "1 annotations"),
    ]


def test_a_span_inside_a_character_is_refused_with_its_place(tmp_path: Path) -> None:
    document = read(tmp_path, XMI.replace('begin="3" end="8"/>', 'begin="1" end="8"/>'))
    [problem] = document.problems
    assert (problem.code, str(problem.position)) == ("A01", "7:1")


@pytest.mark.parametrize(
    ("hostile", "message"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]>', "a document type with declarations of its own is not read, since it may define entities"),
        ("<a>" * 300, "more than 200 elements are inside each other"),
        ("<a>&nbsp;</a>", "this is not XML: undefined entity"),
    ],
)  # fmt: skip
def test_hostile_xml_is_refused_with_its_place(tmp_path: Path, hostile: str, message: str) -> None:
    path = tmp_path / "x.xmi"
    path.write_text(hostile, encoding="utf-8")
    [document] = read_file(path)
    assert message in [problem.message for problem in document.problems]


def test_a_file_is_recognized_by_its_content() -> None:
    assert detect(XMI, "a.xml").name == "cas"
    data = newsfacts.dumps(newsfacts.loads("[Taxes rose]{.claim}."), format="cas-json")
    assert detect(data, "a.json").name == "cas-json"
    assert json.loads(data)["%VIEWS"]["_InitialView"]["%MEMBERS"] == [10]


def test_an_empty_reference_to_the_text_is_none(tmp_path: Path) -> None:
    data = {"%FEATURE_STRUCTURES": [
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "v", "sofaString": "Rain."},
        {"%ID": 2, "%TYPE": "x.Claim", "@sofa": [], "begin": 0, "end": 4, "@Governor": [], "@Dependent": []},
    ]}  # fmt: skip
    (tmp_path / "a.cas.json").write_text(json.dumps(data), encoding="utf-8")
    [document] = read_file(tmp_path / "a.cas.json")
    assert [a.text for a in document] == ["Rain"]


@settings(max_examples=15, deadline=None)
@given(documents())
def test_a_document_comes_back_from_a_cas_less_what_is_reported(document: Document) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert differences(document, "cas-json", Path(folder, "x.cas.json")) == []
        assume(is_xml(document.text))
        assert differences(document, "cas", Path(folder, "x.xmi")) == []


@settings(max_examples=15, deadline=None)
@given(texts())
def test_nothing_else_is_raised(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_anything(XMI.replace("said", text), Path(folder, "x.xmi"), "cas")
        read_anything(XMI.replace('"9"', f'"{text}"').replace('"7"', f'"{text}"'), Path(folder, "x.xmi"), "cas")
        read_anything(f'{{"%FEATURE_STRUCTURES": [{{"%ID": {text}', Path(folder, "x.cas.json"), "cas-json")


@pytest.mark.skipif(not CORPORA, reason="NEWSFACTS_CORPORA names the folder of the corpora")
def test_xmi_and_json_of_the_same_data_say_the_same() -> None:
    compared = 0
    for path in files("uima_cas/**/data.json"):
        other = path.with_name("debug.xmi")
        [document] = read_file(path, format="cas-json")
        if other.is_file() and document.problems == ():
            [same] = read_file(other)
            if same.problems == ():
                compared += 1
                assert [(a.spans, a.text) for a in same] == [(a.spans, a.text) for a in document]
    assert compared >= 4
