"""Closed lists that the words of a time stand for."""

from __future__ import annotations

import enum

__all__ = ["Narrowing", "Side"]


class Narrowing(enum.Enum):
    """Which side of the day of publication is meant, of a period that contains it."""

    EARLIER = "earlier"
    LATER = "later"
    REST = "rest"
    SO_FAR = "so far"


class Side(enum.Enum):
    """On which side of a time an open period lies, and whether that time belongs to it."""

    SINCE = "since"
    FROM = "from"
    AFTER = "after"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    IS = "is"
    """On no side: "= 2015"."""
