"""What a view shows: documents with the results of their checks."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from newsfacts.checking.document import Plan, Result, check
from newsfacts.findings import Finding
from newsfacts.model import Annotation, Document
from newsfacts.text.spans import Span, SpanIndex

__all__ = ["Article", "articles_of", "is_about_the_text"]


_TAG = re.compile(r"[A-Za-z]{2,3}(?>(?:-[A-Za-z0-9]{1,8})*)")


@attrs.frozen
class Article:
    """A document, the result of its check, and its number in the page; `page` is its file, where it has one of its own."""

    document: Document
    result: Result
    number: int = 0
    page: str = ""

    @property
    def title(self) -> str:
        """The headline, or else the name of its file."""
        return self.document.title or self.document.path or "Text"

    @property
    def lang(self) -> str | None:
        """The language of its text for a page that is in English otherwise; None for what is not a language tag."""
        tag = self.document.language or ""
        return tag if _TAG.fullmatch(tag) and tag != "en" else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of its check, in the order of the text; those that are not about words of it first.

        One about what is written of an annotation is about the words of the annotation.
        """
        places = self.document.derived(written_places)
        found = [
            finding if finding.spans else with_words(finding, self.document, places) for finding in self.result.findings
        ]
        return tuple(sorted(found, key=_in_text))

    def anchor(self, annotation: Annotation) -> str:
        """The address of an annotation in the page."""
        return f"#a{self.number}-{self.document.index(annotation)}"


def written_places(document: Document) -> SpanIndex[Annotation]:
    """Where in the file each annotation and its attributes are written."""
    found = []
    for annotation in document.annotations:
        raw = document.raw(annotation)
        if raw is not None and annotation.spans:
            ends = [raw.end, *(raw.attributes_from + each.end for each in raw.attributes.values())]
            found.append(((Span(raw.start, max(ends)),), annotation))
    return SpanIndex(found)


def with_words(finding: Finding, document: Document, places: SpanIndex[Annotation]) -> Finding:
    """A finding with the words of the innermost annotation that its place is in, if it is in one."""
    place = finding.place
    if place is None or place.path != document.path or place.end <= place.start:
        return finding
    around = [annotation for annotation in places.covering(place.start) if annotation.spans]
    if not around:
        return finding
    return finding.evolve(spans=max(around, key=document.index).spans)


def _in_text(finding: Finding) -> tuple[int, int, str]:
    span = finding.span
    return (span.start, span.end, finding.code) if span is not None else (-1, -1, finding.code)


def is_about_the_text(finding: Finding) -> bool:
    """Whether a finding has words of the text, and is not about the head of the file or a factbook."""
    return any(span.end > span.start for span in finding.spans)


def articles_of(documents: Iterable[Document], plan: Plan | None = None) -> list[Article]:
    """Documents with what a check of each finds."""
    prepared = plan if plan is not None else Plan.prepared(None)
    return [Article(document, check(document, prepared), number) for number, document in enumerate(documents)]
