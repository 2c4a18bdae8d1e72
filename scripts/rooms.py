"""Draws docs/images/rooms.svg and the table of rooms in docs/architecture.md from the imports and docstrings of the code.

python scripts/rooms.py            writes both
python scripts/rooms.py --check    says whether they are fresh

A room is a folder or a module at the top of `src/newsfacts`. An arrow means "imports from"; one that follows from a chain of
others is left out, as are the arrows to the first layer, which everything may use.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.test_architecture import LAYERS, METHODS, MODULES, imports  # noqa: E402

PICTURE = ROOT / "docs" / "images" / "rooms.svg"
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- rooms: begin -->\n", "<!-- rooms: end -->\n"

WIDTH, HEIGHT, GAP, ROW, MARGIN = 132, 40, 28, 92, 16
CSS = (
    "text{font:14px system-ui,'DejaVu Sans',sans-serif;fill:#1b2733}"
    "rect{fill:#eef4fb;stroke:#5b87b2;stroke-width:1.2}rect.f{fill:#dcebfa}"
    "path{fill:none;stroke:#7d8fa1;stroke-width:1.1}marker path{fill:#7d8fa1;stroke:none}"
    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#1d2a38;stroke:#5b87b2}rect.f{fill:#24405c}}"
)
Graph = Mapping[str, frozenset[str]]


def room_of(module: str) -> str | None:
    """The room of a module; None for the package itself, which only loads names when they are used."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] != "__main__" else None


def room_imports() -> Graph:
    """For each room, the rooms that it imports from."""
    found: dict[str, set[str]] = {}
    for module, path in MODULES.items():
        room = room_of(module)
        if room is not None:
            targets = found.setdefault(room, set())
            names = set(imports(path, lazy=True)) - METHODS.get(module, set())
            targets.update(other for name in names if (other := room_of(name)) not in (None, room))
    return {room: frozenset(targets) for room, targets in found.items()}


def reachable(graph: Graph, starts: Iterable[str]) -> set[str]:
    """Everything that can be reached from some rooms, the rooms themselves included."""
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        room = waiting.pop()
        if room not in seen:
            seen.add(room)
            waiting.extend(graph[room])
    return seen


def essential(graph: Graph) -> Graph:
    """The arrows that do not follow from a chain of other arrows."""
    reduced = {}
    for room, targets in graph.items():
        implied = {target for target in targets if target in reachable(graph, targets - {target})}
        reduced[room] = frozenset(targets - implied - set(LAYERS[0]))
    return reduced


def boxes() -> dict[str, tuple[float, float]]:
    """The left upper corner of each room: a row for each layer, the first layer at the top."""
    rows = [[room for room in layer if room != "__main__"] for layer in LAYERS]
    widest = max(map(len, rows))
    return {
        room: (
            MARGIN + (widest - len(row)) * (WIDTH + GAP) / 2 + column * (WIDTH + GAP),
            MARGIN + number * ROW,
        )
        for number, row in enumerate(rows)
        for column, room in enumerate(row)
    }


def arrow(start: tuple[float, float], end: tuple[float, float], index: int) -> str:
    """A curve from the top of a room to the bottom of one above it, or from side to side within a layer."""
    (x1, y1), (x2, y2) = start, end
    if y1 == y2:
        x1, x2 = (x1, x2 + WIDTH) if x1 > x2 else (x1 + WIDTH, x2)
        return f'<path d="M{x1:g} {y1 + HEIGHT / 2:g} L{x2:g} {y2 + HEIGHT / 2:g}" marker-end="url(#a)"/>'
    x1 += WIDTH / 2 + 7 * index
    x2 += WIDTH / 2
    bottom = y2 + HEIGHT
    middle = (y1 + bottom) / 2
    return f'<path d="M{x1:g} {y1:g} C{x1:g} {middle:g} {x2:g} {middle:g} {x2:g} {bottom:g}" marker-end="url(#a)"/>'


def picture() -> str:
    """The rooms, layer by layer, and the arrows that matter, as SVG."""
    graph, places = essential(room_imports()), boxes()
    width = max(x for x, _ in places.values()) + WIDTH + MARGIN
    height = max(y for _, y in places.values()) + HEIGHT + MARGIN
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
            'aria-label="The rooms of newsfacts, layer by layer; an arrow means: imports from">'
        ),
        f"<style>{CSS}</style>",
        (
            '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
            '<path d="M0 0L8 4L0 8z"/></marker></defs>'
        ),
    ]
    for room in sorted(graph):
        lines += [
            arrow(places[room], places[target], index)
            for index, target in enumerate(sorted(graph[room], key=lambda name: places[name]))
        ]
    for room, (x, y) in places.items():
        folder = (ROOT / "src" / "newsfacts" / room).is_dir()
        style, slash = (' class="f"', "/") if folder else ("", "")
        lines += [
            f'<rect x="{x:g}" y="{y:g}" width="{WIDTH}" height="{HEIGHT}" rx="6"{style}/>',
            f'<text x="{x + WIDTH / 2:g}" y="{y + 25:g}" text-anchor="middle">{escape(room)}{slash}</text>',
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"


def purpose(room: str) -> str:
    """The first sentence of a room's docstring."""
    folder = ROOT / "src" / "newsfacts" / room
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(docstring.split("\n\n")[0].split())


def table() -> str:
    """A row for each room, in the order of the layers: what lives there, and what it imports from."""
    graph = room_imports()
    rows = ["| room | what lives here | imports from |", "|---|---|---|"]
    for layer in LAYERS:
        for room in layer:
            if room in graph:
                targets = ", ".join(f"`{target}`" for target in sorted(graph[room])) or "nothing of this project"
                rows.append(f"| `{room}` | {purpose(room)} | {targets} |")
    return "\n".join(rows) + "\n"


def page() -> str:
    """The page with its table made again."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + "\n" + table() + "\n" + END + rest.partition(END)[2]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only say whether the picture and the table are fresh")
    check_only = parser.parse_args().check
    status = 0
    for path, text in ((PICTURE, picture()), (PAGE, page())):
        if not check_only:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.relative_to(ROOT)} is not fresh: run python scripts/rooms.py")
            status = 1
    return status


if __name__ == "__main__":
    raise SystemExit(main())
