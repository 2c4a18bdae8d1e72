"""The rules of this family: code and module. Codes are never used twice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "T01": "missing_content",
    "T02": "missing_cue",
    "T03": "several_cues",
    "T04": "unattributed_quote",
    "T05": "expletive_source",
    "T06": "overlapping_roles",
    "T07": "shared_words",
    "T08": "nested_attribution",
    "T09": "unresolved_pronoun",
    "T10": "pronoun_agreement",
    "T11": "undescribed_source",
    "T12": "reasonless_anonymity",
    "T13": "multiplied_source",
    "T14": "broken_terms",
    "T15": "named_background_source",
    "T16": "declined_yet_quoted",
    "T17": "judging_cue",
    "T18": "lost_denial",
    "T19": "missing_source",
    "T20": "speaker_differs_from_source",
    "T21": "gapped_cue",
    "T22": "auxiliary_in_cue",
    "T23": "auxiliary_outside_cue",
    "T24": "that_outside_content",
    "T25": "silence_as_attribution",
    "T26": "voice_beside_source",
    "T27": "unclear_source",
    "T28": "unfit_mention",
})  # fmt: skip
