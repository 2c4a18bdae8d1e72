"""S26: text that was probably meant to be markup."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class NearMarkup(ReaderRule):
    """Text does not look like markup that went wrong.

    What it checks:
        No attribute block is apart from its bracket, in round brackets, without a bracket before it, or the second one of
        a span, and no front matter begins below the first line or without its `---`. All of it is read as text.

    Why:
        Such an annotation would be lost without a word, and its markup would become published words.

    Instead:
        Write the markup as `[words]{.kind}`; put a backslash before a brace or bracket that is text.

    Fix:
        None: what was meant is for a person to say.
    """

    code = "S26"
    name = "near-markup"
    severity = Severity.WARNING
    VALID: Examples = (
        Example("The form says [name]\\{.first} and {braces}, see [the list](https://example.org/list)."),
        Example("[12 people]{.count} died."),
    )
    INVALID: Examples = (
        Example(
            "[12 people] {.count} died.",
            at="{.count}",
            message="this looks like an attribute block, but there is a space between ] and {",
        ),
        Example(
            "[12 people](.count) died.",
            at="(.count)",
            message="this looks like an attribute block, but has ( ) in place of { }",
        ),
        Example(
            "12 people{.count} died.",
            at="{.count}",
            message="this looks like an attribute block, but there is no ] before it",
        ),
        Example(
            "[12 people]{.count}{.claim} died.",
            at="{.claim}",
            message="a span has one attribute block, and this is a second one",
        ),
        Example(
            "\n---\ntitle: Flood\n---\n\nIt rained.",
            at="---",
            message="this looks like front matter, but it does not begin on the first line, so it is read as text",
        ),
        Example(
            "newsfacts: 1\ntitle: Flood\n---\n\nIt rained.",
            at="newsfacts: 1",
            message="this looks like front matter, but there is no line --- before it, so it is read as text",
        ),
    )
