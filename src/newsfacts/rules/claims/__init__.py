"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "C01": "claim_without_words",
    "C02": "unattributed_claim",
    "C03": "verdict_without_evidence",
    "C04": "label_outside_scale",
    "C05": "rating_outside_scale",
    "C06": "impossible_scale",
    "C07": "label_contradicts_rating",
    "C08": "rating_in_claim",
    "C09": "long_claim",
    "C10": "own_claim_rated",
    "C11": "several_addresses_in_one",
    "C12": "unusable_address",
    "C13": "review_before_claim",
    "C14": "later_first_appearance",
    "C15": "placeholder_speaker",
    "C16": "two_faced_evidence",
    "C17": "second_verdict",
    "C18": "checkable_opinion",
    "C19": "polarity_of_the_uncertain",
    "C20": "circular_relation",
    "C21": "empty_evidence",
    "C22": "repeated_evidence",
    "C23": "evidence_after_verdict",
    "C24": "copy_of_another_page",
})  # fmt: skip
