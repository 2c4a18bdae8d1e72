"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "X04": "contradictory_counts",
    "X05": "falling_tally",
    "X06": "outdated_figure",
})  # fmt: skip
