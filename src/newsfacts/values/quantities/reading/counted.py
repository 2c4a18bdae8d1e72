"""What stands around a number: the noun it counts, what it is a rate of, the window it is counted in.

Without a parser of English, the counted noun phrase is the run of words after the number up to the first function word,
ending at the first plural noun ("12 police officers | were killed"). Each function returns where it stopped.
"""

from __future__ import annotations

from typing import Final

from newsfacts.values.quantities.quantity import Comparator
from newsfacts.values.quantities.reading.hedges import BEFORE, match_phrase
from newsfacts.values.quantities.reading.measured import measure_at
from newsfacts.values.quantities.reading.number_words import DOZEN, NUMBER_WORDS, TENS, word_set
from newsfacts.values.quantities.reading.numerals import CARDINAL, scan_numeral
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Found, Token
from newsfacts.values.quantities.units import TIME_UNITS

__all__ = [
    "STOP",
    "WINDOW_STARTS",
    "day_of_month",
    "noun_at",
    "rate_at",
    "second_number",
    "window_at",
]

MAX_UNIT_WORDS: Final = 6

STOP: Final = word_set(
    """
    a about above according across after again against ahead all along already also although am among an and
    another any are around as at away back be because become becomes became been before being behind below beneath
    beside besides between beyond both but by can could did do does down due during each either every except few
    fewer for from get gets got had has have having he her here hers him his how however i if in inside into is it
    its itself just less let lower may me might more most much must my near neither no nor not of off on once one
    only onto or other our out outside over own per rather said say says she should since so some such than that
    the their them then there these they this those though through throughout thus till to together too toward
    towards under unless until up upon us versus via was we were what when where whether which while who whom
    whose why will with within without would yet you your higher lower earlier later ago today yesterday tomorrow
    tonight last next past monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december worldwide nationwide overall altogether total
    respectively apiece died killing injuring wounding leaving including involving following using making left
    took went came
    """
)
"""Words that end a counted noun phrase: function words, days, months, and verbs that follow counts in news."""
_FIRST_ALLOWED: Final = frozenset({"one", "other", "more", "own", "march", "left", "total"})
_IRREGULAR: Final = word_set(
    "people men women children police feet teeth mice geese cattle media criteria phenomena data persons"
)
_MONTHS: Final = word_set(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov "
    "november dec december"
)


def _plural(text: str) -> bool:
    return text in _IRREGULAR or (text[-1] == "s" and len(text) > 2 and text[-2] not in "siu")


def noun_at(tokens: list[Token], at: int) -> Found | None:
    """The counted noun phrase that starts at token `at`."""
    words: list[str] = []
    index = at
    seen_plural = False
    while len(words) < MAX_UNIT_WORDS:
        token = tokens[index]
        if token.kind != WORD:
            if (
                token.text in ("-", "&")
                and words
                and tokens[index + 1].kind == WORD
                and tokens[index + 1].start == token.end
                and token.start == tokens[index - 1].end
            ):
                words[-1] += token.raw + tokens[index + 1].raw
                index += 2
                continue
            break
        text = token.text
        if text == "and" and seen_plural and tokens[index + 1].kind == WORD and _plural(tokens[index + 1].text):
            if tokens[index + 1].text in STOP or tokens[index + 1].text in NUMBER_WORDS:
                break
            words += [token.raw, tokens[index + 1].raw]
            index += 2
            continue
        if text in STOP and not (not words and text in _FIRST_ALLOWED):
            break
        if text in NUMBER_WORDS and text not in ("second", "seconds", "quarter", "quarters", "half", "halves", "score"):
            break
        if words and (text.endswith(("ed", "ly")) or (seen_plural and not _plural(text))):
            break
        words.append(token.raw)
        index += 1
        seen_plural = seen_plural or _plural(text)
    return Found(" ".join(words), index) if words else None


_ADVERBS: Final = {
    "daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "hourly": "hour",
    "nightly": "night",
}  # fmt: skip


def rate_at(tokens: list[Token], at: int) -> Found | None:
    """ "per 100,000 people", "a day", "each year", "/hour": what the number is a rate of, digits without separators."""
    token = tokens[at]
    text = token.text
    if text == "per" or (text == "/" and tokens[at + 1].kind == WORD):
        index = at + 1
        head = ""
        numeral = scan_numeral(tokens, index)
        if numeral is not None and numeral.form == CARDINAL and numeral.value.denominator == 1:
            head, index = str(numeral.value), numeral.end
        unit = measure_at(tokens, index) or noun_at(tokens, index)
        if unit is None:
            return Found(head, index) if head else None
        return Found(f"{head} {unit.text}".strip(), unit.end)
    if text in ("a", "an", "each", "every"):
        unit = measure_at(tokens, at + 1)
        if unit is not None:
            return unit
        if text in ("a", "an") and tokens[at + 1].text in (
            "person",
            "head",
            "share",
            "barrel",
            "game",
            "piece",
            "night",
        ):
            return Found(tokens[at + 1].raw, at + 2)
    elif text in _ADVERBS:
        return Found(_ADVERBS[text], at + 1)
    return None


WINDOW_STARTS: Final = frozenset({"in", "within", "over", "during"})


def window_at(tokens: list[Token], at: int) -> Found | None:
    """ "in two months", "over the past decade": an ISO 8601 duration, with the sign of a hedge before it."""
    if tokens[at].text not in WINDOW_STARTS:
        return None
    index = at + 1
    if tokens[index].text == "the":
        index += 1
    rolling = tokens[index].text in ("past", "last", "previous", "preceding")
    if rolling:
        index += 1
    sign = ""
    hedge = match_phrase(BEFORE, tokens, index)
    if hedge is not None:
        comparator, index = hedge
        sign = "" if comparator in (Comparator.EXACTLY, Comparator.PLAIN) else str(comparator)
    elif tokens[index].text in ("just", "only", "barely"):
        index += 1
    numeral = scan_numeral(tokens, index)
    if numeral is not None and numeral.form == CARDINAL:
        count, index = numeral.value, numeral.end
        if tokens[index].text == "-":
            index += 1
    elif tokens[index].text in ("a", "an"):
        count, index = 1, index + 1
    elif rolling:
        count = 1
    else:
        return None
    unit = tokens[index].text
    iso = TIME_UNITS.get(unit) or (TIME_UNITS.get(unit[:-1]) if unit.endswith("s") else None)
    if iso is None and unit == "centuries":
        iso = "100Y"
    if iso is None or count.denominator != 1 or count < 1:
        return None
    date, letter = ("T" if iso[0] == "T" else ""), iso[-1]
    size = int(iso.lstrip("T")[:-1])
    return Found(f"{sign}P{date}{int(count) * size}{letter}", index + 1)


def second_number(tokens: list[Token], at: int) -> Token | None:
    """The first token from `at` on that states another number; days, years, names and clauses in brackets do not."""
    index = at
    last = len(tokens) - 3
    while index < last:
        token = tokens[index]
        if token.kind == DIGITS:
            if not _is_date_or_name(tokens, index):
                return token
        elif token.kind == WORD:
            entry = NUMBER_WORDS.get(token.text)
            if (
                entry is not None
                and (entry[0] <= TENS or entry[0] == DOZEN)
                and token.text not in ("one", "oh", "score")
            ):
                return token
        index += 1
    return None


_BEFORE_YEAR: Final = word_set("in since by of from before after during until for around circa late early mid")


def day_of_month(tokens: list[Token], at: int) -> bool:
    """Whether the digits at `at` are the day after a month: "June 4", "Sept. 11"."""
    if not at or len(tokens[at].text) > 2 or not tokens[at].text.isdigit():
        return False
    before = tokens[at - 2] if tokens[at - 1].text == "." and at > 1 else tokens[at - 1]
    return before.text in _MONTHS and before.raw[0].isupper()


def _is_date_or_name(tokens: list[Token], at: int) -> bool:
    """A year after its preposition, a day beside its month, or digits that end a name ("COVID-19", "Q3")."""
    token = tokens[at]
    previous = tokens[at - 1] if at else None
    if previous is not None and previous.end == token.start:
        if previous.kind == WORD:
            return True
        if previous.text == "-" and at > 1 and tokens[at - 2].kind == WORD and tokens[at - 2].end == previous.start:
            return True
    digits = token.text
    if digits.isdigit() and len(digits) <= 2:
        return day_of_month(tokens, at) or tokens[at + 1].text in _MONTHS
    if digits.isdigit() and len(digits) == 4 and "1000" <= digits <= "2199" and previous is not None:
        return previous.text in _BEFORE_YEAR or previous.text in _MONTHS or previous.text == ","
    return False
