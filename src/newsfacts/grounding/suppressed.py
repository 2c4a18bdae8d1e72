"""Findings that the text says are not to be reported: they are left out, with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsfacts.grounding.checked_text import CheckedText
from newsfacts.grounding.results import GroundItem, LeftOut, LeftOutReason
from newsfacts.grounding.suppression import Ignored

__all__ = ["without_suppressed"]


def without_suppressed(items: Sequence[GroundItem], left_out: list[LeftOut], checked: CheckedText) -> list[GroundItem]:
    """The items without those that a comment in their paragraph ignores, which are added to `left_out`."""
    if not checked.ignored:
        return list(items)
    by_paragraph: dict[int | None, list[Ignored]] = defaultdict(list)
    for one in checked.ignored:
        by_paragraph[checked.paragraph_of_comment(one.span)].append(one)
    kept = []
    for item in items:
        paragraph = checked.paragraph_number(item.span.start)
        comments = () if paragraph is None else by_paragraph.get(paragraph, ())
        comment = next((one for one in comments if item.rule is not None and one.covers(item.rule)), None)
        if comment is None:
            kept.append(item)
        else:
            why = f"{item.rule}: {comment.why}"
            left_out.append(LeftOut(item.span, item.words, LeftOutReason.SUPPRESSED, why))
    return kept
