"""Digits that are a day or a year: "June 4", "4 July", "in 2019", "the 2020 election", "'08"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.currencies import CURRENCY_SIGNS
from newsfacts.values.quantities.reading.hedges import BEFORE
from newsfacts.values.quantities.reading.nouns import STOP, is_plural
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, word_set
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.units import MEASURES

__all__ = [
    "counts",
    "is_date",
    "is_day_or_year",
    "is_month",
    "is_year",
    "is_year_after_in",
    "looks_like_year",
]

_MONTHS: Final = word_set(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov "
    "november dec december"
)
_BEFORE_YEAR: Final = word_set(
    "in since by of from before after during until till for around circa late early mid through to than versus vs spring "
    "summer autumn fall winter year years fiscal and or into as between"
)
_HEDGING: Final = BEFORE.keys() | word_set("least most than exactly only just all other of")
"""What comes before a count: "at least 2015 votes"."""
_DETERMINERS: Final = word_set("the a an this that these those its his her their our your my each every any another")
_EVENTS: Final = word_set(
    "election elections primaries budget budgets crisis olympics games championships midterms census wildfires floods "
    "riots protests uprising attacks bombings shootings hearings debates caucuses conventions races results figures "
    "levels prices standards rules guidelines models dollars terms world super presidential general federal parliamentary "
    "congressional financial fiscal academic calendar"
)
"""Plural, or not to be taken for what a number counts: "2012 elections", "2010 levels"."""
FIRST_YEAR, FIRST_RECENT_YEAR, LAST_YEAR = "1500", "1900", "2100"
"""The years that are distinguished from numbers by what is next to them."""
FIRST_OF_NOW, LAST_OF_NOW = "2010", "2029"
"""Years that are one also before a plural: "2016 Democrats"; a number is written 2,016."""


def is_date(tokens: Sequence[Token], at: int) -> str | None:
    """The day that the digits at `at` belong to, as written: "June 4", "4 July"; None if they are not a day."""
    token, following = tokens[at], tokens[at + 1]
    if len(token.text) > 2 or not token.text.isdigit():
        return None
    if _is_rest_of_date(tokens, at):
        return f"{token.raw}, {tokens[at + 2].raw}"
    if at:
        before = tokens[at - 2] if tokens[at - 1].text == "." and at > 1 else tokens[at - 1]
        if is_month(before):
            return f"{before.raw} {token.raw}"
    return f"{token.raw} {following.raw}" if is_month(following) and not following.glued else None


def _is_rest_of_date(tokens: Sequence[Token], at: int) -> bool:
    """ "11, 2012": a date whose month was cut off."""
    day, comma, year = tokens[at : at + 3]
    first = not at or tokens[at - 1].text == "the"
    return (
        first
        and comma.text == ","
        and 1 <= int(day.text) <= LAST_DAY
        and looks_like_year(year)
        and not counts(tokens, at + 3)
    )


LAST_DAY: Final = 31
"""The last day that a month can have."""


def is_month(token: Token) -> bool:
    """Whether a word is a month as news writes it, with a capital."""
    return token.text in _MONTHS and token.raw[0].isupper()


def looks_like_year(token: Token) -> bool:
    """Four digits without a separator, from 1500 to 2100."""
    return len(token.text) == 4 and token.text.isdigit() and FIRST_YEAR <= token.text <= LAST_YEAR


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether the digits at `at` are a year, by the words before and after them."""
    token, following = tokens[at], tokens[at + 1]
    if not looks_like_year(token):
        return len(token.text) == 2 and token.text.isdigit() and _is_short_year(tokens, at)
    if following.text in ("%", "percent") or following.text in CURRENCY_SIGNS or _is_measure(following):
        return False
    if following.text in ("-", "/") and following.glued:
        return False  # a range or a compound, which others read
    if following.text in ("and", "or") and looks_like_year(tokens[at + 2]):
        return True  # "2016 and 2020"
    return _is_year_after(tokens, at) if at else _is_first_year(tokens)


def _is_first_year(tokens: Sequence[Token]) -> bool:
    """ "2016 voters": the digits that a phrase begins with, where they can be a year of our time and a noun follows."""
    token, following = tokens[0], tokens[1]
    if (
        following.text == ","
        and tokens[2].kind == WORD
        and tokens[2].raw[0].isupper()
        and token.text >= FIRST_RECENT_YEAR
    ):
        return True  # "2015, Brown said": its month was cut off
    return _tells_apart(tokens, 0) or _is_of_now(tokens, 0)


def _is_of_now(tokens: Sequence[Token], at: int) -> bool:
    """ "2016 voters": what can be a year of our time, before a plural; news writes the number with a comma."""
    token, following = tokens[at], tokens[at + 1]
    return (
        FIRST_OF_NOW <= token.text <= LAST_OF_NOW
        and following.kind == WORD
        and following.text not in STOP
        and counts(tokens, at + 1, 1)
    )


def _is_year_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits that look like a year are one, by the words before them."""
    token, previous = tokens[at], tokens[at - 1]
    if is_month(previous) or (
        previous.text == "," and at > 1 and (is_date(tokens, at - 2) or is_month(tokens[at - 2]))
    ):
        return True
    if previous.text in _DETERMINERS or previous.text.endswith(("'s", "’s")):
        return True
    if previous.text in ("'", "’") and not token.glued:
        return True  # "Sanders’ 2007 vote"
    if previous.text in ("and", "or") and at > 1 and looks_like_year(tokens[at - 2]):
        return True  # "the 2008 and 2012 cycles"
    if previous.text in _BEFORE_YEAR:
        return not counts(tokens, at + 1, 1)
    if previous.kind == WORD and previous.raw[0].isupper():
        return not counts(tokens, at + 1)
    return _tells_apart(tokens, at) or (
        previous.kind == WORD and previous.text not in _HEDGING and _is_of_now(tokens, at)
    )


def _tells_apart(tokens: Sequence[Token], at: int) -> bool:
    """ "2004 nominee": a year of the last hundred or so before one thing, which it cannot count."""
    following = tokens[at + 1]
    recent = tokens[at].text >= FIRST_RECENT_YEAR
    return recent and following.kind == WORD and following.text not in STOP and not counts(tokens, at + 1)


def _is_short_year(tokens: Sequence[Token], at: int) -> bool:
    """ "'08", "the class of ’99"."""
    return at > 0 and tokens[at - 1].text in ("'", "’", "‘") and tokens[at].glued and not counts(tokens, at + 1)


def is_year_after_in(tokens: Sequence[Token], at: int, end: int, *, after_one: bool) -> bool:
    """Whether the digits at `at` after "in" are a year: "12 in 2022"; but "1 in 2,000", and after one, "1 in 2000 babies"."""
    text = tokens[at].raw
    is_year = text.isdigit() and len(text) == 4 and FIRST_RECENT_YEAR <= text < LAST_YEAR
    return is_year and not (after_one and counts(tokens, end))


def counts(tokens: Sequence[Token], at: int, within: int = 3) -> bool:
    """Whether a plural noun, a measure or a sign follows within some words, which makes the number before it a count."""
    for token in tokens[at : at + within]:
        if token.text in ("%", "percent", "per") or token.text in CURRENCY_SIGNS:
            return True
        if token.kind != WORD or token.text in STOP or token.text in _EVENTS:
            return False
        if is_plural(token.text) or _is_measure(token) or token.text in NUMBER_WORDS:
            return True
    return False


def _is_measure(token: Token) -> bool:
    return token.text in MEASURES and token.text not in STOP and token.text != "stone"


def is_day_or_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether the digits at `at`, after another number, are a day or a year."""
    token = tokens[at]
    if token.kind != DIGITS or not at:
        return False
    if looks_like_year(token):
        previous = tokens[at - 1]
        return previous.text in _BEFORE_YEAR or previous.text in _MONTHS or previous.text == "," or is_year(tokens, at)
    return is_date(tokens, at) is not None or _is_short_year(tokens, at)
