"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "Q01": "altered_quote",
    "Q02": "other_spelling",
    "Q03": "reordered_quote",
    "Q04": "swallowed_word",
    "Q05": "silent_elision",
    "Q06": "long_gap",
    "Q07": "replacing_brackets",
    "Q08": "unbalanced_marks",
    "Q09": "mismatched_marks",
    "Q10": "bare_continuation",
    "Q11": "same_level_marks",
    "Q12": "marks_left_out",
    "Q13": "form_without_marks",
    "Q14": "partly_marked_quote",
    "Q15": "scant_evidence",
    "Q16": "same_words_two_speakers",
    "Q17": "singular_voice",
    "Q18": "title_as_quote",
    "Q19": "translation_without_original",
    "Q20": "edited_verbatim",
    "Q21": "nested_quote",
})  # fmt: skip
