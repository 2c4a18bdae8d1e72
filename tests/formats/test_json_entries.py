"""Annotations that are written as text at once are the text that `write_json` makes of their data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.documents import dumps, parse
from newsfacts.errors import NewsfactsError
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
        "[a]{.claim near=b}",  # an attribute that no kind knows, named as what says the place of words without spans
        "[a]{by=x}",
        '[“a”]{.quote #q1 note="\\"b\\" and \\\\" by="x y"}',
        "[a]{.claim #k} b [c]{cont=k}",
        "---\nannotations: [{kind: claim, id: k}]\n---\n\na",
    ],
)
def test_unusual_annotations_are_written_as_their_data(text: str, indent: int | None) -> None:
    document = parse(text).document
    assert write_standoff_json(document, indent) == write_json(standoff_data(document), indent)


@pytest.mark.parametrize("format", ["json", "jsonl", "yaml"])
@pytest.mark.parametrize("key", ["kind", "spans", "words"])
def test_a_field_that_would_be_read_as_the_kind_or_the_place_is_refused(key: str, format: str) -> None:
    document = parse(f"[a]{{.claim {key}=x}} b").document
    with pytest.raises(NewsfactsError) as caught:
        dumps(document, format=format)
    assert str(caught.value) == f"the field {key!r} of 'a' means something else in this format; rename it"


@pytest.mark.parametrize("format", ["json", "jsonl", "yaml"])
@pytest.mark.parametrize("key", ["quote", "prefix", "suffix", "nth", "near"])
def test_next_to_spans_a_field_named_as_an_anchor_is_kept_and_reported(key: str, format: str) -> None:
    document = parse(f"[a]{{.claim {key}=x}} b").document
    again = parse(dumps(document, format=format), format=format)
    assert again.document == document
    assert [finding.message for finding in again.findings] == [f"a claim has no field {key!r}"]
