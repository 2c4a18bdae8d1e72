"""What libyaml and PyYAML complain of, said so that an editor can mend it."""

from __future__ import annotations

from typing import Any

import attrs

__all__ = ["Explanation", "explain"]


@attrs.frozen
class Explanation:
    """A sentence, how to mend it, and the offset that it speaks of."""

    message: str
    help: str
    offset: int


_QUOTE_IT = "put the whole value between quotation marks"


@attrs.frozen
class _Known:
    """What to say where the parser's own words contain `words`. `at_context`: of where the broken thing began."""

    words: str
    message: str
    help: str
    at_context: bool = False


_KNOWN = (
    _Known(
        "mapping values are not allowed",
        "this colon cannot stand here: the value before it holds another key, or is indented differently",
        'put a value that holds ": " between quotation marks, or give the line the indentation of its neighbours',
    ),
    _Known(
        "unexpected end of stream",
        "this quotation mark is not closed",
        "close it, or begin the value with another character",
        at_context=True,
    ),
    _Known(
        "unexpected document",
        "this quotation mark is not closed",
        "close it before the line that ends the document",
        at_context=True,
    ),
    _Known(
        "unknown escape character",
        "between double quotation marks a backslash begins an escape, and this one does not exist",
        "write two backslashes, or use single quotation marks",
    ),
    _Known(
        "or ']'",
        "this list is not closed, or one of its items needs quotation marks",
        "close it with ], and quote items that hold [ ] { } , or :",
        at_context=True,
    ),
    _Known(
        "or '}'",
        "this table is not closed, or one of its values needs quotation marks",
        "close it with }, and quote values that hold [ ] { } , or :",
        at_context=True,
    ),
    _Known(
        "'-' indicator",
        "this line does not continue the list before it",
        "begin it with -, or indent it differently",
    ),
    _Known(
        "sequence entries are not allowed",
        "a list cannot begin here",
        "begin it on a line of its own, below its key",
    ),
    _Known(
        "expected key",
        "this line does not continue the table before it",
        "write key: value with the indentation of the other keys",
    ),
    _Known(
        "expected ':'",
        "this line is not a key and its value",
        "write key: value, or put a text of several lines between quotation marks",
        at_context=True,
    ),
    _Known(
        "alphabetic or numeric character",
        "a value cannot begin with * or & and stay text",
        _QUOTE_IT,
        at_context=True,
    ),
    _Known(
        "node content",
        "a value is missing here",
        "write one, or close the list or table that begins before it",
    ),
    _Known(
        "undefined tag handle",
        "this begins with !, which YAML takes for a tag",
        _QUOTE_IT,
    ),
    _Known(
        "document start",
        "the text goes on after its end",
        "indent it, or take it out",
    ),
    _Known(
        "<block end>",
        "this line does not continue what stands before it",
        "give it the indentation of its neighbours",
    ),
)


def explain(error: Any, text: str) -> Explanation:
    """Explain a `yaml.YAMLError` that was raised on `text`."""
    problem = str(getattr(error, "problem", None) or error)
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    offset = min(mark.index, len(text)) if mark is not None else len(text)
    found = text[offset : offset + 1]
    if "cannot start any token" in problem:
        if found == "\t":
            return Explanation(
                "this line is indented by a tab; YAML takes only spaces", "replace the tab by spaces", offset
            )
        return Explanation(f"a value cannot begin with {found}", _QUOTE_IT, offset)
    if "tab character" in problem:
        return Explanation(
            "this line is indented by a tab; YAML takes only spaces", "replace the tab by spaces", offset
        )
    for known in _KNOWN:
        if known.words in problem:
            if known.at_context and context is not None:
                offset = min(context.index, len(text))
            return Explanation(known.message, known.help, offset)
    return Explanation(
        f"this cannot be read as YAML: {problem}", "mend it, or put the value in quotation marks", offset
    )
