"""A06: a span that begins or ends in the middle of what a reader sees as one character."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Finding, Fix, Severity
from newsfacts.model import Annotation, Document
from newsfacts.rules.anchoring._drift import elsewhere
from newsfacts.rules.edges import combining_edges, unusual_edges
from newsfacts.rules.fixing import move_closing, move_opening
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.rules.wording import what
from newsfacts.text.source import SourceText

MAX_CHARACTER = 40
"""How many code points on each side of a cut are looked at for the ends of the character."""


class HalfCharacter(Rule):
    """Spans begin and end between characters as a reader sees them.

    What it checks:
        No span begins or ends inside a user-perceived character: between a letter and its accent, the two halves of a
        flag, the parts of a joined emoji, or the two characters of a Windows line end. The rules are those of extended
        grapheme clusters (Unicode Standard Annex #29).

    Why:
        Half a character cannot be shown or searched. It is the sign of offsets that were counted in another unit, such
        as UTF-16 or bytes. The W3C Web Annotation model asks that selections do not split such clusters.

    Instead:
        Move the bracket to the edge of the character, and count offsets in code points.

    Fix:
        Unsafe: it moves the bracket outwards over the rest of the character, which changes what is annotated.
    """

    code = "A06"
    name = "half-character"
    severity = Severity.ERROR
    looks_at: Kinds = (Annotation,)
    needs: Needs = (unusual_edges, combining_edges)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example("The [cafe\u0301]{.aside} is open."),
        Example(
            "[\U0001f1eb\U0001f1f7]{.aside}\U0001f1e9\U0001f1ea and "
            "[\U0001f468\u200d\U0001f469\u200d\U0001f467]{.aside}"
        ),
    )
    INVALID: Examples = (
        Example(
            "The [cafe]{.aside}\u0301 is open.",
            at="cafe",
            message="this aside ends in the middle of the character “e\u0301”",
            fixed="The [cafe\u0301]{.aside} is open.",
        ),
        Example(
            "Flags: \U0001f1eb[\U0001f1f7 waved]{.aside}.",
            at="\U0001f1f7 waved",
            message="this aside begins in the middle of the character “\U0001f1eb\U0001f1f7”",
            fixed="Flags: [\U0001f1eb\U0001f1f7 waved]{.aside}.",
        ),
        Example(
            "[Read more\r]{.aside}\nThe mayor left.",
            at="Read more\r",
            message="this aside ends in the middle of a line end",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        text = document.text
        # Most cuts have a space or a letter without marks after them, which settles it.
        doubtful = document.derived(combining_edges)
        boundary = document.source_text.grapheme_boundary
        within = {cut for cut in doubtful if not boundary(cut)}
        if not within:
            return
        length = len(text)
        moved = elsewhere(document)
        for annotation in document.annotations:
            if moved and id(annotation) in moved:
                continue
            for span in annotation.spans:
                start, end = span.start, span.end
                if not 0 <= start < end <= length:
                    continue
                if start in within:
                    yield self.half(document, annotation, start, begins=True)
                if end in within:
                    yield self.half(document, annotation, end, begins=False)

    def half(self, document: Document, annotation: Annotation, offset: int, *, begins: bool) -> Finding:
        start, end = character_around(document.source_text, offset)
        edits = move_opening(document, annotation, start) if begins else move_closing(document, annotation, end)
        character = document.text[start:end]
        shown = "a line end" if character == "\r\n" else f"the character “{character}”"
        return self.finding(
            document,
            annotation,
            f"{what(annotation)} {'begins' if begins else 'ends'} in the middle of {shown}",
            help="move the bracket to the edge of the character; offsets count code points",
            fix=Fix("take in the whole character", edits, Applicability.UNSAFE) if edits else None,
        )


def character_around(source: SourceText, offset: int) -> tuple[int, int]:
    """Where the user-perceived character around an offset begins and ends."""
    start, end = offset - 1, offset + 1
    while offset - start < MAX_CHARACTER and not source.grapheme_boundary(start):
        start -= 1
    while end - offset < MAX_CHARACTER and not source.grapheme_boundary(end):
        end += 1
    return start, end
