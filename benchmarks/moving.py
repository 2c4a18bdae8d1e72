"""Prints how many annotations are placed wrongly when one paragraph of an article is deleted.

NEWSFACTS_CORPORA=FOLDER PYTHONPATH=src python benchmarks/moving.py [NUMBER]

`NEWSFACTS_CORPORA` names a folder with texts (`*.txt`) and JSON Lines with a `text` in each line. Every paragraph of every
article is deleted once. Annotated are the first words of each paragraph and each of its sentences: those of the deleted
paragraph must be lost, all others kept at their new place. Of two equal paragraphs in a row none is deleted: the result
would not show which one. NUMBER limits how many articles are read.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from _command_line import folder_of_corpora, parser_of, positive_number

from newsfacts.text.spans import Span
from newsfacts.versions import ReanchoredStatus, move_spans

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
FIRST_WORDS = re.compile(r"\w+(?:\W+\w+){0,4}")


def articles(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        if path.name not in ("SOURCE.txt", "README.txt"):
            yield path.read_bytes().decode("utf-8", "replace")
    for path in sorted(folder.rglob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("text")
                if isinstance(text, str):
                    yield text


def annotations(text: str, start: int, end: int) -> Iterator[Span]:
    """The first one to five words of a paragraph, and its sentences."""
    first = FIRST_WORDS.search(text, start, end)
    if first is not None:
        for word in re.finditer(r"\w+", first[0]):
            yield Span(first.start(), first.start() + word.end())
    for sentence in SENTENCE.finditer(text, start, end):
        words = sentence[0].strip()
        if words:
            place = text.index(words, sentence.start())
            yield Span(place, place + len(words))


def deletions(text: str) -> Iterator[tuple[Counter[str], bool]]:
    """For each deleted paragraph: how the annotations fared, and whether the next paragraph begins alike."""
    paragraphs = [(found.start(), found.end()) for found in PARAGRAPH.finditer(text)]
    spans = [(number, span) for number, bounds in enumerate(paragraphs) for span in annotations(text, *bounds)]
    for number, (start, end) in enumerate(paragraphs):
        after = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
        new = text[:start] + text[after:]
        if any(text[a:b] == text[start:end] for a, b in paragraphs[max(0, number - 1) : number + 2] if a != start):
            continue
        following = text[after : after + 4]
        counted: Counter[str] = Counter()
        for (paragraph, span), found in zip(spans, move_spans(text, new, [(span,) for _, span in spans]), strict=True):
            if paragraph == number:
                counted["lost" if found.status is ReanchoredStatus.LOST else "wrong"] += 1
            else:
                there = span if paragraph < number else span.shifted(start - after)
                is_right = found.status is ReanchoredStatus.KEPT and found.fragments == (there,)
                counted["kept" if is_right else "not kept" if found.fragments in ((), (there,)) else "wrong"] += 1
        yield counted, bool(following.strip()) and text[start : start + 4] == following


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("number", nargs="?", type=positive_number, help="how many articles are read (default: all)")
    limit = parser.parse_args().number
    folder = folder_of_corpora(parser)
    started = time.process_time()
    total: Counter[str] = Counter()
    made = wrong = alike = wrong_alike = 0
    for text in islice(dict.fromkeys(articles(folder)), limit):
        for counted, begins_alike in deletions(text):
            made += 1
            wrong += counted["wrong"] > 0
            alike += begins_alike
            wrong_alike += begins_alike and counted["wrong"] > 0
            total += counted
    print(f"{made:,} deletions of one paragraph, {alike:,} before one that begins alike")
    print(f"{sum(total.values()):,} placements: " + ", ".join(f"{total[name]:,} {name}" for name in sorted(total)))
    print(f"deletions with an annotation that is placed wrongly: {wrong:,} ({wrong_alike:,} of those that begin alike)")
    print(f"{time.process_time() - started:.0f} s of processor time")


if __name__ == "__main__":
    main()
