"""From words to a `PhraseReading`: what a phrase says, without knowing when it was published.

    phrase     = hedge* (set | duration | side expression | range | expression)
    side       = "since" | "until" | "by" | "before" | "after" | ...
    range      = ["from" | "between"] expression ("to" | "and" | "-" | "through") expression
    expression = one date in any order of its parts (see `frame`)

Every word has to belong to the time: whether one is left over is decided before anything is resolved.
"""

from __future__ import annotations

from newsfacts.errors import UnreadableKind
from newsfacts.immutable import evolve
from newsfacts.values.times.grain import Mod
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.durations import STARTERS, read_span
from newsfacts.values.times.reading.frame import Frame, Shift
from newsfacts.values.times.reading.handlers import HANDLERS
from newsfacts.values.times.reading.lengths import bare_duration, in_or_for, length_between, starting_or_ending, within
from newsfacts.values.times.reading.ranges import complete, from_now, from_words, range_or_one
from newsfacts.values.times.reading.reader import FrameReader
from newsfacts.values.times.reading.readings import PhraseReading, Reading, Sided
from newsfacts.values.times.reading.recurring import NEVER_RECUR, read_set
from newsfacts.values.times.reading.terms import Hedge, Side
from newsfacts.values.times.times import TimeSet

__all__ = ["read_phrase"]

R = word_roles

_OPENERS = frozenset({
    R.SIDE, R.INTO, R.PART, R.RELATIVE, R.THAT, R.UPTO, R.LATER, R.BETWEEN, R.FROM, R.WITHIN, R.IN, R.FOR,
})  # fmt: skip
_BEFORE_TIMES = frozenset({R.HEDGE, R.FILL, R.ON, R.ADJECTIVE, R.END})
"""What may be before a time; the end of a phrase is there where it has no other words."""
_LENGTH_STARTS = STARTERS | {R.FISCAL}
_AFTER_SOMETIME = (R.SIDE, R.BETWEEN, R.FROM)
_TRAILING = (R.FILL, R.HEDGE_AFTER, R.ARTICLE)


_PUNCTUATION = frozenset({",", ".", ";", "(", ")", "[", "]"})
_NEVER_LAST = frozenset({
    "the", "a", "an", "its", "his", "her", "their", "our", "of", "on", "at", "@", "in", "for", "to", "from", "during", "over",
    "throughout", "within", "between", "and", "or", "dated",
})  # fmt: skip
"""Words that need another one after them: "Friday, the", "on Monday of"."""
_BREAKING_OFF = _PUNCTUATION | _NEVER_LAST
_NEVER_LAST_ROLES = (R.ARTICLE, R.ON, R.FILL, R.IN, R.FOR, R.WITHIN, R.UPTO, R.AND, R.OR, R.BETWEEN, R.FROM)
"""Their roles; where they begin a run of words ("in the morning") they have that of the run."""


def read_phrase(text: str, day_first: bool = False) -> PhraseReading:
    """What a whole phrase says. Raises `UnreadableValue` for one that is not a time, or has words that are not."""
    reader = FrameReader(text, day_first, HANDLERS)
    hedge, index = _opening(reader) if reader.roles[0] in _BEFORE_TIMES else (None, 0)
    if reader.texts[1] == "good" and reader.texts[0] == "a" and _is_good_length(reader):
        hedge, index = Hedge.AT_LEAST, 2
    value = _read_value(reader, hedge, index)
    complete = reader.roles[reader.index] == R.END and reader.texts[-5] not in _BREAKING_OFF
    return PhraseReading(value, hedge, 0 if complete else _closing(reader))


def _opening(reader: FrameReader) -> tuple[Hedge | None, int]:
    """The hedge before a time, and the index of the first word that is not before it."""
    roles, values = reader.roles, reader.values
    hedge: Hedge | None = None
    index = 0
    while True:
        role = roles[index]
        if role == R.HEDGE:
            hedge = values[index]
        elif role == R.FILL and values[index] == "OVER" and _is_counted(reader, index + 1):
            hedge = Hedge.MORE
        elif role not in (R.FILL, R.ON) and not (role == R.ADJECTIVE and roles[index + 1] in _AFTER_SOMETIME):
            break
        index += 1
    if role == R.END:
        reason = "it is empty" if not reader.phrase.strip() else "it names no time"
        raise reader.refuse(reason, UnreadableKind.NO_VALUE)
    if hedge is Hedge.ABOUT and reader.texts[index - 1] == "some" and role == R.NUMBER and roles[index + 1] == R.END:
        raise reader.refuse("“some” makes a number of it, not a year", UnreadableKind.DIFFERENT)
    at = index > 0 and reader.texts[index - 1] in ("at", "@")
    if at or hedge is Hedge.ABOUT:
        four_digits = len(reader.texts[index]) == 4 and role == R.NUMBER
        reader.prefer_clock = four_digits and (at or _is_clocklike(reader, index))
    return hedge, index


def _is_counted(reader: FrameReader, index: int) -> bool:
    """Whether a number follows, so that "over" is a hedge and not "during": "over a year", but "over a 10-day period"."""
    hyphened = reader.values[index] == 1 and reader.roles[index] == R.ARTICLE and reader.texts[index + 2] == "-"
    if hyphened and reader.roles[index + 1] in (R.NUMBER, R.CARDINAL):
        return False
    if reader.roles[index] == R.HALF:
        return reader.roles[index + 1] == R.ARTICLE  # "over half an hour"
    return reader.roles[index] in (R.NUMBER, R.CARDINAL, R.ARTICLE) and reader.values[index] is not None


def _is_good_length(reader: FrameReader) -> bool:
    """ "a good two hours", but not "a good year"."""
    counted = reader.roles[2] in (R.NUMBER, R.CARDINAL)
    return counted and read_span(reader, 2) is not None


def _is_clocklike(reader: FrameReader, index: int) -> bool:
    """Whether four digits after "around" are a clock time rather than a year: 1030, but not 1990."""
    value: int = reader.values[index]
    clocklike = value % 100 < 60 and value < 1300 and (value < 1000 or value % 5 == 0)
    return clocklike and reader.roles[index + 1] == R.END


def _closing(reader: FrameReader) -> int:
    """How many hedges follow a time; raises `UnreadableValue` where any other word is left over."""
    if reader.texts[-5] in _BREAKING_OFF:
        _refuse_missing_word(reader)
    roles, index = reader.roles, reader.index
    if roles[index] == R.END:
        return 0
    hedges = 0
    while True:
        if roles[index] in _TRAILING or (
            roles[index] == R.HEDGE and roles[index + 1] == R.END and reader.values[index] is Hedge.ABOUT
        ):
            hedges += roles[index] in (R.HEDGE_AFTER, R.HEDGE)
            index += 1
        elif roles[index] == R.OR and reader.texts[index + 1] == "so":  # "1850 or so"
            hedges += 1
            index += 2
        else:
            break
    if roles[index] != R.END:
        reason = f"{reader.texts[index]!r} does not belong to a date, a period or a duration here"
        raise reader.refuse(reason, UnreadableKind.UNKNOWN_WORD)
    return hedges


def _refuse_missing_word(reader: FrameReader) -> None:
    """Raise `UnreadableValue` for words that break off: "Friday, the"."""
    roles, texts = reader.roles, reader.texts
    last = len(texts) - 5
    while last > 0 and texts[last] in _PUNCTUATION:
        last -= 1
    word = texts[last]
    if word not in _NEVER_LAST or roles[last] not in _NEVER_LAST_ROLES:
        return
    onwards = word == "on" and ("from" in texts or roles[last - 1] == R.UNIT)  # "from Monday on", "30 years on"
    if not onwards and not (word == "a" and reader.glued[last]):  # "3:18a"
        raise reader.refuse(f"a word is missing after {word!r}", UnreadableKind.UNKNOWN_WORD)


def _read_value(reader: FrameReader, hedge: Hedge | None, index: int) -> Reading:
    roles = reader.roles
    found = read_set(reader, index) if roles[index] not in NEVER_RECUR else None
    if found is not None:
        reader.index = found.end
        return found.value if hedge is None else _bounded(reader, found.value, hedge, roles[index])
    reader.index = index - 1 if index and roles[index - 1] == R.ON else index
    if roles[index] in _OPENERS:
        value = _after_opener(reader, hedge, index)
        if value is not None:
            return value
        if roles[index] in (R.IN, R.FOR):
            index += 1
    if roles[index] not in _LENGTH_STARTS or roles[index + 1] == R.RELATIVE or (
        roles[index + 1] == R.UNIT and roles[index + 2] == R.AGO
    ):  # fmt: skip
        return range_or_one(reader)  # "the past two weeks", "two weeks ago"
    length = bare_duration(reader, index, hedge) if reader.counts else None
    return length or starting_or_ending(reader, index) or range_or_one(reader)


def _bounded(reader: FrameReader, recurring: TimeSet, hedge: Hedge, role: int) -> TimeSet:
    """ "at least twice a week", "at least weekly"."""
    freq = recurring.freq
    if freq is None and role == R.REPEATED and hedge in (Hedge.AT_LEAST, Hedge.MORE):
        freq = 1
    if freq is None:
        raise reader.refuse("a bound on how often needs a number of times", UnreadableKind.UNBOUNDED)
    return evolve(recurring, freq=freq, mod=hedge.mod)


def _after_opener(reader: FrameReader, hedge: Hedge | None, index: int) -> Reading | None:
    """What begins with a word that says how the rest is meant: "since", "from", "within", "in", "for"."""
    role, text, value = reader.roles[index], reader.texts[index], reader.values[index]
    side = _side_of(reader, index)
    if side is not None:
        reader.index = index
        found = _side_words(reader, side)
        further = hedge is Hedge.AT_LEAST and isinstance(found, Sided)  # "at least until 2026"
        return found._replace(at_least=True) if further and isinstance(found, Sided) else found
    if role == R.LATER and text == "from":
        return from_now(reader, index)
    if role in (R.BETWEEN, R.FROM):
        return length_between(reader, index) or from_words(reader, index)
    if role == R.WITHIN:
        return within(reader, index + 1)
    if role in (R.IN, R.FOR):
        value = in_or_for(reader, index, hedge)
        if value is not None:
            return value
        reader.index = index + 1
        if reader.roles[index + 1] == R.BETWEEN:
            return from_words(reader, index + 1)
    return None


def _side_of(reader: FrameReader, index: int) -> Side | None:
    """The side that a word at the beginning names."""
    role, text, following = reader.roles[index], reader.texts[index], reader.roles[index + 1]
    if role == R.SIDE:
        side: Side = reader.values[index]
        return side
    if text == "beginning" and following in (R.WEEKDAY, R.DAY, R.MONTH, R.NUMBER, R.RELATIVE):
        return Side.AS_SOON_AS
    if text == "past" and following == R.DAYTIME and reader.values[index + 1] in ("NOON", "MIDNIGHT"):
        return Side.AFTER
    if text == "following" and reader.possessive and following != R.UNIT:
        return Side.AFTER  # "following Wednesday's debate"
    if role == R.INTO:
        return Side.UNTIL
    return Side.UNTIL if role == R.UPTO and text in ("through", "thru", "to") else None


def _side_words(reader: FrameReader, side: Side) -> Reading:
    """What follows "since", "until", "by", "before", "after": a date, or for "after" a length."""
    roles, texts = reader.roles, reader.texts
    reader.index += 1
    while roles[reader.index] in (R.FILL, R.ON) or (texts[reader.index] == "-" and reader.glued[reader.index]):
        reader.expect_hour = texts[reader.index] in ("at", "@")
        reader.index += 1
    index = reader.index
    if roles[index] == R.END and texts[index - 1] == "ever":
        frame = Frame()  # "ever since"
        frame.then = True
        return Sided(side, complete(reader, frame))
    if roles[index] == R.END:
        raise reader.refuse(f"{texts[index - 1]!r} needs a date after it")
    if roles[index] in (R.FROM, R.BETWEEN):
        return from_words(reader, index)
    hedge: Hedge | None = None
    at = index
    while roles[at] == R.HEDGE:
        hedge, at = reader.values[at], at + 1
    plural = roles[at] == R.UNIT and texts[at].endswith("s")
    found = read_span(reader, at, hedge, bare=plural and side is Side.AFTER)
    if found is not None and roles[found.end] == R.END:
        reader.index = found.end
        if texts[index - 1] == "up" or (index > 1 and texts[index - 2] == "up"):
            return evolve(found.value, mod=Mod.EQUAL_OR_LESS)
        if side is not Side.AFTER:
            raise reader.refuse("a length of time is not a date to reckon from", UnreadableKind.DIFFERENT)
        frame = Frame()
        frame.shift, frame.anaphoric = Shift(found.value, found.grain, 1), True
        return complete(reader, frame)
    reader.prefer_clock = False
    at_least = hedge is Hedge.AT_LEAST
    if at_least:
        reader.index = at
    return Sided(side, range_or_one(reader), at_least=at_least)
