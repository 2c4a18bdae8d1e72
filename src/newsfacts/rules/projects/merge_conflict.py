"""P08: what a merge has left: conflict marks, or two versions of one annotation that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Addressee, Annotation, Attribution, Claim, Document, Item, Listing, Medium, Quote, Source
from newsfacts.rules.projects._twins import CONFLICT_MARKS, attributes, fingerprint, merge_traces, twins
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import what

_MARK = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: [^\r\n]*)?(?=\r?$)", re.MULTILINE)

_KINDS = (Quote, Claim, Attribution, Source, Addressee, Medium, Item, Listing)
"""Counts, dates and verdicts over the same words are compared by the rules of their own families."""

_DISTINGUISHING = frozenset({"of", "as_of", "scope", "note"})
"""Fields that make two annotations of the same words two facts."""

MAX_COMPARED = 20
"""With how many earlier annotations of the same words one is compared."""


class MergeConflict(Rule):
    """A merge leaves one version of everything.

    What it checks:
        The file has no conflict marks of a version control system (`<<<<<<<`, `>>>>>>>`), and no two quotes, claims,
        attributions, roles or listings over exactly the same words state two values for one field.

    Why:
        When the work of two annotators is merged, both answers to an open question are kept side by side. A gold
        standard with both is wrong whichever is right, and each program takes another one.

    Instead:
        Decide, and take the other version out.

    Fix:
        None: which version is right is for a person to decide.
    """

    code = "P08"
    name = "merge-conflict"
    severity = Severity.ERROR
    looks_at: Kinds = _KINDS
    needs: Needs = (merge_traces,)
    without_annotations = True  # a merge may leave its marks in any text
    VALID: Examples = (
        Example("[[Taxes will rise]{.claim certainty=probable}]{.claim type=prediction}, she said."),
        Example("He typed <<<<<<< and >>>>>>> into the field.\n\n=======\n\nA line under a headline."),
    )
    INVALID: Examples = (
        Example(
            "[[Taxes will rise]{.claim polarity=negative}]{.claim polarity=positive}, she said.",
            at="Taxes will rise",
            message="this claim is there twice: polarity is “negative” here, but “positive” in the other",
        ),
        Example(
            "The mayor said\n<<<<<<< ours\nno.\n=======\nyes.\n>>>>>>> theirs\n",
            at="<<<<<<< ours",
            message="a merge has left its conflict marks here",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        if document.origin is not None:
            yield from self.marks(document)
        for group in twins(document):
            if not isinstance(group[0], _KINDS):
                continue
            known: list[Annotation] = []  # of each set of attributes the first
            seen: set[str] = set()
            for annotation in group:
                stated = fingerprint(document, annotation)
                if stated in seen:
                    continue
                seen.add(stated)
                for other in known[:MAX_COMPARED]:
                    key = contradiction(document, annotation, other)
                    if key is not None:
                        yield self.contradiction(document, annotation, other, key)
                        break
                known.append(annotation)

    def marks(self, document: Document) -> Iterator[Finding]:
        source = document.origin.source.string if document.origin is not None else ""
        # All three marks of one conflict are one finding.
        for opening in CONFLICT_MARKS:
            if opening in source and (found := _MARK.search(source)) is not None:
                yield self.finding(
                    document,
                    document.origin.place(*found.span()) if document.origin is not None else None,
                    "a merge has left its conflict marks here",
                    help="decide which of the two versions is right, and take the marks and the other version out",
                )
                return

    def contradiction(self, document: Document, annotation: Annotation, other: Annotation, key: str) -> Finding:
        here, there = attributes(document, annotation)[key], attributes(document, other)[key]
        return self.finding(
            document,
            annotation,
            f"{what(annotation)} is there twice: {key} is {shown(here)} here, but {shown(there)} in the other",
            help="decide which of the two is right, and take the other out",
            labels=self.label(document, other, f"{key} is {shown(there)} here"),
        )


def contradiction(document: Document, annotation: Annotation, other: Annotation) -> str | None:
    """A field for which both state a value, and not the same one; None where something makes them two facts."""
    here, there = attributes(document, annotation), attributes(document, other)
    differing = [key for key in here if key in there and here[key] != there[key]]
    if any(key in _DISTINGUISHING for key in differing):
        return None
    return differing[0] if differing else None


def shown(value: object) -> str:
    """A value for a message."""
    return f"“{' '.join(map(str, value))}”" if isinstance(value, tuple) else f"“{value}”"
