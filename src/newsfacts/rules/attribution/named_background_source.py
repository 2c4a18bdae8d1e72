"""T15: a background source whose name is in the text."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity, Skipped
from newsfacts.model import Attribution, Document, Terms
from newsfacts.rules.attributions_of_note import attributions_of_note, attributions_with_terms
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class NamedBackgroundSource(Rule):
    """A source who spoke on background is not named with the words.

    What it checks:
        The source words of an attribution with `terms=background` contain neither a name nor an alias of the entity they refer
        to. Where they refer to no entity, its names are not known, and the rule says that it could not check.

    Why:
        On background the source may be described, but not named. A name in the source words breaks the agreement.

    Instead:
        Describe the source ("an official at the ministry"), or write `terms=on_record` where the source may be named.

    Fix:
        None: what was agreed is between reporter and source.
    """

    code = "T15"
    name = "named-background-source"
    severity = Severity.ERROR
    looks_at: Kinds = (Attribution,)
    needs: Needs = (attributions_of_note, attributions_with_terms)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann Lee, aliases: [Lee]}}\n---\n\n"
            "[[An official at the ministry]{.source ref=ann} [said]{.cue} [so]{.claim}]{.attribution terms=background}."
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann Lee, aliases: [Lee]}}\n---\n\n"
            "[[Ann Lee]{.source ref=ann} [said]{.cue} [so]{.claim}]{.attribution terms=on_record}. "
            "[[A fleet official]{.source ref=ann} [said]{.cue} [so]{.claim}]{.attribution terms=background}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann Lee, aliases: [Lee]}}\n---\n\n"
            "[[Ms. Lee, an official]{.source ref=ann}, [said]{.cue} [so]{.claim}]{.attribution terms=background}.",
            at="Ms. Lee, an official",
            message="this was said on background, but the source words name “Lee”",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann Lee}}\n---\n\n"
            "[[Ann Lee]{.source ref=ann} [said]{.cue} [so]{.claim}]{.attribution terms=background}.",
            at="Ann Lee",
            message="this was said on background, but the source words name “Ann Lee”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        for attribution in document.attributions:
            if attribution.terms is not Terms.BACKGROUND:
                continue
            for source in attribution.source:
                if not source.entities:
                    yield self.skip(
                        document, source, f"the source “{source.text}” refers to no entity, so its name is not known"
                    )
                    continue
                name = next(
                    (name for entity in source.entities for name in entity.names if holds(source.text, name)), None
                )
                if name is not None:
                    yield self.finding(
                        document,
                        source,
                        f"this was said on background, but the source words name “{name}”",
                        help="describe the source, or write terms=on_record where it may be named",
                    )


def holds(text: str, name: str) -> bool:
    """Whether a name is in a text as whole words."""
    at = text.find(name) if name else -1
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(name, at + 1)
    return False
