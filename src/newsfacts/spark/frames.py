"""Documents, findings and facts as Spark DataFrames: the same functions as on one machine, as stages over batches of Arrow."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.files import common_folder
from newsfacts.checking.find_files import find_files
from newsfacts.checking.found_paths import in_order
from newsfacts.checking.plan import Plan
from newsfacts.errors import UsageError
from newsfacts.formats import get_format
from newsfacts.model import Factbook
from newsfacts.schema.kinds import Schema
from newsfacts.spark.across import compare
from newsfacts.spark.rows import DOCUMENT_COLUMNS, FACT_COLUMNS, STATED_COLUMNS, spark_schema
from newsfacts.spark.stages import Settings, Shared, facts_of_rows, findings_of_rows, stated_of_rows
from newsfacts.tables.columns import ColumnType
from newsfacts.tables.whole import FINDINGS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["check", "check_across", "facts", "read_documents"]

DOCUMENTS = "number bigint, path string, text string, format string"
"""The columns of a frame of documents."""

COLUMNS = ("number", "path", "text", "format")

FILES_PER_PARTITION = 250
"""How many files one task reads."""

_TYPES = {
    ColumnType.TEXT: "string", ColumnType.INTEGER: "bigint", ColumnType.NUMBER: "double", ColumnType.BOOLEAN: "boolean",
}  # fmt: skip
_FINDINGS = ", ".join(
    f"`{column.name}` {_TYPES[column.type]}{' NOT NULL' if column.required else ''}" for column in FINDINGS.columns
)


def read_documents(
    spark: SparkSession,
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] | DataFrame,
    *,
    text: str = "text",
    path: str | None = None,
    format: str | None = None,
    configuration: Configuration | None = None,
) -> DataFrame:
    """Documents as a frame with the columns number, path, text and format.

    `source` is files and folders, found as `newsfacts.check_files` finds them (the workers read them: all must see them under the same
    paths; `text` is null, and `number` their order), or a frame with a column `text`. Its column `path` says what findings call a document, and must be
    different for each; without one, documents are called after the SHA-256 of their text. `format` is that of the texts ("facts" if
    none is given), or of files whose endings do not say it.

    Raises `UsageError` where there are no files, for an unknown format, and for a frame without the column.
    """
    from pyspark.sql import DataFrame

    name = None if format is None else get_format(format).name
    if isinstance(source, DataFrame):
        return _from_frame(source, text, path, name or "facts")
    given = [os.fspath(source)] if isinstance(source, str | os.PathLike) else [os.fspath(each) for each in source]
    settings = configuration if configuration is not None else Configuration.discover(common_folder(given))
    found = find_files(given, exclude=settings.exclude, root=settings.root)
    files = sorted((file.path for file in found), key=in_order)
    if not files:
        raise UsageError(f"no documents found in {', '.join(given)}" if given else "there is no file to check")
    rows = [(number, file, None, name) for number, file in enumerate(files)]
    parts = -(-len(rows) // FILES_PER_PARTITION)
    return spark.createDataFrame(spark.sparkContext.parallelize(rows, parts), DOCUMENTS)


def _from_frame(source: DataFrame, text: str, path: str | None, format: str) -> DataFrame:
    from pyspark.sql import functions as sf

    for column in (text, *([path] if path is not None else [])):
        if column not in source.columns:
            raise UsageError(f"the frame has no column {column!r}; its columns are {', '.join(source.columns)}")
    words = sf.coalesce(source[text].cast("string"), sf.lit(""))
    called = sf.concat(sf.lit("sha256:"), sf.sha2(words, 256)) if path is None else source[path].cast("string")
    number = sf.lit(None).cast("bigint")
    return source.select(
        number.alias("number"), called.alias("path"), words.alias("text"), sf.lit(format).alias("format")
    )


def check(
    documents: DataFrame,
    configuration: Configuration | None = None,
    *,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
) -> DataFrame:
    """The findings of each document by itself: a frame with the columns of the table `findings`.

    `documents` is a frame of `read_documents`. Without `configuration` the defaults are used. A document that cannot be read is a row
    with code S20, and never fails the job.
    """
    stage = findings_of_rows(_shared(documents, configuration, schema, factbook))
    return documents.select(*COLUMNS).mapInArrow(stage, _FINDINGS)


def facts(
    documents: DataFrame,
    configuration: Configuration | None = None,
    *,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
) -> DataFrame:
    """What documents state, to be compared across them: a frame with the columns of `newsfacts.rules.corpus_rule.Fact`.

    `document` is a number for each document, and `number` one for each of its facts; `by` is called `speaker`. `path` is null
    where it is the document's own.
    """
    stage = facts_of_rows(_shared(documents, configuration, schema, factbook))
    return documents.select(*COLUMNS).mapInArrow(stage, spark_schema(FACT_COLUMNS))


def check_across(
    documents: DataFrame,
    configuration: Configuration | None = None,
    *,
    schema: Schema | None = None,
    factbook: Factbook | None = None,
) -> DataFrame:
    """The findings that several documents have together: a frame with the columns of the table `findings`.

    Spark aggregates the facts when this is called; the few candidates are compared in this process.
    """
    settings = configuration if configuration is not None else Configuration()
    shared = _shared(documents, settings, schema, factbook)
    stage = stated_of_rows(shared)
    stated = documents.select(*COLUMNS).mapInArrow(stage, spark_schema(STATED_COLUMNS)).cache()
    try:
        whole = stated.where("kind IS NULL").select(*DOCUMENT_COLUMNS)
        facts = stated.where("kind IS NOT NULL").select(*FACT_COLUMNS)
        together = compare(whole, facts, Plan.of(settings), whole.count())
    finally:
        stated.unpersist()
    found = [] if together is None else together.findings
    rows: list[Any] = [tuple(FINDINGS.row(finding).values()) for finding in found]
    return documents.sparkSession.createDataFrame(rows, _FINDINGS)


def _shared(
    documents: DataFrame, configuration: Configuration | None, schema: Schema | None, factbook: Factbook | None
) -> Shared:
    """The settings, sent to each worker once. Raises `UsageError` for those that cannot be used."""
    from newsfacts.checking.one_file import FileChecker

    settings = configuration if configuration is not None else Configuration()
    FileChecker.of(settings, schema=schema, factbook=factbook)
    context = documents.sparkSession.sparkContext
    return Shared(context.broadcast(Settings(uuid.uuid4().hex, settings, None, schema, factbook)))
