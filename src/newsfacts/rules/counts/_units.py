"""Counts in a unit that their measure surely does not have: most documents have none."""

from __future__ import annotations

import functools

from newsfacts.model import Count, Document, Measure, MeasureKind
from newsfacts.rules.counts._differences import Difference, differing
from newsfacts.rules.readings import readable_counts
from newsfacts.text.english import class_of_noun
from newsfacts.values.quantities.quantity import Change, Quantity, QuantityKind

__all__ = ["other_units", "unfit_counts"]

_PERSONS = frozenset({"person", "persons", "people", "man", "men", "woman", "women", "child", "children"})


def other_units(document: Document) -> bool:
    """Whether a count has another unit than its words, or than its measure."""
    return bool(document.derived(unfit_counts) or differing(document, Difference.CHANGED_UNIT))


def unfit_counts(document: Document) -> tuple[tuple[Count, Quantity], ...]:
    """The counts whose value their measure surely cannot have, each with its value."""
    return tuple(
        [
            (count, value)
            for count, value in readable_counts(document)
            if isinstance(count.of, Measure) and unfit(value, count.of)
        ]
    )


def unfit(value: Quantity, measure: Measure) -> bool:
    """Whether a measure surely cannot have such a value. A change of a measure may be stated in percent, so it fits."""
    unit, kind = measure.unit, value.kind
    if unit is None or value.change is not Change.NONE or measure.kind is MeasureKind.RATE:
        return False
    if kind is QuantityKind.NUMBER:
        return value.unit is not None and is_another(value.unit, unit)
    if kind is QuantityKind.MONEY:
        return counts_persons(unit) or unit in ("%", "percent")
    if kind is QuantityKind.PERCENT:
        return counts_persons(unit) and measure.kind is not MeasureKind.SHARE and measure.whole is None
    return False


@functools.lru_cache(maxsize=4096)
def is_another(found: str, wanted: str) -> bool:
    """Whether the unit of a plain number is surely another one than that of a measure."""
    if found in ("times", "people") and wanted in ("%", "percent"):
        return True
    if found == "times":
        return counts_persons(wanted)
    if found == wanted:
        return False
    one, other = class_of_noun(found), class_of_noun(wanted)
    return one is not None and other is not None and one != other


def counts_persons(unit: str) -> bool:
    """Whether a unit is that of persons."""
    return unit.lower() in _PERSONS
