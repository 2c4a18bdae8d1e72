"""What a view shows: documents with the results of their checks."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsfacts.checking.document import Plan, Result, check
from newsfacts.findings import Finding
from newsfacts.model import Annotation, Document

__all__ = ["Article", "articles_of", "is_about_the_text"]


@attrs.frozen
class Article:
    """A document, the result of its check, and its number in the page."""

    document: Document
    result: Result
    number: int = 0

    @property
    def title(self) -> str:
        """The headline, or else the name of its file."""
        return self.document.title or self.document.path or "Text"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of its check, in the order of the text; those that are not about words of it first."""
        return tuple(sorted(self.result.findings, key=_in_text))

    def anchor(self, annotation: Annotation) -> str:
        """The address of an annotation in the page."""
        return f"#a{self.number}-{self.document.index(annotation)}"


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
