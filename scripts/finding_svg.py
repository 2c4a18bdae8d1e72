"""Draws docs/images/finding.svg: the output of `newsfacts check` for an example, as a terminal shows it.

python scripts/finding_svg.py            writes the picture
python scripts/finding_svg.py --check    says whether it is fresh
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from newsfacts.checking.document import check
from newsfacts.documents import read_file
from newsfacts.reports.display import width
from newsfacts.reports.text_report import render_finding

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "examples/summit/summit.facts"
PICTURE = ROOT / "docs" / "images" / "finding.svg"

COLUMNS = 100
CELL = 8.4  # width of a cell at this font size, in pixels
LINE = 20
MARGIN = 16

STYLES = {
    "1": "b", "2": "d", "31": "d", "32": "g", "34": "u", "1;31": "e", "1;33": "w", "1;36": "i",
}  # fmt: skip
CSS = (
    ".t{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#d6deeb;white-space:pre}"
    ".b{font-weight:bold;fill:#fff}.d{fill:#8695a7}.g{fill:#9ece6a}.u{fill:#7aa2f7}"
    ".e{font-weight:bold;fill:#ff7a85}.w{font-weight:bold;fill:#ffcb6b}.i{font-weight:bold;fill:#7fdbca}"
)


def terminal_lines() -> list[str]:
    """The command and the findings, with their colours."""
    lines = [f"\x1b[2m$\x1b[0m newsfacts check {EXAMPLE}"]
    for document in read_file(ROOT / EXAMPLE):
        for finding in check(document).findings:
            shown = render_finding(finding, color=True, width=COLUMNS).replace(str(ROOT / EXAMPLE), EXAMPLE)
            lines += shown.split("\n")
    while lines[-1] == "":
        lines.pop()
    return lines


def runs(line: str) -> Iterator[tuple[str, str]]:
    """The parts of a line, each with the class of its style."""
    style = ""
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b["):
            style = STYLES.get(part[2:-1], "")
        elif part:
            yield style, part


def svg(lines: list[str]) -> str:
    """The picture. Every part is placed at its own cell, so that no font can move a caret away from its words."""
    right = int(max(width(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines) * CELL) + 2 * MARGIN
    bottom = len(lines) * LINE + 2 * MARGIN
    plain = "\n".join(re.sub(r"\x1b\[[0-9;]*m", "", line) for line in lines)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {right} {bottom}" width="{right}" role="img">',
        f"<title>newsfacts check in a terminal</title><desc>{escape(plain)}</desc>",
        f"<style>{CSS}</style>",
        f'<rect width="{right}" height="{bottom}" rx="8" fill="#151b26"/>',
    ]
    for number, line in enumerate(lines):
        column = 0
        spans = []
        for style, words in runs(line):
            length = width(words)
            if words.strip():
                kind = f' class="{style}"' if style else ""
                place = f'x="{MARGIN + column * CELL:.1f}" textLength="{length * CELL:.1f}"'
                spans.append(f"<tspan{kind} {place}>{escape(words)}</tspan>")
            column += length
        if spans:
            parts.append(
                f'<text class="t" y="{MARGIN + number * LINE + 14}" xml:space="preserve">{"".join(spans)}</text>'
            )
    return "\n".join([*parts, "</svg>", ""])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 where the picture is not fresh"
    )
    arguments = parser.parse_args()
    picture = svg(terminal_lines())
    if arguments.check:
        if not PICTURE.exists() or PICTURE.read_text(encoding="utf-8") != picture:
            print(
                f"{PICTURE.relative_to(ROOT)} is not fresh: run python {Path(__file__).relative_to(ROOT)}",
                file=sys.stderr,
            )
            return 1
        return 0
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    PICTURE.write_text(picture, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
