"""What a time means at its place in a text: after a date that was named before it, and by the clock of the text's zone."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Final, Literal

import attrs

from newsfacts.errors import UnreadableValue
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.phrase import parse_time, resolve_anaphora
from newsfacts.values.times.texts import moment_text, span_text
from newsfacts.values.times.times import TimeInterval, TimeValue, UnresolvedTime
from newsfacts.values.times.zones import is_skipped, zone_offset

__all__ = ["in_zone", "read_in_text"]

_CLOCK_GRAINS: Final = (Grain.MINUTE, Grain.SECOND)


@functools.lru_cache(maxsize=2048)
def read_in_text(
    words: str,
    reference: dt.date | None,
    *,
    language: str | None = None,
    tense: Literal["past", "future"] | None = None,
    antecedent: TimeInterval | None = None,
    zone: str | None = None,
) -> TimeValue:
    """What words mean that are read against `reference`, after `antecedent` was named, by the clock of `zone`.

    A time that was counted from the antecedent says so in its `notes`. Raises `UnreadableValue`, as `parse_time` does.
    """
    found = parse_time(words, published=reference, tense=tense, language=language)
    if antecedent is not None and isinstance(found, UnresolvedTime):
        found = resolve_anaphora(found, antecedent, published=reference)
        if isinstance(found, TimeInterval):
            found = attrs.evolve(found, notes=(*found.notes, f"counted from {antecedent}, named before it"))
    return in_zone(found, zone) if zone is not None and isinstance(found, TimeInterval) else found


def in_zone(time: TimeInterval, zone: str) -> TimeInterval:
    """A clock time without an offset by the clock of an IANA zone; any other time as it is.

    As it is also where the zone is not known, where its clock skips the moment, and where the time is inexact.
    """
    lower, upper = time.lower, time.upper
    if time.grain not in _CLOCK_GRAINS or time.offset is not None or time.tiers is not None or "T" not in time.text:
        return time
    if lower is None or upper is None or time.members:
        return time
    try:
        offset = zone_offset(zone, lower)
        if is_skipped(zone, lower) or zone_offset(zone, upper) != offset:
            return time
    except UnreadableValue:
        return time
    is_moment = "/" not in time.text
    text = moment_text(lower, time.grain, offset) if is_moment else span_text(lower, upper, offset)
    others = tuple(in_zone(other, zone) for other in time.alternatives)
    return attrs.evolve(time, offset=offset, text=text, timex_value=None, alternatives=others)
