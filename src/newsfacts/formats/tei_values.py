"""What values are in attributes of TEI, both ways: `quantity`, `atLeast`, `atMost`, `when`, `from`, `to`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsfacts.immutable import frozen

__all__ = ["TeiValue", "attributes_of_value", "is_date", "value_in_attributes"]

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?", re.ASCII)
_BETWEEN = re.compile(rf"({_NUMBER.pattern})\.\.({_NUMBER.pattern})", re.ASCII)
_LIMITS = (("atLeast", ">="), ("atMost", "<="))


@frozen
class TeiValue:
    """A value as it is written here, and the attributes that said it; empty where an element says none that newsfacts has."""

    value: str = ""
    keys: tuple[str, ...] = ()


def is_date(value: str) -> bool:
    """Whether a value is one that `when`, `from` and `to` may have and that is also EDTF."""
    return _DATE.fullmatch(value) is not None


def is_number(value: str) -> bool:
    """Whether a value is a decimal number."""
    return _NUMBER.fullmatch(value) is not None


def value_in_attributes(element: str, attributes: Mapping[str, str]) -> TeiValue:
    """The value of a number or a date. One with a unit is not read: TEI's units are other words than ours."""
    if element in ("date", "time"):
        when, first, last = (attributes.get(key, "") for key in ("when", "from", "to"))
        if is_date(when):
            return TeiValue(when, ("when",))
        return TeiValue(f"{first}/{last}", ("from", "to")) if is_date(first) and is_date(last) else TeiValue()
    if element not in ("num", "measure") or attributes.get("unit") or attributes.get("unitRef"):
        return TeiValue()
    limits = [(key, sign) for key, sign in _LIMITS if is_number(attributes.get(key, ""))]
    if len(limits) == 2:
        return TeiValue(f"{attributes['atLeast']}..{attributes['atMost']}", ("atLeast", "atMost"))
    for key, sign in limits:
        return TeiValue(f"{sign}{attributes[key]}", (key,))
    key = "value" if attributes.get("value") else "quantity"
    return TeiValue(attributes[key], (key,)) if is_number(attributes.get(key, "")) else TeiValue()


def attributes_of_value(element: str, value: str) -> dict[str, str]:
    """A value as attributes that say the same of an element; none where there are no such."""
    if element in ("date", "time"):
        first, _, last = value.partition("/")
        if is_date(value):
            return {"when": value}
        return {"from": first, "to": last} if is_date(first) and is_date(last) else {}
    if element not in ("measure", "num"):
        return {}
    if is_number(value):
        return {"quantity" if element == "measure" else "value": value}
    for key, sign in _LIMITS:
        if value.startswith(sign) and is_number(value[len(sign) :]):
            return {key: value[len(sign) :]}
    between = _BETWEEN.fullmatch(value)
    return {"atLeast": between[1], "atMost": between[2]} if between else {}
