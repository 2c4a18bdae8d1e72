"""A11: stored words that are those of the text apart from the way they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Document
from newsfacts.rules.anchoring._drift import differing_print, find_drift, missed_words
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_HEAD = '{"newsfacts": 1, "text": "A “third-grade” pupil isn’t here.", "annotations": ['


class LooseAnchor(Rule):
    """Stored words are those of the text in print too, not only as words.

    What it checks:
        Where the words of the text at a stand-off span differ from the stored ones in quotation marks, dashes, white
        space, ligatures or the form of letters, and in nothing else, the difference is named. Words that are only
        similar never count as the same: that is A03.

    Why:
        An annotation that fits after such a change fits for now. The text is another version, and other annotations may
        have been lost on the way. Programs that compare letter by letter no longer find the words.

    Instead:
        Store the words as the text has them, or get the text that was annotated.

    Fix:
        None: whether the text or the stored words are the right version is for a person to see.
    """

    code = "A11"
    name = "loose-anchor"
    severity = Severity.WARNING
    looks_at: Kinds = (Annotation,)
    needs: Needs = (missed_words,)
    VALID: Examples = (
        Example(_HEAD + '{"kind": "claim", "spans": [[16, 32]], "words": "pupil isn’t here"}]}', format="json"),
        # Another word: A03.
        Example(_HEAD + '{"kind": "claim", "spans": [[16, 32]], "words": "pupil is here"}]}', format="json"),
    )
    INVALID: Examples = (
        Example(
            _HEAD + '{"kind": "claim", "spans": [[16, 32]], "words": "pupil isn\'t here"}]}',
            at='"pupil isn\'t here"',
            message="the stored words are those of the text only apart from quote marks: "
            "the text has “pupil isn’t here”",
            format="json",
        ),
        Example(
            _HEAD + '{"kind": "quote", "spans": [[2, 15]], "words": "\\"third grade\\""}]}',
            at='"\\"third grade\\""',
            message="the stored words are those of the text only apart from quote marks and dashes: "
            "the text has “third-grade”",
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
            kinds = differing_print(document.text, annotation.spans, raw.stored_words or ()) if raw is not None else ()
            if kinds:
                here = " … ".join(span.slice(document.text) for span in annotation.spans)
                shown = here.strip("“”") if "“" in here else here
                yield self.finding(
                    document,
                    annotation,
                    f"the stored words are those of the text only apart from {' and '.join(kinds)}: "
                    f"the text has “{shown}”",
                    help="store the words as the text has them, or get the text that was annotated",
                )
