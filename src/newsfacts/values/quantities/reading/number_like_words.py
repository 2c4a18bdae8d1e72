"""Reads numbers that are not numerals: vague words, "twice", "sixfold", "most", "no survivors", "a kilogram"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from newsfacts.errors import UnreadableKind
from newsfacts.values.quantities.currencies import MINOR_UNITS
from newsfacts.values.quantities.quantity import Comparator, QuantityKind
from newsfacts.values.quantities.reading.measured import add_half, add_smaller_units, measure_at
from newsfacts.values.quantities.reading.money import (
    add_cents,
    currency_after,
    currency_before,
    money_follows,
    read_money,
    settled_currency,
)
from newsfacts.values.quantities.reading.names import not_a_quantity
from newsfacts.values.quantities.reading.nouns import STOP, is_plural, noun_at
from newsfacts.values.quantities.reading.number_words import (
    ATTACHED_SUFFIXES,
    HUNDRED,
    NUMBER_WORDS,
    TENS,
    word_set,
)
from newsfacts.values.quantities.reading.numerals import lone_digits, scan_numeral
from newsfacts.values.quantities.reading.parts import read_every, term_of
from newsfacts.values.quantities.reading.suffixes import AS_MANY, counting_digits, read_cardinal_term
from newsfacts.values.quantities.reading.term import DECADE_THIRDS, Term, singular
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.vague import plural_digits, read_vague
from newsfacts.values.quantities.reading.words import Words
from newsfacts.values.quantities.reading.years import counts
from newsfacts.values.quantities.vague_words import SIZES

__all__ = ["WORD_STARTS", "read_term"]

_MULTIPLES: Final[dict[str, int | Fraction]] = {
    "double": 2, "doubled": 2, "doubling": 2, "doubles": 2, "treble": 3, "triple": 3, "tripled": 3, "tripling": 3,
    "triples": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quintuple": 5, "quintupled": 5,
    "halved": Fraction(1, 2), "halving": Fraction(1, 2), "halves": Fraction(1, 2),
}  # fmt: skip
_DIGIT_COUNTS: Final = frozenset({"single", "double", "triple"})
_TIMES: Final = {"once": 1, "twice": 2, "thrice": 3}
_FIXED: Final = {"none": 0, "nobody": 0, "both": 2, "pair": 2, "trio": 3, "quartet": 4, "single": 1, "lone": 1}
_DECADES: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

_LARGE: Final = frozenset({"vast", "overwhelming", "large", "great", "tiny", "small", "clear"})
_SIZES_OF_MAJORITIES: Final = _LARGE | {"slim", "narrow"}
_HALVES: Final = frozenset({"most", "majority", "minority"})
_AFTER_ARTICLE: Final = frozenset(
    {"couple", "handful", "majority", "minority", "pair", "single", "lone", "trio", "quartet"}
)
_BEFORE_DECADE: Final = frozenset({"the", "her", "his", "their", "my", "our", "-", *DECADE_THIRDS})
_AFTER_IDLE_NO: Final = word_set("doubt longer matter wonder idea comment sooner better worse good thanks question")
"""What makes "no" count nothing: "no doubt", "no longer"."""
_AFTER_ONCE: Final = word_set("a an each every per in more or and daily weekly monthly before again")
_THINKING: Final = word_set("think thinks thinking thought look looked")
_ALSO_NAMES: Final = frozenset({"double", "triple", "treble", "quadruple", "quintuple", "halves"})
"""Multiples that with a noun name something: "double murder", "triple jump"."""
_BEFORE_SUPERLATIVE: Final = word_set("the its his her their our your my this that second third fourth fifth world's")
_PAIRED: Final = word_set(
    "shoes pants gloves jeans scissors glasses socks trousers boots shorts sneakers sandals skis tights"
)
_COINS: Final = frozenset({"cent", "penny", "eurocent", "kopeck", "centime"})

WORD_STARTS: Final = frozenset(
    {
        *_MULTIPLES, *_TIMES, *_FIXED, *_DECADES, *SIZES, "a", "an", "no", "most", "majority", "minority",
        "single", "lone", "several", "couple", "few", "handful", "dozens", "scores", "every", "(",
    }
)  # fmt: skip
"""What the numbers of this module begin with."""


def read_term(words: Words, index: int, conjunction: bool = True, money: bool = False) -> Term | None:
    tokens = words.tokens
    token = tokens[index]
    if token.kind == DIGITS:
        term = counting_digits(tokens, index)
        if term is not None:
            return term
        numeral = lone_digits(tokens, index)
        if numeral is not None:
            return read_cardinal_term(words, numeral, index) or plural_digits(words, numeral.value, index)
        in_money = money or (tokens[index + 1].raw in ATTACHED_SUFFIXES and money_follows(words, index))
        numeral = scan_numeral(tokens, index, in_money, conjunction)
        return None if numeral is None else term_of(words, numeral, index)
    if token.text == "a" and tokens[index + 1].kind == DIGITS:
        return _read_after_article(words, index)
    currency = currency_before(words, index)
    if currency is not None:
        return read_money(words, currency, index, conjunction)
    if token.text == "-" and (currency := currency_before(words, index + 1)) is not None:
        found = read_money(words, currency, index + 1, conjunction)
        if found is not None and found.value is not None:
            found.value = -found.value
        return found
    numeral = scan_numeral(tokens, index, money, conjunction)
    if numeral is not None:
        return term_of(words, numeral, index)
    return _read_other_words(words, index)


def _read_other_words(words: Words, index: int) -> Term | None:
    """A number in other words at `index`."""
    token = words.tokens[index]
    text = token.text
    if text == "(" and index == 0:  # bookkeepers' brackets: "($99.99)"
        money = currency_before(words, 1)
        return read_money(words, money, 1, True) if money is not None else None
    if token.kind != WORD:
        return None
    if text in ("a", "an"):
        return _read_after_article(words, index)
    if text in _HALVES:
        return _read_majority(words, index)
    if text in _DIGIT_COUNTS and _counts_digits(words, index):
        return None
    if text in _FIXED:
        return _read_fixed(words, index)
    if text == "no":
        return _read_no(words, index)
    if text == "every":
        other = words.tokens[index + 1].text == "other"
        return read_every(words, Term(2, None, index + 2)) if other else None
    return read_vague(words, index) or _read_multiple(words, index) or _read_derived(words, index)


def _read_fixed(words: Words, index: int) -> Term | None:
    """ "both", "none", "a trio", "a pair"; "a pair of shoes" is one pair."""
    tokens = words.tokens
    text = tokens[index].text
    if text == "single" and tokens[index + 1].text.endswith(("est", "most")):
        return None  # "the single most important"
    if (
        text == "pair"
        and tokens[index + 1].text == "of"
        and any(t.text in _PAIRED for t in tokens[index + 2 : index + 5])
    ):
        term = Term(1, None, index + 1)
        noun = noun_at(tokens, index + 2)
        term.unit = "pair of " + noun.text if noun is not None else "pair"
        term.end = noun.end if noun is not None else index + 1
        return term
    return Term(_FIXED[text], None, index + 1)


def _counts_digits(words: Words, index: int) -> bool:
    ahead = index + 2 if words.tokens[index + 1].text == "-" else index + 1
    if words.tokens[ahead].text not in ("digit", "digits", "figure", "figures"):
        return False
    size = words.tokens[index].text
    words.refuse(f"{size} digits are a size class and name no number", UnreadableKind.UNBOUNDED)
    return True


def _read_no(words: Words, index: int) -> Term | None:
    """ "no survivors", "no one"."""
    following = words.tokens[index + 1]
    if following.text == "one":
        return Term(0, None, index + 2)
    if (
        following.kind == WORD
        and following.text not in STOP
        and following.text not in NUMBER_WORDS
        and following.text not in _AFTER_IDLE_NO
    ):
        return Term(0, None, index + 1)
    return None


def _read_multiple(words: Words, index: int) -> Term | None:
    """ "double", "tripled", "twice as many"; "twice" by itself counts occurrences."""
    text = words.tokens[index].text
    times = _TIMES.get(text)
    following = words.tokens[index + 1]
    if times is not None:
        if index and words.tokens[index - 1].text in _THINKING:
            return None  # "think twice"
        if text == "once" and following.kind == WORD and following.text not in _AFTER_ONCE:
            return None  # "once the vote is over", "the once popular mayor"
        term = Term(times, None, index + 1)
        if text != "once" and words.tokens[index + 1].text in AS_MANY:
            term.kind = QuantityKind.FACTOR
        else:
            term.kind, term.unit = QuantityKind.NUMBER, "times"
        return term
    factor = _MULTIPLES.get(text)
    if factor is None:
        return None
    if text in _ALSO_NAMES and following.kind == WORD and following.text not in STOP and following.text not in AS_MANY:
        words.refuse(f"“{text} {following.raw}” is a name, not a ratio", UnreadableKind.DIFFERENT)
        return None
    if text in _ALSO_NAMES and following.text == "-":
        return None  # "double-decker", "triple-A"
    term = Term(factor, None, index + 1)
    term.kind = QuantityKind.FACTOR
    return term


def _read_derived(words: Words, index: int) -> Term | None:
    """Words built from a number word: "sixfold", "fortyish", "in her forties"."""
    text = words.tokens[index].text
    if text in _DECADES and index and words.tokens[index - 1].text in _BEFORE_DECADE:
        return Term.decade(_DECADES[text], index + 1, words.tokens, index)
    if text.endswith("fold"):
        found = NUMBER_WORDS.get(text[:-4])
        if found is not None:
            term = Term(found[1], None, index + 1)
            term.kind = QuantityKind.FACTOR
            return term
    elif text.endswith("ish"):
        found = NUMBER_WORDS.get(text[:-3]) or NUMBER_WORDS.get(text[:-3] + "y")
        if found is not None and found[0] < HUNDRED:
            term = Term(found[1], None, index + 1)
            term.comparator = Comparator.ABOUT
            return term
    return None


def _read_majority(words: Words, index: int) -> Term | None:
    """ "most", "a vast majority", "a minority": more or less than half."""
    tokens = words.tokens
    if not (_is_most_of(tokens, index) if tokens[index].text == "most" else _is_part_of(tokens, index)):
        return None
    strong = index > 0 and tokens[index - 1].text in _LARGE
    term = Term(Fraction(1, 2), None, index + 1)
    term.kind = QuantityKind.SHARE
    if tokens[index].text == "minority":
        term.comparator = Comparator.WELL_UNDER if strong else Comparator.LESS_THAN
    else:
        term.comparator = Comparator.WELL_OVER if strong else Comparator.MORE_THAN
    return term


def _is_most_of(tokens: Sequence[Token], index: int) -> bool:
    """Whether "most" is a part and not a superlative: "most voters", not "the most expensive", "most likely"."""
    following = tokens[index + 1]
    if following.text == "of":
        return tokens[index + 2].text != "all"
    if not following.kind or following.text in STOP:
        return not index
    before = tokens[index - 1] if index else None
    if before is not None and (before.text in _BEFORE_SUPERLATIVE or before.text.endswith(("'s", "’s", "'", "’"))):
        return False
    noun = noun_at(tokens, index + 1)
    if noun is None or following.text.endswith("ly"):
        return False
    return is_plural(tokens[noun.end - 1].text)


def _texts(tokens: Sequence[Token], start: int, end: int) -> list[str]:
    return [token.text for token in tokens[max(start, 0) : end]]


def _is_part_of(tokens: Sequence[Token], index: int) -> bool:
    """Whether a majority is one of people, and not "the majority leader" or "a minority stake"."""
    following = tokens[index + 1]
    if index > 1 and tokens[index].raw[0].isupper():
        return False  # "the Senate Majority"
    if following.text == "of" and tokens[index + 2].kind == DIGITS and not counts(tokens, index + 3):
        return False  # "a majority of 42", by which a vote was won
    if (
        following.text != "of"
        and index
        and tokens[index - 1].text not in _LARGE
        and "the" in _texts(tokens, index - 3, index)
    ):
        return False  # "the conservative majority"
    return following.kind != WORD or following.text in STOP or following.text.endswith(("ed", "s"))


def _read_after_article(words: Words, index: int) -> Term | None:
    """ "a couple", "a few", "a handful", "a kilogram", "a dollar and 42 cents", "a 5"."""
    tokens = words.tokens
    ahead = index + 1
    following = tokens[ahead].text
    if tokens[ahead].kind == DIGITS:
        numeral = scan_numeral(tokens, ahead) if not_a_quantity(tokens, ahead) is None else None  # not "a 2007 bill"
        return None if numeral is None else term_of(words, numeral, ahead)
    if following == "few":
        return read_vague(words, ahead, True)
    if following == "good" and tokens[ahead + 1].text == "few":
        return read_vague(words, ahead + 1, True)
    if following in _AFTER_ARTICLE:
        return _read_other_words(words, ahead)
    if following in _SIZES_OF_MAJORITIES and tokens[ahead + 1].text in _HALVES:
        return _read_majority(words, ahead + 1)
    money = currency_before(words, ahead)
    if money is not None:
        return read_money(words, money, ahead, True)
    entry = NUMBER_WORDS.get(following)
    if entry is not None and entry[0] <= TENS and following != "one":
        numeral = scan_numeral(tokens, ahead)
        return term_of(words, numeral, ahead) if numeral is not None else None
    return _one_unit(words, ahead)


def _one_unit(words: Words, index: int) -> Term | None:
    """The unit after an article: "a kilogram", "a dollar", "a penny"."""
    tokens = words.tokens
    text = tokens[index].text
    unit = measure_at(tokens, index)
    if text == "second" and _is_next(tokens, index):
        return Term.ordinal(2, index + 1)  # "a second device", "a second-round match"
    if unit is not None and len(unit.text) > 1 and unit.text not in ("in", "stone"):
        term = Term(1, None, unit.end)
        term.unit = unit.text
        add_half(tokens, term)
        add_smaller_units(tokens, term)
        return term
    currency = currency_after(words, index)
    if currency is not None and singular(text) == text:
        term = Term(1, None, currency.end)
        term.kind, term.currency = QuantityKind.MONEY, settled_currency(words, currency.code)
        add_cents(words, term)
        return term
    if text in _COINS:
        term = Term(1, None, index + 1)
        term.kind, term.unit = QuantityKind.MONEY, text
        term.currency = settled_currency(words, MINOR_UNITS[text])
        return term
    return None


def _is_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether "second" says which one of several, and is not a unit of time: "a second device", but "a second-long pause"."""
    if tokens[at + 1].text == "-" and tokens[at + 1].glued:
        return tokens[at + 2].kind == WORD and tokens[at + 2].text not in _AFTER_SECONDS
    return tokens[at + 1].kind == WORD and tokens[at + 1].text not in STOP


_AFTER_SECONDS: Final = frozenset({"long", "and", "or", "by"})
