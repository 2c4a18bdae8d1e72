"""UIMA CAS compared with dkpro-cassis, another implementation: each reads what the other writes, with the same spans and features."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import cassis
import pytest
from hypothesis import assume, given, settings
from tests.formats.kit import data_of

import newsfacts
from newsfacts.documents import dump, load
from newsfacts.formats.cas import marks_of
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.xml_tree import is_xml
from newsfacts.model import Document
from newsfacts.testing import documents

# dkpro-cassis warns that the accessor of a feature called "type" has another name; nothing here uses it.
pytestmark = pytest.mark.filterwarnings("ignore:Trying to add feature")


def loaded(path: Path, document: Document) -> Any:
    """A document that newsfacts wrote, as dkpro-cassis loads it."""
    if path.name.endswith(".json"):
        dump(document, path, format="cas-json", keep_layout=False)
        return cassis.load_cas_from_json(path.read_text(encoding="utf-8"))
    dump(document, path, format="cas", keep_layout=False)
    types = path.with_name(path.name.replace(".xmi", ".TypeSystem.xml")).read_text(encoding="utf-8")
    return cassis.load_cas_from_xmi(path.read_text(encoding="utf-8"), typesystem=cassis.load_typesystem(types))


def layers(cas: Any) -> list[tuple[str, int, int, str]]:
    """The annotations that newsfacts wrote: the last part of the type, the offsets in code points, and the words."""
    found = [each for each in cas.select_all_annotations() if each.type.name.startswith("newsfacts.type.")]
    return sorted((each.type.name.rpartition(".")[2], each.begin, each.end, each.get_covered_text()) for each in found)


def test_offsets_features_and_references_are_those_of_the_document(tmp_path: Path) -> None:
    document = newsfacts.loads(
        "😀 [[Weiss]{.source} [said]{.cue} [taxes rose]{.claim #c polarity=negative}]{.attribution}. [No]{.claim rebuts=c}!\n"
    )
    for name in ("a.xmi", "a.cas.json"):
        cas = loaded(tmp_path / name, document)
        assert cas.sofa_string == "😀 Weiss said taxes rose. No!\n"
        assert layers(cas) == [
            ("attribution", 2, 23, "Weiss said taxes rose"),
            ("claim", 13, 23, "taxes rose"),
            ("claim", 25, 27, "No"),
            ("cue", 8, 12, "said"),
            ("source", 2, 7, "Weiss"),
        ]
        first, second = cas.select("newsfacts.type.claim")
        [attribution] = cas.select("newsfacts.type.attribution")
        assert (first.newsfacts_id, first.polarity, second.polarity) == ("c", "negative", None)
        assert second.rebuts.elements == [first]
        assert [each.get_covered_text() for each in attribution.source.elements] == ["Weiss"]


def test_a_list_with_one_value_is_a_list_where_another_annotation_has_more(tmp_path: Path) -> None:
    head = "---\nnewsfacts: 1\nentities: {weiss: {name: Ann Weiss}, brandt: {name: Ada Brandt}}\n---\n"
    words = (
        '[Weiss]{.source ref=weiss} and [Brandt]{.source ref=brandt} left. [They]{.source ref="weiss brandt"} agreed.\n'
    )
    document = newsfacts.loads(head + words)
    for name in ("a.xmi", "a.cas.json"):
        found = [each.ref.elements for each in loaded(tmp_path / name, document).select("newsfacts.type.source")]
        assert found == [["weiss"], ["brandt"], ["weiss", "brandt"]]


@settings(max_examples=12, deadline=None)
@given(documents())
def test_what_either_writes_is_read_by_the_other(document: Document) -> None:
    assume(is_xml(document.text))
    # dkpro-cassis makes features attributes of an object whose method `set` it then calls
    assume(not any(getattr(one, "set", None) is not None or "set" in one.extra for one in document.annotations))
    expected = sorted(
        (mark.label, mark.spans[0].start, mark.spans[0].end, mark.words[0])
        for mark in marks_of(document, LabelMapping(), is_xml).marks
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for first in ("a.xmi", "a.cas.json"):
            cas = loaded(folder / first, document)
            assert layers(cas) == expected
            cas.to_xmi(folder / "b.xmi")
            cas.typesystem.to_xml(folder / "b.TypeSystem.xml")
            cas.to_json(folder / "b.cas.json")
            ours = data_of(load(folder / first, schema=document.known_kinds))
            for second in ("b.xmi", "b.cas.json"):
                assert data_of(load(folder / second, schema=document.known_kinds)) == ours
