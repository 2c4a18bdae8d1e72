"""brat stand-off annotation (`.ann` next to a `.txt`), and attributions as the PolNeAR corpus marks them.

    T1<TAB>Source 89 106<TAB>The Post            a text-bound annotation; fragments are joined by ";"
    E1<TAB>Attribution:T4 Cue:T2 Source:T1       an event: its trigger and its roles
    R1<TAB>Origin Arg1:T6 Arg2:T7                a relation      *<TAB>Alias T3 T4        an equivalence
    A1<TAB>Polarity T4 Negative                  an attribute    N1<TAB>Reference T5 Wiki:1<TAB>title
    #1<TAB>AnnotatorNotes T2<TAB>free text       a note

Offsets are half-open code points of the text read with universal newlines (brat's own reading; its issue 853).
Sources: `server/src/annotation.py` of brat; README and guidelines of PolNeAR.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from newsfacts.errors import ReadError
from newsfacts.files import is_inside, project_root, read_bytes
from newsfacts.findings import ProblemList, ReaderCode, problem
from newsfacts.model import QuoteKind, RelationKind
from newsfacts.raw import Origin, RawAnnotation, RawAttribute, RawDocument
from newsfacts.text.quotation_marks import infer_form
from newsfacts.text.source import Place, SourceText, decode
from newsfacts.text.spans import Span, normalize
from newsfacts.text.suggestions import suggestion

__all__ = ["LOSSES", "read", "text_path"]

LOSSES: tuple[str, ...] = (
    "the trigger of an attribution is not kept apart from its cue; PolNeAR gives both the same words",
    "a relation that newsfacts does not have is kept as a field of its first argument",
    "an equivalence is kept as a field of its first member",
    "the title after a normalization is not kept",
    "a note on a relation is not kept",
)

_LINE = re.compile(r"[^\r\n]+")
_TEXT_BOUND = re.compile(r"(T\S*)\t(\S+) (\d+ \d+(?>(?:;\d+ \d+)*))(?:\t(.*))?$")
_EVENT = re.compile(r"(E\S*)\t(\S+?):(\S+)((?>(?: \S+?:\S+)*))\s*$")
_RELATION = re.compile(r"(R\S*)\t(\S+) \S+?:(\S+) \S+?:(\S+)\s*$")
_EQUIVALENCE = re.compile(r"\*\t(\S+)((?>(?: \S+)+))\s*$")
_ATTRIBUTE = re.compile(r"([AM]\S*)\t(\S+) (\S+)(?: (.*\S))?\s*$")
_NORMALIZATION = re.compile(r"(N\S*)\t(\S+) (\S+) (\S+)(?:\t.*)?$")
_NOTE = re.compile(r"(#\S*)\t(\S+) (\S+)(?:\t(.*))?$")
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")
_ROLE_NUMBER = re.compile(r"\d+$")

_KINDS: Mapping[str, str] = MappingProxyType({
    "Source": "source", "Cue": "cue", "Addressee": "addressee", "Recipient": "addressee", "Medium": "medium",
    "Discuss": "aside", "Discard": "aside",
})  # fmt: skip
_ATTRIBUTIONS = ("Attribution", "Attribution-no-source")
_ROLES: Mapping[str, str] = MappingProxyType({
    "Source": "source", "Cue": "cue", "Content": "content", "Addressee": "addressee", "Recipient": "addressee", "Medium": "medium",
})  # fmt: skip


def text_path(path: Path) -> Path:
    """The text of an `.ann` file: next to it, or in a folder `text` next to its own folder, as PolNeAR has it."""
    names = [path.stem, _ANNOTATOR.sub("", path.stem)]
    for folder in (path.parent, path.parent.parent / "text"):
        for name in names:
            candidate = folder / f"{name}.txt"
            if candidate.is_file():
                return candidate
    return path.with_suffix(".txt")


def read(text: str, path: str | None = None) -> Iterator[RawDocument]:
    """The document that an `.ann` file annotates."""
    yield _BratReader(SourceText(text), path).read()


class _BratReader:
    def __init__(self, source: SourceText, path: str | None) -> None:
        self.source = source
        self.path = path
        self.problems = ProblemList()
        self.text = ""
        self.text_path: str | None = None
        self.annotations: dict[str, RawAnnotation] = {}
        self.events: list[tuple[str, str, RawAnnotation]] = []
        self.triggers: set[str] = set()
        self.others: set[str] = set()  # ids of relations, which notes may name and newsfacts keeps no notes of
        self.later: list[Callable[[], None]] = []

    def place(self, start: int, end: int) -> Place:
        return Place(self.path, self.source, start, end)

    def read(self) -> RawDocument:
        self.read_text()
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
        for finish in self.later:
            finish()
        for trigger in self.triggers:
            self.annotations.pop(trigger, None)
        return RawDocument(
            text=self.text,
            origin=Origin(path=self.path, source=self.source, text_path=self.text_path),
            annotations=list(self.annotations.values()),
            findings=self.problems,
            is_foreign=True,
            text_file=self.text_path,
        )

    def read_text(self) -> None:
        path = text_path(Path(self.path or "document.ann"))
        top = self.place(0, 0)
        if not is_inside(path, project_root(Path(os.path.abspath(path)))):
            message = f"the text {path.name} is a link that leads outside the project"
            self.problems.append(
                problem(ReaderCode.CHANGED_TEXT, message, top, help="put the text itself into the project")
            )
            return
        try:
            found = decode(read_bytes(path)).text
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.problems.append(
                problem(
                    ReaderCode.CHANGED_TEXT,
                    f"the text {path.name} cannot be read: {reason}",
                    top,
                    help="brat keeps the text in a .txt file next to the .ann file",
                )
            )
            return
        except ReadError as error:
            self.problems.append(
                problem(ReaderCode.CHANGED_TEXT, f"the text {path.name} cannot be read: {error.message}", top)
            )
            return
        self.text_path = str(path)
        self.text = found.replace("\r\n", "\n").replace("\r", "\n") if "\r" in found else found
        if self.text is not found:
            message = f"{path.name} has carriage returns; brat counts CR LF as one character, and so does this reading"
            self.problems.append(problem(ReaderCode.UNCLEAN_TEXT, message, top, help="save the text with LF line ends"))

    # -- one line of each kind; False where it is not well formed
    def text_bound(self, line: re.Match[str]) -> bool:
        found = _TEXT_BOUND.match(line[0])
        if found is None:
            return False
        id, type_name, offsets, words = found.groups()
        begin = line.start()
        words_start = begin + (found.start(4) if words is not None else found.start(2))
        spans = self.spans(offsets, self.place(begin + found.start(3), begin + found.end(3)))
        kind = _KINDS.get(
            type_name, type_name.lower() if type_name.lower() in ("claim", "quote", "count", "time") else type_name
        )
        if type_name == "Content":
            kind = "claim" if infer_form(words or "") is QuoteKind.INDIRECT else "quote"
        pieces = stored(words, spans)
        if len(pieces or ()) == len(spans) > 1:
            spans, pieces = zip(*sorted(zip(spans, pieces or (), strict=True)), strict=True)
        raw = RawAnnotation(
            kind, spans, words_start, line.end(), id=RawAttribute(id, begin, begin + len(id)), stored_words=pieces
        )
        if type_name in ("Discuss", "Discard"):
            raw.attributes["note"] = RawAttribute(f"marked {type_name} by the annotator", words_start, line.end())
        self.add(id, raw)
        return True

    def add(self, id: str, raw: RawAnnotation) -> None:
        if id in self.annotations:
            assert raw.id is not None
            place = self.place(raw.id.start, raw.id.end)
            self.problems.add(
                ReaderCode.DUPLICATE_ID, f"the id {id!r} is already taken", place, help="give one of the two another id"
            )
            id = f"{id}@{raw.id.start}"
            raw.id = None  # the first one keeps the name
        self.annotations[id] = raw

    def spans(self, offsets: str, place: Place) -> tuple[Span, ...]:
        spans = []
        for pair in offsets.split(";"):
            start, end = (int(number) if len(number) < 16 else 1 << 50 for number in pair.split())
            if start <= end <= len(self.text):
                spans.append(Span(start, end))
            elif self.text_path is not None:
                where = (
                    "ends before it begins"
                    if end < start
                    else f"lies outside the text, which has {len(self.text):,} code points"
                )
                self.problems.add(ReaderCode.SPAN_OUTSIDE_TEXT, f"the span {pair.replace(' ', '..')} {where}", place)
        return tuple(spans)

    def event(self, line: re.Match[str]) -> bool:
        found = _EVENT.match(line[0])
        if found is None:
            return False
        id, type_name, trigger, roles = found.groups()
        begin = line.start()
        raw = RawAnnotation("attribution", (), begin, line.end(), id=RawAttribute(id, begin, begin + len(id)))
        self.add(id, raw)
        named = [(role.split(":", 1), begin + found.start(4)) for role in roles.split()]
        self.later.append(lambda: self.finish_event(raw, type_name, trigger, [pair for pair, _ in named]))
        return True

    def finish_event(self, raw: RawAnnotation, type_name: str, trigger: str, roles: list[list[str]]) -> None:
        is_attribution = type_name in _ATTRIBUTIONS
        if self.target(trigger, raw) is not None:
            (self.triggers.add if is_attribution else self.move_trigger(raw, type_name))(trigger)
        elif not is_attribution:
            raw.kind = type_name
        fragments: list[Span] = []
        for role, id in roles:
            target = self.target(id, raw)
            if target is None:
                continue
            key = _ROLES.get(_ROLE_NUMBER.sub("", role), role) if is_attribution else role
            fragments += target.spans
            before = raw.attributes.get(key)
            raw.attributes[key] = RawAttribute(id if before is None else f"{before.value} {id}", raw.start, raw.end)
        if is_attribution:
            raw.spans = normalize(fragments)
            if type_name == "Attribution-no-source" and "source" not in raw.attributes:
                raw.attributes["voice"] = RawAttribute("implied", raw.start, raw.end)

    def move_trigger(self, raw: RawAnnotation, type_name: str) -> Callable[[str], None]:
        """An event that is not an attribution is where its trigger is."""

        def move(trigger: str) -> None:
            raw.kind = type_name
            raw.spans = self.annotations[trigger].spans

        return move

    def target(self, id: str, raw: RawAnnotation) -> RawAnnotation | None:
        found = self.annotations.get(id)
        if found is None:
            message = f"no annotation has the id {id!r}{suggestion(id, self.annotations)}"
            self.problems.add(ReaderCode.DANGLING_REFERENCE, message, self.place(raw.start, raw.end))
        return found

    def on_target(self, line: re.Match[str], id: str, key: str, value: str) -> bool:
        """Give an annotation a field, once all are read."""

        def add() -> None:
            target = self.annotations.get(id)
            if target is None and id not in self.others:
                message = f"no annotation has the id {id!r}{suggestion(id, self.annotations)}"
                self.problems.add(ReaderCode.DANGLING_REFERENCE, message, self.place(line.start(), line.end()))
            elif target is not None:
                before = target.attributes.get(key)
                joined = value if before is None else f"{before.value} {value}"
                target.attributes[key] = RawAttribute(joined, line.start(), line.end())

        self.later.append(add)
        return True

    def relation(self, line: re.Match[str]) -> bool:
        found = _RELATION.match(line[0])
        if found is None:
            return False
        self.others.add(found[1])
        name = found[2].lower() if found[2].lower() in {str(kind.value) for kind in RelationKind} else found[2]
        return self.on_target(line, found[3], name, found[4])

    def equivalence(self, line: re.Match[str]) -> bool:
        found = _EQUIVALENCE.match(line[0])
        if found is None:
            return False
        first, *others = found[2].split()
        return self.on_target(line, first, found[1], " ".join(others))

    def attribute(self, line: re.Match[str]) -> bool:
        found = _ATTRIBUTE.match(line[0])
        if found is None:
            return False
        known = found[2].lower() in ("polarity", "certainty")
        return self.on_target(
            line,
            found[3],
            found[2].lower() if known else found[2],
            (found[4] or "yes").lower() if known else found[4] or "yes",
        )

    def normalization(self, line: re.Match[str]) -> bool:
        found = _NORMALIZATION.match(line[0])
        return found is not None and self.on_target(line, found[3], found[2], found[4])

    def note(self, line: re.Match[str]) -> bool:
        found = _NOTE.match(line[0])
        if found is None:
            return False
        return self.on_target(line, found[3], "note", found[4] or found[2])


def stored(words: str | None, spans: tuple[Span, ...]) -> tuple[str, ...] | None:
    """The stored words, one per fragment; brat joins the words of fragments by one space."""
    if words is None:
        return None
    pieces = []
    offset = 0
    for span in spans:
        pieces.append(words[offset : offset + span.length])
        offset += span.length + 1
    return tuple(pieces) if offset == len(words) + 1 else (words,)
