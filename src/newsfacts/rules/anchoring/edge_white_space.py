"""A07: a span with white space at its edge."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity
from newsfacts.model import Annotation, Attribution, Document
from newsfacts.rules.anchoring._drift import elsewhere
from newsfacts.rules.edges import WHITE_SPACE, unusual_edges, white_edges
from newsfacts.rules.fixing import move_closing, move_opening
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import what


class EdgeWhiteSpace(Rule):
    """Spans begin and end with words, not with white space.

    What it checks:
        No fragment begins or ends with a space, a line end, a no-break space, or a space of no width. Where several
        spans end at the same white space, the innermost is named. A span that is all white space is A02's business.

    Why:
        The same words, annotated with and without a space, are different spans: agreement between annotators falls,
        duplicates go unseen, and quotes are not found again. 87 spans of PolNeAR have such an edge.

    Instead:
        Put the brackets around the words alone.

    Fix:
        Safe: it moves the bracket over the white space. The text stays as it is, and so do the words of the span.
    """

    code = "A07"
    name = "edge-white-space"
    severity = Severity.WARNING
    looks_at: Kinds = (Annotation,)
    needs: Needs = (unusual_edges, white_edges)
    fix_class: Applicability | None = Applicability.SAFE
    VALID: Examples = (
        Example("He [blamed]{.cue}\u00a0the weather."),
        Example("He [blamed the  weather]{.claim} ."),
    )
    INVALID: Examples = (
        Example(
            "He [blamed\u00a0]{.cue}the weather.",
            at="blamed\u00a0",
            message="this cue ends with a no-break space",
            fixed="He [blamed]{.cue}\u00a0the weather.",
        ),
        Example(
            "He said[  no ]{.claim}to them.",
            at="  no ",
            message="this claim begins and ends with white space",
            fixed="He said  [no]{.claim} to them.",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        text = document.text
        moved = elsewhere(document)
        innermost: dict[tuple[int, bool], Annotation] = {}
        for annotation in document.annotations:
            if moved and id(annotation) in moved:
                continue
            for span in annotation.spans:
                if not 0 <= span.start < span.end <= len(text):
                    continue
                for edge, character in (
                    ((span.start, True), text[span.start]),
                    ((span.end, False), text[span.end - 1]),
                ):
                    if character in WHITE_SPACE and not reaches_over(annotation, innermost.get(edge)):
                        innermost[edge] = annotation
        named = set(map(id, innermost.values()))
        for annotation in document.annotations if named else ():
            if id(annotation) in named:
                finding = self.edges(document, annotation)
                if finding is not None:
                    yield finding

    def edges(self, document: Document, annotation: Annotation) -> Finding | None:
        fragments = [span.slice(document.text) for span in annotation.spans]
        if not "".join(fragments).strip(WHITE_SPACE):
            return None
        before = [words[: len(words) - len(words.lstrip(WHITE_SPACE))] for words in fragments]
        after = [words[len(words.rstrip(WHITE_SPACE)) :] for words in fragments]
        verbs = [verb for verb, found in (("begins", before), ("ends", after)) if any(found)]
        of = "a fragment of " if len(fragments) > 1 else ""
        edits: tuple[Edit, ...] = ()
        if len(fragments) == 1:
            span = annotation.span
            edits = both(
                move_opening(document, annotation, span.start + len(before[0])) if before[0] else None,
                move_closing(document, annotation, span.end - len(after[0])) if after[0] else None,
            )
        return self.finding(
            document,
            annotation,
            f"{of}{what(annotation)} {' and '.join(verbs)} with {named(''.join(before + after))}",
            help="put the brackets around the words alone",
            fix=Fix("leave the white space out of the span", edits, Applicability.SAFE) if edits else None,
        )


def reaches_over(annotation: Annotation, before: Annotation | None) -> bool:
    """Whether an attribution is only as long as the role at this edge; files that list spans may list it after that."""
    return before is not None and isinstance(annotation, Attribution) and not isinstance(before, Attribution)


def both(opening: tuple[Edit, ...] | None, closing: tuple[Edit, ...] | None) -> tuple[Edit, ...]:
    """The edits of both ends, none where one of the two is needed and cannot be made."""
    if opening == () or closing == ():
        return ()
    return (opening or ()) + (closing or ())


def named(spaces: str) -> str:
    """What the white space is, where it is a single character that cannot be seen."""
    return {"\u00a0": "a no-break space", "\u200b": "a space of no width", "\ufeff": "a space of no width"}.get(
        spaces, "white space"
    )
