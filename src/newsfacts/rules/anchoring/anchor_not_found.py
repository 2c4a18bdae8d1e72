"""A10: an annotation anchored by words that do not occur in the text."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class AnchorNotFound(ReaderRule):
    """Words that anchor an annotation occur in the text.

    What it checks:
        The `quote:` of an annotation in the front matter, or the words of a stand-off annotation without a span, occur
        in the text letter by letter, after their `prefix:` and before their `suffix:`, as often as `nth:` says.

    Why:
        The text was edited, or the words were typed from memory. An annotation that is silently put on similar words
        may end up on their contrary.

    Instead:
        Copy the words from the text.

    Fix:
        None: which words are meant is for a person to see.
    """

    code = "A10"
    name = "anchor-not-found"
    severity = Severity.ERROR
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n  - {kind: claim, quote: taxes will rise}\n---\n\n"
            "She said taxes will rise."
        ),
        Example(
            '{"newsfacts": 1, "text": "She resigned.", "annotations": [{"kind": "claim", "words": "resigned"}]}',
            format="json",
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n  - {kind: claim, quote: taxes will fall}\n---\n\n"
            "She said taxes will rise.",
            at="taxes will fall",
            message="these words are not in the text: 'taxes will fall'",
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n  - {kind: claim, quote: rise, nth: 2}\n---\n\nShe said taxes will rise.",
            at="rise",
            message="nth is 2, but these words are in the text once: 'rise'",
        ),
    )
