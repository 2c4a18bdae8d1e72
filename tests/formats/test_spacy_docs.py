"""spaCy: documents come back from a Doc, with every span that its tokens do not fit.

spaCy is too large for the tests' own extra: where it is not installed, a small stand-in has those of its classes' names that are used.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field
from hypothesis import given, settings
from tests.formats.kit import data_of, less

from newsfacts.documents import loads
from newsfacts.errors import UsageError
from newsfacts.formats.spacy_docs import GROUP, from_spacy, to_spacy
from newsfacts.model import Document
from newsfacts.testing import documents

HAS_SPACY = importlib.util.find_spec("spacy") is not None


@define
class Span:
    text: str
    label_: str
    id_: str
    start_char: int
    end_char: int


@define
class Doc:
    text: str
    ents: list[Span] = field(factory=list)
    spans: dict[str, list[Span]] = field(factory=dict)
    user_data: dict[str, Any] = field(factory=dict)

    def char_span(self, start: int, end: int, label: str = "", span_id: str = "") -> Span | None:
        """The span, if tokens begin and end there."""
        tokens = list(re.finditer(r"\w+|[^\w\s]", self.text))
        fits = any(one.start() == start for one in tokens) and any(one.end() == end for one in tokens)
        return Span(self.text[start:end], label, span_id, start, end) if fits else None


class Pipeline:
    """A pipeline that only makes tokens: words, and single signs."""

    def make_doc(self, text: str) -> Doc:
        return Doc(text)

    __call__ = make_doc


PIPELINES: list[Any] = [Pipeline(), *([importlib.import_module("spacy").blank("en")] if HAS_SPACY else [])]


@pytest.fixture(params=PIPELINES, ids=["stand-in", "spaCy"][: len(PIPELINES)])
def nlp(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_annotations_are_spans_with_labels(nlp: Any) -> None:
    document = loads("[[Weiss]{.source} [said]{.cue} [taxes fell]{.claim #c}]{.attribution}.")
    found = to_spacy(document, nlp)
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


def test_a_span_within_a_token_is_listed_and_comes_back(nlp: Any) -> None:
    document = loads("The [vice]{.mention}president [spoke]{.claim}.")
    found = to_spacy(document, nlp)
    assert [one.text for one in found.misaligned] == ["vice"]
    assert [one.text for one in from_spacy(found.doc).annotations] == ["vice", "spoke"]


def test_entities_are_read_where_there_are_no_groups(nlp: Any) -> None:
    doc = nlp("Ana Weiss spoke.")
    doc.ents = [doc.char_span(0, 9, label="mention")]
    assert [(one.KIND, one.text) for one in from_spacy(doc).annotations] == [("mention", "Ana Weiss")]


def test_only_the_groups_that_are_named_are_read(nlp: Any) -> None:
    doc = nlp("Ana Weiss spoke.")
    doc.spans["people"] = [doc.char_span(0, 9, label="mention")]
    doc.spans["words"] = [doc.char_span(10, 15, label="cue")]
    assert [one.text for one in from_spacy(doc, groups=["words"]).annotations] == ["spoke"]
    assert [one.text for one in from_spacy(doc).annotations] == ["Ana Weiss", "spoke"]


def test_a_group_that_is_not_there_is_refused_with_those_that_are(nlp: Any) -> None:
    doc = nlp("Ana Weiss spoke.")
    doc.spans["sc"] = []
    with pytest.raises(UsageError, match="no group of spans named 'quotes'; it has sc"):
        from_spacy(doc, groups=["quotes"])


def test_a_tokenizer_that_changes_the_text_is_refused() -> None:
    class Shortening(Pipeline):
        def make_doc(self, text: str) -> Doc:
            return Doc(" ".join(text.split()))

    stand_in: Any = Shortening()
    document = loads("[Weiss]{.source}   left.")
    with pytest.raises(UsageError, match="the tokenizer of this pipeline changes the text"):
        to_spacy(document, stand_in)


@pytest.mark.skipif(not HAS_SPACY, reason="spaCy is too large for the tests' own extra")
def test_the_example_of_the_page_runs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    example = re.findall(r"## spaCy.*?```py\n(.*?)```", page, re.DOTALL)[0]
    names: dict[str, Any] = {}
    exec(compile(example, "formats.md", "exec", dont_inherit=True), names)
    assert [one.text for one in names["again"].annotations] == ["Taxes fell"]


@settings(max_examples=30, deadline=None)
@given(documents())
def test_a_document_comes_back_less_what_is_reported(document: Document) -> None:
    for each in PIPELINES:
        found = to_spacy(document, each)
        again = data_of(from_spacy(found.doc, schema=document.known_kinds))
        expected = less(document, found.losses)
        for number, annotation in enumerate(expected["annotations"]):
            if "id" not in annotation and number < len(again["annotations"]):
                again["annotations"][number].pop("id", None)
        assert again == expected
