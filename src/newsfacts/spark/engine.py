"""Files checked by Spark, with the results of one machine in the same order: `newsfacts check --engine spark`."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import re
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.consequences import RepeatedFindings
from newsfacts.checking.files import common_folder, refuse_unknown_rules
from newsfacts.checking.find_files import find_files
from newsfacts.checking.found_paths import in_order
from newsfacts.checking.one_file import FileChecker, FileResult
from newsfacts.checking.plan import Plan
from newsfacts.checking.run_state import settings_of
from newsfacts.errors import NewsfactsError, UsageError
from newsfacts.files import TEMPORARY_PREFIX, read_bytes, write_atomically
from newsfacts.model import Factbook
from newsfacts.schema.kinds import Schema
from newsfacts.spark.across import compare
from newsfacts.spark.parts import Part, PartSummary, divided, is_finished, results_of, write_part
from newsfacts.spark.rows import DOCUMENT_COLUMNS, FACT_COLUMNS, spark_schema
from newsfacts.spark.session import first_line
from newsfacts.spark.stages import Settings, Shared, checked_files, clock
from newsfacts.tables.arrow import load_pyarrow

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["check_files"]

_PATTERN = re.compile(r"[\[\]{}*?,\\]")
"""What Spark would take as a pattern in a path."""

_SUMMARY = "part bigint, files bigint, documents bigint, facts bigint, seconds double, repeated boolean"


def check_files(
    spark: SparkSession,
    paths: Iterable[str | os.PathLike[str]],
    configuration: Configuration | None = None,
    *,
    format: str | None = None,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
    resume: str | os.PathLike[str] | None = None,
    report: Callable[[PartSummary], None] | None = None,
) -> Iterator[FileResult]:
    """Check files as `newsfacts.check_files` does, on the workers of a Spark session: the same results in the same order.

    All machines must see the files under the same paths. `resume` is a folder, which they must see too, for the results so far: after
    an interruption, a run with the same folder checks only the parts that were not finished. Without it, a temporary folder of
    this machine is used, which is enough for `local` masters. `report` is given what each part cost.

    Raises `UsageError` as `newsfacts.check_files` does, and `NewsfactsError` where Spark cannot finish the job.
    """
    given = [os.fspath(path) for path in paths]
    settings = configuration if configuration is not None else Configuration.discover(common_folder(given))
    checker = FileChecker.of(settings, format, schema=schema, factbook=factbook)
    refuse_unknown_rules(checker.plan)
    if resume is not None and (schema is not None or factbook is not None):
        raise UsageError("a run with a schema or a factbook given in Python cannot be resumed; configure their files")
    files = sorted(
        (file.path for file in find_files(given, exclude=settings.exclude, root=settings.root)), key=in_order
    )
    if not files:
        raise UsageError(f"no documents found in {', '.join(given)}" if given else "there is no file to check")
    shared = Settings(uuid.uuid4().hex, settings, checker.format, schema, factbook)
    return _results(spark, files, checker.plan, shared, resume, report)


def _results(
    spark: SparkSession,
    files: Sequence[str],
    plan: Plan,
    settings: Settings,
    resume: str | os.PathLike[str] | None,
    report: Callable[[PartSummary], None] | None,
) -> Iterator[FileResult]:
    with contextlib.ExitStack() as stack:
        if resume is None:
            home = stack.enter_context(tempfile.TemporaryDirectory(prefix=TEMPORARY_PREFIX))
            digest = settings.token
        else:
            home = os.path.abspath(os.fspath(resume))
            digest = stack.enter_context(opened(home, settings_of(plan, settings.format)))
        parts = divided(files)
        folders = [os.path.join(home, part.name(digest)) for part in parts]
        for summary in run_parts(spark, parts, folders, settings):
            if report is not None:
                report(summary)
        refuse_missing(folders, resume)
        forget_others(home, folders)
        repeated = RepeatedFindings()
        documents = 0
        for folder in folders:
            for checked, number in results_of(folder):
                documents += number
                result = checked.result.result
                findings = repeated.new(checked.result.path, result.findings)
                yield attrs.evolve(checked.result, result=attrs.evolve(result, findings=findings))
        if documents >= 2:
            together = compare(
                frame_of(spark, folders, "documents", DOCUMENT_COLUMNS), frame_of(spark, folders, "facts", FACT_COLUMNS), plan,
                documents,
            )  # fmt: skip
            if together is not None:
                yield together


_NOTE = "run.json"
_CONTENT = json.dumps({"newsfacts": "results of a run by parts"})


@contextlib.contextmanager
def opened(home: str, settings: Mapping[str, str]) -> Iterator[str]:
    """The folder of a run, for this run alone; gives a digest of the settings. Raises `UsageError` for a folder of anything else."""
    note = os.path.join(home, _NOTE)
    if os.path.lexists(home) and not os.path.isdir(home):
        raise UsageError(f"{home} is not a folder: the engine spark keeps the results so far in one")
    other = UsageError(f"{home} has other files, so the results of a run are not put there; name another folder")
    try:
        os.makedirs(home, exist_ok=True)
        if not os.path.exists(note):
            if os.listdir(home):
                raise other
            write_atomically(note, _CONTENT)
        elif read_bytes(note) != _CONTENT.encode():
            raise other
        with locked(note, home):
            forget_unfinished(home)
            try:
                yield hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()
            finally:
                forget_unfinished(home)
    except OSError as error:
        raise UsageError(f"{home} cannot be used for the results of a run: {error.strerror or error}") from None


@contextlib.contextmanager
def locked(path: str, home: str) -> Iterator[None]:
    """A file that no other run has at the same time, where the system has locks. Raises `UsageError` where one has it."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    handle = os.open(path, os.O_RDWR)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(f"{home} is in use by another run") from None
        yield
    finally:
        os.close(handle)


def forget_unfinished(home: str) -> None:
    """Delete what workers that were killed have begun: another attempt has a folder of its own."""
    for name in os.listdir(home):
        if name.startswith(TEMPORARY_PREFIX):
            shutil.rmtree(os.path.join(home, name), ignore_errors=True)


def forget_others(home: str, folders: Sequence[str]) -> None:
    """Delete the parts of earlier runs, over other files or with other settings."""
    names = {os.path.basename(folder) for folder in folders}
    for name in os.listdir(home):
        if name.startswith("part-") and name not in names:
            shutil.rmtree(os.path.join(home, name), ignore_errors=True)


def run_parts(
    spark: SparkSession, parts: Sequence[Part], folders: Sequence[str], settings: Settings
) -> Iterator[PartSummary]:
    """Check the parts that are not finished, a task each. Raises `NewsfactsError` where the job fails."""
    left = [number for number, folder in enumerate(folders) if not is_finished(folder)]
    for number in sorted(set(range(len(parts))) - set(left)):
        yield PartSummary(parts[number].first, len(parts[number].paths), 0, 0, 0.0, repeated=True)
    if not left:
        return
    context = spark.sparkContext
    work = context.broadcast([(parts[number], folders[number]) for number in left])
    stage = part_stage(work, Shared(context.broadcast(settings)))
    context.setJobDescription("newsfacts: check files")
    try:
        rows = spark.range(0, len(left), 1, numPartitions=len(left)).mapInArrow(stage, _SUMMARY).collect()
    except Exception as error:  # of Java, of the gateway to it, or of Python on a worker
        raise NewsfactsError(f"Spark could not check the files: {first_line(error)}") from error
    finally:
        context.setLocalProperty("spark.job.description", "")
    for row in sorted(rows, key=lambda row: int(row["part"])):
        yield PartSummary(**row.asDict())


def part_stage(work: Any, shared: Shared) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """From the number of a part to what it cost; its results go into its folder."""

    def stage(incoming: Iterable[Any]) -> Iterator[Any]:
        from pyspark import TaskContext

        context = TaskContext.get()
        apart = context is not None and context.attemptNumber() > 0
        for batch in incoming:
            for row in batch.to_pylist():
                part, folder = work.value[row["id"]]
                if is_finished(folder):  # by an attempt whose answer did not arrive
                    summary = PartSummary(part.first, len(part.paths), 0, 0, 0.0, repeated=True)
                else:
                    check = functools.partial(checked_files, shared, apart=apart)
                    summary = write_part(folder, part, check, clock)
                yield load_pyarrow().RecordBatch.from_pylist([attrs.asdict(summary)])

    return stage


def refuse_missing(folders: Sequence[str], resume: object) -> None:
    """Raise `UsageError` where the workers have written to a folder that this process does not see."""
    if all(os.path.isdir(folder) for folder in folders):
        return
    which = "the folder of --resume" if resume is not None else "the folder for temporary files"
    raise UsageError(f"the workers do not share {which} with this machine: name one that all of them see with --resume")


def frame_of(spark: SparkSession, folders: Sequence[str], name: str, columns: Mapping[str, str]) -> DataFrame:
    """One kind of rows of all parts."""
    paths = ["file:" + _PATTERN.sub(r"\\\g<0>", os.path.join(folder, f"{name}.parquet")) for folder in folders]
    return spark.read.schema(spark_schema(columns)).parquet(*paths)
