"""X11: a number in the headline that the body does not support."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document, Measure, read_quantity_words
from newsfacts.rules.across._headline_numbers import (
    CEILINGS,
    HeadlineNumber,
    body_values,
    numbers_of_headline,
    stands_for,
)
from newsfacts.rules.needs import counts, title
from newsfacts.rules.rule import Context, Example, Examples, Needs, Rule, key_place
from newsfacts.rules.units import same_unit
from newsfacts.text.english import CASUALTIES, class_of_noun
from newsfacts.values.quantities.quantity import Comparator, Quantity, QuantityKind

_AMOUNTS = {QuantityKind.MONEY: "amount", QuantityKind.PERCENT: "percentage"}
MAX_COUNTS = 100
"""How many counts of the body are added up in pairs."""


class UnsupportedHeadline(Rule):
    """The headline says no more than the body.

    What it checks:
        The headline (`title:`) has no bare number that the body has only as a ceiling ("up to 50", "fewer than 50"). And a
        number, an amount of money or a percentage of the headline is in the body too, or what it is rounded from, or
        counts that add up to it, where the body counts the same noun ("17 people"), people who are killed or hurt ("kills
        12"), or has other amounts or percentages.

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
    needs: Needs = (title, counts, numbers_of_headline)
    needs_english = True
    VALID: Examples = (
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
        Example(
            "---\nnewsfacts: 1\ntitle: Bridge to cost $2.5 billion, half paid by 2030\n---\n\nIt will cost "
            "[$2.48 billion]{.count}."
        ),
    )
    INVALID: Examples = (
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
        Example(
            "---\nnewsfacts: 1\ntitle: Flood kills 9\n---\n\nThe flood killed [eight people]{.count}.",
            at="title",
            message="the headline has “9”, but the body does not have this number",
        ),
        Example(
            "---\nnewsfacts: 1\ntitle: Bridge to cost $2.5 billion\n---\n\nIt will cost [$2.3 billion]{.count}.",
            at="title",
            message="the headline has “$2.5 billion”, but the body does not have this amount",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        numbers = document.derived(numbers_of_headline)
        stated = [
            (count, value)
            for count in document.counts
            if isinstance(value := count.value, Quantity)
            and value.kind is not QuantityKind.ORDINAL
            and value.is_level
            and not is_headline(document, count)
        ]
        for number in numbers:
            same = [one for one in stated if is_same_kind(number.value, one[1]) and number.value.stated in ends(one[1])]
            said = self.ceiling(document, number, same) if same else self.nowhere(document, number, stated)
            if said is not None and not is_hedged(document.title or "", number.start, number.words):
                yield said

    def ceiling(self, document: Document, number: HeadlineNumber, same: list[tuple[Count, Quantity]]) -> Finding | None:
        """What is wrong with a number that the body only has as a ceiling."""
        if any(value.comparator not in CEILINGS for _, value in same):
            return None
        count = same[0][0]
        return self.finding(
            document,
            key_place(document, "title"),
            f"the headline has “{number.words}”, but the body only “{count.text}”",
            help="keep the hedge in the headline",
            labels=self.label(document, count, "the body"),
        )

    def nowhere(
        self, document: Document, number: HeadlineNumber, stated: list[tuple[Count, Quantity]]
    ) -> Finding | None:
        """What is wrong with a number that the body does not have, although it has others of the same kind."""
        alike = [one for one in stated if is_alike(number, *one)]
        if not alike or any(stands_for(number.value, value) for value in document.derived(values_of_body)):
            return None
        values = [value for _, value in alike]
        if adds_up(number.value, values[:MAX_COUNTS]) or any(stands_for(number.value, part) for part in shares(values)):
            return None
        kind = number.value.kind
        if kind in _AMOUNTS or is_casualty(number):
            what, lacks = number.words, f"does not have this {_AMOUNTS.get(kind, 'number')}"
        else:
            what = f"{number.words} {number.noun}"
            lacks = f"has neither this number nor counts of {number.noun} that add up to it"
        return self.finding(
            document,
            key_place(document, "title"),
            f"the headline has “{what}”, but the body {lacks}",
            help="correct the headline, or the body",
            labels=self.label(document, alike[0][0], "the body"),
        )


def ends(value: Quantity) -> tuple[int | Fraction | None, ...]:
    """The numbers that a quantity names."""
    return (value.stated, value.low, value.high)


def values_of_body(document: Document) -> frozenset[int | Fraction]:
    """All numbers of the text without its headline, and of what is declared."""
    body = document.text.replace(document.title or "", " ", 1) if document.title else document.text
    declared = {
        end for count in document.counts if isinstance(count.declared, Quantity) for end in ends(count.declared)
    }
    return body_values(body) | {end for end in declared if end is not None}


def is_headline(document: Document, count: Count) -> bool:
    """Whether a count is in the headline, where the text repeats that."""
    return (
        bool(count.spans)
        and document.text.startswith(document.title or "\0")
        and (count.spans[0].start < len(document.title or ""))
    )


def shares(values: list[Quantity]) -> Iterator[Fraction]:
    """Shares as percentages: a half is 50 percent."""
    for value in values:
        if value.kind is QuantityKind.SHARE and value.stated is not None:
            yield Fraction(value.stated) * 100


def is_same_kind(headline: Quantity, value: Quantity) -> bool:
    """Whether a number of the headline may be this one of the body: money for money, percent for percent."""
    return headline.kind is value.kind and headline.currency == value.currency


def is_casualty(number: HeadlineNumber) -> bool:
    """Whether a number of a headline counts people without saying so: "kills 12", "12 dead"."""
    return number.noun in CASUALTIES or number.after_verb


def is_alike(number: HeadlineNumber, count: Count, value: Quantity) -> bool:
    """Whether the body counts what the headline counts."""
    if number.value.kind in _AMOUNTS:
        both = {number.value.kind, value.kind}
        return is_same_kind(number.value, value) or both == {QuantityKind.PERCENT, QuantityKind.SHARE}
    if value.kind is not QuantityKind.NUMBER or value.unit in ("times", "points"):
        return False
    measure = count.of if isinstance(count.of, Measure) else None
    if is_casualty(number):
        units = (value.unit, measure.unit if measure else None)
        return any(unit is not None and class_of_noun(unit) == "person" for unit in units)
    return value.unit is not None and bool(number.noun) and same_unit(value.unit, number.noun)


def is_hedged(title: str, start: int, words: str) -> bool:
    """Whether a hedge is before a number: "up to", "at least", "nearly"."""
    before = title[max(0, start - 40) : start].split()
    for length in range(1, min(3, len(before)) + 1):
        read = read_quantity_words(" ".join([*before[-length:], words]))
        if isinstance(read, Quantity) and read.comparator is not Comparator.PLAIN:
            return True
    return False


def adds_up(number: Quantity, values: list[Quantity]) -> bool:
    """Whether two of the values, or all of them, can add up to a number, or a range or rounding includes it."""
    ends = [(value.core().low or 0, value.core().high) for value in values]
    groups = [*[(end,) for end in ends], *combinations(ends, 2), tuple(ends)]
    stated = number.stated or 0
    for group in groups:
        low = sum(low for low, _ in group)
        highs = [high for _, high in group]
        if low <= stated and (None in highs or stated <= sum(high for high in highs if high is not None)):
            return True
    return False
