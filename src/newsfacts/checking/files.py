"""Checks many documents: each for itself, and all of them against each other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Checked, Plan, Result, check, with_severities
from newsfacts.checking.fact_store import DocumentFacts, FactStore
from newsfacts.checking.file_text import light, light_skipped
from newsfacts.checking.processes import in_processes
from newsfacts.checking.suppression import Suppressions
from newsfacts.documents import read_file
from newsfacts.errors import UsageError
from newsfacts.findings import Finding, Skipped
from newsfacts.model import Document, Factbook
from newsfacts.rules.corpus_rule import Collector, CorpusRule
from newsfacts.rules.facts import document_row
from newsfacts.schema.kinds import Schema
from newsfacts.text.source import SourceText

__all__ = ["CheckedFile", "check_across", "check_corpus", "check_files", "collect"]

CHUNK = 32
"""How many files a process takes at a time."""


# -- The two halves ----------------------------------------------------------------------------------------------------


def collect(document: Document, plan: Plan, *, number: int = 0) -> DocumentFacts:
    """Reduce a document to what the plan's corpus rules compare. `number` says which of its file it is, from 0.

    What comes back is small, has no text, and can be sent from one process to another.
    """
    collectors: dict[Collector, None] = {}
    for rule in plan.rules:
        if isinstance(rule, CorpusRule):
            collectors.update(dict.fromkeys(rule.collects))
    facts = tuple(fact for collector in collectors for fact in collector(document, plan.context))
    row = document_row(document, number)
    if is_on_disk(document):
        return DocumentFacts(row, facts)
    return DocumentFacts(row, facts, file_text(document), Suppressions(document) if row.suppresses else None)


def check_across(store: FactStore, plan: Plan, *, read: Callable[[str], Iterable[Document]] = read_file) -> Result:
    """What does not go together in the documents whose facts are in `store`, sorted by place.

    `read` gives the documents of a file again, for those that suppress findings.
    """
    found: list[Finding] = []
    skipped: list[Skipped] = []
    for rule in plan.rules:
        if isinstance(rule, CorpusRule):
            for said in rule.conflicts(store, plan.context):
                if isinstance(said, Finding):
                    found.append(said)
                else:
                    skipped.append(said)
    found.sort(key=lambda finding: finding.sort_key)
    kept, suppressed = without_suppressed(with_severities(found, plan.configuration), store, read)
    return Result(findings=tuple(kept), skipped=tuple(skipped), suppressed=tuple(suppressed))


def without_suppressed(
    findings: Sequence[Finding], store: FactStore, read: Callable[[str], Iterable[Document]]
) -> tuple[list[Finding], list[Finding]]:
    """Set aside what the document of a finding does not want to hear of."""
    suppressed: list[Finding] = []
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        place = finding.place
        in_memory = store.suppressions.get(id(place.source)) if place else None
        if in_memory is not None:
            suppressed += in_memory.apply([finding])[1]
        elif finding.path is not None:
            by_path.setdefault(finding.path, []).append(finding)
    for path, here in by_path.items():
        if os.path.isfile(path) and any(row.suppresses for row in store.documents_of(path)):
            for document in read(path):
                mine = [finding for finding in here if stands_in(document, finding)]
                suppressed += Suppressions(document).apply(mine)[1]
    aside = {id(finding) for finding in suppressed}
    return [finding for finding in findings if id(finding) not in aside], suppressed


def stands_in(document: Document, finding: Finding) -> bool:
    """Whether a finding points at an annotation of this document: a file may hold many documents."""
    place, origin = finding.place, document.origin
    if place is None or origin is None:
        return False
    return any(raw.start <= place.start and place.end <= raw.end for raw in origin.annotations)


def is_on_disk(document: Document) -> bool:
    """Whether the document's file can be read again."""
    return document.path is not None and document.origin is not None and os.path.isfile(document.path)


def file_text(document: Document) -> SourceText:
    """The text that the document's places count in."""
    return document.origin.source if document.origin is not None else document.source_text


# -- Many files --------------------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class CheckedFile:
    """What a check says of one file. `path` is None for the last one: what was found across all of them."""

    path: str | None
    result: Result
    facts: tuple[DocumentFacts, ...] = ()


@attrs.frozen(kw_only=True)
class FileWorker:
    """Everything that the check of any file needs; made once in each process."""

    plan: Plan
    schema: Schema | None = None
    factbook: Factbook | None = None

    def read(self, path: str) -> Iterator[Document]:
        return read_file(path, schema=self.schema, factbook=self.factbook)

    def check(self, path: str) -> CheckedFile:
        """Check the documents of a file, and reduce them to facts."""
        result = Result()
        facts: list[DocumentFacts] = []
        for number, document in enumerate(self.read(path)):
            result += lightened(check(document, self.plan))
            facts.append(collect(document, self.plan, number=number))
        return CheckedFile(path=path, result=result, facts=tuple(facts))


def lightened(result: Result) -> Result:
    """The same result, without the texts of the files that it points into."""
    if not (result.findings or result.skipped or result.suppressed):
        return result
    return attrs.evolve(
        result,
        findings=tuple(light(finding) for finding in result.findings),
        skipped=tuple(light_skipped(skipped) for skipped in result.skipped),
        suppressed=tuple(light(finding) for finding in result.suppressed),
    )


def check_files(
    paths: Iterable[str | os.PathLike[str]],
    configuration: Configuration | None = None,
    *,
    jobs: int = 1,
    database: str | os.PathLike[str] | None = None,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
) -> Iterator[CheckedFile]:
    """Check files as they come, and yield the result of each in their order; at the end, what was found across them.

    `jobs` processes read and check; this one only stores facts. Nothing is kept of a file but its facts, which go to
    disk. Raises `UsageError` for a configuration that names what does not exist.
    """
    settings = configuration or Configuration()
    worker = FileWorker(plan=Plan.of(settings), schema=schema, factbook=factbook)
    names = (os.fspath(path) for path in paths)
    with FactStore(database) as store:
        for checked in worked(worker, names, jobs):
            for found in checked.facts:
                store.add(found)
            yield attrs.evolve(checked, facts=())
        yield CheckedFile(path=None, result=check_across(store, worker.plan, read=worker.read))


def check_corpus(
    documents: Iterable[str | os.PathLike[str] | Document],
    configuration: Configuration | None = None,
    *,
    jobs: int = 1,
    database: str | os.PathLike[str] | None = None,
    progress: Callable[[int], None] | None = None,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
) -> Result:
    """Check documents, or the files at paths, each for itself and all against each other.

    The documents are all objects or all paths. With paths, `jobs` processes share the work; the result does not depend
    on how many. `database` keeps the facts in a file; `progress` is called with the number of files that are done.
    """
    total = _Total()
    given = iter(documents)
    first = next(given, None)
    if isinstance(first, Document):
        plan = Plan.of(configuration or Configuration())
        with FactStore(database) as store:
            for number, document in enumerate(all_documents(first, given), 1):
                total.add(check(document, plan))
                store.add(collect(document, plan))
                if progress is not None:
                    progress(number)
            total.add(check_across(store, plan))
        return total.result()
    if first is not None:
        paths = all_paths(first, given)
        files = check_files(paths, configuration, jobs=jobs, database=database, schema=schema, factbook=factbook)
        for number, checked in enumerate(files, 1):
            total.add(checked.result)
            if progress is not None and checked.path is not None:
                progress(number)
    return total.result()


Given = str | os.PathLike[str] | Document


def all_documents(first: Document, rest: Iterator[Given]) -> Iterator[Document]:
    yield first
    for document in rest:
        if not isinstance(document, Document):
            raise UsageError("give documents or paths, not both")
        yield document


def all_paths(first: str | os.PathLike[str], rest: Iterator[Given]) -> Iterator[str]:
    yield os.fspath(first)
    for path in rest:
        if isinstance(path, Document):
            raise UsageError("give documents or paths, not both")
        yield os.fspath(path)


class _Total:
    """Adds results up, in a time that is linear in what they say."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.skipped: list[Skipped] = []
        self.suppressed: list[Finding] = []
        self.checked = Checked()

    def add(self, result: Result) -> None:
        self.findings += result.findings
        self.skipped += result.skipped
        self.suppressed += result.suppressed
        self.checked += result.checked

    def result(self) -> Result:
        return Result(
            findings=tuple(self.findings),
            skipped=tuple(self.skipped),
            suppressed=tuple(self.suppressed),
            checked=self.checked,
        )


# -- Several processes -------------------------------------------------------------------------------------------------

_worker: FileWorker | None = None


def start_worker(configuration: Configuration, schema: Schema | None, factbook: Factbook | None) -> None:
    """Make ready a process."""
    global _worker  # noqa: PLW0603 - one per process, made by its initializer
    _worker = FileWorker(plan=Plan.of(configuration), schema=schema, factbook=factbook)


def work(paths: list[str]) -> list[CheckedFile]:
    """Check some files in a process that `start_worker` made ready."""
    assert _worker is not None
    return [_worker.check(path) for path in paths]


def worked(worker: FileWorker, paths: Iterator[str], jobs: int) -> Iterator[CheckedFile]:
    """The checked files in the order of the paths. Only a few are under way at a time, however many there are."""
    if jobs <= 1:
        return map(worker.check, paths)
    settings = (worker.plan.configuration, worker.schema, worker.factbook)
    return in_processes(work, paths, jobs=jobs, chunk=CHUNK, prepare=start_worker, settings=settings)
