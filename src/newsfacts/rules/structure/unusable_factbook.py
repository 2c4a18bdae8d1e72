"""S19: a shared factbook that cannot be used, or has problems of its own."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class UnusableFactbook(ReaderRule):
    """The factbooks that a document uses are there, inside the project, and without problems.

    What it checks:
        Each path in `use:` leads from the document to a file inside the project that can be read, and the factbook in
        it has no problem. Of several problems the first is shown.

    Why:
        Without its factbook a document's references point nowhere, and its counts are compared with nothing. A path
        out of the project would let a text read any file of the machine.

    Instead:
        Correct the path, or run `newsfacts check` on the factbook and correct it.

    Fix:
        None: which file was meant is for a person to see.
    """

    code = "S19"
    name = "unusable-factbook"
    severity = Severity.ERROR
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nuse: [town.factbook.yaml]\n---\n\n[She]{ref=mayor} resigned.",
            files={"town.factbook.yaml": "entities: {mayor: {name: Sala}}\n"},
        ),
        Example(
            "---\nnewsfacts: 1\nuse: shared/town.factbook.yaml\n---\n\n[She]{ref=mayor} resigned.",
            files={"shared/town.factbook.yaml": "entities: {mayor: {name: Sala}}\n"},
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nuse: [town.factbook.yaml]\n---\n\nThe mayor resigned.",
            at="town.factbook.yaml",
            message="the factbook 'town.factbook.yaml' cannot be read: No such file or directory",
        ),
        Example(
            "---\nnewsfacts: 1\nuse: [../../town.factbook.yaml]\n---\n\nThe mayor resigned.",
            at="../../town.factbook.yaml",
            message="the factbook '../../town.factbook.yaml' lies outside the project",
        ),
    )
