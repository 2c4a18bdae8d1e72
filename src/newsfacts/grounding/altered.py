"""Whether a quotation that no source has as it is was altered, or only reaches further than what the source quotes."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

import attrs

from newsfacts.anchors import Refusal, Verification, VerificationKind
from newsfacts.enums import WordEnum
from newsfacts.finders.content_words import content_words
from newsfacts.sources.document import SourceDocument

__all__ = ["Alteration", "alteration"]

LIKE: Final = 0.6
"""From this score on, the nearest words of a source are taken for the words that were altered."""
LIKE_PROSE: Final = 0.75
"""The same where the source has quotations, and these words are in none of them."""
LIKE_SHORT: Final = 0.75
"""The same for quotations of few words, which are like others by chance."""
SHORT: Final = 10
FEW: Final = 6
"""In quotations of fewer words than this, most content words must be the same, too."""
LEAST_SHARED: Final = 3
"""So many content words of such a quotation, at least: "doing the right thing" is not "saying the right thing"."""
MAX_WORDS: Final = 400
"""Longer quotations are not compared word by word."""
LEAST_PART: Final = 3
"""So many words in a row that both have are a part of the quotation."""

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*|[?!]")
_BRACKETED: Final = re.compile(r"\[[^\[\]]{1,60}\]")
_CENSORED: Final = re.compile(r"\[(?:expletive|obscenity|bleep|profanity)[^\[\]]{0,20}\]", re.IGNORECASE)
_MARKS: Final = "\"“”„‟«»'‘’"


class Alteration(WordEnum):
    """How the nearest words of a source differ from a quotation."""

    NONE = "none"
    """They are other words."""
    PUNCTUATION = "punctuation"
    """They are the same words with other punctuation or capitals, as transcripts of one speech have."""
    PART = "part"
    """The source quotes a part of the words, and nothing at odds with the rest."""
    ALTERED = "altered"


@attrs.frozen
class _Words:
    words: list[str]
    places: list[tuple[int, int]]


def alteration(words: str, found: Verification, document: SourceDocument) -> Alteration:
    """How the candidate of a verification that failed differs from the quoted words."""
    if found.candidate is None:
        return Alteration.NONE
    quoted, there = _folded(words), _folded(found.candidate.words)
    is_joined = found.refusal is Refusal.SPEAKERS
    if not is_joined and _same_words(quoted.words, _folded(_BRACKETED.sub(" ", found.candidate.words)).words):
        return Alteration.PUNCTUATION  # what is in brackets was added by whoever wrote the source
    if found.refusal is not None and found.refusal is not Refusal.ORDER and _CENSORED.search(words):
        return Alteration.NONE
    if found.refusal is not None and found.refusal is not Refusal.ORDER:
        return Alteration.NONE if _mixes(words, there, found) else Alteration.ALTERED
    if _same_words(quoted.words, there.words):
        return Alteration.PUNCTUATION
    if len(quoted.words) > MAX_WORDS or len(there.words) > 2 * MAX_WORDS:
        return Alteration.ALTERED if found.score >= LIKE else Alteration.NONE
    if _is_part(quoted, there, found, document):
        return Alteration.PART
    is_quoted = _may_be_quoted(found, document)
    # What is between two quotations, `" he said, adding that "`, is none.
    meant = is_quoted if _is_between_marks(found, document) else _is_meant(words, found, is_quoted=is_quoted)
    if found.kind is not VerificationKind.ALTERED or not meant or _mixes(words, there, found):
        return Alteration.NONE
    return Alteration.ALTERED


def _same_words(quoted: list[str], there: list[str]) -> bool:
    """Whether the words are the same, a final exclamation mark aside, which is the quoting writer's where the source goes on."""
    if quoted == there:
        return True
    if quoted[-1:] == ["!"]:
        bare, rest = quoted[:-1], [word for word in there if word != "!"]
        return bool(bare) and any(rest[at : at + len(bare)] == bare for at in range(len(rest) - len(bare) + 1))
    return False


EDGE: Final = 2
"""So many words at the ends of the nearest words may lie beyond a quotation of the source."""


def _mixes(words: str, there: _Words, found: Verification) -> bool:
    """Whether the nearest words are partly within and partly outside a quotation of the source, so that they are not one statement."""
    assert found.candidate is not None  # asked before
    if len(there.places) <= 2 * EDGE:
        return False
    inner = found.candidate.words[there.places[EDGE][0] : there.places[-EDGE - 1][1]]
    return any(mark in inner and mark not in words for mark in '"“”„«»') or ("''" in inner and "''" not in words)


def _is_between_marks(found: Verification, document: SourceDocument) -> bool:
    """Whether the nearest words are all that is between two marks in the source."""
    assert found.candidate is not None  # asked before
    span, text = found.candidate.span, document.text
    return _has_mark(text[max(span.start - 2, 0) : span.start]) and _has_mark(text[span.end : span.end + 3])


def _may_be_quoted(found: Verification, document: SourceDocument) -> bool:
    """Whether the nearest words are in a quotation of the source, as far as its paragraph tells, or it has none at all."""
    assert found.candidate is not None  # asked before
    span, text = found.candidate.span, document.text
    before = text[max(text.rfind("\n\n", 0, span.start) + 1, span.start - REACH) : span.start]
    last = max(before.rfind("“"), before.rfind("«"), before.rfind("„"))
    is_open = (
        last > max(before.rfind("”"), before.rfind("»")) or before.count('"') % 2 == 1 or before.count("''") % 2 == 1
    )
    return (
        is_open or any(mark in found.candidate.words for mark in _DOUBLE) or not any(mark in text for mark in _DOUBLE)
    )


_DOUBLE: Final = ('"', "“", "”", "„", "«", "»", "''")
REACH: Final = 1200
"""So many code points before the nearest words are looked at for the mark that opens the quotation that they are in."""


def _is_meant(words: str, found: Verification, *, is_quoted: bool) -> bool:
    """Whether the nearest words of a source are the ones that were altered, and not others that are like them by chance."""
    assert found.candidate is not None  # asked before
    number = len(words.split())
    if number >= SHORT:
        return found.score >= (LIKE if is_quoted else LIKE_PROSE)
    own = {word.stem for word in content_words(words) if word.stem}
    shared = own & {word.stem for word in content_words(found.candidate.words) if word.stem}
    if number >= FEW:
        return found.score >= LIKE_SHORT and 2 * len(shared) >= len(own)
    return found.score >= LIKE_SHORT and len(shared) >= LEAST_SHARED and 3 * len(shared) >= 2 * len(own)


def _folded(text: str) -> _Words:
    found = list(_WORD.finditer(text))
    words = [match[0].lower().replace("’", "'").removesuffix("'s").strip("'") for match in found]
    return _Words(words, [match.span() for match in found])


def _is_part(quoted: _Words, there: _Words, found: Verification, document: SourceDocument) -> bool:
    """Whether what both have is one run of words at which the source's own quotation begins or ends."""
    assert found.candidate is not None  # asked before
    run = SequenceMatcher(None, quoted.words, there.words, autojunk=False).find_longest_match()
    if run.size < LEAST_PART:
        return False
    start = found.candidate.span.start
    before_run = start + there.places[run.b][0]
    after_run = start + there.places[run.b + run.size - 1][1]
    text = document.text
    # An apostrophe is a quotation mark only where it is not inside a word.
    begins = run.a == 0 or _has_mark(text[max(before_run - 3, 0) : before_run])
    ends = run.a + run.size == len(quoted.words) or _has_mark(text[after_run : after_run + 3])
    return begins and ends


def _has_mark(near: str) -> bool:
    return any(character in _MARKS for character in near)
