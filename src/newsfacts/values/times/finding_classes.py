"""The class of each token of running text, as one letter, for the grammar in `finding`.

A letter says what a word may do in a time, so that a time is a regular expression over letters. Words that are
mostly something else ("may", "march", "second", "fall", "sun") get their letter only next to words that settle it.
"""

from __future__ import annotations

from typing import Final

from newsfacts.values.quantities.currencies import CURRENCY_SIGNS
from newsfacts.values.quantities.reading.number_words import DOZEN, NUMBER_WORDS, ORDINAL, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.years import counts, is_year
from newsfacts.values.times.calendar import MONTH_NAMES, WEEKDAY_NAMES
from newsfacts.values.times.holidays import HOLIDAYS
from newsfacts.values.times.zones import FIXED_ZONES

__all__ = ["classes_of"]

OTHER: Final = " "

_LETTERS: Final[tuple[tuple[str, str], ...]] = (
    ("u", "second minute hour day week month quarter year decade century millennium fortnight night semester season"),
    (
        "v",
        "seconds minutes hours days weeks months quarters years decades centuries millennia fortnights nights mins hrs yrs",
    ),
    ("e", "weekend weekends"),
    ("r", "last past next this coming previous preceding following same that upcoming current recent latest prior ensuing"),
    ("p", "early late mid"),
    ("b", "beginning start end middle rest remainder"),
    ("t", "morning afternoon evening noon midday midnight overnight dawn dusk lunchtime"),
    ("T", "mornings afternoons evenings"),
    ("y", "yesterday today tomorrow tonight"),
    ("a", "am pm"),
    ("l", "the"),
    ("i", "a an"),
    ("g", "ago earlier later hence"),
    ("h", "about around approximately roughly nearly almost over some under"),
    ("m", "more less fewer longer"),
    (">", "than"),
    ("@", "at"),
    ("!", "least most"),
    ("q", "several few couple many"),
    ("s", "spring summer autumn winter fall"),
    ("f", "fiscal financial school academic calendar business trading working"),
    ("o", "of"),
    ("&", "and"),
    ("~", "to through until"),
    ("c", "now currently recently lately nowadays recent"),
    ("j", "consecutive straight full more additional whole long solid successive other long further good odd extra"),
    ("E", "every each"),
    ("H", "half"),
    ("S", "daily weekly monthly quarterly annual annually yearly hourly nightly biweekly biennial"),
    ("O", "final opening closing"),
    ("n", "on"),
    ("L", "long"),
    ("J", "just"),
    ("F", "for"),
    ("Y", "future"),
)  # fmt: skip


def _table() -> dict[str, str]:
    table = {word: letter for letter, words in _LETTERS for word in words.split()}
    for word, (role, _) in NUMBER_WORDS.items():
        if role <= DOZEN:
            table.setdefault(word, "N")
        elif role == ORDINAL:
            table.setdefault(word, "O")
    for name in MONTH_NAMES[1:]:
        table[name.lower()] = table[name[:3].lower()] = "M"
    table["sept"] = "M"
    for name in WEEKDAY_NAMES:
        table[name.lower()] = table[name[:3].lower()] = "W"
        table[name.lower() + "s"] = "w"
    for word in ("tues", "weds", "thur", "thurs"):
        table[word] = "W"
    for sign in ".,-:/":
        table[sign] = sign
    table["–"] = "-"
    table["second"], table["seconds"] = "u", "v"
    return table


_TABLE: Final = _table()
_ZONES: Final = frozenset(
    name.upper() for name in (*FIXED_ZONES, "et", "ct", "mt", "pt") if name not in ("west", "met", "cat", "eat", "wat")
)
_PROPER: Final = frozenset("MW")
"""Classes whose words count only with a capital letter."""
_OFTEN_NAMES: Final = frozenset({"may", "march", "mar", "dec", "jan", "april", "june", "august"})
_ABBREVIATIONS: Final = frozenset(
    word[:3].lower() for word in (*MONTH_NAMES[1:], *WEEKDAY_NAMES) if word != "May"
) | {"sept", "tues", "weds", "thur", "thurs"}  # fmt: skip
_BEFORE_MONTH: Final = word_set(
    "in since by until till before after early late mid last next this of from during through to between every that and "
    "around for"
)
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_SEASON_LEADS: Final = word_set(
    "in this last next the of early late mid every each that since by until during through and or previous following "
    "coming past spring summer winter"
)
_HOLIDAYS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {}
_NOT_HOLIDAYS: Final = frozenset({"boss", "assumption", "ascension", "lent", "eid", "valentines"})
for _name in HOLIDAYS:
    if _name[0] not in ("the", "month") and not (len(_name) == 1 and _name[0] in _NOT_HOLIDAYS):
        _HOLIDAYS[_name[0]] = (*_HOLIDAYS.get(_name[0], ()), _name)
for _first, _names in list(_HOLIDAYS.items()):
    _HOLIDAYS[_first] = tuple(sorted(_names, key=len, reverse=True))


def classes_of(tokens: list[Token]) -> str:
    """A letter for each token of `tokens`, which three closing tokens end."""
    letters: list[str] = []
    table = _TABLE
    get = table.get
    for at, token in enumerate(tokens):
        text = token.text
        letter = get(text)
        if letter is None:
            letters.append(_other(tokens, at) if token.kind else OTHER)
        elif letter in _SETTLED:
            letters.append(_settled(tokens, at, letter))
        else:
            letters.append(letter)
    _mark_holidays(tokens, letters)
    return "".join(letters)


_SETTLED: Final = frozenset("MWusyOaLSi")


def _other(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    if token.kind == DIGITS:
        return _of_digits(tokens, at)
    text = token.text
    if token.kind == WORD and text.endswith(("'s", "’s")):
        letter = _TABLE.get(text[:-2], OTHER)
        return _settled(tokens, at, letter) if letter in "MWuyte" else OTHER
    if text == "s" and at and tokens[at - 1].end == token.start and tokens[at - 1].text.endswith("0"):
        return "x"
    if text in _ORDINAL_ENDINGS and at and tokens[at - 1].kind == DIGITS and tokens[at - 1].end == token.start:
        return "X"
    if token.raw in _ZONES:
        return "z"
    if text in ("'", "’", "‘"):
        return "'"
    if text == "o" and tokens[at + 1].text in ("'", "’") and tokens[at + 2].text == "clock":
        return "C"
    if text == "clock":
        return "K"
    return OTHER


def _of_digits(tokens: list[Token], at: int) -> str:
    text = tokens[at].text
    if len(text) <= 2 and text.isdigit():
        return "d" if int(text) <= 31 else "2"
    if len(text) == 4 and text.isdigit() and "1000" <= text <= "2199":
        return "D" if is_year(tokens, at) or not (counts(tokens, at + 1) or _after_sign(tokens, at)) else "#"
    return "#"


def _after_sign(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].text in CURRENCY_SIGNS


def _settled(tokens: list[Token], at: int, letter: str) -> str:
    token = tokens[at]
    before, after = tokens[at - 1] if at else tokens[-1], tokens[at + 1]
    if letter == "M":
        if not (token.raw[0].isupper() and _is_month(token, before, after)):
            return OTHER
        return "G" if token.text in _ABBREVIATIONS else letter
    if letter == "W":
        if not token.raw[0].isupper():
            return OTHER
        if token.text in _ABBREVIATIONS and after.text not in (".", ",") and after.kind != DIGITS:
            return OTHER
        return "V" if token.text in _ABBREVIATIONS else letter
    if letter == "s":
        if token.text in ("spring", "fall") and before.text not in _SEASON_LEADS and after.kind != DIGITS:
            return OTHER
        return letter if token.raw[0].islower() or before.text in _SEASON_LEADS or after.kind == DIGITS else OTHER
    if token.text == "second" and (before.text in ("the", "a", "his", "her", "its", "their") or before.kind != WORD):
        return "O" if after.kind == WORD else letter
    return letter


def _is_month(token: Token, before: Token, after: Token) -> bool:
    text = token.text
    if after.kind == DIGITS or before.kind == DIGITS or before.text in _ORDINAL_ENDINGS:
        return True
    if text in _ABBREVIATIONS and text != "may":
        return after.text == "." or before.text in _BEFORE_MONTH
    if text in _OFTEN_NAMES:
        return before.text in _BEFORE_MONTH or (before.text == "-" and text not in ("may", "march"))
    return True


def _mark_holidays(tokens: list[Token], letters: list[str]) -> None:
    """The first word of a holiday's name becomes "B", the others become "&" followed by nothing else: "D"."""
    for at, token in enumerate(tokens):
        names = _HOLIDAYS.get(token.text.removesuffix("'s").removesuffix("’s"))
        if names is None or not token.raw[0].isupper():
            continue
        for name in names:
            end = _end_of_name(tokens, at, name)
            if end:
                letters[at:end] = ["B"] + ["="] * (end - at - 1)
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
