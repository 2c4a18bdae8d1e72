"""Times in running text: where each one begins and ends.

A time is a regular expression over the classes of `finding_classes`. Each kind of time is one group of it, which also says
how sure it is that such words are a time. What comes first in the list wins where two kinds begin at the same word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from newsfacts.values.level import Level
from newsfacts.values.quantities.currencies import CURRENCY_SIGNS
from newsfacts.values.quantities.finding_hedges import hedge_end
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, ORDINAL, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.times.finding_classes import classes_of, pattern_of
from newsfacts.values.times.finding_lengths import end_of_weeks, hedge_start, is_unsaid_length, part_start

__all__ = ["TimeWords", "times_in"]


class TimeWords(NamedTuple):
    """The tokens `first` up to, not including, `last` are a time; `kind` names the pattern that they follow."""

    first: int
    last: int
    kind: str
    level: Level


_FRAGMENTS: Final[tuple[tuple[str, str], ...]] = (
    ("$month", "(?:MONTH|SHORT_MONTH DOT?)"),
    ("$weekday", "(?:WEEKDAY|SHORT_WEEKDAY DOT?)"),
    ("$daytime", "(?:DAYTIME|NIGHT)"),
    ("$relative", "(?:THIS? PAST|THIS SAME|[THIS LAST SAME RECENT CURRENT])"),
    ("$ordinal", "(?:DD TH|(?:NUMBER HYPHEN?)? NTH)"),
    ("$day", "(?:DD TH?)"),
    ("$half", "(?:HYPHEN? AND HYPHEN? A HYPHEN? HALF)"),
    (
        "$number",
        "(?:(?:A (?!NUMBER HYPHEN))? NUMBER (?:HYPHEN? (?:AND HYPHEN?)? NUMBER){0,6} (?:$half|(?:OF NUMBER)? OF)?|[DD NN DIGITS YYYY] NUMBER? $half?|A? VAGUE (?:OF|MORE)?)",
    ),
    (
        "$hedge",
        (
            "(?:A LITTLE MORE THAN|JUST? (?:MORE THAN|OVER)|(?<=FOR) OVER|HEDGE|[NO NOT] MORE THAN|AT LEAST"
            "|UP TO|AS (?:MUCH|VAGUE|FULL|LITTLE) AS|A BOUND OF|UPWARDS OF|CLOSE TO)"
        ),
    ),
    ("$unit", "[UNIT UNITS NIGHT]"),
    ("$several", "(?:BETWEEN $number $unit? AND $number|$number (?:(?:TO|OR|HYPHEN) $number)?)"),
    ("$measure", "(?:$several (?:HYPHEN? [FULL MORE])? HYPHEN? $unit (?:HYPHEN FULL)?)"),
    ("$length", "(?:$measure (?:AND? $measure){0,3} $half?)"),
    (
        "$calendarday",
        "(?:(?:EARLY HYPHEN?)? $month (?:$day|$ordinal) (?:HYPHEN $day (?!DD)|[TO AND] $day (?=[DOT COMMA AND IN OF OR]))?)",
    ),
    (
        "$date",
        (
            "(?:$calendarday (?:COMMA? YYYY|OF $relative UNIT)?|BETWEEN $day AND $day OF? $month (?:COMMA? YYYY)?|(?:$day COMMA){1,4} $day [AND OR] $day OF? $month (?:COMMA? YYYY)?|THE? $day (?:[HYPHEN TO AND OR] $day)? OF? $month (?:COMMA? YYYY)?"
            "|THE? $ordinal OF $month (?:COMMA? YYYY)?|(?:EARLY HYPHEN?)? $month (?:HYPHEN $month)? (?:OF|COMMA)? YYYY|$month OF $relative UNIT"
            "|DD HYPHEN $month HYPHEN YYYY)"
        ),
    ),
    ("$ofperiod", "OF (?:FISCAL? YYYY|(?:THE|$relative) FISCAL? UNIT)"),
    ("$ampm", "(?:DOT? AMPM)"),
    (
        "$clock",
        (
            "(?:DD (?:COLON [DD NN])? (?:HYPHEN|TO|AND) DD (?:COLON [DD NN])? $ampm|DD COLON [DD NN] (?:COLON [DD NN])? $ampm?"
            "|[DD NUMBER DIGITS] $ampm|[DD NUMBER] O APOSTROPHE CLOCK|NOON"
            "|[YYYY DIGITS] (?=ZONE)|HALF PAST [NUMBER DD]|UNIT (?:PAST|TO) [NUMBER DD])"
            " (?:ZONE|IN THE DAYTIME|AT NIGHT)?"
        ),
    ),
    ("$dayname", "(?:(?:EARLY HYPHEN?|AGO)? (?:LAST|THIS PAST?|THE SAME|PAST)? $weekday $daytime?)"),
)
_KINDS: Final[tuple[tuple[str, Level | None, str], ...]] = (
    ("age", None, "$hedge? $several (?:HYPHEN? $unit HYPHEN? OLD|$unit OF AGE)"),
    ("turn", Level.SURE, "(?:THE)? TURN OF THE (?:(?:DD TH|NTH) HYPHEN?)? UNIT"),
    (
        "up to a date",
        Level.SURE,
        "THE $several? [UNIT UNITS] (?:TO|(?:ENDING|EDGE) ON?) (?:THE? EDGE OF)? (?:$date|$calendarday|$month (?:COMMA? YYYY)?|$weekday)",
    ),
    ("how often", Level.SURE, "$hedge? (?:OFTEN|$several TIMES) (?:A|EACH|PER) (?:UNIT|NIGHT)"),
    ("iso date", Level.SURE, "YYYY HYPHEN [DD NN] HYPHEN [DD NN] (?!HYPHEN)"),
    ("date with slashes", Level.SURE, "DD SLASH [DD NN] SLASH [YYYY DD NN] (?!SLASH)"),
    (
        "clock time",
        Level.SURE,
        "(?:BETWEEN $clock AND $clock|$clock (?:TO|HYPHEN|UNTIL) $clock|HEDGE? $clock) (?:ON? (?:$dayname|TODAY|$date))?",
    ),
    ("date", Level.SURE, "(?:$dayname COMMA?)? $date (?:COMMA? $clock)?"),
    ("part of a day", Level.SURE, "THE [DAYTIME NIGHT UNIT WEEKEND] OF (?:$date|$calendarday|$dayname|$month)"),
    ("day of a month", Level.SURE, "$weekday COMMA? THE? $ordinal|(?<=ON) THE DD TH (?=[DOT COMMA AND])"),
    ("holiday", Level.LIKELY, "HOLIDAY REST* (?:COMMA? YYYY)?"),
    ("weekday", Level.SURE, "$dayname (?:AT? $clock)?"),
    ("decade", Level.SURE, "(?:THE? EARLY HYPHEN?)? THE? (?:YYYY APOSTROPHE?|APOSTROPHE NN|(?<=THE) NN APOSTROPHE) S (?:AND THE? (?:YYYY|APOSTROPHE? NN) APOSTROPHE? S)?"),
    ("quarter", Level.SURE, "QUARTER DD (?:OF? YYYY)?|YYYY QUARTER DD"),
    ("a year ago", Level.SURE, "(?:THE|ITS)? UNIT HYPHEN AGO (?:UNIT|NIGHT)?"),
    ("edge", Level.SURE, "(?:THE|$relative|YYYY)? UNIT HYPHEN? EDGE (?!HYPHEN|OF)"),
    ("attacks of 2001", Level.SURE, "DD SLASH DD"),
    ("ago", Level.SURE, "$hedge? (?:$length|A [FULL LITTLE]? UNIT $half?|A HALF UNIT|HALF A UNIT|UNITS) (?:AGO|FROM (?:NOW|TODAY))"),
    ("long ago", Level.LIKELY, "A? FULL TIME? AGO|HEDGE TIME AGO"),
    ("a year ago today", Level.SURE, "THIS TIME LAST UNIT"),
    ("next but one", Level.SURE, "THE UNIT (?:BEFORE|FOR) (?:TODAY|LAST)"),
    (
        "ordinal",
        Level.SURE,
        (
            "(?:THE|ITS)? (?:(?:NTH|DD TH) $number? HYPHEN?|(?:LAST|(?<=[THE ITS]) SAME) $number?) FISCAL?"
            " (?:(?:UNIT|UNITS) (?:$ofperiod)?|HALF (?:$ofperiod)|(?<=HYPHEN) HALF)"
        ),
    ),
    (
        "relative",
        Level.SURE,
        (
            "(?:EARLY HYPHEN?|AGO)? (?:THE|ITS)? $relative (?:$several)? [FULL MORE]? FISCAL?"
            " (?:UNIT|UNITS|NIGHT|WEEKEND|DAYTIME|SEASON|$month) $daytime? (?:(?<=SAME UNIT) LAST UNIT)?"
        ),
    ),
    (
        "part",
        Level.SURE,
        "THE? EDGE OF (?:(?:THE|$relative) FISCAL? (?:UNIT|SEASON|WEEKEND)|$month (?:COMMA? YYYY)?|YYYY|THE YYYY S)",
    ),
    ("day", Level.SURE, "(?:EARLY|AGO)? TODAY $daytime?"),
    ("month", Level.SURE, "(?:EARLY HYPHEN?)? $month"),
    ("season", Level.LIKELY, "(?:THE? EARLY HYPHEN?)? THE? SEASON (?:OF? (?:YYYY|APOSTROPHE NN))?"),
    ("named year", Level.SURE, "FISCAL UNIT? YYYY|THE UNIT YYYY"),
    ("length", Level.SURE, "$hedge? (?:THE (?!$several HYPHEN))? $length"),
    ("one", Level.LIKELY, "$hedge? (?:HALF HYPHEN? A UNIT|A HALF HYPHEN? UNIT|A UNIT HYPHEN? UNIT|A [FULL LITTLE]? UNIT $half?)"),
    ("year", Level.SURE, "(?:EARLY HYPHEN?)? YYYY (?:[HYPHEN SLASH] [YYYY DD NN])?"),
    (
        "every",
        Level.SURE,
        (
            "EACH (?:NUMBER|NTH|DD)? (?:UNIT|UNITS|WEEKEND|SEASON|WEEKDAY (?:COMMA WEEKDAY){0,5} (?:COMMA? AND WEEKDAY)?"
            "|DAYTIME|NIGHT)"
        ),
    ),
    ("weekdays", Level.SURE, "WEEKDAYS (?:COMMA WEEKDAYS){0,5} (?:COMMA? AND WEEKDAYS)?"),
    ("wee hours", Level.SURE, "THE WEE UNITS (?:OF $dayname)?"),
    ("short year", Level.LIKELY, "(?<=[IN OF OTHER AS UP NOT MUCH CLOSE BETWEEN]) APOSTROPHE [DD NN] (?!TH)"),
    ("long", Level.LIKELY, "(?:UNIT|UNITS) HYPHEN FULL|LASTING"),
    ("small hours", Level.LIKELY, "THE? EARLY HYPHEN? DAYTIME (?:UNITS)?"),
    ("daytime", Level.GUESS, "THE? DAYTIME"),
    ("now", Level.LIKELY, "RIGHT? NOW|RECENT"),
    ("set", Level.GUESS, "REPEATED"),
    ("reference", Level.GUESS, "THE [FUTURE PAST] (?=[OTHER AS UP NOT DOT COMMA AND FOR])|(?<=AT) [THE THIS] TIME"),
    ("bare", Level.GUESS, "THE [UNIT UNITS NIGHT WEEKEND]|UNITS|WEEKEND"),
)  # fmt: skip


@functools.cache
def _pattern() -> re.Pattern[str]:
    """All kinds of times in one pattern, compiled when it is first needed."""
    fragments: dict[str, str] = {}
    for name, grammar in _FRAGMENTS:
        fragments[name] = _filled(grammar, fragments)
    groups = [f"(?P<k{at}>{pattern_of(_filled(grammar, fragments))})" for at, (_, _, grammar) in enumerate(_KINDS)]
    return re.compile("|".join(groups))


def _filled(grammar: str, fragments: dict[str, str]) -> str:
    return re.sub(r"\$[a-z]+", lambda found: f"(?:{fragments[found[0]]})", grammar)


T = TypeVar("T")


def times_in(tokens: Sequence[Token], read: Callable[[TimeWords], T | None]) -> Iterator[tuple[TimeWords, T]]:
    """The times of running text in order, with what `read` makes of each; they do not overlap.

    Where `read` gives None for words, or they are part of a longer word, the next are looked for from their second word on. `tokens` end with three closing
    tokens.
    """
    letters, pattern = classes_of(tokens), _pattern()
    at = 0
    while (found := pattern.search(letters, at)) is not None:
        words = _words_of(tokens, found)
        if words is None:
            at = found.end()
            continue
        value = None if _is_joined(tokens, words) else read(words)
        if value is not None:
            yield words, value
        at = found.start() + 1 if value is None else max(found.end(), words.last)


def _words_of(tokens: Sequence[Token], found: re.Match[str]) -> TimeWords | None:
    """The words that follow a pattern; None where they are something else, as a whole."""
    first, last = found.span()
    kind, level, _ = _KINDS[int((found.lastgroup or "k0")[1:])]
    if level is None or _is_other(tokens, kind, first, last):
        return None
    if kind == "length" and tokens[first].text == "over" and first and tokens[first - 1].text not in _BEFORE_OVER:
        first += 1  # "$1.5bn over five years": during them
    if tokens[first].text == "up" and (kind == "ago" or (first and tokens[first - 1].text in _BEFORE_UP)):
        first += 2  # "the run-up to two weeks of talks", "up to two years ago he was mayor"
    if kind in ("one", "length", "weekday", "day"):
        end = end_of_weeks(tokens, first, last, is_day=kind in ("weekday", "day"))
        if end > last:
            return TimeWords(first, end, "weeks from a day", Level.SURE)
    if kind in ("one", "length", "ago"):
        first = hedge_start(tokens, part_start(tokens, first), last)
        if is_unsaid_length(tokens, first, last):
            return None
        if kind != "ago":
            last = hedge_end(tokens, last, len(tokens))
    is_than = tokens[first].text in _MORE and tokens[first + 1].text == "than" and kind not in ("length", "one")
    if is_than and _ends_with_number(tokens, first):
        first += 2  # "11% less than | a year ago"
    return TimeWords(first, last, kind, level)


def _is_other(tokens: Sequence[Token], kind: str, first: int, last: int) -> bool:
    """Whether words that look like a time of some kind are none."""
    if kind == "attacks of 2001":
        return (tokens[first].text, tokens[last - 1].text) != ("9", "11")
    if kind == "clock time":
        return first > 0 and _is_lap_or_verse(tokens, first, last)
    if kind == "length":
        return _is_other_than_length(tokens, first, last)
    return (kind == "one" and _is_rate(tokens, first)) or (kind == "weekday" and _is_any(tokens, first, last))


_MORE: Final = frozenset({"more", "less", "fewer"})


def _ends_with_number(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number, with a unit or a noun of one word at most, is right before `end`: "11%", "200", "7 cents", "$3 billion"."""
    return any(
        tokens[at].kind == DIGITS or tokens[at].text in NUMBER_WORDS
        for at in range(max(end - 2, 0), end)
        if at == end - 1 or tokens[end - 1].kind == WORD or tokens[end - 1].text == "%"
    )


_BEFORE_OVER: Final = word_set(
    "for after is are was were be been being of just well took take takes taken taking last lasts lasted lasting spent spend "
    "spends spending waited wait waiting served serve serving worked lived stayed already with by in within until a an the and or"
)
"""Words after which "over five years" is more than five years."""


_BEFORE_UP: Final = word_set(
    "add adds added adding run runs ran running lead leads led leading build builds built building buildup come comes came coming "
    "catch catches caught catching keep keeps kept keeping live lives lived living -"
)
"""Verbs with "up to", which then is not a bound: "it adds up to three days"."""


def _is_lap_or_verse(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "finished in 2:14:58", "John 3:16": digits with colons that name neither a part of the day nor a time zone."""
    before = tokens[first - 1]
    if last == first + 3 and tokens[first + 1].text == ":":
        return before.text in _BOOKS and before.raw[0].isupper()
    lap = last == first + 5 and tokens[first + 1].text == tokens[first + 3].text == ":"
    return lap and before.text in ("in", "of")


_BOOKS: Final = word_set(
    "genesis exodus leviticus deuteronomy psalm psalms proverbs isaiah jeremiah ezekiel daniel matthew mark luke john acts romans "
    "corinthians galatians ephesians hebrews james peter revelation"
)
"""Books of the Bible, whose verses are written as times of day are."""


def _is_other_than_length(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "the Hundred Years' War"; "one day in June", which is some day."""
    after = tokens[last + 1] if tokens[last].text in ("'", "’") else tokens[last]
    if after.raw in ("War", "Wars"):
        return True
    some_day = last == first + 2 and tokens[first].text == "one" and tokens[first + 1].text == "day"
    return some_day and tokens[last].text in ("in", "when", ",")


def _is_any(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "on a Sunday", but "at a Sunday rally"."""
    article = first > 0 and tokens[first - 1].text in ("a", "an")
    return article and (tokens[last].kind != WORD or tokens[last].text in STOP)


MAX_TO_NUMBER: Final = 4
"""How many words before "a day" a number may be that is counted by the day."""


def _is_rate(tokens: Sequence[Token], at: int) -> bool:
    """Whether "a month" says how often a number is meant: "$9.99 a month", "12 cars a day"."""
    if tokens[at].text not in ("a", "an"):
        return False
    for index in range(at - 1, max(at - 1 - MAX_TO_NUMBER, -1), -1):
        token = tokens[index]
        if (
            token.kind == DIGITS
            or token.text in CURRENCY_SIGNS
            or (NUMBER_WORDS.get(token.text, (ORDINAL,))[0] < ORDINAL)
        ):
            return True
        if token.text == "of":
            continue  # "millions of dollars a year"
        if token.kind != WORD or token.text in STOP or token.text.endswith(("ed", "ing")):
            return False
    return False


_MAY_BE_JOINED: Final = frozenset({"year", "iso date", "date", "decade", "weekday", "month", "holiday", "season"})


def _is_joined(tokens: Sequence[Token], words: TimeWords) -> bool:
    """Whether a hyphen makes the words a part of a longer word: "day-to-day", "last-minute"."""
    first, last, kind = words.first, words.last, words.kind
    if kind == "short year" and (not tokens[first + 1].glued or tokens[first].glued):
        return True  # "the miners' 45 hours"
    after = tokens[last]
    if after.raw == "-" and after.glued and tokens[last + 1].glued:
        return kind in ("bare", "one", "relative", "ordinal", "daytime")
    before = tokens[first - 1] if first else None
    if before is not None and before.raw == "/" and before.glued and tokens[first].glued:
        return True  # "example.com/2024/05"
    if before is None or before.raw != "-" or not tokens[first].glued:
        return False
    return kind not in _MAY_BE_JOINED and first > 1 and before.glued
