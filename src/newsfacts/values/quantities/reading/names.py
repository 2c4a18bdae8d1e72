"""Digits that state no quantity of their own: dates, times of day, names such as "COVID-19" and "Flight 370"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from newsfacts.patterns import lazy_pattern
from newsfacts.values.quantities.currencies import CURRENCY_CODES, CURRENCY_NAMES, CURRENCY_SIGNS
from newsfacts.values.quantities.reading.hedges import BEFORE, CHANGE_WORDS
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import DOZEN, NUMBER_WORDS, TENS, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, SIGN, WORD, Token
from newsfacts.values.quantities.reading.years import counts, is_date, is_day_or_year, is_year

__all__ = ["AIRLINER_WORDS", "Skipped", "is_label", "names_place_or_group", "not_a_quantity", "second_number"]

_LABELS: Final = word_set(
    "nº n° flight route highway interstate chapter section article title formula model category level phase page pages room "
    "apollo no nos number channel type grade class tier resolution proposition prop amendment psalm verse version stage "
    "episode season precinct ward exit terminal windows iphone ipad galaxy playstation xbox falcon fortune forbes nasdaq "
    "voyager artemis sputnik soyuz ariane python java php ubuntu android bluetooth firmware macos ios ipados chatgpt ftse nikkei cac dax stoxx russell poor's suite apartment apt scope mach boeing airbus cessna volume"
)
"""What a number only labels: "Flight 370", "Chapter 11", "No. 1", "season four"."""
_CAPITAL_LABELS: Final = word_set(
    "group game gate pier district engine local zone sector block lot area part studio building unit camp act expo euro "
    "year years spf factor box buses trams agenda vision lane book bus line step question lap hole figure table exhibit appendix bowl hall week day quarter "
    "station round cup bill hr act games chapters articles sections routes episodes rounds parts team task force squad battalion brigade regiment division army fleet"
)
"""Those that have to be capitalised: "Game 7", but "in the game 7 fans"."""
_MAY_LABEL: Final = _LABELS | _CAPITAL_LABELS | {".", "p", "of", "us", "size"}
"""What a label can end with."""
_DOTTED_LABELS: Final = word_set("no nos vol vols p pp fig figs ch sec art")
"""Abbreviations that label a number with their full stop: "Vol. 2", "p. 45"."""
_VERSION: Final = lazy_pattern(r"[0-9]\.0")


class Skipped(NamedTuple):
    """Why digits state no quantity, as a whole sentence, and the index of the token after them."""

    reason: str
    end: int


def not_a_quantity(tokens: Sequence[Token], at: int) -> Skipped | None:
    """Why the digits at token `at` state no quantity; None if they may."""
    token = tokens[at]
    joined = _joined_digits(tokens, at) if tokens[at + 1].kind == SIGN else None
    if joined is not None:
        return joined
    size = len(token.text)
    if (size == 4 or size == 2) and is_year(tokens, at) and not (at and is_label(tokens, at - 1)):
        return Skipped(f"{token.raw} is a year, not a quantity", at + 1)
    if size <= 2 and at > 1 and _is_hour(tokens, at):
        return Skipped(f"{tokens[at - 1].raw} {token.raw} is a time of day, not a quantity", at + 1)
    day = is_date(tokens, at) if size <= 2 else None
    if day is not None:
        return Skipped(f"{day} is a date, not a quantity", _after_days(tokens, at))
    name = (_part_of_name(tokens, at) if at else None) or (
        _names_itself(tokens, at)
        if size <= 4 or (tokens[at + 1].raw[:1].isupper() and _starts_address(tokens, at))
        else None
    )
    if name is None:
        return None
    what = "a date or a name, not a fraction" if "/" in name else "a name or a label, not a quantity"
    return Skipped(f"{name} is {what}", _after_label(tokens, at))


def _is_hour(tokens: Sequence[Token], at: int) -> bool:
    """ "just after 2", "shortly before 11"."""
    said = tokens[at - 1].text in ("after", "before") and tokens[at - 2].text in (
        "just",
        "shortly",
        "soon",
        "right",
        "not",
        "long",
    )
    ends = tokens[at + 1].kind != WORD or tokens[at + 1].text in STOP
    return said and ends and tokens[at].text.isdigit() and 1 <= int(tokens[at].text) <= LAST_HOUR


LAST_HOUR: Final = 12


def _after_label(tokens: Sequence[Token], at: int) -> int:
    """The index after a number that is a label, and after those that it is joined to: "pp. 3-5", "Nos. 4 and 5"."""
    end = at + 1
    if not at or not is_label(tokens, at - 1):
        return end
    label = tokens[at - 2] if tokens[at - 1].text == "." else tokens[at - 1]
    joiners = _LABEL_JOINERS if label.text == "pp" or label.text.endswith("s") else _DASHES
    while tokens[end].text in joiners and tokens[end + 1].kind == DIGITS:
        end += 2
    return end


_DASHES: Final = frozenset({"-", "–"})
_LABEL_JOINERS: Final = _DASHES | {"and", "to", "through", "or", "&", ","}


def _after_days(tokens: Sequence[Token], at: int) -> int:
    """The index after a day, and after a second one that it runs to: "March 1-8"."""
    joiner, last = tokens[at + 1], tokens[at + 2]
    runs_on = joiner.text in ("-", "–", "to", "and", "through") and last.kind == DIGITS and len(last.text) <= 2
    return at + 3 if runs_on and (joiner.kind == SIGN or tokens[at + 3].kind != WORD) else at + 1


def _joined_digits(tokens: Sequence[Token], at: int) -> Skipped | None:
    """ "10:30", "2024-07-04", "3/4/2024"."""
    sign = tokens[at + 1]
    word = tokens[at + 2]
    role = NUMBER_WORDS.get(word.text, (DOZEN, 0))[0]
    if sign.text == "-" and role <= TENS and word.raw[0].isupper() and word.glued:
        return Skipped(f"{tokens[at].raw}-{word.raw} is a name, not one number", at + 3)
    if sign.text == "-" and tokens[at + 2].text == "love":
        return Skipped(f"{tokens[at].raw}-love is a score, not one number", at + 3)
    if sign.text == "/" and tokens[at + 3].text in _ODDS and _digits_touch(tokens, at + 2):
        return Skipped(f"{tokens[at].raw}/{tokens[at + 2].raw} are odds, not one number", at + 3)
    if sign.text not in (":", "-", "/") or not sign.glued or not _digits_touch(tokens, at + 2):
        return None
    end = at + 3
    while tokens[end].text == sign.text and tokens[end].glued and _digits_touch(tokens, end + 1):
        end += 2
    telephone = len(tokens[at].text) == 3 and len(tokens[at + 2].text) == 4 and tokens[end].kind != WORD
    if sign.text != ":" and end == at + 3 and not (telephone and sign.text == "-" and tokens[at + 2].text[-1] != "0"):
        return None
    written = "".join(token.raw for token in tokens[at:end])
    if sign.text == ":":
        return Skipped(f"{written} is a time of day, a length of time or a ratio, not one number", end)
    return Skipped(f"{written} is a date, a score or a name, not one number", end)


_ODDS: Final = word_set("favourite favourites favorite favorites outsider outsiders shot shots joint")
"""What a bet is on: "an 11/4 favourite"."""


def _digits_touch(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == DIGITS and tokens[at].glued


def _part_of_name(tokens: Sequence[Token], at: int) -> str | None:
    """The name that the digits end: "COVID-19", "Q3", "F-16", "Flight 370", "No. 1", "24/7"."""
    token, previous = tokens[at], tokens[at - 1]
    if previous.text == "#" or (previous.text in _MAY_LABEL and is_label(tokens, at - 1)):
        label = (
            f"{tokens[at - 2].raw}." if previous.text == "." else "Group of" if previous.text == "of" else previous.raw
        )
        return f"{label}{' ' if not token.glued else ''}{token.raw}"
    if token.glued:
        return _glued_name(tokens, at)
    if previous.raw == "Max" and at > 1 and tokens[at - 2].text in _AIRLINERS:
        return f"{tokens[at - 2].raw} Max {token.raw}"
    if previous.text in _CALLING and token.text == _EMERGENCY:
        return f"{previous.raw} {token.raw}"
    if previous.text == "through" and at > 1 and tokens[at - 2].text in ("k", "kindergarten"):
        return f"{tokens[at - 2].raw} through {token.raw}"
    mixed = previous.kind == WORD and previous.raw[0].islower() and previous.raw != previous.text  # "iOS 17.1"
    if (mixed and not counts(tokens, at + 1)) or (
        previous.kind == WORD and previous.raw[0].isupper() and _follows_name(tokens, at)
    ):
        return f"{previous.raw} {token.raw}"
    return None


_EMERGENCY: Final = "911"
_CALLING: Final = word_set("dial dials dialed dialled dialing dialling call calls called calling")
_CALLS: Final = word_set("call calls caller callers dispatcher dispatchers operator operators tape tapes")


def _names_itself(tokens: Sequence[Token], at: int) -> str | None:
    """ "5G networks", "911 call", "a 747"."""
    token, following = tokens[at], tokens[at + 1]
    if following.glued:
        glued = _with_glued_letters(tokens, at)
        if glued is not None:
            return glued
    if _named_by_next(tokens, at):
        return f"{token.raw} {following.raw}"
    if following.kind == WORD and following.raw[0].isupper():
        address = _address_at(tokens, at)
        if address is not None:
            return address
    article = at > 0 and tokens[at - 1].text in ("a", "the", "his", "her", "its", "their", "your")
    if token.text in _AIRLINERS and (following.text in AIRLINER_WORDS or (article and not counts(tokens, at + 1))):
        return token.raw
    return None


def _with_glued_letters(tokens: Sequence[Token], at: int) -> str | None:
    """ "5G", "4K video", "1080p", "the 49ers", "401(k)"."""
    token, following = tokens[at], tokens[at + 1]
    if following.text == "(" and tokens[at + 3].text == ")":
        letter = tokens[at + 2]
        return f"{token.raw}({letter.raw})" if letter.kind == WORD and len(letter.text) == 1 else None
    if following.text == "-" and tokens[at + 2].glued:
        return _with_hyphened_letter(tokens, at)
    touching = following.raw
    if len(touching) == 1 and token.text.isdigit() and not (at and tokens[at - 1].text in CURRENCY_SIGNS):
        street = tokens[at + 2].raw[:1].isupper() and _address_at(tokens, at + 1) is not None  # "221b Baker Street"
        if touching in _ONLY_LABELS or street or (at and _numbers_place(tokens, at)):
            return f"{token.raw}{touching}"
    named = (
        following.raw == "ers"
        or (len(token.text) == 1 and len(touching) == 2 and touching.isupper() and _follows_outward_code(tokens, at))
        or (following.raw in ("G", "D") and len(token.text) == 1)
        or (following.raw == "p" and token.text in _LINES)
        or (following.text == "k" and tokens[at + 2].text in _AFTER_NAMED_K and len(token.text) <= 2)
    )
    return f"{token.raw}{following.raw}" if named else None


def _follows_outward_code(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit ends a British post code: "SW1A | 1AA", "AB12 | 3CD"."""
    before = at - 1
    if before > 0 and tokens[before].kind == WORD and tokens[before].glued and len(tokens[before].raw) == 1:
        before -= 1
    if before < 1 or tokens[before].kind != DIGITS or not tokens[before].glued:
        return False
    area = tokens[before - 1].raw
    return len(tokens[before].text) <= 2 and len(area) <= 2 and area.isalpha() and area.isupper()


def _with_hyphened_letter(tokens: Sequence[Token], at: int) -> str | None:
    """ "3-D", "10-K", "7-a-side"; but "$5-M", "5-C"."""
    token, letter, end = tokens[at], tokens[at + 2], tokens[at + 3]
    if letter.text == "a" and end.text == "-" and tokens[at + 4].text == "side":
        return f"{token.raw}-a-side"
    alone = letter.kind == WORD and len(letter.raw) == 1 and not (end.text == "-" and end.glued)
    if not alone or letter.raw not in _HYPHENED_LABELS or (at and tokens[at - 1].text in CURRENCY_SIGNS):
        return None
    return f"{token.raw}-{letter.raw}"


_ONLY_LABELS: Final = frozenset("ADEIJOQRUZaijoqruz")
"""Letters that name neither a unit nor a magnitude, so that they label the digits that they touch: "12A"."""
_HYPHENED_LABELS: Final = frozenset("ADEIJKOQRUZ")
_PLACES: Final = word_set("seat seats flat row room gate exit junction platform apartment apt cell berth bay")
_CAPITAL_PLACES: Final = word_set(
    "class year form schedule title titles house ward plot lot floor suite type unit block table route bus"
)


def _numbers_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before digits with a letter says what they number: "seat 14C", "Form 1099B"."""
    label = tokens[at - 1]
    named = label.text in _PLACES or (label.text in _CAPITAL_PLACES and label.raw[0].isupper())
    return named and tokens[at + 1].raw.isupper() and not counts(tokens, at + 2)


def _named_by_next(tokens: Sequence[Token], at: int) -> bool:
    """ "911 call", "the 405 freeway", "60 Minutes"."""
    token, following = tokens[at], tokens[at + 1]
    if token.text == _EMERGENCY and following.text in _CALLS:
        return True
    road = following.text in _ROADS and at > 0 and tokens[at - 1].text == "the"
    return road or (token.text, following.raw) in _PROGRAMMES


_AFTER_NAMED_K: Final = word_set(
    "run race walk video videos tv tvs television televisions display displays screen screens camera cameras resolution "
    "streaming filing filings monitor monitors image images projector projectors footage ultra blu hdr film films"
)


def _starts_address(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits without separators are followed by two capitalised words, as the longer numbers of houses are."""
    two = tokens[at + 2]
    return tokens[at].text.isdigit() and two.kind == WORD and two.raw[0].isupper()


def _address_at(tokens: Sequence[Token], at: int) -> str | None:
    """ "10 Downing Street": the number of a house."""
    for index in range(at + 1, at + 1 + MAX_STREET):
        token = tokens[index]
        if token.kind != WORD or not token.raw[0].isupper():
            return None
        ends = tokens[index + 1].kind != WORD or tokens[index + 1].text in STOP
        if index > at + 1 and token.text in _STREETS and ends:
            return " ".join(part.raw for part in tokens[at : index + 1])
    return None


def names_place_or_group(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capitalised number word is in a name: "One World Trade Center", "the Central Park Five"."""
    if _address_at(tokens, at) is not None:
        return True
    before = at - 1
    while before >= max(0, at - MAX_STREET) and tokens[before].kind == WORD and tokens[before].raw[0].isupper():
        before -= 1
    ends = tokens[at + 1].kind != WORD or tokens[at + 1].text in STOP
    return ends and 0 <= before < at - 1 and tokens[before].text == "the"


MAX_STREET: Final = 4
"""How many words the name of a street may have, "Street" included."""
_STREETS: Final = word_set(
    "street avenue road boulevard lane drive square st ave rd blvd place terrace center centre plaza tower yards"
)
_ROADS: Final = word_set("bus tram freeway highway expressway turnpike parkway interstate")
_PROGRAMMES: Final = frozenset({("60", "Minutes"), ("48", "Hours"), ("30", "Rock"), ("13", "Hours"), ("50", "Cent")})
"""Names that begin with a number, and could be one but for the capital."""
_LINES: Final = frozenset({"480", "576", "720", "1080", "1440", "2160", "4320"})
"""How many lines a screen shows: "1080p"."""
_AIRLINERS: Final = word_set("707 717 727 737 747 757 767 777 787 320 380")
AIRLINER_WORDS: Final = word_set("max jet jets jumbo airliner dreamliner plane")


def _glued_name(tokens: Sequence[Token], at: int) -> str | None:
    token, previous = tokens[at], tokens[at - 1]
    before = tokens[at - 2] if at > 1 else None
    if previous.text == "/" and before is not None and before.kind == DIGITS:
        return f"{before.raw}/{token.raw}"
    if previous.kind == WORD and previous.raw not in CURRENCY_CODES and previous.text not in CURRENCY_NAMES:
        return f"{previous.raw}{token.raw}"
    if previous.text == "+" and before is not None and before.kind == WORD and previous.glued:
        return f"{before.raw}+{token.raw}"  # "UTC+8"
    if previous.text == "-" and before is not None and before.kind == WORD and previous.glued:
        named = before.raw[0].isupper() or before.text not in _BEFORE_HYPHEN
        return f"{before.raw}-{token.raw}" if named else None
    return None


_BEFORE_HYPHEN: Final = STOP | word_set("mid early late low high near sub pre post non plus minus negative")


def _follows_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the digits after a capitalised word look like part of its name: "Guccifer 2.0", "the Ginbot 7 movement"."""
    token, previous, following = tokens[at], tokens[at - 1], tokens[at + 1]
    if _VERSION.fullmatch(token.text):
        return True
    if (
        previous.text in BEFORE
        or previous.text in CHANGE_WORDS
        or previous.text in STOP
        or previous.text in NUMBER_WORDS
    ):
        return False
    if len(token.text) > 3 or not token.text.isdigit() or previous.text.endswith(("ed", "ing", "ly")):
        return False
    if not following.kind or following.text in _AFTER_NAMES:
        return True
    return at > 1 and following.kind == WORD and following.text not in STOP and not counts(tokens, at + 1)


_AFTER_NAMES: Final = word_set("in on at of for from with and s")
"""What follows a name with a number: "Fox 35 in Orlando"."""


def is_label(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at`, perhaps with a full stop, labels the number after it; or ends "S&P"."""
    token = tokens[at]
    if token.text == "." and at and token.glued:
        return tokens[at - 1].text in _DOTTED_LABELS
    if token.text == "p":
        return at > 1 and tokens[at - 1].text == "&"
    if token.text == "of" and at and tokens[at - 1].text in ("group", "gang", "band"):
        return tokens[at - 1].raw[0].isupper()
    if token.text in ("no", "nos"):
        return token.raw[0].isupper()
    if token.text == "size":
        return True
    if token.text in _LABELS:
        return token.raw != token.text or not counts(tokens, at + 2)
    if token.raw == "U.S.":
        return not tokens[at + 2].kind or tokens[at + 2].text in _AFTER_NAMES  # "U.S. 101"
    if token.text in _CAPITAL_LABELS and token.raw == token.text and at + 2 < len(tokens):
        bare = not at or tokens[at - 1].text in _BEFORE_LABELS
        return bare and (not tokens[at + 2].kind or tokens[at + 2].text in _AFTER_NAMES)  # "on day 3"
    return token.text in _CAPITAL_LABELS and token.raw[0].isupper()


_BEFORE_LABELS: Final = word_set("in on at of by from since until after before through to and")
"""What comes before a label without an article, and not before a noun that a number follows by chance."""


def second_number(tokens: Sequence[Token], at: int) -> Token | None:
    """The first token from `at` on that states another number; days, years and names do not."""
    for index in range(at, len(tokens) - 3):
        token = tokens[index]
        if token.kind == DIGITS:
            if not _is_date_or_name(tokens, index):
                return token
        elif token.kind == WORD:
            entry = NUMBER_WORDS.get(token.text)
            if entry is not None and (entry[0] <= TENS or entry[0] == DOZEN) and token.text not in _OFTEN_NO_NUMBER:
                return token
    return None


_OFTEN_NO_NUMBER: Final = frozenset({"one", "oh", "score"})


def _is_date_or_name(tokens: Sequence[Token], at: int) -> bool:
    """A year after its preposition, a day next to its month, or digits that end a name ("COVID-19", "Model 3")."""
    if not at:
        return False
    token, previous = tokens[at], tokens[at - 1]
    if token.glued:
        if previous.kind == WORD:
            return True
        before = tokens[at - 2] if at > 1 else previous
        if previous.text == "-" and before.kind == WORD and previous.glued and before.text not in STOP:
            return True
    return is_label(tokens, at - 1) or previous.text == "#" or is_day_or_year(tokens, at)
