"""Where spans begin and end, collected once: few texts need a closer look at any of these places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import eq, itemgetter, lt

from newsfacts.immutable import frozen, maker
from newsfacts.model import Document
from newsfacts.text.spans import Fragments

__all__ = [
    "PARTING",
    "SEPARATE",
    "WHITE_SPACE",
    "Edges",
    "combining_edges",
    "cut_edges",
    "doubtful_edges",
    "edges",
    "unusual_edges",
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
_PARTING_OR_POINT = PARTING | {".", ","}
SEPARATE = frozenset(map(chr, range(32, 127))) | set("“”‘’„«»–—…")
"""Characters that join no other before them, and that most spans begin or end with."""
_BEGINNINGS = SEPARATE - _IS_WHITE_SPACE


@frozen
class Edges:
    """The offsets at which fragments begin, and those at which they end, of all that lie within the text, in reading order."""

    starts: Sequence[int]
    ends: Sequence[int]
    before_starts: Sequence[str]
    """The character before each start, a space where there is none."""
    after_starts: Sequence[str]
    before_ends: Sequence[str]
    after_ends: Sequence[str]
    are_plain: bool
    """Whether every annotation that has a place is one fragment with words, all within the text."""
    are_distinct: bool
    """Whether no annotation begins and ends where the one before it does."""


_made = maker(Edges)


def edges(document: Document) -> Edges:
    """The edges of a document's fragments."""
    return document.derived(_edges)


def unusual_edges(document: Document) -> bool:
    """Whether there is an edge that one of the rules looks at: they need this first."""
    where = edges(document)
    return bool(
        not where.are_plain
        or not _BEGINNINGS.issuperset(where.after_starts)
        or not _IS_WHITE_SPACE.isdisjoint(where.before_ends)
        or not SEPARATE.issuperset(where.after_ends)
        or document.derived(cut_edges)
    )


def white_edges(document: Document) -> bool:
    """Whether a fragment begins or ends with white space."""
    where = edges(document)
    return not (_IS_WHITE_SPACE.isdisjoint(where.after_starts) and _IS_WHITE_SPACE.isdisjoint(where.before_ends))


def combining_edges(document: Document) -> frozenset[int]:
    """The edges before a character that may be a part of the one before it as the reader sees it."""
    where = edges(document)
    if SEPARATE.issuperset(where.after_starts) and SEPARATE.issuperset(where.after_ends):
        return frozenset()
    starts = zip(where.starts, where.after_starts, strict=True)
    ends = zip(where.ends, where.after_ends, strict=True)
    return frozenset([offset for offset, after in (*starts, *ends) if after not in SEPARATE])


def cut_edges(document: Document) -> frozenset[int]:
    """The edges between two letters of one word, or between two characters of one number."""
    where, text = edges(document), document.text
    doubtful: set[int] = set()
    for offsets, before, after in (
        (where.starts, where.before_starts, where.after_starts),
        (where.ends, where.before_ends, where.after_ends),
    ):
        if not (PARTING.issuperset(before) or PARTING.issuperset(after) or are_before_points(text, offsets, after)):
            sides = zip(offsets, before, after, strict=True)
            doubtful.update([o for o, one, other in sides if other not in PARTING and one not in PARTING])
    return frozenset([offset for offset in doubtful if is_cut(text, offset)])


def are_before_points(text: str, offsets: Sequence[int], after: Sequence[str]) -> bool:
    """Whether what is after each offset parts words, or is a point or a comma that no digit follows: the common case."""
    if not _PARTING_OR_POINT.issuperset(after) or max(offsets) + 1 >= len(text):
        return False
    return not any(map(str.isdecimal, {*itemgetter(*offsets)(text[1:])}))


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
    annotations = document.annotations
    try:
        spans = [span for annotation in annotations for (span,) in (annotation.spans,)]
    except ValueError:  # one has several fragments, or no place
        return edges_of_fragments(document.text, [one.spans for one in annotations if one.spans])
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    return edges_at(document.text, starts, ends, are_whole=True, are_distinct=not are_repeated(starts, ends))


def edges_of_fragments(text: str, placed: Sequence[Fragments]) -> Edges:
    """The edges of annotations that have a place, of which some may have several fragments."""
    spans = [span for fragments in placed for span in fragments]
    are_distinct = not are_repeated([one[0].start for one in placed], [one[-1].end for one in placed])
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    return edges_at(text, starts, ends, are_whole=len(spans) == len(placed), are_distinct=are_distinct)


def edges_at(text: str, starts: Sequence[int], ends: Sequence[int], *, are_whole: bool, are_distinct: bool) -> Edges:
    """The edges at these offsets. `are_whole` says that each fragment is all that its annotation has."""
    length = len(text)
    are_within = not starts or (min(starts) >= 0 and max(ends) <= length and all(map(lt, starts, ends)))
    if not are_within:
        within = [(start, end) for start, end in zip(starts, ends, strict=True) if 0 <= start < end <= length]
        starts, ends = [start for start, _ in within], [end for _, end in within]
    # What is before an offset is at that offset in the first of these, what is after it in the second.
    before, after = f" {text}", f"{text} "
    # Characters at many offsets, in a third of the time that a loop takes.
    at_starts = itemgetter(*starts) if starts else none_of
    at_ends = itemgetter(*ends) if ends else none_of
    return _made(
        starts=starts,
        ends=ends,
        before_starts=at_starts(before),
        after_starts=at_starts(after),
        before_ends=at_ends(before),
        after_ends=at_ends(after),
        are_plain=are_whole and are_within,
        are_distinct=are_distinct,
    )


def are_repeated(starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether one of these begins and ends where the one before it does."""
    return any(compress(map(eq, ends, ends[1:]), map(eq, starts, starts[1:])))


def none_of(_text: str) -> str:
    """The characters at no offsets."""
    return ""
