"""Reading takes steps in proportion to the input, whatever is in it. Steps are counted, not timed."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable

import pytest
from tests.counting import is_linear

from newsfacts.documents import dumps, parse

HEAD = "newsfacts: 1\n"


def front(head: str, body: str) -> str:
    return f"---\n{HEAD}{head}---\n\n{body}"


def fragments(n: int) -> str:
    return front(f"annotations: [{{kind: cue, quote: [{', '.join(['a'] * n)}], nth: 1}}]\n", "a " * n)


def numbered(n: int) -> str:
    entries = "".join(f"- {{kind: cue, quote: a, nth: {number}}}\n" for number in range(1, n + 1))
    return front(f"annotations:\n{entries}", "a " * n)


def prefixed(n: int) -> str:
    entries = "".join(f"- {{kind: cue, quote: rose, prefix: w{number:04}}}\n" for number in range(n))
    return front(f"annotations:\n{entries}", "".join(f"w{number:04}rose " for number in range(n)))


def ambiguous(n: int) -> str:
    return front("annotations:\n" + "- {kind: cue, quote: a}\n" * n, "a " * n)


def by_words(n: int) -> str:
    listed = [{"kind": "cue", "words": f"w{number:04}"} for number in range(n)]
    text = " ".join(f"w{number:04}" for number in range(n))
    return json.dumps({"newsfacts": 1, "text": text, "annotations": listed})


def unknown_entities(n: int) -> str:
    known = ", ".join(f"e{number:04}: {{name: x}}" for number in range(n))
    return front(f"entities: {{{known}}}\n", "".join(f"[x]{{.claim by=f{number:04}}} " for number in range(n)))


def unknown_annotations(n: int) -> str:
    return "".join(f"[x]{{.claim #k{number:04} rebuts=q{number:04}}} " for number in range(n))


def unknown_in_a_factbook(n: int) -> str:
    return front("measures:\n" + "".join(f"  m{i:04}: {{label: x, whole: q{i:04}}}\n" for i in range(n)), "x")


def unknown_fields(n: int) -> str:
    return "".join(f"[x]{{.claim f{number:04}=x}} " for number in range(n))


def unknown_keys(n: int) -> str:
    return front("".join(f"k{number:04}: x\n" for number in range(n)), "x")


def lost_fragments(n: int) -> str:
    return "".join(f"[x]{{.claim #k{number:04}}} [y]{{cont=q{number:04}}} " for number in range(n))


def joined_fragments(n: int) -> str:
    return "[x]{.claim #k}" + " [y]{cont=k}" * n


def long_quotations(n: int) -> str:
    return "[“Taxes rose.]{.quote}\n\n" + "[“And rose.]{.cont}\n\n" * n


def comments(n: int) -> str:
    return "[x]{.claim}{% a %} {% b %}" * n


def same_ids(n: int) -> str:
    return "[x]{.claim #k} " * n


def long_names(n: int) -> str:
    return f"[x]{{.claim by={'e' * n}}} [y]{{.claim #{'e' * n}q}}"


def nested_lists(n: int) -> str:
    entries = ", ".join(["{kind: claim, x: " + "[" * 40 + "y" + "]" * 40 + "}"] * n)
    return f"{HEAD}text: a\nannotations: [{entries}]\n"


CASES: list[tuple[Callable[[int], str], str]] = [
    (fragments, "facts"), (numbered, "facts"), (prefixed, "facts"), (ambiguous, "facts"), (by_words, "json"),
    (unknown_entities, "facts"), (unknown_annotations, "facts"), (unknown_in_a_factbook, "facts"),
    (unknown_fields, "facts"), (unknown_keys, "facts"), (lost_fragments, "facts"), (joined_fragments, "facts"),
    (long_quotations, "facts"), (comments, "facts"), (same_ids, "facts"), (long_names, "facts"), (nested_lists, "yaml"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "format"), CASES, ids=[make.__name__ for make, _ in CASES])
def test_reading_is_linear(make: Callable[[int], str], format: str) -> None:
    assert is_linear(lambda text: parse(text, format=format), make, 40, factor=6)


def test_a_list_within_lists_does_not_double_with_each_level() -> None:
    """The depth is written once: what is kept is as long as what the file has, not 2 to the power of the depth."""
    text = f"{HEAD}text: a\nannotations: [{{kind: claim, x: {'[' * 40}y{']' * 40}}}]\n"
    parsed = parse(text, format="yaml")
    [claim] = parsed.document.annotations
    assert claim.extra == {"x": ["[" * 39 + "y" + "]" * 39]}
    assert "a single value is needed here, not a list" in [finding.message for finding in parsed.findings]


@pytest.mark.parametrize("format", ["facts", "json", "yaml"])
def test_what_reading_leaves_is_freed_at_once(format: str) -> None:
    story = front(
        "entities: {weiss: {name: Weiss}}\nevents: {b: {label: x, after: a}, a: {label: y}}\n",
        "[[Weiss]{.source ref=weiss} [said]{.cue} it [cost [12 euros]{.count total=m} in [2020]{.time of=b}]{.claim}]"
        "{.attribution}. [30 euros]{.count #m}",
    )
    written = dumps(parse(story).document, format=format)
    assert parse(written, format=format).ok  # what is imported and kept with the first document is not left over
    gc.collect()
    gc.disable()
    try:
        parse(written, format=format)
        assert gc.collect() == 0  # objects that refer to each other in a circle
    finally:
        gc.enable()
