"""Subtitles (SubRip and WebVTT): the captions one after the other, each with the time at which it begins.

A caption that ends in the middle of a sentence goes on in the next, so there is one line end between them.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator

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
_DASH = re.compile(r"[ \t]*(?:<[^<>]{1,100}>|\{\\[^{}\n]{0,100}\})?[-–—‐][ \t]*(?=[^\s\d–—-])")
_LINE_END = re.compile(r"\r\n?|\n")


@attrs.define
class _Caption:
    time: str
    lines: list[str]


@attrs.frozen
class _Line:
    """Words of a caption. `speaker` is empty where a dash says only that it is someone else, None where nothing does."""

    words: str
    speaker: str | None
    turn: int


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
        lines, number = _spoken(caption.lines)
        marks += number
        # Captions that scroll show the last lines of the one before again.
        words = [line.words for line in lines]
        shared = next((n for n in range(min(len(words), len(before)), 0, -1) if before[-n:] == words[:n]), 0)
        repeated += shared > 0
        before = words or before
        kept = lines[shared:]
        text = "\n".join(line.words for line in kept)
        blocks.add(text, SectionUnit.TIME, caption.time)
        if text:
            turns += _turns(kept, blocks.length - len(text))
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


def _spoken(lines: list[str]) -> tuple[list[_Line], int]:
    """The lines with words and who says them, without marks, and how many marks there were.

    A voice goes on until the next one. Where several lines begin with a dash, each of them is someone else's.
    """
    is_dialogue = sum(_DASH.match(line) is not None for line in lines) > 1
    found: list[_Line] = []
    marks = turn = 0
    speaker: str | None = None
    for line in lines:
        start = 0
        dash = _DASH.match(line) if is_dialogue else None
        if dash is not None:
            speaker, start, turn, marks = "", dash.end(), turn + 1, marks + 1
        for voice in _VOICE.finditer(line, start):
            marks += _add(found, line[start : voice.start()], speaker, turn) + 1
            speaker, start, turn = html.unescape(voice["name"]).strip(), voice.end(), turn + 1
        marks += _add(found, line[start:], speaker, turn)
    return found, marks


def _add(found: list[_Line], words: str, speaker: str | None, turn: int) -> int:
    """Add a line without its tags, if it has words. Returns how many tags there were."""
    bare, tags = _MARKS.subn("", words)
    kept = html.unescape(bare).strip()
    if kept:
        found.append(_Line(kept, speaker, turn))
    return tags


def _turns(lines: list[_Line], start: int) -> Iterator[Turn]:
    """Who speaks in the lines of a caption that begins at `start`."""
    place = start
    for _, group in itertools.groupby(lines, key=lambda line: line.turn):
        said = list(group)
        length = sum(len(line.words) + 1 for line in said)
        speaker = said[0].speaker
        if speaker is not None:
            yield Turn(Span(place, place + length - 1), speaker)
        place += length


def _captions(lines: list[str]) -> list[_Caption]:
    """The captions with their lines; a caption ends at an empty line."""
    found: list[_Caption] = []
    is_open = False
    for line in lines:
        timing = _TIMING.match(line)
        if timing is not None:
            if is_open and found[-1].lines and found[-1].lines[-1].strip().isdecimal():
                found[-1].lines.pop()  # the number of this caption, without an empty line before it
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
