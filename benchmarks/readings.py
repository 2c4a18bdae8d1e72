"""How number and date phrases are read, by the pattern that they follow: right, refused or wrong.

python benchmarks/readings.py           prints the table of docs/accuracy.md
python benchmarks/readings.py --open    lists every phrase that is not read as a person would read it

`readings.tsv` has phrases written for this project, as news writes them, with what a person takes them to mean for a text
published on 4 July 2024, a Thursday. `expected` is one of

- a canonical form, such as `2024-06-28` or `rose 5%`;
- `refused`: the phrase states no time or no single number, and a reason is the right answer;
- `unresolved`: it needs more than the day of publication;
- words in parentheses: what a person understands, where no reading is expected yet.

*Refused* counts phrases that a person understands and the reader refuses; *wrong* is any other reading.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs
from _command_line import parser_of

from newsfacts import UnreadableValue, UnresolvedTime, parse_quantity, parse_time

TABLE: Final = Path(__file__).with_suffix(".tsv")
PUBLISHED: Final = dt.date(2024, 7, 4)
VERDICTS: Final = ("right", "refused", "wrong")


@attrs.frozen
class Judged:
    """A phrase, what a person takes it to mean, and how it is read; `reason` is that of a refusal."""

    reader: str
    family: str
    phrase: str
    expected: str
    found: str
    reason: str = ""

    @property
    def verdict(self) -> str:
        """One of `VERDICTS`."""
        if self.found == self.expected:
            return "right"
        return "refused" if self.found in ("refused", "unresolved") else "wrong"


def judged() -> Iterator[Judged]:
    """Every phrase of the table, read now."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found, reason = read(row["reader"], row["phrase"])
            yield Judged(row["reader"], row["family"], row["phrase"], row["expected"], found, reason)


def read(reader: str, phrase: str) -> tuple[str, str]:
    """The canonical form of a phrase, or "refused" or "unresolved", and why it is not read."""
    try:
        if reader == "numbers":
            return str(parse_quantity(phrase)), ""
        time = parse_time(phrase, published=PUBLISHED)
    except UnreadableValue as refused:
        return "refused", refused.reason
    if isinstance(time, UnresolvedTime):
        return "unresolved", f"it needs {time.needs}"
    return str(time), ""


def print_table(rows: list[Judged]) -> None:
    """Counts by family, in the order of the file."""
    print("| reader | pattern | phrases | right | refused | wrong |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for reader in dict.fromkeys(row.reader for row in rows):
        own = [row for row in rows if row.reader == reader]
        for family in dict.fromkeys(row.family for row in own):
            _print_counts(reader, family, [row for row in own if row.family == family])
        _print_counts(reader, "together", own)


def _print_counts(reader: str, family: str, rows: list[Judged]) -> None:
    counts = Counter(row.verdict for row in rows)
    print(f"| {reader} | {family} | {len(rows)} | {' | '.join(str(counts[verdict]) for verdict in VERDICTS)} |")


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("--open", action="store_true", help="list the phrases that are refused or read wrongly")
    only_open: bool = parser.parse_args().open
    rows = list(judged())
    if not only_open:
        print_table(rows)
        return
    for row in rows:
        if row.verdict != "right":
            print(f"{row.verdict}: {row.phrase!r}: expected {row.expected}, found {row.found} {row.reason}".rstrip())


if __name__ == "__main__":
    main()
