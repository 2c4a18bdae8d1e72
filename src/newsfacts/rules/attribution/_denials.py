"""What "deny" means by what it takes as its object: to say that something is not so, or to refuse something."""

from __future__ import annotations

import enum

from newsfacts.model import Claim, Cue, Document
from newsfacts.text.english import (
    DENIABLE,
    DETERMINERS,
    FINITE,
    LINKS,
    REFUSABLE,
    SUBJECTS,
    head_words,
    lower_words,
)

__all__ = ["Sense", "sense_of"]

MAX_GAP = 60
"""How many code points between a cue and its content are looked at."""

_MAY_STAND_BETWEEN = frozenset(
    {"that", "having", "any", "all", "both", "again", "ever", "even", "also", "later", "since"}
)
_ADDRESSES = ("to", "on", "in", "at", "during", "through", "via", "by", "for", "before", "after")


class Sense(enum.Enum):
    """What somebody does who "denies"."""

    CONTRADICTS = "says that it is not so"
    REFUSES = "refuses it"
    OPEN = "either"


def sense_of(document: Document, cue: Cue, claim: Claim) -> Sense:
    """The sense of a form of "deny" whose content is `claim`."""
    words = lower_words(claim.text)
    if not words:
        return Sense.OPEN
    if len(words) > 1 and (words[0] in ("that", "whether") or words[0] in SUBJECTS):
        return Sense.CONTRADICTS
    if has_recipient(document, cue, claim):
        return Sense.REFUSES
    if is_clause(words):
        return Sense.CONTRADICTS
    return sense_of_noun(head_words(claim.text))


def is_clause(words: tuple[str, ...]) -> bool:
    """Whether words are a clause or a gerund: "the bridge was closed", "knowing about it"."""
    first = words[0]
    if first.endswith("ing") and first not in ("nothing", "anything", "something", "everything", "wrongdoing"):
        return len(words) > 1
    before_relative = words[: next((n for n, word in enumerate(words) if word in ("who", "which", "that")), len(words))]
    return any(word.replace("’", "'") in FINITE for word in before_relative[1:])


def has_recipient(document: Document, cue: Cue, claim: Claim) -> bool:
    """Whether someone is denied something: "denied them permits", "denied his party the victory"."""
    if not cue.spans or not claim.spans:
        return False
    gap = document.text[cue.span.end : claim.span.start] if cue.span.end <= claim.span.start else ""
    between = [
        word for word in lower_words(gap[:MAX_GAP]) if word not in _MAY_STAND_BETWEEN and not word.endswith("ly")
    ]
    if between and between[0] not in _ADDRESSES and len(gap) <= MAX_GAP and not set(gap) & set(".;:!?\n"):
        return True
    core = head_words(claim.text)
    determiners = [n for n, word in enumerate(core) if word in ("the", "a", "an", "his", "her", "its", "their", "any")]
    return bool(determiners) and determiners[-1] > 0 and core[0] not in DETERMINERS | LINKS


def sense_of_noun(core: tuple[str, ...]) -> Sense:
    """The sense by the noun that is denied."""
    noun = core[-1].removesuffix("'s").removesuffix("’s") if core else ""
    forms = {noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y"}
    if forms & DENIABLE:
        return Sense.CONTRADICTS
    return Sense.REFUSES if forms & REFUSABLE else Sense.OPEN
