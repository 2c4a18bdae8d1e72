"""A09: an annotation anchored by words that occur in the text more than once."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class AmbiguousAnchor(ReaderRule):
    """Words that anchor an annotation occur in the text once, or it is said which of them are meant.

    What it checks:
        The `quote:` of an annotation in the front matter, with its `prefix:` and `suffix:`, fits one place of the text,
        or `nth:` says which. In a stand-off file words without a span occur in the text once.

    Why:
        The word "yes" occurs in an interview many times. Taking the first would attribute it to whoever spoke first.

    Instead:
        Write `nth:`, or the words before or after as `prefix:` or `suffix:`; in a stand-off file, the span.

    Fix:
        None: which of the places is meant is for a person to see.
    """

    code = "A09"
    name = "ambiguous-anchor"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("---\nnewsfacts: 1\nannotations:\n  - {kind: claim, quote: “yes”, nth: 2}\n---\n\nA: “yes”. B: “yes”."),
        Example(
            '---\nnewsfacts: 1\nannotations:\n  - {kind: claim, quote: “yes”, prefix: "B: "}\n---\n\n'
            "A: “yes”. B: “yes”."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n  - {kind: claim, quote: “yes”}\n---\n\nA: “yes”. B: “yes”.",
            at="“yes”",
            message="these words are in the text 2 times: '“yes”'",
        ),
        Example(
            '{"newsfacts": 1, "text": "Yes, she said. Yes.", "annotations": [{"kind": "claim", "words": "Yes"}]}',
            at='"Yes"',
            message="these words are in the text 2 times: 'Yes'",
            format="json",
        ),
    )
