"""S08: a source, cue, addressee, medium or item that belongs to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Addressee, Cue, Document, Item, Medium, Source
from newsfacts.rules.attributions_of_note import roles_of_nothing
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.statements import setting_of

_ROLES = (Source, Cue, Addressee, Medium)


def may_be_unused(document: Document) -> bool:
    """Whether a role belongs to no attribution, or there are items."""
    return bool(document.derived(roles_of_nothing) or document.of_kind(Item))


class UnusedRole(Rule):
    """Every source, cue, addressee and medium belongs to an attribution, and every item to a listing.

    What it checks:
        A span of these kinds is inside an attribution, or an attribution names its id. An item is inside a
        listing.

    Why:
        A role alone says nothing: a source of nothing, a cue for no one. 23 role spans of PolNeAR belong to no
        attribution. Usually the bracket of the attribution was closed too early.

    Instead:
        Put the attribution's brackets around all its parts, or name the part with `source=`, `cue=` or `content=`. A
        span that only names someone is a mention.

    Fix:
        None: which attribution the span belongs to is for a person to see.
    """

    code = "S08"
    name = "unused-role"
    severity = Severity.WARNING
    looks_at: Kinds = (*_ROLES, Item)
    needs: Needs = (may_be_unused,)
    VALID: Examples = (
        Example("[[The mayor]{.source} [said]{.cue} [taxes will rise]{.claim}]{.attribution}."),
        # It is outside, and the attribution names it.
        Example("[An engineer]{.source #eng} spoke. [[“No,”]{.quote} he [said]{.cue}]{.attribution source=eng}."),
        Example("[[Brena]{.item} and [Mossel]{.item}]{.listing}"),
    )
    INVALID: Examples = (
        Example(
            "[The mayor]{.source}: [[she]{.source} [said]{.cue} [taxes will rise]{.claim}]{.attribution}.",
            at="The mayor",
            message="this source belongs to no attribution",
        ),
        Example(
            "[[Brena]{.item} and]{.listing} [Mossel]{.item} were cut off.",
            at="Mossel",
            message="this item belongs to no listing",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for role in document.derived(roles_of_nothing):
            yield self.finding(
                document,
                role,
                f"this {role.KIND} belongs to no attribution",
                help="put the brackets of an .attribution around it, or name its id there",
            )
        for item in document.of_kind(Item):
            if not setting_of(document, item).listed:
                yield self.finding(
                    document,
                    item,
                    "this item belongs to no listing",
                    help="put the brackets of a .listing around it",
                )
