"""What a text says is not to be checked: `<!-- ignore G06: why -->` or `{% ignore G06: why %}`, for its paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import attrs

from newsfacts.text.spans import Span

__all__ = ["Ignored", "ignored_in"]

_COMMENT: Final = re.compile(
    r"<!--[ \t]*(?:newsfacts:?[ \t]*)?ignore[ \t]+(?P<html>[A-Z]\w{0,9}(?:[ ,]+[A-Z]\w{0,9}){0,9})[ \t]*:(?P<html_why>[^\n]{1,400}?)-->"
    r"|\{%[ \t]*ignore[ \t]+(?P<mark>[A-Z]\w{0,9}(?:[ ,]+[A-Z]\w{0,9}){0,9})[ \t]*:(?P<mark_why>[^\n]{1,400}?)%\}"
)


@attrs.frozen
class Ignored:
    """Codes (or the family G) that are ignored in a paragraph, and why. `span` is the comment."""

    span: Span
    codes: frozenset[str]
    why: str

    def covers(self, code: str) -> bool:
        """Whether findings with this code are ignored."""
        return code in self.codes or code[:1] in self.codes or "ALL" in self.codes


def ignored_in(text: str) -> Sequence[Ignored]:
    """The comments of a text, in order. One without a reason is not read."""
    found = []
    for match in _COMMENT.finditer(text):
        why = (match["html_why"] or match["mark_why"] or "").strip()
        if why:
            codes = frozenset(re.split(r"[ ,]+", match["html"] or match["mark"]))
            found.append(Ignored(Span(*match.span()), codes, why))
    return found
