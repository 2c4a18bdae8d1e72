"""What a phrase is read against: the publication date, its clock, and the reader's options."""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.calendar import DAY_SECONDS

__all__ = ["DEFAULT_OPTIONS", "Context", "NeedsDate", "Options"]


@attrs.frozen
class Options:
    """How a text's dates are to be read: see `parse_time`."""

    tense: str | None = None
    day_first: bool = False
    first_weekday: int = 0
    south: bool | None = None
    century_from_one: bool = True


DEFAULT_OPTIONS: Final = Options()


class NeedsDate(Exception):
    """Raised inside the resolver where a publication date is needed; `parse_time` turns it into an `UnresolvedTime`."""

    def __init__(self, timex: str = "XXXX-XX-XX", needs: str = "a publication date") -> None:
        self.timex = timex
        self.needs = needs


class Context:
    """One phrase, the day (and moment) of publication, and the options."""

    def __init__(self, phrase: str, published: dt.date | None, options: Options) -> None:
        self.phrase = phrase
        self.options = options
        self.clock: int | None = None
        self._today: int | None = None
        self.offset: int | None = None
        self.deadline = False
        """"until" or "by" has been read: a bare weekday is the coming one."""
        if published is not None:
            self._today = published.toordinal() - 1
            if isinstance(published, dt.datetime):
                self.clock = published.hour * 3600 + published.minute * 60 + published.second
                offset = published.utcoffset()
                self.offset = None if offset is None else int(offset.total_seconds()) // 60

    @property
    def dated(self) -> bool:
        """Whether the publication date is known."""
        return self._today is not None

    @property
    def today(self) -> int:
        """The day number of publication. Raises `NeedsDate` without one."""
        if self._today is None:
            raise NeedsDate
        return self._today

    def refuse(self, reason: str, kind: UnreadableKind = UnreadableKind.OTHER) -> UnreadableValue:
        """The error that says why this phrase is not read."""
        return UnreadableValue(self.phrase, reason, kind)

    def now(self) -> int:
        """The moment of publication in seconds; midnight if only the day is known."""
        return self.today * DAY_SECONDS + (self.clock or 0)
