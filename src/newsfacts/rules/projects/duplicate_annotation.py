"""P04: the same annotation twice."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Fix, Severity
from newsfacts.model import Annotation, Document
from newsfacts.rules.fixing import remove
from newsfacts.rules.projects._twins import fingerprint, twins
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import what


class DuplicateAnnotation(Rule):
    """No annotation is there twice.

    What it checks:
        Two annotations of one kind over exactly the same words do not state exactly the same; ids and notes are not
        compared. Two counts of the same words for two measures are two annotations, and so are a cue and an
        attribution over the same word, as brat files have them.

    Why:
        A quote that is there twice is counted twice, in every statistic and every sum. Duplicates come from merging
        the work of two annotators, and from a second click.

    Instead:
        Take one of the two out.

    Fix:
        Safe: where the inner one has no id and no comment of its own, it takes that one's brackets out. What is stated
        stays.
    """

    code = "P04"
    name = "duplicate-annotation"
    severity = Severity.WARNING
    looks_at: Kinds = (Annotation,)
    needs: Needs = (twins,)
    fix_class: Applicability | None = Applicability.SAFE
    VALID: Examples = (
        Example("The mayor [[said]{.cue}]{.attribution} no."),
        Example(
            "---\nnewsfacts: 1\nmeasures: {dead: {label: dead}, hurt: {label: hurt}}\n---\n\n"
            "[[Two]{.count of=dead}]{.count of=hurt} died, and two were hurt."
        ),
        Example("He said [“no”]{.quote} and again [“no”]{.quote}."),
    )
    INVALID: Examples = (
        Example(
            "He said [[“no”]{.quote lang=en}]{.quote #q1 lang=en}.",
            at="“no”",
            message="this quote is there twice, over the same words and with the same fields",
            fixed="He said [“no”]{.quote #q1 lang=en}.",
        ),
        Example(
            '{"newsfacts": 1, "text": "She said so.", "annotations": ['
            '{"kind": "cue", "spans": [[4, 8]]}, {"kind": "cue", "spans": [[4, 8]]}]}',
            at="[[4, 8]]",
            message="this cue is there twice, over the same words and with the same fields",
            format="json",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for group in twins(document):
            known: dict[str, Annotation] = {}
            for annotation in group:
                first = known.setdefault(fingerprint(document, annotation), annotation)
                if first is annotation:
                    continue
                edits = remove(document, annotation) if annotation.id is None else ()
                yield self.finding(
                    document,
                    annotation,
                    f"{what(annotation)} is there twice, over the same words and with the same fields",
                    help="take one of the two out",
                    labels=self.label(document, first, "the first of the two"),
                    fix=Fix("take the second one out", edits, Applicability.SAFE) if edits else None,
                )
