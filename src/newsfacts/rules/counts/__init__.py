"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "N01": "value_not_in_words",
    "N02": "lost_hedge",
    "N03": "added_hedge",
    "N04": "reversed_range",
    "N05": "collapsed_range",
    "N06": "lost_magnitude",
    "N07": "changed_unit",
    "N08": "bad_numeral",
    "N09": "mapped_vague_word",
    "N10": "fractional_count",
    "N11": "negative_count",
    "N12": "share_above_whole",
    "N13": "shares_above_whole",
    "N14": "parts_and_total",
    "N15": "item_count",
    "N16": "percent_for_points",
    "N17": "change_arithmetic",
    "N18": "percent_margin",
    "N19": "lead_within_margin",
    "N20": "reversed_bound",
    "N21": "false_precision",
    "N22": "conflicting_counts",
    "N23": "unreadable_count",
    "N24": "item_of_wrong_kind",
    "N25": "count_against_known",
})  # fmt: skip
