"""S11: a text that is not there, or not the one that was annotated."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity
from newsfacts.model import Document
from newsfacts.rules.rule import Context, Example, Examples, ReaderRule
from newsfacts.text.source import Place


class ChangedText(ReaderRule):
    """The text is there, and it is the one that was annotated.

    What it checks:
        A stand-off file contains its text, or names a file that does; and where `sha256:` is given, in a stand-off
        file or in front matter, it is the SHA-256 of the text in UTF-8.

    Why:
        Annotations of a text that has changed since may point at other words, or be of words that no one published.

    Instead:
        Get the text that was annotated. Where the change is wanted, look through the annotations, then write the new
        sum.

    Fix:
        Unsafe: in annotated text it writes the new sum, which says that the annotations fit the text as it is.
    """

    code = "S11"
    name = "changed-text"
    severity = Severity.ERROR
    fix_class: Applicability | None = Applicability.UNSAFE
    # echo -n 'The mayor resigned.' | sha256sum
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nsha256: e972eba897aeef1633689fac573ad5c735e97af44ed1c8ed453c6c44eeb68fdb\n---\n\n"
            "The [mayor]{.source} resigned.",
        ),
        Example('{"newsfacts": 1, "source": "a.txt"}', format="json", files={"a.txt": "The mayor resigned."}),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nsha256: e972eba897aeef1633689fac573ad5c735e97af44ed1c8ed453c6c44eeb68fdb\n---\n\n"
            "The [mayor]{.source} resigned today.",
            at="e972eba897aeef1633689fac573ad5c735e97af44ed1c8ed453c6c44eeb68fdb",
            message="the text is not the one that was annotated: its SHA-256 differs",
            fixed="---\nnewsfacts: 1\nsha256: 088f13d26719fc5e1ae48d32e3a8bd45268d64cd89ff760a55f1de3c4a2c98ce\n---\n\n"
            "The [mayor]{.source} resigned today.",
        ),
        Example(
            '{"newsfacts": 1, "annotations": []}',
            at='{"newsfacts": 1, "annotations": []}',
            message="this document has no text",
            format="json",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        stated = document.sha256
        if stated is None or any(problem.code == self.code for problem in document.problems):
            return
        found = document.source_text.sha256
        if stated.lower() == found:
            return
        place = written(document, stated)
        yield self.finding(
            document,
            place,
            "the text is not the one that was annotated: its SHA-256 differs",
            help="get the text that was annotated, or look through the annotations and write the new sum",
            fix=Fix("write the new sum", (Edit(place.start, place.end, found),), Applicability.UNSAFE)
            if place
            else None,
        )


def written(document: Document, stated: str) -> Place | None:
    """Where in the file the sum is written."""
    if document.origin is None:
        return None
    start = document.origin.source.string.find(stated)
    return document.origin.place(start, start + len(stated)) if start >= 0 else None
