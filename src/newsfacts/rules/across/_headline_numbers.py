"""The numbers of a headline and of a body, annotated or not, and whether one stands for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import attrs

from newsfacts.model import Document, Unreadable, read_quantity_words
from newsfacts.patterns import lazy_pattern
from newsfacts.text.english import CASUALTY_VERBS, LINKS, LISTED_NOUNS, lower_words
from newsfacts.values.quantities.quantity import Comparator, Quantity, QuantityKind

__all__ = [
    "CEILINGS",
    "NUMBER",
    "HeadlineNumber",
    "body_values",
    "headline_numbers",
    "may_have_number",
    "numbers_of",
    "numbers_of_headline",
    "stands_for",
]

MAX_NUMBERS = 2000
"""How many numbers of a body are looked at."""

_SMALL = "two three four five six seven eight nine ten eleven twelve dozen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = "one two three four five six seven eight nine"
_WORDS = "|".join(
    [*(f"{ten}-(?:{'|'.join(_UNITS.split())})" for ten in _TENS.split()), *_SMALL.split(), *_TENS.split()]
)
_SCALE = r"(?:[ \u00a0-]?(?:thousand|million|billion|trillion|bn|tn|m|k)\b)?"
_PERCENT = r"(?:\s?%|[ \u00a0-]per ?cent\b|\s?pc\b)?"
NUMBER = lazy_pattern(
    rf"(?<![\w.,/:–’'-])(?P<money>US\$|[$€£¥])?(?P<digits>\d(?:[\d,]{{0,20}}\d)?(?:\.\d{{1,6}})?|(?:{_WORDS})\b){_SCALE}{_PERCENT}"
    r"(?![\w/:-]|[.,]\d)",
    re.IGNORECASE,
)
_DIGITS = lazy_pattern(r"\d+")
_WORD_AFTER_ANOTHER = lazy_pattern(rf"\W(?:{'|'.join([*_SMALL.split(), *_TENS.split()])})")
"""Where a number word of `NUMBER` may begin, in lower case: all others begin with one of these."""
_MONEY = "$€£¥"
CEILINGS = frozenset({Comparator.UP_TO, Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.WELL_UNDER})
"""What a count is said to be at most with: up to 50, fewer than 50."""
_YEAR = lazy_pattern(r"(?:1[89]|20)\d\d")
_MONTH_BEFORE = lazy_pattern(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\Z", re.IGNORECASE
)
_NEXT_WORD = lazy_pattern(r"\s+([^\W\d_]+(?:-[^\W\d_]+)*)")


@attrs.frozen
class HeadlineNumber:
    """A number of a headline: its words, where they begin, its value, and the word after it ("" for none).

    `after_verb` says that a verb such as "kills" is right before it, and no noun after it.
    """

    words: str
    start: int
    value: Quantity
    noun: str
    after_verb: bool = False


def numbers_of(text: str) -> Iterator[re.Match[str]]:
    """The numbers of a text: those of the pattern, which is tried only where one may begin: everywhere, it takes twice as long."""
    end = 0
    for start in sorted(set(starts_of_numbers(text))):
        found = NUMBER.match(text, start) if start >= end else None
        if found is not None:
            yield found
            end = found.end()


def starts_of_numbers(text: str) -> Iterator[int]:
    """Where a number may begin: with digits or a number word, or with the sign of a currency before them."""
    lower = text.casefold()
    if len(lower) != len(text):  # a few letters have several small ones
        yield from range(len(text))
        return
    firsts = [found.start() for found in _DIGITS.finditer(text)]
    firsts += [
        found.start() for found in _WORD_AFTER_ANOTHER.finditer(f" {lower}")
    ]  # by the space, offsets are the same
    for first in firsts:
        yield first
        if first and text[first - 1] in _MONEY:
            yield first - 1
            if lower[max(0, first - 3) : first - 1] == "us":
                yield first - 3


def headline_numbers(title: str, *, alone: bool = True) -> Iterator[HeadlineNumber]:
    """The numbers of a headline that say how much or how many: no years, dates, scores, names or listed things.

    Without `alone`, bare digits are left out that no word after or before them says what they count: "Flood 5".
    """
    for found in numbers_of(title):
        words = found[0]
        after = _NEXT_WORD.match(title, found.end())
        noun = after[1].casefold() if after else ""
        follows_verb = (noun in LINKS or not noun) and not CASUALTY_VERBS.isdisjoint(
            lower_words(title[: found.start()])[-2:]
        )
        if not (alone or noun or follows_verb) and words.isdecimal():
            continue
        if _YEAR.fullmatch(words) or noun in LISTED_NOUNS or _MONTH_BEFORE.search(title[: found.start()]):
            continue
        value = read_quantity_words(words)
        if isinstance(value, Quantity) and value.stated is not None and value.kind is not QuantityKind.ORDINAL:
            yield HeadlineNumber(words, found.start(), value, noun, follows_verb)


def numbers_of_headline(document: Document) -> tuple[HeadlineNumber, ...]:
    """The numbers of a document's title, where it has counts that these can be compared with.

    Digits that count nothing that the title names can only be what a count has as a ceiling.
    """
    title = document.title
    if not (title and document.counts and may_have_number(title)):
        return ()
    values = [count.value for count in document.counts]
    has_ceiling = any(isinstance(value, Quantity) and value.comparator in CEILINGS for value in values)
    return tuple(headline_numbers(title, alone=has_ceiling))


def may_have_number(title: str) -> bool:
    """Whether there is a digit or the beginning of a number word in a title: most have neither."""
    return _DIGITS.search(title) is not None or _WORD_AFTER_ANOTHER.search(f" {title.casefold()}") is not None


def body_values(text: str) -> frozenset[int | Fraction]:
    """The numbers that a body has, in digits or words, in whatever sense."""
    found: set[int | Fraction] = set()
    for number, match in enumerate(numbers_of(text)):
        if number == MAX_NUMBERS:
            break
        value = read_quantity_words(match[0])
        if not isinstance(value, Unreadable) and value.stated is not None:
            found.add(value.stated)
    return frozenset(found)


def stands_for(headline: Quantity, value: int | Fraction) -> bool:
    """Whether a number of a headline is a number of the body, or what that is rounded to."""
    stated, step = headline.stated, headline.granularity
    if stated is None or stated == value:
        return stated is not None
    if step is None or headline.comparator is not Comparator.PLAIN:
        return False
    return abs(Fraction(value) - stated) * 2 <= step
