"""What scripts share that keep the end of a page fresh: everything after a mark is made, what is before it is written by hand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent


def keep_fresh(page: str, script: str, doc: str | None, sections: Iterable[str]) -> int:
    """Write the made part of a page; with `--check` only say whether it is fresh. Returns the exit status."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 where the page is not fresh")
    arguments = parser.parse_args()
    path, mark = ROOT / page, f"<!-- From here on made by {script}. -->\n"
    written = path.read_text(encoding="utf-8")
    fresh = written.partition(mark)[0] + mark + "".join(sections)
    if written == fresh:
        return 0
    if arguments.check:
        print(f"{page} is not fresh: run python {script}", file=sys.stderr)
        return 1
    path.write_text(fresh, encoding="utf-8")
    return 0
