"""S06: a reference to an id that nothing has."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class DanglingReference(ReaderRule):
    """Every reference names an id that exists.

    What it checks:
        Ids in `by=`, `ref=`, `of=`, `content=`, `rebuts=`, `cont=` and the like, and those in factbooks, are ids of an
        annotation of the document, or of an entity, measure or event in its factbooks. The nearest id is shown.

    Why:
        A quote whose speaker points nowhere has no speaker, whatever its markup says.

    Instead:
        Correct the id, or define what it names in the front matter or a factbook.

    Fix:
        None: the nearest id need not be the one that was meant.
    """

    code = "S06"
    name = "dangling-reference"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("---\nnewsfacts: 1\nentities: {mayor: {name: Sala}}\n---\n\n[She]{ref=mayor} resigned."),
        Example("[Crime doubled]{.claim rebuts=k2}, not [fell]{.claim #k2}."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {mayor: {name: Sala}}\n---\n\n[She]{ref=major} resigned.",
            at="ref=major",
            message="no entity has the id 'major' (did you mean 'mayor'?)",
        ),
        Example(
            "[Crime doubled]{.claim rebuts=c9}.",
            at="rebuts=c9",
            message="no claim, quote or count has the id 'c9'",
        ),
    )
