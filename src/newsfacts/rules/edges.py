"""Where spans begin and end, collected once: few texts need a closer look at any of these places."""

from __future__ import annotations

from collections.abc import Sequence, Set
from operator import and_, eq, lt

from newsfacts.immutable import frozen
from newsfacts.model import Document

__all__ = [
    "PARTING",
    "SEPARATE",
    "WHITE_SPACE",
    "Edges",
    "combining_edges",
    "cut_edges",
    "doubtful_edges",
    "edges",
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

    text: str
    """The text with a space before and after it: the character before an offset is at that offset here, the one after it next."""
    starts: Sequence[int]
    ends: Sequence[int]
    before_starts: Set[str]
    """The characters before starts, each once."""
    after_starts: Set[str]
    before_ends: Set[str]
    after_ends: Set[str]
    are_plain: bool
    """Whether every annotation that has a place is one fragment with words, all within the text."""
    are_distinct: bool
    """Whether no annotation begins and ends where the one before it does."""


def edges(document: Document) -> Edges:
    """The edges of a document's fragments."""
    return document.derived(_edges)


def white_edges(document: Document) -> bool:
    """Whether a fragment begins or ends with white space."""
    where = edges(document)
    return not (_IS_WHITE_SPACE.isdisjoint(where.after_starts) and _IS_WHITE_SPACE.isdisjoint(where.before_ends))


def combining_edges(document: Document) -> frozenset[int]:
    """The edges before a character that may be a part of the one before it as the reader sees it."""
    where = edges(document)
    if SEPARATE.issuperset(where.after_starts) and SEPARATE.issuperset(where.after_ends):
        return frozenset()
    return frozenset([offset for offset in (*where.starts, *where.ends) if where.text[offset + 1] not in SEPARATE])


def cut_edges(document: Document) -> frozenset[int]:
    """The edges between two letters of one word, or between two characters of one number."""
    where = edges(document)
    inside: list[int] = []
    if not (PARTING.issuperset(where.before_starts) or PARTING.issuperset(where.after_starts)):
        inside += where.starts
    if not (PARTING.issuperset(where.before_ends) or PARTING.issuperset(where.after_ends)):
        inside += where.ends
    padded, text = where.text, document.text
    doubtful = {o for o in inside if padded[o + 1] not in PARTING and padded[o] not in PARTING}
    return frozenset([offset for offset in doubtful if is_cut(text, offset)])


def is_cut(text: str, offset: int) -> bool:
    """Whether two letters of one word, or two characters of one number, are on the two sides of an offset."""
    before, after = text[offset - 1], text[offset]
    if before.isalnum():
        if after.isalnum():
            return is_inside_word(before, after, text[offset + 1 : offset + 2])
        return after in ".," and before.isdecimal() and goes_on(after, text[offset + 1 : offset + 5])
    return (
        before in ".,"
        and offset > 1
        and after.isdecimal()
        and text[offset - 2].isdecimal()
        and goes_on(before, text[offset : offset + 4])
    )


def is_inside_word(before: str, after: str, following: str) -> bool:
    """Whether two letters or digits that touch belong to one word."""
    if before.isdecimal() and after.isdecimal():
        return True
    if before.islower():
        return after.islower()
    return before.isupper() and (after.islower() or (after.isupper() and not following.islower()))


def goes_on(separator: str, digits: str) -> bool:
    """Whether the characters after a separator continue a number: any digit after a point, three after a comma."""
    if separator == ".":
        return digits[:1].isdecimal()
    return digits[:3].isdecimal() and len(digits) >= 3 and not digits[3:].isdecimal()


def doubtful_edges(document: Document) -> bool:
    """Whether an annotation may be without any words."""
    return not edges(document).are_plain or bool(document.derived(white_edges))


def _edges(document: Document) -> Edges:
    length = len(document.text)
    spans = [annotation.spans for annotation in document.annotations if annotation.spans]
    firsts = [fragments[0] for fragments in spans]
    are_whole = sum(map(len, spans)) == len(spans)
    lasts = firsts if are_whole else [fragments[-1] for fragments in spans]
    starts = [span.start for span in firsts]
    ends = [span.end for span in lasts]
    are_distinct = not any(map(and_, map(eq, starts, starts[1:]), map(eq, ends, ends[1:])))
    are_plain = not spans or (are_whole and min(starts) >= 0 and max(ends) <= length and all(map(lt, starts, ends)))
    if not are_plain:
        found = [(span.start, span.end) for fragments in spans for span in fragments]
        within = [(start, end) for start, end in found if 0 <= start < end <= length]
        starts, ends = [start for start, _ in within], [end for _, end in within]
    text = f" {document.text} "
    return Edges(
        text=text,
        starts=starts,
        ends=ends,
        before_starts={text[start] for start in starts},
        after_starts={text[start + 1] for start in starts},
        before_ends={text[end] for end in ends},
        after_ends={text[end + 1] for end in ends},
        are_plain=are_plain,
        are_distinct=are_distinct,
    )
