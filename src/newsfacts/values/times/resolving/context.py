"""What a phrase is read against: the publication date, its clock, a time named before it, and the reader's options."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Final, Literal

import attrs

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.grain import Grain
from newsfacts.values.times.times import Anaphora, TimeInterval

__all__ = ["DEFAULT_OPTIONS", "Context", "NeedsDate", "Options"]


@attrs.frozen
class Options:
    """How a text's dates are to be read: see `parse_time`."""

    tense: Literal["past", "future"] | None = None
    day_first: bool = False
    first_weekday: int = 0
    south: bool | None = None
    century_from_one: bool = True


DEFAULT_OPTIONS: Final = Options()


class NeedsDate(Exception):
    """Raised inside the resolver where a date is needed that is not known; `parse_time` turns it into an
    `UnresolvedTime`."""

    def __init__(
        self, timex: str = "XXXX-XX-XX", needs: str = "a publication date", anaphora: Anaphora | None = None
    ) -> None:
        self.timex = timex
        self.needs = needs
        self.anaphora = anaphora


class Context:
    """One phrase, the day (and moment) of publication, and the options."""

    direction: int = 0
    """Whether a date that is not said in full looks back (-1), ahead (1) or to the nearest (0)."""
    deadline: bool = False
    """A bare weekday is the coming one, or the day of publication itself: "by Friday"."""
    antecedent: TimeInterval | None = None
    """The time named before the phrase, from which it counts if it says so."""
    clock: int | None = None
    """The second of the day of publication, if it is known."""
    offset: int | None = None
    dated: bool = False
    """Whether the publication date is known."""

    def __init__(self, phrase: str, published: dt.date | None, options: Options) -> None:
        self.phrase = phrase
        self.options = options
        if options.tense is not None:
            self.direction = -1 if options.tense == "past" else 1
        if published is not None:
            self.today = published.toordinal() - 1
            self.dated = True
            if isinstance(published, dt.datetime):
                self.clock = published.hour * 3600 + published.minute * 60 + published.second
                if published.tzinfo is not None:
                    offset = published.utcoffset()
                    self.offset = None if offset is None else int(offset.total_seconds()) // 60

    @functools.cached_property
    def today(self) -> int:
        """The day number of publication, which `__init__` sets. Raises `NeedsDate` without one."""
        raise NeedsDate

    def looking(self, direction: int, *, deadline: bool = False) -> Context:
        """The same context with another direction."""
        other = self._copy()
        other.direction, other.deadline = direction, deadline
        return other

    def _copy(self) -> Context:
        other = Context.__new__(Context)
        other.__dict__.update(self.__dict__)
        return other

    def at(self, time: TimeInterval, *, end: bool = False) -> Context:
        """The same context as if it were published at another time, which has both ends: at its beginning or its end."""
        moment = time.upper - 1 if end and time.upper is not None else time.lower
        assert moment is not None
        other = self._copy()
        other.today, second = divmod(moment, DAY_SECONDS)
        other.dated = True
        other.clock = second if time.grain in (Grain.SECOND, Grain.MINUTE) else None
        other.offset, other.antecedent, other.direction = time.offset, None, 0
        return other

    def after(self, time: TimeInterval) -> Context:
        """The same context with a time that was named before."""
        other = self._copy()
        other.antecedent = time
        return other

    def refuse(self, reason: str, kind: UnreadableKind = UnreadableKind.OTHER) -> UnreadableValue:
        """The error that says why this phrase is not read."""
        return UnreadableValue(self.phrase, reason, kind)

    def now(self) -> int:
        """The moment of publication in seconds; midnight if only the day is known."""
        return self.today * DAY_SECONDS + (self.clock or 0)
