"""spaCy: documents come back from a Doc, with every span that its tokens do not fit."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.formats.kit import data_of, less

from newsfacts.documents import loads
from newsfacts.errors import UsageError
from newsfacts.model import Document
from newsfacts.testing import documents

spacy = pytest.importorskip("spacy", reason="spaCy is too large for the tests' own extra")

from newsfacts.formats.spacy_docs import GROUP, from_spacy, to_spacy  # noqa: E402 - only where spaCy is installed

NLP = spacy.blank("en")


def test_annotations_are_spans_with_labels() -> None:
    document = loads("[[Weiss]{.source} [said]{.cue} [taxes fell]{.claim #c}]{.attribution}.")
    found = to_spacy(document, NLP)
    assert [(span.text, span.label_) for span in found.doc.spans[GROUP]] == [
        ("Weiss said taxes fell", "attribution"), ("Weiss", "source"), ("said", "cue"), ("taxes fell", "claim"),
    ]  # fmt: skip
    assert (found.misaligned, found.losses) == ((), ())
    [attribution] = from_spacy(found.doc).attributions
    assert [part.text for part in (*attribution.source, *attribution.cues, *attribution.contents)] == [
        "Weiss",
        "said",
        "taxes fell",
    ]


def test_a_span_within_a_token_is_listed_and_comes_back() -> None:
    document = loads("The [vice]{.mention}president [spoke]{.claim}.")
    found = to_spacy(document, NLP)
    assert [one.text for one in found.misaligned] == ["vice"]
    assert [one.text for one in from_spacy(found.doc).annotations] == ["vice", "spoke"]


def test_entities_are_read_where_there_are_no_groups() -> None:
    doc = NLP("Ana Weiss spoke.")
    doc.ents = [doc.char_span(0, 9, label="mention")]
    assert [(one.KIND, one.text) for one in from_spacy(doc).annotations] == [("mention", "Ana Weiss")]


def test_a_group_that_is_not_there_is_refused_with_those_that_are() -> None:
    doc = NLP("Ana Weiss spoke.")
    doc.spans["sc"] = []
    with pytest.raises(UsageError, match="no group of spans named 'quotes'; it has sc"):
        from_spacy(doc, groups=["quotes"])


def test_the_example_of_the_page_runs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    example = re.findall(r"## spaCy.*?```py\n(.*?)```", page, re.DOTALL)[0]
    names: dict[str, Any] = {}
    exec(compile(example, "formats.md", "exec", dont_inherit=True), names)
    assert [one.text for one in names["again"].annotations] == ["Taxes fell"]


@settings(max_examples=30, deadline=None)
@given(documents())
def test_a_document_comes_back_less_what_is_reported(document: Document) -> None:
    found = to_spacy(document, NLP)
    again = data_of(from_spacy(found.doc, schema=document.known_kinds))
    expected = less(document, found.losses)
    for number, annotation in enumerate(expected["annotations"]):
        if "id" not in annotation and number < len(again["annotations"]):
            again["annotations"][number].pop("id", None)
    assert again == expected
