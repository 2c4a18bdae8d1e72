"""Checks one file, whatever it is: its documents, a factbook or a schema file. Whatever is wrong with it is a finding."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, Result, check, with_severities
from newsfacts.checking.file_text import Lightener
from newsfacts.checking.find_files import is_factbook, is_schema
from newsfacts.documents import parse, read_file
from newsfacts.errors import ISSUES, NewsfactsError, UsageError, failure_in_words, is_interruption
from newsfacts.files import FileStamp, noticing
from newsfacts.findings import Finding, ReaderCode, Severity, problem
from newsfacts.formats import format_of_path, get_format
from newsfacts.immutable import define, frozen
from newsfacts.model import Document, Factbook
from newsfacts.schema.kinds import Schema
from newsfacts.text.source import Place, SourceText

if TYPE_CHECKING:  # what is only needed for some files is imported with the first of them
    from newsfacts.checking.document_facts import DocumentFacts
    from newsfacts.formats.mapping import LabelMapping
    from newsfacts.schema.file import LoadedSchema

__all__ = ["CheckedFile", "FileChecker", "FileResult", "RuleText", "failed", "unreadable"]

HELD_TOGETHER = 100_000
"""How many characters documents of several files may have together that are in memory at once; a larger one may come last."""

FILES_TOGETHER = 64
"""How many files are checked together at most."""

Steps: TypeAlias = Generator[int, None, "CheckedFile"]
"""The check of a file, which pauses where a document has been read or checked, and says how many characters that has."""

SETTLED_NS = 2_000_000_000
"""A file that was changed less than these nanoseconds before it was checked may change again without looking changed."""

_OFFICE = (".docx", ".odt", ".pdf", ".doc", ".rtf")
_PLAIN = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".srt", ".vtt", ".eml")
_FOR_TEXTS = "newsfacts draft proposes annotations for a text, newsfacts ground compares one with its sources"


@frozen
class RuleText:
    """What a report says about a rule that only a schema file declares."""

    code: str
    name: str
    severity: Severity
    text: str
    help: str | None = None


@frozen(kw_only=True)
class FileResult:
    """The result of checking one file, or at the end of comparing all documents with each other (`is_across`).

    `known` are findings that a baseline has already; `rules` those of the documents' schema files that found something.
    `failure` is the traceback of an error in newsfacts itself, or says how its process ended.
    """

    path: str
    result: Result
    is_factbook: bool = False
    is_across: bool = False
    known: tuple[Finding, ...] = ()
    rules: tuple[RuleText, ...] = ()
    failure: str | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are reported."""
        return self.result.findings

    @property
    def is_unreadable(self) -> bool:
        """Whether the file could not be read at all."""
        return self.failure is None and any(
            finding.code == ReaderCode.UNREADABLE_FILE for finding in self.result.findings
        )


@frozen
class CheckedFile:
    """The result of a file, and what its documents state, which is compared across documents."""

    result: FileResult
    facts: tuple[DocumentFacts, ...] = ()
    looked_at: tuple[FileStamp, ...] | None = None
    """Every file that the result depends on, where it may be used again as long as none of them changes."""


@frozen(kw_only=True)
class FileChecker:
    """Everything that the check of any file needs; made once in each process."""

    plan: Plan
    schema: Schema | None = None
    factbook: Factbook | None = None
    format: str | None = None
    mapping: LabelMapping | None = None
    is_alone: bool = False
    """Whether the run has no other file: then a single document in it has nothing to be compared with, and its text may stay."""
    notices_files: bool = False
    """Whether each result says which files it depends on."""

    @staticmethod
    def of(
        configuration: Configuration,
        format: str | None = None,
        *,
        schema: Schema | None = None,
        factbook: Factbook | None = None,
    ) -> FileChecker:
        """Raises `UsageError` where the configuration names what does not exist or cannot be used.

        The configured schemas extend `schema`, or else the built-in and installed kinds; the configured factbooks are
        added to `factbook`.
        """
        return FileChecker(
            plan=Plan.of(configuration),
            schema=configuration.document_schema(schema),
            factbook=shared_factbook(configuration, factbook),
            format=None if format is None else get_format(format).name,
            mapping=configured_mapping(configuration),
        )

    def check_file(self, path: str) -> CheckedFile:
        """The result of one file. Nothing is raised, so that the rest of the run goes on."""
        return next(self.check_together([path]))

    def check_together(self, paths: Iterable[str]) -> Iterator[CheckedFile]:
        """The results of several files, in order: each step is made for all of them, as far as they are small, before the next one.

        So the code of a step stays in the processor's cache, which takes a fifth of the time off files of 1 KB.
        """
        for group in groups_of(map(self.started, paths)):
            under_way: Sequence[_FileUnderWay] = group
            while under_way:
                under_way = [file for file in under_way if file.go_on()]
            yield from (self.result_of(file) for file in group)

    def started(self, path: str) -> _FileUnderWay:
        """A file whose first document has been read."""
        file = _FileUnderWay(path, self.steps(path), {} if self.notices_files else None)
        file.go_on()
        return file

    def result_of(self, file: _FileUnderWay) -> CheckedFile:
        """The result of a file that is finished, with the files that it depends on."""
        checked, files = file.checked, file.files
        assert checked is not None
        if files is None:
            return checked
        is_settled = file.path in files and all(stamp.modified + SETTLED_NS < file.began for stamp in files.values())
        if checked.result.failure is not None or checked.result.is_unreadable or not is_settled:
            return checked
        return attrs.evolve(checked, looked_at=tuple(files.values()))

    def steps(self, path: str) -> Steps:
        """The steps to the result of one file, whatever it is."""
        try:
            if self.format is None and is_factbook(path):
                from newsfacts.building.factbook import load_factbook

                return self.table(path, load_factbook(path).findings, is_factbook=True)
            if self.format is None and is_schema(path):
                from newsfacts.schema.file import load_schema

                return self.schema_file(path, lambda base: load_schema(path, base))
            return (yield from self.steps_of_documents(path, self.documents(path)))
        except NewsfactsError as error:
            return CheckedFile(unreadable(path, str(error)))
        except OSError as error:
            return CheckedFile(unreadable(path, f"this file cannot be read: {error.strerror or type(error).__name__}"))
        except Exception as error:  # a defect of ours, or of a rule of an extension, in one file among many
            if is_interruption(error):
                raise KeyboardInterrupt from error
            return CheckedFile(failed(path, f"newsfacts itself failed on this file ({failure_in_words(error)})"))

    def has_documents(self, path: str) -> bool:
        """Whether a file is read as documents, and not, by its name, as a factbook or a schema file."""
        return self.format is not None or not (is_factbook(path) or is_schema(path))

    def check_text(self, text: str, path: str) -> FileResult:
        """The result of a text that came from standard input."""
        if self.format is None and is_factbook(path):
            from newsfacts.building.factbook import read_factbook

            return self.table(path, read_factbook(text, path).findings, is_factbook=True).result
        if self.format is None and is_schema(path):
            from newsfacts.schema.file import read_schema

            return self.schema_file(path, lambda base: read_schema(text, path, base)).result
        return self.check_documents(path, self.documents_of(text, path)).result

    def documents_of(self, text: str, path: str) -> list[Document]:
        """The document of a text that came from standard input."""
        format = self.format or format_or_facts(path)
        mapping = self.mapping if get_format(format).maps else None
        read = parse(text, path=path, format=format, schema=self.schema, factbook=self.factbook, mapping=mapping)
        return [read.document]

    def documents(self, path: str) -> Iterator[Document]:
        """The documents of a file, or an empty one that says why there are none."""
        for document in self.read_documents(path):
            if document.origin is None and os.path.isdir(path):
                yield Document(path=path, problems=unreadable(path, "this folder cannot be opened").findings)
            else:
                yield document

    def read_documents(self, path: str) -> Iterator[Document]:
        """The documents of a file. One whose ending does not say its format is recognized by its content."""
        known = get_format(self.format) if self.format is not None else format_of_path(path)
        format = known.name if known is not None else None
        mapping = self.mapping if known is None or known.maps else None
        ending = os.path.splitext(path)[1].lower()
        if known is None and ending in _OFFICE and os.path.isfile(path):
            message = "no format is known for this ending"
            yield Document(path=path, problems=unreadable(path, message, _FOR_TEXTS).findings)
            return
        try:
            yield from read_file(path, schema=self.schema, factbook=self.factbook, format=format, mapping=mapping)
        except UsageError as error:
            help = "give it an ending such as .facts or .facts.yaml, or name its format with --format-in"
            if ending in _PLAIN:
                help = f"{help}; {_FOR_TEXTS}"
            message = str(error).removeprefix(f"{path}: ").removeprefix(f"{path} ")
            yield Document(path=path, problems=unreadable(path, message, help).findings)

    def check_documents(self, path: str, documents: Iterable[Document]) -> CheckedFile:
        """Check the documents of a file, and reduce them to what is compared across documents."""
        file = _FileUnderWay(path, self.steps_of_documents(path, documents))
        while file.go_on():
            pass
        assert file.checked is not None
        return file.checked

    def steps_of_documents(self, path: str, documents: Iterable[Document]) -> Steps:
        """The same in steps: after each document has been read, and after it has been checked."""
        results: list[Result] = []
        facts: list[DocumentFacts] = []
        waiting: list[tuple[int, Document]] = []
        rules: dict[str, RuleText] = {}
        for number, document in enumerate(documents):
            yield len(document.text)
            result = check(document, self.plan)
            results.append(result if self.is_alone else lightened(result))
            rules |= {text.code: text for text in rule_texts(document, result)}
            if self.plan.compares and result.checked.documents:
                yield len(document.text)
                waiting.append((number, document))
                if facts or len(waiting) > 1 or not self.is_alone:
                    facts += self.collected(waiting)
                    waiting.clear()
        file = FileResult(path=path, result=Result.total(results), rules=tuple(rules.values()))
        return CheckedFile(file, tuple(facts))

    def collected(self, documents: Iterable[tuple[int, Document]]) -> Iterator[DocumentFacts]:
        """What documents state, each with its number in the file."""
        from newsfacts.checking.across import collect

        return (collect(document, self.plan, number=number) for number, document in documents)

    def table(self, path: str, findings: Sequence[Finding], *, is_factbook: bool = False) -> CheckedFile:
        """The problems of a factbook or a schema file, as the configuration wants them."""
        settings = self.plan.configuration
        kept = with_severities([finding for finding in findings if settings.reports(finding.code)], settings)
        kept.sort(key=lambda finding: finding.sort_key)
        return CheckedFile(
            FileResult(path=path, result=lightened(Result(findings=tuple(kept))), is_factbook=is_factbook)
        )

    def schema_file(self, path: str, load: Callable[[Schema | None], LoadedSchema]) -> CheckedFile:
        """The problems of a schema file. It may extend the built-in kinds, or those of the configured schema."""
        alone = load(None).findings
        together = load(self.schema).findings if alone and self.schema is not None else alone
        return self.table(path, min(alone, together, key=len))


@define
class _FileUnderWay:
    """A file that is being checked step by step. `files` are those that were looked at, where these are to be noticed."""

    path: str
    steps: Steps
    files: dict[str, FileStamp] | None = None
    began: int = attrs.field(factory=time.time_ns)
    size: int = 0
    """How many characters the document has that it is at."""
    checked: CheckedFile | None = None

    def go_on(self) -> bool:
        """Make the next step. Whether there are more."""
        if self.checked is None:
            try:
                if self.files is None:
                    self.size = next(self.steps)
                else:
                    with noticing(self.files):
                        self.size = next(self.steps)
            except StopIteration as finished:
                self.size, self.checked = 0, finished.value
        return self.checked is None


def groups_of(files: Iterable[_FileUnderWay]) -> Iterator[list[_FileUnderWay]]:
    """Files whose documents together are small enough to be in memory at once; a larger one ends its group."""
    group: list[_FileUnderWay] = []
    held = 0
    for file in files:
        group.append(file)
        held += file.size
        if held >= HELD_TOGETHER or len(group) >= FILES_TOGETHER:
            yield group
            group, held = [], 0
    if group:
        yield group


def lightened(result: Result) -> Result:
    """The same result, without the texts of the files that it points into."""
    if not (result.findings or result.skipped or result.suppressed):
        return result
    light = Lightener()
    return attrs.evolve(
        result,
        findings=tuple(map(light.finding, result.findings)),
        skipped=tuple(map(light.skipped, result.skipped)),
        suppressed=tuple(map(light.finding, result.suppressed)),
    )


def rule_texts(document: Document, result: Result) -> Iterable[RuleText]:
    """The texts of the checks that the document's schema declares, of those that found something."""
    checks = document.known_kinds.checks if document.known_kinds is not None else ()
    found = {finding.code for finding in result.findings} if checks else set()
    for declared in checks:
        if declared.code in found:
            text = declared.doc or f"{declared.name.replace('-', ' ')}, on {declared.on}"
            yield RuleText(declared.code, declared.name, declared.severity, text, declared.help)


def configured_mapping(configuration: Configuration) -> LabelMapping | None:
    """The mapping that the configuration names. Raises `UsageError` or `ReadError` for one that cannot be used."""
    if configuration.mapping is None:
        return None
    from newsfacts.formats.mapping import load_mapping

    name = configuration.mapping
    is_file = name.endswith((".yaml", ".yml"))
    return load_mapping((configuration.root or Path()) / name if is_file else name)


def format_or_facts(path: str) -> str:
    """The format of a file's name; annotated text for a name without one, so that reading it says what is wrong."""
    format = format_of_path(path)
    return format.name if format is not None else "facts"


def shared_factbook(configuration: Configuration, given: Factbook | None = None) -> Factbook | None:
    """The factbooks that the configuration names, merged. Raises `UsageError` for one that cannot be used as it is."""
    merged = given
    if configuration.factbook:
        from newsfacts.building.factbook import load_factbook, merge
    for name in configuration.factbook:
        try:
            loaded = load_factbook((configuration.root or Path()) / name, name)
        except OSError as error:
            raise UsageError(f"the factbook {name} of the configuration cannot be read: {error.strerror}") from None
        errors = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
        if errors:
            more = f" (and {len(errors) - 1:,} more)" if len(errors) > 1 else ""
            raise UsageError(f"the factbook of the configuration has an error: {errors[0]}{more}")
        merged = loaded.factbook if merged is None else merge(merged, loaded.factbook)
    return merged


def unreadable(path: str, message: str, help: str | None = None) -> FileResult:
    """The result for a file with this single problem: it cannot be read."""
    finding = problem(ReaderCode.UNREADABLE_FILE, message, Place(path, SourceText(""), 0, 0), help=help)
    return FileResult(path=path, result=Result(findings=(finding,)))


def failed(path: str, message: str, trace: str | None = None, *, is_across: bool = False) -> FileResult:
    """The result for a file that could not be checked because of an error in newsfacts itself."""
    import traceback

    help = f"this is a defect of newsfacts or of an extension; please report it, with the file: {ISSUES}"
    result = unreadable(path, message, help).result
    return FileResult(path=path, result=result, is_across=is_across, failure=trace or traceback.format_exc())
