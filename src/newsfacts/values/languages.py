"""The language that words are in, and how each language writes the digits of a number.

Words are read in English only. Of other languages the library knows one thing: which sign sets off the decimals and which
groups the digits, so that "1.300" is 1300 in German. The facts are those of the Unicode CLDR (number symbols and
decimal patterns), for the languages and regions in which most news is published.
"""

from __future__ import annotations

import functools
from typing import Final, NamedTuple

__all__ = ["SPACES", "Separators", "is_english", "separators_of", "words_not_read"]

SPACES: Final = "\u00a0\u202f\u2009 "
"""What groups digits in many languages, and can mean nothing else between two groups: no-break, narrow and thin spaces."""


class Separators(NamedTuple):
    """How one language writes digits: 1.234,5 or 1,234.5 or 1 234,5.

    `group` has every sign that sets groups apart, besides spaces. With `twos`, groups above the thousands may have two
    digits, as in South Asia: 12,34,567.
    """

    decimal: str
    group: str
    twos: bool = False

    @property
    def example(self) -> str:
        """One and a half more than 1,234,566, as the language writes it."""
        sign = self.group[:1] or " "
        return f"12{sign}34{sign}567{self.decimal}5" if self.twos else f"1{sign}234{sign}567{self.decimal}5"


_COMMA_POINT: Final = Separators(",", ".")
_COMMA_SPACE: Final = Separators(",", "")
_POINT_COMMA: Final = Separators(".", ",")
_POINT_COMMA_TWOS: Final = Separators(".", ",", True)
_POINT_APOSTROPHE: Final = Separators(".", "'’")
_COMMA_APOSTROPHE: Final = Separators(",", "'’")

_BY_SEPARATORS: Final[tuple[tuple[Separators, str], ...]] = (
    (_COMMA_POINT, "de es it pt nl ro el sr hr bs sl mk da is tr az id vi ca eu"),
    (_COMMA_POINT, "fr-lu ar-dz ar-lb ar-ly ar-ma ar-mr ar-tn"),
    (_COMMA_SPACE, "fr ru uk be pl cs sk hu bg sq sv nb nn no fi et lv lt ka hy kk uz af gl es-cr pt-ao pt-mz pt-pt"),
    (_POINT_COMMA, "ar fa he ur kn si ms th zh ja ko sw fil tl am ha yo ig zu ga mt cy"),
    (_POINT_COMMA, "es-419 es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us"),
    (_POINT_COMMA_TWOS, "hi bn ta te mr gu pa ml ne"),
    (_POINT_APOSTROPHE, "de-ch de-li it-ch"),
    (_COMMA_APOSTROPHE, "fr-ch"),
)  # fmt: skip
_TABLE: Final[dict[str, Separators]] = {tag: separators for separators, tags in _BY_SEPARATORS for tag in tags.split()}


def _parts(language: str) -> list[str]:
    return language.strip().lower().replace("_", "-").split("-")


@functools.lru_cache(maxsize=256)
def is_english(language: str | None) -> bool:
    """Whether a BCP 47 tag ("en", "en-GB") names English; None, which says nothing, counts as English."""
    return language is None or _parts(language)[0] in ("en", "eng")


@functools.lru_cache(maxsize=256)
def separators_of(language: str) -> Separators | None:
    """The separators of a BCP 47 tag: those of its region if the table has it, else of its language; None if unknown."""
    parts = _parts(language)
    for region in parts[1:]:
        found = _TABLE.get(f"{parts[0]}-{region}")
        if found is not None:
            return found
    return _TABLE.get(parts[0])


def words_not_read(language: str) -> str:
    """The reason given for words in a language that is not read, of numbers and of times alike."""
    return f"words are read in English only, and the language is {language!r}; this could not be checked"
