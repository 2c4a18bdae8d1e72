"""T08: attributions nested deeper than a guideline allows."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, ProfileNames, Rule
from newsfacts.statements import setting_of


class NestedAttribution(Rule):
    """Attributions are nested no deeper than the guideline allows.

    What it checks:
        No attribution is inside more than `depth` - 1 others. The option is 1 unless set: no nesting at all.

    Why:
        PolNeAR and JournalismAI mark the outermost attribution only, and their readers know no other. PARC and RiQuA
        allow nesting: "A said that B denied it" has two attributions.

    Instead:
        Mark the outermost attribution only, or set `options.T08.depth` to what the guideline says.

    Fix:
        None: which attribution stays is for the guideline to say.
    """

    code = "T08"
    name = "nested-attribution"
    severity = Severity.WARNING
    looks_at: Kinds = (Attribution,)
    default = False
    profiles: ProfileNames = ("polnear", "journalismai")
    OPTIONS: Options = MappingProxyType(
        {"depth": Option(1, "how deep attributions may be nested; 1 allows no nesting")}
    )
    VALID: Examples = (
        Example("[[Ann]{.source} [said]{.cue} [Bob denied it]{.claim}]{.attribution}."),
        Example(
            "[[Ann]{.source} [said]{.cue} [[[Bob]{.source} [denied]{.cue} "
            "[it]{.claim}]{.attribution}]{.claim}]{.attribution}.",
            options={"depth": 2},
        ),
    )
    INVALID: Examples = (
        Example(
            "[[Ann]{.source} [said]{.cue} [[[Bob]{.source} [denied]{.cue} "
            "[it]{.claim}]{.attribution}]{.claim}]{.attribution}.",
            at="denied",
            message="this attribution is nested 2 deep; the guideline allows 1",
        ),
        Example(
            "[[Ann]{.source} [said]{.cue} [[[Bob]{.source} [denied]{.cue} [[[Cy]{.source} [knew]{.cue} "
            "[it]{.claim}]{.attribution}]{.claim}]{.attribution}]{.claim}]{.attribution}.",
            at="knew",
            message="this attribution is nested 3 deep; the guideline allows 2",
            options={"depth": 2},
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        allowed = context.option(self, "depth")
        for attribution in document.attributions:
            depth = setting_of(document, attribution).depth
            if depth > allowed:
                yield self.finding(
                    document,
                    attribution.cue or attribution,
                    f"this attribution is nested {depth} deep; the guideline allows {allowed}",
                    help="mark the outermost attribution only, or set options.T08.depth",
                )
