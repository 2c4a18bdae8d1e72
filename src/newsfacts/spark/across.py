"""The comparison across documents: Spark aggregates the facts, the rules look at the few candidates, in this process."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newsfacts.checking.candidates import candidates_sql
from newsfacts.checking.files import Across
from newsfacts.checking.one_file import FileResult
from newsfacts.checking.plan import Plan
from newsfacts.errors import NewsfactsError
from newsfacts.spark.rows import FACT_COLUMNS, documents_from
from newsfacts.spark.session import first_line

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["candidates", "compare", "kept_once"]


def compare(documents: DataFrame, facts: DataFrame, plan: Plan, total: int) -> FileResult | None:
    """What does not go together among `total` documents; None where there are not two, or nothing is compared. Raises `NewsfactsError` where Spark fails.

    The frames have the columns of `newsfacts.spark.rows`. Only documents with candidates, or that suppress something, come here.
    """
    if total < 2 or not plan.compares:
        return None
    context = facts.sparkSession.sparkContext
    context.setJobDescription("newsfacts: compare documents")
    chosen = candidates(kept_once(facts)).cache()
    try:
        wanted = chosen.select("document").distinct().withColumnRenamed("document", "wanted")
        joined = documents.join(wanted, documents["document"] == wanted["wanted"], "left")
        needed = joined.where("wanted IS NOT NULL OR suppresses").select("document", "packed")
        with Across(plan) as across:
            store = across.open()
            for found in documents_from(in_order(needed, "document"), in_order(chosen, "document", "number")):
                across.add([found])
            store.documents = total
            return across.result()
    except NewsfactsError:
        raise
    except Exception as error:  # of Java, or of the gateway to it
        raise NewsfactsError(f"Spark could not compare the documents: {first_line(error)}") from error
    finally:
        chosen.unpersist()
        context.setLocalProperty("spark.job.description", "")


def in_order(frame: DataFrame, *columns: str) -> Iterator[Mapping[str, Any]]:
    """The rows of a frame, sorted, one partition after the other."""
    return (row.asDict() for row in frame.orderBy(*columns).toLocalIterator())


def kept_once(facts: DataFrame) -> DataFrame:
    """Of facts that are kept once, those of the first document: of each kind, key and value one."""
    from pyspark.sql import functions as sf

    rest = [name for name in FACT_COLUMNS if name not in ("kind", "key", "value")]
    first = (
        facts.where("once").groupBy("kind", "key", "value").agg(sf.min(sf.struct(*rest)).alias("first"))
        .select("kind", "key", "value", *(sf.col(f"first.{name}").alias(name) for name in rest))
    )  # fmt: skip
    return facts.where("NOT once").select(*FACT_COLUMNS).unionByName(first.select(*FACT_COLUMNS))


def candidates(facts: DataFrame) -> DataFrame:
    """The facts that have to be looked at one by one.

    The aggregates of each key are made in every partition before anything is sent, and the keys that are left are joined by
    sending them to the facts where they are few; so one key with a million facts is no more work for one task than others.
    """
    session = facts.sparkSession
    view = f"newsfacts_{uuid.uuid4().hex}"
    facts.createOrReplaceTempView(view)
    try:
        keys = session.sql(candidates_sql(view))
        return facts.join(keys, ["kind", "key"], "left_semi").select(*FACT_COLUMNS)
    finally:
        session.catalog.dropTempView(view)
