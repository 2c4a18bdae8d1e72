"""From the words of a field to its value: one small reader per field type. What ids refer to is the work of `references`."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from newsfacts.building.values_in_words import date_in_words, read_quantity, time_in_words
from newsfacts.errors import UnreadableValue
from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.model import TimeValue, Unreadable
from newsfacts.patterns import lazy_pattern
from newsfacts.schema.kinds import Field, FieldType
from newsfacts.schema.safe_patterns import MAX_PATTERN_TEXT
from newsfacts.text.source import Place
from newsfacts.text.suggestions import suggestion
from newsfacts.values.times.edtf import parse_edtf

__all__ = [
    "NotInList",
    "is_missing",
    "read_date",
    "read_field",
    "read_time_value",
    "report_unreadable",
    "split_list",
    "value_as_written",
]

MAX_NUMBER_LENGTH = 400
"""How many characters a number in a field may have."""

_YES = frozenset({"yes", "true", "1"})
_NO = frozenset({"no", "false", "0"})
_NUMBER = lazy_pattern(r"[+-]?\d+(?:\.\d+)?\Z")
_BETWEEN_URLS = (",", ";", "|")  # C11 says that only white space may be between addresses
_URL = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+\Z")


class NotInList(UnreadableValue):
    """A word that is not one of the choices of a field."""


def split_list(written: str | list[str]) -> list[str]:
    """A list as written in the notation (separated by white space) or in a stand-off file (a list)."""
    return written.split() if isinstance(written, str) else list(written)


def read_date(words: str) -> dt.date:
    """A date or a moment in ISO 8601, or in words. Raises `UnreadableValue`."""
    try:
        return dt.date.fromisoformat(words) if len(words) <= 10 else dt.datetime.fromisoformat(words)
    except ValueError:
        refused = UnreadableValue(words, "a date is written 2024-07-04, a moment 2024-07-04T15:30+05:00")
    return date_in_words(words, refused)


def read_time_value(words: str) -> TimeValue:
    """A date or period in EDTF, a duration such as P3Y, a recurring time such as R2/P1W, or any of them in words.

    Raises `UnreadableValue`.
    """
    try:
        if words.startswith(("P", "R", "~", "<", ">")) or "T" in words:
            from newsfacts.values.times.canonical import parse_time_value

            return parse_time_value(words)
        return parse_edtf(words)
    except UnreadableValue as error:
        refused = error
    return time_in_words(words, refused)


def _read_yes_no(words: str) -> bool:
    word = words.lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise NotInList(words, "write yes or no")


def _read_integer(words: str) -> int:
    number = _read_decimal(words)
    if number != number.to_integral_value():
        raise UnreadableValue(words, "a whole number is needed here")
    return int(number)


def _read_decimal(words: str) -> Decimal:
    if len(words) > MAX_NUMBER_LENGTH or not _NUMBER.match(words):
        raise UnreadableValue(words, "a number is written 40 or 3.5")
    try:
        return Decimal(words)
    except InvalidOperation:  # pragma: no cover - the pattern has already refused it
        raise UnreadableValue(words, "a number is written 40 or 3.5") from None


def _read_url(words: str) -> str:
    if not _URL.match(words) and words not in _BETWEEN_URLS:
        raise UnreadableValue(words, "an address is written in full, such as https://example.org/page")
    return words


def _read_text(words: str) -> str:
    return words


_READERS: Mapping[FieldType, Callable[[str], Any]] = MappingProxyType({
    FieldType.TEXT: _read_text, FieldType.YES_NO: _read_yes_no, FieldType.INTEGER: _read_integer,
    FieldType.DECIMAL: _read_decimal, FieldType.QUANTITY: read_quantity, FieldType.TIME: read_time_value,
    FieldType.DATE: read_date, FieldType.URL: _read_url,
})  # fmt: skip


def read_one(field: Field, words: str) -> Any:
    """One value of a field that is not a reference. Raises `UnreadableValue`, or `NotInList` for a closed list."""
    if field.choices:
        try:
            return field.choices[words]
        except KeyError:
            known = ", ".join(field.choices)
            raise NotInList(words, f"{field.key} is one of {known}{suggestion(words, field.choices)}") from None
    if field.pattern is not None and (len(words) > MAX_PATTERN_TEXT or not re.fullmatch(field.pattern, words)):
        raise UnreadableValue(words, f"{field.key} must match {field.pattern}")
    refused: UnreadableValue | None = None
    for field_type in field.types:
        try:
            return _READERS[field_type](words)
        except UnreadableValue as error:
            refused = refused or error
    assert refused is not None
    raise refused


Refuse = Callable[[Field, UnreadableValue, Any], None]
"""Reports a value that cannot be read, at a place in whatever form the caller has it."""


def read_field(field: Field, written: str | list[str], refuse: Refuse, where: Any) -> Any:
    """The value of a field that is not a reference; what cannot be read is reported and kept as `Unreadable`."""
    if field.is_plain_text and isinstance(written, str):
        return written
    if field.many:
        found = [read_or_refuse(field, item, refuse, where) for item in split_list(written)]
        return tuple(item for item in found if not isinstance(item, Unreadable))
    value = read_or_refuse(field, written if isinstance(written, str) else " ".join(written), refuse, where)
    if isinstance(value, Unreadable) and not keeps_unreadable(field):
        return field.default
    return value


def read_or_refuse(field: Field, words: str, refuse: Refuse, where: Any) -> Any:
    """`read_one`; what is refused is reported and becomes an `Unreadable`."""
    try:
        return read_one(field, words)
    except UnreadableValue as error:
        refuse(field, error, where)
        return Unreadable(words, error.reason, error.kind)


def report_unreadable(problems: ProblemList, field: Field, error: UnreadableValue, place: Place) -> None:
    """Add the problem of a value that a field does not take."""
    code = ReaderCode.VALUE_NOT_IN_LIST if isinstance(error, NotInList) else ReaderCode.UNREADABLE_VALUE
    problems.add(code, f"{error.raw!r} is not {field.describe()}", place, help=error.reason)


def is_missing(field: Field, written: str | list[str]) -> bool:
    """Whether nothing is written where an id is needed: an empty reference is as good as none."""
    return field.is_reference and not "".join(written).strip()


def keeps_unreadable(field: Field) -> bool:
    """Whether `Unreadable` is a value of this field."""
    return field.types[0] in (FieldType.QUANTITY, FieldType.TIME, FieldType.DECIMAL)


def value_as_written(value: Any) -> str:
    """A value as it is written in a field; `read_one` of it gives the value back."""
    if value is True:
        return "yes"
    if value is False:
        return "no"
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value.value) if isinstance(value, enum.Enum) else str(value)
