"""X11: a number in the headline that the body does not support."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document, Measure, Unreadable, read_quantity_words
from newsfacts.rules.rule import Context, Example, Rule, key_place
from newsfacts.values.quantities.quantity import Comparator, Quantity, QuantityKind

_NUMBER = re.compile(r"(?<![\w.,])[$€£]?\d[\d.,]{0,30}(?:\s?(?:%|percent|million|billion|trillion|bn|m)(?!\w))?")
_CEILINGS = frozenset({Comparator.UP_TO, Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.WELL_UNDER})
_NUMBERS_SPELLED_OUT = 10
"""Whole numbers below this are written as words in the body, so their digits are not looked for there."""
MAX_COUNTS = 100
"""How many counts of the body are added up in pairs."""


class UnsupportedHeadline(Rule):
    """The headline says no more than the body.

    What it checks:
        Where the headline (`title:`) has a bare number that the body has only as a ceiling ("up to 50", "fewer than
        50"). And where it has a number, from 10 on, of a noun that the body counts too ("17 people"), but the body
        has neither that number nor counts that add up to it.

    Why:
        Headlines are written last and shortened most. "50 missing" over "as many as 50 people may be missing" is the
        classic case: most people read nothing but the headline.

    Instead:
        Keep the hedge in the headline: "Up to 50 missing".

    Fix:
        None: a headline is for a person to write.
    """

    code = "X11"
    name = "unsupported-headline"
    severity = Severity.WARNING
    VALID = (
        Example(
            "---\nnewsfacts: 1\ntitle: Up to 50 missing after landslide\nmeasures: {missing: {label: people "
            "missing}}\n---\n\n"
            "[As many as 50 people]{.count of=missing} are missing."
        ),
        Example(
            "---\nnewsfacts: 1\ntitle: 17 people killed in two floods, 5 things to know in 2025\nmeasures: {a: "
            "{label: dead in A}, b: {label: dead in B}}\n---\n\n"
            "The first killed [12 people]{.count of=a}, the second [5 people]{.count of=b}."
        ),
        Example(
            "---\nnewsfacts: 1\ntitle: 50 dead\nmeasures: {missing: {label: people missing}, dead: {label: "
            "dead}}\n---\n\n"
            "[As many as 50 people]{.count of=missing} are missing; [50]{.count of=dead} are dead."
        ),
    )
    INVALID = (
        Example(
            "---\nnewsfacts: 1\ntitle: 50 missing after landslide\nmeasures: {missing: {label: people "
            "missing}}\n---\n\n"
            "[As many as 50 people]{.count of=missing} are missing.",
            at="title",
            message="the headline has “50”, but the body only “As many as 50 people”",
        ),
        Example(
            "---\nnewsfacts: 1\ntitle: 17 people killed in flood\nmeasures: {dead: {label: people killed}}\n---\n\n"
            "The flood killed [16 people]{.count of=dead}.",
            at="title",
            message="the headline has “17 people”, but the body has neither this number nor counts of people that "
            "add up to it",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        title = document.title
        if not title or not document.counts or not any(character.isdecimal() for character in title):
            return
        stated = [
            (count, value)
            for count in document.counts
            if isinstance(count.of, Measure)
            and isinstance(value := count.value, Quantity)
            and value.kind is not QuantityKind.ORDINAL
        ]
        for found in _NUMBER.finditer(title):
            words = found[0].rstrip(".,")
            number = read_quantity_words(words)
            if isinstance(number, Unreadable) or number.stated is None:
                continue
            same = [(count, value) for count, value in stated if number.stated in (value.stated, value.low, value.high)]
            if same:
                said = self.ceiling(document, words, same)
            else:
                said = self.nowhere(document, title[found.start() :], words, number, stated)
            if said is not None and not is_hedged(title, found.start(), words):
                yield said

    def ceiling(self, document: Document, words: str, same: list[tuple[Count, Quantity]]) -> Finding | None:
        """What is wrong with a number that the body only has as a ceiling."""
        if any(value.comparator not in _CEILINGS for _, value in same):
            return None
        count = same[0][0]
        return self.finding(
            document,
            key_place(document, "title"),
            f"the headline has “{words}”, but the body only “{count.text}”",
            help="keep the hedge in the headline",
            labels=self.label(document, count, "the body"),
        )

    def nowhere(
        self, document: Document, rest: str, words: str, number: Quantity, stated: list[tuple[Count, Quantity]]
    ) -> Finding | None:
        """What is wrong with a number, of a noun that the body counts, which the body does not have."""
        noun = rest[len(words) :].split(maxsplit=1)[:1]
        unit = noun[0].strip(".,;:!?").casefold() if noun else ""
        counted = [(count, value) for count, value in stated if (value.unit or "").casefold() == unit]
        if not unit or not counted or number.stated is None or number.stated < _NUMBERS_SPELLED_OUT:
            return None
        body = document.text.replace(document.title or "", "")
        if words in body or adds_up(number, [value for _, value in counted[:MAX_COUNTS]]):
            return None
        lacks = f"neither this number nor counts of {unit} that add up to it"
        return self.finding(
            document,
            key_place(document, "title"),
            f"the headline has “{words} {unit}”, but the body has {lacks}",
            help="mend the headline, or the body",
            labels=self.label(document, counted[0][0], "the body"),
        )


def is_hedged(title: str, start: int, words: str) -> bool:
    """Whether a hedge stands before a number: "up to", "at least", "nearly"."""
    before = title[max(0, start - 40) : start].split()
    for length in range(1, min(3, len(before)) + 1):
        read = read_quantity_words(" ".join([*before[-length:], words]))
        if isinstance(read, Quantity) and read.comparator is not Comparator.PLAIN:
            return True
    return False


def adds_up(number: Quantity, values: list[Quantity]) -> bool:
    """Whether two of the values, or all of them, can add up to a number, or a range or rounding holds it."""
    ends = [(value.core().low or 0, value.core().high) for value in values]
    groups = [*[(end,) for end in ends], *combinations(ends, 2), tuple(ends)]
    stated = number.stated or 0
    for group in groups:
        low = sum(low for low, _ in group)
        highs = [high for _, high in group]
        if low <= stated and (None in highs or stated <= sum(high for high in highs if high is not None)):
            return True
    return False
