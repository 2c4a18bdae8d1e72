"""Verifies quotes against the texts that their `source_text=` names, once for all rules of the family."""

from __future__ import annotations

import enum
import functools
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from newsfacts.anchors.lost_words import swallowed
from newsfacts.anchors.results import MAX_GAP, Gap, Refusal, Verification, VerificationKind
from newsfacts.errors import ReadError
from newsfacts.files import inside_project, read_bytes, regular_status
from newsfacts.findings import Label
from newsfacts.model import Document, Quote, QuoteKind
from newsfacts.rules.rule import Context
from newsfacts.text.english import REFERRING
from newsfacts.text.quotation_marks import scan
from newsfacts.text.source import Place, decode
from newsfacts.text.spans import Span

if TYPE_CHECKING:
    from newsfacts.anchors.prepared import PreparedSource

__all__ = ["MAX_SOURCE_SIZE", "Defect", "VerifiedQuote", "candidate_label", "reason_in_words", "verified_quotes"]

MAX_SOURCE_SIZE = 16 * 1024 * 1024
"""How many bytes a source text may have."""

_DOUBLE_MARKS = '"“”„‟«» \t\r\n'


NEAR = 80
"""How many characters before a quote are looked at for a negation that belongs to it."""

_REPR = re.compile(r"(['\"])(.*)\1")


class Defect(enum.Enum):
    """What may be wrong with a quote whose source is available. Each is one rule's, so that one defect is one finding."""

    ALTERED = "altered"  # Q01
    NORMALIZED = "normalized"  # Q02
    REORDERED = "reordered"  # Q03
    SWALLOWED = "swallowed"  # Q04
    SILENT = "silent elision"  # Q05
    LONG_GAP = "long gap"  # Q06
    REPLACED = "replaced"  # Q07

    def __str__(self) -> str:
        return self.value


_DEFECTS = {
    Refusal.LOSS: Defect.SWALLOWED,
    Refusal.CUT: Defect.SWALLOWED,
    Refusal.INSERTION: Defect.REPLACED,
    Refusal.LENGTH: Defect.LONG_GAP,
    Refusal.SPEAKERS: Defect.LONG_GAP,
    Refusal.QUOTATIONS: Defect.LONG_GAP,
    Refusal.REPLACEMENT: Defect.REPLACED,
    Refusal.ORDER: Defect.REORDERED,
}


@attrs.frozen(kw_only=True)
class VerifiedQuote:
    """A quote and its verification. `unreadable` says why it could not be verified, `missing` why its source could not
    be read.
    """

    quote: Quote
    unreadable: str | None = None
    missing: str | None = None
    defect: Defect | None = None
    verification: Verification | None = None
    gap: Gap | None = None
    source: PreparedSource | None = None
    path: str = ""


def verified_quotes(document: Document, context: Context) -> tuple[VerifiedQuote, ...]:
    """The quotes with `source_text=`, each verified once."""
    max_gap = context.options.get("Q06", {}).get("characters", MAX_GAP)
    return document.derived(verify_all, max_gap)


def verify_all(document: Document, max_gap: int) -> tuple[VerifiedQuote, ...]:
    """Verify every quote with a source."""
    return tuple(
        verify(document, quote, max_gap)
        for quote in document.quotes
        if quote.source_text and quote.form is not QuoteKind.INDIRECT
    )


def verify(document: Document, quote: Quote, max_gap: int) -> VerifiedQuote:
    """Verify the words of one quote, or its original words where it is a translation."""
    named = quote.source_text or ""
    if quote.translated and not quote.original:
        return VerifiedQuote(quote=quote, unreadable="this is a translation, and its original words are not given")
    source = read_source(document, named)
    if isinstance(source, str):
        return VerifiedQuote(quote=quote, missing=source)
    from newsfacts.anchors.verify import verify_quote  # few documents name source texts

    parts = [quote.original] if quote.translated and quote.original else quoted_parts(document, quote)
    verifications = [verify_quote(words, source, max_gap=max_gap) for words in parts]
    checked = VerifiedQuote(quote=quote, source=source, path=str(Path(document.path or "").parent / named))
    last: Span | None = None
    for verification in verifications:
        defect, gap = judge(verification)
        place = verification.place
        if (
            gap is not None
            and gap.refusal is Refusal.CUT
            and (is_quoted(gap.span, verification, verifications) or is_said_outside(document, quote, parts, gap))
        ):
            defect, gap = None, None
            place = verification.candidate.span if verification.candidate else None
        if defect in (None, Defect.NORMALIZED) and place is not None:
            if last is not None and place.start < last.start and quote.kind is QuoteKind.DIRECT:
                defect = Defect.REORDERED
            last = place
        if defect is not None and checked.defect in (None, Defect.NORMALIZED):
            checked = attrs.evolve(checked, defect=defect, verification=verification, gap=gap)
    return checked


def is_quoted(span: Span, verification: Verification, others: Sequence[Verification]) -> bool:
    """Whether another part of the quote has the words at which this part is cut: “I’m,” he said, “not going.”"""
    places = [other.candidate.span if other.candidate else other.place for other in others if other is not verification]
    return any(place is not None and place.contains(span) for place in places)


def is_said_outside(document: Document, quote: Quote, parts: Sequence[str], gap: Gap) -> bool:
    """Whether the document has the negation or the hedge in its own words: he did not “go home”."""
    lost = swallowed(gap.words)
    if lost is None or not quote.spans:
        return False
    outside = quote.text
    for words in parts:
        outside = outside.replace(words, " ")
    before = document.text[max(0, quote.span.start - NEAR) : quote.span.start]
    said = (swallowed(word) for word in f"{before} {outside}".split())
    return any(found is not None and found[1] == lost[1] for found in said)


def judge(verification: Verification) -> tuple[Defect | None, Gap | None]:
    """What is wrong, and the words of the source that it is about."""
    kind = verification.kind
    if verification.verified:
        is_one_place = kind is not VerificationKind.AMBIGUOUS
        return (Defect.NORMALIZED if verification.normalizations and is_one_place else None), None
    refused = [(gap, gap.refusal) for gap in verification.gaps if gap.refusal is not None]
    for gap, refusal in refused:
        if refusal is Refusal.REPLACEMENT and is_pronoun(gap.words):
            continue  # brackets that explain a pronoun
        return _DEFECTS[refusal], gap
    if refused:
        return None, None
    if verification.refusal is Refusal.ORDER:
        return Defect.REORDERED, None
    if (
        kind is VerificationKind.ALTERED
        and verification.diff
        and not any(difference.quoted for difference in verification.diff)
    ):
        return Defect.SILENT, None
    return Defect.ALTERED, None


def is_pronoun(words: str) -> bool:
    """Whether words are a pronoun or two, which brackets may explain."""
    return all(word.strip(".,;:'’").lower() in REFERRING for word in words.split())


def quoted_parts(document: Document, quote: Quote) -> list[str]:
    """The words that must be in the source: those between the marks, or all of them where there are no marks."""
    parts: list[str] = []
    for span in quote.spans:
        words = document.text[span.start : span.end]
        stretches = [stretch for stretch in scan(words).stretches if stretch.level == 1]
        for stretch in stretches:
            parts.extend(words[start:end].strip() for start, end in stretch.parts)
        if not stretches:
            parts.append(words.strip(_DOUBLE_MARKS))
    return [part for part in parts if any(character.isalnum() for character in part)]


def read_source(document: Document, named: str) -> PreparedSource | str:
    """The source text, or why it cannot be read."""
    try:
        wanted = inside_project(os.path.dirname(document.path or ""), named)
        if wanted is None:
            return f"the source text {named} lies outside the project"
        state = regular_status(wanted)
        return prepared_source(os.path.abspath(wanted), state.st_mtime_ns, state.st_size)
    except OSError as error:
        return f"the source text {named} cannot be read: {error.strerror or type(error).__name__}"
    except ReadError as error:
        return f"the source text {named} cannot be read: {error.message}"


@functools.lru_cache(maxsize=32)
def prepared_source(path: str, modified: int, size: int) -> PreparedSource:
    """A source file, read once for as long as it stays the same."""
    from newsfacts.anchors.prepared import PreparedSource

    return PreparedSource(decode(read_bytes(path, limit=MAX_SOURCE_SIZE)).text)


def reason_in_words(checked: VerifiedQuote, gap: Gap) -> str:
    """The reason of a refusal as a message about this quote, with the words that it names in quotation marks."""
    reason = _REPR.sub(r"“\2”", gap.reason)
    return reason.replace("the quotation", "this quote").replace("the source", checked.quote.source_text or "")


def candidate_label(checked: VerifiedQuote, span: Span | None, message: str) -> tuple[Label, ...]:
    """A label at a place of the source; none where there is no place."""
    if span is None or checked.source is None:
        return ()
    return (Label(message, Place(checked.path, checked.source.source, span.start, span.end)),)
