"""Prints how long a megabyte of one piece repeated takes to read, and how that has grown from an eighth of it.

Then how long it takes to compare 100 KB of invented quotations, of numbers, or of signs drawn at random, with sources of 100 KB.

PYTHONPATH=src python benchmarks/hostile.py

The tests count steps on short texts (`tests/counting.py`); this measures the seconds that they stand for.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable

from _command_line import parser_of

from newsfacts import ground
from newsfacts.anchors import verify_quote
from newsfacts.documents import dumps, parse
from newsfacts.strict_yaml import read_yaml
from newsfacts.text.quotation_marks import scan
from newsfacts.text.spans import Span
from newsfacts.versions import move_spans

MEGABYTE = 1_000_000
GROUNDED = 100_000
SIGNS = "“”\"'‘’«».,;:!?-–—…()[]{}*_`#|<>/\\&%$€ \n\t0123456789abcdeABCDE"
FEW_SIGNS = "“”\"'.,[]… ab\n"
SYLLABLES = ("ka", "le", "mi", "no", "ru", "sa", "te", "vo", "zi", "be")

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


def invented(random_: random.Random, form: str) -> str:
    """Words that make no sense, in a form with `{}` in place of four words each, a hundred thousand code points of it."""
    vocabulary = ["".join(random_.choices(SYLLABLES, k=random_.randint(1, 4))) for _ in range(4000)]
    weights = [1 / rank for rank in range(1, 4001)]
    parts: list[str] = []
    length = 0
    while length < GROUNDED:
        words = random_.choices(vocabulary, weights, k=4 * form.count("{}"))
        parts.append(form.format(*(" ".join(words[at : at + 4]) for at in range(0, len(words), 4))))
        length += len(parts[-1])
    return "".join(parts)[:GROUNDED]


def counted(random_: random.Random, form: str) -> str:
    """Numbers of one to five digits in a form with `{}` in place of each, a hundred thousand code points of it."""
    count = GROUNDED // len(form) + 1
    return "".join(form.format(random_.randrange(1, 10 ** random_.randint(1, 5))) for _ in range(count))[:GROUNDED]


def show_grounding() -> None:
    """How long invented quotations, numbers and random signs take, and what is said about them."""
    random_ = random.Random(5)
    prose = invented(random_, "{} {}. ")
    texts = {
        "invented quotations": invented(random_, "“{} {} {},” she said. "),
        "with ellipses": invented(random_, "“{} … {},” she said. "),
        "with brackets": invented(random_, "“{} [the] {},” she said. "),
        "signs": "".join(random_.choices(SIGNS, k=GROUNDED)),
        "few signs": "".join(random_.choices(FEW_SIGNS, k=GROUNDED)),
        "numbers": counted(random_, "{} "),
        "counts": counted(random_, "Anna saw {} cats. "),
        "votes": counted(random_, "a vote of {} to 3, "),
    }
    for name, text in texts.items():
        for against, source in (("prose", prose), ("itself, shuffled", "".join(random_.sample(text, len(text))))):
            outcomes: Counter[str] = Counter()

            def act(text: str = text, source: str = source, outcomes: Counter[str] = outcomes) -> None:
                outcomes.clear()
                outcomes.update(item.outcome.value for item in ground(text, source).items)

            took = seconds(act)
            print(f"ground     {name + ' in ' + against:38} {took:7.2f} s, {dict(outcomes)}")


def main() -> None:
    parser_of(__doc__).parse_args()
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
    show_grounding()


if __name__ == "__main__":
    main()
