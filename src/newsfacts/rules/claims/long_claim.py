"""C09: a rated claim that is too long to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Verdict
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, ProfileNames, Rule


class LongClaim(Rule):
    """A claim that is rated is short enough to be shown whole.

    What it checks:
        The words of a claim or quote that a verdict rates have at most `characters` characters (75 unless set).

    Why:
        Search pages show the reviewed claim in one line, and ask for 75 characters or fewer. It is advice and no error.

    Instead:
        Mark the part that is rated, and not the paragraph around it.

    Fix:
        None: what the claim boils down to is for the reviewer to say.
    """

    code = "C09"
    name = "long-claim"
    severity = Severity.INFO
    looks_at: Kinds = (Verdict,)
    default = False
    profiles: ProfileNames = ("claimreview",)
    OPTIONS: Options = MappingProxyType({"characters": Option(75, "how many characters a rated claim may have")})
    VALID: Examples = (
        Example(f"[{'x' * 75}]{{.claim #k}}. [False]{{.verdict of=k}}."),
        Example(f"[{'x' * 76}]{{.claim}}."),
    )
    INVALID: Examples = (
        Example(
            f"[{'x' * 76}]{{.claim #k}}. [False]{{.verdict of=k}}.",
            at="x" * 76,
            message="this rated claim has 76 characters; at most 75 are shown",
        ),
        Example(
            "[Crime has doubled]{.claim #k}. [False]{.verdict of=k}.",
            options=MappingProxyType({"characters": 10}),
            at="Crime has doubled",
            message="this rated claim has 17 characters; at most 10 are shown",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        most = context.option(self, "characters")
        for claim in {id(verdict.of): verdict.of for verdict in document.verdicts if verdict.of is not None}.values():
            if len(claim.text) > most:
                message = f"this rated claim has {len(claim.text)} characters; at most {most} are shown"
                yield self.finding(document, claim, message, help="mark the part that is rated")
