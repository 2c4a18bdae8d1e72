"""Checks files one after the other, here or in several processes, and yields the result of each in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from newsfacts.building.factbook import load_factbook, merge, read_factbook
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Checked, Plan, Result, check, with_severities
from newsfacts.checking.fact_store import DocumentFacts, FactStore
from newsfacts.checking.files import check_across, collect, lightened
from newsfacts.checking.find_files import FoundFile, is_factbook, is_schema
from newsfacts.checking.processes import in_processes
from newsfacts.documents import parse, read_file
from newsfacts.errors import NewsfactsError, UsageError
from newsfacts.findings import Finding, ReaderCode, problem
from newsfacts.formats import format_of_path, get_format
from newsfacts.model import Document, Factbook
from newsfacts.reports.run import FileResult
from newsfacts.rules.corpus_rule import CorpusRule
from newsfacts.schema.file import LoadedSchema, load_schema, read_schema
from newsfacts.schema.kinds import Schema
from newsfacts.text.source import Place, SourceText

__all__ = ["Across", "FileChecker", "check_all"]

CHUNK = 16
"""How many files a process takes at a time, at most."""


@attrs.frozen(kw_only=True)
class FileChecker:
    """Everything that the check of any file needs; made once in each process."""

    plan: Plan
    schema: Schema | None = None
    factbook: Factbook | None = None
    format: str | None = None

    @staticmethod
    def of(configuration: Configuration, format: str | None = None) -> FileChecker:
        """Raises `UsageError` where the configuration names what does not exist or cannot be read."""
        return FileChecker(
            plan=Plan.of(configuration),
            schema=configuration.document_schema(),
            factbook=shared_factbook(configuration),
            format=None if format is None else get_format(format).name,
        )

    def check_file(self, path: str) -> FileResult:
        """The result of one file. Whatever is wrong with it is a finding, so that the rest of the run goes on."""
        try:
            if self.format is None and is_factbook(path):
                return self.factbook_result(path, load_factbook(path).findings)
            if self.format is None and is_schema(path):
                return self.schema_result(path, lambda base: load_schema(path, base))
            return self.result(path, self.documents(path))
        except OSError as error:
            return failure(path, f"this file cannot be read: {error.strerror or type(error).__name__}")
        except NewsfactsError as error:
            return failure(path, str(error))
        except Exception as error:  # a defect of ours, or of a rule of an extension, in one file among many
            message = f"newsfacts itself failed on this file ({type(error).__name__}: {error})"
            return failure(
                path, message, "this is a defect of newsfacts, or of an extension; please report it with the file"
            )

    def check_text(self, text: str, path: str) -> FileResult:
        """The result of a text that came from standard input."""
        if self.format is None and is_factbook(path):
            return self.factbook_result(path, read_factbook(text, path).findings)
        if self.format is None and is_schema(path):
            return self.schema_result(path, lambda base: read_schema(text, path, base))
        by_name = format_of_path(path)
        format = self.format or (by_name.name if by_name is not None else "facts")
        return self.result(
            path, [parse(text, path=path, format=format, schema=self.schema, factbook=self.factbook).document]
        )

    def documents(self, path: str) -> Iterable[Document]:
        """The documents of a file, or an empty one that says why there are none."""
        if Path(path).is_dir():
            return [Document(path=path, problems=(unreadable(path, "this folder cannot be opened"),))]
        if self.format is None and format_of_path(path) is None and Path(path).exists():
            message = "no format is known for this ending"
            help = "give it an ending such as .facts or .facts.yaml, or name its format with --format-in"
            return [Document(path=path, problems=(unreadable(path, message, help),))]
        return read_file(path, schema=self.schema, factbook=self.factbook, format=self.format or format_or_facts(path))

    def result(self, path: str, documents: Iterable[Document]) -> FileResult:
        """Check the documents of a file, and reduce them to what is compared across documents."""
        results: list[Result] = []
        facts: list[DocumentFacts] = []
        for number, document in enumerate(documents):
            if any(finding.code == ReaderCode.UNREADABLE_FILE for finding in document.problems):
                results.append(self.reported(document.problems))  # no rule can look at what could not be read
                continue
            results.append(check(document, self.plan))
            if compares_documents(self.plan):
                facts.append(collect(document, self.plan, number=number))
        return FileResult(path=path, result=total(results), facts=tuple(facts))

    def factbook_result(self, path: str, findings: Sequence[Finding]) -> FileResult:
        """The problems of a factbook."""
        return FileResult(path=path, result=self.reported(findings), is_factbook=True)

    def schema_result(self, path: str, load: Callable[[Schema | None], LoadedSchema]) -> FileResult:
        """The problems of a schema file. It may extend the built-in kinds, or those of the configured schema."""
        alone = load(None).findings
        together = load(self.schema).findings if alone and self.schema is not None else alone
        return FileResult(path=path, result=self.reported(min(alone, together, key=len)))

    def reported(self, findings: Sequence[Finding]) -> Result:
        """Findings that need no rule, as the configuration wants them."""
        settings = self.plan.configuration
        kept = with_severities([finding for finding in findings if settings.reports(finding.code)], settings)
        kept.sort(key=lambda finding: finding.sort_key)
        return Result(findings=tuple(kept))


def format_or_facts(path: str) -> str:
    """The format of a file's name; annotated text for a file that is not there, so that reading it says so."""
    format = format_of_path(path)
    return format.name if format is not None else "facts"


def shared_factbook(configuration: Configuration) -> Factbook | None:
    """The factbooks that the configuration names, merged."""
    merged: Factbook | None = None
    for name in configuration.factbook:
        try:
            loaded = load_factbook((configuration.root or Path()) / name, name)
        except OSError as error:
            raise UsageError(f"the factbook {name} of the configuration cannot be read: {error.strerror}") from None
        merged = loaded.factbook if merged is None else merge(merged, loaded.factbook)
    return merged


def unreadable(path: str, message: str, help: str | None = None) -> Finding:
    """The finding for a file that cannot be read."""
    return problem(ReaderCode.UNREADABLE_FILE, message, Place(path, SourceText(""), 0, 0), help=help)


def failure(path: str, message: str, help: str | None = None) -> FileResult:
    """The result of a file of which nothing can be said but that."""
    return FileResult(path=path, result=Result(findings=(unreadable(path, message, help),)))


def total(results: Sequence[Result]) -> Result:
    """The results of one file's documents as one."""
    if len(results) == 1:
        return results[0]
    return Result(
        findings=tuple(finding for result in results for finding in result.findings),
        skipped=tuple(skipped for result in results for skipped in result.skipped),
        suppressed=tuple(finding for result in results for finding in result.suppressed),
        checked=sum((result.checked for result in results), Checked()),
    )


# -- Across documents --------------------------------------------------------------------------------------------------


def compares_documents(plan: Plan) -> bool:
    """Whether a plan has rules that hold between documents."""
    return any(isinstance(rule, CorpusRule) for rule in plan.rules)


class Across:
    """Gathers what is compared across documents, from the second document on, and compares it at the end."""

    def __init__(self, checker: FileChecker) -> None:
        self.checker = checker
        self.first: DocumentFacts | None = None
        self.store: FactStore | None = None

    def add(self, facts: Iterable[DocumentFacts]) -> None:
        """Add the documents of one more file."""
        for found in facts:
            if self.store is None and self.first is None:
                self.first = found
                continue
            if self.store is None:
                self.store = FactStore()
                if self.first is not None:
                    self.store.add(self.first)
            self.store.add(found)

    def result(self) -> FileResult | None:
        """What does not go together; None where there were not two documents."""
        if self.store is None:
            return None
        found = check_across(self.store, self.checker.plan, read=self.checker.documents)
        return FileResult(path="all documents together", result=found, is_across=True)

    def close(self) -> None:
        """Remove the temporary file."""
        if self.store is not None:
            self.store.close()


# -- Many files --------------------------------------------------------------------------------------------------------

_worker: FileChecker | None = None


def start_worker(configuration: Configuration, format: str | None) -> None:
    """Make ready a process."""
    global _worker  # noqa: PLW0603 - one per process, made by its initializer
    _worker = FileChecker.of(configuration, format)


def work(paths: list[str]) -> list[FileResult]:
    """Check some files in a process that `start_worker` made ready."""
    assert _worker is not None
    results = map(_worker.check_file, paths)
    # The texts of the files stay where they are: a report reads again what it shows.
    return [attrs.evolve(result, result=lightened(result.result)) for result in results]


def check_all(
    files: Sequence[FoundFile], configuration: Configuration, *, format: str | None = None, jobs: int = 1
) -> Iterator[FileResult]:
    """The results in the order of the files, whatever the number of processes; then what was found across them."""
    checker = FileChecker.of(configuration, format)  # also where processes do the work: wrong usage is said first
    paths = [file.path for file in files]
    across = Across(checker)
    try:
        for result in results_of(checker, paths, format, jobs):
            across.add(result.facts)
            yield attrs.evolve(result, facts=())
        if (found := across.result()) is not None:
            yield found
    finally:
        across.close()


def results_of(checker: FileChecker, paths: Sequence[str], format: str | None, jobs: int) -> Iterator[FileResult]:
    """The result of each file for itself."""
    if jobs <= 1 or len(paths) <= 1:
        return map(checker.check_file, paths)
    chunk = max(1, min(CHUNK, len(paths) // (jobs * 4)))
    settings = (checker.plan.configuration, format)
    return in_processes(work, paths, jobs=jobs, chunk=chunk, prepare=start_worker, settings=settings)
