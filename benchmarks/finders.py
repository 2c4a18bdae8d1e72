"""How well quotations, numbers and times are found in running text, on sentences that were marked by hand before.

    PYTHONPATH=src python benchmarks/finders.py            the figures
    PYTHONPATH=src python benchmarks/finders.py --wrong    with every stretch that is not as it was marked
    PYTHONPATH=src python benchmarks/finders.py FILE.tsv   for other sentences marked in the same way
    PYTHONPATH=src python benchmarks/finders.py --quotes   for the marks of quotations

The sentences are in `finders/sentences.tsv` and `finders/sentences_later.tsv`, written for this project; their first lines say how they are
marked. `finders/quotes.yaml` has quotations with all kinds of marks. A stretch
that was found is matched with the marked one that it overlaps most, each once. Values count where the words overlap.
"""

from __future__ import annotations

import datetime as dt
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import attrs
import yaml
from _command_line import parser_of, text_file

from newsfacts import Quantity, QuantityKind, Span, find_quotes, find_values
from newsfacts.finders.results import FoundQuantity

SENTENCES = Path(__file__).with_name("finders") / "sentences.tsv"
QUOTES = SENTENCES.with_name("quotes.yaml")
REPEATS = 5
_MARK = re.compile(r"\[([TQS]):([^|\]]*)(?:\|([^\]]*))?\]")
_UNSAID = "-"
"""The value of a mark where only the words count."""


@attrs.frozen
class Stretch:
    """Words of a kind (T, Q or S) with their value, "" where they have none."""

    kind: str
    span: Span
    words: str
    value: str = ""
    is_count: bool = False


@attrs.frozen
class Sentence:
    """A sentence with its marks."""

    published: dt.date
    text: str
    marks: tuple[Stretch, ...]


def sentences(path: Path) -> Iterator[Sentence]:
    """The marked sentences of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        day, marked = line.split("\t")
        text, at, marks = "", 0, []
        for found in _MARK.finditer(marked):
            text += marked[at : found.start()]
            kind, words, value = found.groups()
            span = Span(len(text), len(text) + len(words))
            value = value or ""
            marks.append(Stretch(kind, span, words, value, kind == "Q" and not re.search("%|[A-Z]{3} ", value)))
            text, at = text + words, found.end()
        yield Sentence(dt.date.fromisoformat(day), text + marked[at:], tuple(marks))


def found_in(sentence: Sentence) -> list[Stretch]:
    """What newsfacts finds. What it is least sure of ("guess") is left out."""
    found = [Stretch("S", one.span, one.words) for one in find_quotes(sentence.text)]
    for one in find_values(sentence.text, published=sentence.published):
        if one.level.value == "guess":
            continue
        if isinstance(one, FoundQuantity):
            is_count = not one.is_percent and not one.is_money
            found.append(Stretch("Q", one.span, one.words, number_of(one.value), is_count))
        else:
            found.append(Stretch("T", one.span, one.words, str(one.value)))
    return found


def number_of(quantity: Quantity) -> str:
    """The number of a quantity as it is marked."""
    sign = "%" if quantity.kind in (QuantityKind.PERCENT, QuantityKind.POINTS) else ""
    currency = f"{quantity.currency} " if quantity.currency and quantity.currency.isupper() else ""
    if quantity.vague is not None:
        return quantity.vague
    if quantity.stated is not None and quantity.kind is QuantityKind.MONEY and quantity.unit == "cents":
        return f"{currency}{Fraction(quantity.stated) / 100}"
    if quantity.stated is not None:
        return f"{currency}{quantity.stated}{sign}"
    return f"{currency}{quantity.low}-{quantity.high}{sign}"


def same_value(marked: str, found: str) -> bool:
    """Whether a value is the marked one; numbers may be written otherwise."""
    try:
        return _fraction(marked) == _fraction(found)
    except ValueError:
        return marked == found


def _fraction(value: str) -> tuple[str, Fraction]:
    number = re.sub(r"[%A-Z ]", "", value)
    return value.replace(number, ""), Fraction(number)


def matched(marks: Sequence[Stretch], found: Sequence[Stretch]) -> list[tuple[Stretch, Stretch]]:
    """Each mark with the stretch that overlaps it most, each once."""
    pairs = sorted(
        ((min(one.span.end, other.span.end) - max(one.span.start, other.span.start), a, b)
         for a, one in enumerate(marks) for b, other in enumerate(found) if one.span.overlaps(other.span)),
        reverse=True,
    )  # fmt: skip
    taken_marks: set[int] = set()
    taken: set[int] = set()
    result = []
    for _, a, b in pairs:
        if a not in taken_marks and b not in taken:
            taken_marks.add(a)
            taken.add(b)
            result.append((marks[a], found[b]))
    return result


@attrs.define
class Score:
    """How many were marked, found, overlap, are exactly so, and have the value that they were marked with."""

    marked: int = 0
    found: int = 0
    overlap: int = 0
    exact: int = 0
    valued: int = 0
    right: int = 0

    def add(self, marks: Sequence[Stretch], found: Sequence[Stretch]) -> list[tuple[Stretch, Stretch]]:
        """Count one sentence; returns the pairs."""
        pairs = matched(marks, found)
        self.marked += len(marks)
        self.found += len(found)
        self.overlap += len(pairs)
        self.exact += sum(one.span == other.span for one, other in pairs)
        valued = [(one, other) for one, other in pairs if one.value not in ("", _UNSAID)]
        self.valued += sum(mark.value not in ("", _UNSAID) for mark in marks)
        self.right += sum(same_value(one.value, other.value) for one, other in valued)
        return pairs

    def f1(self, number: int) -> float:
        """In percent."""
        return 200 * number / max(self.marked + self.found, 1)


def print_quotes(*, wrong: bool) -> None:
    """How many stretches between marks are found from their first mark to their last."""
    score = Score()
    for text, expected in yaml.safe_load(QUOTES.read_text(encoding="utf-8"))["quotes"]:
        found = [one.words for one in find_quotes(text)]
        score.marked, score.found = score.marked + len(expected), score.found + len(found)
        score.exact += sum((Counter(expected) & Counter(found)).values())
        if wrong and found != expected:
            print(f"  {text!r}: found {found}, marked {expected}")
    print(f"quoted stretches   marked {score.marked}, found {score.found}: exact F1 {score.f1(score.exact):.1f}")


def main() -> None:
    """Print the figures."""
    parser = parser_of(__doc__)
    parser.add_argument(
        "file", nargs="?", type=text_file, default=SENTENCES, help="marked sentences (default: %(default)s)"
    )
    parser.add_argument("--wrong", action="store_true", help="also list what is found wrongly or not at all")
    parser.add_argument("--quotes", action="store_true", help="print the figures for quotations and nothing else")
    arguments = parser.parse_args()
    if arguments.quotes:
        print_quotes(wrong=arguments.wrong)
        return
    scores = {name: Score() for name in ("times", "quantities", "counts", "quoted stretches")}
    listed = list(sentences(arguments.file))
    everything = [found_in(sentence) for sentence in listed]
    start = time.process_time()
    for sentence in listed * REPEATS:
        found_in(sentence)
    took = (time.process_time() - start) / REPEATS
    for sentence, found in zip(listed, everything, strict=True):
        for name, kind in (("times", "T"), ("quantities", "Q"), ("counts", "Q"), ("quoted stretches", "S")):
            chosen = [
                [one for one in stretches if one.kind == kind and (name != "counts" or one.is_count)]
                for stretches in (sentence.marks, found)
            ]
            pairs = scores[name].add(*chosen)
            if arguments.wrong and name != "counts":
                _tell(sentence, chosen[0], chosen[1], pairs)
    for name, score in scores.items():
        values = f", value of marked ones {100 * score.right / score.valued:.1f}" if score.valued else ""
        precision = (
            f", value precision {100 * score.right / score.found:.1f}, F1 {score.f1(score.right):.1f}"
            if score.valued
            else ""
        )
        print(
            f"{name:18} marked {score.marked:3}, found {score.found:3}: exact F1 {score.f1(score.exact):.1f}, "
            f"overlap F1 {score.f1(score.overlap):.1f}{values}{precision}"
        )
    size = sum(len(sentence.text) for sentence in listed)
    print(f"{size / max(took, 1e-9) / 4000:.0f} articles of 4,000 characters a second")


def _tell(
    sentence: Sentence, marks: Sequence[Stretch], found: Sequence[Stretch], pairs: Sequence[tuple[Stretch, Stretch]]
) -> None:
    missed = [f"missed {mark.words!r}" for mark in marks if mark not in [one for one, _ in pairs]]
    extra = [f"extra {one.words!r}" for one in found if one not in [other for _, other in pairs]]
    edges = [f"edges {one.words!r} <> {other.words!r}" for one, other in pairs if one.span != other.span]
    values = [
        f"value of {other.words!r}: {other.value}, marked {one.value}"
        for one, other in pairs
        if one.value not in ("", _UNSAID) and not same_value(one.value, other.value)
    ]
    for each in (*missed, *extra, *edges, *values):
        print(f"  {each}   in: {sentence.text[:90]}")


if __name__ == "__main__":
    main()
