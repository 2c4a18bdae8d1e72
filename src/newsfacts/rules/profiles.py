"""Profiles: named sets of rules, severities and options, for a guideline or a house."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

from newsfacts.findings import Severity

__all__ = ["PROFILES", "Profile"]


@attrs.frozen(kw_only=True)
class Profile:
    """What a profile changes. `on` and `off` name codes or families; a rule may also name the profile itself."""

    doc: str
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    options: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    policy: str = "news"


PROFILES: Mapping[str, Profile] = MappingProxyType({
    "default": Profile(doc="what holds for every news text"),
    "strict": Profile(doc="fact checking: every rule that needs no house table, and numbers read strictly", policy="strict"),
    "lenient": Profile(doc="drafts: errors only, and numbers read generously", policy="lenient"),
    "polnear": Profile(doc="the guidelines of the PolNeAR corpus: flat attributions with one cue"),
    "journalismai": Profile(doc="the JournalismAI guidelines for quotations (Guardian, AFP)"),
    "claimreview": Profile(doc="what schema.org ClaimReview and its readers ask of verdicts"),
    "newsroom": Profile(doc="sourcing as AP, Reuters and the BBC ask for it"),
})  # fmt: skip
