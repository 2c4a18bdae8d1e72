"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "A01": "span_outside_text",
    "A02": "zero_length_span",
    "A03": "stored_words_differ",
    "A04": "shifted_offsets",
    "A05": "cut_word",
    "A06": "half_character",
    "A07": "edge_white_space",
    "A08": "trailing_punctuation",
    "A09": "ambiguous_anchor",
    "A10": "anchor_not_found",
    "A11": "loose_anchor",
    "A12": "crossed_unit",
    "A13": "lost_annotation",
})  # fmt: skip
