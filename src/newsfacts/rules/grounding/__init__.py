"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "G01": "altered_quotation",
    "G02": "quotation_not_found",
    "G03": "contradicted_value",
    "G04": "overstated_value",
    "G05": "other_unit",
    "G06": "value_not_found",
    "G07": "other_speaker",
    "G08": "uncited_paragraph",
    "G09": "other_source",
})  # fmt: skip
