"""Closed lists that the words of a time stand for."""

from __future__ import annotations

from newsfacts.enums import WordEnum
from newsfacts.values.times.grain import Mod

__all__ = ["Hedge", "Narrowing", "Side"]


class Hedge(WordEnum):
    """How a number or a time is hedged."""

    ABOUT = "about"
    MORE = "more than"
    JUST_OVER = "just over"
    AT_LEAST = "at least"
    LESS = "less than"
    NEARLY = "nearly"
    AT_MOST = "at most"

    @property
    def mod(self) -> Mod:
        """The TIMEX3 modifier of a duration hedged so."""
        return _MODS[self]


_MODS = {
    Hedge.ABOUT: Mod.APPROX, Hedge.MORE: Mod.MORE_THAN, Hedge.JUST_OVER: Mod.MORE_THAN, Hedge.AT_LEAST: Mod.EQUAL_OR_MORE,
    Hedge.LESS: Mod.LESS_THAN, Hedge.NEARLY: Mod.LESS_THAN, Hedge.AT_MOST: Mod.EQUAL_OR_LESS,
}  # fmt: skip


class Narrowing(WordEnum):
    """Which side of the day of publication is meant, of a period that contains it."""

    EARLIER = "earlier"
    LATER = "later"
    REST = "rest"
    SO_FAR = "so far"


class Side(WordEnum):
    """On which side of a time an open period lies, and whether that time belongs to it."""

    SINCE = "since"
    FROM = "from"
    AFTER = "after"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AS_SOON_AS = "as soon as"
    SOON_AFTER = "soon after"
    SHORTLY_BEFORE = "shortly before"
    IS = "is"
    """On no side: "as of 2015"."""
    LOOKS_BACK = "looks back"
    """On no side, and in the past: "as recently as March"."""
