"""S24: a schema file that cannot be used, or that has a mistake."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule

_CASUALTIES = """\
newsfacts-schema: 1
kinds:
  casualties:
    parent: count
    doc: people killed, injured or missing
    fields:
      harm: {type: choice, choices: [killed, injured, missing], required: yes}
"""


class UnusableSchema(ReaderRule):
    """The schema files that a document names are there, inside the project, and without mistakes.

    What it checks:
        Each path in `schema:` leads from the document to a file inside the project, or is the name of a shipped
        vocabulary such as `newsfacts:casualties`. The file can be read, its kinds descend from kinds that exist and
        only narrow their fields, its checks name fields that exist, and no pattern could take exponential time. A
        document shows the first mistake of several; a check of the schema file itself shows each at its place.

    Why:
        A kind that could not be made leaves every annotation of it unknown, and a check that could not be read passes
        over what it should find, so that a clean report would mean nothing.

    Instead:
        Correct the path, or run `newsfacts check` on the schema file and correct it.

    Fix:
        None: what the schema should say is for a person to decide.
    """

    code = "S24"
    name = "unusable-schema"
    severity = Severity.ERROR
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nschema: [casualties.schema.yaml]\n---\n\n[12 people]{.casualties harm=killed} died.",
            files={"casualties.schema.yaml": _CASUALTIES},
        ),
        Example(
            "---\nnewsfacts: 1\nschema: shared/casualties.schema.yaml\n---\n\nNobody was [hurt]{.claim}.",
            files={"shared/casualties.schema.yaml": _CASUALTIES},
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nschema: [casualties.schema.yaml]\n---\n\nNobody was hurt.",
            at="casualties.schema.yaml",
            message="the schema 'casualties.schema.yaml' has a problem on line 4: no kind is named 'cuont' (did you mean 'count'?)",
            files={"casualties.schema.yaml": "newsfacts-schema: 1\nkinds:\n  casualties:\n    parent: cuont\n"},
        ),
        Example(
            "---\nnewsfacts: 1\nschema: [casualties.schema.yaml]\n---\n\nNobody was hurt.",
            at="casualties.schema.yaml",
            message="the schema 'casualties.schema.yaml' cannot be read: No such file or directory",
        ),
        Example(
            "---\nnewsfacts: 1\nschema: [../../casualties.schema.yaml]\n---\n\nNobody was hurt.",
            at="../../casualties.schema.yaml",
            message="the schema '../../casualties.schema.yaml' lies outside the project",
        ),
    )
