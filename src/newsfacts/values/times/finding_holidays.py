"""Names of holidays in running text, for `finding_classes`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsfacts.values.quantities.reading.number_words import word_set
from newsfacts.values.quantities.reading.tokens import Token
from newsfacts.values.times.holidays import HOLIDAYS

__all__ = ["mark_holidays"]

_NOT_HOLIDAYS: Final = word_set(
    "boss assumption ascension lent eid valentines corpus super amun great sacrifice month the pi"
)
"""First words of names of holidays that in a running text are mostly something else, unless "day" comes last."""
_PEOPLE: Final = word_set("martin st saint mlk patrick")


def _holidays() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The first word of each name -> the names, longest first."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for name in HOLIDAYS:
        if name[-1] in ("day", "eve") or name[0] not in (_NOT_HOLIDAYS | _PEOPLE):
            names.setdefault(name[0], []).append(name)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in names.items()}


_HOLIDAYS: Final = _holidays()
_NOT_AFTER_HOLIDAY: Final = word_set("island islands parade story carol tree card cards")


def mark_holidays(tokens: Sequence[Token], names: list[str]) -> None:
    """The first word of the name of a holiday gets the class HOLIDAY, the others REST."""
    for at, token in enumerate(tokens):
        if not token.raw[:1].isupper():
            continue
        for name in _HOLIDAYS.get(token.text.removesuffix("'s").removesuffix("’s"), ()):
            end = _end_of_name(tokens, at, name)
            if end and tokens[end].text not in _NOT_AFTER_HOLIDAY:
                names[at:end] = ["HOLIDAY"] + ["REST"] * (end - at - 1)
                break


def _end_of_name(tokens: Sequence[Token], at: int, name: tuple[str, ...]) -> int:
    """The index after the words of a name; 0 where they are not there."""
    index = at
    for word in name:
        text = tokens[index].text
        if text != word and text.removesuffix("'s").removesuffix("’s") != word:
            return 0
        index += 1
        if tokens[index].text in ("'", "’") and tokens[index].glued:
            index += 1
    return index
