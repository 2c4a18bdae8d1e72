"""Subtitles (SubRip and WebVTT): the captions one after the other, each with the time at which it begins.

A caption that ends in the middle of a sentence goes on in the next, so there is one line end between them.
"""

from __future__ import annotations

import html
import re

import attrs

from newsfacts.anchors import Turn
from newsfacts.sources.blocks import Blocks
from newsfacts.sources.decoding import decode_source
from newsfacts.sources.document import FileKind, Note, NoteKind, SectionUnit, SourceDocument
from newsfacts.sources.problems import Refused
from newsfacts.text.spans import Span

__all__ = ["read"]

_TIME = r"(?:(?P<{0}h>\d{{1,4}}):)?(?P<{0}m>\d{{1,2}}):(?P<{0}s>\d{{1,2}})[.,](?P<{0}f>\d{{1,3}})"
_TIMING = re.compile(rf"[ \t]*{_TIME.format('a')}[ \t]*-->[ \t]*{_TIME.format('b')}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+(?P<name>[^<>]{1,100})>")
_MARKS = re.compile(
    r"</?(?:[bius]|c|v|lang|ruby|rt|font)(?:[.\s][^<>]{0,200})?>|<\d[\d:.]{0,20}>|\{\\[^{}\n]{0,100}\}", re.IGNORECASE
)
_LINE_END = re.compile(r"\r\n?|\n")


@attrs.define
class _Caption:
    time: str
    lines: list[str]


def read(data: bytes, path: str, kind: FileKind) -> SourceDocument:
    """The captions of a file. Raises `Undecodable`, and `Refused` where it has none."""
    decoded = decode_source(data)
    captions = _captions(_LINE_END.split(decoded.text))
    if not captions:
        raise Refused("it has no captions: no line is a time such as 00:00:01,000 --> 00:00:04,000")
    blocks = Blocks("\n")
    turns: list[Turn] = []
    marks = repeated = 0
    before: list[str] = []
    for caption in captions:
        voice = _VOICE.search("\n".join(caption.lines))
        lines = []
        for line in caption.lines:
            bare, number = _MARKS.subn("", line)
            marks += number
            lines.append(html.unescape(bare).strip())
        lines = [line for line in lines if line]
        # Captions that scroll show the last lines of the one before again.
        shared = next((n for n in range(min(len(lines), len(before)), 0, -1) if before[-n:] == lines[:n]), 0)
        repeated += shared > 0
        before = lines or before
        text = "\n".join(lines[shared:])
        blocks.add(text, SectionUnit.TIME, caption.time)
        if voice is not None and text:
            turns.append(Turn(Span(blocks.length - len(text), blocks.length), html.unescape(voice["name"]).strip()))
    notes = [*decoded.notes]
    if marks:
        notes.append(Note(NoteKind.CAPTION_MARKS, marks))
    if repeated:
        notes.append(Note(NoteKind.REPEATED_CAPTIONS, repeated))
    return SourceDocument(
        text=blocks.text,
        path=path,
        kind=kind,
        notes=tuple(notes),
        sections=tuple(blocks.sections),
        turns=tuple(turns),
    )


def _captions(lines: list[str]) -> list[_Caption]:
    """The captions with their lines; a caption ends at an empty line."""
    found: list[_Caption] = []
    is_open = False
    for line in lines:
        timing = _TIMING.match(line)
        if timing is not None:
            found.append(_Caption(_time_code(timing), []))
            is_open = True
        elif not line.strip():
            is_open = False
        elif is_open:
            found[-1].lines.append(line)
    return found


def _time_code(timing: re.Match[str]) -> str:
    """When a caption begins, as `00:01:02.500`."""
    fraction = timing["af"].ljust(3, "0")
    return f"{int(timing['ah'] or 0):02}:{int(timing['am']):02}:{int(timing['as']):02}.{fraction}"
