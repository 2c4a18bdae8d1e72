"""What `N02`, `lost-hedge`, `N` and `ALL` mean wherever rules are named: in options, configuration and suppressions."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from newsfacts.errors import UsageError
from newsfacts.immutable import FrozenDict
from newsfacts.patterns import lazy_pattern
from newsfacts.rules import FAMILIES, all_entries, rule_modules
from newsfacts.text.suggestions import suggestion

if TYPE_CHECKING:
    from newsfacts.schema.declared_checks import DeclaredCheck

__all__ = ["ALL", "code_of", "family_of", "matches", "may_be_declared", "unknown_rule"]

ALL = "ALL"
"""Selects every rule."""

_DECLARED = lazy_pattern(r"[A-Z]{2,8}[0-9]{0,4}\Z")


def family_of(code: str) -> str:
    """The letters that a code begins with."""
    return code.rstrip("0123456789")


def matches(code: str, selectors: Collection[str]) -> bool:
    """Whether a code is selected: by itself, by its family, or by ALL."""
    return code in selectors or family_of(code) in selectors or ALL in selectors


def code_of(word: str, checks: Iterable[DeclaredCheck] = ()) -> str | None:
    """The code, the family or ALL that a word stands for; None where no rule is named so.

    `checks` are those that schema files declare. Codes may be written in small letters.
    """
    upper = word.upper()
    if upper in _codes():
        return upper
    if word in _names():
        return _names()[word]
    for check in checks:
        if word == check.name:
            return check.code
        if upper in (check.code, family_of(check.code)):
            return upper
    return None


def may_be_declared(word: str) -> bool:
    """Whether a word can be the code or the family of a check in a schema file that has not been read."""
    return _DECLARED.match(word.upper()) is not None


def unknown_rule(word: str, checks: Iterable[DeclaredCheck] = ()) -> UsageError:
    """The error for a word that names no rule, with the nearest one."""
    if not word:
        return UsageError("an empty code names no rule")
    known = [*_codes(), *(check.code for check in checks)]
    code = re.fullmatch(r"([A-Za-z]{1,8})([0-9]*)", word)
    if code is not None:
        padded = f"{code[1].upper()}{code[2]:0>2}"  # N2 is meant for N02
        hint = suggestion(word.upper(), [padded] if padded in known else known)
        return UsageError(f"no rule or family has the code {word!r}{hint}")
    return UsageError(f"no rule is named {word!r}{suggestion(word, [*_names(), *(check.name for check in checks)])}")


@functools.lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """The codes of the table of rules and their families: known without loading any rule."""
    return frozenset((*rule_modules(), *FAMILIES, ALL))


@functools.lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Rules by name, and those of installed packages by code and family too."""
    rules = all_entries().values()
    families = {family_of(rule.code): family_of(rule.code) for rule in rules}
    return FrozenDict(
        {**families, **{rule.code: rule.code for rule in rules}, **{rule.name: rule.code for rule in rules}}
    )
