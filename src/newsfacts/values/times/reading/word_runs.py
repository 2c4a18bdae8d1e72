"""Runs of words that mean one thing ("no later than", "labor day", "the day after tomorrow"), by their first two words.

A hyphen is a word of its own here, as in the tokens.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.holidays import HOLIDAYS
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.terms import Hedge, Side
from newsfacts.values.times.reading.words import WORDS

__all__ = ["RUNS", "Run"]

R = word_roles


class Run(NamedTuple):
    """The words after the first two, and the role and value of all together."""

    rest: tuple[str, ...]
    role: int
    value: Any


_SIDES: Final = (
    (
        Side.BY,
        (
            "no later than|not later than|up to|on or before|before or on|in or before|on or earlier than|at or before"
            "|or earlier than|up until|at the latest by|not after|no later than on|prior to or on|earlier than or on|up through|well into"
        ),
    ),
    (
        Side.FROM,
        (
            "later than or in|later than or on|on or after|in or after|at or after|no earlier than|not before"
            "|not earlier than|no sooner than|not until"
        ),
    ),
    (
        Side.AS_SOON_AS,
        (
            "as early as|as soon as|starting from|starting on|starting at|beginning on|beginning in|beginning from"
            "|starting in|effective from|starting with|beginning with"
        ),
    ),
    (Side.UNTIL, "until well into|till well into|until late into"),
    (Side.SINCE, "ever since|dating from|dating back to|dating to|going back to|as far back as"),
    (Side.BEFORE, "earlier than|prior to|ahead of|sometime before|some time before|well before|long before"),
    (Side.AFTER, "later than|sometime after|some time after|well after|long after"),
    (Side.SHORTLY_BEFORE, "shortly before|just before|right before|immediately before|not long before|just prior to"),
    (Side.SOON_AFTER, "shortly after|soon after|just after|right after|immediately after|not long after|just past"),
    (Side.IS, "as of|as late as"),
    (Side.LOOKS_BACK, "as recently as"),
)
_HEDGES: Final = (
    (
        Hedge.MORE,
        (
            "more than|at more than|upwards of|upward of|in excess of|well in excess of|well over|well above|longer than"
            "|greater than|much more than|far more than|way more than|way over|considerably more than|significantly more than"
            "|comfortably more than|comfortably over|north of|well north of"
        ),
    ),
    (
        Hedge.JUST_OVER,
        (
            "just over|a little over|slightly over|a little more than|slightly more than|just more than|little more than"
            "|barely more than|barely over|a touch over|a touch more than|a shade over|a shade more than|a tad over|a tad more than"
            "|a bit over|a bit more than|a fraction over|a whisker over|a hair over|marginally more than|not much more than"
        ),
    ),
    (
        Hedge.LESS,
        (
            "less than|fewer than|shorter than|much less than|well under|well below|far less than|far fewer than|way under"
            "|considerably less than|significantly less than|comfortably under|south of|well short of|nowhere near|nothing like"
        ),
    ),
    (
        Hedge.NEARLY,
        (
            "just under|close to|not quite|a little under|slightly under|slightly less than|a little less than|just shy of"
            "|shy of|just less than|little less than|just short of|just below|a touch under|a shade under|a shade less than"
            "|a tad under|a tad less than|a bit under|a bit less than|a fraction under|a whisker under|a hair under"
            "|marginally less than|getting on for|nigh on"
        ),
    ),
    (
        Hedge.AT_LEAST,
        (
            "as little as|as few as|at least|at the least|at the very least|at a minimum|not less than|no less than|a minimum of"
            "|minimum of|not fewer than|no fewer than"
        ),
    ),
    (
        Hedge.AT_MOST,
        (
            "at most|at the most|at the very most|at the outside|at a maximum|no more than|not more than|a maximum of"
            "|as long as|as many as|as much as|no longer than"
        ),
    ),
    (
        Hedge.ABOUT,
        (
            "or thereabouts|or around|somewhere around|right around|on or about|on or around|at or about|in or about"
            "|something like|in the region of|somewhere in the region of|in the order of|on the order of|of the order of|closer to"
        ),
    ),
)
_OTHERS: Final = (
    (
        R.NOW, None,
        ("right now|just now|at the moment|atm|at this moment|at the present time|at present|at this time|the present time"
         "|current date|the present|this moment|this time|the current date|the current time|the moment"),
    ),
    (
        R.VAGUE, "FUTURE_REF",
        ("some day|someday|one of these days|as soon as possible|in the future|the future|in the near future|the near future|in the coming future|before long"
         "|the foreseeable future"),
    ),
    (
        R.VAGUE, "PAST_REF",
        ("more recently|most recently|in years past|years past|previous years|prior years|past years|earlier years|years gone by|bygone years|not long ago|not so long ago|the recent past|long ago|a long time ago|a while ago|once upon a time|in recent times|at one time|some time ago"
         "|the other day|the other night|the other week"),
    ),
    (R.FROM, None, "anywhere from|somewhere from"),
    (R.BETWEEN, None, "anywhere between|somewhere between"),
    (R.PART, Mod.START, "very early"),
    (R.PART, Mod.END, "very late"),
    (R.FILL, None, "a period of|a span of"),
    (R.VAGUE, "PRESENT_REF", "these days"),
    (R.DATE_TO, None, "year to date|year - to - date|month to date|month - to - date|quarter to date|quarter - to - date|to date|so far|to this day"),
    (R.FILL, None, "back in|at some point|some point|at some time|the course of|the entirety of|all of|the whole of"),
    (R.ADJECTIVE, None, "some time"),
    (R.OCLOCK, None, "o'clock|o' clock|o clock"),
    (R.LATER, "NOW", "from now|from right now"),
    (R.LATER, "TODAY", "from today|after today|from this day"),
    (
        R.EARLIER, 2,
        ("or later|and later|and after|or after|and onwards|and onward|and thereafter|and beyond|or beyond|and on|and up"
         "|onwards|onward"),
    ),
    (R.EARLIER, -2, "or earlier|and earlier|and before|or before"),
    (R.AMPM, "MO", "in the morning|of the morning"),
    (R.AMPM, "AF", "in the afternoon|in afternoon|of the afternoon"),
    (R.AMPM, "EV", "in the evening|in evening|of the evening"),
    (R.AMPM, "NI", "at night|in the night"),
    (R.AMPM, 12, "p m|p . m|p. m"),
    (R.AMPM, 0, "a m|a . m|a. m"),
    (
        R.UNIT, (Grain.DAY, -1),
        "business day|business days|working day|working days|trading day|trading days|trading session|trading sessions",
    ),
    (R.WEEKEND, None, "week end|week - end|week ends"),
    (R.BOUND, Grain.YEAR, "year - end|yearend|year end|years end|calendar year - end|calendar year end"),
    (R.BOUND, Grain.MONTH, "month - end|monthend|month end|months end"),
    (R.BOUND, Grain.QUARTER, "quarter - end|quarter end|quarters end"),
    (R.COMPOUND, (Mod.MID, Grain.YEAR), "midyear|mid - year"),
    (R.COMPOUND, (Mod.MID, Grain.WEEK), "midweek|mid - week"),
    (R.COMPOUND, (Mod.MID, Grain.MONTH), "midmonth|mid - month"),
    (R.COMPOUND, (Mod.MID, Grain.CENTURY), "midcentury|mid - century"),
    (R.COMPOUND, (Mod.MID, Grain.DECADE), "middecade|mid - decade"),
    (R.PART, Mod.START, "at the beginning of|at the start of|the early part of|the first part of"),
    (
        R.PART, Mod.END,
        ("at the end of|towards the end of|toward the end of|the latter part of|the later part of|the last part of"
         "|the tail end of"),
    ),
    (R.PART, Mod.MID, "the middle part of|halfway through|midway through|halfway into|midway into"),
    (R.TURN, None, "the turn of the|turn of the|the turn of|turn of"),
    (R.DAYTIME, "NOON", "mid day|mid - day|high noon|12 noon|twelve noon|12 midday"),
    (R.DAYTIME, "MIDNIGHT", "12 midnight|twelve midnight"),
    (R.DAYTIME, "TONIGHT", "tonight|tonite"),
    (R.DAYTIME, "NI", "in the middle of the night|the middle of the night"),
    (R.DAYTIME, "MO", "mid morning|mid - morning|midmorning"),
    (R.DAYTIME, "AF", "mid afternoon|mid - afternoon|midafternoon"),
    (
        R.DAYTIME, "SMALL_HOURS",
        ("the early hours|early hours|the small hours|small hours|the wee hours|wee hours|early morning hours|predawn"
         "|the early morning hours|pre - dawn|the predawn hours|predawn hours|early - morning hours|the pre - dawn hours"),
    ),
    (R.DAYTIME, "EOD", "e o d|eod|cob|close of business"),
    (R.RELATIVE, -1, "this past|this last|the just ended|just ended|just - ended|most recent|the latest"),
    (R.RELATIVE, 1, "this coming|this upcoming|this next"),
    (R.YEAR_AGO, False, "year ago|year - ago|the year - ago"),
    (R.YEAR_AGO, True, "year - earlier|the year - earlier|prior - year|the prior - year|year - before"),
    (R.NTH, -2, "second to last|second - to - last|next to last|next - to - last|last but one"),
    (R.QUARTER, 1, "first quarter|1st quarter|1 st quarter"),
    (
        R.REPEATED, "P6M",
        "semi - annual|semiannual|semi - annually|semiannually|half - yearly|biannual|biannually|bi - annual|bi - annually",
    ),
    (R.THEN, None, "back then"),
    (R.REPEATED, "P1D", "day to day|day - to - day|day in day out"),
    (R.REPEATED, "P1Y", "year - round"),
    (R.DAY, 0, "the present day|present day|this day|this very day"),
    (R.DAY, -2, "the day before yesterday|day before yesterday"),
    (R.DAY, 2, "the day after tomorrow|day after tomorrow"),
    (R.THAT_DAY, 0, "the same day|that same day|the very same day|that very day|the day|that day|the same - day"),
    (R.THAT_DAY, 1, "the following day|the day after|the very next day"),
    (R.THAT_DAY, -1, "the previous day|the day before|the preceding day|the prior day|the day earlier|the day prior"),
    (
        R.THEN, None,
        ("that time|the time|that point|that moment|the same time|that very moment|the same moment|that period|the period"
         "|the same period|same period|that era|those days|those years|that same time|that same period|the same period of time"),
    ),
    (R.FISCAL, None, "fiscal year|school year|academic year|financial year|tax year|budget year"),
    (R.ZONE, "America/New_York", "eastern time"),
    (R.ZONE, "America/Chicago", "central time"),
    (R.ZONE, "America/Denver", "mountain time"),
    (R.ZONE, "America/Los_Angeles", "pacific time"),
    (R.ZONE, -300, "eastern standard time|eastern standard"),
    (R.ZONE, -360, "central standard time|central standard"),
    (R.ZONE, -420, "mountain standard time|mountain standard"),
    (R.ZONE, -480, "pacific standard time|pacific standard"),
    (R.ZONE, -240, "eastern daylight time|eastern daylight"),
    (R.ZONE, -300, "central daylight time|central daylight"),
    (R.ZONE, -360, "mountain daylight time|mountain daylight"),
    (R.ZONE, -420, "pacific daylight time|pacific daylight"),
    (R.ZONE, 0, "greenwich mean time|universal time|coordinated universal time"),
    (R.ZONE, None, "local time"),
)  # fmt: skip
_SAME_TIMES: Final = ("this time", "the same time", "same time", "this same time")
_UNITS_AWAY: Final = {
    "last year": (Grain.YEAR, -1), "a year ago": (Grain.YEAR, -1), "next year": (Grain.YEAR, 1),
    "last month": (Grain.MONTH, -1), "a month ago": (Grain.MONTH, -1), "next month": (Grain.MONTH, 1),
    "last week": (Grain.WEEK, -1), "a week ago": (Grain.WEEK, -1), "next week": (Grain.WEEK, 1),
    "yesterday": (Grain.DAY, -1), "tomorrow": (Grain.DAY, 1),
}  # fmt: skip

RUNS: Final[dict[tuple[str, str], tuple[Run, ...]]] = {}
"""The first two words of a run -> the runs that begin so, the longest first."""


def _collect() -> None:
    runs: dict[tuple[str, str], list[Run]] = {}

    def add(phrases: str, role: int, value: Any) -> None:
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            if len(words) == 1:
                WORDS[words[0]] = (role, value)
            else:
                runs.setdefault((words[0], words[1]), []).append(Run(words[2:], role, value))

    for side, phrases in _SIDES:
        add(phrases, R.SIDE, side)
    for hedge, phrases in _HEDGES:
        add(phrases, R.HEDGE, hedge)
    for role, value, phrases in _OTHERS:
        add(phrases, role, value)
    for same in _SAME_TIMES:
        for away, value in _UNITS_AWAY.items():
            add(f"{same} {away}", R.THIS_TIME, value)
    for words, holiday in HOLIDAYS.items():
        add(" ".join(words), R.HOLIDAY, holiday)
        if words[0] in ("eid", "id", "d"):
            add(" ".join((*words[:-1], "-", words[-1])), R.HOLIDAY, holiday)
        elif words[0] == "v":
            add(" ".join((words[0], "-", *words[1:])), R.HOLIDAY, holiday)
    for first, found in runs.items():
        RUNS[first] = tuple(sorted(found, key=lambda run: -len(run.rest)))


_collect()
