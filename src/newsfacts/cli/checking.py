"""Checks files one after the other, here or in several processes, and yields the result of each in order."""

from __future__ import annotations

import difflib
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import attrs

from newsfacts.checker import Checked, Plan, Result, check, with_severities
from newsfacts.configuration import Configuration
from newsfacts.documents import parse, read_file, write_atomically
from newsfacts.errors import NewsfactsError, ReadError, UsageError
from newsfacts.factbook import load_factbook, merge, read_factbook
from newsfacts.findings import Finding
from newsfacts.fixes import Reread, fix_text, reread
from newsfacts.formats import format_of_path, get_format
from newsfacts.model import Document, Factbook
from newsfacts.problems import problem
from newsfacts.reports.run import FileResult
from newsfacts.schema import Schema
from newsfacts.text import Place, SourceText, decode
from newsfacts.walking import FoundFile, is_factbook

__all__ = ["FileChecker", "FixMode", "check_all"]

CHUNK = 16
"""How many files a process takes at a time."""


@attrs.frozen(kw_only=True)
class FixMode:
    """Whether fixes are applied, which ones, and whether they are only shown."""

    unsafe: bool = False
    only_show: bool = False


@attrs.frozen(kw_only=True)
class FileChecker:
    """Everything that the check of any file needs; made once in each process."""

    plan: Plan
    schema: Schema | None = None
    factbook: Factbook | None = None
    format: str | None = None
    fix: FixMode | None = None

    @staticmethod
    def of(configuration: Configuration, *, format: str | None = None, fix: FixMode | None = None) -> FileChecker:
        """Raises `UsageError` where the configuration names what does not exist or cannot be read."""
        return FileChecker(
            plan=Plan.of(configuration),
            schema=configuration.document_schema(),
            factbook=shared_factbook(configuration),
            format=None if format is None else get_format(format).name,
            fix=fix,
        )

    def check_file(self, found: FoundFile) -> FileResult:
        """The result of one file. Whatever is wrong with it is a finding, so that the rest of the run goes on."""
        path = found.path
        try:
            if self.fix is not None and not found.missing:
                return self.fix_file(path)
            return self.report(path, self.documents(path), self.problems_of_factbook(path))
        except Exception as error:  # a defect of ours, or of a rule of an extension, in one file among many
            reason = (
                str(error)
                if isinstance(error, NewsfactsError)
                else f"newsfacts failed on it ({type(error).__name__}: {error})"
            )
            help = (
                None
                if isinstance(error, NewsfactsError)
                else "this is a defect of newsfacts; please report it with the file"
            )
            return FileResult(path=path, result=Result(findings=(unreadable(path, reason, help),)))

    def check_text(self, text: str, path: str) -> FileResult:
        """The result of a text that came from standard input."""
        if is_factbook(path):
            return self.report(path, [], read_factbook(text, path).findings)
        by_name = format_of_path(path)
        format = self.format or (by_name.name if by_name is not None else "facts")
        return self.report(path, [self.parse(text, path, format)], ())

    def parse(self, text: str, path: str, format: str) -> Document:
        return parse(text, path=path, format=format, schema=self.schema, factbook=self.factbook).document

    def documents(self, path: str) -> Iterable[Document]:
        """The documents of a file; none where it is a factbook."""
        if self.format is None and is_factbook(path):
            return ()
        if self.format is None and format_of_path(path) is None and not Path(path).is_dir():
            endings = "an ending such as .facts or .facts.yaml"
            message = f"nothing is known of files with this name; give it {endings}, or say --format-in"
            return (Document(path=path, problems=(unreadable(path, message),)),)
        return read_file(path, schema=self.schema, factbook=self.factbook, format=self.format)

    def problems_of_factbook(self, path: str) -> tuple[Finding, ...] | None:
        """What is wrong with a factbook file; None where the file is none."""
        if self.format is not None or not is_factbook(path):
            return None
        try:
            return load_factbook(path).findings
        except OSError as error:
            return (unreadable(path, f"this file cannot be read: {error.strerror or type(error).__name__}"),)

    def report(self, path: str, documents: Iterable[Document], factbook: tuple[Finding, ...] | None) -> FileResult:
        """Check the documents of a file, or take the problems of a factbook."""
        settings = self.plan.configuration
        if factbook is not None and not documents:
            kept = [finding for finding in factbook if settings.reports(finding.code)]
            return FileResult(
                path=path, result=Result(findings=tuple(with_severities(kept, settings))), is_factbook=True
            )
        return FileResult(path=path, result=total([check(document, self.plan) for document in documents]))

    # -- fixing
    def fix_file(self, path: str) -> FileResult:
        """Apply the fixes of a file, or show what they would do, and check what is then in it."""
        assert self.fix is not None
        try:
            data = Path(path).read_bytes()
            text = decode(data).text
        except (OSError, ReadError):
            return attrs.evolve(self, fix=None).check_file(FoundFile(path))
        fixed = fix_text(text, path, self.reader(path), unsafe=self.fix.unsafe)
        plain = attrs.evolve(self, fix=None)
        if not fixed.applied:
            return attrs.evolve(plain.check_file(FoundFile(path)), refused=fixed.refused)
        if self.fix.only_show:
            return attrs.evolve(
                plain.check_file(FoundFile(path)), refused=fixed.refused, diff=diff(text, fixed.text, path)
            )
        mark = "\ufeff" if data.startswith("\ufeff".encode()) else ""
        if (mark + text).encode("utf-8", "surrogatepass") != data:
            reason = f"{path}: only files in UTF-8 are fixed; save it as UTF-8 first"
            return attrs.evolve(plain.check_file(FoundFile(path)), refused=(reason,))
        write_atomically(path, mark + fixed.text)
        return attrs.evolve(plain.check_file(FoundFile(path)), fixed=len(fixed.applied), refused=fixed.refused)

    def reader(self, path: str) -> Callable[[str], Reread]:
        """Reads a text as if it stood in the file."""
        if self.format is None and is_factbook(path):
            return lambda text: reread(
                [Document(problems=read_factbook(text, path).findings)], read_factbook(text, path).findings
            )
        format = get_format(self.format) if self.format else format_of_path(path)

        def read(text: str) -> Reread:
            from newsfacts.builder import build

            found = format.read(text, path) if format is not None else iter(())
            documents = [build(raw, self.schema, factbook=self.factbook) for raw in found]
            return reread(
                documents, [finding for document in documents for finding in check(document, self.plan).findings]
            )

        return read


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
    return problem("S20", message, Place(path, SourceText(""), 0, 0), help=help)


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


def diff(before: str, after: str, path: str) -> str:
    """What a fix changes, as `patch` and `git apply` read it."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


# -- Several processes -------------------------------------------------------------------------------------------------

_worker: FileChecker | None = None


def start_worker(configuration: Configuration, format: str | None, fix: FixMode | None) -> None:
    """Make ready a process."""
    global _worker  # noqa: PLW0603 - one per process, made by its initializer
    _worker = FileChecker.of(configuration, format=format, fix=fix)


def work(found: FoundFile) -> FileResult:
    """Check one file in a process that `start_worker` made ready."""
    assert _worker is not None
    return _worker.check_file(found)


def check_all(
    files: Sequence[FoundFile],
    configuration: Configuration,
    *,
    format: str | None = None,
    fix: FixMode | None = None,
    jobs: int = 1,
) -> Iterator[FileResult]:
    """The results in the order of the files, whatever the number of processes."""
    checker = FileChecker.of(
        configuration, format=format, fix=fix
    )  # also where processes do the work: usage errors come first
    if jobs <= 1 or len(files) <= 1:
        yield from map(checker.check_file, files)
        return
    chunk = max(1, min(CHUNK, len(files) // (jobs * 4)))
    # Not "fork": a program that has threads must not be forked.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        jobs, mp_context=context, initializer=start_worker, initargs=(configuration, format, fix)
    ) as pool:
        try:
            yield from pool.map(work, files, chunksize=chunk)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
