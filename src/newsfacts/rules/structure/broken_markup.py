"""S15: markup that is not closed, not well formed, or closes nothing."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class BrokenMarkup(ReaderRule):
    """Markup is well formed.

    What it checks:
        Every bracket that begins a span is closed in its paragraph, every `]{` begins a well-formed attribute block
        and ends a span that is open, no block names two kinds or two ids, and comments and front matter are closed.
        What cannot be markup is read as text.

    Why:
        A forgotten bracket would otherwise turn half an article into one quote, or markup into published words.

    Instead:
        Close the span, mend the block, or write a backslash before a bracket that is text. Ordinary brackets that come
        in pairs, such as `[sic]`, are text as they are.

    Fix:
        None: where a span was meant to end is for a person to see.
    """

    code = "S15"
    name = "broken-markup"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("[“He [sic] left”]{.quote}, she wrote [and no more]."),
        Example("An array a\\[0]\\{1} and {braces} are text."),
    )
    INVALID: Examples = (
        Example(
            "The [mayor]{.source ref} resigned.",
            at="{.source ref",
            message="this is not an attribute block: expected .kind, #id, key=value or } after .source, found ref",
        ),
        Example(
            "The [mayor [said]{.cue} so.\n\nNobody answered.",
            at="[",
            message="this [ is not closed in its paragraph",
        ),
        Example(
            "The mayor]{.source} resigned.",
            at="]{.source}",
            message="this ends a span, but no span is open in this paragraph",
        ),
        Example(
            "The [mayor]{.source .mention} resigned.",
            at=".mention",
            message=".mention is a duplicate in the same block; the first one is used",
        ),
    )
