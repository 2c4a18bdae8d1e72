"""S05: an id that two things have."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class DuplicateId(ReaderRule):
    """Every id belongs to one thing.

    What it checks:
        No two annotations of a document have the same id, and no two factbooks define one id differently. The
        definition that comes first counts.

    Why:
        A reference to an id that two things have points at whichever was read first, and no one sees the other.

    Instead:
        Give one of the two another id, and look at what refers to it.

    Fix:
        None: a new id would leave references pointing at the wrong one of the two.
    """

    code = "S05"
    name = "duplicate-id"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("[Crime doubled]{.claim #k1} and [crime fell]{.claim #k2}."),
        # A second fragment names the id of the annotation that it continues.
        Example("[“We will,”]{.quote #q} she said, [“rebuild.”]{cont=q}"),
    )
    INVALID: Examples = (
        Example(
            "[Crime doubled]{.claim #k} and [crime fell]{.claim #k}.",
            at="#k",
            message="the id 'k' is already taken, on line 1",
        ),
        Example(
            "---\nnewsfacts: 1\nuse: [a.factbook.yaml]\nentities: {mayor: {name: Ruiz}}\n---\n\nThe mayor resigned.",
            at="[a.factbook.yaml]",
            message="the entity 'mayor' is defined twice and not in the same way; "
            "the definition that comes first counts",
            files={"a.factbook.yaml": "entities: {mayor: {name: Sala}}\n"},
        ),
    )
