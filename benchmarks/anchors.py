"""Prints how fast quotations are verified and annotations carried over, on generated text of one million characters.

PYTHONPATH=src python benchmarks/anchors.py
"""

from __future__ import annotations

import random
import time
from bisect import bisect_right
from collections.abc import Callable

from _command_line import parser_of

from newsfacts.anchors import PreparedSource, verify_quote
from newsfacts.anchors.prepared import WordList
from newsfacts.strict_yaml import read_yaml
from newsfacts.text.quotation_marks import scan
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span
from newsfacts.versions.moving import ReanchoredStatus, move_spans

FRONT_MATTER = """\
newsfacts: 1
title: Council Votes For The New Bridge After A Long Debate
published: 2024-07-04
use: [town.factbook.yaml]
"""


def words_of(random_: random.Random, count: int) -> list[str]:
    """Words with the frequencies of a language: the second half as often as the first, and so on (Zipf)."""
    syllables = ["ka", "le", "mi", "no", "ru", "sa", "te", "vo", "zi", "be"]
    vocabulary = ["".join(random_.choices(syllables, k=random_.randint(1, 4))) for _ in range(8000)]
    return random_.choices(vocabulary, [1 / rank for rank in range(1, 8001)], k=count)


def article(random_: random.Random, length: int) -> str:
    parts = []
    for word in words_of(random_, length // 6):
        parts.append(word)
        parts.append(random_.choices([" ", ", ", ". ", ".\n\n", "’s “", "” – "], [80, 6, 8, 2, 2, 2])[0])
    return "".join(parts)[:length]


def milliseconds(run: Callable[[], object], times: int = 5) -> float:
    """The median of several runs."""
    measured = []
    for _ in range(times):
        started = time.process_time()
        run()
        measured.append((time.process_time() - started) * 1000)
    return sorted(measured)[times // 2]


def show(what: str, figure: float, unit: str = "ms") -> None:
    print(f"{what:<62} {figure:>10.3f} {unit}")


def quotations(random_: random.Random, text: str) -> None:
    source = PreparedSource(text)
    show("prepare a source: fold", milliseconds(lambda: PreparedSource(text).folded))
    folded = source.folded
    started = time.process_time()
    words: WordList = source.words
    show("prepare a source: list its words", (time.process_time() - started) * 1000)
    starts = [random_.randrange(len(words.starts) - 30) for _ in range(20)]
    exact = [folded.back(words.starts[s], words.ends[s + 20]).slice(text) for s in starts]
    straight = [quote.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-") for quote in exact]
    changed = [quote.replace(quote.split()[9], "another", 1) for quote in exact]
    strange = [" ".join(random_.choices(quote.split(), k=20)) for quote in exact]
    for name, quotes in (
        ("exact", exact),
        ("straight marks", straight),
        ("one word changed", changed),
        ("shuffled", strange),
    ):
        results = [verify_quote(quote, source) for quote in quotes]
        took = [milliseconds(lambda quote=quote: verify_quote(quote, source), 3) for quote in quotes]  # type: ignore[misc]
        kinds = ", ".join(sorted({str(result.kind) for result in results}))
        show(f"verify 20 words, {name} ({kinds}), median", sorted(took)[10])
        show(f"verify 20 words, {name}, slowest", max(took))


def carried(random_: random.Random, text: str) -> None:
    words = PreparedSource(text).words
    edited = set(random_.sample(range(len(words.starts)), 1000))
    # The runs of the old text between edits, and where they are in the new one.
    parts: list[str] = []
    old_starts: list[int] = [0]
    new_starts: list[int] = [0]
    length = position = 0
    for number in sorted(edited):
        start, end = words.starts[number], words.ends[number]
        kind = random_.choice(["replace", "delete", "insert", "letter"])
        new = {"replace": "qua", "delete": "", "insert": "qua que qui ", "letter": text[start:end] + "s"}[kind]
        end = start if kind == "insert" else end
        parts += [text[position:start], new]
        length += start - position + len(new)
        position = end
        old_starts.append(end)
        new_starts.append(length)
    parts.append(text[position:])
    new_text = "".join(parts)
    firsts = [random_.randrange(len(words.starts) - 20) for _ in range(10_000)]
    spans = [Span(words.starts[first], words.ends[first + random_.randrange(12)]) for first in firsts]
    started = time.process_time()
    found = move_spans(text, new_text, [(span,) for span in spans])
    show("reanchor 10,000 annotations after 1,000 edits", time.process_time() - started, "s")
    right = wrong = 0
    old_ends = [words.starts[n] for n in sorted(edited)] + [len(text)]
    for span, result in zip(spans, found, strict=True):
        run = bisect_right(old_starts, span.start) - 1
        is_whole = span.end <= old_ends[run]
        truth = span.shifted(new_starts[run] - old_starts[run])
        if is_whole:
            right += result.status is ReanchoredStatus.KEPT and result.fragments == (truth,)
        else:
            right += result.status in (ReanchoredStatus.CHANGED, ReanchoredStatus.LOST)
        if result.status in (ReanchoredStatus.KEPT, ReanchoredStatus.MOVED):
            wrong += result.fragments[0].slice(new_text) != span.slice(text)
    show("  right", right / 100, "%")
    show("  put on different words without saying so", wrong, "")


def main() -> None:
    parser_of(__doc__).parse_args()
    random_ = random.Random(1)
    text = article(random_, 1_000_000)
    quotations(random_, PreparedSource(text).folded.string and text)
    carried(random_, SourceText(text).string)
    show("scan quotation marks of 1 MB", milliseconds(lambda: scan(text)))
    show("line starts of 1 MB", milliseconds(lambda: SourceText(text).line_starts))
    show("front matter of 4 lines", milliseconds(lambda: [read_yaml(FRONT_MATTER) for _ in range(1000)]), "us")
    commented = "# the town\n" + FRONT_MATTER
    show(
        "front matter of 4 lines and a comment", milliseconds(lambda: [read_yaml(commented) for _ in range(1000)]), "us"
    )


if __name__ == "__main__":
    main()
