"""What a number or a date is read as, in a few words behind it: only where that is more than its words say at a glance."""

from __future__ import annotations

import re

from newsfacts.model import Annotation, Count, Time, Unreadable
from newsfacts.text.printable import printable
from newsfacts.values import Policy, Quantity
from newsfacts.values.quantities.exact import show_number
from newsfacts.values.quantities.prose import say
from newsfacts.values.times.grain import Mod
from newsfacts.values.times.times import Duration, TimeInterval, UnresolvedTime

__all__ = ["duration_in_words", "reading_of"]

_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "secs")
_HEDGES = {
    Mod.APPROX: "about ", Mod.MORE_THAN: "more than ", Mod.LESS_THAN: "less than ", Mod.EQUAL_OR_MORE: "at least ",
    Mod.EQUAL_OR_LESS: "at most ",
}  # fmt: skip


def reading_of(annotation: Annotation, policy: Policy) -> str | None:
    """The reading of a count or a time; None where its words have the same and no value is declared, and for other kinds."""
    if not isinstance(annotation, Count | Time):
        return None
    shown = _in_words(annotation, policy)
    if shown is not None and annotation.declared is None and has_words(annotation.text, shown):
        return None
    return shown


def has_words(text: str, words: str) -> bool:
    """Whether a text has these words, and not as a part of others or of a longer number."""
    return re.search(rf"(?<![\w.,]){re.escape(words)}(?![\w,.]\w|\w)", text, re.IGNORECASE) is not None


def _in_words(annotation: Count | Time, policy: Policy) -> str | None:
    value = annotation.value
    if isinstance(value, Unreadable):
        return "not read"
    if isinstance(value, Quantity):
        core = value.core(policy)
        return say(value) if core.low == core.high else core.words()
    if isinstance(value, UnresolvedTime):
        return "not resolved"
    if isinstance(value, Duration):
        return duration_in_words(value)
    return value.edtf if isinstance(value, TimeInterval) and value.resolved else printable(str(value))


def duration_in_words(duration: Duration) -> str | None:
    """A length of time, as "2 years 6 months"; None for one whose number was not said."""
    if duration.vague is not None:
        return None
    shorter = _length(duration)
    if duration.upto is not None:
        shorter = f"{shorter} to {_length(duration.upto)}"
    return f"{_HEDGES.get(duration.mod, '') if duration.mod else ''}{shorter}"


def _length(duration: Duration) -> str:
    parts = []
    for unit in _UNITS:
        number = getattr(duration, unit)
        if number:
            name = "seconds" if unit == "secs" else unit
            parts.append(f"{show_number(number)} {name[:-1] if number == 1 else name}")
    return " ".join(parts) or "no time"
