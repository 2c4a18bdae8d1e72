"""The class of each token of running text, as one letter, for the grammar in `finding`.

A letter says what a word may do in a time, so that a time is a regular expression over letters. Words that are mostly
something else ("may", "march", "second", "fall", "sun") get their letter only next to words that settle it; see
`finding_doubtful`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.finding_names import is_title
from newsfacts.values.quantities.reading.number_words import DOZEN, NUMBER_WORDS, ORDINAL, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.times.calendar import MONTH_NAMES, WEEKDAY_NAMES
from newsfacts.values.times.finding_digits import of_digits
from newsfacts.values.times.finding_doubtful import DOUBTFUL, settled
from newsfacts.values.times.finding_holidays import mark_holidays
from newsfacts.values.times.zones import FIXED_ZONES

__all__ = ["classes_of", "pattern_of"]

_WORDS: Final[dict[str, str]] = {
    "UNIT": "second minute hour day week month quarter year decade century millennium fortnight semester season min hr yr",
    "UNITS": "seconds minutes hours days weeks months quarters years decades centuries millennia fortnights nights mins hrs yrs",
    "NIGHT": "night",
    "WEEKEND": "weekend weekends",
    "THIS": "this that",
    "LAST": "last next",
    "SAME": "coming previous preceding following same upcoming latest prior ensuing final closing opening waning",
    "PAST": "past",
    "RECENT": "recent",
    "CURRENT": "current",
    "EARLY": "early late mid",
    "EDGE": "beginning start end middle rest remainder",
    "DAYTIME": "morning afternoon evening overnight dawn dusk lunchtime",
    "NOON": "noon midday midnight",
    "HOURS": "mornings afternoons evenings",
    "TODAY": "yesterday today tomorrow tonight",
    "AMPM": "am pm",
    "THE": "the",
    "ITS": "his her its their our my your",
    "A": "a an",
    "AGO": "ago earlier later hence",
    "HEDGE": "about around approximately roughly nearly almost some",
    "NO": "no",
    "OVER": "over under",
    "MORE": "more less fewer longer",
    "THAN": "than",
    "AT": "at",
    "LEAST": "least most",
    "VAGUE": "several few couple many",
    "SEASON": "spring summer autumn winter fall",
    "FISCAL": "fiscal financial school academic calendar",
    "OF": "of",
    "AND": "and",
    "OR": "or",
    "TO": "to",
    "NOW": "now currently recently lately nowadays",
    "RIGHT": "right",
    "FULL": "consecutive straight full additional whole long solid successive other further short business trading working",
    "EACH": "every each",
    "HALF": "half",
    "REPEATED": "daily weekly monthly quarterly annual annually yearly hourly nightly biweekly biennial",
    "ON": "on",
    "IN": "in",
    "FOR": "for after",
    "JUST": "just",
    "LITTLE": "little bit",
    "FUTURE": "future",
    "OLD": "old olds",
    "AGE": "age",
    "BEFORE": "before",
    "BETWEEN": "between",
    "UNTIL": "until till",
    "TURN": "turn",
    "ENDING": "ending ended commencing",
    "FROM": "from",
    "ALL": "all",
    "TIME": "time",
    "WEE": "wee small predawn",
    "WEEKDAYS": "weekdays weeknights",
    "LASTING": "hourlong daylong nightlong weeklong monthlong yearlong decadelong",
    "TIMES": "times",
    "OFTEN": "once twice thrice",
    "PER": "per",
    "UP": "up",
    "AS": "as",
    "MUCH": "much",
    "BOUND": "maximum minimum",
    "UPWARDS": "upward upwards",
    "CLOSE": "close",
    "NOT": "not",
}
_SIGNS: Final = {".": "DOT", ",": "COMMA", "-": "HYPHEN", "–": "HYPHEN", ":": "COLON", "/": "SLASH"}
_NAMES: Final = (
    *_WORDS, *dict.fromkeys(_SIGNS.values()), "OTHER", "DD", "NN", "YYYY", "DIGITS", "NUMBER", "NTH", "TH", "S", "MONTH",
    "SHORT_MONTH", "WEEKDAY", "SHORT_WEEKDAY", "APOSTROPHE", "O", "CLOCK", "ZONE", "HOLIDAY", "REST", "QUARTER",
)  # fmt: skip
_LETTER: Final = {name: chr(ord("A") + at) if at < 26 else chr(0xC0 + at) for at, name in enumerate(_NAMES)}
_NAME: Final = re.compile(r"[A-Z][A-Z_]*")


def pattern_of(grammar: str) -> str:
    """A regular expression over letters, for one over the names of classes with spaces between them: "THE? UNIT"."""
    return _NAME.sub(lambda found: _LETTER[found[0]], grammar).replace(" ", "")


def _table() -> dict[str, str]:
    table = {word: name for name, words in _WORDS.items() for word in words.split()}
    for word, (role, _) in NUMBER_WORDS.items():
        if role <= DOZEN:
            table.setdefault(word, "NUMBER")
        elif role == ORDINAL:
            table.setdefault(word, "NTH")
    for name in MONTH_NAMES[1:]:
        table[name[:3].lower()] = "SHORT_MONTH"
    for name in MONTH_NAMES[1:]:
        table[name.lower()] = "MONTH"
    for name in WEEKDAY_NAMES:
        table[name.lower()], table[name[:3].lower()], table[name.lower() + "s"] = "WEEKDAY", "SHORT_WEEKDAY", "WEEKDAYS"
    table.update(dict.fromkeys(("tues", "weds", "thur", "thurs"), "SHORT_WEEKDAY"), sept="SHORT_MONTH")
    return table | _SIGNS


_TABLE: Final = _table()
_ZONES: Final = frozenset(
    name.upper() for name in (*FIXED_ZONES, "et", "ct", "mt", "pt") if name not in ("west", "met", "cat", "eat", "wat")
)
_ORDINAL_ENDINGS: Final = word_set("st nd rd th")


def classes_of(tokens: Sequence[Token]) -> str:
    """A letter for each token of `tokens`, which three closing tokens end."""
    names: list[str] = []
    get = _TABLE.get
    in_title = is_title(tokens)
    for at, token in enumerate(tokens):
        name = get(token.text)
        if name is None:
            names.append(_other(tokens, at, in_title) if token.kind else "OTHER")
        elif name in DOUBTFUL:
            names.append(settled(tokens, at, name, in_title))
        else:
            names.append(name)
    mark_holidays(tokens, names)
    return "".join([_LETTER[name] for name in names])


def _other(tokens: Sequence[Token], at: int, in_title: bool) -> str:
    token = tokens[at]
    text = token.text
    if token.kind == DIGITS:
        return of_digits(tokens, at)
    if token.kind == WORD and text.endswith(("'s", "’s")):
        name = _TABLE.get(text[:-2], "OTHER")
        return settled(tokens, at, name, in_title) if name in DOUBTFUL else "OTHER"
    touches = at > 0 and token.glued
    if text == "s" and touches and tokens[at - 1].text.endswith("0"):
        return "S"
    if text in _ORDINAL_ENDINGS and touches and tokens[at - 1].kind == DIGITS:
        return "TH"
    if token.raw in _ZONES:
        return "ZONE"
    if text in ("'", "’", "‘"):
        return "APOSTROPHE"
    following = tokens[at + 1]
    if token.raw in ("Q", "H") and following.text in ("1", "2", "3", "4") and following.glued:
        return "QUARTER"
    if text in ("o", "clock"):
        return text.upper()
    return "OTHER"
