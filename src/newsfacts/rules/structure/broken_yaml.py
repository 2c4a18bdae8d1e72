"""S17: front matter, a factbook or a stand-off file that is not well-formed YAML or JSON, or has another shape."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class BrokenYaml(ReaderRule):
    """Front matter, factbooks and stand-off files are well formed.

    What it checks:
        The YAML or JSON can be read, is a table of keys and values, has tables and lists where they belong, no tags, no
        second document, and no more depth or aliases than the limits allow. What comes before the error is read.

    Why:
        A value with a colon in it, a forgotten quotation mark or a tab are the usual slips. The messages of YAML
        readers speak of tokens and nodes; this one says what to change.

    Instead:
        Correct the line that is named. A value that contains `: ` or begins with a special character goes between quotation
        marks.

    Fix:
        None: what the line was meant to say is for a person to decide.
    """

    code = "S17"
    name = "broken-yaml"
    severity = Severity.ERROR
    VALID: Examples = (
        Example('---\nnewsfacts: 1\ntitle: "Budget: mayor resigns"\n---\n\nThe mayor resigned.'),
        Example("---\nnewsfacts: 1\ntitle: Mayor resigns at 10:30\n---\n\nThe mayor resigned."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\ntitle: Budget: mayor resigns\n---\n\nThe mayor resigned.",
            at=":",
            message="a colon is not allowed here: the value before it contains another key, or is indented differently",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: [mayor]\n---\n\nThe mayor resigned.",
            at="[mayor]",
            message="'entities' is a table of ids",
        ),
    )
