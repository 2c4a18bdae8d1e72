"""Writes the table of rules, `newsfacts/rules/index.py`, from the rules; with `--check` it says whether it is fresh."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsfacts.findings import Severity
from newsfacts.rules import get_rule, rule_modules
from newsfacts.rules.entry import PACKAGE, stated

PATH = Path(__file__).parent.parent / "src" / "newsfacts" / "rules" / "index.py"

HEAD = '''"""What each rule states of itself, written by `python scripts/rule_index.py`: so no rule is imported before it is needed."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.entry import RuleEntry

__all__ = ["INDEX"]

INDEX: tuple[RuleEntry, ...] = (
'''
FOOT = """)  # fmt: skip
"""
WIDTH = 120


def lines() -> Iterator[str]:
    """The entry of each rule, in the order of the table."""
    for code in rule_modules():
        rule = get_rule(code)
        cls = type(rule)
        place = f"{cls.__module__.removeprefix(f'{PACKAGE}.')}:{cls.__name__}"
        fields = stated(rule)
        first = [written(name, fields.pop(name)) for name in ("code", "name", "severity")]
        parts = [*first, written("place", place), *(written(name, value) for name, value in fields.items())]
        yield from wrapped(parts)


def written(name: str, value: Any) -> str:
    """One field as Python."""
    if isinstance(value, Severity):
        return f"{name}=Severity.{value.name}"
    words = f'"{value}"' if isinstance(value, str) else repr(value).replace("'", '"')
    return f"{name}={words}"


def wrapped(parts: list[str]) -> Iterator[str]:
    """An entry in as many lines as it needs."""
    line = "    RuleEntry("
    for number, part in enumerate(parts):
        piece = part + (", " if number < len(parts) - 1 else "),")
        if len(line) + len(piece.rstrip()) > WIDTH:
            yield line.rstrip()
            line = "        "
        line += piece
    yield line


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 where the table is not fresh")
    arguments = parser.parse_args()
    text = HEAD + "\n".join(lines()) + "\n" + FOOT
    if PATH.exists() and PATH.read_text(encoding="utf-8") == text:
        return 0
    if arguments.check:
        print("newsfacts/rules/index.py is not fresh: run python scripts/rule_index.py", file=sys.stderr)
        return 1
    PATH.write_text(text, encoding="utf-8")
    print("newsfacts/rules/index.py written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
