"""Numbers in words and digits: "a hundred and five", "two and a half million", "1,250.5", "half a dozen", "21st".

    numeral   = [sign] (cardinal | fraction) ["and" fraction] [["of"] ["a"] magnitude]
    cardinal  = group {magnitude ["and" | ","] group}             magnitudes fall from left to right
    group     = digits | [hundreds "hundred" ["and"]] tens units
    fraction  = [cardinal | "a"] denominator | digits "/" digits

Words attach only where English lets them: "twenty one" is 21, "eleven three" is two numbers, and a caller that wants
one number gets none. Arithmetic is exact; a value is an `int`, or a `Fraction` where it has to be.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from newsfacts.errors import UnreadableValue
from newsfacts.values.tokens import DIGITS, SIGN, WORD, Token, tokenize
from newsfacts.values.words import (
    ATTACHED_SUFFIXES,
    DOZEN,
    HUNDRED,
    MAGNITUDE,
    NUMBER_WORDS,
    ORDINAL,
    ORDINAL_MAGNITUDE,
    PART,
    PLURAL_PARTS,
    SPACED_SUFFIXES,
    TENS,
    VULGAR_FRACTIONS,
)

__all__ = [
    "CARDINAL",
    "MAX_DIGITS",
    "ORDINAL_FORM",
    "SHARE",
    "Numeral",
    "place_value",
    "read_digits",
    "read_number",
    "read_ordinal",
    "scan_numeral",
]

MAX_DIGITS: Final = 400
"""The most digits, or powers of ten, that a number may have."""

CARDINAL, ORDINAL_FORM, SHARE = 1, 2, 3


class Numeral(NamedTuple):
    """A number found in tokens.

    `granularity` is the place value of the last digit where decimals, a magnitude or dozens were written, else None;
    `end` is the index of the first token after it; `plain` says that it is one bare run of digits.
    """

    value: int | Fraction
    granularity: int | Fraction | None
    end: int
    form: int = CARDINAL
    plain: bool = False
    multiplier: int = 0
    """What multiplies the whole of it ("million", "k", "hundred"): 1 for none, 0 where only a part is multiplied."""


def read_number(words: str) -> int | Fraction | None:
    """The one cardinal number or fraction that `words` spell out, or None if they spell no number or more than one.

    >>> read_number("two and a half million"), read_number("half a dozen"), read_number("1,250.5")
    (2500000, 6, Fraction(2501, 2))

    Raises `UnreadableValue` for a number beyond `MAX_DIGITS` and for text beyond `tokens.MAX_PHRASE`.
    """
    found = _whole(words)
    return None if found is None or found.form == ORDINAL_FORM else found.value


def read_ordinal(words: str) -> int | None:
    """The number that an ordinal ("second", "twenty-first", "21st") stands for, or None."""
    found = _whole(words)
    return int(found.value) if found is not None and found.form == ORDINAL_FORM else None


def _whole(words: str) -> Numeral | None:
    tokens = tokenize(words)
    found = scan_numeral(tokens, 0)
    return found if found is not None and not tokens[found.end].kind else None


def place_value(value: int | Fraction) -> int | Fraction | None:
    """The place value of the last significant digit: 40 -> 10, 4.2 -> 1/10, 0 -> 1, 1/3 -> None."""
    if value.denominator == 1:
        number = abs(int(value))
        if not number:
            return 1
        if number % 10:
            return 1
        place = 10
        while not number % (place * 10):
            place *= 10
        return place
    remainder, places, twos, fives = value.denominator, 0, 0, 0
    while not remainder % 2:
        remainder //= 2
        twos += 1
    while not remainder % 5:
        remainder //= 5
        fives += 1
    if remainder != 1:
        return None
    places = max(twos, fives)
    return Fraction(1, 10**places)


def read_digits(text: str) -> tuple[int, int]:
    """`(mantissa, decimals)` of digits with separators and an exponent; the value is mantissa / 10**decimals.

    Commas, or repeated dots, group in threes (in twos above the thousands, as in South Asia); one dot is a decimal
    point, and so is one comma before one or two digits, as on the Continent. Raises `UnreadableValue` otherwise.
    """
    if text.isdigit():
        if len(text) > MAX_DIGITS:
            raise _too_long(text)
        return int(text), 0
    digits, exponent = text, 0
    mark = max(text.find("e"), text.find("E"))
    if mark >= 0:
        digits, written = text[:mark], text[mark + 1 :].replace("−", "-")
        if len(written) > 5:
            raise _too_long(text)
        exponent = int(written)
    digits = digits.replace("·", ".")
    if len(digits) > MAX_DIGITS or abs(exponent) > MAX_DIGITS:
        raise _too_long(text)
    whole, fraction = digits, ""
    dots, commas = digits.count("."), digits.count(",")
    if dots == 1 and (not commas or digits.rfind(",") < digits.find(".")):
        whole, _, fraction = digits.partition(".")
    elif commas == 1 and (digits.find(",") > digits.rfind(".") if dots else len(digits) - digits.find(",") in (2, 3)):
        whole, _, fraction = digits.partition(",")
    if not whole.isdigit() and whole:
        groups = whole.replace(".", ",").split(",")
        mixed = "," in whole and "." in whole
        head, middle = groups[0], groups[1:-1]
        threes = all(len(g) == 3 for g in middle) and len(head) <= 3
        twos = "," in whole and all(len(g) == 2 for g in middle) and len(head) <= 2
        if mixed or len(groups[-1]) != 3 or not (threes or twos):
            raise UnreadableValue(text, "its separators do not group the digits as thousands or set off decimals")
        whole = "".join(groups)
    return int((whole + fraction) or "0"), len(fraction) - exponent


def _too_long(text: str) -> UnreadableValue:
    return UnreadableValue(text, f"it has more than {MAX_DIGITS} digits")


def _exact(mantissa: int, decimals: int) -> int | Fraction:
    if decimals <= 0:
        return mantissa * 10**-decimals
    return _lower(Fraction(mantissa, 10**decimals))


def _lower(value: int | Fraction) -> int | Fraction:
    """An `int` wherever the value is whole."""
    return value.numerator if value.denominator == 1 else value


def _times(value: int | Fraction, factor: int | Fraction) -> int | Fraction:
    return value * factor if type(value) is int and type(factor) is int else _lower(Fraction(value) * factor)


# --- digits --------------------------------------------------------------------------------------------------------


def _scan_digits(tokens: list[Token], at: int, money: bool) -> Numeral | None:
    token = tokens[at]
    mantissa, decimals = read_digits(token.text)
    end = at + 1
    nxt = tokens[end]
    if nxt.kind == DIGITS and not decimals and len(token.text) <= 3 and token.text[0] != "0":
        # 1 234 567.89: groups of three set apart by one space, narrow or not
        run = token.text
        while (
            nxt.kind == DIGITS
            and nxt.start == tokens[end - 1].end + 1
            and len(nxt.text) >= 3
            and nxt.text[:3].isdigit()
            and (len(nxt.text) == 3 or (nxt.text[3] == "." and nxt.text[4:].isdigit()))
        ):
            run += nxt.text
            end += 1
            nxt = tokens[end]
            if "." in run:
                break
        if end > at + 1:
            mantissa, decimals = read_digits(run)
    touching = nxt.start == tokens[end - 1].end
    if nxt.kind == WORD:
        if touching and not decimals and nxt.text in ("st", "nd", "rd", "th"):
            return Numeral(mantissa, None, end + 1, ORDINAL_FORM)
        if nxt.text == "x" and (power := _power_of_ten(tokens, end + 1)):
            return _scaled(mantissa, decimals - power[0], power[1])
        factor = ATTACHED_SUFFIXES.get(nxt.raw) if touching else SPACED_SUFFIXES.get(nxt.raw)
        if factor and (nxt.raw not in _ALSO_UNITS or money or _counts_things(tokens, end + 1, nxt.raw)):
            end += 1
            return _scaled_by(mantissa, decimals, factor, end)
    elif nxt.kind == SIGN:
        if nxt.text == "/" and touching and tokens[end + 1].kind == DIGITS and tokens[end + 1].start == nxt.end:
            return _slash_fraction(tokens, at, mantissa, decimals, end + 1)
        if nxt.text in ("×", "*", "·", "⋅") and (power := _power_of_ten(tokens, end + 1)):
            return _scaled(mantissa, decimals - power[0], power[1])
        if nxt.text in VULGAR_FRACTIONS and not decimals:
            return Numeral(mantissa + Fraction(*VULGAR_FRACTIONS[nxt.text]), None, end + 1)
    elif (
        nxt.kind == DIGITS
        and not decimals
        and tokens[end + 1].text == "/"
        and tokens[end + 2].kind == DIGITS
        and nxt.end == tokens[end + 1].start
        and tokens[end + 2].start == tokens[end + 1].end
    ):
        part = _slash_fraction(tokens, end, *read_digits(nxt.text), end + 2)
        if part is not None and part.value < 1:
            return Numeral(mantissa + part.value, None, part.end)
    granularity = None if decimals <= 0 else Fraction(1, 10**decimals)
    return Numeral(_exact(mantissa, decimals), granularity, end, CARDINAL, True, 1)


_ALSO_UNITS: Final = frozenset({"m", "b", "t", "mm"})

_AFTER_METRES: Final = frozenset(
    """high tall wide long deep thick away above below off from by per in of and to or at on under over into through for
    across ahead behind apart square squared cubed sprint race dash final hurdles freestyle butterfly backstroke
    breaststroke relay walk steeplechase swim runner swimmer champion platform springboard pool air rifle pistol
    underwater radius diameter range closer further tower wave waves ladder fence wall line distance yacht ship boat
    is was were are as before after until""".split()
)


def _counts_things(tokens: list[Token], at: int, suffix: str) -> bool:
    """Whether "1.2m" stands before what it counts ("users") and so means millions, not metres."""
    token = tokens[at]
    return suffix in ("m", "b") and token.kind == WORD and token.text not in _AFTER_METRES


def _scaled(mantissa: int, decimals: int, end: int) -> Numeral:
    granularity = Fraction(1, 10**decimals) if decimals > 0 else 10**-decimals
    value = _exact(mantissa, decimals)
    return Numeral(value, None if granularity == place_value(value) else granularity, end)


def _scaled_by(mantissa: int, decimals: int, factor: int, end: int) -> Numeral:
    value = _exact(mantissa, decimals)
    granularity = _times(Fraction(1, 10**decimals), factor) if decimals > 0 else factor
    return Numeral(_times(value, factor), granularity, end, CARDINAL, False, factor)


_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


def _power_of_ten(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The exponent in "10^6", "10−5" or "10⁶" at `at`, and the index after it."""
    if tokens[at].text != "10":
        return None
    index, written = at + 1, ""
    if tokens[index].text == "^":
        index += 1
    if tokens[index].kind == SIGN and tokens[index].text.translate(_SUPERSCRIPTS) != tokens[index].text:
        while tokens[index].kind == SIGN and tokens[index].start == tokens[index - 1].end:
            step = tokens[index].text.translate(_SUPERSCRIPTS)
            if step == tokens[index].text:
                break
            written += step
            index += 1
    else:
        if tokens[index].text in ("-", "+"):
            written = tokens[index].text
            index += 1
        if tokens[index].kind != DIGITS or tokens[index].start != tokens[index - 1].end:
            return None
        written += tokens[index].text
        index += 1
    if not written.lstrip("+-").isdigit() or len(written.lstrip("+-")) > 4 or abs(int(written)) > MAX_DIGITS:
        return None
    return int(written), index


def _slash_fraction(tokens: list[Token], at: int, mantissa: int, decimals: int, below: int) -> Numeral | None:
    """ "3/4"; a slashed pair that names a day or a habit is no fraction."""
    denominator, places = read_digits(tokens[below].text)
    if decimals > 0 or places > 0 or (mantissa, denominator) in ((9, 11), (24, 7)):
        return None
    if not denominator or tokens[below + 1].text == "/":
        return None
    return Numeral(_lower(Fraction(mantissa, denominator)), None, below + 1, SHARE)


# --- words ---------------------------------------------------------------------------------------------------------


def scan_numeral(tokens: list[Token], at: int, money: bool = False, conjunction: bool = True) -> Numeral | None:
    """The longest number that starts at token `at`, or None.

    With `money`, a bare "m" after digits is million. Without `conjunction`, "and" ends the number, as it must in
    "between one hundred and two hundred".
    """
    token = tokens[at]
    if token.text in ("-", "minus", "negative"):
        found = scan_numeral(tokens, at + 1, money, conjunction) if tokens[at + 1].text not in _SIGNS else None
        if found is None or found.form == ORDINAL_FORM:
            return None
        return found._replace(value=-found.value)
    if token.text == "+" and tokens[at + 1].kind == DIGITS:
        return scan_numeral(tokens, at + 1, money, conjunction)
    first = _scan_magnitude(tokens, at, money, conjunction)
    if first is None or first.form == ORDINAL_FORM:
        return first
    return _finish(tokens, first)


_SIGNS: Final = ("-", "minus", "negative", "+")
_ARTICLES: Final = ("a", "an")


def _scan_magnitude(tokens: list[Token], at: int, money: bool, conjunction: bool) -> Numeral | None:
    token = tokens[at]
    article = False
    if token.kind == WORD:
        entry = NUMBER_WORDS.get(token.text)
        if entry is None:
            if token.text in _ARTICLES:
                following = tokens[at + 1]
                entry = NUMBER_WORDS.get(following.text)
                if entry is None or (entry[0] in (HUNDRED, MAGNITUDE) and following.text[-1] == "s"):
                    return None
                if entry[0] in (HUNDRED, MAGNITUDE) or following.text == "dozen":
                    article, at = True, at + 1
                else:
                    return _scan_part(tokens, at)
            elif token.text == "point" and NUMBER_WORDS.get(tokens[at + 1].text, (99, 0))[0] <= TENS:
                return _scan_point(tokens, at, 0)
            else:
                return None
        elif entry[0] >= PART or (token.text in _VAGUE_ALONE):
            return _scan_part(tokens, at) if entry[0] == PART else None
    elif token.kind == SIGN:
        if token.text in VULGAR_FRACTIONS:
            return Numeral(Fraction(*VULGAR_FRACTIONS[token.text]), None, at + 1, SHARE)
        return None
    elif token.kind != DIGITS:
        return None
    return _scan_cardinal(tokens, at, money, conjunction, article)


_VAGUE_ALONE: Final = frozenset(
    """dozens score hundreds thousands millions billions trillions lakhs crores lacs bn mn mln mio bln tn trn tln mil bil cr
    mrd mld quadrillions""".split()
)
"""Words that are no number at its beginning: "dozens", "thousands" are vague, a leading "bn" is an abbreviation."""


def _scan_cardinal(
    tokens: list[Token], at: int, money: bool, conjunction: bool, article: bool
) -> Numeral | None:
    parts: list[tuple[int | Fraction, int]] = []  # (value, magnitude), falling
    group: int | Fraction | None = 1 if article else None
    room = 0  # what may still be added to the group must be less than this
    literal = False  # the group is a run of digits
    granularity: int | Fraction | None = None
    spoken = 0  # 1 after "hundred", 2 after a magnitude: where "and" may follow
    joined_by_and = False  # the present group came after "and"
    before_group: tuple[int, int | Fraction] | None = None  # (index, value) before the group that follows a magnitude
    before_and: tuple[int, int | Fraction] | None = None  # the same before the last "and"
    after_hundred: tuple[int, int | Fraction] | None = None  # just after "hundred"
    index = at
    scale = 1  # what multiplies the whole number so far; 0 once something is added after a magnitude

    def total() -> int | Fraction:
        value: int | Fraction = group or 0
        for part, _ in parts:
            value = value + part
        return _lower(value) if type(value) is not int else value

    while True:
        token = tokens[index]
        here = index
        conjoined = False
        text = token.text
        if token.kind == SIGN and index > at:
            if (text == "-" and tokens[index + 1].kind == WORD) or (text == "," and spoken == 2 and _opens_group(tokens, index + 1)):
                here = index + 1
            else:
                break
        elif text == "and" and index > at:
            if not (conjunction and spoken):
                break
            here, conjoined = index + 1, True
        token = tokens[here]
        if token.kind == DIGITS:
            if group is not None and not (spoken and room):
                break
            if index > at and here == index and spoken == 0:
                break
            scanned = _scan_digits(tokens, here, money)
            if scanned is None or (index > at and (scanned.form != CARDINAL or not scanned.plain)):
                if index == at and scanned is not None:
                    return scanned
                break
            if index == at:
                if scanned.form != CARDINAL or not scanned.plain:
                    if (
                        scanned.form == CARDINAL
                        and scanned.end
                        and type(scanned.value) is int
                        and _is_word_magnitude(tokens, scanned.end)
                    ):
                        pass
                    else:
                        return scanned
                group, literal, room, granularity = scanned.value, True, 0, scanned.granularity
            else:
                if scanned.value >= (room if group is not None else parts[-1][1]) or scanned.value.denominator != 1:
                    break
                if group is None:
                    before_group = (index, total())
                    joined_by_and = conjoined
                if conjoined:
                    before_and = (index, total())
                group, literal, room, scale = (group or 0) + scanned.value, True, 0, 0
            index, spoken = scanned.end, 0
            continue
        if token.kind != WORD:
            break
        entry = NUMBER_WORDS.get(token.text)
        if entry is None:
            if token.text == "point" and not literal and index == here and not parts and group is not None:
                return _scan_point(tokens, index, group)
            break
        role, value = entry
        if role <= TENS:
            if here != index and index < here and tokens[index].text == "-" and spoken == 0 and not room:
                break
            if role == TENS and group is not None and _is_plural_denominator(tokens, here):
                break
            if group is None:
                if parts and value >= parts[-1][1]:
                    break
                if parts:
                    before_group = (index, total())
                    joined_by_and = conjoined
                if conjoined:
                    before_and = (index, total())
                group = value
            else:
                if not value or value >= room:
                    break
                if conjoined:
                    before_and = (index, total())
                group = group + value
            scale = 1 if scale == 1 else 0
            room, literal, spoken, index = (10 if role == TENS else 0), False, 0, here + 1
        elif role == HUNDRED:
            if conjoined:
                break
            if group is None:
                if parts or (index > at and not article):
                    break
                group = 1
            elif not literal and group >= 100:
                if after_hundred is not None:
                    return Numeral(after_hundred[1], granularity, after_hundred[0])
                break
            elif not group:
                break
            group = _times(group, 100)
            if granularity is not None:
                granularity = _times(granularity, 100)
            scale *= 100
            room, literal, spoken, index = 100, False, 1, here + 1
            after_hundred = (index, total())
        elif role == MAGNITUDE:
            if conjoined or (group is not None and not group):
                break
            if group is None:
                if parts:  # "three thousand millions", "three lakh crore"
                    if spoken != 2 or (len(parts) > 1 and parts[-2][1] <= parts[-1][1] * value):
                        break
                    part, magnitude = parts.pop()
                    parts.append((_times(part, value), magnitude * value))
                    scale *= value
                    if granularity is not None:
                        granularity = _times(granularity, value)
                    index = here + 1
                    continue
                group = 1
            if parts and (parts[-1][1] == value or (parts[-1][1] < value and joined_by_and)):
                if before_group is not None:
                    return Numeral(before_group[1], None, before_group[0])
                break
            while parts and parts[-1][1] < value:
                group = group + parts.pop()[0]
            if parts and _times(group, value) >= parts[-1][1]:
                if before_group is not None:
                    return Numeral(before_group[1], None, before_group[0])
                break
            scale = scale * value if not parts else 0
            parts.append((_times(group, value), value))
            granularity = None if len(parts) > 1 else _times(granularity or 1, value)  # "30 million" is not 3e7
            group, room, literal, spoken, index = None, 0, False, 2, here + 1
            after_hundred = None
            if value > 10**9 and _digits_of(parts[0][0]) > MAX_DIGITS:
                raise UnreadableValue(
                    " ".join(t.raw for t in tokens[at:index])[:60], f"it has more than {MAX_DIGITS} digits"
                )
        elif role == DOZEN:
            if group is None or parts or conjoined or (value == 20 and index == at):
                break
            return Numeral(
                _times(group, value),
                value if group.denominator == 1 else None,
                here + 1,
                CARDINAL,
                False,
                scale * value,
            )
        elif role == ORDINAL:
            if group is None and not parts:
                return Numeral(value, None, here + 1, ORDINAL_FORM)
            if group is None and value < parts[-1][1] and spoken:
                return Numeral(total() + value, None, here + 1, ORDINAL_FORM)
            if group is not None and value < room:
                return Numeral(total() + value, None, here + 1, ORDINAL_FORM)
            if group == 1 and not parts and not conjoined and value > 2:
                return Numeral(Fraction(1, value), None, here + 1, SHARE)
            break
        elif role == ORDINAL_MAGNITUDE:
            if conjoined:
                break
            if group is None and parts and spoken != 2:
                break
            if group == 1 and not parts and tokens[here + 1].text == "of" and not article:
                return Numeral(Fraction(1, value), None, here + 1, SHARE)
            base = total() or 1
            if parts and group is not None:
                if parts[-1][1] <= value and value != 100:
                    break
                return Numeral(total() - group + group * value, None, here + 1, ORDINAL_FORM)
            return Numeral(base * value, None, here + 1, ORDINAL_FORM)
        else:  # a denominator: "two thirds", "one half", "one hundred and thirty fifths"
            if conjoined or (group is None and not parts):
                break
            if role == PART and total() != 1 and value == 2:
                break
            return _over(total(), value, before_and, here + 1, parts[-1][1] if joined_by_and and parts else 1)
    if group is None and not parts:
        return None
    if (
        (tokens[index].kind == WORD or tokens[index].text == "-")
        and group is not None
        and not literal
        and (below := _compound_denominator(tokens, index))
    ):
        denominator, plural, end = below
        if plural or total() == 1:
            return _over(total(), denominator, before_and, end)
    value = total()
    if spoken == 2 and len(parts) == 1 and tokens[index].text == "and" and conjunction:
        extra = _scan_part(tokens, index + 1)
        if extra is not None and extra.form == SHARE and 0 < extra.value < 1:
            following = NUMBER_WORDS.get(tokens[extra.end].text)
            if following is not None and following[0] == MAGNITUDE:
                return Numeral(_lower(value + extra.value * following[1]), None, extra.end + 1)
            return Numeral(_lower(value + extra.value * parts[0][1]), None, extra.end)
    if parts and (group is not None or len(parts) > 1):
        granularity = None
    return Numeral(value, granularity, index, CARDINAL, literal and not parts and scale == 1, scale)


def _digits_of(value: int | Fraction) -> int:
    return int(value).bit_length() * 30103 // 100000


def _is_word_magnitude(tokens: list[Token], at: int) -> bool:
    entry = NUMBER_WORDS.get(tokens[at].text)
    return entry is not None and entry[0] in (HUNDRED, MAGNITUDE)


def _opens_group(tokens: list[Token], at: int) -> bool:
    """Whether a number word and a magnitude follow the comma in "one million, two hundred thousand"."""
    first = NUMBER_WORDS.get(tokens[at].text)
    if first is None or first[0] > TENS:
        return False
    return any(
        (entry := NUMBER_WORDS.get(t.text)) is not None and entry[0] in (HUNDRED, MAGNITUDE)
        for t in tokens[at + 1 : at + 4]
    )


def _is_plural_denominator(tokens: list[Token], at: int) -> bool:
    """ "thirty-fifths": hyphenated, the tens belong to the denominator."""
    if tokens[at + 1].text != "-" or tokens[at + 1].start != tokens[at].end:
        return False
    entry = NUMBER_WORDS.get(tokens[at + 2].text)
    return entry is not None and entry[0] == PLURAL_PARTS and entry[1] < 10


def _compound_denominator(tokens: list[Token], at: int) -> tuple[int, bool, int] | None:
    """ "twenty-fifth(s)" after a numerator: (denominator, plural, end)."""
    if tokens[at].text == "-":
        at += 1
    entry = NUMBER_WORDS.get(tokens[at].text)
    if entry is None or entry[0] != TENS:
        return None
    last = at + 2 if tokens[at + 1].text == "-" else at + 1
    unit = NUMBER_WORDS.get(tokens[last].text)
    if unit is None or unit[0] not in (ORDINAL, PLURAL_PARTS) or unit[1] > 9:
        return None
    return entry[1] + unit[1], unit[0] == PLURAL_PARTS, last + 1


def _over(
    value: int | Fraction, below: int, before_and: tuple[int, int | Fraction] | None, end: int, scale: int = 1
) -> Numeral:
    """`value` denominators; a proper fraction after "and" stays apart: "two hundred and fifty-four hundredths" is
    200.54, and after a magnitude it is a fraction of that: "five billion and three quarters"."""
    if before_and is not None and value - before_and[1] < below and before_and[1]:
        return Numeral(_lower(before_and[1] + Fraction(value - before_and[1], below) * scale), None, end)
    return Numeral(_lower(Fraction(value) / below), None, end, SHARE)


def _scan_point(tokens: list[Token], at: int, whole: int | Fraction) -> Numeral | None:
    """The decimals in words after "point": "two point two million", "nought point eleven"."""
    written, index = "", at + 1
    room = 0
    while (entry := NUMBER_WORDS.get(tokens[index].text)) is not None and entry[0] <= TENS:
        value = entry[1]
        if room > value > 0:
            written, room = written[:-1] + str(value), 0
        else:
            written, room = written + str(value), 10 if entry[0] == TENS else 0
        index += 1
        if tokens[index].text == "-" and room:
            index += 1
    if tokens[index].kind == DIGITS and not written and tokens[index].text.isdigit():
        written, index = tokens[index].text, index + 1
    if not written or len(written) > MAX_DIGITS or whole.denominator != 1:
        return None
    value_ = whole + Fraction(int(written), 10 ** len(written))
    granularity: int | Fraction = Fraction(1, 10 ** len(written))
    while (entry := NUMBER_WORDS.get(tokens[index].text)) is not None and entry[0] in (HUNDRED, MAGNITUDE):
        value_, granularity = _times(value_, entry[1]), _times(granularity, entry[1])
        index += 1
    return Numeral(_lower(value_), granularity, index)


def _scan_part(tokens: list[Token], at: int) -> Numeral | None:
    """A fraction in words: "a half", "half", "three quarters", "a twenty-first", "fifty-four hundredths"."""
    index = at
    if tokens[index].text in _ARTICLES:
        index += 1
        if tokens[index].text == "-":
            index += 1
    elif tokens[index].text == "-":
        return _scan_part(tokens, index + 1)
    entry = NUMBER_WORDS.get(tokens[index].text)
    if (entry is not None and index > at) or (entry is not None and entry[0] == PART):
        if entry[0] in (PART, ORDINAL_MAGNITUDE) or (entry[0] == ORDINAL and entry[1] > 2):
            return Numeral(Fraction(1, entry[1]), None, index + 1, SHARE)
        below = _compound_denominator(tokens, index)
        if below is not None:
            return Numeral(Fraction(1, below[0]), None, below[2], SHARE)
        return None
    if index > at:
        return None
    if tokens[index].text in VULGAR_FRACTIONS:
        return Numeral(Fraction(*VULGAR_FRACTIONS[tokens[index].text]), None, index + 1, SHARE)
    return _scan_cardinal(tokens, index, False, False, False) if tokens[index].kind else None


def _finish(tokens: list[Token], found: Numeral) -> Numeral:
    """What may follow a whole cardinal or fraction: "and a half", "of a million", "over three"."""
    end, value = found.end, found.value
    nxt = tokens[end]
    if nxt.text == "-" and tokens[end + 1].text == "and" and tokens[end + 2].text == "-":
        extra = _scan_part(tokens, end + 3)
        if extra is not None and extra.form == SHARE and 0 < extra.value < 1:
            return _multiplied(tokens, Numeral(_lower(value + extra.value), None, extra.end))
    if found.form == SHARE:
        index = end
        if tokens[index].text == "-":
            index += 1
        if tokens[index].text == "of":
            index += 1
        if tokens[index].text in _ARTICLES or tokens[index].text == "one":
            index += 1
        entry = NUMBER_WORDS.get(tokens[index].text)
        if entry is not None and entry[0] in (HUNDRED, MAGNITUDE, DOZEN) and tokens[index].text not in _VAGUE_ALONE:
            size = _times(value, entry[1])
            return Numeral(size, 6 if entry[0] == DOZEN and size == 6 else None, index + 1)
        return found
    if nxt.text == "and":
        extra = _scan_part(tokens, end + 1)
        if extra is not None and extra.form == SHARE and 0 < extra.value < 1:
            return _multiplied(tokens, Numeral(_lower(value + extra.value), None, extra.end))
    elif nxt.text == "over" and value == 1 and tokens[end - 1].kind == WORD:
        below = _scan_magnitude(tokens, end + 1, False, True)
        if below is not None and below.form == CARDINAL and below.value.denominator == 1 and below.value > 1:
            return Numeral(Fraction(1, int(below.value)), None, below.end, SHARE)
    return found


def _multiplied(tokens: list[Token], found: Numeral) -> Numeral:
    """ "two and a half" before "million" or "hundred" or "dozen"."""
    index = found.end + 1 if tokens[found.end].text == "-" else found.end
    entry = NUMBER_WORDS.get(tokens[index].text)
    if entry is not None and entry[0] in (HUNDRED, MAGNITUDE, DOZEN):
        return _multiplied(tokens, Numeral(_times(found.value, entry[1]), None, index + 1))
    return found
