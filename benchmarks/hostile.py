"""Prints how long a megabyte of one piece repeated takes to read, and how that has grown from an eighth of it.

PYTHONPATH=src python benchmarks/hostile.py

The tests count steps on short texts (`tests/counting.py`); this measures the seconds that they stand for.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from newsfacts.anchors import verify_quote
from newsfacts.documents import dumps, parse
from newsfacts.strict_yaml import read_yaml
from newsfacts.text.quotation_marks import scan
from newsfacts.text.spans import Span
from newsfacts.versions import move_spans

MEGABYTE = 1_000_000

NOTATION = (
    "[", "]{", "\\", "]", "{%", '[a]{b="', "[[a]{.cue}", "[a]{.claim}", "\n", "\r", " \n", "[x", "{", "{% %}", "]{.a ", '"',
    "[a]{cont=q}", "[]{#q}", "[[b]{.cue}]{cont=q}", '{% ]{a="x %}"}', '[a]{.cue note="', "[a]{.cue\n", "[a]{.claim #k rebuts=k}",
)  # fmt: skip
YAML = ("[", "{a: ", "- ", "a: b\n", "'", '"', "&a ", "*a ", "[a, ", "#")
QUOTATIONS = ("“", "'a ", "“a\n\n", "“a\n\nb’ ")
TEXTS = (("a ", "b "), ("ab", "ba"))


def seconds(action: Callable[[], object]) -> float:
    """Seconds of processor time of the faster of two runs."""
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        action()
        best = min(best, time.process_time() - began)
    return best


def show(name: str, action: Callable[[str], object], unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (MEGABYTE // 8, MEGABYTE))
    before, after = seconds(lambda: action(small)), seconds(lambda: action(large))
    print(f"{name:10} {unit!r:28} {after:7.2f} s, {after / max(before, 0.001):5.1f} times an eighth of it")


def main() -> None:
    for unit in NOTATION:
        show("read", parse, unit)
    show("write", lambda text: dumps(parse(text).document), "[a]{.cue}{%x%}")
    for unit in YAML:
        show("yaml", read_yaml, unit)
    for unit in QUOTATIONS:
        show("quotations", scan, unit)
    for old, new in TEXTS:
        show("move", lambda text, old=old, new=new: move_spans(text, text.replace(old, new), [(Span(0, 9),)]), old)
        show("verify", lambda text, new=new: verify_quote(new * 20_000, text), old)


if __name__ == "__main__":
    main()
