"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "P01": "missing_annotator",
    "P02": "missing_guideline",
    "P03": "reviewed_before_created",
    "P04": "duplicate_annotation",
    "P05": "text_versions_differ",
    "P06": "done_with_errors",
    "P07": "label_outlier",
    "P08": "merge_conflict",
    "P09": "unreviewed_draft",
    "P10": "open_dispute",
})  # fmt: skip
