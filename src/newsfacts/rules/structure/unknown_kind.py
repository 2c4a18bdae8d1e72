"""S16: a kind that the schema does not know."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class UnknownKindRule(ReaderRule):
    """Every span has a kind of the schema.

    What it checks:
        The kind after the dot is one of the built-in kinds, or one that a schema of the project adds. A span without a
        kind has `ref=`, and is then a mention. Spans of unknown kinds are kept as written.

    Why:
        No rule looks at a span of an unknown kind, so a misspelled `.qoute` is a quotation that no one checks.

    Instead:
        Correct the kind, or extend the schema by it.

    Fix:
        None: the nearest kind need not be the one that was meant.
    """

    code = "S16"
    name = "unknown-kind"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("[“No”]{.quote}, she said."),
        Example("---\nnewsfacts: 1\nentities: {mayor: {name: Sala}}\n---\n\n[She]{ref=mayor} resigned."),
    )
    INVALID: Examples = (
        Example("[“No”]{.qoute}, she said.", at="“No”", message="no kind is named 'qoute'"),
        Example("[“No”]{#q1}, she said.", at="“No”", message="this span has neither a kind nor ref="),
    )
