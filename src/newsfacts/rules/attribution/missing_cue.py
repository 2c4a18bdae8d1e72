"""T02: an attribution whose words nothing introduces."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document
from newsfacts.patterns import lazy_pattern
from newsfacts.rules.attributions_of_note import attributions_of_note, attributions_without_cue
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_COLON = lazy_pattern(r"\s*(?:\([^()\n]{0,80}\)\s*)?[:—–-]\s*")


class MissingCue(Rule):
    """An attribution with a source has a cue: the words that say that something is said.

    What it checks:
        An attribution with source and content holds, or names with `cue=`, a cue. A colon or a dash between source and
        content ("Smith: “Yes.”") is cue enough, and an attribution with `voice=` needs none.

    Why:
        The cue says how the words were given: said, claimed, denied. Without it no one can tell a statement from a
        denial. PolNeAR demands exactly one, and 36 of its published attributions have none.

    Instead:
        Mark the verb or phrase ("said", "according to") as `.cue` inside the attribution, or name it with `cue=`.

    Fix:
        None: which words are the cue is for a person to see.
    """

    code = "T02"
    name = "missing-cue"
    severity = Severity.WARNING
    looks_at: Kinds = (Attribution,)
    needs: Needs = (attributions_of_note, attributions_without_cue)
    VALID: Examples = (
        Example("[[The mayor]{.source} [said]{.cue} [taxes will rise]{.claim}]{.attribution}."),
        Example("[[The mayor]{.source}: [“Taxes will rise.”]{.quote}]{.attribution}"),
        Example("[[Taxes will rise]{.claim}]{.attribution voice=implied}."),
    )
    INVALID: Examples = (
        Example(
            "[[The mayor]{.source} said [taxes will rise]{.claim}]{.attribution}.",
            at="The mayor",
            message="this attribution has a source, “The mayor”, but no cue that says how the words were given",
        ),
        Example(
            "According to [[the police]{.source}, [two men fled]{.claim}]{.attribution}.",
            at="the police",
            message="this attribution has a source, “the police”, but no cue that says how the words were given",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.derived(attributions_without_cue):
            if self.has_colon(document, attribution):
                continue
            yield self.finding(
                document,
                attribution.source[0],
                f"this attribution has a source, “{attribution.source[0].text}”, but no cue that says how the "
                "words were given",
                help="mark the words that introduce them (said, according to) as .cue, or name them with cue=",
            )

    @staticmethod
    def has_colon(document: Document, attribution: Attribution) -> bool:
        """Whether nothing but a colon or a dash is between source and content."""
        source, content = attribution.source[-1], attribution.contents[0]
        if not source.spans or not content.spans or content.span.start < source.span.end:
            return False
        return _COLON.fullmatch(document.text, source.span.end, content.span.start) is not None
