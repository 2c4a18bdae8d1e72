"""What the place of a time in its text says about it: the day it counts from, the date named before it, the tense.

Nothing is guessed. A date named before a time counts only where it is the one date of the paragraph so far, and the
tense only where nothing is between "will" and the time that could be what the time belongs to.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, Literal

from newsfacts import model
from newsfacts.building.fields import Fields
from newsfacts.building.header import Header
from newsfacts.patterns import lazy_pattern
from newsfacts.text.spans import Span
from newsfacts.values.languages import is_english
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.times import TimeInterval, UnresolvedTime

__all__ = ["TimePlaces", "depends_on_place"]

MAX_CLAUSE = 120
"""How many characters before and after a time are looked at for its verb."""

MAX_OPENING = 30
"""How many characters before a time are looked at for the end of the sentence before."""

MAX_PARAGRAPH = 5_000
"""In a longer paragraph no date named before is looked for."""

_COUNTS_FROM_TEXT = lazy_pattern(
    r"\b(?:that|the|same|following|next|previous|prior|preceding|later|earlier|before|after|afterwards?|then|time)\b",
    re.IGNORECASE,
)
_NEEDS_TENSE = lazy_pattern(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_YEAR = lazy_pattern(r"\b[12]\d{3}\b")
_WEEKDAYS = "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMES_DATE = lazy_pattern(
    rf"\b(?:{_WEEKDAYS}|{_MONTHS}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.|[12]\d{{3}}s?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
    r"|\d{1,2}:\d{2}|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|(?:[Ll]ast|[Nn]ext|[Tt]his) (?:week(?:end)?|month|year)"
    r"|(?:days?|weeks?|months?|years?) (?:ago|later|earlier|before|after)|Christmas|Easter)\b"
)
_PARAGRAPH_END = lazy_pattern(r"\n[ \t\r]*\n")
_SENTENCE_END = lazy_pattern(r"[.!?…][”’\"')\]]*\s|\n")
_FUTURE = lazy_pattern(
    r"\b(?:(?:will|shall|won[’']t)(?: not| also| then| again| formally| likely)?"
    r"(?: (?:be|have been) (?:\w+ed|held|made|sent|sworn|taken|given|shown|sold|paid|read|put|set|born|brought|heard)\b(?! (?:by|that)\b))?"
    r"|[A-Za-z]+[’']ll|(?:is|are|am) (?:going|set|due|scheduled|expected|slated|planning|planned|poised) (?:to|for|on))\b"
)
_TAKES_THE_TIME = lazy_pattern(
    r"\b(?:\w+ed|said|told|was|were|had|did|has|have|is|are|says?|made|held|struck|won|lost|found|sent|shot|hit|left|begun|began"
    r"|taken|took|given|gave|seen|saw|done|gone|went|known|written|wrote|spoken|spoke|brought|bought|caught|taught|fought"
    r"|thought|built|spent|kept|met|paid|sold|led|broken|broke|stolen|stole|killing|driven|shown|thrown|drawn|fallen|fell"
    r"|who|whom|whose|which|that|what|whether|if|because|after|before|since|when|while|where|as|than|but|and|or|of)\b"
    r"|[,;:()–—“”\"]",
    re.IGNORECASE,
)
_PREPOSITION = lazy_pattern(r"(?:\b(?:on|by|until|from|in|at|late|early)\s+)*\Z", re.IGNORECASE)
_OPENS = lazy_pattern(
    r"(?:[.!?…][”’\"')\]]*\s|\n)\s*[“‘\"']?(?:(?:on|by|until|from|in|starting|beginning)\s+)?\Z", re.IGNORECASE
)
_MAY_BE_FUTURE = lazy_pattern(r"will|shall|won|ll\b|going|set|due|sched|expect|slated|plan|poised")


def depends_on_place(words: str) -> bool:
    """Whether the place of a time, beyond the day of publication, can matter to what its words say."""
    return any(what_matters(words))


@functools.lru_cache(maxsize=4096)
def what_matters(words: str) -> tuple[bool, bool]:
    """Whether the tense of its verb can matter to a time, and whether its words may count from another one."""
    return _NEEDS_TENSE.search(words) is not None and not _YEAR.search(words), _COUNTS_FROM_TEXT.search(
        words
    ) is not None


class TimePlaces:
    """The times of one document, before they are made."""

    def __init__(self, fields: Fields, text: str, header: Header, *, quotes_say_when: bool) -> None:
        self.fields = fields
        self.parents: tuple[int, ...] = fields.parents
        self.text = text
        self.quotes_say_when = quotes_say_when
        self.published: dt.date | None = header.values.get("published")

    def fill(self, number: int, draft: Any) -> None:
        """Set the fields of annotation `number`, a time in the making, that its place gives."""
        if self.quotes_say_when:
            draft.reference = self.reference(number)
        has_tense, counts = what_matters(draft.text)
        if not (has_tense or counts) or not draft.spans or not is_english(model.settled(draft._language)):
            return
        if has_tense:
            draft.tense = self.tense(draft.spans[0].start, draft.spans[-1].end)
        if counts:
            draft.antecedent = self.antecedent(number, draft.reference)

    # -- the day that it counts from
    def reference(self, number: int) -> dt.date | None:
        """The day on which the quote was said that it is in, or else the day of publication."""
        quote = self.quote(number)
        said = None if quote < 0 else self.fields.readings[quote].value_of("said")
        if isinstance(said, TimeInterval) and said.start is not None and said.seconds is not None:
            return said.start.date() if said.seconds <= DAY_SECONDS and not said.approximate else self.published
        return self.published

    def quote(self, number: int) -> int:
        """The innermost quote that an annotation is in; -1 for none."""
        while number >= 0 and not self.fields.readings[number].plan.is_quote:
            number = self.parents[number]
        return number

    # -- the tense of its verb
    def tense(self, start: int, end: int) -> Literal["future"] | None:
        """`future` where the verb before the time, or after a time that opens its sentence, is in the future."""
        begin = max(0, start - MAX_CLAUSE)
        if not _MAY_BE_FUTURE.search(self.text, begin, end + MAX_CLAUSE) or self.text[end : end + 2] in ("’s", "'s"):
            return None
        verbs = [verb.end() for verb in _FUTURE.finditer(self.text, begin, start)]
        if verbs:
            between = _PREPOSITION.sub("", self.text[verbs[-1] : start])
            if _SENTENCE_END.search(between) is None:
                return None if _TAKES_THE_TIME.search(between) else "future"
        before = self.text[max(0, start - MAX_OPENING) : start]
        if (start > MAX_OPENING and _OPENS.search(before) is None) or (
            start <= MAX_OPENING and _OPENS.search(f"\n{before}") is None
        ):
            return None
        after = self.text[end : end + MAX_CLAUSE].removeprefix(",")
        stop = _SENTENCE_END.search(after)
        after = after if stop is None else after[: stop.start()]
        found = _FUTURE.search(after)
        return "future" if found is not None and not _TAKES_THE_TIME.search(after[: found.start()]) else None

    # -- the date that was named before it
    @functools.cached_property
    def times(self) -> list[int]:
        """The times that have a place, by number in reading order."""
        return [n for n, reading in enumerate(self.fields.readings) if reading.plan.is_time and self.spans(n)]

    @functools.cached_property
    def numbers(self) -> Mapping[int, int]:
        """How many times come before each of them."""
        return {number: place for place, number in enumerate(self.times)}

    def antecedent(self, number: int, reference: dt.date | None) -> TimeInterval | None:
        """The one date that is named before a time in its paragraph; None where there is none, or more than one.

        The date is annotated, and was said by the same speaker. Other words before the time do not name a date.
        """
        start = self.spans(number)[0].start
        begin = self.paragraphs[bisect_right(self.paragraphs, start) - 1]
        named = self.named_between(begin, number)
        if named is None or start - begin > MAX_PARAGRAPH or self.quote(named) != self.quote(number):
            return None
        if not self.needs_one(number, reference):
            return None
        spans = self.spans(named)
        around = f"{self.text[begin : spans[0].start]} {self.text[spans[-1].end : start]}"
        found = self.value(named)
        if not isinstance(found, TimeInterval) or found.alternatives or _NAMES_DATE.search(around):
            return None
        return found if found.lower is not None and found.upper is not None else None

    @functools.cached_property
    def paragraphs(self) -> list[int]:
        """The offsets at which paragraphs begin."""
        return [0, *(found.end() for found in _PARAGRAPH_END.finditer(self.text))]

    def named_between(self, begin: int, number: int) -> int | None:
        """The one time between an offset and a time; None where there are more, or where one reaches into that time."""
        place = self.numbers[number] - 1
        times = self.times
        if place < 0 or self.spans(times[place])[:1] < (Span(begin, begin),):
            return None
        if place > 0 and self.spans(times[place - 1])[:1] >= (Span(begin, begin),):
            return None
        named = times[place]
        return named if self.spans(named)[-1].end <= self.spans(number)[0].start else None

    def spans(self, number: int) -> tuple[Span, ...]:
        """The spans of an annotation."""
        return self.fields.written.spans[number]

    def needs_one(self, number: int, reference: dt.date | None) -> bool:
        """Whether the words of a time count from a date named before them."""
        found = model.read_time_words(self.fields.words[number], reference)
        return isinstance(found, UnresolvedTime) and found.anaphora is not None

    def value(self, number: int) -> Any:
        """The value of a time that does not depend on other times."""
        declared = self.fields.readings[number].value_of("declared")
        if declared is not None:
            return declared
        return model.read_time_words(self.fields.words[number], self.reference(number))
