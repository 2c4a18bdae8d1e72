"""Cardinals, decimals and fractions in words, token by token. The grammar is that of `numerals`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from newsfacts.errors import UnreadableKind, UnreadableValue
from newsfacts.values.quantities.exact import Number, times, whole
from newsfacts.values.quantities.reading.decimals_in_words import compound_denominator, over, scan_point
from newsfacts.values.quantities.reading.digits import (
    CARDINAL,
    MAX_DIGITS,
    ORDINAL_FORM,
    SHARE,
    Numeral,
    read_digits,
    scan_digits,
)
from newsfacts.values.quantities.reading.number_words import (
    DOZEN,
    HUNDRED,
    MAGNITUDE,
    NUMBER_WORDS,
    ORDINAL,
    ORDINAL_MAGNITUDE,
    PART,
    PARTS,
    PLURAL_PARTS,
    TEN,
    TENS,
    UNIT,
    VULGAR_FRACTIONS,
)
from newsfacts.values.quantities.reading.sized import starts_sized_noun
from newsfacts.values.quantities.reading.tokens import DIGITS, SIGN, WORD, Token

__all__ = ["ARTICLES", "scan_cardinal", "scan_part"]

ARTICLES: Final = ("a", "an")
_BEFORE_PERIODS: Final = frozenset(
    {"first", "last", "next", "past", "previous", "final", "coming", "these", "those", "second"}
)
"""What makes quarters of a year of "two quarters"."""


def scan_cardinal(tokens: Sequence[Token], at: int, money: bool, conjunction: bool, article: bool) -> Numeral | None:
    """The cardinal, fraction or ordinal at token `at`; with `article`, "a" was before it."""
    scanned: Numeral | None = None
    if tokens[at].kind == DIGITS:
        entry = NUMBER_WORDS.get(tokens[at + 1].text)
        large = _digits_of_magnitude(tokens, at, entry[1]) if entry is not None and entry[0] == MAGNITUDE else None
        if large is not None:
            return large
        scanned = scan_digits(tokens, at, money)
        if scanned is None or not scanned.plain:
            return scanned
        following = tokens[scanned.end].text
        if following != "-" and following not in NUMBER_WORDS:
            return scanned  # digits by themselves, as most numbers are
    return _Cardinal(tokens, at, money, conjunction, article, scanned).read()


def _digits_of_magnitude(tokens: Sequence[Token], at: int, magnitude: int) -> Numeral | None:
    """ "4.5 million" where nothing goes on, as most large numbers are written; None for any other, which `_Cardinal` reads."""
    following = tokens[at + 2]
    if following.text in _GOING_ON or following.kind == DIGITS or following.text in NUMBER_WORDS:
        return None
    digits = read_digits(tokens[at].text)
    mantissa, decimals = digits.mantissa, digits.decimals
    if not mantissa or not 0 <= decimals < MAX_QUICK or mantissa > QUICK_LIMIT:
        return None
    if not decimals:
        return Numeral(mantissa * magnitude, magnitude, at + 2, CARDINAL, False, magnitude)
    value, step, power = mantissa * magnitude, magnitude, 10**decimals
    return Numeral(
        Fraction(value, power) if value % power else value // power,
        Fraction(step, power) if step % power else step // power,
        at + 2, CARDINAL, False, magnitude,
    )  # fmt: skip


_GOING_ON: Final = frozenset({"and", ",", "-"})
"""What may join more of the number to a magnitude: "four million, two hundred thousand"."""
MAX_QUICK: Final = 20
QUICK_LIMIT: Final = 10**MAX_QUICK
"""How many decimals, and which size, a number has at most that cannot come near `MAX_DIGITS`."""


Mark = tuple[int, Number]
"""A place to fall back to: the index of a token and the number read before it."""


class _Cardinal:
    """Reads one cardinal, group by group; each `_on_...` method takes one kind of word.

    They return True to go on, False where the number ends before the word, or the finished numeral.
    """

    __slots__ = (
        "after_hundred", "at", "before_and", "before_group", "conjoined", "conjunction", "digits", "granularity", "group",
        "here", "index", "joined_by_and", "literal", "money", "parts", "room", "scale", "spoken", "tokens",
    )  # fmt: skip

    def __init__(
        self, tokens: Sequence[Token], at: int, money: bool, conjunction: bool, article: bool, digits: Numeral | None
    ) -> None:
        self.tokens, self.at, self.index = tokens, at, at
        self.digits = digits
        """The digits that it begins with, which have been read already."""
        self.money, self.conjunction = money, conjunction
        self.parts: list[tuple[Number, int]] = []
        """Finished groups with their magnitudes, which fall: (200, 10**6) is 200 million."""
        self.group: Number | None = 1 if article else None
        self.room = 0
        """What is added to the group next must be less than this."""
        self.literal = False
        """The group is a run of digits."""
        self.granularity: Number | None = None
        self.spoken = 0
        """1 right after "hundred", 2 right after a magnitude: there "and" may follow."""
        self.scale = 1
        """What multiplies the whole number; 0 once something is added after a magnitude."""
        self.here, self.conjoined = at, False
        """The token being read, and whether "and" came before it."""
        self.joined_by_and = False
        """The present group came after "and"."""
        self.before_group: Mark | None = None
        self.before_and: Mark | None = None
        self.after_hundred: Mark | None = None

    def total(self) -> Number:
        value: Number = self.group or 0
        for part, _ in self.parts:
            value = value + part
        return value if type(value) is int else whole(value)

    def read(self) -> Numeral | None:
        while True:
            found = self._step()
            if found is True:
                continue
            return self._end() if found is False else found

    def _step(self) -> Numeral | bool | None:
        """Read one word, and the sign or the "and" before it."""
        self.here, self.conjoined = self.index, False
        if self.index > self.at and not self._skip_joiner():
            return False
        token = self.tokens[self.here]
        if token.kind == DIGITS:
            return self._on_digits()
        entry = NUMBER_WORDS.get(token.text)
        if entry is None:
            return self._on_point() if token.text == "point" else False
        role, value = entry
        return _METHODS[role](self, role, value)

    def _skip_joiner(self) -> bool:
        """Go past a hyphen, a comma or an "and" that joins the next word to what has been read; False where one does not."""
        token = self.tokens[self.index]
        if token.kind == SIGN:
            following = self.tokens[self.index + 1]
            comma = token.text == "," and self.spoken == 2 and _opens_group(self.tokens, self.index + 1)
            self.here += 1
            return comma or (token.text == "-" and following.kind == WORD)
        if token.text == "and":
            self.here, self.conjoined = self.index + 1, True
            return self.conjunction and self.spoken > 0
        return True

    def _on_point(self) -> Numeral | bool:
        """ "two point five", "two-point-five"."""
        if self.here > self.index and self.group is not None and not (self.literal or self.parts):
            following = self.tokens[self.here + 1]
            hyphened = following.text == "-" and NUMBER_WORDS.get(self.tokens[self.here + 2].text, (PART,))[0] <= TENS
            return (scan_point(self.tokens, self.here + 1, self.group) or False) if hyphened else False
        if self.literal or self.index != self.here or self.parts or self.group is None:
            return False
        return scan_point(self.tokens, self.index, self.group) or False

    def _mark(self) -> None:
        """Remember where a new group or an "and" begins."""
        if self.group is None and self.parts:
            self.before_group = (self.index, self.total())
            self.joined_by_and = self.conjoined
        if self.conjoined:
            self.before_and = (self.index, self.total())

    def _on_digits(self) -> Numeral | bool | None:
        """Digits begin a number, or follow a magnitude: "4 thousand 3 hundred and 21"."""
        if self.index == self.at:
            scanned = self.digits
            if scanned is None or not scanned.plain:
                return scanned
            self.group, self.granularity = scanned.value, scanned.granularity
        else:
            if (
                not self.spoken
                or (self.group is not None and not self.room)
                or starts_sized_noun(self.tokens, self.here)
            ):
                return False
            scanned = scan_digits(self.tokens, self.here, self.money)
            limit = self.room if self.group is not None else self.parts[-1][1]
            if scanned is None or not scanned.plain or scanned.value >= limit or scanned.value.denominator != 1:
                return False
            self._mark()
            self.group, self.scale = (self.group or 0) + scanned.value, 0
        self.literal, self.room, self.index, self.spoken = True, 0, scanned.end, 0
        return True

    def _on_small(self, role: int, value: int) -> bool:
        """Units, teens and tens."""
        tens = role == TENS
        if self.here > self.index and self.tokens[self.index].text == "-" and not self.spoken and not self.room:
            return False
        if tens and self.group is not None and _is_plural_denominator(self.tokens, self.here):
            return False
        if self.spoken == 2 and not self.conjoined and starts_sized_noun(self.tokens, self.here):
            return False  # "two million fifty-pound bags"
        if self.group is None:
            if self.parts and value >= self.parts[-1][1]:
                return False
            self._mark()
            self.group = value
        else:
            if not value or value >= self.room:
                return False
            self._mark()
            self.group = self.group + value
        self.scale = 1 if self.scale == 1 else 0
        self.room, self.literal, self.spoken, self.index = (10 if tens else 0), False, 0, self.here + 1
        return True

    def _on_hundred(self, _: int, __: int) -> Numeral | bool:
        if self.conjoined:
            return False
        if self.group is None:
            if self.parts or self.index > self.at:
                return False
            self.group = 1
        elif not self.literal and self.group >= 100:  # "one hundred and two | hundred": the two begins a new number
            if self.after_hundred and self.after_hundred[0] == self.here:
                self._refuse_magnitude()
            return Numeral(self.after_hundred[1], None, self.after_hundred[0]) if self.after_hundred else False
        elif not self.group:
            return False
        self.group = times(self.group, 100)
        if self.granularity is not None:
            self.granularity = times(self.granularity, 100)
        self.scale *= 100
        self.room, self.literal, self.spoken, self.index = 100, False, 1, self.here + 1
        self.after_hundred = (self.index, self.total())
        return True

    def _on_magnitude(self, _: int, value: int) -> Numeral | bool:
        parts = self.parts
        if self.conjoined or (self.group is not None and not self.group):
            return False
        if self.group is None:
            if parts:
                return self._multiply(value)
            self.group = 1
        stuck = bool(parts) and (parts[-1][1] == value or (parts[-1][1] < value and self.joined_by_and))
        if not stuck:
            while parts and parts[-1][1] < value:
                self.group = self.group + parts.pop()[0]
            stuck = bool(parts) and times(self.group, value) >= parts[-1][1]
        if stuck:  # "two million and five | million": the five begins a new number
            return Numeral(self.before_group[1], None, self.before_group[0]) if self.before_group else False
        self.scale = self.scale * value if not parts else 0
        parts.append((times(self.group, value), value))
        # "30 million" is stated to a million, not to ten
        self.granularity = None if len(parts) > 1 else times(self.granularity or 1, value)
        self.group, self.room, self.literal, self.spoken, self.index = None, 0, False, 2, self.here + 1
        self.after_hundred = None
        self._bound()
        return True

    def _multiply(self, value: int) -> bool:
        """ "three thousand millions", "three lakh crore"."""
        parts = self.parts
        if self.spoken != 2 or (len(parts) > 1 and parts[-2][1] <= parts[-1][1] * value):
            return False
        part, magnitude = parts.pop()
        parts.append((times(part, value), magnitude * value))
        self.scale *= value
        if self.granularity is not None:
            self.granularity = times(self.granularity, value)
        self.index = self.here + 1
        self._bound()
        return True

    def _bound(self) -> None:
        """Refuse "million million million ..." before it grows."""
        if int(self.parts[0][0]).bit_length() * 30103 // 100000 > MAX_DIGITS:
            words = " ".join(token.raw for token in self.tokens[self.at : self.index])
            raise UnreadableValue(words, f"it has more than {MAX_DIGITS} digits")

    def _on_dozen(self, _: int, value: int) -> Numeral | bool:
        if self.group is None and value == 12 and self.index == self.at:
            self.group = 1  # "dozen"
        if self.group is None or self.parts or self.conjoined or (value == 20 and self.literal):
            return False  # "a 1,400 score"
        step = value if self.group.denominator == 1 else None
        return Numeral(times(self.group, value), step, self.here + 1, CARDINAL, False, self.scale * value)

    def _on_ordinal(self, _: int, value: int) -> Numeral | bool:
        attaches = (
            value < self.room
            if self.group is not None
            else not self.parts or (value < self.parts[-1][1] and self.spoken > 0)
        )
        if attaches and (self.digits is None or self.conjoined):  # not "$280 million | first notes"
            return Numeral(self.total() + value, None, self.here + 1, ORDINAL_FORM)
        if self.group == 1 and not self.parts and not self.conjoined and value > 2:
            return Numeral(Fraction(1, value), None, self.here + 1, SHARE)  # "one third"
        return False

    def _on_ordinal_magnitude(self, _: int, value: int) -> Numeral | bool:
        """ "hundredth", "millionth"."""
        if self.conjoined or (self.group is None and self.parts and self.spoken != 2):
            return False
        if self.group == 1 and not self.parts and self.tokens[self.here + 1].text == "of":
            return Numeral(Fraction(1, value), None, self.here + 1, SHARE)
        total = self.total()
        if self.parts and self.group is not None:
            if self.parts[-1][1] <= value and value != 100:
                return False
            return Numeral(total - self.group + self.group * value, None, self.here + 1, ORDINAL_FORM)
        return Numeral((total or 1) * value, None, self.here + 1, ORDINAL_FORM)

    def _on_denominator(self, role: int, value: int) -> Numeral | bool:
        """ "two thirds", "one half", "one hundred and thirty fifths"."""
        if self.conjoined or (self.group is None and not self.parts):
            return False
        if role == PARTS and value == 4 and self.at and self.tokens[self.at - 1].text in _BEFORE_PERIODS:
            return False  # "the first two quarters"
        if role == PARTS and value == 4 and self._counts_quarters():
            return False
        if role == PART and self.total() != 1 and value == 2:
            if self.joined_by_and and self.group == 1:
                words = " ".join(token.raw for token in self.tokens[self.at : self.here + 1])
                reason = "it may mean one half more, or half a million (a thousand, ...) more"
                raise UnreadableValue(words, reason, UnreadableKind.NOT_ONE_NUMERAL)
            return False
        scale = self.parts[-1][1] if self.joined_by_and and self.parts else 1
        return over(self.total(), value, self.before_and, self.here + 1, scale)

    def _counts_quarters(self) -> bool:
        """Whether quarters of a year are counted: "five quarters of growth", "8 quarters", but "three quarters of them"."""
        if self.digits is not None and self.tokens[self.here + 1].text != "of":
            return True
        return (self.group or 0) > 3 or (bool(self.parts) and not self.joined_by_and)

    def _end(self) -> Numeral | None:
        tokens, index, parts = self.tokens, self.index, self.parts
        if self.group is None and not parts:
            return None
        value = self.total()
        if self.group is not None and not self.literal and (tokens[index].kind == WORD or tokens[index].text == "-"):
            below = compound_denominator(tokens, index)
            if below is not None and (below[1] or value == 1):
                return over(value, below[0], self.before_and, below[2])
        if self.spoken == 2 and len(parts) == 1 and tokens[index].text == "and" and self.conjunction:
            extra = scan_part(tokens, index + 1)
            if extra is not None and extra.form == SHARE and 0 < extra.value < 1:  # "one million and a half"
                following = NUMBER_WORDS.get(tokens[extra.end].text)
                if following is not None and following[0] == MAGNITUDE:
                    return Numeral(whole(value + extra.value * following[1]), None, extra.end + 1)
                return Numeral(whole(value + extra.value * parts[0][1]), None, extra.end)
        if parts and (self.group is not None or len(parts) > 1):
            self.granularity = None
        self._refuse_magnitude()
        plain = self.literal and not parts and self.scale == 1
        return Numeral(value, self.granularity, index, CARDINAL, plain, self.scale)

    def _refuse_magnitude(self) -> None:
        """Refuse "a thousand hundred" and "two million three thousand million": what the last word does is not clear."""
        following = self.tokens[self.index]
        role, _ = NUMBER_WORDS.get(following.text) or (None, 0)
        if role in (HUNDRED, MAGNITUDE) and following.text[-1] != "s":
            words = " ".join(token.raw for token in self.tokens[self.at : self.index])
            reason = f"{following.raw!r} does not go on with {words!r}"
            raise UnreadableValue(f"{words} {following.raw}", reason, UnreadableKind.NOT_ONE_NUMERAL)


_METHODS: Final[dict[int, Callable[[_Cardinal, int, int], Numeral | bool]]] = {
    UNIT: _Cardinal._on_small, TEN: _Cardinal._on_small, TENS: _Cardinal._on_small, HUNDRED: _Cardinal._on_hundred,
    MAGNITUDE: _Cardinal._on_magnitude, DOZEN: _Cardinal._on_dozen, ORDINAL: _Cardinal._on_ordinal,
    ORDINAL_MAGNITUDE: _Cardinal._on_ordinal_magnitude, PART: _Cardinal._on_denominator,
    PARTS: _Cardinal._on_denominator, PLURAL_PARTS: _Cardinal._on_denominator,
}  # fmt: skip
"""The role of a number word -> what reads it."""


def _opens_group(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number word and a magnitude follow the comma in "one million, two hundred thousand"."""
    first = NUMBER_WORDS.get(tokens[at].text)
    if first is None or first[0] > TENS:
        return False
    return any(
        (entry := NUMBER_WORDS.get(t.text)) is not None and entry[0] in (HUNDRED, MAGNITUDE)
        for t in tokens[at + 1 : at + 4]
    )


def _is_plural_denominator(tokens: Sequence[Token], at: int) -> bool:
    """ "thirty-fifths": hyphenated, the tens belong to the denominator."""
    if tokens[at + 1].text != "-" or not tokens[at + 1].glued:
        return False
    entry = NUMBER_WORDS.get(tokens[at + 2].text)
    return entry is not None and entry[0] == PLURAL_PARTS and entry[1] < 10


def scan_part(tokens: Sequence[Token], at: int) -> Numeral | None:
    """A fraction in words: "a half", "half", "three quarters", "a twenty-first", "fifty-four hundredths"."""
    index = at
    if tokens[index].text in ARTICLES:
        index += 1
        if tokens[index].text == "-":
            index += 1
    elif tokens[index].text == "-":
        return scan_part(tokens, index + 1)
    entry = NUMBER_WORDS.get(tokens[index].text)
    if (entry is not None and index > at) or (entry is not None and entry[0] == PART):
        if entry[0] in (PART, ORDINAL_MAGNITUDE) or (entry[0] == ORDINAL and entry[1] > 2):
            return Numeral(Fraction(1, entry[1]), None, index + 1, SHARE)
        below = compound_denominator(tokens, index)
        if below is not None:
            return Numeral(Fraction(1, below[0]), None, below[2], SHARE)
        return None
    if index > at:
        return None
    if tokens[index].text in VULGAR_FRACTIONS:
        return Numeral(Fraction(*VULGAR_FRACTIONS[tokens[index].text]), None, index + 1, SHARE)
    return scan_cardinal(tokens, index, False, False, False) if tokens[index].kind else None
