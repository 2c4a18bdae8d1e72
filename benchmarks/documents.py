"""How long it takes to read, to check and to write a document, as times of `json.loads` of the same content.

    python benchmarks/documents.py [FILE]
    python benchmarks/documents.py --growth [ANNOTATIONS]

Without a file, a story of about 4 KB with 40 annotations is made up. One table has everything: newsfacts, and next to it
what others take that make typed objects of the same data (attrs by hand; cattrs and pydantic where they are installed).
All of it runs in turns in one process, and each figure is a median of processor time. `--growth` prints how time grows with the number of
annotations in one document, as an exponent: 1 is in proportion.
"""

from __future__ import annotations

import functools
import gc
import json
import math
import statistics
import time
import tracemalloc
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import yaml
from _command_line import parser_of, positive_number, text_file

from newsfacts.building.readings import readings_of
from newsfacts.checking.document import check
from newsfacts.documents import dumps, parse
from newsfacts.formats.annotated_text.attributes import read_block
from newsfacts.formats.annotated_text.well_formed import block_after
from newsfacts.formats.standoff import standoff_data
from newsfacts.model import Document
from newsfacts.raw import shared_written

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

SECONDS = 20.0
IN_A_ROW = 5
SMALLEST, LARGEST = 10_000, 1_000_000
"""The numbers of annotations between which growth is measured."""
Actions = dict[str, Callable[[], object]]


@attrs.frozen
class OnFresh:
    """What is done to a document that was just read, which is not part of what is measured."""

    read: Callable[[], Document]
    do: Callable[[Document], object]

    def ready(self) -> Callable[[], object]:
        """The action on a document of its own."""
        return functools.partial(self.do, self.read())


Measured = Mapping[str, Callable[[], object] | OnFresh]


def story(paragraphs: int) -> str:
    """Annotated text with eight annotations in each paragraph."""
    return FRONT.format() + "".join(PARAGRAPH.format(i=i, n=12) for i in range(paragraphs))


# -- Others that make typed objects ------------------------------------------------------------------------------------


@attrs.frozen
class PlainAnnotation:
    """What a person would write who only wants the data."""

    kind: str
    spans: list[tuple[int, int]]
    words: str | list[str]
    id: str | None = None
    by: list[str] | None = None
    ref: list[str] | None = None
    of: str | None = None


@attrs.frozen
class PlainDocument:
    """A document of those."""

    text: str
    annotations: list[PlainAnnotation]


def by_hand(data: str) -> PlainDocument:
    """Objects made by hand of what `json.loads` reads."""
    found = json.loads(data)
    return PlainDocument(
        found["text"],
        [
            PlainAnnotation(
                one["kind"], [(start, end) for start, end in one["spans"]], one["words"], one.get("id"), one.get("by"),
                one.get("ref"), one.get("of"),
            )
            for one in found["annotations"]
        ],
    )  # fmt: skip


def others(data: str) -> Actions:
    """Those that can be used for the made-up story."""
    found: Actions = {"attrs by hand, from JSON": lambda: by_hand(data)}
    try:
        import cattrs

        converter = cattrs.Converter()
        converter.register_structure_hook(str | list[str], lambda value, _: value)
        hook = converter.get_structure_hook(PlainDocument)
        found["cattrs, from JSON"] = lambda: hook(json.loads(data), PlainDocument)
    except ImportError:
        pass
    try:
        import pydantic

        item = pydantic.create_model(
            "Item",
            kind=(str, ...), spans=(list[tuple[int, int]], ...), words=(str | list[str], ...), id=(str | None, None),
            by=(list[str] | None, None), ref=(list[str] | None, None), of=(str | None, None),
        )  # fmt: skip
        whole = pydantic.create_model("Whole", text=(str, ...), annotations=(list[item], ...))  # type: ignore[valid-type]
        found["pydantic, from JSON"] = lambda: whole.model_validate_json(data)
    except ImportError:
        pass
    return found


# -- One table ---------------------------------------------------------------------------------------------------------


def actions(text: str, path: str | None) -> Measured:
    """Everything that is measured; `json.loads` comes first."""
    document = parse(text, path=path).document
    data = json.dumps(standoff_data(document), ensure_ascii=False)
    written = {name: dumps(document, format=name, keep_layout=False) for name in ("json", "jsonl", "yaml")}
    found: dict[str, Callable[[], object] | OnFresh] = {"json.loads": lambda: json.loads(data)}
    found["read .facts"] = lambda: parse(text, path=path)
    for name, content in written.items():
        found[f"read .facts.{name}"] = functools.partial(parse, content, format=name, path=path)
    found["the C loader of PyYAML"] = lambda: yaml.load(written["yaml"], yaml.CSafeLoader)
    for name in ("facts", *written):
        found[f"write {name}"] = functools.partial(dumps, document, format=name, keep_layout=False)
    found["check, all default rules"] = OnFresh(lambda: parse(text, path=path).document, check)
    found["check again"] = lambda: check(document)
    return found | (others(data) if path is None else {})


def in_turns(measured: Measured, seconds: float) -> dict[str, float]:
    """The median of each action, of as many runs in turns as fit into some seconds."""
    taken: dict[str, list[float]] = {name: [] for name in measured}
    end = time.process_time() + seconds
    while time.process_time() < end:
        for name, action in measured.items():
            for _ in range(IN_A_ROW):
                run = action.ready() if isinstance(action, OnFresh) else action
                began = time.process_time()
                run()
                taken[name].append(time.process_time() - began)
    return {name: statistics.median(runs) for name, runs in taken.items()}


def table(text: str, path: str | None = None) -> None:
    """Print one row for each action."""
    document = parse(text, path=path).document
    print(f"{len(text.encode()):,} bytes, {len(document.annotations)} annotations")
    medians = in_turns(actions(text, path), SECONDS)
    unit = medians["json.loads"]
    print(f"{'':36} {'µs':>8} {'times json.loads':>17}")
    for name, median in medians.items():
        print(f"{name:36} {median * 1e6:8.0f} {median / unit:17.2f}")


def memory(paragraphs: int = 1_250) -> None:
    """Print what a loaded document takes, against the dictionaries and lists of the same content."""
    text = story(paragraphs)
    data = json.dumps(standoff_data(parse(text).document), ensure_ascii=False)
    plain = allocated(lambda: json.loads(data))
    for name, action in (
        ("facts", lambda: parse(text).document),
        ("json", lambda: parse(data, format="json").document),
    ):
        print(f"memory of a document from {name:5} {allocated(action) / plain:5.2f} times that of plain data")


def allocated(action: Callable[[], object]) -> int:
    """The bytes that a result takes."""
    gc.collect()
    tracemalloc.start()
    result = action()
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del result
    return size


# -- Growth ------------------------------------------------------------------------------------------------------------


def growth(annotations: int) -> None:
    """Print the exponents of time from 10,000 annotations to as many as are given."""
    sizes = (SMALLEST, annotations)
    steps(story(100))  # what is imported and made once
    small, large = (steps(story(size // 8)) for size in sizes)
    for name in small:
        exponent = math.log(large[name] / small[name]) / math.log(sizes[1] / sizes[0])
        print(f"{name:8} {small[name]:8.3f} s {large[name]:8.3f} s   exponent {exponent:.3f}")


def steps(text: str) -> dict[str, float]:
    """Seconds for each step, once; nothing is remembered from a run before."""
    for remembered in (read_block, block_after, readings_of, shared_written):
        remembered.cache_clear()
    gc.collect()
    taken: dict[str, float] = {}

    def timed(name: str, action: Callable[[], Any]) -> Any:
        began = time.process_time()
        result = action()
        taken[name] = time.process_time() - began
        return result

    document = timed("load", lambda: parse(text).document)
    timed("look-up", lambda: deque((document.spans.covering(one.span) for one in document.annotations), maxlen=0))
    timed("check", lambda: check(document))
    timed("write", lambda: dumps(document, keep_layout=False))
    return taken


def main() -> None:
    """What the command line asks for."""
    parser = parser_of(__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("file", nargs="?", type=text_file, help="annotated text to measure instead of the made-up story")
    what.add_argument(
        "--growth", nargs="?", type=positive_number, const=LARGEST, metavar="ANNOTATIONS",
        help=f"print how time grows from {SMALLEST:,} annotations to so many ({LARGEST:,} unless given)",
    )  # fmt: skip
    arguments = parser.parse_args()
    if arguments.growth:
        growth(arguments.growth)
    elif arguments.file:
        table(arguments.file.read_text(encoding="utf-8"), str(arguments.file))
    else:
        table(story(5))
        memory()


if __name__ == "__main__":
    main()
