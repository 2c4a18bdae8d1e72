"""Prints how well and how fast number and date phrases are read, on a folder of cases.

    PYTHONPATH=src python benchmarks/values.py [CASES]

First the speed on made-up phrases, none of which has been seen before. CASES holds lines of JSON, `{"id", "text", "span", "kind", "ref", "expected"}`. The reader sees only the phrase (`span`,
or `text` where there is no span) and, for dates, the reference date `ref`. `expected` has `value` or `core` for one
number, `lo` and `hi` for a range (null is open), `alts` (pairs of moments) for a date, `seconds` for a duration.
A value is right when it equals the expected one to a millionth, a range when both ends do, a date when its day is,
a moment when its minute is, a period when both ends are, a duration within 1.5 percent (a month is 30 days).
Kinds that name none of these are left out.
"""

from __future__ import annotations

import functools
import json
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from _command_line import existing_folder, parser_of

from newsfacts.errors import UnreadableValue
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.numerals import read_number
from newsfacts.values.quantities.reading.phrase import parse_quantity

NUMBERS = ("number", "ordinal", "percent", "money", "quantity", "fraction", "probe_num", "probe_vague", "probe_range")
TIMES = ("date", "datetime", "duration", "holiday", "probe_time")
DEFAULT_REFERENCE = "2016-11-07T00:00:00"


def near(found: Any, wanted: Any) -> bool:
    """Equal to a millionth, or both open."""
    if found is None or wanted is None:
        return found is None and wanted is None
    return abs(float(found) - float(wanted)) <= 1e-6 * max(1.0, abs(float(found)), abs(float(wanted)))


def number_is_right(_: str, found: Quantity, wanted: dict[str, Any]) -> bool:
    if "lo" in wanted or "hi" in wanted:
        return near(found.low, wanted.get("lo")) and near(found.high, wanted.get("hi"))
    value = wanted.get("core", wanted.get("value"))
    return near(found.stated, value) or (value is not None and near(found.stated, 100 * value))


def time_is_right(kind: str, found: Any, wanted: dict[str, Any]) -> bool:
    if wanted.get("seconds") is not None:
        seconds = getattr(found, "seconds", None)
        return seconds is not None and abs(float(seconds) - wanted["seconds"]) <= 0.015 * max(1, wanted["seconds"])
    ends = (moment(getattr(found, "start", None)), moment(getattr(found, "end", None)))
    if kind in ("date", "holiday"):
        return any(ends[0] and start and ends[0][:10] == start[:10] for start, _ in wanted["alts"])
    if kind == "datetime":
        return any(ends[0] and start and ends[0][:16] == start[:16] for start, _ in wanted["alts"])
    return any(ends == (moment(start), moment(end)) for start, end in wanted["alts"])


def moment(value: Any) -> str | None:
    """A date or moment without its zone, so that they compare as the cases write them."""
    if value is None:
        return None
    text = value if isinstance(value, str) else value.isoformat()
    return datetime.fromisoformat(text).replace(tzinfo=None).isoformat()


def readers() -> dict[str, tuple[Callable[[str, str], Any], Callable[[str, Any, dict[str, Any]], bool]]]:
    from newsfacts.values.times.phrase import parse_time

    @functools.cache  # the day of publication is given as a date; reading it is not part of what is measured
    def published(reference: str) -> datetime:
        return datetime.fromisoformat(reference).replace(tzinfo=None)

    def read_time(phrase: str, reference: str) -> Any:
        return parse_time(phrase, published=published(reference))

    return {
        "numbers": (lambda phrase, _: parse_quantity(phrase), number_is_right),
        "times": (read_time, time_is_right),
    }


def family(kind: str, wanted: dict[str, Any]) -> str | None:
    bare = kind.removeprefix("hedged_").removeprefix("change_").removesuffix("_range")
    if bare in NUMBERS and any(wanted.get(key) is not None for key in ("value", "core", "lo", "hi")):
        return "numbers"
    if bare in TIMES and (wanted.get("alts") or wanted.get("seconds") is not None):
        return "times"
    return None


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("cases", type=existing_folder, nargs="?", help="a folder of .jsonl files")
    folder: Path | None = parser.parse_args().cases
    speed()
    if folder is not None:
        accuracy(folder)


def speed() -> None:
    """How many phrases are read in a second of the processor, all of them different; each hundred at its fastest."""
    read_by = readers()
    random_ = random.Random(1)
    for name, phrase in (("numbers", number_phrase), ("times", time_phrase)):
        read = read_by[name][0]
        phrases = list({phrase(random_): None for _ in range(2_000)})
        seconds = 0.0
        for first in range(0, len(phrases), 100):
            seconds += min(timed(read, phrases[first : first + 100]) for _ in range(10))
        print(f"{name}: {len(phrases):,} made-up phrases, {len(phrases) / seconds:,.0f} a processor second")


def timed(read: Callable[[str, str], Any], phrases: list[str]) -> float:
    began = time.process_time()
    for phrase in phrases:
        read(phrase, DEFAULT_REFERENCE)
    return time.process_time() - began


def number_phrase(random_: random.Random) -> str:
    """A count as news states them."""
    hedge = random_.choice(["", "", "", "about ", "at least ", "more than ", "nearly ", "up to "])
    noun = random_.choice(["people", "votes", "houses", "workers", "meetings", "tonnes", "schools"])
    size = random_.randrange(2, 99_999)
    tens, units = random_.choice(["twenty", "forty", "seventy"]), random_.choice(["one", "four", "eight"])
    return random_.choice([
        f"{hedge}{size:,} {noun}", f"{hedge}{size / 10} percent", f"{hedge}${size / 100} million", f"{hedge}{size} {noun}",
        f"{size} to {size * 3} {noun}", f"between {size} and {size * 2} {noun}", f"a {size / 10}% increase",
        f"{hedge}{units} hundred and {tens}-{units} thousand {noun}", f"{hedge}{size / 10} million {noun}",
    ])  # fmt: skip


def time_phrase(random_: random.Random) -> str:
    """A date or a period as news states them."""
    month = random_.choice(["January", "March", "June", "September", "November"])
    day, year, size = random_.randrange(1, 29), random_.randrange(1700, 2100), random_.randrange(2, 400)
    unit = random_.choice(["days", "weeks", "months", "years"])
    return random_.choice([
        f"{month} {day}, {year}", f"{day} {month} {year}", f"in {month} {year}", f"since {year}", f"{size} {unit} ago",
        f"from {month} {day} to {month} {day + 1}, {year}", f"{day % 12 + 1}:{size % 60:02} p.m. on {month} {day}",
        f"{year}-0{day % 9 + 1}-{day:02}", f"the end of {year}", f"the past {size} {unit}",
    ])  # fmt: skip


def accuracy(folder: Path) -> None:
    """How many cases are read rightly, and how fast."""
    tables: dict[str, dict[str, Counter[str]]] = {"numbers": defaultdict(Counter), "times": defaultdict(Counter)}
    busy: Counter[str] = Counter()
    read_by = readers()
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            name = family(case["kind"], case["expected"])
            if name is None:
                continue
            read, is_right = read_by[name]
            began = time.perf_counter_ns()
            try:
                found = read(case["span"] or case["text"], case["ref"] or DEFAULT_REFERENCE)
            except UnreadableValue:
                found = None
            busy[name] += time.perf_counter_ns() - began
            row = tables[name][case["kind"]]
            row["cases"] += 1
            row["refused"] += found is None
            row["right"] += found is not None and is_right(case["kind"], found, case["expected"])
    for name, rows in tables.items():
        total = sum(row["cases"] for row in rows.values())
        if not total:
            continue
        print(f"{name}: {total:,} phrases, {total / busy[name] * 1e9:,.0f} a second")
        for kind, row in sorted(rows.items()):
            print(
                f"  {kind:18} {100 * row['right'] / row['cases']:5.1f} % of {row['cases']:4}, {row['refused']} refused"
            )
    began = time.perf_counter_ns()
    for _ in range(10_000):
        read_number("two hundred and fifty thousand")
    print(f"read_number: {10_000 / (time.perf_counter_ns() - began) * 1e9:,.0f} a second")
    started = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"
    for module in ("attrs", "newsfacts.values", "newsfacts.values.quantities.reading.phrase"):
        shown = subprocess.run(
            [sys.executable, "-c", started.format(module)], capture_output=True, text=True, check=True
        )
        print(f"import {module}: {1000 * float(shown.stdout):.0f} ms")


if __name__ == "__main__":
    main()
