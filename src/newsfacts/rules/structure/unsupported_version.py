"""S10: a file of a version of the format that this library does not read."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class UnsupportedVersion(ReaderRule):
    """A file that states a version of the format states one that this library reads.

    What it checks:
        `newsfacts:` in front matter, factbooks and stand-off files is `1`. It may be left out.

    Why:
        A later version may give the same words another meaning. Reading it as an earlier one would be a guess.

    Instead:
        Write `newsfacts: 1`, or update the library.

    Fix:
        None: changing the number does not change what was written for the other version.
    """

    code = "S10"
    name = "unsupported-version"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("---\nnewsfacts: 1\n---\n\nThe mayor resigned."),
        Example("The mayor resigned."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 3\n---\n\nThe mayor resigned.",
            at="3",
            message="this is version 3 of the format; this library reads version 1",
        ),
        Example(
            "---\nnewsfacts: 1.0\n---\n\nThe mayor resigned.",
            at="1.0",
            message="this is version 1.0 of the format; this library reads version 1",
        ),
    )
