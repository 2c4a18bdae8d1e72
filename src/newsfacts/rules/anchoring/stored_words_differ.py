"""A03: a stand-off span without the words stored with it."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity
from newsfacts.model import Annotation, Document
from newsfacts.raw import RawAnnotation
from newsfacts.rules.anchoring._drift import differing_print, find_drift, missed_words
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, ReaderRule
from newsfacts.text.spans import Span

MAX_SHOWN = 60
"""How many characters of the words are shown."""

TEXT = '{"newsfacts": 1, "text": "Mary left. The mayor stayed.", "annotations": ['


class StoredWordsDiffer(ReaderRule):
    """A stand-off span has the words that are stored with it.

    What it checks:
        In a file that keeps spans and their words, the words of the text at each span are the stored ones, character
        for character. Where one shift of all offsets explains every difference, A04 says so instead, and where nothing
        but quotation marks, dashes or white space differ, A11.

    Why:
        Offsets go stale with the first correction of the text, and no one sees it: the annotation still points
        somewhere. The stored words are the only witness of what was meant.

    Instead:
        Move the span to its words. Where the text has changed there, read the passage and annotate it again.

    Fix:
        Unsafe: where the stored words occur in the text exactly once, it moves the span there.
    """

    code = "A03"
    name = "stored-words-differ"
    severity = Severity.ERROR
    looks_at: Kinds = (Annotation,)
    needs: Needs = (missed_words,)
    fix_class: Applicability | None = Applicability.UNSAFE
    VALID: Examples = (
        Example(TEXT + '{"kind": "source", "spans": [[0, 4]], "words": "Mary"}]}', format="json"),
        Example(
            TEXT + '{"kind": "claim", "spans": [[0, 4], [21, 27]], "words": ["Mary", "stayed"]}]}',
            format="json",
        ),
    )
    INVALID: Examples = (
        Example(
            TEXT + '{"kind": "source", "spans": [[0, 5]], "words": "Mary"}]}',
            at='"Mary"',
            message="the text has “Mary ” at 0..5, but “Mary” is stored",
            fixed=TEXT + '{"kind": "source", "spans": [[0, 4]], "words": "Mary"}]}',
            format="json",
        ),
        Example(
            TEXT + '{"kind": "source", "spans": [[11, 20]], "words": "The major"}]}',
            at='"The major"',
            message="the text has “The mayor” at 11..20, but “The major” is stored",
            format="json",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        drift = find_drift(document)
        if drift.shift is not None:
            return
        for number in drift.missed:
            annotation = document.annotations[number]
            raw = document.raw(annotation)
            if raw is None or raw.stored_words is None:
                continue
            if differing_print(document.text, annotation.spans, raw.stored_words):
                continue
            here = " … ".join(span.slice(document.text) for span in annotation.spans)
            where = ", ".join(f"{span.start}..{span.end}" for span in annotation.spans)
            stored = " … ".join(raw.stored_words)
            found = only_place(document.text, raw)
            help = "read the passage and annotate it again: its words have changed"
            if found is not None:
                help = f"the stored words are at {found.start}..{found.end}: move the span there"
            yield self.finding(
                document,
                annotation,
                f"the text has “{shown(here)}” at {where}, but “{shown(stored)}” is stored",
                help=help,
                fix=move(raw, found) if found is not None else None,
            )


def only_place(text: str, raw: RawAnnotation) -> Span | None:
    """The one place of the stored words of a span without gaps."""
    if raw.stored_words is None or len(raw.stored_words) != 1 or len(raw.spans) != 1 or not raw.stored_words[0]:
        return None
    words = raw.stored_words[0]
    start = text.find(words)
    if start < 0 or text.find(words, start + 1) >= 0:
        return None
    return Span(start, start + len(words))


def move(raw: RawAnnotation, found: Span) -> Fix | None:
    """The fix that writes another span."""
    if not raw.span_places:
        return None
    start, end = raw.span_places[0]
    return Fix("move the span to its words", (Edit(start, end, f"[{found.start}, {found.end}]"),), Applicability.UNSAFE)


def shown(words: str) -> str:
    """Words, cut short where they are long."""
    return words if len(words) <= MAX_SHOWN else words[: MAX_SHOWN - 1] + "…"
