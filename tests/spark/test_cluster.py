"""Spark on a real cluster of two worker processes: the findings of one process, whatever is killed meanwhile."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.running import newsfacts as command

import newsfacts
from newsfacts.checking.one_file import FileResult
from newsfacts.spark.parts import PartSummary
from newsfacts.tables.whole import FINDINGS

pytestmark = [
    pytest.mark.skipif(
        not os.environ.get("NEWSFACTS_SPARK"),
        reason="a cluster takes long to start: .ci/run tests it in a step of its own; set NEWSFACTS_SPARK=1",
    ),
    pytest.mark.skipif(find_spec("pyspark") is None, reason="PySpark is in the extra spark"),
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which .ci/run installs"),
    pytest.mark.filterwarnings("ignore"),  # of pandas, of sockets that py4j leaves to the end of the process
]

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SIZE = 240

POLLS = 6000
"""How often it is looked at what another process has done, 0.02 seconds apart."""

ARTICLE = """---
newsfacts: 1
title: Flood {event}, report {number}
published: 2025-03-{day:02}
use: [shared.factbook.yaml]
measures: {{dead-{event}: {{label: people killed in flood {event}, unit: person, kind: tally}}}}
---
[[The service]{{.source ref=service}} [said]{{.cue}} [[{count} people]{{.count of=dead-{event} as_of=2025-03-04}} had
died]{{.claim}}]{{.attribution}}. [“We have asked for this dam to be repaired for twenty {word} years”]{{.quote by=mayor}}
"""
BOOK = "newsfacts: 1\nentities:\n  mayor: {name: Ada Brandt, kind: person}\n  service: {name: rescue service}\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of floods. In every sixth flood one of them gives another number, or the words of a quote otherwise."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "newsfacts.toml").write_text("", encoding="utf-8")
    (folder / "shared.factbook.yaml").write_text(BOOK, encoding="utf-8")
    for number in range(SIZE):
        event = number // 4
        wrong = event % 6 == 0 and number % 4 == 3
        text = ARTICLE.format(
            event=event, number=number, day=5 + number % 4, count=12 + event + 50 * wrong, word="long" if wrong else "weary"
        )  # fmt: skip
        (folder / f"{number:04}.facts").write_text(text, encoding="utf-8")
    (folder / "bad.facts").write_bytes(b"\xff is not UTF-8")
    (folder / "worse.facts").write_text("[12]{.count of=nothing} {% ignore X04: twice %}", encoding="utf-8")
    (folder / "two.facts.jsonl").write_text(
        '{"newsfacts": 1, "text": "a"}\n{"newsfacts": 1, "text": "b"\n', encoding="utf-8"
    )
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return folder


@pytest.fixture(scope="module")
def expected(corpus: Path) -> list[FileResult]:
    """The results of one process."""
    return list(newsfacts.check_files([corpus]))


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    from newsfacts.spark import start_session

    session = start_session("local-cluster[2,1,1024]", options={"spark.executor.memory": "512m"})
    yield session
    session.stop()


def test_documents_in_a_table_have_findings_as_rows(spark: SparkSession, corpus: Path) -> None:
    from newsfacts.spark import check, check_across, facts, read_documents

    paths = sorted(corpus.glob("00[0-4]*.facts"))
    texts = [(path.name, path.read_text(encoding="utf-8")) for path in paths]
    texts += [("broken", "[12]{.count of=nothing}"), ("empty", "")]
    frame = spark.createDataFrame(texts, "name string, body string")
    documents = read_documents(spark, frame, text="body", path="name")
    found = check(documents)
    assert found.columns == [column.name for column in FINDINGS.columns]
    rows = {(row["path"], row["code"], row["message"]) for row in found.collect()}
    alone = {
        (name, finding.code, finding.message)
        for name, text in texts
        for finding in newsfacts.check(newsfacts.parse(text, path=name).document).findings
    }
    assert rows == alone
    assert ("broken", "S06") in {(path, code) for path, code, _ in rows}
    across = check_across(documents).collect()
    assert len([row for row in across if row["code"] == "X04"]) == 2
    assert facts(documents).where("kind = 'count'").count() == len(paths)


def test_a_key_with_very_many_facts_is_aggregated_where_they_are(spark: SparkSession) -> None:
    """Skew: what is sent for the aggregates is a row for each key and partition, and not one for each fact."""
    from newsfacts.spark.across import candidates
    from newsfacts.spark.rows import FACT_COLUMNS

    many = 20_000
    columns = {
        "document": "id", "number": "0L", "kind": "'count'", "key": "'dead'", "value": "'='", "low": "CAST(id % 7 AS DOUBLE)",
        "high": "CAST(id % 7 AS DOUBLE)", "speaker": "''", "dated": "false", "once": "false",
    }  # fmt: skip
    chosen = [
        f"{columns.get(name, 'NULL')} AS {name}" if name in columns else f"CAST(NULL AS {type}) AS {name}"
        for name, type in FACT_COLUMNS.items()
    ]
    facts = spark.range(0, many, 1, numPartitions=4).selectExpr(*chosen)
    counted = candidates(facts).groupBy().count()
    assert counted.collect()[0][0] == many  # all of them, for the rule to look at
    assert 4 <= sent_rows(counted) <= 32


def sent_rows(frame: Any) -> int:
    """How many rows were sent for aggregates, in the plan that was run."""
    total = 0
    waiting = [frame._jdf.queryExecution().executedPlan()]
    while waiting:
        plan = waiting.pop()
        name = plan.getClass().getSimpleName()
        if name == "AdaptiveSparkPlanExec":
            waiting.append(plan.executedPlan())
        elif name.endswith("QueryStageExec"):
            waiting.append(plan.plan())
        elif name == "ShuffleExchangeExec":
            total += int(plan.metrics().apply("shuffleRecordsWritten").value())
        children = plan.children()
        waiting += [children.apply(number) for number in range(children.size())]
    return total


# -- What is killed ----------------------------------------------------------------------------------------------------


def test_the_results_are_those_of_one_process_although_a_worker_is_killed(
    spark: SparkSession, corpus: Path, expected: list[FileResult], tmp_path: Path
) -> None:
    from newsfacts.spark import check_files

    home = tmp_path / "state"
    killed: list[int] = []

    def kill_one() -> None:
        for _ in range(POLLS):
            if killed:
                return
            begun = list(home.glob(".newsfacts-*")) if home.exists() else []
            workers = executors()
            if begun and workers:
                os.kill(workers[0], signal.SIGKILL)
                killed.append(workers[0])
            time.sleep(0.02)

    killer = threading.Thread(target=kill_one)
    killer.start()
    summaries: list[PartSummary] = []
    found = list(check_files(spark, [corpus], resume=home, report=summaries.append))
    killer.join()
    assert killed, "the run was over before a worker could be killed"
    assert found == expected
    assert expected[-1].is_across
    assert len([finding for finding in expected[-1].findings if finding.code == "X04"]) == 10
    assert sum(summary.files for summary in summaries) == len(expected) - 1
    assert [path.name for path in home.iterdir() if path.name.startswith(".newsfacts")] == []


def executors() -> list[int]:
    """The worker processes of this session."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and is_executor(entry) and is_below(int(entry.name)):
            found.append(int(entry.name))
    return sorted(found)


def is_executor(entry: Path) -> bool:
    try:
        return b"CoarseGrainedExecutorBackend" in (entry / "cmdline").read_bytes()
    except OSError:
        return False


def is_below(process: int) -> bool:
    """Whether a process was started by this one, or by one that was."""
    while process > 1:
        if process == os.getpid():
            return True
        try:
            status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        except OSError:
            return False
        process = int(next(line.split()[1] for line in status.splitlines() if line.startswith("PPid:")))
    return False


def test_a_run_whose_driver_was_killed_repeats_no_finished_part(
    spark: SparkSession,
    corpus: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A run is killed when some parts are finished; another one goes on, and its report is that of one machine, byte for byte."""
    home = tmp_path / "state"
    words = [sys.executable, "-m", "newsfacts", "check", str(corpus), "--format", "json", "--engine", "spark"]
    words += ["--master", "local[1]", "--resume", str(home)]
    with (tmp_path / "log").open("wb") as log:
        driver = subprocess.Popen(words, stdout=log, stderr=log, start_new_session=True)
        for _ in range(POLLS):
            if len(list(home.glob("part-*"))) >= 2 or driver.poll() is not None:
                break
            time.sleep(0.02)
        os.killpg(driver.pid, signal.SIGKILL)  # also Java and the Python workers, as when a machine stops
        driver.wait()
    before = {path.name: path.stat().st_ctime_ns for path in home.glob("part-*")}
    assert 2 <= len(before) < 8
    monkeypatch.setattr("newsfacts.spark.session.session", lambda master: _Kept(spark))
    # "bad.facts" and "two.facts.jsonl" are read again in each run: their parts may be written again, all others may not.
    status = command(capsys, "check", corpus, "--format", "json", "--engine", "spark", "--resume", home)
    after = {path.name: path.stat().st_ctime_ns for path in home.glob("part-*")}
    assert len(after) == 8
    unfinished = {name for name, moment in before.items() if after.get(name) != moment}
    assert len(unfinished) <= 1
    local = command(capsys, "check", corpus, "--format", "json")
    assert status.err == local.err
    assert (status.status, status.out) == (local.status, local.out)
    assert local.out


class _Kept:
    """A session that the command must not stop: starting another takes longer than the test."""

    def __init__(self, spark: SparkSession) -> None:
        self.spark = spark

    def __enter__(self) -> SparkSession:
        return self.spark

    def __exit__(self, *_: object) -> None:
        pass
