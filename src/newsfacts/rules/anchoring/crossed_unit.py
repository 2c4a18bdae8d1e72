"""A12: a cue over two sentences, a name over two paragraphs, a content over headline and body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Attribution, Count, Cue, Document, Mention, Time
from newsfacts.patterns import lazy_pattern
from newsfacts.rules.anchoring._wording import sentence_break
from newsfacts.rules.edges import edges
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, Rule
from newsfacts.rules.wording import what

_SHORT = (Cue, Mention, Count, Time)
_PARAGRAPH = lazy_pattern(r"(?>\r\n?|\n)[ \t]*(?>\r\n?|\n)")


class CrossedUnit(Rule):
    """Short annotations stay within one paragraph, and no content runs from the headline into the report.

    What it checks:
        Cues, mentions, sources, counts and dates do not run over an empty line. Where the text begins with the title
        of the document, no source, cue or content begins in it and ends after it. Contents may run over several
        paragraphs, as a long quotation does. With the option `units = "sentence"` cues, mentions, counts and dates do
        not run over the end of a sentence either.

    Why:
        A cue of two sentences is two cues, or a bracket that was closed too late. A headline is written by someone else
        than the report, so one attribution across both mixes two voices.

    Instead:
        Close the span within its paragraph, and annotate headline and report apart.

    Fix:
        None: where the span should end is for a person to see.
    """

    code = "A12"
    name = "crossed-unit"
    severity = Severity.WARNING
    looks_at: Kinds = (*_SHORT, Attribution)
    OPTIONS: Options = MappingProxyType(
        {"units": Option("paragraph", "what cues, mentions, counts and dates must not run over: paragraph or sentence")}
    )
    VALID: Examples = (
        Example("[The U.S. Senate]{.source} [said. It]{.cue} left."),
        Example("He met [the St. Louis Post]{.source}.", options={"units": "sentence"}),
        Example(
            "---\nnewsfacts: 1\ntitle: Mayor resigns\n---\n\nMayor resigns\n"
            "[[“I resign.”]{.quote} [she]{.source} [said]{.cue}]{.attribution}."
        ),
    )
    INVALID: Examples = (
        Example(
            '---\nnewsfacts: 1\nannotations:\n  - {kind: cue, quote: "said\\n\\nand"}\n---\n\nShe said\n\nand left.',
            at="said\n\nand",
            message="this cue runs over an empty line",
        ),
        Example(
            "---\nnewsfacts: 1\ntitle: Mayor resigns\n---\n\n"
            "[[Mayor]{.source} [resigns\nShe left]{.claim}]{.attribution} the town.",
            at="resigns\nShe left",
            message="this claim begins in the headline and ends in the report",
        ),
        Example(
            "The mayor [said it. She then told]{.cue} reporters that taxes will rise.",
            at="said it. She then told",
            message="this cue runs over the end of a sentence, before “She then told”",
            options={"units": "sentence"},
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        text = document.text
        by_sentence = context.option(self, "units") == "sentence"
        if by_sentence or not document.derived(are_in_one_line):
            looked_at = [annotation for kind in _SHORT for annotation in document.of_kind(kind)]
            yield from self.runs_over(document, looked_at, by_sentence=by_sentence)
        title = document.title
        if title and text.startswith(title):
            yield from self.headline(document, len(title))

    def runs_over(self, document: Document, looked_at: Sequence[Annotation], *, by_sentence: bool) -> Iterator[Finding]:
        for annotation in looked_at:
            words = annotation.text
            if len(annotation.spans) > 1:
                words = annotation.span.slice(document.text)
            if ("\n" in words or "\r" in words) and _PARAGRAPH.search(words):
                yield self.crossed(document, annotation, "runs over an empty line")
            elif by_sentence and (offset := sentence_break(words)) is not None:
                rest = words[offset:]
                shown = rest if len(rest) <= 40 else rest[:39] + "…"
                yield self.crossed(document, annotation, f"runs over the end of a sentence, before “{shown}”")

    def headline(self, document: Document, end: int) -> Iterator[Finding]:
        if document.text[end : end + 1] not in ("\n", "\r"):
            return
        for attribution in document.attributions:
            for role in (*attribution.source, *attribution.cues, *attribution.contents):
                if role.spans and role.span.start < end < role.span.end and document.text[end : role.span.end].strip():
                    yield self.crossed(document, role, "begins in the headline and ends in the report")

    def crossed(self, document: Document, annotation: Annotation, how: str) -> Finding:
        return self.finding(
            document, annotation, f"{what(annotation)} {how}", help="close it earlier, or annotate the two parts apart"
        )


def are_in_one_line(document: Document) -> bool:
    """Whether each annotation that is short surely begins and ends on one line: nearly all do."""
    words = "".join([annotation.text for kind in _SHORT for annotation in document.of_kind(kind)])
    return edges(document).are_plain and "\n" not in words and "\r" not in words
