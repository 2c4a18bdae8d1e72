"""The canonical form of a quantity: what `str(quantity)` prints and `value=` contains.

    canonical  = {word} [comparator] ["share"] [currency] shape [kind] ["straight"] [unit] ["per" per] ["in" window]
                 ["from" number]
    word       = "only" | "just" | "barely" | "rose" | "fell" | "rose-to" | "fell-to" | "rose-from" | "fell-from" | "margin"
    comparator = "==" | "~" | "~?" | "<~" | ">~" | ">" | ">>" | ">=" | ">=~" | "<" | "<<" | "<=" | "<=?"
    shape      = number | number ("..") number | vague ["*" digits]
    kind       = "%" | "pp" | "bp" | "x" | "st" | "nd" | "rd" | "th"
    number     = ["-"] digits ["." digits] ["e" digits] | ["-"] digits "/" digits | digits "*" ("12" | "20" | "6")
    window     = [comparator] (an ISO 8601 duration | digits words)

The digits carry the granularity: `3.0e6` is stated to a hundred thousand, `30e6` to a million, `2*12` in dozens.
A range with open ends is written `10<..<15`. A unit that is not plain words is put between quotation marks.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, Final

from newsfacts.errors import UnreadableValue
from newsfacts.patterns import lazy_pattern
from newsfacts.values.quantities.exact import Number, ordinal_suffix, place_value, whole
from newsfacts.values.quantities.quantity import Change, Comparator, Quantity, QuantityKind, Tone, is_window
from newsfacts.values.quantities.reading.digits import MAX_DIGITS
from newsfacts.values.quantities.reading.number_words import ORDINAL_SUFFIXES
from newsfacts.values.quantities.vague_words import VAGUE_WORDS

__all__ = ["canonical", "parse_canonical"]

_KIND_SUFFIX: Final = {
    QuantityKind.PERCENT: "%", QuantityKind.POINTS: "pp", QuantityKind.BASIS_POINTS: "bp", QuantityKind.FACTOR: "x",
}  # fmt: skip
_SUFFIX_KIND: Final = {
    **{suffix: kind for kind, suffix in _KIND_SUFFIX.items()},
    **dict.fromkeys(ORDINAL_SUFFIXES, QuantityKind.ORDINAL),
}
_CHANGES: Final = {str(change): change for change in Change if change is not Change.NONE}
_TONES: Final = {str(tone): tone for tone in Tone}
_RESERVED: Final = frozenset({"per", "in", "from", "straight", "share", *_CHANGES, *_TONES, *VAGUE_WORDS})

_PLAIN_WORDS: Final = re.compile(r"(?:[^\W\d_]|°)[\w'’&.-]*(?: [\w'’&.-]+)*")
_QUOTED: Final = lazy_pattern(r'"((?:[^"\\]|\\.)*)"')
_SIGNS: Final = re.compile(r"<=\?|>=~|==|~\?|<~|>~|>>|>=|<<|<=|[~><=]")
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e[0-9]+|\*(?:12|20|6)(?![0-9])|/[0-9]+)?")
_VAGUE: Final = lazy_pattern(rf"({'|'.join(VAGUE_WORDS)})(?:\*([0-9]{{1,40}}))?")
_DOTS: Final = re.compile(r"(<?)\.\.(<?)")
_WORD: Final = re.compile(r"[^\s\"*]+")
_WINDOW: Final = lazy_pattern(
    r"(?:<=\?|>=~|==|~\?|<~|>~|>>|>=|<<|<=|[~><=])?(?:P[0-9A-Z.,/-]+|[0-9]+(?: (?!from )[^ ]+)+)"
)
_CURRENCY: Final = re.compile(
    r"[A-Z]{3}(?= )|[a-z]{3,}(?= -?[0-9]| [a-z]+\*)|[a-z]{3,}(?= (?:" + "|".join(VAGUE_WORDS) + r")(?:[* ]|\Z))"
)


def canonical(q: Quantity) -> str:
    """The canonical form of `q`; `parse_canonical` reads it back to an equal quantity."""
    out = []
    if q.tone is not None:
        out.append(q.tone.value)
    if q.change is not Change.NONE:
        out.append(q.change.value)
    head = "" if q.comparator in (Comparator.PLAIN, Comparator.RANGE, Comparator.VAGUE) else q.comparator.value
    if q.kind is QuantityKind.SHARE:
        head += "share "
    if q.currency is not None:
        head += f"{q.currency} "
    suffix = ordinal_suffix(q.high or 0) if q.kind is QuantityKind.ORDINAL else _KIND_SUFFIX.get(q.kind, "")
    out.append(head + _shape_of(q) + suffix)
    if q.streak:
        out.append("straight")
    if q.unit is not None:
        out.append(_text(q.unit))
    if q.per is not None:
        out.append(f"per {_text(q.per, digits=True)}")
    if q.window is not None:
        out.append(f"in {q.window}")
    if q.before is not None:
        out.append(f"from {_digits(q.before, None)}")
    return " ".join(out)


def _shape_of(q: Quantity) -> str:
    """The number, both ends or the vague word."""
    if q.vague is not None:
        return q.vague if q.granularity == 1 else f"{q.vague}*{q.granularity}"
    if q.stated is not None:
        if q.kind is QuantityKind.SHARE and q.granularity == place_value(q.stated) and q.stated.denominator != 1:
            return f"{q.stated.numerator}/{q.stated.denominator}"
        return _digits(q.stated, q.granularity)
    assert q.low is not None  # a range has both ends
    assert q.high is not None
    dots = f"{'<' if q.low_open else ''}..{'<' if q.high_open else ''}"
    places = [place for place in (place_value(q.low), place_value(q.high)) if place is not None]
    step = None if q.granularity == min(places, default=None) else q.granularity
    return f"{_digits(q.low, step)}{dots}{_digits(q.high, step)}"


def _digits(value: Number, granularity: Number | None) -> str:
    place = place_value(value)
    if place is None:
        return f"{value.numerator}/{value.denominator}"
    if granularity in (12, 20, 6) and granularity != place:
        return f"{int(value // granularity)}*{granularity}"
    step = place if granularity is None or granularity > place else granularity
    power = _power(step)
    sign, size = ("-", -value) if value < 0 else ("", value)
    shift = 0
    exponent = False
    if power >= 0 and size:
        if step < place:  # the exponent says how exact it is
            shift, exponent = 3 * -(-power // 3), True
        elif size >= 10**6:  # thousands where they make it shorter: 1.2e6, 500e6, but 1234567
            shift = 3 * ((len(str(size)) - 1) // 3)
            if shift < power:
                shift = power
            exponent = shift - power <= 2
            shift = shift if exponent else 0
    decimals = max(shift - power, 0) if exponent or power < 0 else 0
    whole, rest = divmod(int(size * 10**decimals) // 10**shift, 10**decimals)
    text = f"{sign}{whole}"
    if decimals:
        text += f".{str(rest).zfill(decimals)}"
    return f"{text}e{shift}" if exponent else text


def _power(step: Number) -> int:
    return len(str(step.numerator)) - 1 if step >= 1 else -(len(str(step.denominator)) - 1)


def _text(text: str, digits: bool = False) -> str:
    plain = _PLAIN_WORDS.fullmatch(text) or (digits and re.fullmatch(r"[0-9]+(?: [^\W\d_]+)*", text))
    if plain and not _RESERVED.intersection(text.split(" ")):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def parse_canonical(text: str) -> Quantity:
    """The quantity that a canonical form states. Raises `UnreadableValue`, naming what it could not read."""
    fields: dict[str, Any] = {}
    if len(text) > 4 * MAX_DIGITS + 1000:
        raise UnreadableValue(text, "a canonical value is not that long")
    at = 0
    while (word := _WORD.match(text, at)) is not None and word.group() in _TONES.keys() | _CHANGES.keys():
        if word.group() in _TONES:
            fields["tone"] = _TONES[word.group()]
        else:
            fields["change"] = _CHANGES[word.group()]
        at = _space(text, word.end())
    sign = _SIGNS.match(text, at)
    if sign is not None:
        fields["comparator"] = Comparator(sign.group())
        at = sign.end()
    if text.startswith("share ", at):
        fields["kind"] = QuantityKind.SHARE
        at += 6
    currency = _CURRENCY.match(text, at)
    if currency is not None:
        fields["currency"] = currency.group()
        fields.setdefault("kind", QuantityKind.MONEY)
        at = currency.end() + 1
    at = _shape(text, at, fields)
    for suffix in _SUFFIX_KIND:
        end = at + len(suffix)
        if text.startswith(suffix, at) and (end == len(text) or text[end] == " "):
            if "kind" in fields and fields["kind"] is not QuantityKind.MONEY:
                raise UnreadableValue(text, f"a share is not followed by {suffix!r}")
            fields["kind"] = _SUFFIX_KIND[suffix]
            at = end
            break
    _tail(text, at, fields)
    return Quantity(**fields)


def _space(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == " " else at


def _shape(text: str, at: int, fields: dict[str, Any]) -> int:
    number = _NUMBER.match(text, at)
    if number is None:
        word = _VAGUE.match(text, at)
        if word is None:
            rest = text[at:]
            raise UnreadableValue(
                text, f"a number is expected at {rest!r}" if rest else "a number is expected at its end"
            )
        fields["vague"] = word[1]
        if word[2]:
            fields["granularity"] = int(word[2])
        return word.end()
    value, step = _value(text, number.group())
    at = number.end()
    dots = _DOTS.match(text, at)
    if dots is None:
        fields["stated"] = value
        if step is not None:
            fields["granularity"] = step
        return at
    second = _NUMBER.match(text, dots.end())
    if second is None:
        raise UnreadableValue(text, "a range needs a number after its two dots")
    high, high_step = _value(text, second.group())
    fields |= {"low": value, "high": high, "low_open": bool(dots[1]), "high_open": bool(dots[2])}
    steps = [s for s in (step or place_value(value), high_step or place_value(high)) if s is not None]
    if steps:
        fields["granularity"] = min(steps)
    return second.end()


def _value(text: str, written: str) -> tuple[Number, Number | None]:
    """The number and, where the digits show more than the value does, its granularity."""
    if len(written) > MAX_DIGITS + 8:
        raise UnreadableValue(text, f"it has more than {MAX_DIGITS} digits")
    if "/" in written:
        above, _, below = written.partition("/")
        if "." in above or not int(below):
            raise UnreadableValue(text, f"{written} is not a fraction of whole numbers")
        return Fraction(int(above), int(below)), None
    if "*" in written:
        count, _, dozen = written.partition("*")
        if "." in count:
            raise UnreadableValue(text, f"{written} is not a whole number of dozens")
        return int(count) * int(dozen), int(dozen)
    digits, mark, exponent = written.partition("e")
    if exponent and (len(exponent) > 3 or int(exponent) > MAX_DIGITS):
        raise UnreadableValue(text, f"it has more than {MAX_DIGITS} digits")
    shift = int(exponent or 0)
    units, _, decimals = digits.partition(".")
    mantissa = int(units + decimals)
    if units.startswith("-") and mantissa > 0:
        mantissa = -mantissa
    places = len(decimals) - shift
    step: Number = Fraction(1, 10**places) if places > 0 else 10**-places
    value = whole(mantissa * step)
    return value, step if (decimals or mark) and (value or step < 1) else None


def _tail(text: str, at: int, fields: dict[str, Any]) -> None:
    if text.startswith(" straight", at) and (at + 9 == len(text) or text[at + 9] == " "):
        fields["streak"] = True
        at += 9
    at = _words(text, at, "unit", "", fields)
    at = _words(text, at, "per", "per ", fields)
    if text.startswith(" in ", at):
        window = _WINDOW.match(text, at + 4)
        if window is None or not is_window(window.group()):
            raise UnreadableValue(text, "a duration such as P2M is expected after 'in'")
        fields["window"] = window.group()
        at = window.end()
    if text.startswith(" from ", at):
        number = _NUMBER.match(text, at + 6)
        if number is None:
            raise UnreadableValue(text, "a number is expected after 'from'")
        fields["before"] = _value(text, number.group())[0]
        at = number.end()
    if at != len(text):
        raise UnreadableValue(text, f"{text[at:].strip()!r} is not expected there")


def _words(text: str, at: int, name: str, lead: str, fields: dict[str, Any]) -> int:
    """A unit or a rate's base: plain words up to the next reserved word, or a quoted text."""
    if not text.startswith(f" {lead}", at):
        return at
    start = at + 1 + len(lead)
    quoted = _QUOTED.match(text, start)
    if quoted is not None:
        fields[name] = re.sub(r"\\(.)", r"\1", quoted[1], flags=re.DOTALL)
        return quoted.end()
    words = []
    for word in text[start:].split(" "):
        if not word or word in _RESERVED or '"' in word:
            break
        words.append(word)
    if not words:
        return at
    fields[name] = " ".join(words)
    return start + len(" ".join(words))
