"""Compares documents with each other: each is reduced to facts, and the facts of all are compared at the end."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from newsfacts.checking.document import Plan, Result, with_severities
from newsfacts.checking.document_facts import DocumentFacts, OwnSuppressions
from newsfacts.checking.file_text import FileText, Lightener
from newsfacts.checking.selectors import matches
from newsfacts.checking.suppression import Suppressions
from newsfacts.errors import ReadError
from newsfacts.findings import Finding, ReaderCode, Severity, Skipped, problem
from newsfacts.model import Document
from newsfacts.rules.facts import document_row
from newsfacts.text.source import Place, SourceText

if TYPE_CHECKING:  # a process that collects does not open the table
    from newsfacts.checking.fact_store import FactStore

__all__ = ["check_across", "collect"]


def collect(document: Document, plan: Plan, *, number: int = 0, keep_text: bool = False) -> DocumentFacts:
    """Reduce a document to what the plan's corpus rules compare. `number` says which of its file it is, from 0.

    The answer is small, has no text, and can be sent from one process to another; with `keep_text`, and for a document
    whose file cannot be read again, it has the text.
    """
    facts = [fact for collector in plan.collectors for fact in collector(document, plan.context)]
    source = document.origin.source if document.origin is not None else document.source_text
    on_disk = document.path is not None and document.origin is not None and os.path.isfile(document.path)
    text = None if on_disk and not keep_text else source
    return DocumentFacts.of(
        document_row(document, number), facts, text, source.sha256, own_suppressions(document, plan, text)
    )


def own_suppressions(document: Document, plan: Plan, text: SourceText | None) -> OwnSuppressions | None:
    """What the document suppresses of the findings across documents; without its text, unless that is given."""
    if not (document.comments or document.ignore):
        return None
    found = Suppressions.of(document).found
    codes = [rule.code for rule in plan.across]
    wanted = [one for one in found if any(matches(code, (one.code,)) for code in codes)]
    if not wanted:
        return None
    if text is None:

        def light(place: Place) -> Place:
            return Place(place.path, FileText(place.path or "", place.source.sha256), place.start, place.end)

        wanted = [
            attrs.evolve(one, place=light(one.place), region=None if one.region is None else light(one.region))
            for one in wanted
        ]
    annotations = document.origin.annotations if document.origin is not None else ()
    start = min((raw.start for raw in annotations), default=0)
    end = max((raw.end for raw in annotations), default=0)
    return OwnSuppressions(Suppressions(tuple(wanted)), document.path, start, end)


def check_across(store: FactStore, plan: Plan) -> Result:
    """What does not go together in the documents whose facts are in `store`, sorted by place.

    A finding in a file that has changed since it was checked is left out; that it has changed is a finding.
    """
    found: list[Finding] = []
    skipped: list[Skipped] = []
    for rule in plan.across:
        for outcome in rule.conflicts(store, plan.context):
            if isinstance(outcome, Finding):
                found.append(outcome)
            else:
                skipped.append(outcome)
    found = with_severities(found, plan.configuration)
    suppressed = suppressed_by_documents(found, store)
    kept = [finding for finding in found if id(finding) not in suppressed]
    settings = plan.configuration
    unused = [f for f in unused_suppressions(store, plan) if settings.reports(f.code)]
    return Result(
        findings=tuple(sorted(settled([*kept, *unused]), key=lambda finding: finding.sort_key)),
        skipped=tuple(skipped),
        suppressed=tuple(finding for finding in found if id(finding) in suppressed),
    )


# -- Suppression -------------------------------------------------------------------------------------------------------


def suppressed_by_documents(findings: Sequence[Finding], store: FactStore) -> set[int]:
    """The identities of the findings that the document of each leaves out. A file may contain many documents."""
    by_file: dict[object, list[tuple[Place, Finding]]] = {}
    for finding in findings:
        if finding.place is not None:
            by_file.setdefault(store.file_of(finding.place), []).append((finding.place, finding))
    for here in by_file.values():
        here.sort(key=lambda pair: pair[0].start)
    aside: set[int] = set()
    for file, own in store.suppressions:
        here = by_file.get(file, [])
        first = bisect_left(here, own.start, key=lambda pair: pair[0].start)
        last = bisect_right(here, own.end, key=lambda pair: pair[0].start)
        mine = [finding for place, finding in here[first:last] if place.end <= own.end]
        aside.update(id(finding) for finding in own.suppressions.apply(mine).suppressed)
    return aside


def unused_suppressions(store: FactStore, plan: Plan) -> Iterator[Finding]:
    """Suppressions of single rules that were not needed. For information only: with other documents they may be."""
    codes = {rule.code for rule in plan.across}
    for _, own in store.suppressions:
        for one in own.suppressions.unused(codes):
            message = f"{one.word} finds nothing here among the {store.documents:,} documents of this run"
            help = "delete the suppression, unless it is for documents that were not checked this time"
            found = problem(ReaderCode.UNUSED_SUPPRESSION, message, one.place, help=help)
            yield found.evolve(severity=Severity.INFO)


# -- Files that change during the run ----------------------------------------------------------------------------------


def settled(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with the lines that they point at; instead of those in files that have changed, that they have."""
    light = Lightener()
    changed: dict[str, None] = {}
    for finding in findings:
        try:
            yield light.finding(finding)
        except ReadError:
            changed.update(dict.fromkeys(changed_files(finding, light)))
    for path in changed:
        message = "this file was changed or removed while it was checked, so it was not compared with the others"
        place = Place(path, SourceText(""), 0, 0)
        yield problem(ReaderCode.UNREADABLE_FILE, message, place, help="check again")


def changed_files(finding: Finding, light: Lightener) -> Iterator[str]:
    """The files of a finding that are not as they were when they were checked."""
    for place in (finding.place, *(label.place for label in finding.labels)):
        try:
            if place is not None:
                light.place(place)
        except ReadError:
            yield place.path if place is not None and place.path is not None else "<text>"
