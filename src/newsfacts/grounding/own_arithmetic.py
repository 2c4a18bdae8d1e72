"""Figures of a text that follow from others, which no one would source: they are left out, and how they follow is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from newsfacts.grounding.arithmetic import MAX_FIGURES, Figure, is_small, worked_out
from newsfacts.grounding.checked_text import CheckedText
from newsfacts.grounding.results import GroundItem, GroundItemKind, GroundOutcome, LeftOut, LeftOutReason
from newsfacts.grounding.sentences import Sentence
from newsfacts.text.spans import Span
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.reading.number_words import word_set

__all__ = ["without_arithmetic"]

_TOTALS: Final = word_set(
    "total totals totaling totalling together combined altogether sum both difference gap lead margin more fewer less net "
    "overall all compared"
)
NEAR_WORD: Final = 60
"""A word that says so is at most so many code points from the figure."""
NEAR_FIGURE: Final = 300
"""A small figure is made of others that are at most so many code points from it: many pairs of small figures differ by a small one."""


def without_arithmetic(
    items: Sequence[GroundItem], left_out: list[LeftOut], checked: CheckedText, figures: Mapping[int, Sequence[Figure]]
) -> list[GroundItem]:
    """The items without those that follow from other figures of their paragraph, which are added to `left_out`.

    `figures` are the quantities of each paragraph, in order.
    """
    kept: list[GroundItem] = []
    for item in items:
        figure = _figure_of(item)
        why = None if figure is None else _follows(item, figure, checked, figures)
        if why is None:
            kept.append(item)
        else:
            left_out.append(LeftOut(item.span, item.words, LeftOutReason.ARITHMETIC, why))
    return kept


def _figure_of(item: GroundItem) -> Quantity | None:
    """The quantity of an item that no source has."""
    missing = (GroundOutcome.NOT_FOUND, GroundOutcome.CONTRADICTED)
    if item.kind is not GroundItemKind.QUANTITY or item.outcome not in missing:
        return None
    return item.value if isinstance(item.value, Quantity) else None


def _follows(
    item: GroundItem, figure: Quantity, checked: CheckedText, figures: Mapping[int, Sequence[Figure]]
) -> str | None:
    number = checked.sentence_number(item.span.start)
    if number is None:
        return None
    sentence = checked.sentences[number]
    is_told = _is_told(sentence, item.span)
    if not is_told and item.outcome is GroundOutcome.CONTRADICTED:
        return None
    others = _nearest(item, figures.get(sentence.paragraph, ()))
    if is_small(figure):
        others = [one for one in others if abs(one.span.start - item.span.start) <= NEAR_FIGURE]
    how = worked_out(figure, [one.value for one in others if one.is_supported], is_told=is_told)
    if how is not None:
        return f"It is {how}, which the sources have."
    how = worked_out(figure, [one.value for one in others], is_told=True) if is_told else None
    return None if how is None else f"It is {how}, which are figures of this paragraph."


def _is_told(sentence: Sentence, span: Span) -> bool:
    """Whether a word near a figure says that it is a sum or a difference."""
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    around = f"{sentence.prose[max(start - NEAR_WORD, 0) : start]} {sentence.prose[start : end + NEAR_WORD]}"
    return not _TOTALS.isdisjoint(re.findall(r"[^\W\d_]+", around.lower()))


def _nearest(item: GroundItem, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a paragraph that are nearest to this one, as many as are added up, in order."""
    at = bisect_left(figures, item.span.start, key=lambda figure: figure.span.start)
    near = figures[max(at - MAX_FIGURES, 0) : at + MAX_FIGURES + 1]
    others = [one for one in near if one.span != item.span]
    others.sort(key=lambda one: abs(one.span.start - item.span.start))
    return sorted(others[:MAX_FIGURES], key=lambda one: (one.span.start, one.span.end))
