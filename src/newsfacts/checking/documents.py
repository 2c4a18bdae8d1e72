"""`newsfacts.check`: one document, or several that are also compared with each other."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import attrs

from newsfacts.checking import document as one
from newsfacts.checking.across import collect
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, Result
from newsfacts.checking.files import Across
from newsfacts.checking.selectors import unknown_rule
from newsfacts.errors import UsageError
from newsfacts.model import Document

__all__ = ["check"]


def check(documents: Document | Iterable[Document], configuration: Configuration | None = None) -> Result:
    """Check a document, or several: each by itself, and all against each other.

    Without `configuration` the defaults are used. Pure: the same documents give the same result, whatever their order.
    Findings are sorted by document and place; those across documents come last.

    Raises `UsageError` where there is no document, or the configuration names what does not exist.
    """
    given = [documents] if isinstance(documents, Document) else listed(documents)
    plan = Plan.prepared(configuration)
    refuse_unknown_rules(plan, given)
    if len(given) == 1:
        return check_one(given[0], plan)
    given.sort(key=lambda document: (document.path or "", document.title or "", document.text))
    results = []
    with Across(plan) as across:
        for document in given:
            results.append(check_one(document, plan))
            across.add([collect(document, plan, keep_text=True)])
        together = across.result()
    total = Result.total([*results, together.result] if together is not None else results)
    return attrs.evolve(total, document=None, parts=tuple(results))


def check_one(document: Document, plan: Plan) -> Result:
    """The result of a document, with the document."""
    return attrs.evolve(one.check(document, plan), document=document)


def listed(documents: Iterable[Document]) -> list[Document]:
    """The documents. Raises `UsageError` for anything else, and where there is none."""
    given: Any = documents
    if isinstance(given, str | bytes | os.PathLike) or not isinstance(given, Iterable):
        what = type(given).__name__
        raise UsageError(
            f"check takes a document or several, not {what}; read a file first: check(newsfacts.load(path))"
        )
    found: list[Document] = []
    for number, document in enumerate(given, 1):
        if not isinstance(document, Document):
            what = type(document).__name__
            raise UsageError(f"check takes documents, but number {number} of those given is of type {what}")
        found.append(document)
    if not found:
        raise UsageError("there is no document to check")
    return found


def refuse_unknown_rules(plan: Plan, documents: Iterable[Document]) -> None:
    """Raise `UsageError` for a word that names no rule and no check of the schema of one of the documents."""
    if plan.unknown:
        schemas = [document.known_kinds for document in documents if document.known_kinds is not None]
        checks = tuple(check for schema in schemas for check in schema.checks)
        for word in plan.configuration.unknown(checks):
            raise unknown_rule(word, checks)
