"""Reads units of measure: "km/h", "sq m", "6 ft 3 in", "a mile and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from newsfacts.values.quantities.exact import whole
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, word_set
from newsfacts.values.quantities.reading.numerals import CARDINAL, SHARE, Numeral, scan_numeral
from newsfacts.values.quantities.reading.term import Term
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Found, Token
from newsfacts.values.quantities.reading.years import counts
from newsfacts.values.quantities.units import MEASURES

__all__ = ["add_half", "add_smaller_units", "measure_at", "read_measure"]

_ABBREVIATIONS: Final = word_set("g deg oz lb lbs ft in yd mi hr min sec")
_LETTERS: Final = word_set("a h s c f k w")
"""Units of one letter, which have to follow the number directly."""
_POWERS: Final = ("1", "2", "3")
_SQUARE: Final = ("squared", "²", "2")
_CUBIC: Final = ("cubed", "³")
_AFTER_INCHES: Final = frozenset({",", ".", "wide", "long", "tall", "high", "deep", "thick", "of", "by"})
_BRACKETS: Final = ("[", "{", "<")
_CLOSING: Final = ("]", "}", ">")
MAX_SMALLER: Final = 3
"""The most smaller units after a unit of measure: "1 mile 3 yd 2 ft 1 in"."""


def measure_at(tokens: Sequence[Token], at: int) -> Found | None:
    """A unit of measure of up to three words, or with a slash ("km/h"), at token `at`."""
    token = tokens[at]
    text = token.text
    if token.kind != WORD and text not in MEASURES:
        return None
    if len(text) == 1 and tokens[at + 1].text == "-" and tokens[at + 2].kind == DIGITS and (
        tokens[at + 1].glued and tokens[at + 2].text not in _POWERS
    ):  # fmt: skip
        return None  # "four F-16s"
    best: Found | None = None
    if tokens[at + 1].kind == WORD:
        two = f"{text} {tokens[at + 1].text}"
        if two in MEASURES:
            best = Found(two, at + 2)
        elif tokens[at + 2].kind == WORD and f"{two} {tokens[at + 2].text}" in MEASURES:
            best = Found(f"{two} {tokens[at + 2].text}", at + 3)
    if best is None and text in MEASURES:
        best = _per_unit(tokens, at) or _with_power(tokens, at)
    if best is not None and best.text in _ABBREVIATIONS:
        stop = tokens[best.end]
        if stop.text == "." and stop.glued:
            best = Found(best.text, best.end + 1)
    return best


def _per_unit(tokens: Sequence[Token], at: int) -> Found | None:
    """ "m s−1": a unit times the inverse of another one, as science writes it."""
    first, second, sign, power = tokens[at : at + 4]
    if second.kind != WORD or second.text not in MEASURES or sign.text not in ("-", "⁻") or not sign.glued:
        return None
    if not power.glued or power.text not in ("1", "2", "3", "¹", "²", "³"):
        return None
    return Found(f"{first.raw} {second.raw}{sign.raw}{power.raw}", at + 4)


def _with_power(tokens: Sequence[Token], at: int) -> Found:
    """ "°C", "km²", "metres cubed": a unit of one word with what may be written after it."""
    token, following = tokens[at], tokens[at + 1]
    if token.text == "°" and following.kind == WORD and following.text in ("c", "f", "celsius", "fahrenheit"):
        return Found(f"°{following.raw}", at + 2)
    if following.text == "2" and not (following.glued and MEASURES[token.text].dimension == "length"):
        return Found(token.raw, at + 1)
    if following.text == "2" and _is_height(tokens, at):
        return Found(token.raw, at + 1)
    if following.text in _SQUARE:
        return Found(f"{token.raw}²", at + 2)
    return Found(f"{token.raw}³", at + 2) if following.text in _CUBIC else Found(token.raw, at + 1)


def _is_height(tokens: Sequence[Token], at: int) -> bool:
    """Whether "ft2" after digits begins a number of inches and is not square feet: "6ft2in", "6ft2", but "500ft2"."""
    inches, digits = tokens[at + 2], tokens[at - 1] if at else None
    if inches.glued and inches.text in ("in", "ins", "inch", "inches", '"', "″", "”", "''"):
        return True
    return digits is not None and digits.text in _TALL and tokens[at].glued


_TALL: Final = frozenset("4567")
"""How many feet tall a person can be."""


def _is_stone(tokens: Sequence[Token], at: int) -> bool:
    """Whether "stone" is the British weight: "12 stone", but "12 stone walls"."""
    following = tokens[at + 1]
    return following.kind != WORD or following.text in STOP or following.text in NUMBER_WORDS


def _is_ordinal(tokens: Sequence[Token], unit: Found) -> bool:
    """Whether "second" belongs to the word after it: "three second-term senators"."""
    hyphen, following = tokens[unit.end], tokens[unit.end + 1]
    if unit.text != "second" or hyphen.text != "-" or following.kind != WORD or following.text in ("long", "old"):
        return False
    return tokens[unit.end - 2].text != "-" and hyphen.glued and following.glued


MAX_QUOTED: Final = 60
"""How many words before a number an opening quotation mark is looked for."""
_DOUBLE_MARKS: Final = frozenset({"“", "”", "„", "''", "`"})
_SINGLE_MARKS: Final = frozenset({"'", "‘", '"', "’"})


def _are_before(tokens: Sequence[Token], index: int, marks: frozenset[str]) -> bool:
    """Whether one of the marks is among the words before the number that ends at `index`."""
    return any(token.text in marks for token in tokens[max(0, index - 1 - MAX_QUOTED) : index - 1])


def read_measure(tokens: Sequence[Token], term: Term, index: int) -> None:
    """A unit of measure right after the number, and smaller units after it: "2 yards, 7 ft 10 inches"."""
    token = tokens[index]
    if token.text in ("''", "″", "”"):
        if token.text == "″" or not _are_before(tokens, index, _DOUBLE_MARKS):
            term.unit, term.end = '"', index + 1
        return
    if token.text in ("'", "′", '"', "’") and token.glued:
        if _are_before(tokens, index, _SINGLE_MARKS):
            return  # a closing quotation mark
        term.unit, term.end = ('"' if token.text == '"' else "'"), index + 1
    else:
        unit = Found("stone", index + 1) if token.text == "st" and token.glued else measure_at(tokens, index)
        if unit is None or (unit.text == "in" and not _is_inch(tokens, index)) or unit.text in ("'", '"'):
            return
        if unit.text == "stone" and not _is_stone(tokens, index):
            return
        if (unit.text in _LETTERS and index != term.end) or _is_ordinal(tokens, unit):
            return
        term.unit, term.end = unit.text, unit.end
        if unit.end == index + 1 and (old := _skip_old(tokens, unit.end)):
            term.end = old  # "13-year-old", "five years old"
            return
    add_half(tokens, term)
    if tokens[term.end].text in _CLOSING and tokens[index - 1].text in _BRACKETS:
        term.end += 1
    add_smaller_units(tokens, term)


def _skip_old(tokens: Sequence[Token], index: int) -> int | None:
    """The index after "old" or "-old"."""
    ahead = index + 1 if tokens[index].text == "-" else index
    return ahead + 1 if tokens[ahead].text == "old" else None


def _is_inch(tokens: Sequence[Token], index: int) -> bool:
    """ "in" is inches where nothing that could be "in something" follows: "5 in", "10 in wide"."""
    following = tokens[index + 1]
    return not following.kind or following.text in _AFTER_INCHES


def add_half(tokens: Sequence[Token], term: Term) -> None:
    """ "a year and a half", "a year-and-a-half"."""
    hyphened = [token.text for token in tokens[term.end : term.end + 6]]
    if hyphened == ["-", "and", "-", "a", "-", "half"] and term.value is not None:
        term.value, term.end, term.granularity = whole(term.value + Fraction(1, 2)), term.end + 6, None
    elif tokens[term.end].text == "and" and tokens[term.end + 1].text in ("a", "half") and term.value is not None:
        part = scan_numeral(tokens, term.end + 1)
        if part is not None and part.form == SHARE and not _is_part_of_other(tokens, part.end):
            term.value, term.end, term.granularity = whole(term.value + part.value), part.end, None


def _is_part_of_other(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a fraction names the whole of which it is a part: "and a half hour", "and a third of the profit", "and a third-party"."""
    if tokens[at].text == "of":
        return tokens[at + 1].text in _OF_WHAT
    return tokens[at].text == "-" or measure_at(tokens, at) is not None


_OF_WHAT: Final = word_set("the its his her their our all these those this my your")


def add_smaller_units(tokens: Sequence[Token], term: Term) -> None:
    """ "6 ft 3 in": in the smallest unit of one system, so that the value stays whole."""
    for _ in range(MAX_SMALLER):
        measure = MEASURES.get((term.unit or "").lower())
        if measure is None or measure.size is None or term.value is None or _add_bare_inches(tokens, term):
            return
        numeral = _smaller_number(tokens, term.end)
        if numeral is None:
            return
        end = numeral.end + 1 if tokens[numeral.end].text == "-" else numeral.end
        minutes = term.unit == "h" and tokens[end].text == "m"  # "2h 30m"
        unit = Found("min", end + 1) if minutes else measure_at(tokens, end)
        smaller = MEASURES.get(unit.text.lower()) if unit is not None else None
        if unit is None or smaller is None or smaller.size is None or smaller.dimension != measure.dimension:
            return
        if smaller.system != measure.system:
            term.value = whole(term.value + numeral.value * Fraction(smaller.size) / measure.size)
        elif smaller.size < measure.size:
            term.value = whole(term.value * Fraction(measure.size) / smaller.size + numeral.value)
            term.unit = unit.text
        else:
            return
        term.granularity = None
        term.end, term.plain, term.multiplier = unit.end, False, 0


def _smaller_number(tokens: Sequence[Token], index: int) -> Numeral | None:
    """The number of a smaller unit: "6 ft, 3 in", "two weeks and a day"."""
    if tokens[index].text == ",":
        index += 1
    if tokens[index].text == "and" or (tokens[index].text == "-" and tokens[index].glued):
        index += 1
    if tokens[index].text in ("a", "an") and tokens[index - 1].text == "and":
        return Numeral(1, None, index + 1)
    if tokens[index].kind != DIGITS and tokens[index].text not in NUMBER_WORDS:
        return None
    numeral = scan_numeral(tokens, index)
    return numeral if numeral is not None and numeral.form == CARDINAL else None


_SMALLER: Final = {"foot": (12, "in"), "feet": (12, "in"), "ft": (12, "in"), "'": (12, "in"), "stone": (14, "lb")}
"""A unit -> how many of the smaller unit it has that follows it without a name."""


def _add_bare_inches(tokens: Sequence[Token], term: Term) -> bool:
    """ "6-foot-4", "5'11", "5 foot 10", "12 stone 4": inches or pounds that are not named, right after the feet or the stone."""
    at = term.end
    parts, smaller = _SMALLER.get((term.unit or "").lower(), (0, ""))
    if not parts:
        return False
    index = at + 1 if tokens[at].text == "-" and tokens[at].glued else at
    token = tokens[index]
    if token.kind != DIGITS and token.text not in NUMBER_WORDS:
        return False
    numeral = scan_numeral(tokens, index)
    if numeral is None or numeral.form != CARDINAL or not 0 <= numeral.value < parts or term.value is None:
        return False
    following = tokens[numeral.end + 1 if tokens[numeral.end].text == "-" else numeral.end]
    if following.text in MEASURES:
        return False  # "6-foot-4-inch", whose inches are named
    end = numeral.end
    if term.unit == "'" and tokens[end].text in _INCH_MARKS and tokens[end].glued:
        end += 1  # "6’ 2”"
    elif not token.glued and not _are_unnamed(tokens, term, index, end):
        return False
    term.value, term.unit, term.granularity = whole(term.value * parts + numeral.value), smaller, None
    term.end, term.plain, term.multiplier = end, False, 0
    return True


_INCH_MARKS: Final = frozenset({"″", "”", "''"})


def _are_unnamed(tokens: Sequence[Token], term: Term, index: int, end: int) -> bool:
    """Whether the number at `index`, apart from the unit before it, counts nothing of its own: "5 foot 10", but "5 foot 10 men"."""
    if term.unit == "'" or (term.value is not None and term.value.denominator != 1):
        return False
    if (
        tokens[index].text == "one"
        and tokens[end].kind == WORD
        and tokens[end].text not in _AFTER_INCHES
        and tokens[end].text != "and"
    ):
        return False  # "the wall is six foot one side"
    joined = (
        tokens[end].kind != WORD
        and tokens[end].glued
        and tokens[end + 1].glued
        and tokens[end + 1].kind in (WORD, DIGITS)
    )
    return not joined and tokens[end].text not in ("%", "percent", "per") and not counts(tokens, end)
