"""How often the verdict about a number or a date is the one that people gave.

    python benchmarks/grounding/values.py            # the figures
    python benchmarks/grounding/values.py --wrong    # and every pair that is judged otherwise

`values.tsv` has pairs of a statement and its source, written for this project, with the outcome that a reader gave.
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections import Counter
from pathlib import Path

from newsfacts.grounding import ground

PAIRS = Path(__file__).with_name("values.tsv")


def outcome_of(row: dict[str, str]) -> str:
    """The verdict about the words of one row."""
    published = dt.date.fromisoformat(row["published"]) if row["published"] else None
    found = ground(row["statement"], row["source"], published=published)
    exact = [item for item in found.items if item.words == row["words"]]
    near = [item for item in found.items if row["words"] in item.words or item.words in row["words"]]
    item = next(iter(exact or near), None)
    return "nothing" if item is None else str(item.outcome)


def main() -> None:
    """Print the figures."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for row in rows:
        found = outcome_of(row)
        wanted[row["outcome"]] += 1
        given[found] += 1
        right[row["outcome"]] += found == row["outcome"]
        if found != row["outcome"] and "--wrong" in sys.argv:
            print(f"{row['outcome']} judged as {found}: {row['statement']} | {row['source']}")
    print(f"{sum(right.values())} of {len(rows)} pairs right")
    for outcome, count in wanted.most_common():
        print(f"{outcome:14} {right[outcome]:3} of {count:3} found; given {given[outcome]:3} times")


if __name__ == "__main__":
    main()
