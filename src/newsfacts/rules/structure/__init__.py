"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "S01": "duplicate_yaml_key",
    "S02": "ambiguous_scalar",
    "S03": "unknown_field",
    "S04": "missing_field",
    "S05": "duplicate_id",
    "S06": "dangling_reference",
    "S07": "reference_to_wrong_kind",
    "S08": "unused_role",
    "S09": "cyclic_reference",
    "S10": "unsupported_version",
    "S11": "changed_text",
    "S12": "unclean_text",
    "S13": "value_not_in_list",
    "S14": "uncanonical_attributes",
    "S15": "broken_markup",
    "S16": "unknown_kind",
    "S17": "broken_yaml",
    "S18": "unreadable_value",
    "S19": "unusable_factbook",
    "S20": "unreadable_file",
    "S21": "malformed_suppression",
    "S22": "unused_suppression",
    "S23": "unused_definition",
    "S24": "unusable_schema",
    "S25": "assumed_language",
    "S26": "near_markup",
    "S27": "hidden_character",
})  # fmt: skip
