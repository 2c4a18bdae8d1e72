"""A04: offsets that were counted in another unit, on other line ends, or from another place."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity
from newsfacts.model import Annotation, Document
from newsfacts.rules.anchoring._drift import Shift, find_drift, missed_words, shifted
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, ReaderRule

FACE = "\U0001f600"


class ShiftedOffsets(ReaderRule):
    """Offsets count code points of the text as it is, from its first character.

    What it checks:
        Where stored words and spans of a stand-off file disagree, this rule looks for one cause that brings *every*
        span to its words: offsets in UTF-16 units or UTF-8 bytes, on a text whose line ends were CR LF or LF, or moved
        by the same number from some annotation on. Where there is none, A03 names each span.

    Why:
        JavaScript and Java count UTF-16 units, C counts bytes, Windows has two characters at a line end. One emoji
        then moves all that follows by one, and hundreds of spans are wrong for a single reason.

    Instead:
        Write the offsets in code points: newsfacts writes them so, whatever it read.

    Fix:
        Unsafe: it rewrites all shifted offsets, after which every span has its stored words.
    """

    code = "A04"
    name = "shifted-offsets"
    severity = Severity.ERROR
    looks_at: Kinds = (Annotation,)
    needs: Needs = (missed_words,)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example(
            f'{{"newsfacts": 1, "text": "{FACE} Mary left.", "annotations": ['
            '{"kind": "source", "spans": [[2, 6]], "words": "Mary"}]}',
            format="json",
        ),
        # One span is wrong by itself: A03.
        Example(
            '{"newsfacts": 1, "text": "Mary left.", "annotations": ['
            '{"kind": "source", "spans": [[1, 5]], "words": "Mary"}, '
            '{"kind": "cue", "spans": [[5, 9]], "words": "left"}]}',
            format="json",
        ),
    )
    INVALID: Examples = (
        Example(
            f'{{"newsfacts": 1, "text": "Then {FACE} Mary left.", "annotations": ['
            '{"kind": "time", "spans": [[0, 4]], "words": "Then"}, '
            '{"kind": "source", "spans": [[8, 12]], "words": "Mary"}]}',
            at='"Mary"',
            message="the offsets count UTF-16 units and not code points: 1 of 2 spans misses its words",
            fixed=f'{{"newsfacts": 1, "text": "Then {FACE} Mary left.", "annotations": ['
            '{"kind": "time", "spans": [[0, 4]], "words": "Then"}, '
            '{"kind": "source", "spans": [[7, 11]], "words": "Mary"}]}',
            format="json",
        ),
        Example(
            '{"newsfacts": 1, "text": "Café. Mary left.", "annotations": ['
            '{"kind": "source", "spans": [[7, 11]], "words": "Mary"}, '
            '{"kind": "cue", "spans": [[12, 16]], "words": "left"}]}',
            at='"Mary"',
            message="the offsets count bytes of UTF-8 and not code points: 2 of 2 spans miss their words",
            fixed='{"newsfacts": 1, "text": "Café. Mary left.", "annotations": ['
            '{"kind": "source", "spans": [[6, 10]], "words": "Mary"}, '
            '{"kind": "cue", "spans": [[11, 15]], "words": "left"}]}',
            format="json",
        ),
        Example(
            '{"newsfacts": 1, "text": "One.\\nTwo.\\nMary left.", "annotations": ['
            '{"kind": "aside", "spans": [[6, 9]], "words": "Two"}, '
            '{"kind": "source", "spans": [[12, 16]], "words": "Mary"}]}',
            at='"Two"',
            message="the offsets count each line end as two characters: 2 of 2 spans miss their words",
            format="json",
        ),
        Example(
            '{"newsfacts": 1, "text": "Mary left. He stayed.", "annotations": ['
            '{"kind": "source", "spans": [[3, 7]], "words": "Mary"}, '
            '{"kind": "cue", "spans": [[8, 12]], "words": "left"}]}',
            at='"Mary"',
            message="the offsets are 3 too high from here on: 2 of 2 spans miss their words",
            format="json",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        drift = find_drift(document)
        if drift.shift is None:
            return
        number = len(drift.missed)
        spans = f"{number} of {len(drift.compared)} spans {'misses its' if number == 1 else 'miss their'} words"
        yield self.finding(
            document,
            document.annotations[drift.missed[0]],
            f"{cause(drift.shift)}: {spans}",
            help="write the offsets in code points of the text as it is here",
            fix=moved(document, shifted(drift), drift.shift),
        )


def cause(shift: Shift) -> str:
    """What the offsets count, as the beginning of a sentence."""
    if shift.constant:
        return f"the offsets are {abs(shift.constant)} too {'low' if shift.constant > 0 else 'high'} from here on"
    if shift.counts.startswith("each"):
        return f"the offsets count {shift.counts}"
    return f"the offsets count {shift.counts} and not code points"


def moved(document: Document, numbers: tuple[int, ...], shift: Shift) -> Fix | None:
    """The fix that moves the spans of these annotations to their words."""
    edits: list[Edit] = []
    for number in numbers:
        raw = document.raw(document.annotations[number])
        spans = shift.spans(raw.spans) if raw is not None else None
        if raw is None or spans is None or len(raw.span_places) != len(spans):
            return None
        edits += [
            Edit(start, end, f"[{span.start}, {span.end}]")
            for (start, end), span, before in zip(raw.span_places, spans, raw.spans, strict=True)
            if span != before
        ]
    return Fix("write the offsets in code points", tuple(edits), Applicability.UNSAFE)
