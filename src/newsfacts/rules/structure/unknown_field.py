"""S03: a field that the schema does not know."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class UnknownField(ReaderRule):
    """Every field is one that its kind, or its record, has.

    What it checks:
        Attributes of spans, keys of the front matter and keys in factbooks are fields of the schema. An unknown one is
        kept as written. For a near miss the nearest name is shown.

    Why:
        A misspelled field is read by no one: `publised: 2024-07-04` leaves a text without a date, and every check
        that needs the date is silent.

    Instead:
        Correct the name, or extend the schema by the field.

    Fix:
        None: a field that looks like another may still mean something else.
    """

    code = "S03"
    name = "unknown-field"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("---\nnewsfacts: 1\nentities: {mayor: {name: Sala}}\n---\n\n[“No”]{.quote by=mayor}, she said."),
        Example('[40 times]{.count note="the outlet\'s tally"}'),
    )
    INVALID: Examples = (
        Example(
            "[“No”]{.quote speaker=mayor}, she said.", at="speaker=mayor", message="a quote has no field 'speaker'"
        ),
        Example(
            "---\nnewsfacts: 1\npublised: 2024-07-04\n---\n\nThe mayor resigned.",
            at="publised",
            message="a document has no field 'publised' (did you mean 'published'?)",
        ),
    )
