"""brat stand-off annotation (`.ann` next to a `.txt`).

    T1<TAB>Source 89 106<TAB>The Post            a text-bound annotation; fragments are joined by ";"
    E1<TAB>Attribution:T4 Cue:T2 Source:T1       an event: its trigger and its roles
    R1<TAB>Origin Arg1:T6 Arg2:T7                a relation      *<TAB>Alias T3 T4        an equivalence
    A1<TAB>Polarity T4 Negative                  an attribute    N1<TAB>Reference T5 Wiki:1<TAB>title
    #1<TAB>AnnotatorNotes T2<TAB>free text       a note

Offsets are half-open code points of the text read with universal newlines (brat's own reading; its issue 853). What the types
mean is said by a mapping, by default that of the PolNeAR corpus, whose events are attributions. brat has no place for the head
of a document: `story.head.yaml` next to `story.ann` has it, as the front matter of annotated text would.
Sources: `server/src/annotation.py` of brat; README and guidelines of PolNeAR.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newsfacts.errors import ReadError
from newsfacts.files import is_inside, project_root, read_bytes
from newsfacts.findings import Finding, ProblemList, ReaderCode, problem
from newsfacts.formats.brat_names import ROLE_NUMBER
from newsfacts.formats.brat_well_formed import (
    AT_TRIGGER,
    ATTRIBUTE,
    EQUIVALENCE,
    NOTE,
    read_well_formed,
)
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marks import Marks
from newsfacts.immutable import frozen, maker
from newsfacts.model import Document
from newsfacts.raw import LocatedLater, Loss, Origin, RawAnnotation, RawDocument, new_origin
from newsfacts.text.source import Place, SourceText, decode
from newsfacts.text.spans import Span, covers

__all__ = ["HEAD_ENDING", "files", "losses", "read", "text_path", "write"]

HEAD_ENDING = ".head.yaml"
"""Ends the name of the file next to an `.ann` file that has what brat has no place for: the head of the document."""

_new_span = maker(Span)

_LINE = re.compile(r"[^\r\n]+")
_TEXT_BOUND = re.compile(r"(T\S*)\t(\S+) (\d+ \d+(?>(?:;\d+ \d+)*))(?:\t(.*))?$")
_EVENT = re.compile(r"(E\S*)\t(\S+?):(\S+)((?>(?: \S+?:\S+)*))\s*$")
_RELATION = re.compile(r"R\S*\t(\S+) \S+?:(\S+) \S+?:(\S+)\s*$")
_NORMALIZATION = re.compile(r"(N\S*)\t(\S+) (\S+) (\S+)(?:\t(.*))?$")
_ANNOTATOR = re.compile(r"_([0-9a-f]{4})$")


def text_path(path: str | os.PathLike[str]) -> Path:
    """The text of an `.ann` file: next to it, or in a folder `text` next to its own folder, as PolNeAR has it."""
    return Path(text_name(os.fspath(path)))


def text_name(path: str) -> str:
    """The name of the text of an `.ann` file."""
    folder, name = os.path.split(path)
    stem = os.path.splitext(name)[0]
    names = dict.fromkeys((stem, _ANNOTATOR.sub("", stem)))
    for place in (folder, os.path.join(os.path.dirname(folder), "text")):
        for each in names:
            candidate = os.path.join(place, f"{each}.txt")
            if os.path.isfile(candidate):
                return candidate
    return os.path.join(folder, f"{stem}.txt")


def leads_outside(path: str) -> bool:
    """Whether a text that is found from an `.ann` file is, by links, outside the project of that file."""
    is_linked = os.path.islink(path) or os.path.islink(os.path.dirname(path))
    return is_linked and not is_inside(Path(path), project_root(Path(os.path.abspath(path))))


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """The document that an `.ann` file annotates."""
    source = SourceText(text)
    annotated = read_text(source, path)
    written = None if annotated.problems else read_well_formed(text, annotated.text, mapping)
    if written is None:
        yield _BratReader(source, path, mapping, annotated).read()
        return
    problems = ProblemList()
    places = BratPlaces(source, path, mapping, annotated)
    yield RawDocument(
        text=annotated.text,
        origin=new_origin(path=path, source=source, text_path=annotated.path),
        annotations=LocatedLater(places.annotation, len(written.written)),
        written=written,
        findings=problems,
        is_foreign=True,
        **read_head(path, problems),
    )


def write(document: Document, mapping: LabelMapping) -> str:
    """The lines of the `.ann` file of a document."""
    from newsfacts.formats.brat_writer import write_lines

    return write_lines(document, mapping)


def files(document: Document, path: str, mapping: LabelMapping) -> dict[str, str]:
    """The `.ann` file, the text, the head where there is one, and the `annotation.conf` of the folder."""
    from newsfacts.formats.brat_writer import write_files

    return write_files(document, path, mapping)


def losses(document: Document, mapping: LabelMapping) -> Iterable[Loss]:
    """What of a document its brat files have no place for."""
    from newsfacts.formats.brat_writer import losses_of

    return losses_of(document, mapping)


@frozen
class AnnotatedText:
    """The text that an `.ann` file annotates, where it is, and what is wrong with it."""

    text: str
    path: str | None = None
    problems: tuple[Finding, ...] = ()


def read_text(source: SourceText, path: str | None) -> AnnotatedText:
    """The text of an `.ann` file, which is itself `source`."""
    found = text_name(path or "document.ann")
    name = os.path.basename(found)
    top = Place(path, source, 0, 0)

    def without_text(message: str, help: str | None = None) -> AnnotatedText:
        return AnnotatedText("", problems=(problem(ReaderCode.CHANGED_TEXT, message, top, help=help),))

    if leads_outside(found):
        message = f"the text {name} is a link that leads outside the project"
        return without_text(message, "put the text itself into the project")
    try:
        text = decode(read_bytes(found)).text
    except OSError as error:
        reason = error.strerror or type(error).__name__
        help = "brat keeps the text in a .txt file next to the .ann file"
        return without_text(f"the text {name} cannot be read: {reason}", help)
    except ReadError as error:
        return without_text(f"the text {name} cannot be read: {error.message}")
    if "\r" not in text:
        return AnnotatedText(text, found)
    message = f"{name} has carriage returns; brat counts CR LF as one character, and so does this reading"
    unclean = problem(ReaderCode.UNCLEAN_TEXT, message, top, help="save the text with LF line ends")
    return AnnotatedText(text.replace("\r\n", "\n").replace("\r", "\n"), found, (unclean,))


def read_head(path: str | None, problems: ProblemList) -> dict[str, Any]:
    """The head of the document, from the file next to the `.ann` file."""
    from newsfacts.formats.heads import read_head_file

    return {} if path is None else read_head_file(f"{path.removesuffix('.ann')}{HEAD_ENDING}", problems)


class BratPlaces:
    """Finds the places of annotations in an `.ann` file with nothing wrong, by reading all of it again with places."""

    def __init__(self, source: SourceText, path: str | None, mapping: LabelMapping, annotated: AnnotatedText) -> None:
        self.source: SourceText = source
        self.path: str | None = path
        self.mapping: LabelMapping = mapping
        self.annotated: AnnotatedText = annotated

    @functools.cached_property
    def annotations(self) -> Sequence[RawAnnotation]:
        """All annotations."""
        reader = _BratReader(self.source, self.path, self.mapping, self.annotated)
        reader.take_lines()
        return reader.marks.document().annotations

    def annotation(self, number: int) -> RawAnnotation:
        """Annotation `number` of the file."""
        return self.annotations[number]


class _BratReader:
    """Reads an `.ann` file with the places of everything, and reports what is wrong."""

    def __init__(self, source: SourceText, path: str | None, mapping: LabelMapping, annotated: AnnotatedText) -> None:
        self.source = source
        self.path = path
        self.mapping = mapping
        self.problems = ProblemList(annotated.problems)
        self.text_path = annotated.path
        self.marks = Marks(source, path, annotated.text, mapping, self.problems)
        self.events: list[_Event] = []
        self.at_triggers: set[str] = set()

    def place(self, start: int, end: int) -> Place:
        return Place(self.path, self.source, start, end)

    def read(self) -> RawDocument:
        """The document."""
        self.take_lines()
        origin = Origin(path=self.path, source=self.source, text_path=self.text_path)
        return self.marks.document(origin=origin, **read_head(self.path, self.problems))

    def take_lines(self) -> None:
        """Take down every line, and then what events are."""
        readers = {
            "T": self.text_bound, "E": self.event, "R": self.relation, "*": self.equivalence, "A": self.attribute,
            "M": self.attribute, "N": self.normalization, "#": self.note,
        }  # fmt: skip
        for line in _LINE.finditer(self.source.string):
            reader = readers.get(line[0][0])
            if reader is None or not reader(line):
                self.problems.add(
                    ReaderCode.BROKEN_MARKUP,
                    "this line is not a line of brat",
                    self.place(line.start(), line.end()),
                    help="a line begins with T, E, R, A, M, N, # or *, with a tab after its id",
                )
        for event in self.events:
            self.finish(event)

    # -- one line of each kind; False where it is not well formed
    def text_bound(self, line: re.Match[str]) -> bool:
        found = _TEXT_BOUND.match(line[0])
        if found is None:
            return False
        id, label, offsets, words = found.groups()
        begin = line.start()
        words_start = begin + (found.start(4) if words is not None else found.start(2))
        spans = self.spans(offsets, begin + found.start(3), begin + found.end(3))
        pieces = self.stored(words, spans)
        if len(pieces or ()) == len(spans) > 1:
            spans, pieces = zip(*sorted(zip(spans, pieces or (), strict=True)), strict=True)
        id_place = (begin, begin + len(id))
        self.marks.mark(id, label, spans, words_start, line.end(), stored_words=pieces, id_place=id_place)
        return True

    def spans(self, offsets: str, start: int, end: int) -> tuple[Span, ...]:
        first, _, last = offsets.partition(" ")
        if last.isdigit() and len(first) < 16 and len(last) < 16 and int(first) <= int(last) <= len(self.marks.text):
            return (_new_span(int(first), int(last)),)  # by far the most frequent case
        return self.several_spans(offsets, start, end)

    def several_spans(self, offsets: str, start: int, end: int) -> tuple[Span, ...]:
        spans = []
        for pair in offsets.split(";"):
            first, last = (int(number) if len(number) < 16 else 1 << 50 for number in pair.split())
            if first <= last <= len(self.marks.text):
                spans.append(Span(first, last))
            elif self.text_path is not None:
                self.marks.span(first, last, start, end)
        return tuple(spans)

    def stored(self, words: str | None, spans: tuple[Span, ...]) -> tuple[str, ...] | None:
        """The stored words, one per fragment; brat joins the words of fragments, and of lines, by one space."""
        if words is None:
            return None
        if len(spans) == 1 and "\n" not in self.marks.text[spans[0].start : spans[0].end]:
            return (words,)
        pieces = []
        offset = 0
        for span in spans:
            pieces.append(words[offset : offset + span.length])
            offset += span.length + 1
        if offset != len(words) + 1:
            return (words,)
        text = self.marks.text
        for number, (piece, span) in enumerate(zip(pieces, spans, strict=True)):
            there = text[span.start : span.end]
            if piece != there and piece == there.replace("\n", " "):
                pieces[number] = there
        return tuple(pieces)

    def event(self, line: re.Match[str]) -> bool:
        found = _EVENT.match(line[0])
        if found is None:
            return False
        id, label, trigger, written = found.groups()
        begin = line.start()
        raw = self.marks.mark(id, label, (), begin, line.end(), id_place=(begin, begin + len(id)))
        roles = tuple([(role, target) for role, _, target in (each.partition(":") for each in written.split())])
        self.events.append(_Event(raw, id, label, trigger, roles))
        return True

    def finish(self, event: _Event) -> None:
        """Give an event its words, those of its trigger; an attribution whose trigger is only its cue has those of its roles."""
        raw, marks = event.raw, self.marks
        trigger = marks.found(event.trigger, raw.start, raw.end)
        is_attribution = raw.kind == "attribution"
        for role, target in event.roles:
            name = role if role in self.mapping.relations else ROLE_NUMBER.sub("", role)
            marks.relation(name, event.id, target, raw.start, raw.end)
        if trigger is None:
            return
        parts = [span for _, id in event.roles if id in marks.marks for span in marks.marks[id].raw.spans]
        if not is_attribution or event.id in self.at_triggers or covers(trigger.raw.spans, parts):
            raw.spans = trigger.raw.spans
        elif not set(parts).issuperset(trigger.raw.spans):
            what = "the trigger of an attribution, apart from its cue"
            words = " ".join([marks.text[span.start : span.end] for span in trigger.raw.spans])
            marks.lose(what, words, trigger.raw.start, trigger.raw.end, event.trigger)
        if is_attribution or trigger.label == event.label:
            marks.become(event.trigger, event.id)

    def relation(self, line: re.Match[str]) -> bool:
        found = _RELATION.match(line[0])
        if found is None:
            return False
        self.marks.others.add(line[0].partition("\t")[0])
        self.marks.relation(found[1], found[2], found[3], line.start(), line.end())
        return True

    def equivalence(self, line: re.Match[str]) -> bool:
        found = EQUIVALENCE.match(line[0])
        if found is None:
            return False
        first, *others = found[2].split()
        for other in others:
            self.marks.relation(found[1], first, other, line.start(), line.end())
        return True

    def attribute(self, line: re.Match[str]) -> bool:
        found = ATTRIBUTE.match(line[0])
        if found is None:
            return False
        name, target, value = found.groups()
        self.marks.others.add(line[0].partition("\t")[0])
        if name == AT_TRIGGER:
            self.at_triggers.add(target)
        else:
            self.on_target(target, name, value or "yes", line)
        return True

    def normalization(self, line: re.Match[str]) -> bool:
        found = _NORMALIZATION.match(line[0])
        if found is None:
            return False
        self.on_target(found[3], found[2], found[4], line)
        if found[5]:
            self.marks.lose("the title of a normalization", found[5], line.start(), line.end(), found[3], found[2])
        return True

    def note(self, line: re.Match[str]) -> bool:
        found = NOTE.match(line[0])
        if found is None:
            return False
        type, target, words = found.groups()
        self.on_target(target, "note", words or type, line)
        if words and type != "AnnotatorNotes":
            self.marks.lose("the type of a note", type, line.start(), line.end(), target, "note")
        return True

    def on_target(self, target: str, name: str, value: str, line: re.Match[str]) -> None:
        """Take down something that is said about an annotation, or note that newsfacts has no place for it."""
        if target[:1] in "RAMN#*":
            self.marks.lose(f"{name} of a relation or an attribute", value, line.start(), line.end(), target, name)
        else:
            self.marks.attribute(target, name, value, line.start(), line.end())


@frozen
class _Event:
    """An event whose trigger and roles are still ids."""

    raw: RawAnnotation
    id: str
    label: str
    trigger: str
    roles: tuple[tuple[str, str], ...]
