"""Quantities in running text: where each number begins and ends, and the noun that it counts.

Every number is tried where it is, with the readers of `reading`, which say where the number ends. What comes before it is
looked at for hedges alone ("nearly", "more than"), so that a verb or a preposition is never part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableValue
from newsfacts.values.level import Level
from newsfacts.values.quantities.finding_hedges import BEFORE_UNSAID, HEDGE_STARTS, hedge_end, is_at_best, is_unsaid
from newsfacts.values.quantities.finding_names import end_of_name, is_title
from newsfacts.values.quantities.finding_nouns import is_glued, noun_end, singular_noun_end
from newsfacts.values.quantities.finding_starts import FIRST_WORDS, may_start, part_end
from newsfacts.values.quantities.quantity import Change, QuantityKind
from newsfacts.values.quantities.reading.hedges import AFTER, BEFORE, CHANGE_WORDS, match_phrase
from newsfacts.values.quantities.reading.idioms import IDIOM_WORDS, idiom_at
from newsfacts.values.quantities.reading.nouns import STOP
from newsfacts.values.quantities.reading.number_like_words import read_term
from newsfacts.values.quantities.reading.number_words import (
    MAGNITUDE,
    NUMBER_WORDS,
    word_set,
)
from newsfacts.values.quantities.reading.opening import MARGIN_STARTS, Opening
from newsfacts.values.quantities.reading.ranges import read_shape
from newsfacts.values.quantities.reading.term import Term
from newsfacts.values.quantities.reading.tokens import DIGITS, WORD, Token
from newsfacts.values.quantities.reading.windows import RATE_STARTS, rate_at
from newsfacts.values.quantities.reading.words import Words

__all__ = ["QuantityWords", "quantities_in"]

MAX_HEDGE: Final = 6
"""The most words of a hedge before a number."""

MAX_NUMBER_WORDS: Final = 40
"""More number words in a row are not one number, and no quantity is looked for in them."""
MAX_TO_VERB: Final = 3
"""How many words before a number a verb of change may be."""

_OF_WHAT: Final = word_set("the its his her their our all these those my your")
_SHARED_UNITS: Final = word_set("percent % pct percentage point points")
_WITHOUT_NOUN: Final = frozenset(
    {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.BASIS_POINTS, QuantityKind.MONEY, QuantityKind.FACTOR}
)
_CURRENCIES: Final[Mapping[str, str]] = {"$": "USD", "rupee": "INR"}
_TONES: Final = word_set("just only")


class QuantityWords(NamedTuple):
    """The tokens `first` up to, not including, `last` state a number; the counted noun is `noun_first`..`noun_last`.

    The number without its noun ends at `number_last`; a counted noun may also come after `last` ("12 percent | of voters").
    `unit_first`..`unit_last` is what a later number of the sentence says about this one: "from 5.1 | to 5.4 percent".
    """

    first: int
    last: int
    number_last: int
    noun_first: int
    noun_last: int
    level: Level
    unit_first: int = 0
    unit_last: int = 0


def quantities_in(
    text: str, tokens: Sequence[Token], taken: Sequence[tuple[int, int]], currencies: Mapping[str, str] | None = None
) -> Iterator[QuantityWords]:
    """The quantities of running text in order. `taken` are the tokens of its times, in order, which state none."""
    words = Words(text, tokens, _CURRENCIES if currencies is None else currencies)
    at, last, place = 0, len(tokens) - 3, 0
    free = 0  # nothing before it may be part of the next quantity
    run = 0  # where the number words end that were last looked at
    in_title = is_title(tokens)
    while at < last:
        while place < len(taken) and taken[place][1] <= at:
            place += 1
        if place < len(taken) and taken[place][0] <= at:
            at = free = taken[place][1]
            continue
        limit = taken[place][0] if place < len(taken) else last
        if tokens[at].kind == DIGITS:
            end = end_of_name(tokens, at)
            if end > at:
                at = free = end
                continue
        elif tokens[at].text not in FIRST_WORDS:
            at += 1
            continue
        else:
            if at >= run and tokens[at].text in NUMBER_WORDS:
                run = _end_of_run(tokens, at)
                if run - at > MAX_NUMBER_WORDS:
                    at = free = run
                    continue
            idiom = idiom_at(tokens, at) if tokens[at].text in IDIOM_WORDS else None
            if idiom is not None:
                at = free = idiom.end
                continue
            if not may_start(tokens, at, in_title):
                at += 1
                continue
        found = _quantity_at(words, at, free, limit)
        if found is None:
            at += 1
            continue
        if isinstance(found, int):
            at = free = found
            continue
        yield found
        at = free = found.last


def _end_of_run(tokens: Sequence[Token], at: int) -> int:
    """The index after number words in a row and what joins them."""
    while tokens[at].text in NUMBER_WORDS or tokens[at].text in ("and", "-", ","):
        at += 1
    return at


def _quantity_at(words: Words, at: int, free: int, limit: int) -> QuantityWords | int | None:
    """The quantity at token `at`; the index after a number of which the words around it do not say how much they mean; None for no number."""
    tokens = words.tokens
    start, opening = _opening(tokens, at, free)
    term = _term_at(words, opening)
    if term is None and opening.preposition:  # "between two candidates"
        start, opening = at, Opening(at)
        term = _term_at(words, opening)
    if term is None or term.end > limit or term.end <= at or term.kind is QuantityKind.ORDINAL:
        return None
    if _is_decade(tokens, at, term.end) or (
        start and tokens[start - 1].text in BEFORE_UNSAID and is_unsaid(tokens, start)
    ):
        return term.end
    part = part_end(tokens, term.end, term) if term.unit is None and term.kind is None else None
    end = _end_of_number(tokens, start, term, part, limit)
    plain = term.unit is None and term.currency is None and term.kind not in _WITHOUT_NOUN
    is_one = _is_one(tokens, at, end)
    first, noun = (end, end) if _is_family(tokens, at) else _noun(tokens, end, limit, is_one, is_part=part is not None)
    if plain and noun == first and end == at + 1 and is_one:
        return None
    last = _rate_end(tokens, max(end, noun) if plain else end, limit)
    if not plain and tokens[end].text != "of":
        first = noun = last
    if tokens[last].text in HEDGE_STARTS:
        last = hedge_end(tokens, last, limit)
        if is_at_best(tokens, last):
            return last
    unit = _shared_unit(tokens, at, term) if opening.change is not Change.NONE else (0, 0)
    return QuantityWords(start, last, end, first, noun, _level(tokens, at, term, noun > first), *unit)


_BEFORE_DECADE: Final = word_set("since during until before after")


def _is_decade(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "since the 80s"."""
    after_the = at > 1 and tokens[at - 1].text == "the" and tokens[at - 2].text in _BEFORE_DECADE
    return after_the and tokens[end - 1].text == "s"


def _end_of_number(tokens: Sequence[Token], start: int, term: Term, part: int | None, limit: int) -> int:
    """The index after a number with what it is out of (which ends before `part`), the hedge after it, and the "old" of an age."""
    end = part if part is not None and part <= limit else term.end
    after = match_phrase(AFTER, tokens, end)
    if after is not None and after[1] <= limit and not _goes_on(tokens, start, after[1]):
        end = after[1] - (tokens[after[1] - 1].text == "of")  # "20 percent or more | of voters"
    is_age = tokens[end].text == "-" and tokens[end + 1].text in ("old", "olds")
    return end + 2 if is_age and term.unit is not None and end + 2 <= limit else end


def _shared_unit(tokens: Sequence[Token], at: int, term: Term) -> tuple[int, int]:
    """The unit that the first number shares with the second one: "rose from 5.1 to 5.4 | percent"; an empty range of tokens for nothing."""
    if not _is_start_of_change(tokens, at, term):
        return 0, 0
    first = last = term.end + 2
    while tokens[last].text in _SHARED_UNITS or NUMBER_WORDS.get(tokens[last].text, (0,))[0] == MAGNITUDE:
        last += 1
    return first, last


def _is_family(tokens: Sequence[Token], at: int) -> bool:
    """ "a family of four", "a father of three": people, whatever comes next."""
    return at > 1 and tokens[at - 1].text == "of" and tokens[at - 2].text in _FAMILY


_OF_WHOM: Final = word_set("them us you")
_FAMILY: Final = word_set("family families mother father parent parents household")


def _goes_on(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether what looks like a hedge after a number begins something else: "40 and less than 10", "3 plus 4"."""
    token = tokens[at]
    if token.text in ("than", "then") or token.kind == DIGITS or token.text in NUMBER_WORDS:
        return True
    if tokens[at - 1].text not in ("minimum", "maximum"):
        return False
    named = start > 0 and tokens[start - 1].text in ("a", "the", "that", "this", "its")
    return named or (token.kind == WORD and token.text not in STOP)  # "a $15 minimum", "$15 minimum wages"


def _is_one(tokens: Sequence[Token], at: int, end: int) -> bool:
    return tokens[at].text == "one" and end == at + 1


def _term_at(words: Words, opening: Opening) -> Term | None:
    """The number after the opening, or the upper end of a range; the first number alone where two make no range."""
    words.refusal = None
    try:
        shape = read_shape(words, opening)
        if shape is None:
            return None
        low = shape.low
        whole = not low.bare or low.currency is not None
        moved = opening.change is not Change.NONE and words.tokens[low.end].text == "to"
        moved = moved and (whole or _is_start_of_change(words.tokens, opening.end, low))
        return low if moved or shape.high is None else shape.high
    except UnreadableValue:
        pass
    try:
        return read_term(words, opening.end)
    except UnreadableValue:
        return None


def _is_start_of_change(tokens: Sequence[Token], at: int, low: Term) -> bool:
    """Whether "from" and "to" around a number say that it was there before a change: "rose from 5.1 to".

    Both numbers are in digits and about as long, so that "million" after the second one belongs to both.
    """
    if not at or tokens[at - 1].text != "from" or tokens[low.end].text != "to" or low.end != at + 1:
        return False
    first, second = tokens[at], tokens[low.end + 1]
    lengths = [len(token.text.partition(".")[0]) for token in (first, second)]
    return first.kind == second.kind == DIGITS and abs(lengths[0] - lengths[1]) <= 1


def _opening(tokens: Sequence[Token], at: int, free: int) -> tuple[int, Opening]:
    """Where the hedge before the number at `at` begins, and the opening for its reader."""
    start = at
    opening = Opening(at)
    for size in range(min(MAX_HEDGE, at - free), 0, -1):
        found = match_phrase(BEFORE, tokens, at - size)
        if found is not None and found[1] == at and not _is_other_word(tokens, at - size):
            start, opening.comparator = at - size, found[0]
            if tokens[start].text == "at" and tokens[start + 1].text in _AFTER_AT:
                start += 1  # "valued at | more than $5"
            break
    if start == at and at > free and tokens[at - 1].text == "between":
        opening.preposition, start = "between", at - 1
    elif start == at:
        start = _margin_start(tokens, at, free)
    if start > free and start == at:
        opening.change = _change_before(tokens, at, free)
    if start > free and tokens[start - 1].text in _TONES:
        start -= 1
    return start, opening


def _is_other_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether "about" names what is talked about ("they care about two things"), or "Max" is part of a name ("737 Max 8 jets").

    "The past seven games" are those before, and not more than seven.
    """
    if tokens[at].text == "max":
        return tokens[at].raw != "max"
    if tokens[at].text == "easily":  # "won easily 3 times"
        return at > 0 and tokens[at - 1].kind == WORD and tokens[at - 1].text not in STOP
    if tokens[at].text == "past":
        return at > 0 and tokens[at - 1].text in _BEFORE_PAST
    return tokens[at].text == "about" and at > 0 and tokens[at - 1].text in _BEFORE_TOPIC


_BEFORE_PAST: Final = word_set("the these those its his her their our my your in over")

_BEFORE_TOPIC: Final = word_set(
    "care cares cared talk talks talked talking think thinks thought thinking worry worries worried know knows knew ask asks "
    "asked asking hear heard write wrote written writing speak spoke speaking question questions concern concerns concerned "
    "complain complained story stories book books information news debate all more something anything it lie lied lies joke"
)


_AFTER_AT: Final = word_set("more less over under")


def _change_before(tokens: Sequence[Token], at: int, free: int) -> Change:
    """The change that a verb before the number names: what follows "to" is then its result, and another number.

    "rose | $4.20 to $1,250", "grew from | 1.1 million to 1.4 million".
    """
    for index in range(at - 1, max(at - 1 - MAX_TO_VERB, free - 1), -1):
        change = CHANGE_WORDS.get(tokens[index].text)
        if change is not None:
            return change
        if tokens[index].text not in ("by", "from") and not tokens[index].text.endswith("ly"):
            break
    return Change.NONE


def _margin_start(tokens: Sequence[Token], at: int, free: int) -> int:
    """The index of "plus or minus" or "±" right before the number at `at`; else `at`."""
    if at > free and tokens[at - 1].text in ("±", "+/-"):
        return at - 1
    starts = at - 3 >= free and tokens[at - 3].text in MARGIN_STARTS and tokens[at - 1].text in ("minus", "take")
    return at - 3 if starts else at


def _noun(tokens: Sequence[Token], end: int, limit: int, is_one: bool, *, is_part: bool = False) -> tuple[int, int]:
    """The tokens of the counted noun after a number that ends before `end`; the same index twice for none."""
    at = end
    if tokens[at].text == "-" and is_glued(tokens, at):
        if at + 1 >= limit or tokens[at + 1].kind != WORD:
            return end, end
        return at + 1, _compound_end(tokens, at + 1, limit)
    if tokens[at].text == "of":
        at += 1
        while tokens[at].text in _OF_WHAT:
            at += 1
    last = singular_noun_end(tokens, at, limit) if is_one else noun_end(tokens, at, limit, goes_on=not is_part)
    return (at, last) if last > at else (end, end)


def _compound_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """After the word that a hyphen joins to the number, and after the noun that follows: "50-state poll"."""
    end = singular_noun_end(tokens, at, limit, 1)
    if tokens[end - 1].text in ("old", "olds"):
        return end
    return singular_noun_end(tokens, end, limit, 1) if end > at else at + 1


def _rate_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """The index after "a share", "per gallon", "an hour", "per person per year"; `at` where no rate follows."""
    for _ in range(2):
        hyphen = tokens[at].text == "-" and is_glued(tokens, at) and tokens[at + 2].text == "-"  # "£85,000-a-year"
        starts = at + 1 if hyphen and tokens[at + 1].text in ("a", "an") else at
        rate = rate_at(tokens, starts) if tokens[starts].text in RATE_STARTS else None
        if rate is None or rate.end > limit:
            break
        at = rate.end
    return at


def _level(tokens: Sequence[Token], at: int, term: Term, has_noun: bool) -> Level:
    in_digits = any(token.kind == DIGITS for token in tokens[at : term.end])
    if term.vague is not None:
        return Level.LIKELY
    if has_noun or term.kind is not None or term.unit is not None or term.currency is not None:
        return Level.SURE
    if _is_some_of(tokens, term.end) or _is_said_to_be(tokens[term.end]):
        return Level.LIKELY
    return Level.LIKELY if in_digits else Level.GUESS


def _is_some_of(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number is followed by what it is a part of: "three of the seven judges", "nine of them"."""
    if tokens[end].text != "of":
        return False
    if tokens[end + 1].text in _OF_WHOM:
        return True
    at = end + 1
    while tokens[at].text in _OF_WHAT or tokens[at].text in ("last", "past", "first", "next", "roughly", "about"):
        at += 1
    return tokens[at].kind == DIGITS or tokens[at].text in NUMBER_WORDS


def _is_said_to_be(token: Token) -> bool:
    """Whether a participle follows, so that the noun was named before: "40 houses were damaged and four destroyed"."""
    return token.kind == WORD and token.text.endswith("ed") and token.text.islower() and token.text not in NUMBER_WORDS
