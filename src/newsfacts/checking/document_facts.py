"""What a document states, as rows of plain values: what is compared with other documents, and sent from one process to another."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

import attrs

from newsfacts.checking.suppression import Suppressions
from newsfacts.immutable import maker
from newsfacts.rules.corpus_rule import DocumentRow, Fact
from newsfacts.text.source import SourceText

__all__ = ["DOCUMENT_COLUMNS", "FACT_COLUMNS", "DocumentFacts", "OwnSuppressions"]

DOCUMENT_COLUMNS = tuple(attrs.fields_dict(DocumentRow))
FACT_COLUMNS = tuple(name for name in attrs.fields_dict(Fact) if name not in ("number", "document"))

_document_values = attrgetter(*DOCUMENT_COLUMNS[1:])
_fact_values = attrgetter(*FACT_COLUMNS)


@attrs.frozen
class OwnSuppressions:
    """What a document suppresses of the findings across documents; `start`..`end` is its part of the file at `path`."""

    suppressions: Suppressions
    path: str | None
    start: int
    end: int


@attrs.frozen
class DocumentFacts:
    """What one document states, to be compared with others: rows of plain values, which are sent in a tenth of the time of objects.

    `row` are the fields of its `DocumentRow` but for the id, `rows` those of each `Fact`, in the order of the columns.
    `digest` is the SHA-256 of the file's text. The `text` is only kept where it cannot be read again from the file.
    """

    path: str | None
    row: tuple[Any, ...]
    rows: tuple[tuple[Any, ...], ...]
    text: SourceText | None = None
    digest: str = ""
    suppressions: OwnSuppressions | None = None

    @staticmethod
    def of(
        document: DocumentRow,
        facts: Iterable[Fact],
        text: SourceText | None,
        digest: str,
        suppressions: OwnSuppressions | None,
    ) -> DocumentFacts:
        """What a document and its facts are in a table."""
        rows = tuple(map(_fact_values, facts))
        return _new_facts(document.path, _document_values(document), rows, text, digest, suppressions)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the document states."""
        return tuple(Fact(**dict(zip(FACT_COLUMNS, row, strict=True))) for row in self.rows)


_new_facts = maker(DocumentFacts)
