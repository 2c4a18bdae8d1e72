"""S13: a word that is not one of those a field takes."""

from __future__ import annotations

from newsfacts.findings import Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class ValueNotInList(ReaderRule):
    """A field with a closed list of values has one of them.

    What it checks:
        Fields such as `polarity=`, `certainty=`, `type=`, `terms=` and `form=`, the kinds of entities and measures, and
        everything that is yes or no, have one of their values, letter by letter. The nearest is shown.

    Why:
        A value that no list holds is counted, filtered and compared as a category of its own, or as none.

    Instead:
        Write one of the values, or extend the schema by a kind with values of its own.

    Fix:
        None: the nearest value may mean the opposite of what was meant.
    """

    code = "S13"
    name = "value-not-in-list"
    severity = Severity.ERROR
    VALID: Examples = (
        Example("[Crime did not fall]{.claim polarity=negative certainty=possible}."),
        Example("---\nnewsfacts: 1\nentities: {town: {name: Brena, kind: place}}\n---\n\n[Brena]{ref=town}."),
    )
    INVALID: Examples = (
        Example(
            "[Crime did not fall]{.claim polarity=negativ}.",
            at="polarity=negativ",
            message="'negativ' is not one of positive, negative",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {town: {name: Brena, kind: city}}\n---\n\n[Brena]{ref=town}.",
            at="city",
            message="'city' is not one of person, organization, place, group, other",
        ),
    )
