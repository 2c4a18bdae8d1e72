"""Counts for the numbers of a text, each of a measure that is named after what is counted, and ages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from newsfacts.drafting.entities import Named
from newsfacts.drafting.ids import Ids
from newsfacts.finders.results import FoundQuantity
from newsfacts.model import Count, EntityKind, Factbook, Measure, MeasureKind
from newsfacts.text.spans import Span
from newsfacts.values.level import Level
from newsfacts.values.quantities.quantity import Quantity

__all__ = ["ages", "counts"]

_AGE = re.compile(
    r",[ \u00a0](?:aged[ \u00a0])?(\d{1,3})(?=[,.;])|[ \u00a0]\((\d{1,3})\)|,?[ \u00a0]aged[ \u00a0](\d{1,3})\b"
)
MAX_AGE = 119
_LEADING = re.compile(r"(?:of|the|its|his|her|their|our|all)\s+", re.IGNORECASE)
_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "police": "officer",
}


@attrs.define
class _Measures:
    """The measures so far, by what is counted and by its value: what is counted alike is of one measure."""

    factbook: Factbook
    ids: Ids
    made: dict[tuple[str, str], Measure] = attrs.field(factory=dict)

    def of(self, label: str, value: Quantity, kind: MeasureKind | None) -> Measure:
        known = [measure for measure in self.factbook.measures.values() if label in (measure.label, measure.id)]
        if len(known) == 1:
            return known[0]
        key = (label, str(value).casefold())
        if key not in self.made:
            unit = "%" if kind is MeasureKind.SHARE else singular(label)
            self.made[key] = Measure(id=self.ids.new(label, "measure"), label=label, unit=unit, kind=kind)
        return self.made[key]


def counts(text: str, found: Iterable[FoundQuantity], factbook: Factbook, ids: Ids) -> Iterator[Count]:
    """A count for each number.

    One that says what it counts is of a measure of that name. Numbers that count the same words and differ are of
    different measures: 12 people who died and 3 people who were hurt are not one number that changes.
    """
    measures = _Measures(factbook, ids)
    for each in found:
        measure = None
        label = _label(each.counted_words(text))
        if label and not each.is_money and not (each.is_percent and "of" not in each.words):
            share = each.is_percent
            measure = measures.of(
                f"share of {label}" if share else label, each.value, MeasureKind.SHARE if share else None
            )
        yield Count(spans=(each.span,), of=measure, draft=each.level)


def _label(words: str | None) -> str:
    return _LEADING.sub("", " ".join(words.split())).lower() if words else ""


def singular(label: str) -> str:
    """What one of the counted is called, by the last word before a preposition."""
    head = re.split(r"\s(?:of|in|on|at|from|with|for|to|who|that|which)\s", label)[0].split()[-1]
    if head in _IRREGULAR:
        return _IRREGULAR[head]
    if head.endswith("ies") and len(head) > 4:
        return head[:-3] + "y"
    if head.endswith(("ches", "shes", "sses", "xes")):
        return head[:-2]
    return head[:-1] if head.endswith("s") and not head.endswith(("ss", "us", "is")) else head


def ages(text: str, named: Iterable[Named], ids: Ids) -> Iterator[Count]:
    """The number right after the name of a person: an age, of a measure of its own."""
    made: dict[tuple[str, str], Measure] = {}
    for each in named:
        if each.entity.kind is not EntityKind.PERSON:
            continue
        match = _AGE.match(text, each.mention.end)
        if match is None or match.lastindex is None:
            continue
        span = Span(*match.span(match.lastindex))
        words = span.slice(text)
        if not words.isascii() or not 0 < int(words) <= MAX_AGE:
            continue
        key = (each.entity.id, words)
        if key not in made:
            made[key] = Measure(
                id=ids.new(f"age of {each.entity.id}", "age"),
                label=f"age of {each.entity.name}",
                unit="year",
                kind=MeasureKind.STATE,
            )
        yield Count(spans=(span,), of=made[key], draft=Level.LIKELY)
