"""What a document says about the annotation work, where it says it, and as rows for comparing annotators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newsfacts.model import Annotation, Document, Quote
from newsfacts.rules.corpus_rule import Fact
from newsfacts.rules.rule import Context, key_place
from newsfacts.text.source import Place

__all__ = ["DONE", "label_facts", "work_facts", "work_places"]

DONE = frozenset({"done", "final", "gold", "complete", "completed", "finished", "curated", "adjudicated", "approved"})
"""States in which annotation work is over."""


def work_places(document: Document, keys: Iterable[str]) -> dict[str, Place | None]:
    """Those of `keys` that the document's metadata have, and where each is written."""
    return {key: key_place(document, key) for key in keys if getattr(document, key)}


def annotator_place(document: Document) -> tuple[int, int]:
    """Where the file says who annotated it."""
    place = key_place(document, "annotator")
    return (place.start, place.end) if place else (0, 0)


def work_facts(document: Document, context: Context) -> Iterator[Fact]:
    """Over which text of an article an annotator has worked: `value` is its hash, `note` the annotator."""
    article = document.url or (f"{document.title}\x1f{document.outlet or ''}" if document.title else None)
    if not document.annotator or article is None:
        return
    start, end = annotator_place(document)
    key = f"{article}\x1f{document.published}\x1f{document.updated}"
    yield Fact(
        kind="work", key=key, value=document.source_text.sha256, note=" and ".join(document.annotator),
        path=document.path,
        start=start, end=end,
    )  # fmt: skip


def label_facts(document: Document, context: Context) -> Iterator[Fact]:
    """How often each annotator of the document used each label; `low` is the number."""
    if not document.annotator:
        return
    start, end = annotator_place(document)
    labels = Counter(label_of(annotation) for annotation in document.annotations)
    for annotator in document.annotator:
        for label, number in sorted(labels.items()):
            yield Fact(
                kind="label", key=annotator, value=label, low=float(number), path=document.path, start=start, end=end
            )


def label_of(annotation: Annotation) -> str:
    """The kind of an annotation, and of a quote its form."""
    return f"{annotation.kind} quote" if isinstance(annotation, Quote) else annotation.KIND
