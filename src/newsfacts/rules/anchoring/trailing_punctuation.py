"""A08: a cue that takes the comma after it, an indirect content that takes the sentence's full stop."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Applicability, Finding, Fix, Severity
from newsfacts.model import Annotation, Claim, Cue, Document, Quote, QuoteKind
from newsfacts.rules.fixing import move_closing
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, ProfileNames, Rule
from newsfacts.rules.wording import what
from newsfacts.text.english import ends_in_abbreviation

_NAMES = {",": "a comma", ".": "a full stop", ":": "a colon", ";": "a semicolon"}


NEAR = 40
"""How many characters before a content are looked at."""


class TrailingPunctuation(Rule):
    """Cues and indirect contents end with a word, not with the punctuation of the sentence.

    What it checks:
        A cue does not end with a comma or a colon, and the content of an attribution that is not direct speech does
        not end with the full stop of its sentence. A cue that is a colon alone stays, and so does the full stop of
        whole sentences, as in a transcript or a post. The point of an abbreviation ("the U.S.", "9 p.m."), dots of
        omission, and the second comma of a pair ("accused its leader, Ann Velin, of") stay.

    Why:
        The PolNeAR guidelines leave both out, so that the same words annotated by two people are the same span. Other
        guidelines take them in, so this rule runs only where a profile or a project asks for it.

    Instead:
        Put the closing bracket before the punctuation mark.

    Fix:
        Safe: it moves the closing bracket before the mark. The text stays as it is, and so does every word.
    """

    code = "A08"
    name = "trailing-punctuation"
    severity = Severity.WARNING
    default = False
    profiles: ProfileNames = ("polnear",)
    looks_at: Kinds = (Cue, Claim, Quote)
    fix_class: Applicability | None = Applicability.SAFE
    OPTIONS: Options = MappingProxyType(
        {
            "cue": Option(",:;", "the marks with which a cue must not end"),
            "content": Option(".", "the marks with which a content that is not direct speech must not end"),
        }
    )
    VALID: Examples = (
        Example("[[Taxes will rise]{.claim}, [she]{.source} [said]{.cue}]{.attribution}."),
        Example("[[She]{.source} [said]{.cue} [the talks begin at 9 p.m.]{.claim}]{.attribution}"),
        Example("[[She]{.source} [said]{.cue} [he was born in the U.S.]{.claim}]{.attribution}"),
        Example("[[She]{.source} [said]{.cue} [he lived in Louisville, Ky.]{.claim}]{.attribution}"),
        Example("[[VELIN]{.source}[:]{.cue} [Taxes will rise. I know.]{.claim}]{.attribution}"),
        Example("[[She]{.source} [said]{.cue}: [“Taxes will rise.”]{.quote}]{.attribution}"),
        Example("[[Velin, who heads the service,]{.source} [said]{.cue} [no]{.claim}]{.attribution}."),
        Example("[[Oba]{.source} [accused its leader, Ann Velin,]{.cue} of [waste]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "[[She]{.source} [said,]{.cue} [“Taxes will rise.”]{.quote}]{.attribution}",
            at="said,",
            message="this cue ends with a comma",
            fixed="[[She]{.source} [said]{.cue}, [“Taxes will rise.”]{.quote}]{.attribution}",
        ),
        Example(
            "[[She]{.source} [said]{.cue} [taxes will rise.]{.claim}]{.attribution}",
            at="taxes will rise.",
            message="this claim ends with a full stop",
            fixed="[[She]{.source} [said]{.cue} [taxes will rise]{.claim}.]{.attribution}",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        marks = context.option(self, "cue")
        for cue in document.of_kind(Cue):
            words = cue.text
            has_words = any(character.isalnum() for character in words)
            if has_words and words[-1] in marks and not (words[-1] == "," and "," in words[:-1]):
                yield self.mark(document, cue)
        marks = context.option(self, "content")
        for attribution in document.attributions:
            for content in attribution.contents:
                words = content.text
                if not words or words[-1] not in marks or not is_indirect(content):
                    continue
                if words[-1] == "." and (words.endswith("..") or ends_in_abbreviation(words)):
                    continue
                if is_whole_sentence(document.text, content.span.start):
                    continue
                yield self.mark(document, content)

    def mark(self, document: Document, annotation: Annotation) -> Finding:
        edits = move_closing(document, annotation, annotation.spans[-1].end - 1)
        mark = annotation.text[-1]
        return self.finding(
            document,
            annotation,
            f"{what(annotation)} ends with {_NAMES.get(mark, mark)}",
            help="put the closing bracket before the punctuation mark",
            fix=Fix("leave the punctuation mark out of the span", edits, Applicability.SAFE) if edits else None,
        )


def is_whole_sentence(text: str, start: int) -> bool:
    """Whether words begin where a sentence or a line does, or after a colon, as in a transcript or a post."""
    before = text[max(0, start - NEAR) : start].rstrip(" \t\u00a0\"“‘'([>")
    after_tag = text[max(0, start - 1) : start] == ">"
    return after_tag or not before or before[-1] in ".!?…:;\n\r"


def is_indirect(content: Annotation) -> bool:
    """Whether a content is a claim, or a quote without quotation marks around it."""
    return isinstance(content, Claim) or (isinstance(content, Quote) and content.kind is QuoteKind.INDIRECT)
