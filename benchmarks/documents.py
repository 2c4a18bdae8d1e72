"""How long it takes to load and to check a document, against `json.loads` of the same content.

    python benchmarks/documents.py [FILE]

Without a file, a story of about 4 KB with 40 annotations is made up. Also prints how time grows from 10,000 annotations
to 100,000. Every figure is the best of many runs.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from newsfacts.checking.document import check
from newsfacts.documents import parse
from newsfacts.formats.annotated_text.attributes import read_block, read_simple_block
from newsfacts.formats.standoff import standoff_data

FRONT = """---
newsfacts: 1
title: The council and the bridge
published: 2025-03-12
entities: {{mayor: {{name: Ada Brandt, kind: person}}, council: {{name: town council, kind: organization}}}}
measures: {{cracks: {{label: cracks in the bridge, unit: crack, integer: true}}}}
---

"""
PARAGRAPH = (
    "[[The mayor]{{.source ref=mayor}} [said]{{.cue}} that [the bridge had [at least {n} cracks]{{.count of=cracks}} "
    "when it was closed in [2021]{{.time}}]{{.claim #k{i}}}]{{.attribution}}. Nobody on the [council]{{ref=council}} wanted to "
    "speak about the years in which the river had come up to the arches and gone down again, nor about the letters that had "
    "been written by those who live below it and who had been told, every spring, that the money would come in the next "
    "budget. [“We have waited long enough,”]{{.quote by=mayor}} she told the meeting before it closed, and the paper that "
    "had been handed round was put away with the others, in the cupboard where the plans of the first bridge are kept.\n\n"
)


def story(paragraphs: int) -> str:
    """Annotated text with eight annotations in each paragraph."""
    return FRONT.format() + "".join(PARAGRAPH.format(i=i, n=12) for i in range(paragraphs))


def best(action: Callable[[], object], runs: int) -> float:
    """Seconds of the fastest of some runs."""
    fastest = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        action()
        fastest = min(fastest, time.perf_counter() - began)
    return fastest


def measure(text: str, path: str | None = None, runs: int = 300) -> None:
    """Print the figures of one document."""
    document = parse(text, path=path).document
    data = json.dumps(standoff_data(document), ensure_ascii=False)
    reading = best(lambda: json.loads(data), runs)
    loading = best(lambda: parse(text, path=path), runs)
    checking = best(lambda: check(document), runs)
    documents = iter([parse(text, path=path).document for _ in range(runs)])
    first = best(lambda: check(next(documents)), runs)
    print(f"{len(text.encode()):,} bytes, {len(document.annotations)} annotations")
    print(f"  json.loads {reading * 1e6:8.0f} µs")
    print(f"  load       {loading * 1e6:8.0f} µs  {loading / reading:5.1f} times json.loads")
    print(f"  check      {first * 1e6:8.0f} µs  {first / reading:5.1f} times json.loads")
    print(f"  and again  {checking * 1e6:8.0f} µs  {checking / reading:5.1f} times json.loads")


def growth() -> None:
    """Print how time grows with size; nothing is remembered from one run to the next."""

    def load(text: str) -> None:
        read_block.cache_clear()
        read_simple_block.cache_clear()
        parse(text)

    small, large = story(1_250), story(12_500)
    loaded = [best(lambda text=text: load(text), 3) for text in (small, large)]
    print(
        f"load of 10,000 and 100,000 annotations: {loaded[0]:.2f} s, {loaded[1]:.2f} s, {loaded[1] / loaded[0]:.1f} times"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        path = sys.argv[1]
        measure(Path(path).read_text(encoding="utf-8"), path)
    else:
        measure(story(5))
        growth()
