"""Reads ordinals and fractions: "second-largest", "tenth of a gallon", "half a litre", "two thirds of voters"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.quantities.exact import size_of, whole
from newsfacts.values.quantities.quantity import QuantityKind
from newsfacts.values.quantities.reading.hedges import CHANGE_AFTER
from newsfacts.values.quantities.reading.idioms import is_named_by_ordinal
from newsfacts.values.quantities.reading.measured import measure_at
from newsfacts.values.quantities.reading.money import currency_after, settled_currency
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_words import NUMBER_WORDS, ORDINAL, word_set
from newsfacts.values.quantities.reading.numerals import CARDINAL, ORDINAL_FORM, Numeral
from newsfacts.values.quantities.reading.suffixes import read_cardinal_term, read_percent, read_suffix
from newsfacts.values.quantities.reading.term import Term
from newsfacts.values.quantities.reading.tokens import WORD, Token, as_written
from newsfacts.values.quantities.reading.words import Words
from newsfacts.values.quantities.reading.years import is_month
from newsfacts.values.quantities.units import MEASURES

__all__ = ["read_every", "term_of"]


def term_of(words: Words, numeral: Numeral, at: int) -> Term | None:
    """The term of a numeral that begins at token `at`, with its kind, unit and currency."""
    if numeral.form == CARDINAL:
        return read_cardinal_term(words, numeral, at)
    if numeral.form == ORDINAL_FORM:
        return _read_ordinal(words, Term(numeral.value, numeral.granularity, numeral.end), at)
    return _read_share(words, Term(numeral.value, numeral.granularity, numeral.end), at)


def _read_ordinal(words: Words, term: Term, at: int) -> Term | None:
    tokens = words.tokens
    end = term.end
    if at and tokens[at - 1].text == "every" and term.value is not None and term.value > 1:
        return read_every(words, Term(term.value, None, end))
    if _is_day(tokens, at, end):
        words.refuse(f"{as_written(tokens[at:end])} is a day, not a rank", UnreadableKind.DIFFERENT)
        return None
    if term.value == 1 and _is_adverb(tokens, at, end):
        words.refuse("“first” says when it was, not which one of several", UnreadableKind.DIFFERENT)
        return None
    if is_named_by_ordinal(tokens[end]):
        name = as_written(tokens[at : end + 1])
        words.refuse(f"“{name}” is part of a name, and states no number", UnreadableKind.DIFFERENT)
        return None
    if tokens[end].text == "of" and tokens[end + 1].text in ("a", "an") and term.value and term.value > 2:
        unit = measure_at(tokens, end + 2)
        if unit is not None:  # "tenth of a gallon"
            part = Term(Fraction(1, int(term.value)), None, unit.end)
            part.unit = unit.text
            part.kind = QuantityKind.NUMBER
            return part
    if term.value and term.value > 2 and at > 1 and _is_weighed_part(tokens, at, end):
        part = Term(Fraction(1, int(term.value)), None, end)
        part.kind = QuantityKind.SHARE
        return part
    if tokens[end].text == "-" and tokens[end].glued and tokens[end + 1].kind == WORD:
        term.end = end + 1  # "second-largest"
    term.kind = QuantityKind.ORDINAL
    return term


def _is_weighed_part(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "a full third of voters", "a mere fifth": an article and a word that judges how much that is come before the part."""
    before = tokens[at - 1].text
    if tokens[end].text == "of" and (before in _ENDS or (before.endswith("est") and tokens[at - 2].text == "the")):
        return tokens[end + 1].text not in ("a", "an")
    if before not in _WEIGHING or tokens[at - 2].text not in ("a", "an"):
        return False
    return tokens[end].text == "of" or tokens[end].kind != WORD


_ENDS: Final = frozenset({"top", "bottom", "upper", "lower"})
"""Like superlatives, these say which part it is: "the poorest tenth of households", "the top third of the class"."""
_WEIGHING: Final = frozenset({"full", "mere", "good", "whole", "solid", "bare", "scant", "meager", "meagre", "paltry"})


def _is_day(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "the 4th of July", "May the fourth", "5th March"."""
    after = tokens[end + 1] if tokens[end].text == "of" else tokens[end]
    if (
        after.text in ("the", "this", "next", "last", "each", "every")
        and tokens[end].text == "of"
        and tokens[end + 2].text == "month"
    ):
        return True  # "the third of the month"
    before = at - 2 if at > 1 and tokens[at - 1].text == "the" else at - 1
    return (after.kind == WORD and is_month(after)) or (
        before >= 0 and tokens[before].kind == WORD and is_month(tokens[before])
    )


def _is_adverb(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "was first reported by", "first took office", but "the first reported case"."""
    verb, following = tokens[end], tokens[end + 1]
    if tokens[at].text != "first" or (at and tokens[at - 1].text in _BEFORE_NOUNS):
        return False
    ends = following.kind != WORD or following.text in STOP
    return verb.text in _VERBS or (verb.kind == WORD and verb.text.endswith("ed") and ends)


_BEFORE_NOUNS: Final = word_set("the a an his her its their our my your this that whose") | {"'s", "’s"}
_VERBS: Final = word_set(
    "took came began became made met ran saw won went got gave said heard found sought learned held brought arose "
    "appears came broke fell rose spoke wrote drew knew known seen taken made begun written worn sworn become get go come meet"
)
"""Forms of frequent irregular verbs that "first" comes before."""


def read_every(words: Words, term: Term) -> Term | None:
    """ "every third household", "every other child": one in three, one in two; "every third day" says how often."""
    assert term.value is not None  # an ordinal has a value
    measure = MEASURES.get(words.tokens[term.end].text.removesuffix("s"))
    times = measure is not None and measure.dimension in ("time", "calendar time")
    if times or words.tokens[term.end].text in _RECURRING:
        words.refuse("it says how often, not how many", UnreadableKind.DIFFERENT)
        return None
    term.value, term.kind = Fraction(1, int(term.value)), QuantityKind.SHARE
    return term


_RECURRING: Final = word_set(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night weekend time election summer "
    "winter spring autumn fall season"
)


def _read_share(words: Words, term: Term, at: int) -> Term:
    """A fraction: of a unit of measure it is a number ("half a litre"), of a whole a share ("half of voters")."""
    tokens = words.tokens
    end = term.end
    if _is_factor(tokens, term, at):
        term.kind = QuantityKind.FACTOR
        return term
    if _is_ordinal_after_article(tokens, term, at):
        assert term.value is not None  # a numeral has a value
        term.value = term.value.denominator
        return _read_ordinal(words, term, at) or term
    following = tokens[end]
    index = end + 1 if following.text == "of" else end
    if index > end and tokens[index].text in ("one", "1") and read_percent(tokens, term, index + 1):
        return term  # "half of one percent"
    if tokens[index].text in ("a", "an"):
        index += 1
    if tokens[index].text == "-":
        index += 1
    of_whole = following.text == "of" and index == end + 1
    unit = measure_at(tokens, index)
    if unit is not None and unit.text != "in" and not (of_whole and unit.text == "m"):
        term.unit, term.end, term.kind = unit.text, unit.end, QuantityKind.NUMBER
        return term
    currency = None if of_whole else currency_after(words, index)
    if currency is not None:
        term.currency, term.end, term.kind = settled_currency(words, currency.code), currency.end, QuantityKind.MONEY
        return term
    if not of_whole and read_percent(tokens, term, index):
        return term  # "half a percentage point", "half a per cent", "1/2 basis points"
    if tokens[index].text in ("point", "points"):
        term.unit, term.end, term.kind = tokens[index].raw, index + 1, QuantityKind.NUMBER
        return term
    if following.text in ("%", "percent", "per"):
        read_suffix(words, term)
        return term
    term.kind = QuantityKind.SHARE if term.value is not None and size_of(term.value) <= 1 else None
    return term


_CUT: Final = ("cut", "cuts", "cutting", "slashed", "sliced")
_AS_MUCH: Final = ("many", "much", "likely", "large", "big", "often")


def _is_factor(tokens: Sequence[Token], term: Term, at: int) -> bool:
    """ "half as much", "cut in half", "half again as many", whose value and end are then those of one and a half."""
    end = term.end
    if tokens[end].text == "again" and tokens[end + 1].text == "as" and term.value is not None:
        term.value, term.end = whole(1 + term.value), end + 1
        return True
    if at > 1 and tokens[at - 1].text == "in" and tokens[at - 2].text in _CUT:
        return True
    compared = tokens[end].text == "as" and tokens[end + 1].text in _AS_MUCH
    if compared and tokens[end + 2].text == "again" and term.value is not None:
        term.value, term.end = whole(1 + term.value), end + 3  # "half as many again"
    return compared


def _is_ordinal_after_article(tokens: Sequence[Token], term: Term, at: int) -> bool:
    """ "a third person" is the third one, not a third of one."""
    last = NUMBER_WORDS.get(tokens[term.end - 1].text)
    following = tokens[term.end]
    if following.text == "-" and tokens[term.end + 1].kind == WORD:
        following = tokens[term.end + 1]  # "a third-year student"
    ends = tokens[term.end + 1].kind != WORD or tokens[term.end + 1].text in STOP
    if following.text.endswith("ed") and ends:
        return False  # "a third agreed"
    return (
        tokens[at].text in ("a", "an")
        and last is not None
        and last[0] == ORDINAL
        and following.kind == WORD
        and following.text not in STOP
        and following.text not in CHANGE_AFTER
        and bool(term.value)
    )
