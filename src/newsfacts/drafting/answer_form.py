"""The answer of a language model as data: JSON read and checked, part by part, with the place of what is wrong."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import attrs

from newsfacts.errors import UsageError
from newsfacts.text.json_depth import MAX_JSON_DEPTH, breaks_json_parser

__all__ = ["AnswerForm", "AttributionForm", "ValueForm", "read_form"]

MAX_ITEMS = 2000
"""How many attributions, counts and times an answer has at most, of each."""

_HALF = re.compile("[\ud800-\udfff]")
_FENCE = re.compile(r"\A\s*```[a-z]*\n(.*)\n```\s*\Z", re.DOTALL)


@attrs.frozen
class AttributionForm:
    """An attribution by its words; `path` is where it is in the answer."""

    path: str
    source: str | None
    cue: str | None
    contents: tuple[str, ...]


@attrs.frozen
class ValueForm:
    """A count or a time by its words, with the value that the answer gives for it."""

    path: str
    words: str
    value: str | None = None
    near: str | None = None


@attrs.frozen
class AnswerForm:
    """A whole answer."""

    attributions: tuple[AttributionForm, ...] = ()
    counts: tuple[ValueForm, ...] = ()
    times: tuple[ValueForm, ...] = ()


def read_form(answer: str) -> AnswerForm:
    """Read the JSON of an answer, also between the fences of Markdown. Raises `UsageError` that names what does not fit."""
    fenced = _FENCE.match(answer)
    written = fenced[1] if fenced else answer
    if breaks_json_parser(written):
        raise UsageError(f"the answer is nested more than {MAX_JSON_DEPTH} deep")
    try:
        data = json.loads(written, object_pairs_hook=_object, parse_constant=_no_number)
    except UsageError:
        raise
    except RecursionError:
        raise UsageError(f"the answer is nested more than {MAX_JSON_DEPTH} deep, or not JSON") from None
    except ValueError as error:  # a ValueError also for a number of thousands of digits
        raise UsageError(f"the answer is not JSON: {error}") from None
    if not isinstance(data, dict):
        raise UsageError("the answer is not an object with attributions, counts and times")
    unknown = [key for key in data if key not in ("attributions", "counts", "times")]
    if unknown:
        raise UsageError(f"the answer has {unknown[0]!r}, which is none of attributions, counts and times")
    return AnswerForm(
        tuple(_attribution(path, item) for path, item in _items(data, "attributions")),
        tuple(_value(path, item) for path, item in _items(data, "counts")),
        tuple(_value(path, item) for path, item in _items(data, "times")),
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, each of whose keys is there once: of two, one would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in found if keys.count(key) > 1)
        raise UsageError(f"an object of the answer has {twice!r} twice")
    return found


def _no_number(name: str) -> Any:
    raise UsageError(f"the answer has {name}, which is not a number; leave the value out where there is none")


def _items(data: dict[str, Any], key: str) -> list[tuple[str, dict[str, Any]]]:
    items = data.get(key)
    if items is None:
        return []
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise UsageError(f"{key} is not a list of objects")
    if len(items) > MAX_ITEMS:
        raise UsageError(f"{key} has {len(items):,} items; an answer has at most {MAX_ITEMS:,}")
    return [(f"{key}[{number}]", item) for number, item in enumerate(items)]


def _attribution(path: str, item: dict[str, Any]) -> AttributionForm:
    _only(path, item, ("source", "cue", "content"))
    content = item.get("content")
    contents: list[Any] = content if isinstance(content, list) else [content]
    if not contents or not all(isinstance(part, str) and part.strip() for part in contents):
        raise UsageError(f"{path}.content is not a text, or a list of texts")
    for part in contents:
        _whole(f"{path}.content", part)
    return AttributionForm(path, _text(path, item, "source"), _text(path, item, "cue"), tuple(contents))


def _value(path: str, item: dict[str, Any]) -> ValueForm:
    _only(path, item, ("words", "value", "near"))
    words = _text(path, item, "words")
    if words is None:
        raise UsageError(f"{path}.words is not a text")
    value = item.get("value")
    if isinstance(value, float) and not math.isfinite(value):
        raise UsageError(f"{path}.value is too large for a number")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise UsageError(f"{path}.value is neither a text nor a number")
    return ValueForm(path, words, value or None, _text(path, item, "near"))


def _whole(path: str, words: str) -> None:
    """Raise `UsageError` for words with half of a character, which JSON can escape and no file can have."""
    half = _HALF.search(words)
    if half:
        raise UsageError(f"{path} has half of a character (U+{ord(half[0]):04X}), which no text has")


def _only(path: str, item: dict[str, Any], keys: tuple[str, ...]) -> None:
    unknown = [key for key in item if key not in keys]
    if unknown:
        raise UsageError(f"{path} has {unknown[0]!r}, which is none of {', '.join(keys)}")


def _text(path: str, item: dict[str, Any], key: str) -> str | None:
    """A text; None for one that is missing or has no words."""
    value = item.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UsageError(f"{path}.{key} is not a text")
    _whole(f"{path}.{key}", value)
    return value if value.strip() else None
