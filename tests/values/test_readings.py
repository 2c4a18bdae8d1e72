"""The judged phrases of benchmarks/readings.tsv: none is read as something else than a person takes it to mean."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from newsfacts.errors import UnreadableValue
from newsfacts.values.quantities.reading.phrase import parse_quantity
from newsfacts.values.times.phrase import parse_time
from newsfacts.values.times.times import UnresolvedTime

TABLE = Path(__file__).parents[2] / "benchmarks" / "readings.tsv"
THURSDAY = dt.date(2024, 7, 4)
NO_READING = ("refused", "unresolved")


def families() -> list[tuple[str, str]]:
    """Each reader and family of the table."""
    return list(dict.fromkeys((row["reader"], row["family"]) for row in rows()))


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(reader: str, phrase: str) -> str:
    try:
        if reader == "numbers":
            return str(parse_quantity(phrase))
        time = parse_time(phrase, published=THURSDAY)
    except UnreadableValue:
        return "refused"
    return "unresolved" if isinstance(time, UnresolvedTime) else str(time)


@pytest.mark.parametrize(("reader", "family"), families())
def test_no_phrase_is_read_as_something_else(reader: str, family: str) -> None:
    own = [row for row in rows() if (row["reader"], row["family"]) == (reader, family)]
    found = [(row["phrase"], row["expected"], read(reader, row["phrase"])) for row in own]
    wrong = [one for one in found if one[1] != one[2] and one[2] not in NO_READING]
    assert wrong == []


def test_what_a_person_understands_is_mostly_read() -> None:
    missed = [row["phrase"] for row in rows() if row["expected"].startswith("(")]
    assert len(rows()) > 600
    assert len(missed) < 30


def test_no_phrase_is_judged_twice() -> None:
    phrases = [(row["reader"], row["phrase"]) for row in rows()]
    assert len(phrases) == len(set(phrases))
