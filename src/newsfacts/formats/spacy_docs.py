"""spaCy's `Doc`, both ways: annotations are spans in a group, and what spans cannot say is in `Doc.user_data`.

Spans of spaCy begin and end with tokens. An annotation that does not is listed as misaligned and kept next to the group, in
`user_data["newsfacts"]`; it comes back from there. Store it with `DocBin(store_user_data=True)`, without which spaCy drops it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsfacts.building.builder import build
from newsfacts.errors import UsageError
from newsfacts.formats.comments import comment_losses
from newsfacts.formats.heads import node_of
from newsfacts.formats.json_records import numbered, own_fields, own_head, take_own
from newsfacts.formats.mapping import LabelMapping, load_mapping
from newsfacts.formats.marking import Gaps, Limits, marked
from newsfacts.formats.marks import Marks
from newsfacts.immutable import frozen
from newsfacts.model import Annotation, Document
from newsfacts.raw import Loss
from newsfacts.schema.kinds import Schema
from newsfacts.strict_yaml import Mapping
from newsfacts.text.source import SourceText

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["GROUP", "SpacyDocument", "from_spacy", "to_spacy"]

GROUP = "newsfacts"
"""The group of spans, and the key of `Doc.user_data`."""

_MISALIGNED = "misaligned"
_LIMITS = Limits(name=numbered, gaps=Gaps.LINKED)


@frozen(kw_only=True)
class SpacyDocument:
    """A document as spaCy has it. `misaligned` do not begin and end with tokens, so they are not in the group; nothing else is missing but `losses`."""

    doc: Doc
    misaligned: tuple[Annotation, ...]
    losses: tuple[Loss, ...]


def to_spacy(document: Document, nlp: Language, mapping: str | LabelMapping | None = None) -> SpacyDocument:
    """A document as a `Doc` with the tokens of a pipeline; only its tokenizer is run.

    Raises `UsageError` where the tokenizer changes the text.
    """
    found = marked(document, load_mapping(mapping), _LIMITS)
    doc = nlp.make_doc(document.text)
    if doc.text != document.text:
        raise UsageError("the tokenizer of this pipeline changes the text, so that no offset would be right")
    spans, misaligned, kept = [], [], []
    for mark in found.marks:
        [span] = mark.spans
        aligned = doc.char_span(span.start, span.end, label=mark.label, span_id=mark.id)
        if aligned is not None:
            spans.append(aligned)
        else:
            misaligned.append(mark.annotation)
            kept.append({"id": mark.id, "label": mark.label, "start": span.start, "end": span.end})
    doc.spans[GROUP] = spans
    own: dict[str, Any] = {**own_head(document), **own_fields(found), **({_MISALIGNED: kept} if kept else {})}
    doc.user_data[GROUP] = own
    losses = (*found.losses, *comment_losses(document))
    return SpacyDocument(doc=doc, misaligned=tuple(dict.fromkeys(misaligned)), losses=losses)


def from_spacy(
    doc: Doc,
    mapping: str | LabelMapping | None = None,
    *,
    groups: Iterable[str] | None = None,
    schema: Schema | None = None,
) -> Document:
    """A document of the spans of a `Doc`: those of the groups that are named, or of all; without any group, its entities."""
    marks = Marks(SourceText(doc.text), None, doc.text, load_mapping(mapping))
    named = list(doc.spans) if groups is None else list(groups)
    missing = [name for name in named if name not in doc.spans]
    if missing:
        raise UsageError(
            f"this Doc has no group of spans named {missing[0]!r}; it has {', '.join(doc.spans) or 'none'}"
        )
    names: dict[str, str] = {}

    def take(id: str, label: str, start: int, end: int) -> None:
        span = marks.span(start, end, start, end)
        names[id] = f"s{id}"
        marks.mark(names[id], label, () if span is None else (span,), start, end, keeps_id=False)

    spans = [span for name in named for span in doc.spans[name]] if named else list(doc.ents)
    for number, span in enumerate(spans):
        take(span.id_ or f"at{number}", span.label_, span.start_char, span.end_char)
    own = node_of(doc.user_data.get(GROUP) or {}, 0, 0)
    for item in (doc.user_data.get(GROUP) or {}).get(_MISALIGNED, ()):
        take(str(item["id"]), str(item["label"]), int(item["start"]), int(item["end"]))
    head = take_own(marks, own, names) if isinstance(own, Mapping) else {}
    return build(marks.document(**head), schema)
