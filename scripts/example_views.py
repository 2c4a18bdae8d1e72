"""The examples as `newsfacts view` shows them, for the pages of the documentation that embed them.

A hook of mkdocs, so that the views are never stale: nothing of them is kept in the repository. Run by itself with `--check`,
it makes them and says how many there are, and whether every one that a page names is made.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.find_files import find_files
from newsfacts.view.collecting import collect_files, page_of_all

ROOT = Path(__file__).resolve().parent.parent
VIEWS = {
    "views/evening.html": ["examples/casualties/day-1-evening.facts"],
    "views/summit.html": ["examples/summit/summit.facts"],
    "views/landslide.html": ["examples/casualties"],
    "views/speech.html": ["examples/speech"],
}


def pages() -> dict[str, str]:
    """Every view by its path in the documentation, with the paths that a reader of the repository would type."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return {
            name: page_of_all(collect_files([file.path for file in find_files(paths)], Configuration()), None)
            for name, paths in VIEWS.items()
        }
    finally:
        os.chdir(before)


def embedded() -> set[str]:
    """The views that pages of the documentation name."""
    texts = (page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md")))
    return {name for text in texts for name in re.findall(r"""["(](views/[\w.-]+\.html)""", text)}


def on_files(files: Any, config: Any) -> Any:
    """Called by mkdocs when it has collected the files."""
    from mkdocs.structure.files import File

    for path, content in pages().items():
        files.append(File.generated(config, path, content=content))
    return files


if __name__ == "__main__":
    made = pages()
    missing = embedded() - set(made)
    print(f"{len(made)} views", file=sys.stderr)
    if missing:
        sys.exit(f"pages name views that are not made: {', '.join(sorted(missing))}")
