"""Makes docs/injection.md: how often planted inconsistencies are found. With `--check` it says whether the page is fresh."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.injection.measuring import NOT_PLANTED, Row, measure  # noqa: E402

from newsfacts.rules import all_rules  # noqa: E402

PAGE = ROOT / "docs" / "injection.md"
TIMES, SEED = 20, 1

HEAD = """# Injection test

A program plants one inconsistency at a time into a document in which nothing is wrong, at a random place, and looks
whether the check finds it there. Documents are the three examples without what is wrong with them, three more stories,
and the valid examples of the rules, some of which are near misses. Two kinds of planting take turns where both are possible:
a **paragraph** with something wrong in it is put between two others, with names and numbers that are drawn; or
what is there is **changed**: a bracket moved into a word, a hedge, a cue or a closing mark lost, a weekday, a year, a
speaker or a rating altered, offsets shifted. For X rules it is two documents that do not go together.

**Found** means: a finding with that code at that place. **Other errors** are findings of severity error that were not planted,
anywhere in the document.

<!-- This page is made by scripts/injection_table.py; `python benchmarks/injection.py 100` plants more. -->

| code | name | severity | ways | planted | found | other errors | other warnings |
|---|---|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    with tempfile.TemporaryDirectory() as folder:
        rows = list(measure(TIMES, SEED, Path(folder)))
    planted, missed = sum(row.planted for row in rows), sum(len(row.missed) for row in rows)
    disturbed, warned = sum(len(row.disturbed) for row in rows), sum(len(row.warned) for row in rows)
    share = f"{100 * (planted - missed) / planted:.2f} %"
    lines = [line(row) for row in rows]
    lines.append(f"| | together | | | {planted:,} | {planted - missed:,} ({share}) | {disturbed} | {warned} |\n")
    lines.append("\n## What is not planted\n\nOf the default rules for errors and warnings these are left out:\n\n")
    lines += [f"- {code} {all_rules()[code].name}: {why}.\n" for code, why in sorted(NOT_PLANTED.items())]
    lines.append(LIMITS)
    return HEAD + "".join(lines)


LIMITS = """
## What it showed

- A quote that leaves out a few words without a mark is Q05. One that leaves out half a sentence is as surely found, but as an
  altered quote (Q01), since what is left resembles other words of the source more.
- Not planted, since the text can honestly be read otherwise: a closing mark lost where the next paragraph opens with a mark (the
  quotation goes on there, and the annotation that ends early is Q12), numbers that disagree by no more than the rounding of
  a round one (150 for 152), and a second poll next to one that has a margin of error already.
- Where all offsets of a file are shifted, findings at its spans are no longer reported along with A04: they could not be checked,
  and the summary says so.
- A rating off its scale was also found to contradict the same label elsewhere, a quote dated after publication also to be
  later than its verdict, and a `content=` that leads nowhere also to be no content. Each is now one finding.
- A comma between addresses made the whole field unreadable, so that nothing said what was wrong with it. C11 does now.
"""


def line(row: Row) -> str:
    """One rule's row."""
    rule = all_rules()[row.code]
    hits = row.planted - len(row.missed)
    return (
        f"| [{row.code}](rules/{row.code}.md) | {rule.name} | {rule.severity} | {row.ways} | {row.planted} | {hits} "
        f"| {len(row.disturbed)} | {len(row.warned)} |\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 where the page is not fresh")
    arguments = parser.parse_args()
    fresh = page()
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == fresh:
        return 0
    if arguments.check:
        print("docs/injection.md is not fresh: run python scripts/injection_table.py", file=sys.stderr)
        return 1
    PAGE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
