"""Words of times that are often something else, settled by their neighbours, for `finding_classes`.

"May" the month and the verb, "March" and a march, "Sunday" and the Sunday Times, "second" the unit and the next after the
first, a quarter of a year and of anything, "last" week and to last, "Today" and USA Today.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import MAGNITUDE, NUMBER_WORDS, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, SIGN, WORD, Token
from newsfacts.values.quantities.units import TIME_UNITS

__all__ = ["DOUBTFUL", "settled"]

_OFTEN_NAMES: Final = word_set("may march april june august")
_NEVER_SMALL: Final = word_set("may march august")
"""What with a small letter is another word."""
_BEFORE_NAMED_MONTH: Final = word_set("in since by until before after early late mid last next this during through")
_BEFORE_MONTH: Final = _BEFORE_NAMED_MONTH | word_set(
    "till of from to between every that and around for earlier later or past with"
)
_BEFORE_SEASON: Final = word_set(
    "in this last next the of early late mid every each that since by until during through and or previous following "
    "coming past spring summer winter"
)
_BEFORE_SAME: Final = word_set("the a his her its their our my your this")
_MODALS: Final = word_set("to will would could can may might should must can't won't didn't doesn't shouldn't don't")
"""What makes a verb of "last": "it will last two hours"."""
_ORDINAL_ENDINGS: Final = word_set("st nd rd th")
_NAMED_DAYS: Final = word_set("times telegraph mirror express mail post herald night live service best")
"""What a weekday names together with, where both are capitalised: "the Sunday Times", "Monday Night Football"."""
_NAMED_BEFORE: Final = word_set("news black cyber ruby bloody super freaky")
_SENTENCE_ENDS: Final = word_set(". ! ? : ; ” “ \" — – ( ' ‘ * • ''")
_AFTER_SECOND: Final = word_set("ago later earlier")


class _Place:
    """A token and its neighbours."""

    __slots__ = ("after", "at", "before", "in_title", "name", "raw", "text", "tokens")

    def __init__(self, tokens: Sequence[Token], at: int, name: str, in_title: bool) -> None:
        self.tokens, self.at, self.name, self.in_title = tokens, at, name, in_title
        self.text, self.raw = tokens[at].text, tokens[at].raw
        self.before: Token = tokens[at - 1] if at else tokens[-1]
        self.after: Token = tokens[at + 1]


def settled(tokens: Sequence[Token], at: int, name: str, in_title: bool) -> str:
    """The class of the word at `at`, which may be `name`: that, another one, or OTHER."""
    place = _Place(tokens, at, name, in_title)
    if place.text == "quarter" and _is_more_of_unit(place):
        return "HALF"
    return name if DOUBTFUL[name](place) else "NTH" if _is_ordinal(place) else "OTHER"


def _is_more_of_unit(place: _Place) -> bool:
    """Whether a quarter is one of the unit before it, as a half would be: "an hour and a quarter"."""
    tokens, at = place.tokens, place.at
    if at < 3 or [token.text for token in tokens[at - 2 : at]] != ["and", "a"] or place.after.text in ("of", "a", "an"):
        return False
    unit = tokens[at - 3].text
    return unit in TIME_UNITS or (unit[-1:] == "s" and unit[:-1] in TIME_UNITS)


def _is_month(place: _Place) -> bool:
    before, after, text = place.before, place.after, place.text
    if not place.raw[0].isupper() and (place.name == "SHORT_MONTH" or text in _NEVER_SMALL):
        return False
    if after.kind == DIGITS or before.kind == DIGITS or before.text in _ORDINAL_ENDINGS:
        return True
    if place.name == "SHORT_MONTH":
        return after.text == "." or before.text in _BEFORE_MONTH
    if text not in _OFTEN_NAMES:
        return True
    names = after.kind == WORD and after.raw[0].isupper() and after.text not in STOP
    if names and before.text not in _BEFORE_NAMED_MONTH:
        return False  # "and August Wilson"
    if before.text in _BEFORE_MONTH:
        return not (text == "may" and after.text == "be")
    if text in ("may", "march"):
        return False
    return before.text == "-" or before.raw[:1].islower()


def _is_weekday(place: _Place) -> bool:
    before, after = place.before, place.after
    if place.name == "SHORT_WEEKDAY":
        if not place.raw[0].isupper():
            return False
        if after.text != ".":
            return after.text == "," or after.kind == DIGITS
        following = place.tokens[place.at + 2]
        goes_on = following.kind == DIGITS or following.text == "," or following.raw[:1].islower()
        return goes_on and before.text != "the"  # not "the Sun."
    if after.kind == WORD and after.raw[0].isupper() and after.text in _NAMED_DAYS:
        return False
    return not (before.kind == WORD and before.raw[0].isupper() and before.text in _NAMED_BEFORE)


def _is_season(place: _Place) -> bool:
    if place.before.text in _BEFORE_SEASON or (place.after.kind == DIGITS and len(place.after.text) == 4):
        return True
    if place.text in ("spring", "fall"):
        return False
    starts = not place.at or place.before.text in _SENTENCE_ENDS
    return not place.raw[0].isupper() or (starts and place.after.raw[:1].islower())


def _is_last(place: _Place) -> bool:
    return place.before.text not in _MODALS


def _is_same(place: _Place) -> bool:
    return place.before.text in _BEFORE_SAME


def _is_plain(place: _Place) -> bool:
    """Whether a word that is part of many names is not part of one."""
    return place.in_title or not _is_in_name(place)


def _is_today(place: _Place) -> bool:
    return place.before.text != "usa" and _is_plain(place)


def _is_unit(place: _Place) -> bool:
    if place.text in ("quarter", "quarters") and _is_fraction(place):
        return False
    return _is_plain(place) and not _is_ordinal(place)


def _is_in_name(place: _Place) -> bool:
    """Whether a capital letter makes the word part of a name: "Morning Joe", "the Daily Beast", "21st Century Fox"."""
    if not place.raw[0].isupper() or place.raw.isupper():
        return False
    before, after = place.before, place.after
    starts = not place.at or before.text in _SENTENCE_ENDS
    if after.raw[:1].isalpha() and not (starts and after.raw[0].islower()):
        return not (place.name == "TODAY" and before.raw[:1].islower())
    named = before.kind == WORD and before.raw[0].isupper()
    return named and place.name in ("TODAY", "REPEATED", "DAYTIME")


def _is_fraction(place: _Place) -> bool:
    """Whether a quarter is the fourth part: "one-quarter", "a quarter of voters", "three quarters of a mile"."""
    before, after, at = place.before, place.after, place.at
    number = place.tokens[at - 2] if before.text == "-" and at > 1 else before
    if after.text == "century" or (after.text == "-" and place.tokens[at + 2].text == "century"):
        return False
    return number.text in ("one", "three", "a") and (before.text == "-" or after.text in ("of", "-"))


def _is_ordinal(place: _Place) -> bool:
    """Whether "second" is the one after the first: "the second man", as against "a second later"."""
    if place.text != "second" or place.after.text in _AFTER_SECOND:
        return False
    if place.after.text == "-" and place.tokens[place.at + 2].kind == WORD and place.before.text != "-":
        return True  # "second-term senators"
    if place.after.kind != WORD:
        return False
    if NUMBER_WORDS.get(place.before.text, (0,))[0] == MAGNITUDE:
        return True  # "the $5 million second round"
    return place.before.text in _BEFORE_SAME or (place.before.kind == SIGN and place.before.text != "-")


DOUBTFUL: Final[dict[str, Callable[[_Place], bool]]] = {
    "MONTH": _is_month,
    "SHORT_MONTH": _is_month,
    "WEEKDAY": _is_weekday,
    "SHORT_WEEKDAY": _is_weekday,
    "SEASON": _is_season,
    "LAST": _is_last,
    "SAME": _is_same,
    "UNIT": _is_unit,
    "UNITS": _is_unit,
    "NIGHT": _is_plain,
    "DAYTIME": _is_plain,
    "TODAY": _is_today,
    "REPEATED": _is_plain,
    "FUTURE": _is_plain,
    "WEEKEND": _is_plain,
}
"""A class -> whether a word that may have it has it."""
