"""Profiles: named sets of rules, severities and options, for a guideline or a house.

A rule that only some guideline asks for names those profiles itself (`Rule.profiles`); here is what a
profile takes away, how grave it finds what is left, and what it sets. `docs/profiles.md` gives the clauses.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from newsfacts.findings import Severity
from newsfacts.immutable import frozen

__all__ = ["PROFILES", "Profile"]


@frozen(kw_only=True)
class Profile:
    """What a profile changes. `on` and `off` name codes or families; a rule may also name the profile itself.

    Rules whose own severity is below `least` are off, whatever else the profile says.
    """

    doc: str
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    least: Severity = Severity.INFO
    severity: Mapping[str, Severity] = MappingProxyType({})
    options: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    policy: str = "news"


_NEWSROOM_SOURCING = ("T04", "T11", "T13", "T16")
"""What a desk asks of its writers. Who annotates a published text marks what it says, and can change none of it."""

_PRINTED_MARKS: Mapping[str, Severity] = MappingProxyType(dict.fromkeys(("Q08", "Q09", "Q10", "Q11"), Severity.INFO))
"""Marks that the paper printed wrong: worth knowing for an annotator, who must not change the text."""

PROFILES: Mapping[str, Profile] = MappingProxyType({
    "default": Profile(doc="what holds for every news text"),
    "strict": Profile(
        doc="fact checking: every rule that needs no house table, and numbers read strictly",
        on=("N19", "S14", "T17"),
        severity=MappingProxyType({
            "A11": Severity.ERROR,  # words found again only by likeness are not verified
            "C03": Severity.ERROR,
            "N03": Severity.ERROR,
            "N23": Severity.ERROR,  # what cannot be read cannot be checked
            "D15": Severity.ERROR,
            "Q02": Severity.ERROR,
            "T04": Severity.ERROR,
        }),
        policy="strict",
    ),
    "lenient": Profile(doc="drafts: errors only, and numbers read generously", least=Severity.ERROR, policy="lenient"),
    "polnear": Profile(
        doc="the guidelines of the PolNeAR corpus: flat attributions with one cue",
        off=(*_NEWSROOM_SOURCING, "T19"),
        severity=MappingProxyType({
            **_PRINTED_MARKS,
            "Q12": Severity.ERROR,
            "T02": Severity.ERROR,
            "T03": Severity.ERROR,
        }),
        options=MappingProxyType({"A08": MappingProxyType({"cue": ","})}),  # of a colon the guideline says nothing
    ),
    "journalismai": Profile(
        doc="the JournalismAI guidelines for quotations (Guardian, AFP)",
        off=_NEWSROOM_SOURCING,
        severity=MappingProxyType({
            **_PRINTED_MARKS,
            "Q12": Severity.ERROR,
            "Q14": Severity.ERROR,
            "S08": Severity.ERROR,
            "T03": Severity.ERROR,
        }),
    ),
    "claimreview": Profile(
        doc="what schema.org ClaimReview and its readers ask of verdicts",
        severity=MappingProxyType({"C03": Severity.ERROR, "C09": Severity.WARNING, "C15": Severity.ERROR}),
    ),
    "newsroom": Profile(
        doc="sourcing as AP, Reuters and the BBC ask for it",
        severity=MappingProxyType({"Q02": Severity.ERROR, "T04": Severity.ERROR, "T12": Severity.ERROR}),
    ),
})  # fmt: skip
