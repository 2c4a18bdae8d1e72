"""The class of each token of running text, as one letter, for the grammar in `finding`.

A letter says what a word may do in a time, so that a time is a regular expression over letters. Words that are mostly
something else ("may", "march", "second", "fall", "sun") get their letter only next to words that settle it.
"""

from __future__ import annotations

import re
from typing import Final

from newsfacts.values.quantities.currencies import CURRENCY_SIGNS
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import DOZEN, NUMBER_WORDS, ORDINAL, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.years import counts, is_year
from newsfacts.values.times.calendar import MONTH_NAMES, WEEKDAY_NAMES
from newsfacts.values.times.holidays import HOLIDAYS
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
    "FROM": "from",
    "ALL": "all",
    "TIME": "time",
    "LASTING": "hourlong daylong nightlong weeklong monthlong yearlong decadelong",
    "TIMES": "times",
    "OFTEN": "once twice thrice",
    "PER": "per",
}
_SIGNS: Final = {".": "DOT", ",": "COMMA", "-": "HYPHEN", "–": "HYPHEN", ":": "COLON", "/": "SLASH"}
_NAMES: Final = (
    *_WORDS, *dict.fromkeys(_SIGNS.values()), "OTHER", "DD", "NN", "YYYY", "DIGITS", "NUMBER", "NTH", "TH", "S", "MONTH",
    "SHORT_MONTH", "WEEKDAY", "SHORT_WEEKDAY", "WEEKDAYS", "APOSTROPHE", "O", "CLOCK", "ZONE", "HOLIDAY", "REST", "QUARTER",
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
_OFTEN_NAMES: Final = word_set("may march april june august")
_BEFORE_MONTH: Final = word_set(
    "in since by until till before after early late mid last next this of from during through to between every that and "
    "around for earlier later or past with"
)
_BEFORE_NAMED_MONTH: Final = word_set("in since by until before after early late mid last next this during through")
_BEFORE_SEASON: Final = word_set(
    "in this last next the of early late mid every each that since by until during through and or previous following "
    "coming past spring summer winter"
)
_BEFORE_SAME: Final = word_set("the a his her its their our my your this")
_MODALS: Final = word_set("to will would could can may might should must can't won't didn't doesn't shouldn't don't")
"""What makes a verb of "last": "it will last two hours"."""
_BEFORE_EARLY_YEAR: Final = word_set("in year ad since by circa until about around")
_ORDINAL_ENDINGS: Final = word_set("st nd rd th")
_NAMED_DAYS: Final = word_set("times telegraph mirror express mail post herald night live service best")
"""What a weekday names together with, where both are capitalised: "the Sunday Times", "Monday Night Football"."""
_NAMED_BEFORE: Final = word_set("news black cyber ruby bloody super freaky bloody")
_LOWER_ONLY: Final = frozenset({"UNIT", "UNITS", "NIGHT", "DAYTIME", "TODAY", "REPEATED", "FUTURE", "WEEKEND"})
"""Classes whose words are part of a name where a capital letter is not that of a sentence: "USA Today", "Morning Joe"."""
_SENTENCE_ENDS: Final = word_set(". ! ? : ; ” “ \" — – ( ' ‘ * • ''")
_NOT_HOLIDAYS: Final = word_set(
    "boss assumption ascension lent eid valentines corpus super amun great sacrifice month the pi"
)
"""First words of names of holidays that in a running text are mostly something else, unless "day" comes last."""
_PEOPLE: Final = word_set("martin st saint mlk patrick")


def _holidays() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The first word of each name -> the names, longest first."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for name in HOLIDAYS:
        if name[-1] in ("day", "eve") or name[0] not in (_NOT_HOLIDAYS | _PEOPLE):
            names.setdefault(name[0], []).append(name)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in names.items()}


_HOLIDAYS: Final = _holidays()
_NOT_AFTER_HOLIDAY: Final = word_set("island islands parade story carol tree card cards")


def classes_of(tokens: list[Token]) -> str:
    """A letter for each token of `tokens`, which three closing tokens end."""
    names: list[str] = []
    get = _TABLE.get
    for at, token in enumerate(tokens):
        name = get(token.text)
        if name is None:
            names.append(_other(tokens, at) if token.kind else "OTHER")
        elif name in _SETTLED:
            names.append(_settled(tokens, at, name))
        else:
            names.append(name)
    _mark_holidays(tokens, names)
    return "".join([_LETTER[name] for name in names])


_SETTLED: Final = frozenset(
    {"LAST", "MONTH", "SHORT_MONTH", "WEEKDAY", "SHORT_WEEKDAY", "SEASON", "SAME", *_LOWER_ONLY}
)


def _other(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    text = token.text
    if token.kind == DIGITS:
        return _of_digits(tokens, at)
    if token.kind == WORD and text.endswith(("'s", "’s")):
        name = _TABLE.get(text[:-2], "OTHER")
        return _settled(tokens, at, name) if name in _SETTLED else "OTHER"
    touches = at > 0 and tokens[at - 1].end == token.start
    if text == "s" and touches and tokens[at - 1].text.endswith("0"):
        return "S"
    if text in _ORDINAL_ENDINGS and touches and tokens[at - 1].kind == DIGITS:
        return "TH"
    if token.raw in _ZONES:
        return "ZONE"
    if text in ("'", "’", "‘"):
        return "APOSTROPHE"
    following = tokens[at + 1]
    if (
        token.raw in ("Q", "H")
        and following.kind == DIGITS
        and following.start == token.end
        and following.text in "1234"
    ):
        return "QUARTER"
    if text in ("o", "clock"):
        return text.upper()
    return "OTHER"


def _of_digits(tokens: list[Token], at: int) -> str:
    text = tokens[at].text
    if not text.isdigit():
        return "DIGITS"
    if len(text) <= 2:
        return "DD" if int(text) <= 31 else "NN"
    if len(text) == 4 and "1000" <= text <= "2199":
        if text < "1400" and not (at and tokens[at - 1].text in _BEFORE_EARLY_YEAR):
            return "DIGITS"
        if tokens[at + 1].text == "s" and tokens[at + 1].start == tokens[at].end:
            return "YYYY"
        in_money = at > 0 and tokens[at - 1].text in CURRENCY_SIGNS
        if FIRST_LIKELY_YEAR <= text <= LAST_LIKELY_YEAR and not in_money and not _is_count(tokens, at):
            return "YYYY"
        return "YYYY" if is_year(tokens, at) or not (in_money or counts(tokens, at + 1)) else "DIGITS"
    return "DIGITS"


FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR = "1980", "2039"
"""Four digits without a comma between these are years, unless a hedge or what they count says that they are not."""
_HEDGES: Final = word_set(
    "than about around nearly almost roughly approximately some least most over under exactly only"
)
_COUNTED: Final = word_set(
    "people persons men women children soldiers troops members employees workers jobs points votes feet miles metres meters "
    "km kilometers kilometres pounds tons tonnes acres dollars euros yen units shares homes cars vehicles square cubic hours "
    "megawatts calories words pages degrees times per percent"
)


def _is_count(tokens: list[Token], at: int) -> bool:
    """Whether digits that look like a recent year count something after all: "about 2015 cars", "2000 soldiers"."""
    following = tokens[at + 1]
    if following.text in _COUNTED or following.text in CURRENCY_SIGNS or following.text in ("%", "°"):
        return True
    hedged = at > 0 and tokens[at - 1].text in _HEDGES
    return hedged and counts(tokens, at + 1)


def _settled(tokens: list[Token], at: int, name: str) -> str:
    """The class of a word that is often something else, by its neighbours."""
    token = tokens[at]
    before, after = tokens[at - 1] if at else tokens[-1], tokens[at + 1]
    if name in ("MONTH", "SHORT_MONTH"):
        named = token.raw[0].isupper() or (name == "MONTH" and token.text not in ("may", "march", "august"))
        return name if named and _is_month(token, name, before, after) else "OTHER"
    if name in ("WEEKDAY", "SHORT_WEEKDAY"):
        named = token.raw[0].isupper() or name == "WEEKDAY"
        return name if named and _is_weekday(tokens, at, name) else "OTHER"
    if name == "LAST":
        return "OTHER" if before.text in _MODALS else name
    if name == "SAME":
        return name if before.text in _BEFORE_SAME else "OTHER"
    if token.text == "today" and before.text == "usa":
        return "OTHER"
    capital = token.raw[0].isupper() and not token.raw.isupper()
    if name == "SEASON":
        leads = before.text in _BEFORE_SEASON or after.kind == DIGITS
        return "OTHER" if not leads and (capital or token.text in ("spring", "fall")) else name
    if capital and not (_starts_sentence(tokens, at) and not after.raw[:1].isupper()) and after.raw[:1].isalpha():
        return name if name == "TODAY" and before.raw[:1].islower() else "OTHER"
    if capital and before.kind == WORD and before.raw[0].isupper() and name in _LOWER_ONLY:
        return "OTHER" if name in ("TODAY", "REPEATED", "DAYTIME") else name
    if token.text in ("quarter", "quarters"):
        return "OTHER" if _is_fraction(tokens, at) else name
    if (
        token.text == "second"
        and after.text not in ("ago", "later", "earlier")
        and (before.text in _BEFORE_SAME or before.kind != WORD)
    ):
        return "NTH" if after.kind == WORD else name
    return name


def _is_fraction(tokens: list[Token], at: int) -> bool:
    """Whether a quarter is the fourth part: "one-quarter", "a quarter of voters", "three quarters of a mile"."""
    before, after = tokens[at - 1] if at else tokens[-1], tokens[at + 1]
    number = tokens[at - 2] if before.text == "-" and at > 1 else before
    if after.text == "century" or (after.text == "-" and tokens[at + 2].text == "century"):
        return False
    return number.text in ("one", "three", "a") and (before.text == "-" or after.text in ("of", "-"))


def _starts_sentence(tokens: list[Token], at: int) -> bool:
    return not at or tokens[at - 1].text in _SENTENCE_ENDS


def _is_month(token: Token, name: str, before: Token, after: Token) -> bool:
    text = token.text
    if after.kind == DIGITS or before.kind == DIGITS or before.text in _ORDINAL_ENDINGS:
        return True
    if name == "SHORT_MONTH":
        return after.text == "." or before.text in _BEFORE_MONTH
    if text in _OFTEN_NAMES:
        hyphen = before.text == "-" and text not in ("may", "march")
        if (
            after.kind == WORD
            and after.raw[0].isupper()
            and after.text not in STOP
            and before.text not in _BEFORE_NAMED_MONTH
        ):
            return False
        of_name = text != "may" and after.raw[:1].isupper() and before.text not in _BEFORE_MONTH
        return (
            (before.text in _BEFORE_MONTH and not (text == "may" and after.text == "be"))
            or hyphen
            or (text in ("april", "june", "august") and not of_name and before.raw[:1].islower())
        )
    return True


def _is_weekday(tokens: list[Token], at: int, name: str) -> bool:
    before, after = tokens[at - 1] if at else tokens[-1], tokens[at + 1]
    if name == "SHORT_WEEKDAY":
        if after.text != ".":
            return after.text == "," or after.kind == DIGITS
        following = tokens[at + 2]
        return before.text != "the" and (
            following.kind == DIGITS or following.text == "," or following.raw[:1].islower()
        )
    if after.kind == WORD and after.raw[0].isupper() and after.text in _NAMED_DAYS:
        return False
    return not (before.kind == WORD and before.raw[0].isupper() and before.text in _NAMED_BEFORE)


def _mark_holidays(tokens: list[Token], names: list[str]) -> None:
    """The first word of the name of a holiday gets the class HOLIDAY, the others REST."""
    for at, token in enumerate(tokens):
        known = _HOLIDAYS.get(token.text.removesuffix("'s").removesuffix("’s"))
        if known is None or not token.raw[0].isupper():
            continue
        for name in known:
            end = _end_of_name(tokens, at, name)
            if end and tokens[end].text not in _NOT_AFTER_HOLIDAY:
                names[at:end] = ["HOLIDAY"] + ["REST"] * (end - at - 1)
                break


def _end_of_name(tokens: list[Token], at: int, name: tuple[str, ...]) -> int:
    """The index after the words of a name; 0 where they are not there."""
    index = at
    for word in name:
        text = tokens[index].text
        if text != word and text.removesuffix("'s").removesuffix("’s") != word:
            return 0
        index += 1
        if tokens[index].text in ("'", "’") and tokens[index - 1].end == tokens[index].start:
            index += 1
    return index
