"""A13: an annotation whose words are no longer in the text."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Document
from newsfacts.rules.needs import lost_annotations, unusual_states
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class LostAnnotation(Rule):
    """Every annotation still has its place in the text.

    What it checks:
        An annotation that `newsfacts reanchor` could not place keeps its words under `lost`, and is reported until a
        person has placed it again or taken it out.

    Why:
        When a text is edited, some annotations lose their words. Dropping them would lose facts in silence, and putting
        them on words that look alike would make false ones.

    Instead:
        Give it a place again (`quote:`, or a span in the text) and take `lost` out, or take the whole annotation out.

    Fix:
        None: whether the fact is still in the text is for a person to see.
    """

    code = "A13"
    name = "lost-annotation"
    severity = Severity.WARNING
    looks_at: Kinds = (Annotation,)
    needs: Needs = (unusual_states, lost_annotations)
    VALID: Examples = (
        Example("[12 ships]{.count} sailed."),
        Example(
            '---\nannotations:\n- {kind: count, quote: 12 ships, note: "these words were lost once"}\n---\n\n12 ships sailed.'
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nannotations:\n- {kind: count, lost: 12 ships}\n---\n\nTwelve boats sailed.",
            at="12 ships",
            message="this count has lost its place in the text; its words were “12 ships”",
        ),
        Example(
            "[no]{.cue lost=said} more.",
            at="lost=said",
            message="this cue has lost its place in the text; its words were “said”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        """Report what is marked as lost."""
        for annotation in document.annotations:
            if annotation.lost is not None:
                yield self.finding(
                    document,
                    annotation,
                    f"this {annotation.KIND} has lost its place in the text; its words were “{annotation.lost}”",
                    key="lost",
                    help="give it a place again and take lost out, or take the annotation out",
                )
