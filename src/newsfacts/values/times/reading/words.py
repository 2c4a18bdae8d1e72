"""The words of dates and periods: one flat table from a lower-case word, or a run of words, to its role and its value.

Roles are small integers, because the reader looks at one for each token.
"""

from __future__ import annotations

from typing import Any, Final

from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, ORDINAL, ORDINAL_MAGNITUDE
from newsfacts.values.times.calendar import MONTH_NAMES, WEEKDAY_NAMES
from newsfacts.values.times.grain import Grain, Mod
from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.terms import Hedge, Side
from newsfacts.values.times.zones import FIXED_ZONES, NAMED_ZONES

__all__ = ["WORDS"]

R = word_roles


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
    (R.RELATIVE, "last past latest", -1),
    (R.RELATIVE, "this current present ongoing", 0),
    (R.RELATIVE, "next coming upcoming", 1),
    (R.THAT, "previous preceding prior", -1),
    (R.THAT, "that same", 0),
    (R.THAT, "following ensuing subsequent", 1),
    (R.THEN, "then", None),
    (R.INTO, "into", None),
    (R.NTH, "latter", 2),
    (R.NTH, "final closing waning", -1),
    (R.NTH, "opening", 1),
    (R.NTH, "penultimate", -2),
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
    (R.DAYTIME, "overnight", "OVERNIGHT"),
    (R.DAYTIME, "daytime", "DT"),
    (R.CARDINAL, "tens", 10),
    (R.AMPM, "am", 0),
    (R.AMPM, "pm", 12),
    (R.FILL, "of . ( ) [ ] , ; dated exactly precisely sharp maybe say date local usually nt period either", None),
    (R.FILL, "during over throughout around-the-clock st nd rd th", None),
    (R.ON, "on at @", None),
    (R.ARTICLE, "a an", 1),
    (R.ARTICLE, "the its his her their our", None),
    (R.HEDGE, "about around approximately roughly circa ca c some approx ~ ≈ probably perhaps", Hedge.ABOUT),
    (R.HEDGE, "nearly almost", Hedge.NEARLY),
    (R.HEDGE, "over", Hedge.MORE),
    (R.HEDGE, "under", Hedge.LESS),
    (R.HEDGE_AFTER, "ish approximately roughly", Hedge.ABOUT),
    (R.SIDE, "since", Side.SINCE),
    (R.SIDE, "until till til untill", Side.UNTIL),
    (R.SIDE, "by", Side.BY),
    (R.SIDE, "pre", Side.BEFORE),
    (R.SIDE, "after post beyond", Side.AFTER),
    (R.SIDE, "before prior", Side.BEFORE),
    (R.SIDE, "starting effective", Side.AS_SOON_AS),
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
    (R.AGO, "ago back", None),
    (R.AGO, "earlier before", None),
    (R.LATER, "later hence", None),
    (R.LATER, "afterwards afterward", "THEN"),
    (R.EVERY, "every", "EVERY"),
    (R.EVERY, "each", "EACH"),
    (R.TIMES, "once", 1),
    (R.TIMES, "twice", 2),
    (R.TIMES, "thrice", 3),
    (R.REPEATED, "hourly", "PT1H"),
    (R.REPEATED, "daily nightly", "P1D"),
    (R.REPEATED, "weekly", "P1W"),
    (R.REPEATED, "fortnightly", "P2W"),
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
            " sometimes flat strong weak record tough slow solid robust disappointing busy rough barely merely fully scarcely"
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
WORDS["prior"] = (R.THAT, -1)
for _words, _decade in (("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60),
                        ("seventies", 70), ("eighties", 80), ("nineties", 90)):  # fmt: skip
    WORDS[_words] = (R.DECADE, _decade)
for _word, _offset in FIXED_ZONES.items():
    WORDS.setdefault(_word, (R.ZONE, _offset))
for _word, _name in NAMED_ZONES.items():
    WORDS.setdefault(_word, (R.ZONE, _name))
WORDS["met"] = WORDS["west"] = WORDS["eat"] = WORDS["cat"] = WORDS["wat"] = (R.UNKNOWN, None)
