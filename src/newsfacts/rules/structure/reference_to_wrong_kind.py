"""S07: a reference to something of another kind than the field takes."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class ReferenceToWrongKind(ReaderRule):
    """Every reference names something of the kind that its field takes.

    What it checks:
        `by=` and `ref=` name entities, `of=` of a count a measure or a listing, `content=` a quote, a claim or an
        attribution, `rebuts=` and the like a claim, a quote or a count.

    Why:
        An id that exists and belongs to something else passes every test for dangling references.

    Instead:
        Name an id of the right kind.

    Fix:
        None: which id was meant is for a person to see.
    """

    code = "S07"
    name = "reference-to-wrong-kind"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("[Taxes will rise]{.claim #k}, [[she]{.source} [said]{.cue}]{.attribution content=k}."),
        Example("[Two towns]{.count of=towns}: [[Brena]{.item} and [Mossel]{.item}]{.listing #towns}."),
    )
    INVALID: Examples = (
        Example(
            "[Twelve]{.count #n}, [[she]{.source} [said]{.cue}]{.attribution content=n}.",
            at="content=n",
            message="'n' is a count, but content= takes the id of a quote or the id of a claim "
            "or the id of an attribution",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {mayor: {name: Sala}}\n---\n\n[Twelve]{.count of=mayor} came.",
            at="of=mayor",
            message="'mayor' is an entity, but of= takes the id of a measure or the id of a listing",
        ),
    )
