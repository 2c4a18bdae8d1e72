"""S04: a required field that is not written."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class MissingField(ReaderRule):
    """Required fields are written.

    What it checks:
        A verdict names what it rates, a known value its measure and its value, a suppression its rule and its reason;
        an entity has a name, or `named: no`. Kinds of a schema of one's own may require more.

    Why:
        Without these the rest says nothing: a rating of nothing, a value of nothing.

    Instead:
        Write the field. Where a text keeps a name back, write `named: no` and a `description`.

    Fix:
        None: only a person knows the value.
    """

    code = "S04"
    name = "missing-field"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("[Crime doubled]{.claim #k} is [false]{.verdict of=k}."),
        Example("---\nnewsfacts: 1\nentities: {envoy: {named: no, description: an envoy}}\n---\n\nAn envoy left."),
    )
    INVALID: Examples = (
        Example("[Crime doubled]{.claim} is [false]{.verdict}.", at="false", message="this verdict lacks of="),
        Example(
            "---\nnewsfacts: 1\nentities: {envoy: {kind: person}}\n---\n\nAn envoy left.",
            at="envoy",
            message="the entity 'envoy' has no name",
        ),
    )
