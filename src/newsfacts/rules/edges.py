"""Where spans begin and end, collected once: few texts need a closer look at any of these places."""

from __future__ import annotations

import operator
from collections.abc import Sequence, Set

from newsfacts.immutable import frozen
from newsfacts.model import Document

__all__ = [
    "PARTING",
    "SEPARATE",
    "WHITE_SPACE",
    "Edges",
    "combining_edges",
    "doubtful_edges",
    "edges",
    "joining_edges",
    "white_edges",
]

_SPACES = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
WHITE_SPACE = _SPACES + "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
"""Everything that `str.isspace` is true of, and the two characters of no width."""
_IS_WHITE_SPACE = frozenset(WHITE_SPACE)
PARTING = frozenset(" \n\r\t“”‘’\"'()[];:!?…–—-")
"""Characters that part words, and that most spans begin after or end before."""
SEPARATE = frozenset(map(chr, range(32, 127))) | set("“”‘’„«»–—…")
"""Characters that join no other before them, and that most spans begin or end with."""


@frozen
class Edges:
    """The offsets at which fragments begin, and those at which they end, of all that lie within the text, in reading order."""

    starts: Sequence[int]
    ends: Sequence[int]
    around_starts: frozenset[str]
    """The characters before and after each start, as two characters; one where nothing is before it."""
    around_ends: frozenset[str]
    """The same for each end; one where nothing is after it."""
    are_plain: bool
    """Whether every annotation that has a place is one fragment with words, all within the text."""
    are_distinct: bool
    """Whether no two annotations begin and end together."""

    def cuts(self, text: str, pairs: Set[str]) -> list[int]:
        """The offsets of both sorts that have one of these pairs of characters around them; one may be there several times."""
        found: list[int] = []
        for offsets, arounds in ((self.starts, self.around_starts), (self.ends, self.around_ends)):
            if not arounds.isdisjoint(pairs):
                found += [offset for offset in offsets if offset and text[offset - 1 : offset + 1] in pairs]
        return found


def edges(document: Document) -> Edges:
    """The edges of a document's fragments."""
    return document.derived(_edges)


def white_edges(document: Document) -> bool:
    """Whether a fragment begins or ends with white space."""
    where = edges(document)
    return not (
        _IS_WHITE_SPACE.isdisjoint([around[-1] for around in where.around_starts])
        and _IS_WHITE_SPACE.isdisjoint([around[0] for around in where.around_ends])
    )


def joining_edges(document: Document) -> frozenset[str]:
    """The pairs of characters around edges that may belong to one word or number: two letters, or a digit and a point."""
    where = edges(document)
    return frozenset([around for around in where.around_starts | where.around_ends if may_join(around)])


def may_join(around: str) -> bool:
    """Whether the characters around an edge may belong to one word or number."""
    if len(around) < 2 or around[0] in PARTING or around[1] in PARTING:
        return False
    before, after = around[0], around[1]
    if before.isalnum():
        return after.isalnum() or (after in ".," and before.isdecimal())
    return before in ".," and after.isdecimal()


def combining_edges(document: Document) -> frozenset[str]:
    """The pairs of characters around edges the second of which may be a part of the same character as the reader sees it."""
    where = edges(document)
    arounds = where.around_starts | where.around_ends
    return frozenset([around for around in arounds if len(around) == 2 and around[1] not in SEPARATE])


def doubtful_edges(document: Document) -> bool:
    """Whether an annotation may be without any words."""
    return not edges(document).are_plain or bool(document.derived(white_edges))


def _edges(document: Document) -> Edges:
    length = len(document.text)
    spans = [annotation.spans for annotation in document.annotations if annotation.spans]
    starts = [fragments[0].start for fragments in spans]
    ends = [fragments[-1].end for fragments in spans]
    # In reading order those over the same words follow each other.
    are_distinct = not any(map(operator.and_, map(operator.eq, starts, starts[1:]), map(operator.eq, ends, ends[1:])))
    are_plain = not spans or (
        max(map(len, spans)) == 1 and min(starts) >= 0 and max(ends) <= length and all(map(operator.lt, starts, ends))
    )
    if not are_plain:
        found = [(span.start, span.end) for fragments in spans for span in fragments]
        within = [(start, end) for start, end in found if 0 <= start < end <= length]
        starts, ends = [start for start, _ in within], [end for _, end in within]
    text = document.text
    around_starts = frozenset([text[start - 1 : start + 1] if start else text[:1] for start in starts])
    around_ends = frozenset([text[end - 1 : end + 1] for end in ends])
    return Edges(starts, ends, around_starts, around_ends, are_plain, are_distinct)
