"""Annotations that are written as text at once are the text that `write_json` makes of their data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.documents import parse
from newsfacts.formats.json_entries import write_standoff_json
from newsfacts.formats.json_writer import write_json
from newsfacts.formats.standoff import standoff_data
from newsfacts.model import Document
from newsfacts.testing import documents


@given(documents(), st.sampled_from([None, 0, 2, 3]))
def test_any_document_is_written_as_its_data(document: Document, indent: int | None) -> None:
    assert write_standoff_json(document, indent) == write_json(standoff_data(document), indent)


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "[a]{.claim spans=3}",  # an attribute that no kind knows, named as the place is in JSON
        "[a]{.none words=x}",
        "[a]{by=x}",
        '[“a”]{.quote #q1 note="\\"b\\" and \\\\" by="x y"}',
        "[a]{.claim #k} b [c]{cont=k}",
        "---\nannotations: [{kind: claim, id: k}]\n---\n\na",
    ],
)
def test_unusual_annotations_are_written_as_their_data(text: str, indent: int | None) -> None:
    document = parse(text).document
    assert write_standoff_json(document, indent) == write_json(standoff_data(document), indent)
