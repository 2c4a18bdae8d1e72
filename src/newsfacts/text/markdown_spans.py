"""The prose of a text that may be Markdown: what is code, an address or the number of a list is not prose.

A block is a paragraph, a heading, an item of a list, a line with a label and a number, or a cell of a table; no phrase
reaches from one into another. What is not prose becomes spaces, so that every place stays where it is in the text. It is the
Markdown that people write by hand (CommonMark, tables, footnotes), line by line: code between marks has to end on its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from newsfacts.errors import UsageError
from newsfacts.text.spans import Span

__all__ = ["Block", "Markup", "block_quotations", "blocks_of", "masked", "unmarked"]

Markup: TypeAlias = Literal["text", "markdown"]


class Block(NamedTuple):
    """A stretch of prose that begins at the code point `start` of the text."""

    start: int
    text: str


_EMPTY_LINES: Final = re.compile(r"(?>\r\n?|\n)(?:[ \t]*(?>\r\n?|\n))+|\u2029")
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_LEAD: Final = re.compile(
    r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(?:#{1,6}[ \t]+)?"
)
_INDENTED: Final = re.compile(r" {4}|\t")
_QUOTING: Final = re.compile(r"[ \t]*>[ \t]?")
_DEFINITION: Final = re.compile(r" {0,3}\[[^\[\]\n]{1,80}\]:[ \t]")
_FOOTNOTE: Final = re.compile(r" {0,3}\[\^[^\[\]\n]{1,80}\]:[ \t]")
_BACKTICKS: Final = re.compile(r"`+")
_LINK: Final = re.compile(r"(!?\[)([^\[\]\n]*)(\]\([^()\s]*(?:\([^()\s]*\))?[^()\s]*(?:[ \t]+\"[^\"\n]*\")?[ \t]*\))")
_REFERENCE: Final = re.compile(
    r"(\[)([^\[\]\n]*)(\]\[[^\[\]\n]{0,80}\])|\[(?:\^[^\[\]\n]{1,80}|\d{1,3}(?:, ?\d{1,3})*)\]"
)
_MARKS: Final = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|~~|\\(?=[!-/:-@\[-`{-~])")
_NOT_PROSE: Final = re.compile(
    r"<?\bhttps?://[^\s<>\"“”]+|\bwww\.[^\s<>\"“”]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}|(?<!\w)[@#][A-Za-z_]\w*"
    r"|</?[A-Za-z][^<>\n]{0,300}>"
)
"""Web and e-mail addresses, names of accounts, tags of subjects, HTML."""
_RULES: Final = tuple(map(frozenset, ("-", "*", "_", "=")))
_TABLE_RULE: Final = frozenset("|:+-")


def masked(text: str, markup: str) -> str:
    """The text with everything that is not prose as spaces; as long as the text. `UsageError` for an unknown markup."""
    if markup == "text":
        return _NOT_PROSE.sub(_blank, text)
    if markup != "markdown":
        raise UsageError(f"markup is text or markdown, not {markup!r}")
    return "".join(_masked_lines(_without_comments(text)))


def unmarked(text: str, prose: str, span: Span) -> str:
    """The words of a span without what `prose`, the masked text, leaves out: the marks of Markdown."""
    words, kept = span.slice(text), span.slice(prose)
    if words == kept:
        return words
    return "".join(sign for sign, other in zip(words, kept, strict=True) if sign == other)


def _blank(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def _blank_outside(found: re.Match[str]) -> str:
    """A link is the words between its brackets; a picture, a citation and a footnote have none."""
    if found[1] is None or found[1] == "![":
        return _blank(found)
    return " " * len(found[1]) + found[2] + " " * len(found[3])


def _without_comments(text: str) -> str:
    """The text without what is between "<!--" and "-->"; line ends stay."""
    pieces: list[str] = []
    end = 0
    while (start := text.find("<!--", end)) >= 0:
        close = text.find("-->", start + 4)
        if close < 0:
            break
        pieces += [text[end:start], _NOT_LINE_END.sub(" ", text[start : close + 3])]
        end = close + 3
    return "".join([*pieces, text[end:]]) if pieces else text


_NOT_LINE_END: Final = re.compile(r"[^\r\n]")


def _masked_lines(text: str) -> Iterator[str]:
    fence = ""
    in_list = is_code = False
    was_empty = True
    header = _end_of_front_matter(text)
    place = 0
    for line in _LINE.findall(text):
        stripped = line.strip()
        found = _FENCE.match(line)
        place += len(line)
        if place <= header:
            yield _spaces(line)
        elif fence:
            if found and found[1][0] == fence[0] and len(found[1]) >= len(fence) and not stripped.strip(fence[0]):
                fence = ""
            yield _spaces(line)
        elif found:
            fence = found[1]
            yield _spaces(line)
        else:
            is_code = bool(stripped) and _INDENTED.match(line) is not None and not in_list and (was_empty or is_code)
            if _OWN_LINE.match(line):
                in_list = True
            elif stripped and not line[0].isspace():
                in_list = False
            yield _spaces(line) if is_code or _is_rule(stripped) else _prose(line)
        was_empty = not stripped


def _end_of_front_matter(text: str) -> int:
    """Where the lines between "---" at the beginning of a text end; 0 where there are none."""
    if not text.startswith("---\n"):
        return 0
    end = text.find("\n---\n", 3)
    return end + 5 if end >= 0 else 0


def _is_rule(line: str) -> bool:
    """A line that parts what is above from what is below, underlines a heading, or parts the head of a table."""
    signs = frozenset(line) - frozenset(" \t")
    return bool(signs) and (signs in _RULES or (signs <= _TABLE_RULE and "-" in signs))


def _spaces(line: str) -> str:
    ending = line[len(line.rstrip("\r\n")) :]
    return " " * (len(line) - len(ending)) + ending


def _prose(line: str) -> str:
    if _DEFINITION.match(line) and not _FOOTNOTE.match(line):
        return _spaces(line)
    lead = _FOOTNOTE.match(line) or _LEAD.match(line)
    cut = lead.end() if lead else 0
    rest = _without_code(line[cut:])
    rest = _LINK.sub(_blank_outside, rest)
    rest = _REFERENCE.sub(_blank_outside, rest)
    rest = _MARKS.sub(_blank, _NOT_PROSE.sub(_blank, rest))
    return " " * cut + rest


def _without_code(line: str) -> str:
    """The line without what is between runs of backticks of the same length."""
    if "`" not in line:
        return line
    runs = [(found.start(), found.end()) for found in _BACKTICKS.finditer(line)]
    partner: dict[int, int] = {}
    seen: dict[int, int] = {}
    for at in range(len(runs) - 1, -1, -1):
        size = runs[at][1] - runs[at][0]
        if size in seen:
            partner[at] = seen[size]
        seen[size] = at
    pieces: list[str] = []
    end = at = 0
    while at < len(runs):
        other = partner.get(at)
        if other is None or (runs[at][1] - runs[at][0] == 2 and "''" in line[runs[at][1] :]):  # ``TeX''
            at += 1
            continue
        pieces += [line[end : runs[at][0]], " " * (runs[other][1] - runs[at][0])]
        end, at = runs[other][1], other + 1
    return "".join([*pieces, line[end:]])


def blocks_of(text: str, markup: str) -> list[Block]:
    """The blocks of a text in order. Raises `UsageError` for an unknown markup."""
    prose = masked(text, markup)
    if markup == "text":
        return list(_paragraphs(prose, 0))
    return [block for part in _parts(text, prose) for block in _paragraphs(part.text, part.start)]


def _paragraphs(text: str, offset: int) -> Iterator[Block]:
    start = 0
    for found in _EMPTY_LINES.finditer(text):
        yield from _entries(text, start, found.start(), offset)
        start = found.end()
    yield from _entries(text, start, len(text), offset)


_ENTRY: Final = re.compile(
    r"^[ \t]{0,20}[^\W\d_][^\n:\t.!?;,|]{0,60}(?::[ \t]+|\t[ \t]*)[$€£~≈<>+−-]?\d[^\n.!?;]{0,60}(?:\.\d[^\n.!?;]{0,30})?\r?$",
    re.MULTILINE,
)
"""A line that is a label and a number, such as "Dead: 12"."""
_MAX_INDENT: Final = 24


def _entries(text: str, start: int, end: int, offset: int) -> Iterator[Block]:
    """A paragraph. Two or more lines in a row that are a label and a number are blocks of their own: what is counted is on the same line."""
    found = [match.span() for match in _ENTRY.finditer(text, start, end)] if "\n" in text[start:end] else []
    # "He said: 22\npeople came: 40 were" is not a list: its labels do not begin alike
    kinds = {place: _begins_with_capital(text, first) for first, last in found for place in (first, last)}
    for first, last in found:
        if kinds[first] in (kinds.get(last + 1), kinds.get(first - 1)):
            if text[start:first].strip():
                yield Block(offset + start, text[start:first])
            yield Block(offset + first, text[first:last])
            start = last
    if text[start:end].strip():
        yield Block(offset + start, text[start:end])


def _begins_with_capital(text: str, place: int) -> bool:
    return text[place : place + _MAX_INDENT].lstrip()[:1].isupper()


_OWN_LINE: Final = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]|(?:[-*+]|\d{1,3}[.)])[ \t]|\[\^)")


def _parts(text: str, prose: str) -> Iterator[Block]:
    """Lines that go together; a heading, an item and a cell of a table are parts of their own."""
    start = place = 0
    after_heading = False
    for line in _LINE.findall(text):
        own = _OWN_LINE.match(line)
        is_table = line.count("|") > 1
        ends = own is not None or is_table or after_heading or _is_rule(line.strip())
        if ends and place > start:
            yield Block(start, prose[start:place])
            start = place
        if is_table:
            cell = place
            for piece in prose[place : place + len(line)].split("|"):
                yield Block(cell, piece)
                cell += len(piece) + 1
            start = place + len(line)
        after_heading = own is not None and "#" in own[0]
        place += len(line)
    if place > start:
        yield Block(start, prose[start:place])


def block_quotations(text: str, prose: str) -> Iterator[tuple[Span, ...]]:
    """The quotations that ">" sets off, as the spans of the words on each of their lines; `prose` is the masked text."""
    lines: list[Span] = []
    place = 0
    for line in _LINE.findall(text):
        found = _QUOTING.match(line)
        words = prose[place : place + len(line)]
        if found is not None and words.strip():
            start = place + len(words) - len(words.lstrip())
            lines.append(Span(start, place + len(words.rstrip())))
        elif found is None and lines:
            yield tuple(lines)
            lines = []
        place += len(line)
    if lines:
        yield tuple(lines)
