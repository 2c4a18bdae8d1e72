"""Checks files, each by itself and all of them against each other: one function for the library and the command line."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import attrs

from newsfacts.checking.configuration import Configuration, project_checks
from newsfacts.checking.consequences import RepeatedFindings
from newsfacts.checking.document import Plan
from newsfacts.checking.find_files import find_files
from newsfacts.checking.found_paths import FoundPaths
from newsfacts.checking.one_file import CheckedFile, FileChecker, FileResult, failed, unreadable
from newsfacts.checking.selectors import unknown_rule
from newsfacts.errors import NewsfactsError, UsageError, failure_in_words, is_interruption
from newsfacts.model import Factbook
from newsfacts.schema.kinds import Schema

if TYPE_CHECKING:  # what a run of a single file does not need is imported where a run needs it
    from newsfacts.checking.document_facts import DocumentFacts
    from newsfacts.checking.fact_store import FactStore
    from newsfacts.checking.processes import Died
    from newsfacts.checking.run_state import RunState
    from newsfacts.checking.sent_results import Sent

__all__ = ["Across", "FileResult", "check_files", "common_folder"]

TOGETHER = "all documents together"
"""Instead of a path, in the result of comparing documents with each other."""


def check_files(
    paths: Iterable[str | os.PathLike[str]],
    configuration: Configuration | None = None,
    *,
    format: str | None = None,
    jobs: int = 1,
    database: str | os.PathLike[str] | None = None,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
    resume: str | os.PathLike[str] | RunState | None = None,
) -> Iterator[FileResult]:
    """Check files, and those of folders, and yield the result of each; at the end, what was found across all documents.

    Without `configuration`, that of the project is used, as on the command line. Files are checked in the order of their
    paths, each once, whatever the order in which they are given; `jobs` processes share the work, and the results do not
    depend on how many. `database` keeps what is compared across documents in a file. `schema` and `factbook` are what
    the configured ones extend. `resume` names a file for the results so far: after an interruption, a run with the same file
    goes on from there, and yields the same as one without an interruption; it cannot be used with `schema` or `factbook`.

    Whatever is wrong with a file is a finding in its result. Raises `UsageError`, when it is called, for a configuration
    that cannot be used, where there is no file to check, and for a `resume` of a run with other settings.
    """
    given = paths if isinstance(paths, FoundPaths) else FoundPaths(os.fspath(path) for path in paths)
    settings = configuration if configuration is not None else Configuration.discover(common_folder(given))
    checker = FileChecker.of(settings, format, schema=schema, factbook=factbook)
    refuse_unknown_rules(checker.plan)
    files = found_in_order(given, settings, are_found=given is paths)
    if not files:
        raise UsageError(f"no documents found in {', '.join(given)}" if given else "there is no file to check")
    state = None
    if resume is not None:
        if schema is not None or factbook is not None:
            raise UsageError(
                "a run with a schema or a factbook given in Python cannot be resumed; configure their files"
            )
        checker = attrs.evolve(checker, notices_files=True)
        state = opened(resume, files, checker)
    elif len(files) == 1 and database is None:
        checker = attrs.evolve(checker, is_alone=True)
    prepared = (settings, format, schema, factbook, state is not None)
    return _results(checker, files, jobs, database, prepared, state)


def found_in_order(given: FoundPaths, settings: Configuration, *, are_found: bool) -> FoundPaths:
    """The files of paths, in order, unless these are such files already."""
    if are_found:
        return given.in_order()
    found = find_files(given, exclude=settings.exclude, root=settings.root)
    return FoundPaths(file.path for file in found).in_order()


def _results(
    checker: FileChecker,
    files: Sequence[str],
    jobs: int,
    database: str | os.PathLike[str] | None,
    prepared: tuple[object, ...],
    state: RunState | None,
) -> Iterator[FileResult]:
    with Across(checker.plan, database) as across, state or contextlib.nullcontext():
        repeated = RepeatedFindings()
        for checked in _each(checker, files, jobs, prepared, state):
            across.add(checked.facts)
            result = checked.result.result
            findings = repeated.new(checked.result.path, result.findings)
            if len(findings) == len(result.findings):
                yield checked.result
            else:
                yield attrs.evolve(checked.result, result=attrs.evolve(result, findings=findings))
        together = across.result()
        if together is not None:
            yield together


def _each(
    checker: FileChecker, files: Sequence[str], jobs: int, prepared: tuple[object, ...], state: RunState | None
) -> Iterator[CheckedFile]:
    """The result of each file by itself; those that the state of an earlier run has are not checked again."""
    if state is None:
        yield from _checked(checker, files, min(jobs, len(files)), prepared)
        return
    known = state.known
    left = (path for path, is_known in zip(files, known, strict=True) if not is_known)
    # Also a single file that is left is for a process of its own: it may be the one that ended the run before.
    processes = min(jobs, max(2, len(files) - state.found)) if len(files) > 1 else 1
    others = _checked(checker, left, processes, prepared)
    for path, is_known in zip(files, known, strict=True):
        checked = state.get(path) if is_known else None
        if checked is None:
            checked = checker.check_file(path) if is_known else next(others)
            state.add(path, checked)
        yield checked


def _checked(
    checker: FileChecker, files: Iterable[str], processes: int, prepared: tuple[object, ...]
) -> Iterator[CheckedFile]:
    """The result of each file, from so many processes where there can be several."""
    if processes <= 1:
        yield from in_this_process(checker, files)
        return
    from newsfacts.checking.processes import Died, NoProcesses, in_processes
    from newsfacts.checking.sent_results import received

    shared = in_processes(work_to_send, files, jobs=processes, prepare=start_worker, settings=prepared)
    try:
        for checked in shared:
            yield ended(checked) if isinstance(checked, Died) else received(checked)
    except NoProcesses:  # which is known before the first file is taken
        yield from in_this_process(checker, files)


def in_this_process(checker: FileChecker, files: Iterable[str]) -> Iterator[CheckedFile]:
    """The result of each file; one by one where they are kept, so that what ends the run at a file costs no other."""
    return map(checker.check_file, files) if checker.notices_files else checker.check_together(files)


def opened(resume: str | os.PathLike[str] | RunState, files: Sequence[str], checker: FileChecker) -> RunState:
    """The state of a run over these files. Raises `UsageError`."""
    from newsfacts.checking.run_state import RunState, settings_of

    state = resume if isinstance(resume, RunState) else RunState(resume)
    own = os.path.realpath(state.path)
    if any(os.path.basename(path) == os.path.basename(own) and os.path.realpath(path) == own for path in files):
        raise UsageError(f"{state.path} is one of the files to check, so it cannot be the state of a run")
    state.open(settings_of(checker.plan, checker.format))
    state.look_up(files)
    return state


def ended(died: Died[str]) -> CheckedFile:
    """The result for a file at which a process ended."""
    code = died.exit_code
    how = f"with exit code {code}"
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            how = f"by {signal.Signals(-code).name}"
    message = f"the process that checked this file was ended {how}, so the file was not checked"
    help = "it may need more memory than there is: check it alone, without --jobs"
    return CheckedFile(attrs.evolve(unreadable(died.item, message, help), failure=message))


def common_folder(paths: Sequence[str]) -> Path:
    """The folder where the search for a configuration begins: the one that all paths have in common."""
    try:
        common = Path(os.path.commonpath([os.path.abspath(path) for path in paths]))
    except ValueError:  # none, or on several drives
        return Path()
    return common if common.is_dir() else common.parent


def refuse_unknown_rules(plan: Plan) -> None:
    """Raise `UsageError` for a word of the configuration that names no rule, and no check of any schema in the project."""
    if not plan.unknown:
        return
    checks = tuple(project_checks(plan.configuration.root or Path()))
    for word in plan.configuration.unknown(checks):
        raise unknown_rule(word, checks)


# -- Across documents --------------------------------------------------------------------------------------------------


class Across:
    """Gathers what is compared across documents, from the second document on, and compares it at the end.

    The table on disk is only made when it is needed. Where the disk does not take it, that is the result.
    """

    def __init__(self, plan: Plan, database: str | os.PathLike[str] | None = None) -> None:
        self.plan = plan
        self.waiting: DocumentFacts | None = None
        self.failure: FileResult | None = None
        self.store: FactStore | None = None
        if database is not None:
            self.open(database)

    def open(self, database: str | os.PathLike[str] | None = None) -> FactStore:
        """Make the table."""
        from newsfacts.checking.fact_store import FactStore

        self.store = FactStore(database)
        return self.store

    def add(self, facts: Iterable[DocumentFacts]) -> None:
        """Add the documents of one more file."""
        for found in facts:
            if self.failure is not None:
                return
            if self.store is None and self.waiting is None:
                self.waiting = found
                continue
            try:
                store = self.store or self.open()
                if self.waiting is not None:
                    store.add(self.waiting)
                    self.waiting = None
                store.add(found)
            except NewsfactsError as error:
                self.failure = self.not_compared(error)

    def result(self) -> FileResult | None:
        """What does not go together; None where there were not two documents."""
        if self.failure is not None or self.store is None or self.store.documents < 2:
            return self.failure
        from newsfacts.checking.across import check_across

        try:
            return FileResult(path=TOGETHER, result=check_across(self.store, self.plan), is_across=True)
        except NewsfactsError as error:
            return self.not_compared(error)
        except Exception as error:  # a defect of ours, or of a rule of an extension: what was found in files stays
            if is_interruption(error):
                raise KeyboardInterrupt from error
            message = f"newsfacts itself failed when it compared the documents ({failure_in_words(error)})"
            return failed(TOGETHER, message, is_across=True)

    def not_compared(self, error: NewsfactsError) -> FileResult:
        """The result where the facts cannot be stored or read."""
        found = unreadable(TOGETHER, f"the documents could not be compared: {error}").result
        return FileResult(path=TOGETHER, result=found, is_across=True)

    def __enter__(self) -> Across:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.store is not None:
            with contextlib.suppress(NewsfactsError):  # it has been reported, or another error is
                self.store.close()


# -- Several processes -------------------------------------------------------------------------------------------------

_worker: FileChecker | None = None


def start_worker(
    configuration: Configuration,
    format: str | None,
    schema: Schema | None,
    factbook: Factbook | None,
    notices_files: bool,
) -> None:
    """Prepare a process."""
    global _worker  # noqa: PLW0603 - one per process, made by its initializer
    checker = FileChecker.of(configuration, format, schema=schema, factbook=factbook)
    _worker = attrs.evolve(checker, notices_files=notices_files)


def work(paths: Sequence[str]) -> Iterator[CheckedFile]:
    """Check files in a process that `start_worker` has prepared."""
    assert _worker is not None
    return _worker.check_together(paths)


def work_to_send(paths: Sequence[str]) -> Iterator[Sent]:
    """The same, with results as they are sent to the process that asked for them."""
    from newsfacts.checking.sent_results import sent

    return map(sent, work(paths))
