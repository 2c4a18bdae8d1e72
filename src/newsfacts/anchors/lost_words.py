"""Words whose loss turns a statement round, makes it absolute, or makes an allegation a fact.

An ellipsis that swallows one of them is refused, wherever in the gap it stands: whether it bears on what is left is for
a person to judge.
"""

from __future__ import annotations

import re

from newsfacts.text.english import LOSSES

__all__ = ["swallowed"]


_KIND_OF = {word: kind for kind, words in LOSSES.items() for word in words}
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def swallowed(words: str) -> tuple[str, str] | None:
    """The first such word and what it is, None where there is none."""
    for found in _WORD.finditer(words):
        word = found[0].lower().replace("’", "'")
        kind = _KIND_OF.get(word) or ("a negation" if word.endswith("n't") else None)
        if kind is not None:
            return found[0], kind
    return None
