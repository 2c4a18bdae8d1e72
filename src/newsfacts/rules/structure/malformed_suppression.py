"""S21: a suppression that does not say which rule, why, or where."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class MalformedSuppression(ReaderRule):
    """A suppression names a rule and a reason, and is right after a span.

    What it checks:
        A comment that begins with `ignore` has the form `{% ignore N02: why %}`, follows a span without a space, and
        names a rule or a family that exists. `ignore:` in the front matter names one that exists.

    Why:
        A finding that is set aside without a reason is a finding that no one will ever look at again.

    Instead:
        Write the code, a colon and the reason, right after the closing brace.

    Fix:
        None: only a person knows the reason.
    """

    code = "S21"
    name = "malformed-suppression"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("[At least 12]{.count value=12}{% ignore N02: the agency's tally %} came."),
        # Not a suppression.
        Example("[At least 12]{.count value=12}{% nobody may ignore this %} came."),
    )
    INVALID: Examples = (
        Example(
            "[At least 12]{.count value=12}{% ignore N02 %} came.",
            at="{% ignore N02 %}",
            message="this suppression does not say which rule it ignores, or why",
        ),
        Example(
            "[At least 12]{.count value=12} {% ignore N02: the agency's tally %} came.",
            at="{% ignore N02: the agency's tally %}",
            message="this suppression is not right after a span",
        ),
        Example(
            "[At least 12]{.count value=12}{% ignore N999: the agency's tally %} came.",
            at="{% ignore N999: the agency's tally %}",
            message="no rule or family has the code 'N999'",
        ),
    )
