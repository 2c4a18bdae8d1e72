"""S01: a key that is written twice in one table."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class DuplicateYamlKey(ReaderRule):
    """Every key of a table is written once.

    What it checks:
        In front matter, factbooks and stand-off files no table has the same key twice. The first one counts.

    Why:
        Most YAML and JSON readers keep the last value and say nothing, so a name or a date vanishes without a trace.

    Instead:
        Take one of the two out, or give it the name that was meant. Several values of one key are a list.

    Fix:
        None: which of the two values is right is for a person to see.
    """

    code = "S01"
    name = "duplicate-yaml-key"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("---\nnewsfacts: 1\ntitle: Mayor resigns\noutlet: Example Wire\n---\n\nThe mayor resigned."),
        # The same key in two tables.
        Example("---\nnewsfacts: 1\nentities: {mayor: {name: Sala}, deputy: {name: Ruiz}}\n---\n\nThe mayor resigned."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\noutlet: Example Wire\noutlet: Example Check\n---\n\nThe mayor resigned.",
            at="outlet",
            message="the key 'outlet' is already written above; only the first one counts",
        ),
        Example(
            '{"newsfacts": 1, "text": "The mayor resigned.", "title": "Mayor", "title": "Mayor resigns"}',
            at='"title"',
            message="the key 'title' is already given",
            format="json",
        ),
    )
