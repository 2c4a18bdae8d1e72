"""The results of a run, part by part, in a folder that all machines see: a part is there whole or not at all.

A part has the results of some files (`results.parquet`), and what is compared across documents (`documents.parquet`,
`facts.parquet`). Its folder gets its name when it is complete, so a part that has been finished is never checked again: not by a
second attempt of a task, and not by a later run with the same folder, except for files that have changed or could not be read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from newsfacts.checking.document_facts import DocumentFacts
from newsfacts.checking.one_file import CheckedFile
from newsfacts.checking.stored_results import packed, unpacked
from newsfacts.errors import NewsfactsError
from newsfacts.files import TEMPORARY_PREFIX, FileStamp, stamp_of
from newsfacts.spark.rows import (
    DOCUMENT_COLUMNS,
    DOCUMENTS_PER_FILE,
    FACT_COLUMNS,
    arrow_schema,
    document_id,
    document_row,
    documents_from,
    fact_rows,
)
from newsfacts.tables.arrow import load_pyarrow

__all__ = ["FILES_PER_PART", "LEAST_PARTS", "Part", "PartSummary", "divided", "is_finished", "results_of", "write_part"]

FILES_PER_PART = 250
"""How many files a part has at most: what is lost at most when a worker or a run is killed, for each worker."""

LEAST_PARTS = 8
"""A run over fewer than `LEAST_PARTS * FILES_PER_PART` files has so many parts, so that several workers have something to do."""

RESULT_COLUMNS: Mapping[str, str] = {"files": "string", "documents": "bigint", "result": "binary"}
"""The state of every file that a result depends on, as JSON (null where it must not be used again); the result as bytes."""


@attrs.frozen
class Part:
    """Files that are checked together, and the number of the first of them in the run."""

    first: int
    paths: tuple[str, ...]

    def name(self, settings: str) -> str:
        """The name of its folder: another one for other files, another place in the run, or other settings."""
        given = [settings, str(self.first), *self.paths]
        digest = hashlib.sha256("\0".join(given).encode("utf-8", "surrogatepass")).hexdigest()
        return f"part-{self.first:09d}-{digest[:24]}"


@attrs.frozen
class PartSummary:
    """What one part cost; `repeated` says that it was there already."""

    part: int
    files: int
    documents: int
    facts: int
    seconds: float
    repeated: bool


def divided(paths: Sequence[str]) -> list[Part]:
    """The parts of a run: the same for the same files, whatever machines there are."""
    size = max(1, min(FILES_PER_PART, -(-len(paths) // LEAST_PARTS)))
    return [Part(first, tuple(paths[first : first + size])) for first in range(0, len(paths), size)]


def is_finished(folder: str) -> bool:
    """Whether a part is there, and nothing that it depends on has changed since."""
    try:
        rows = load_pyarrow("pyarrow.parquet").read_table(os.path.join(folder, "results.parquet"), columns=["files"])
    except (OSError, ValueError):  # not there, or no part of ours
        return False
    return all(map(is_unchanged, rows.column("files").to_pylist()))


def is_unchanged(files: str | None) -> bool:
    """Whether files are as they were; where a result names none, that is not known."""
    return files is not None and all(stamp_of(name) == FileStamp(name, *state) for name, *state in json.loads(files))


def kept(folder: str, part: Part) -> dict[int, CheckedFile]:
    """The results of a part that can still be used, with their facts, by the number of the file; none where there is no part."""
    parquet = load_pyarrow("pyarrow.parquet")
    try:
        results, documents, facts = (
            parquet.read_table(os.path.join(folder, f"{name}.parquet")).to_pylist()
            for name in ("results", "documents", "facts")
        )
    except (OSError, ValueError):
        return {}
    found: dict[int, list[DocumentFacts]] = {}
    for row, one in zip(documents, documents_from(documents, iter(facts)), strict=True):
        found.setdefault(row["document"] // DOCUMENTS_PER_FILE, []).append(one)
    usable: dict[int, CheckedFile] = {}
    for number, row in enumerate(results, part.first):
        checked = unpacked(row["result"]) if is_unchanged(row["files"]) else None
        if checked is not None:
            stamps = tuple(FileStamp(name, *state) for name, *state in json.loads(row["files"]))
            usable[number] = attrs.evolve(checked, facts=tuple(found.get(number, ())), looked_at=stamps)
    return usable


def write_part(
    folder: str, part: Part, check: Callable[[Sequence[str]], Iterable[CheckedFile]], clock: Callable[[], float]
) -> PartSummary:
    """Check the files of a part, but for those whose results it has already, and keep the results."""
    parquet = load_pyarrow("pyarrow.parquet")
    began = clock()
    usable = kept(folder, part)
    others = iter(check([path for number, path in enumerate(part.paths, part.first) if number not in usable]))
    temporary = os.path.join(os.path.dirname(folder), f"{TEMPORARY_PREFIX}{uuid.uuid4().hex}")
    os.makedirs(temporary)
    documents = facts = 0
    try:
        with (
            _Rows(parquet, temporary, "results", RESULT_COLUMNS) as results,
            _Rows(parquet, temporary, "documents", DOCUMENT_COLUMNS) as document_rows,
            _Rows(parquet, temporary, "facts", FACT_COLUMNS) as rows_of_facts,
        ):
            for number in range(part.first, part.first + len(part.paths)):
                each = usable.get(number) or next(others)
                results.add(result_row(each))
                for place, found in enumerate(each.facts):
                    document = document_id(number, found.path, place)
                    document_rows.add(document_row(document, found))
                    for row in fact_rows(document, found):
                        rows_of_facts.add(row)
                        facts += 1
                documents += len(each.facts)
        publish(temporary, folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return PartSummary(part.first, len(part.paths), documents, facts, clock() - began, repeated=False)


def publish(temporary: str, folder: str) -> None:
    """Give a part its name. One that is there already is replaced, except by an attempt that was slower than another one."""
    if os.path.lexists(folder):
        if is_finished(folder):
            return
        with contextlib.suppress(FileNotFoundError):  # another attempt is faster
            os.rename(folder, f"{temporary}-old")
        shutil.rmtree(f"{temporary}-old", ignore_errors=True)
    try:
        os.rename(temporary, folder)
    except OSError:
        if not os.path.isdir(folder):  # else another attempt was faster, with the same results
            raise


def result_row(checked: CheckedFile) -> dict[str, Any]:
    """The row of one file."""
    stamps = checked.looked_at
    files = None if stamps is None else json.dumps([[stamp.path, *stamp.state] for stamp in stamps])
    return {"files": files, "documents": len(checked.facts), "result": packed(attrs.evolve(checked, facts=()))}


def results_of(folder: str) -> Iterator[tuple[CheckedFile, int]]:
    """The results of the files of a part in their order, and how many documents of each are compared. Raises `NewsfactsError`."""
    file = load_pyarrow("pyarrow.parquet").ParquetFile(os.path.join(folder, "results.parquet"))
    with file:
        for batch in file.iter_batches(columns=["documents", "result"]):
            for row in batch.to_pylist():
                checked = unpacked(row["result"])
                if checked is None:
                    raise NewsfactsError(f"{folder} is damaged: delete it, and check again")
                yield checked, row["documents"]


class _Rows:
    """A file of Parquet that rows are added to; memory has some of them at a time."""

    LIMIT = 2048

    def __init__(self, parquet: Any, folder: str, name: str, columns: Mapping[str, str]) -> None:
        self.schema = arrow_schema(columns)
        self.writer = parquet.ParquetWriter(os.path.join(folder, f"{name}.parquet"), self.schema, compression="zstd")
        self.waiting: list[dict[str, Any]] = []

    def add(self, row: dict[str, Any]) -> None:
        """Add a row."""
        self.waiting.append(row)
        if len(self.waiting) >= self.LIMIT:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait."""
        batch = load_pyarrow().RecordBatch.from_pylist(self.waiting, schema=self.schema)
        self.writer.write_batch(batch)
        self.waiting = []

    def __enter__(self) -> _Rows:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self.flush()
        self.writer.close()
