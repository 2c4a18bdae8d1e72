"""The words of dates and periods: one flat table from a lower-case word, or a run of words, to its role and its value.

Roles are small integers, because the reader looks at one for each token. What several words say together ("no later
than", "labor day", "the day after tomorrow") is found by `PHRASES`, keyed by the first two words, longest first.
"""

from __future__ import annotations

from typing import Any, Final

from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, ORDINAL, ORDINAL_MAGNITUDE
from newsfacts.values.times.calendar import MONTH_NAMES, WEEKDAY_NAMES
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.holidays import HOLIDAYS
from newsfacts.values.times.reading.terms import Side
from newsfacts.values.times.zones import FIXED_ZONES, NAMED_ZONES

__all__ = ["PHRASES", "WORDS", "Role"]


class Role:
    """Names for the roles of words; `END` closes the tokens, `UNKNOWN` is a word that no date is made of."""

    (
        END, UNKNOWN, NUMBER, SIGN, FILL, MONTH, WEEKDAY, UNIT, SHORT_UNIT, RELATIVE, PART, DAY, DAYTIME,
        AMPM, CARDINAL, NTH, HEDGE, SIDE, BETWEEN, FROM, UPTO, AND, OR, AGO, LATER, EVERY, TIMES, REPEATED,
        SEASON, HOLIDAY, QUARTER, HALF, ZONE, NOW, VAGUE, DECADE, ERA, ARTICLE, WITHIN, IN, FOR, EARLIER,
        VAGUE_NUMBER, ADJECTIVE, OCLOCK, PLURAL_WEEKDAY, WEEKEND, HEDGE_AFTER, ON, FISCAL, DATE_TO, REST,
        COMPOUND,
    ) = range(53)  # fmt: skip


R = Role
WORDS: Final[dict[str, tuple[int, Any]]] = {}

for _word, (_role, _value) in NUMBER_WORDS.items():
    if _role == ORDINAL:
        WORDS[_word] = (R.NTH, _value)
    elif _role != ORDINAL_MAGNITUDE and _word not in ("oh", "nil", "mil", "bil", "mio", "lac"):
        WORDS[_word] = (R.CARDINAL, _value)

for _number, _word in enumerate(MONTH_NAMES[1:], 1):
    WORDS[_word.lower()] = WORDS[_word[:3].lower()] = (R.MONTH, _number)
WORDS["sept"] = (R.MONTH, 9)

for _number, _word in enumerate(WEEKDAY_NAMES):
    WORDS[_word.lower()] = WORDS[_word[:3].lower()] = (R.WEEKDAY, _number)
    WORDS[_word.lower() + "s"] = (R.PLURAL_WEEKDAY, _number)
for _word, _number in (("tues", 1), ("weds", 2), ("thur", 3), ("thurs", 3)):
    WORDS[_word] = (R.WEEKDAY, _number)

for _words, _grain, _count in (
    ("second seconds sec secs", Grain.SECOND, 1),
    ("minute minutes min mins", Grain.MINUTE, 1),
    ("hour hours hr hrs", Grain.HOUR, 1),
    ("day days", Grain.DAY, 1),
    ("night nights", Grain.DAY, 1),
    ("week weeks wk wks", Grain.WEEK, 1),
    ("fortnight fortnights", Grain.WEEK, 2),
    ("month months mo mos", Grain.MONTH, 1),
    ("quarter quarters qtr qtrs", Grain.QUARTER, 1),
    ("season seasons", Grain.SEASON, 1),
    ("semester semesters", Grain.HALF, 1),
    ("year years yr yrs", Grain.YEAR, 1),
    ("decade decades", Grain.DECADE, 1),
    ("century centuries", Grain.CENTURY, 1),
    ("millennium millennia millenniums", Grain.MILLENNIUM, 1),
):
    for _word in _words.split():
        WORDS[_word] = (R.UNIT, (_grain, _count))
for _word, _grain in (
    ("daylong", Grain.DAY), ("nightlong", Grain.DAY), ("weeklong", Grain.WEEK), ("monthlong", Grain.MONTH),
    ("yearlong", Grain.YEAR), ("decadelong", Grain.DECADE),
):  # fmt: skip
    WORDS[_word] = (R.UNIT, (_grain, 1))
WORDS["weekend"] = WORDS["weekends"] = WORDS["wkend"] = (R.WEEKEND, None)

for _word, _grain in (
    ("h", Grain.HOUR), ("d", Grain.DAY), ("w", Grain.WEEK), ("y", Grain.YEAR), ("m", Grain.MINUTE), ("s", Grain.SECOND),
    ('"', Grain.SECOND), ("'", Grain.MINUTE), ("''", Grain.SECOND),
):  # fmt: skip
    WORDS[_word] = (R.SHORT_UNIT, _grain)

_FLAT: tuple[tuple[int, str, Any], ...] = (
    (R.RELATIVE, "last previous preceding prior", -1),
    (R.RELATIVE, "past", -1),
    (R.RELATIVE, "this current same that present ongoing latest", 0),
    (R.RELATIVE, "next following coming upcoming ensuing subsequent", 1),
    (R.PART, "early beginning start", Mod.START),
    (R.PART, "mid middle midway", Mod.MID),
    (R.PART, "late end close", Mod.END),
    (R.DAY, "yesterday", -1),
    (R.DAY, "today otd", 0),
    (R.DAY, "tomorrow tomorrows tmrw tmr tomorow", 1),
    (R.DAYTIME, "morning mornings", "MO"),
    (R.DAYTIME, "afternoon afternoons", "AF"),
    (R.DAYTIME, "evening evenings", "EV"),
    (R.DAYTIME, "noon midday noontime", "NOON"),
    (R.DAYTIME, "midnight", "MIDNIGHT"),
    (R.DAYTIME, "lunch lunchtime", "LUNCH"),
    (R.DAYTIME, "dawn daybreak sunrise", "DAWN"),
    (R.DAYTIME, "dusk sunset nightfall", "DUSK"),
    (R.DAYTIME, "overnight", "NI"),
    (R.DAYTIME, "daytime", "DT"),
    (R.AMPM, "am", 0),
    (R.AMPM, "pm", 12),
    (R.FILL, "of . ( ) [ ] , ; dated exactly precisely sharp maybe say time date local usually nt", None),
    (R.FILL, "during over throughout around-the-clock st nd rd th", None),
    (R.ON, "on at @", None),
    (R.ARTICLE, "a an", 1),
    (R.ARTICLE, "the its his her their our", None),
    (R.HEDGE, "about around approximately roughly circa ca c some approx ~ ≈ probably perhaps", Mod.APPROX),
    (R.HEDGE, "nearly almost", Mod.LESS_THAN),
    (R.HEDGE, "over", Mod.MORE_THAN),
    (R.HEDGE, "under", Mod.LESS_THAN),
    (R.HEDGE_AFTER, "ish approximately roughly", Mod.APPROX),
    (R.SIDE, "since", Side.SINCE),
    (R.SIDE, "until till til untill", Side.UNTIL),
    (R.SIDE, "by", Side.BY),
    (R.SIDE, "pre", Side.BEFORE),
    (R.SIDE, "after post", Side.AFTER),
    (R.SIDE, "before prior", Side.BEFORE),
    (R.SIDE, "starting effective", Side.FROM),
    (R.SIDE, ">", Side.AFTER),
    (R.SIDE, "<", Side.BEFORE),
    (R.SIDE, "<=", Side.BY),
    (R.SIDE, ">=", Side.FROM),
    (R.SIDE, "=", Side.IS),
    (R.BETWEEN, "between", None),
    (R.FROM, "from", None),
    (R.UPTO, "to - – through thru", None),
    (R.AND, "and & plus", None),
    (R.OR, "or", None),
    (R.AGO, "ago", None),
    (R.AGO, "earlier before", None),
    (R.LATER, "later hence afterwards afterward", None),
    (R.EVERY, "every", "EVERY"),
    (R.EVERY, "each", "EACH"),
    (R.TIMES, "once", 1),
    (R.TIMES, "twice", 2),
    (R.TIMES, "thrice", 3),
    (R.REPEATED, "hourly", "PT1H"),
    (R.REPEATED, "daily nightly", "P1D"),
    (R.REPEATED, "weekly", "P1W"),
    (R.REPEATED, "biweekly fortnightly", "P2W"),
    (R.REPEATED, "monthly", "P1M"),
    (R.REPEATED, "quarterly", "P1Q"),
    (R.REPEATED, "annual annually yearly", "P1Y"),
    (R.REPEATED, "biennial biennially", "P2Y"),
    (R.SEASON, "spring springtime", "SP"),
    (R.SEASON, "summer summertime", "SU"),
    (R.SEASON, "autumn", "FA"),
    (R.SEASON, "fall", "FA"),
    (R.SEASON, "winter wintertime", "WI"),
    (R.HALF, "half", None),
    (R.NOW, "now", None),
    (R.VAGUE, "recently lately recent", "PAST_REF"),
    (R.VAGUE, "soon shortly asap", "FUTURE_REF"),
    (R.VAGUE, "currently nowadays", "PRESENT_REF"),
    (R.VAGUE, "formerly previously", "PAST_REF"),
    (R.ERA, "ad ce", 1),
    (R.ERA, "bc bce", -1),
    (R.WITHIN, "within", None),
    (R.IN, "in", None),
    (R.FOR, "for", None),
    (R.EARLIER, "earlier", -1),
    (R.EARLIER, "later", 1),
    (R.VAGUE_NUMBER, "several", (3, 9)),
    (R.VAGUE_NUMBER, "few", (3, 5)),
    (R.VAGUE_NUMBER, "couple", (2, 2)),
    (R.VAGUE_NUMBER, "many", (3, None)),
    (R.VAGUE_NUMBER, "handful", (3, 6)),
    (
        R.ADJECTIVE,
        (
            "more additional extra fewer full straight consecutive whole entire solid long good calendar old"
            " another time successive lunar running all less just only further total mere odd anytime sometime"
            " sometimes"
        ),
        None,
    ),
    (R.ADJECTIVE, "business working trading", "B"),
    (R.OCLOCK, "oclock", None),
    (R.FISCAL, "fiscal school fy sy", None),
    (R.REST, "rest remainder remaining", None),
    (R.DATE_TO, "ytd", None),
    (R.ZONE, "z", 0),
)
for _role, _words, _value in _FLAT:
    for _word in _words.split():
        if _word not in WORDS or _role in (R.AND,):
            WORDS[_word] = (_role, _value)
WORDS["night"] = (R.DAYTIME, "NI")
WORDS["over"] = (R.FILL, "OVER")
WORDS["past"] = (R.RELATIVE, -1)
WORDS["before"] = (R.SIDE, Side.BEFORE)
WORDS["earlier"] = (R.EARLIER, -1)
WORDS["later"] = (R.EARLIER, 1)
WORDS["half"] = (R.HALF, None)
WORDS["quarter"] = (R.UNIT, (Grain.QUARTER, 1))
WORDS["quarters"] = (R.UNIT, (Grain.QUARTER, 1))
WORDS["second"] = (R.UNIT, (Grain.SECOND, 1))
WORDS["prior"] = (R.RELATIVE, -1)
for _words, _decade in (("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60),
                        ("seventies", 70), ("eighties", 80), ("nineties", 90)):  # fmt: skip
    WORDS[_words] = (R.DECADE, _decade)
for _word, _offset in FIXED_ZONES.items():
    WORDS.setdefault(_word, (R.ZONE, _offset))
for _word, _name in NAMED_ZONES.items():
    WORDS.setdefault(_word, (R.ZONE, _name))
WORDS["met"] = WORDS["west"] = WORDS["eat"] = WORDS["cat"] = WORDS["wat"] = (R.UNKNOWN, None)

_RUNS: tuple[tuple[int, str, Any], ...] = (
    (
        R.SIDE,
        (
            "no later than|not later than|as late as|up to|on or before|before or on|in or before"
            "|on or earlier than|at or before|or earlier than|up until|at the latest by|not after"
            "|no later than on|prior to or on|earlier than or on"
        ),
        Side.BY,
    ),
    (
        R.SIDE,
        (
            "later than or in|later than or on|on or after|in or after|at or after|no earlier than|not before"
            "|as early as|as soon as|starting from|starting on|starting at|beginning on|beginning in|beginning from"
            "|starting in|dating from|dating back to|dating to|as of|effective from|not earlier than"
        ),
        Side.FROM,
    ),
    (R.SIDE, "earlier than|prior to|ahead of|sometime before|before the", Side.BEFORE),
    (R.SIDE, "later than|sometime after", Side.AFTER),
    (R.SIDE, "ever since", Side.SINCE),
    (
        R.HEDGE,
        ("more than|at more than|upwards of|in excess of|well over|just over|a little over|longer than|greater than"),
        Mod.MORE_THAN,
    ),
    (R.HEDGE, "less than|fewer than|just under|close to|not quite|shorter than|a little under", Mod.LESS_THAN),
    (
        R.HEDGE,
        ("at least|not less than|no less than|a minimum of|minimum of|not fewer than|no fewer than"),
        Mod.EQUAL_OR_MORE,
    ),
    (R.HEDGE, "at most|no more than|not more than|a maximum of|as long as", Mod.EQUAL_OR_LESS),
    (
        R.NOW,
        (
            "right now|just now|at the moment|atm|at this moment|at the present time|at present|at this time"
            "|the present time|current date|the present|this moment|this time|the current date|the current time"
            "|the moment"
        ),
        None,
    ),
    (
        R.VAGUE,
        (
            "as soon as possible|in the future|the future|in the near future|the near future|in the coming future"
            "|before long|the foreseeable future"
        ),
        "FUTURE_REF",
    ),
    (
        R.VAGUE,
        ("the recent past|long ago|a long time ago|a while ago|once upon a time|in recent times|at one time"),
        "PAST_REF",
    ),
    (R.VAGUE, "these days", "PRESENT_REF"),
    (R.DATE_TO, "year to date|year-to-date|year - to - date|to date|so far", None),
    (R.FILL, "same period", None),
    (R.OCLOCK, "o'clock|o' clock|o clock", None),
    (R.LATER, "from now|from right now", "NOW"),
    (R.LATER, "from today|after today|from this day", "TODAY"),
    (R.EARLIER, "or later|and later|and after|or after|and onwards|and onward|and thereafter", 2),
    (R.EARLIER, "or earlier|and earlier|and before|or before", -2),
    (R.AMPM, "in the morning|of the morning", "MO"),
    (R.AMPM, "in the afternoon|in afternoon|of the afternoon", "AF"),
    (R.AMPM, "in the evening|in evening|at night|in the night|of the evening", "EV"),
    (R.AMPM, "p m|p . m|p. m", 12),
    (R.AMPM, "a m|a . m|a. m", 0),
    (R.UNIT, "business day|business days|working day|working days|trading day|trading days", (Grain.DAY, -1)),
    (R.WEEKEND, "week end|week - end|week ends", None),
    (R.COMPOUND, "year - end|yearend", (Mod.END, Grain.YEAR)),
    (R.COMPOUND, "month - end|monthend", (Mod.END, Grain.MONTH)),
    (R.COMPOUND, "quarter - end", (Mod.END, Grain.QUARTER)),
    (R.COMPOUND, "midyear|mid - year", (Mod.MID, Grain.YEAR)),
    (R.COMPOUND, "midweek|mid - week", (Mod.MID, Grain.WEEK)),
    (R.COMPOUND, "midmonth|mid - month", (Mod.MID, Grain.MONTH)),
    (R.PART, "at the beginning of|at the start of", Mod.START),
    (R.PART, "at the end of|towards the end of|toward the end of", Mod.END),
    (R.DAYTIME, "mid day|mid - day", "NOON"),
    (R.DAYTIME, "tonight|tonite", "TONIGHT"),
    (R.DAYTIME, "in the middle of the night", "NI"),
    (R.DAYTIME, "mid morning|mid - morning", "MO"),
    (R.DAYTIME, "mid afternoon|mid - afternoon", "AF"),
    (R.RELATIVE, "this past|this last|the just ended|just ended|just past|most recent", -1),
    (R.RELATIVE, "this coming|this upcoming|this next", 1),
    (
        R.RELATIVE,
        ("year ago|year - ago|year earlier|year - earlier|the year - ago|year before|year - before"),
        "YEAR_AGO",
    ),
    (R.QUARTER, "first quarter|1st quarter|1 st quarter", 1),
    (R.REPEATED, "semi - annual|semiannual|semi - annually|semiannually|half - yearly", "P6M"),
    (R.REPEATED, "bi - weekly", "P2W"),
    (R.REPEATED, "day to day|day - to - day|day in day out", "P1D"),
    (R.REPEATED, "year - round", "P1Y"),
    (R.DAY, "the present day|present day|the same day|that day|this day|that same day|this very day|the day", 0),
    (R.DAY, "the next day|next day|the following day|the day after", 1),
    (R.DAY, "the previous day|the day before|the preceding day|a day earlier|the day earlier", -1),
    (R.DAY, "the day before yesterday|day before yesterday", -2),
    (R.DAY, "the day after tomorrow|day after tomorrow", 2),
    (R.DAYTIME, "e o d|eod|cob|close of business", "EOD"),
    (R.FISCAL, "fiscal year|school year|academic year|financial year|tax year", None),
    (R.ZONE, "eastern time|eastern daylight time|eastern standard time", "America/New_York"),
    (R.ZONE, "pacific time", "America/Los_Angeles"),
    (R.ZONE, "greenwich mean time|universal time", 0),
    (R.ZONE, "local time", None),
)

PHRASES: Final[dict[tuple[str, str], tuple[tuple[tuple[str, ...], int, Any], ...]]] = {}


def _collect() -> None:
    runs: dict[tuple[str, str], list[tuple[tuple[str, ...], int, Any]]] = {}

    def add(words: tuple[str, ...], role: int, value: Any) -> None:
        if len(words) == 1:
            WORDS[words[0]] = (role, value)
        else:
            runs.setdefault((words[0], words[1]), []).append((words[2:], role, value))

    for role, phrases, value in _RUNS:
        for phrase in phrases.split("|"):
            add(tuple(phrase.split()), role, value)
    for words, holiday in HOLIDAYS.items():
        add(words, Role.HOLIDAY, holiday)
        if words[0] in ("eid", "id", "d"):
            add((*words[:-1], "-", words[-1]), Role.HOLIDAY, holiday)
    for first, found in runs.items():
        PHRASES[first] = tuple(sorted(found, key=lambda run: -len(run[0])))


_collect()
