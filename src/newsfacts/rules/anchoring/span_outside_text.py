"""A01: a span that is not a range of the text."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule

_HEAD = '{"newsfacts": 1, "text": "The mayor resigned.", "annotations": ['


class SpanOutsideText(ReaderRule):
    """Every span of a stand-off file is a range of its text.

    What it checks:
        A span is a pair of whole numbers `[start, end]`, counted in code points from 0, with the start not after the
        end and the end not after the end of the text. Annotated text cannot break this rule.

    Why:
        Programs cut such a span short or count it from the end, and annotate words that no one meant.

    Instead:
        Count the offsets again, or get the text that was annotated.

    Fix:
        None: where the span should be is for a person to see.
    """

    code = "A01"
    name = "span-outside-text"
    severity = Severity.ERROR
    VALID: Examples = (
        Example(_HEAD + '{"kind": "source", "spans": [[0, 9]]}]}', format="json"),
        # The whole text, to its very end.
        Example(_HEAD + '{"kind": "claim", "spans": [[0, 19]]}]}', format="json"),
    )
    INVALID: Examples = (
        Example(
            _HEAD + '{"kind": "claim", "spans": [[0, 20]]}]}',
            at="[0, 20]",
            message="the span 0..20 lies outside the text, which has 19 code points",
            format="json",
        ),
        Example(
            _HEAD + '{"kind": "source", "spans": [[9, 4]]}]}',
            at="[9, 4]",
            message="the span 9..4 ends before it begins",
            format="json",
        ),
    )
