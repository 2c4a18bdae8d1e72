"""A02: a span without words."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Document
from newsfacts.rules.edges import doubtful_edges, unusual_edges
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import what


class ZeroLengthSpan(Rule):
    """Every span has words.

    What it checks:
        Each fragment of an annotation is at least one character long, and the annotation as a whole is more than
        white space. An annotation without a place in the text, as a verdict on the whole may, has no span.

    Why:
        An empty span says that something is said, counted or dated and points at nothing. It usually remains when the
        words were deleted from the text and the markup was not, or when offsets were computed from an empty match.

    Instead:
        Put the brackets around the words, or take the markup out.

    Fix:
        None: which words were meant is for a person to see.
    """

    code = "A02"
    name = "zero-length-span"
    severity = Severity.ERROR
    looks_at: Kinds = (Annotation,)
    needs: Needs = (unusual_edges, doubtful_edges)
    VALID: Examples = (
        Example("He said [“no”]{.quote}."),
        Example(
            "---\nnewsfacts: 1\nannotations:\n  - {kind: aside, note: nothing in the text}\n---\n\nNo words at all."
        ),
    )
    INVALID: Examples = (
        Example("The mayor []{.cue} that taxes will rise.", at="", message="this cue has no words"),
        Example("The mayor said[ ]{.cue}that taxes will rise.", at=" ", message="this cue has nothing but white space"),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for annotation in document.annotations:
            spans = annotation.spans
            text = annotation.text
            if not spans or (len(spans) == 1 and text and not text.isspace()):
                continue
            help = "put the brackets around the words, or take the markup out"
            if any(span.end <= span.start for span in spans):
                yield self.finding(document, annotation, f"{what(annotation)} has no words", help=help)
            elif text.isspace():
                yield self.finding(document, annotation, f"{what(annotation)} has nothing but white space", help=help)
