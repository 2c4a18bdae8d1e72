"""The citations of a text: `[1]`, footnotes and links, and the sources that they lead to."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from newsfacts.sources.document import SourceDocument
from newsfacts.text.spans import Span

__all__ = ["Citation", "Citations", "citations_of"]

_MARK: Final = re.compile(r"\[(?P<numbers>\d{1,3}(?:[,;–-] ?\d{1,3}){0,9})\](?![(\[:])|\[\^(?P<note>[\w-]{1,40})\](?!:)"
                          r"|(?<!!)\[(?P<words>[^\[\]\n]{1,200})\]\((?P<target>[^()\s]{1,500})\)")  # fmt: skip
_REFERENCE: Final = re.compile(
    r"^[ \t]{0,3}(?:\[\^?(?P<key>[\w-]{1,40})\]:?|(?P<number>\d{1,3})[.)])[ \t]+(?P<words>\S[^\n]*)$", re.MULTILINE
)
_HEADING: Final = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]*|\*{0,2})(?i:sources|references|notes|footnotes|citations|quellen)\*{0,2}:?[ \t]*$",
                             re.MULTILINE)  # fmt: skip
_LINK_TARGET: Final = re.compile(r"https?://[^\s<>)\]]+")


@attrs.frozen
class Citation:
    """A citation at `span`; `name` is what it says ("[1]"), `documents` the sources it leads to, empty where none."""

    span: Span
    name: str
    documents: tuple[SourceDocument, ...]


@attrs.frozen
class Citations:
    """The citations of a text in order, and the parts of the text that are references, not claims."""

    found: tuple[Citation, ...] = ()
    references: tuple[Span, ...] = ()

    def within(self, place: Span) -> tuple[Citation, ...]:
        """Those within a part of the text."""
        first = bisect_left(self.found, place.start, key=lambda citation: citation.span.start)
        last = bisect_left(self.found, place.end, key=lambda citation: citation.span.start)
        return self.found[first:last]

    def of(self, claim: Span, sentence: Span, paragraph: Span) -> tuple[Citation, ...]:
        """Those that a claim is under: in its sentence, or else the next ones in its paragraph."""
        in_sentence = self.within(sentence)
        if in_sentence:
            after = tuple(one for one in in_sentence if one.span.start >= claim.start)
            return after or in_sentence
        later = self.within(Span(sentence.end, paragraph.end))
        return tuple(one for one in later if one.span.start - later[0].span.end < _TOGETHER) if later else ()

    def is_reference(self, place: Span) -> bool:
        """Whether a part of the text is in a reference."""
        number = bisect_left(self.references, place.end, key=lambda span: span.start)
        return bool(number) and self.references[number - 1].overlaps(place)

    def is_mark(self, place: Span) -> bool:
        """Whether a part of the text is the mark of a citation, `[1]`."""
        near = self.within(Span(place.start - _MARK_REACH, place.end))
        return any(one.span.overlaps(place) and one.name.startswith("[") for one in near)


_MARK_REACH: Final = 60
_TOGETHER: Final = 12
"""Marks that are this near to each other, in code points, are one citation."""


def citations_of(text: str, documents: Sequence[SourceDocument]) -> Citations:
    """The citations of a text. A number without a reference list is the place of the source in the order given."""
    references = _references(text)
    known = {key: _documents_of(words, documents) for key, (_, words) in references.items()}
    spans = tuple(sorted(span for span, _ in references.values()))
    outside = Citations((), spans)
    found = []
    for match in _MARK.finditer(text):
        if outside.is_reference(Span(*match.span())):
            continue
        found.append(Citation(Span(*match.span()), _name(match), tuple(_cited(match, known, documents))))
    return Citations(tuple(found), spans)


def _name(match: re.Match[str]) -> str:
    return match["target"] or match[0]


def _references(text: str) -> dict[str, tuple[Span, str]]:
    """The references by their key: footnotes anywhere, numbers with brackets after the last heading or the last paragraph."""
    headings = list(_HEADING.finditer(text))
    start = headings[-1].end() if headings else len(text)
    found: dict[str, tuple[Span, str]] = {}
    for match in _REFERENCE.finditer(text):
        is_footnote = match["key"] is not None and text[match.start("key") - 1] == "^"
        is_link = match["key"] is not None and text[match.end("key") + 1 : match.end("key") + 2] == ":"
        at_end = match["key"] is not None and not text[match.end() :].strip("\n \t").count("\n\n")
        if is_footnote or is_link or match.start() >= start or (at_end and _LINK_TARGET.search(match["words"])):
            found[match["key"] or match["number"]] = (Span(*match.span()), match["words"])
    return found


def _cited(
    match: re.Match[str], known: dict[str, tuple[SourceDocument, ...]], documents: Sequence[SourceDocument]
) -> Iterator[SourceDocument]:
    if match["target"] is not None:
        yield from _documents_of(match["target"], documents)
        return
    for key in (match["note"],) if match["note"] is not None else tuple(_numbers(match["numbers"])):
        if key in known:
            yield from known[key]
        elif not known and key.isdigit() and 1 <= int(key) <= len(documents):
            yield documents[int(key) - 1]


def _numbers(words: str) -> Iterator[str]:
    """ "1, 3-5" as "1", "3", "4", "5"."""
    for part in re.split(r"[,;] ?", words):
        ends = re.split(r"[–-]", part)
        first, last = int(ends[0]), int(ends[-1])
        yield from (str(number) for number in range(first, min(last, first + 20) + 1))


def _documents_of(words: str, documents: Sequence[SourceDocument]) -> tuple[SourceDocument, ...]:
    """The sources that a reference names: by path or file name, else by that without its ending or by title."""
    low = words.lower()
    by_path, by_name, loosely = [], [], []
    for document in documents:
        path = (document.path or "").replace(os.sep, "/").lower()
        name = path.rsplit("/", 1)[-1]
        stem = name.rsplit(".", 1)[0]
        title = (document.title or "").strip().lower()
        if _is_named(path, low):
            by_path.append((name, document))
        elif _is_named(name, low):
            by_name.append((name, document))
        elif (len(stem) > 3 and _is_named(stem, low)) or (len(title) > 8 and title in low):
            loosely.append(document)
    taken = {name for name, _ in by_path}  # the same name in another folder is another file
    named = [document for _, document in by_path] + [document for name, document in by_name if name not in taken]
    return tuple(named or loosely)


def _is_named(name: str, words: str) -> bool:
    """Whether a name is among the words, and no part of a longer one."""
    start = words.find(name) if name else -1
    while start >= 0:
        end = start + len(name)
        if not (start and _goes_on(words[start - 1])) and not _goes_on(words[end : end + 1]):
            return True
        start = words.find(name, start + 1)
    return False


def _goes_on(sign: str) -> bool:
    return sign == "-" or sign == "_" or sign.isalnum()
