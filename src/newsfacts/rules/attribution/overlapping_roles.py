"""T06: words that have two roles in one attribution."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Attribution, Document
from newsfacts.rules.rule import Context, Example, Rule
from newsfacts.spans import overlap


class OverlappingRoles(Rule):
    """No word is source and cue, or cue and content, of the same attribution.

    What it checks:
        The source, the cue and the content of one attribution do not overlap, fragment by fragment. Roles of nested
        attributions are their own.

    Why:
        A content that runs over "she said" holds words that nobody said, so it can be found in no source. Two of
        PolNeAR's published attributions overlap, against its guideline.

    Instead:
        End the content before source and cue and go on after them with `[...]{cont=id}`; or make an attribution of the
        inner source and cue.

    Fix:
        None: where each role ends is for a person to see.
    """

    code = "T06"
    name = "overlapping-roles"
    severity = Severity.ERROR
    looks_at = (Attribution,)
    VALID = (
        Example("[[“We won,]{.quote #q} [she]{.source} [said]{.cue}, [and fairly.”]{cont=q}]{.attribution}"),
        Example(
            "[[The office]{.source} [said]{.cue} [[[she]{.source} [denied]{.cue} "
            "[it]{.claim}]{.attribution}]{.claim}]{.attribution}."
        ),
    )
    INVALID = (
        Example(
            "[[“We won,” [she]{.source} said, “and fairly.”]{.quote}]{.attribution}",
            at="she",
            message="the words “she” are source and content of the same attribution",
        ),
        Example(
            "[[She [told]{.cue}]{.source} me [we won]{.claim}]{.attribution}.",
            at="told",
            message="the words “told” are cue and source of the same attribution",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.attributions:
            roles: list[tuple[str, Annotation]] = [
                *(("source", source) for source in attribution.source),
                *(("cue", cue) for cue in attribution.cues),
                *(("content", content) for content in attribution.contents),
            ]
            roles.sort(key=lambda role: sum(span.length for span in role[1].spans))
            for number, (one, first) in enumerate(roles):
                clash = next(
                    (
                        (other, second)
                        for other, second in roles[number + 1 :]
                        if other != one and overlap(first.spans, second.spans)
                    ),
                    None,
                )
                if clash is not None:
                    other, second = clash
                    yield self.finding(
                        document,
                        first,
                        f"the words “{first.text}” are {one} and {other} of the same attribution",
                        help="end one of the two before the other; a content goes on after a gap with [...]{cont=id}",
                        labels=self.label(document, second, f"the {other}"),
                    )
                    break
