"""How fast a corpus is checked across its documents, and that memory does not grow with their number.

    python benchmarks/corpus.py [--jobs N] [--full | --million | --size N] [--all-rules]

Makes up 1,000 and 10,000 documents of about 1 KB (with --full also 100,000), each a report of one of many events with
counts, dates, quotes and people, and a few planted conflicts. Prints documents per second, the time of all processors
for each (which other programs disturb less: with two jobs, 1,000 µs are 2,000 documents per second), and the peak memory of
the process that compares, and of the largest one that reads. Each size runs in a process of its own, so that no peak is
that of an earlier run. Without `--all-rules`, only the rules that compare documents run.
"""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from _command_line import parser_of, positive_number

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.files import check_files

PLANTED = 10
"""How many documents have a count that contradicts the others of their event."""

BOOK = """newsfacts: 1
entities:
  mayor: {name: Ada Brandt, kind: person, aliases: [Brandt]}
  service: {name: rescue service, kind: organization}
"""

DOCUMENT = """---
newsfacts: 1
title: Flood {event}, report {number}
published: 2025-03-{day:02}T{hour:02}:00:00+01:00
outlet: Example Wire {outlet}
use: [shared.factbook.yaml]
measures: {{dead-{event}: {{label: people killed in flood {event}, unit: person, kind: tally}}}}
events: {{breach-{event}: {{label: breach of dam {event}}}}}
---

The dam of valley {event} broke on [3 March 2025]{{.time of=breach-{event}}}, and the water came into the lower streets before
anybody had been warned. [[The {service}]{{.source ref=service}} [said]{{.cue}} [[{count} people]{{.count of=dead-{event}
as_of=2025-03-04T12:00:00+01:00}} had died]{{.claim}}]{{.attribution}}. By evening [at least {count} people]{{.count of=dead-{event}
as_of=2025-03-05}} were counted. [[“We have asked for this dam to be mended for twenty years,”]{{.quote
said=2025-03-05}} [Brandt]{{.source ref=mayor}} [said]{{.cue}}]{{.attribution}} after the meeting, which had lasted until
midnight and which most of those who live in the valley had followed from the square in front of the town hall.
"""


def paths(folder: Path, size: int) -> Iterator[str]:
    """The names of the documents, a thousand to a folder, one by one: no list of them is kept."""
    for number in range(size):
        yield f"{folder}/{number // 1000:03}/{number:06}.facts"


def write(folder: Path, size: int) -> None:
    """Write the documents."""
    for number, path in enumerate(paths(folder, size)):
        if number % 1000 == 0:
            within = Path(path).parent
            within.mkdir()
            (within / "shared.factbook.yaml").write_text(BOOK, encoding="utf-8")
        event = number % max(1, size // 20)
        conflict = number >= size - PLANTED
        Path(path).write_text(
            DOCUMENT.format(
                event=event, number=number, day=5 + number % 20, hour=number % 24, outlet=number % 7, service="rescue service",
                count=12 + event % 30 + (50 if conflict else 0),
            ),
            encoding="utf-8",
        )  # fmt: skip


def run(size: int, jobs: int, select: tuple[str, ...]) -> None:
    """Check a corpus of one size, and print the figures."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), size)
        usage = resource.getrusage(resource.RUSAGE_SELF)
        before = usage.ru_utime + usage.ru_stime
        began = time.perf_counter()
        findings = 0
        for checked in check_files(paths(Path(name), size), Configuration(select=select), jobs=jobs):
            findings += len(checked.result.findings)
        seconds = time.perf_counter() - began
    after = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    own, others = (usage.ru_maxrss / 1024 for usage in after)
    processor = sum(usage.ru_utime + usage.ru_stime for usage in after) - before
    print(
        f"{size:>9,} {size / seconds:>10,.0f} {processor / size * 1e6:>14,.0f} {seconds:>9.1f} {own:>14.0f} {others:>11.0f} "
        f"{findings:>9}",
        flush=True,
    )


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument(
        "--jobs", type=positive_number, default=2, help="how many processes read (default: %(default)s)"
    )
    sizes_given = parser.add_mutually_exclusive_group()
    sizes_given.add_argument("--full", action="store_true", help="also 100,000 documents")
    sizes_given.add_argument("--million", action="store_true", help="1,000,000 documents and nothing else")
    sizes_given.add_argument("--size", type=positive_number, help="so many documents and nothing else")
    parser.add_argument(
        "--all-rules",
        action="store_true",
        help="run all default rules on each document, not only those that compare documents",
    )
    arguments = parser.parse_args()
    print(
        f"{'documents':>9} {'per second':>10} {'processor, µs':>14} {'seconds':>9} {'compares, MiB':>14} {'reads, MiB':>11} "
        f"{'findings':>9}"
    )
    context = multiprocessing.get_context("spawn")
    sizes: tuple[int, ...] = (1_000, 10_000, 100_000) if arguments.full else (1_000, 10_000)
    if arguments.million or arguments.size:
        sizes = (arguments.size or 1_000_000,)
    for size in sizes:
        process = context.Process(target=run, args=(size, arguments.jobs, () if arguments.all_rules else ("X",)))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
