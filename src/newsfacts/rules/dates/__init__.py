"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "D01": "impossible_date",
    "D02": "wrong_weekday",
    "D03": "unresolved_time",
    "D04": "date_not_in_words",
    "D05": "filled_in_date",
    "D06": "lost_precision",
    "D07": "reversed_period",
    "D08": "time_of_wrong_type",
    "D09": "lost_frequency",
    "D10": "said_after_publication",
    "D11": "past_in_future",
    "D12": "missing_time_zone",
    "D13": "wrong_age",
    "D14": "ambiguous_date",
    "D15": "unreadable_time",
    "D16": "date_against_known",
    "D17": "event_order",
    "D18": "role_out_of_term",
})  # fmt: skip
