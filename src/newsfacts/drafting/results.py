"""What an engine returns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from newsfacts.text.quotation_marks import QuoteKind
from newsfacts.text.spans import Span
from newsfacts.values.level import Level

__all__ = ["RANK", "FoundAttribution"]

RANK: Mapping[Level, int] = MappingProxyType({level: number for number, level in enumerate(Level)})
"""Levels by how sure they are, the surest first."""


@attrs.frozen
class FoundAttribution:
    """Who says it, the words that say so, and what is said; all spans half-open, in code points of the text.

    `cue` and `contents` have one span for each fragment, in order; `source` is None where no words name one. Marks of
    quotation belong to a content, a "that" before it does not. `form` says how much of the content is between marks.
    `outer` is the index, among the results, of the attribution whose content this one is part of. Where the source is a
    pronoun, `antecedent` is the name it refers to if the text before allows only one, else None.
    """

    source: Span | None
    cue: tuple[Span, ...]
    contents: tuple[Span, ...]
    form: QuoteKind
    level: Level
    outer: int | None = None
    is_pronoun: bool = False
    antecedent: Span | None = None
