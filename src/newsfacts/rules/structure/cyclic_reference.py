"""S09: references that lead back to where they began."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class CyclicReference(ReaderRule):
    """No chain of references leads back to its beginning.

    What it checks:
        No count is, over its `total=`, a part of itself, no attribution over `content=` its own content, no measure
        over `whole` a part of itself. Chains longer than 100 references are refused too. Claims may rebut each other:
        relations between annotations are not a chain.

    Why:
        What is defined by itself is not defined; a sum over such parts never ends.

    Instead:
        Take one of the references out.

    Fix:
        None: which of them is wrong is for a person to see.
    """

    code = "S09"
    name = "cyclic-reference"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("[12 men]{.count total=all} among [20 people]{.count #all}."),
        Example("[Crime rose]{.claim #a rebuts=b}; [crime fell]{.claim #b rebuts=a}."),
    )
    INVALID: Examples = (
        Example(
            "[12 men]{.count #men total=all} among [20 people]{.count #all total=men}.",
            at="total=all",
            message="'all' refers back to itself through total=",
        ),
        Example(
            "---\nnewsfacts: 1\nmeasures:\n"
            "  dead: {label: dead, whole: hurt}\n  hurt: {label: hurt, whole: dead}\n---\n\nText.",
            at="dead",
            message="'dead' refers back to itself through 'whole'",
        ),
    )
