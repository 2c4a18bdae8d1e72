"""What a check on a Spark cluster costs, stage by stage, and that it finds what one process finds.

    python benchmarks/spark.py [--size 50000] [--master 'local-cluster[2,1,1024]']

Makes up documents with planted conflicts (those of benchmarks/corpus.py), checks them in one process and on the cluster, and
compares the results. Prints, for each stage, the time of all tasks for a document, the bytes that were sent between workers for a
document, and the peak memory of the driver, of the executors (Java) and of their Python processes.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from _command_line import parser_of, positive_number
from corpus import paths, write

import newsfacts
from newsfacts.spark import check_files, start_session
from newsfacts.spark.parts import PartSummary


def peaks(found: dict[str, int], stop: threading.Event) -> None:
    """Keep the greatest resident memory in KiB of the processes below this one, by what they are, until `stop` is set."""
    while not stop.wait(0.5):
        parents: dict[int, int] = {}
        kinds: dict[int, tuple[str, int]] = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    status = (entry / "status").read_text()
                    command = (entry / "cmdline").read_bytes().decode(errors="replace")
                except OSError:
                    continue
                fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
                parents[int(entry.name)] = int(fields["PPid"])
                kind = (
                    "executor"
                    if "CoarseGrainedExecutor" in command
                    else "python"
                    if "pyspark" in command and "java" not in command
                    else ""
                )
                kinds[int(entry.name)] = (kind, int(fields.get("VmHWM", "0 kB").split()[0]))
        for process, (kind, size) in kinds.items():
            if kind and is_below(process, parents):
                found[kind] = max(found.get(kind, 0), size)


def is_below(process: int, parents: dict[int, int]) -> bool:
    """Whether a process was started by this one, or by one that was."""
    while process > 1:
        if process == os.getpid():
            return True
        process = parents.get(process, 0)
    return False


def stages(log: Path) -> dict[str, Counter[str]]:
    """Milliseconds of tasks and bytes that were sent, by what the stage is for, from the event log."""
    names: dict[int, str] = {}
    found: dict[str, Counter[str]] = {}
    for file in sorted(each for each in log.rglob("*") if each.name.startswith("events")):
        for line in file.read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            if event["Event"] == "SparkListenerStageSubmitted":
                description = (event.get("Properties") or {}).get("spark.job.description", "other")
                names[event["Stage Info"]["Stage ID"]] = description
            elif event["Event"] == "SparkListenerTaskEnd" and event.get("Task Metrics"):
                metrics = event["Task Metrics"]
                totals = found.setdefault(names.get(event["Stage ID"], "other"), Counter())
                totals["ms"] += metrics["Executor Run Time"]
                totals["shuffle bytes"] += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
                totals["bytes to the driver"] += metrics["Result Size"]
                totals["tasks"] += 1
    return found


def main() -> int:
    parser = parser_of(__doc__)
    parser.add_argument(
        "--size", type=positive_number, default=50_000, help="how many documents (default: %(default)s)"
    )
    parser.add_argument("--master", default="local-cluster[2,1,1024]", help="where Spark runs (default: %(default)s)")
    arguments = parser.parse_args()
    size = arguments.size
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "corpus")
        folder.mkdir()
        write(folder, size)
        (folder / "newsfacts.toml").write_text("", encoding="utf-8")
        files = list(paths(folder, size))
        began, used = time.perf_counter(), time.process_time()
        expected = list(newsfacts.check_files(files))
        print(
            f"one process: {time.perf_counter() - began:.0f} s, {(time.process_time() - used) / size * 1e6:.0f} µs of processor a document"
        )
        log = Path(name, "log")
        log.mkdir()
        memory: dict[str, int] = {}
        stop = threading.Event()
        watcher = threading.Thread(target=peaks, args=(memory, stop))
        watcher.start()
        began = time.perf_counter()
        spark = start_session(
            arguments.master,
            options={
                "spark.eventLog.enabled": "true",
                "spark.eventLog.dir": f"file:{log}",
                "spark.eventLog.compress": "false",
            },
        )
        print(f"session: {time.perf_counter() - began:.0f} s")
        summaries: list[PartSummary] = []
        began = time.perf_counter()
        found = list(check_files(spark, files, resume=Path(name, "state"), report=summaries.append))
        print(f"{arguments.master}: {time.perf_counter() - began:.0f} s")
        kept = sum(file.stat().st_size for file in Path(name, "state").rglob("*.parquet"))
        spark.stop()
        stop.set()
        watcher.join()
        same = found == expected
        total = sum(len(file.findings) for file in found)
        across = sum(len(file.findings) for file in found if file.is_across)
        print(
            f"{total:,} findings, {across:,} across documents; {'the same' if same else 'NOT THE SAME'} as those of one process"
        )
        checked = sum(each.seconds for each in summaries)
        print(
            f"checking in tasks: {checked / size * 1e6:.0f} µs a document; {sum(each.facts for each in summaries) / size:.1f} facts, {kept / size:.0f} bytes kept a document"
        )
        for stage, totals in sorted(stages(log).items()):
            print(
                f"{stage}: {totals['tasks']:,} tasks, {totals['ms'] / size * 1e3:.0f} µs, {totals['shuffle bytes'] / size:.1f} bytes "
                f"between workers and {totals['bytes to the driver'] / size:.1f} to the driver a document"
            )
        for kind, kib in sorted(memory.items()):
            print(f"peak memory of one {kind} process: {kib / 1024:.0f} MB")
        return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
