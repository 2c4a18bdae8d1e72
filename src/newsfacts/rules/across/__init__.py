"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "X01": "reworded_quote",
    "X02": "quote_of_another_speaker",
    "X03": "quote_of_another_day",
    "X04": "contradictory_counts",
    "X05": "falling_tally",
    "X06": "outdated_figure",
    "X07": "weak_known_bound",
    "X08": "silent_change",
    "X09": "incomplete_correction",
    "X10": "lost_correction",
    "X11": "unsupported_headline",
    "X12": "clashing_entities",
    "X13": "clashing_event_dates",
})  # fmt: skip
