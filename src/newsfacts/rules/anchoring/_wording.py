"""How the rules about spans speak of them, and where they see a sentence end."""

from __future__ import annotations

import re

from newsfacts.model import Annotation, UnknownKind

__all__ = ["ends_in_abbreviation", "sentence_break", "what"]

_SHORT_FORMS = """
mr mrs ms dr prof rev fr st jr sr gov govs sen sens rep reps gen col lt capt sgt maj cmdr adm pres hon atty asst supt
mme mlle inc co corp ltd plc bros vs no nos etc al fig approx dept est ave blvd rd mt ft ca cf eg ie
jan feb mar apr jun jul aug sep sept oct nov dec
"""
_ABBREVIATIONS = frozenset(_SHORT_FORMS.split())
_LAST_WORD = re.compile(r"(?:[^\W\d_]+\.)*[^\W\d_]+\.?\Z")
_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’»)\]]*+\s++(?=[\"'“‘«(\[]*+[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я])")


def what(annotation: Annotation) -> str:
    """`this quote`, `this count`; `this span` where the kind is not known."""
    return "this span" if isinstance(annotation, UnknownKind) else f"this {annotation.KIND}"


def ends_in_abbreviation(words: str) -> bool:
    """Whether the point at the end of these words may belong to an abbreviation: U.S., p.m., Inc., an initial."""
    tail = words[-24:]
    found = _LAST_WORD.search(tail)
    if found is None:
        return False
    word = found[0].removesuffix(".").lower()
    return "." in word or len(word) == 1 or word in _ABBREVIATIONS


def sentence_break(words: str) -> int | None:
    """Where a second sentence begins within these words; None where, as far as can be seen, none does."""
    for found in _SENTENCE_END.finditer(words):
        first = found[0].lstrip(".")
        if len(found[0]) - len(first) != 1 or not ends_in_abbreviation(words[: found.start() + 1]):
            return found.end()
    return None
