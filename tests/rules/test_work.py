"""A check takes work in proportion to the file, whatever is in it many times: counted in steps, never in time."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.counting import is_linear

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, check
from newsfacts.documents import parse
from newsfacts.model import Document

PLAN = Plan.of(Configuration(extend_select=("S", "A", "Q", "T", "N", "D", "C", "X", "P")))

MEASURES = "---\nnewsfacts: 1\npublished: 2024-07-04\nmeasures: {m: {label: boats, unit: boat, kind: tally}}\n"


def of_words(words: str, head: str = "") -> Callable[[int], str]:
    return lambda number: head + "".join(words.replace("%", str(n)) for n in range(number))


def known(number: int) -> str:
    values = ", ".join(f"{{of: m, value: {n + 1}, as_of: 2024-07-04}}" for n in range(number))
    return f"{MEASURES}known: [{values}]\n---\n" + "".join(
        f"[{n + 3} boats]{{.count of=m}} lay there. " for n in range(number)
    )


def definitions(number: int) -> str:
    entities = ", ".join(f"e{n}: {{name: Person {n}}}" for n in range(number))
    return f"---\nnewsfacts: 1\nentities: {{{entities}}}\n---\nIt rained."


def relations(number: int) -> str:
    return "[It rained]{.claim #k}. " + "".join(f"[It did not]{{.claim #k{n} rebuts=k}}. " for n in range(number))


def twins(number: int) -> str:
    claims = [{"kind": "claim", "spans": [[0, 9]], "said": f"{1900 + n}"} for n in range(number)]
    return json.dumps({"newsfacts": 1, "text": "It rained.", "annotations": claims})


TEXTS: dict[str, Callable[[int], str]] = {
    "counts of one measure": of_words("[% boats]{.count of=m} lay there. ", MEASURES + "---\n"),
    "counts without a measure": of_words("[% boats]{.count} rose from [2]{.count} to [3]{.count}. "),
    "definitions": definitions,
    "relations": relations,
    "quotes in one paragraph": of_words("[“We won %,”]{.quote} and "),
    "quotes with a source": of_words("[[“We won %,”]{.quote} [she]{.source} [said]{.cue}]{.attribution}. "),
    "sources": of_words("[[A source]{.source} [denied]{.cue} [it]{.claim}]{.attribution}. "),
    "claims over the same words": twins,
}


def read(text: str) -> Document:
    return parse(text, path="a.facts", format="json" if text.startswith('{"') else "facts").document


def test_comparing_with_known_values_is_linear() -> None:
    assert is_linear(lambda document: check(document, PLAN), lambda number: read(known(number)), 25, factor=4)


@pytest.mark.parametrize("what", TEXTS)
def test_checking_is_linear(what: str) -> None:
    make = TEXTS[what]
    assert is_linear(lambda document: check(document, PLAN), lambda number: read(make(number)), 30, factor=4)
