"""How often the verdict about a number or a date is the one that a reader gave.

    PYTHONPATH=src python benchmarks/grounding/values.py            newsfacts
    PYTHONPATH=src python benchmarks/grounding/values.py --peers    and other packages, as far as they are installed
    PYTHONPATH=src python benchmarks/grounding/values.py --wrong    with every pair that is judged otherwise

`values.tsv` has pairs of a statement and its source, written for this project, with the outcome that a reader gave before. The
packages of others know fewer outcomes; what they are taken to say is in the docstring of each.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import importlib
import re
import warnings
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from newsfacts import ground

PAIRS = Path(__file__).with_name("values.tsv")
Row = Mapping[str, str]
Judge = Callable[[Row], str]


def newsfacts_judge(row: Row) -> str:
    """The outcome of `ground` for the words."""
    published = dt.date.fromisoformat(row["published"]) if row["published"] else None
    items = ground(row["statement"], row["source"], published=published).items
    exact = [item for item in items if item.words == row["words"]]
    near = [item for item in items if row["words"] in item.words or item.words in row["words"]]
    item = next(iter(exact or near), None)
    return "nothing" if item is None else str(item.outcome)


def digits_judge(row: Row) -> str:
    """What a first script does: supported where the source has all the digits (or the words), contradicted elsewhere."""
    wanted = re.findall(r"\d[\d.,]*\d|\d", row["words"]) or [row["words"].lower()]
    return "supported" if all(digits in row["source"].lower() for digits in wanted) else "contradicted"


def quantulum_judge() -> Judge:
    """Supported where the source has a quantity of the same value and unit, unlike for the same value, contradicted for the unit."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parse = importlib.import_module("quantulum3.parser").parse

    def read(words: str) -> list[Any]:
        try:
            return list(parse(words))
        except Exception:  # of the other package, for what it cannot read
            return []

    def judge(row: Row) -> str:
        said, known = read(row["words"]), read(row["source"])
        if not said or not known:
            return "not found"
        value, unit = said[0].value, said[0].unit.name
        same = [one for one in known if one.value == value]
        if same:
            return "supported" if any(one.unit.name == unit for one in same) else "unlike"
        return "contradicted" if any(one.unit.name == unit for one in known) else "not found"

    return judge


def rapidfuzz_judge() -> Judge:
    """Supported where the nearest place by edit distance scores 90 of 100, contradicted from 60 on, not found below."""
    ratio = importlib.import_module("rapidfuzz.fuzz").partial_ratio

    def judge(row: Row) -> str:
        score = ratio(row["statement"].lower(), row["source"].lower())
        return "supported" if score >= 90 else "contradicted" if score >= 60 else "not found"

    return judge


PEERS: Mapping[str, Callable[[], Judge]] = {
    "the same digits": lambda: digits_judge,
    "quantulum3": quantulum_judge,
    "rapidfuzz": rapidfuzz_judge,
}


def rows() -> list[Row]:
    """The pairs."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def show(name: str, judge: Judge, *, wrong: bool) -> None:
    """Print the figures of one judge."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    listed = rows()
    for row in listed:
        found = judge(row)
        wanted[row["outcome"]] += 1
        given[found] += 1
        right[row["outcome"]] += found == row["outcome"]
        if found != row["outcome"] and wrong:
            print(f"  {row['outcome']}, judged as {found}: {row['statement']} | {row['source']}")
    dangerous = sum(judge(row) == "supported" for row in listed if row["outcome"] != "supported")
    print(f"{name}: {sum(right.values())} of {len(listed)} pairs right, {dangerous} called supported that are not")
    for outcome, count in wanted.most_common():
        print(f"    {outcome:14} {right[outcome]:3} of {count:3} found; given {given[outcome]:3} times")


def main() -> None:
    """Print the figures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", action="store_true", help="run other packages too")
    parser.add_argument("--wrong", action="store_true", help="list the pairs that are judged otherwise")
    arguments = parser.parse_args()
    show("newsfacts", newsfacts_judge, wrong=arguments.wrong)
    if arguments.peers:
        for name, make in PEERS.items():
            try:
                judge = make()
            except ImportError:
                print(f"{name}: not installed")
                continue
            show(name, judge, wrong=False)


if __name__ == "__main__":
    main()
