"""Where spans begin and end, collected once: few texts need a closer look at any of these places."""

from __future__ import annotations

from collections.abc import Sequence, Set
from operator import itemgetter, lt
from typing import TypeAlias

from newsfacts.immutable import frozen
from newsfacts.model import Document

__all__ = [
    "PARTING",
    "SEPARATE",
    "WHITE_SPACE",
    "Around",
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


Around: TypeAlias = tuple[str, str]
"""The characters before and after an offset; a space where the text begins or ends there."""


@frozen
class Edges:
    """The offsets at which fragments begin, and those at which they end, of all that lie within the text, in reading order."""

    starts: Sequence[int]
    ends: Sequence[int]
    around_starts: Sequence[Around]
    """What is around each start."""
    around_ends: Sequence[Around]
    """What is around each end."""
    pairs_of_starts: frozenset[Around]
    """What is around starts, each pair once."""
    pairs_of_ends: frozenset[Around]
    """The same for ends."""
    are_plain: bool
    """Whether every annotation that has a place is one fragment with words, all within the text."""
    are_distinct: bool
    """Whether no two annotations begin and end together."""

    def cuts(self, pairs: Set[Around]) -> list[int]:
        """The offsets of both sorts that have one of these pairs of characters around them; one may be there several times."""
        found: list[int] = []
        if not self.pairs_of_starts.isdisjoint(pairs):
            found = [offset for offset, around in zip(self.starts, self.around_starts, strict=True) if around in pairs]
        if not self.pairs_of_ends.isdisjoint(pairs):
            found += [offset for offset, around in zip(self.ends, self.around_ends, strict=True) if around in pairs]
        return found


def edges(document: Document) -> Edges:
    """The edges of a document's fragments."""
    return document.derived(_edges)


def white_edges(document: Document) -> bool:
    """Whether a fragment begins or ends with white space."""
    where = edges(document)
    return not (
        _IS_WHITE_SPACE.isdisjoint([after for _, after in where.pairs_of_starts])
        and _IS_WHITE_SPACE.isdisjoint([before for before, _ in where.pairs_of_ends])
    )


def joining_edges(document: Document) -> frozenset[Around]:
    """The pairs of characters around edges that may belong to one word or number: two letters, or a digit and a point."""
    where = edges(document)
    return frozenset([around for around in where.pairs_of_starts | where.pairs_of_ends if may_join(*around)])


def may_join(before: str, after: str) -> bool:
    """Whether the characters around an edge may belong to one word or number."""
    if before in PARTING or after in PARTING:
        return False
    if before.isalnum():
        return after.isalnum() or (after in ".," and before.isdecimal())
    return before in ".," and after.isdecimal()


def combining_edges(document: Document) -> frozenset[Around]:
    """The pairs of characters around edges the second of which may be a part of the same character as the reader sees it."""
    where = edges(document)
    return frozenset([around for around in where.pairs_of_starts | where.pairs_of_ends if around[1] not in SEPARATE])


def doubtful_edges(document: Document) -> bool:
    """Whether an annotation may be without any words."""
    return not edges(document).are_plain or bool(document.derived(white_edges))


def _edges(document: Document) -> Edges:
    length = len(document.text)
    spans = [annotation.spans for annotation in document.annotations if annotation.spans]
    starts = [fragments[0].start for fragments in spans]
    ends = [fragments[-1].end for fragments in spans]
    are_distinct = len(set(zip(starts, ends, strict=True))) == len(starts)
    are_plain = not spans or (
        max(map(len, spans)) == 1 and min(starts) >= 0 and max(ends) <= length and all(map(lt, starts, ends))
    )
    if not are_plain:
        found = [(span.start, span.end) for fragments in spans for span in fragments]
        within = [(start, end) for start, end in found if 0 <= start < end <= length]
        starts, ends = [start for start, _ in within], [end for _, end in within]
    text = f" {document.text} "
    around_starts, around_ends = arounds(text, starts), arounds(text, ends)
    return Edges(
        starts,
        ends,
        around_starts,
        around_ends,
        frozenset(around_starts),
        frozenset(around_ends),
        are_plain,
        are_distinct,
    )


def arounds(text: str, offsets: Sequence[int]) -> list[Around]:
    """What is around each offset of a text that has a space before and after it here."""
    if not offsets:
        return []
    before = itemgetter(*offsets)(text)  # with one offset it gives that character itself
    after = itemgetter(*[offset + 1 for offset in offsets])(text)
    return [*zip(before, after, strict=True)]
