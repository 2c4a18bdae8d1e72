"""The words that numbers are made of: one flat table from a lower-case word to its role and its value.

Denominators are kept apart from ordinals only where English does ("half", "quarter"): "third" is both, and the
sentence decides. Magnitudes are short scale (a billion is 10**9), as in all English-language news since the 1970s;
lakh and crore as in South Asia.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ATTACHED_SUFFIXES",
    "DOZEN",
    "HUNDRED",
    "MAGNITUDE",
    "NUMBER_WORDS",
    "ORDINAL",
    "ORDINAL_MAGNITUDE",
    "ORDINAL_SUFFIXES",
    "PART",
    "PARTS",
    "PLURAL_PARTS",
    "SPACED_SUFFIXES",
    "TEN",
    "TENS",
    "UNIT",
    "VULGAR_FRACTIONS",
    "word_set",
]

UNIT, TEN, TENS, HUNDRED, MAGNITUDE, DOZEN, ORDINAL, ORDINAL_MAGNITUDE, PART, PARTS, PLURAL_PARTS = range(1, 12)

_UNITS = "zero one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_ORDINAL_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_MAGNITUDES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "quintillion": 10**18, "sextillion": 10**21, "septillion": 10**24, "octillion": 10**27, "nonillion": 10**30,
    "decillion": 10**33, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_OTHER_MAGNITUDES = {
    "lac": 10**5, "lacs": 10**5, "koti": 10**7, "krore": 10**7, "krores": 10**7, "mil": 10**6, "mln": 10**6,
    "mn": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "mrd": 10**9, "mld": 10**9, "tn": 10**12, "trn": 10**12,
    "tln": 10**12, "milliard": 10**9, "bil": 10**9, "cr": 10**7,
}  # fmt: skip

ATTACHED_SUFFIXES: Final[dict[str, int]] = {
    "k": 10**3, "K": 10**3, "M": 10**6, "MM": 10**6, "mm": 10**6, "B": 10**9, "G": 10**9, "T": 10**12, "cr": 10**7,
    "Cr": 10**7, "m": 10**6, "b": 10**9, "t": 10**12,
}  # fmt: skip
"""Letters that multiply when they touch the digits: "40k", "€10M", "$2.1m". The lower-case m and t are also units
of measure; what follows decides (see `digits`)."""

SPACED_SUFFIXES: Final[dict[str, int]] = {"k": 10**3, "M": 10**6, "MM": 10**6, "B": 10**9, "cr": 10**7}
"""Those that also multiply after a space where no money is named: "2.33 k", "1,674.5 M"; a spaced "K" is kelvin."""

ORDINAL_SUFFIXES: Final = ("st", "nd", "rd", "th")
"""What makes digits an ordinal: "21st"."""

VULGAR_FRACTIONS: Final[dict[str, tuple[int, int]]] = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9),
    "⅒": (1, 10),
}  # fmt: skip


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, for the word lists of this package."""
    return frozenset(text.split())


def _number_words() -> dict[str, tuple[int, int]]:
    table: dict[str, tuple[int, int]] = {}
    units, tens = _UNITS.split(), _TENS.split()
    ordinal_units = _ORDINAL_UNITS.split()
    for value, word in enumerate(units):
        table[word] = (UNIT, value)
    for word in ("nought", "naught", "nil", "oh"):
        table[word] = (UNIT, 0)
    for value, word in enumerate(_TEENS.split(), 10):
        table[word] = (TEN, value)
    for value, word in enumerate(ordinal_units, 1):
        table[word] = (ORDINAL, value)
    for value, word in enumerate(_ORDINAL_TEENS.split(), 10):
        table[word] = (ORDINAL, value)
    for ten, (word, ordinal) in enumerate(zip(tens, _ORDINAL_TENS.split(), strict=True), 2):
        table[word] = (TENS, 10 * ten)
        table[ordinal] = (ORDINAL, 10 * ten)
        for unit in range(1, 10):  # written in one word, which some do
            table[word + units[unit]] = (TEN, 10 * ten + unit)
            table[word + ordinal_units[unit - 1]] = (ORDINAL, 10 * ten + unit)
    table["fourty"], table["ninty"] = (TENS, 40), (TENS, 90)
    for word, (role, value) in list(table.items()):
        if role == ORDINAL and value != 1 and value != 2:  # "seconds" are a unit of time
            table[word + "s"] = (PLURAL_PARTS, value)
    table["hundred"] = table["hundreds"] = (HUNDRED, 100)
    table["hundredth"] = (ORDINAL_MAGNITUDE, 100)
    table["hundredths"] = (PLURAL_PARTS, 100)
    for word, value in _MAGNITUDES.items():
        table[word] = table[word + "s"] = (MAGNITUDE, value)
        table[word + "th"] = (ORDINAL_MAGNITUDE, value)
        table[word + "ths"] = (PLURAL_PARTS, value)
    for word, value in _OTHER_MAGNITUDES.items():
        table[word] = (MAGNITUDE, value)
    table["dozen"] = table["dozens"] = (DOZEN, 12)
    table["score"] = (DOZEN, 20)
    table["half"], table["halves"] = (PART, 2), (PARTS, 2)
    table["quarter"], table["quarters"] = (PART, 4), (PARTS, 4)
    return table


NUMBER_WORDS: Final[dict[str, tuple[int, int]]] = _number_words()
"""word -> (role, value). Plural magnitudes ("hundreds of") are here too; the reader decides whether they are vague."""
MULTIPLIERS: Final = frozenset(
    word for word, (role, _) in NUMBER_WORDS.items() if role in (HUNDRED, MAGNITUDE) and word[-1] != "s"
)
"""Words that multiply the number before them: "hundred", "million"."""
