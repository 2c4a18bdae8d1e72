"""What runs on the workers: functions from batches of Arrow to batches of Arrow, around the functions of one machine."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan
from newsfacts.checking.document_facts import DocumentFacts
from newsfacts.checking.files import ended, start_worker, work
from newsfacts.checking.one_file import CheckedFile, FileChecker, failed, unreadable
from newsfacts.errors import NewsfactsError, failure_in_words
from newsfacts.model import Factbook
from newsfacts.schema.kinds import Schema
from newsfacts.spark.rows import (
    FACT_COLUMNS,
    STATED_COLUMNS,
    arrow_schema,
    document_id,
    document_row,
    fact_rows,
)
from newsfacts.tables.arrow import batches, schema_of
from newsfacts.tables.whole import FINDINGS

__all__ = ["Settings", "Shared", "checked_files", "facts_of_rows", "findings_of_rows", "stated_of_rows"]

Batches = Iterable[Any]
"""Record batches of pyarrow."""


@attrs.frozen
class Settings:
    """What a checker is made of; sent to each worker once."""

    token: str
    configuration: Configuration
    format: str | None = None
    schema: Schema | None = None
    factbook: Factbook | None = None


@attrs.frozen
class Shared:
    """Settings that a worker has received, and the checker that is made of them once in each process."""

    broadcast: Any

    @property
    def settings(self) -> Settings:
        """The settings."""
        found: Settings = self.broadcast.value
        return found

    def checker(self) -> FileChecker:
        """The checker of this process."""
        settings = self.settings
        return _checker(settings.token, _Hidden(settings))


@attrs.frozen(eq=False)
class _Hidden:
    """Settings as an argument of a cached function that looks at their token only."""

    settings: Settings

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hidden)

    def __hash__(self) -> int:
        return 0


@functools.lru_cache(maxsize=4)
def _checker(token: str, hidden: _Hidden) -> FileChecker:
    settings = hidden.settings
    return FileChecker.of(settings.configuration, settings.format, schema=settings.schema, factbook=settings.factbook)


# -- Documents in rows -------------------------------------------------------------------------------------------------


def checked_rows(shared: Shared, incoming: Batches) -> Iterator[tuple[int | None, CheckedFile]]:
    """The number and the result of each row of documents: of its text, or of the file at its path where it has none."""
    checker = shared.checker()
    for batch in incoming:
        for row in batch.to_pylist():
            yield row["number"], checked_row(checker, row["path"], row["text"], row["format"])


def checked_row(checker: FileChecker, path: str, text: str | bytes | None, format: str | None) -> CheckedFile:
    """The result of one row. Nothing is raised: a bad document is a finding."""
    if format is not None and format != checker.format:
        checker = attrs.evolve(checker, format=format)
    if text is None:
        return checker.check_file(path)
    try:
        given = text.decode("utf-8") if isinstance(text, bytes | bytearray) else text
        documents = list(checker.documents_of(given, path))
        checked = checker.check_documents(path, documents)
        return attrs.evolve(checked, facts=with_texts(checker.plan, documents, checked.facts))
    except UnicodeDecodeError as error:
        return CheckedFile(unreadable(path, f"this text is not UTF-8: byte {error.start + 1} is wrong"))
    except NewsfactsError as error:
        return CheckedFile(unreadable(path, str(error)))
    except Exception as error:  # a defect of ours, or of a rule of an extension, in one document among many
        return CheckedFile(failed(path, f"newsfacts itself failed on this document ({failure_in_words(error)})"))


def with_texts(plan: Plan, documents: list[Any], facts: tuple[DocumentFacts, ...]) -> tuple[DocumentFacts, ...]:
    """Facts with the text that they are in: there is no file from which it could be read again."""
    from newsfacts.checking.across import collect

    if not facts:
        return facts
    return tuple(collect(document, plan, number=number, keep_text=True) for number, document in enumerate(documents))


def findings_of_rows(shared: Shared) -> Callable[[Batches], Iterator[Any]]:
    """From documents to findings, with the columns of the table of findings."""

    def stage(incoming: Batches) -> Iterator[Any]:
        rows = (
            FINDINGS.row(finding)
            for _, checked in checked_rows(shared, incoming)
            for finding in checked.result.findings
        )
        return batches(rows, schema_of(FINDINGS.columns))

    return stage


def facts_of_rows(shared: Shared) -> Callable[[Batches], Iterator[Any]]:
    """From documents to their facts."""

    def rows(incoming: Batches) -> Iterator[Mapping[str, Any]]:
        for file, checked in checked_rows(shared, incoming):
            for place, found in enumerate(checked.facts):
                yield from fact_rows(document_id(file, found.path, place), found)

    return lambda incoming: batches(rows(incoming), arrow_schema(FACT_COLUMNS))


def stated_of_rows(shared: Shared) -> Callable[[Batches], Iterator[Any]]:
    """From documents to what is compared across them: the facts of each, and what is kept of it as a whole."""

    def rows(incoming: Batches) -> Iterator[Mapping[str, Any]]:
        for file, checked in checked_rows(shared, incoming):
            for place, found in enumerate(checked.facts):
                document = document_id(file, found.path, place)
                yield document_row(document, found)
                yield from fact_rows(document, found)

    return lambda incoming: batches(rows(incoming), arrow_schema(STATED_COLUMNS))


# -- Files -------------------------------------------------------------------------------------------------------------


def checked_files(shared: Shared, paths: Iterable[str], *, apart: bool) -> Iterator[CheckedFile]:
    """The result of each file, with the files that it depends on.

    `apart` is for a second attempt: a file that has ended the process of the first one must not end this one too, so another
    process does the work, and a file at which that ends is a finding.
    """
    settings = shared.settings
    if not apart:
        checker = attrs.evolve(shared.checker(), notices_files=True)
        yield from map(checker.check_file, paths)
        return
    from newsfacts.checking.processes import Died, NoProcesses, in_processes

    prepared = (settings.configuration, settings.format, settings.schema, settings.factbook, True)
    given = list(paths)
    try:
        for checked in in_processes(work, given, jobs=1, prepare=start_worker, settings=prepared):
            yield ended(checked) if isinstance(checked, Died) else checked
    except NoProcesses:  # which is known before the first result
        yield from checked_files(shared, given, apart=False)


def clock() -> float:
    """Seconds of this process, for what a stage costs."""
    return time.perf_counter()
