"""Plural nouns without a regular -s, for reading what is counted and for comparing it."""

from __future__ import annotations

from typing import Final

__all__ = ["ALWAYS_PLURAL", "IRREGULAR", "singular_noun"]

IRREGULAR: Final[dict[str, str]] = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "criteria": "criterion", "phenomena": "phenomenon",
    "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf", "wolves": "wolf", "calves": "calf",
    "thieves": "thief", "halves": "half", "shelves": "shelf", "loaves": "loaf", "crises": "crisis", "oxen": "ox",
    "analyses": "analysis", "bases": "base", "media": "medium", "data": "datum", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "vetoes": "veto", "torpedoes": "torpedo",
}  # fmt: skip
"""Plural -> singular."""

_COMPOUNDS: Final = ("men", "women", "children", "people", "feet", "teeth", "wives", "lives")
"""Plurals that also end a longer word: "policemen", "grandchildren"."""

ALWAYS_PLURAL: Final = frozenset(
    {"police", "cattle", "personnel", "troops", "aircraft", "staff", "sheep", "fish", "deer"}
)
"""Nouns that are counted without an -s."""


def singular_noun(noun: str) -> str:
    """The singular of a lower-case noun, as far as its form shows: women -> woman, cities -> city, votes -> vote."""
    irregular = IRREGULAR.get(noun)
    if irregular is not None:
        return irregular
    for plural in _COMPOUNDS:
        if noun.endswith(plural):
            return noun[: -len(plural)] + IRREGULAR[plural]
    if len(noun) < 4 or not noun.endswith("s") or noun[-2] in "su":
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1]
