"""WebAnno TSV 3, as WebAnno and INCEpTION export it: tokens on lines, annotation layers in columns. It is only read.

    #FORMAT=WebAnno TSV 3.3
    #T_SP=webanno.custom.Claim|polarity
    #T_RL=webanno.custom.Doubts|value|BT_webanno.custom.Claim

    #Text=Taxes will rise
    1-1<TAB>0-5<TAB>Taxes<TAB>negative[1]<TAB>_<TAB>_<TAB>

`_` is nothing, `*` a layer without a value; stacked annotations are joined by `|`, and those of several tokens share a number `[1]`. In
a chain (`#T_CH`) the number is that of the chain, and `*->1-2` says that this is its second link: each link is an annotation, related to the
next one. Offsets are UTF-16 units. What is between two sentences the file does not have; here it is one line break for each unit.
Source: the description of the format in INCEpTION's user guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.errors import UnreadableValue
from newsfacts.findings import ReaderCode
from newsfacts.formats.detection import Sample
from newsfacts.formats.mapping import LabelMapping
from newsfacts.formats.marks import Marks
from newsfacts.immutable import define, frozen
from newsfacts.raw import RawDocument
from newsfacts.text.source import SourceText
from newsfacts.text.spans import Span

__all__ = ["fits", "read"]

MAX_UNITS = 256 * 1024 * 1024
"""How large an offset may be."""

_LINE = re.compile(r"[^\r\n]+")
_TOKEN = re.compile(r"(\d{1,9}-\d{1,9}(?>(?:\.\d{1,9})?))\t(\d{1,12})-(\d{1,12})\t([^\t]*)(?:\t(.*))?")
_NUMBERED = re.compile(r"(.*)\[(\d{1,9})\]", re.DOTALL)
_REFERENCE = re.compile(r"(\d{1,9}-\d{1,9}(?>(?:\.\d{1,9})?))(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?")
_LINK = re.compile(r"(.*)->(\d{1,9})-(\d{1,9})", re.DOTALL)
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_PARTS = {sign: re.compile(rf"(?>(?:[^\\{sign}]|\\.)*)", re.DOTALL) for sign in "|;"}
_SEGMENTATION = re.compile(r"de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:segmentation|lexmorph|syntax|morph)\..*")


def fits(sample: Sample) -> bool:
    """Whether a file says that it is of this format."""
    return sample.beginning.startswith("#FORMAT=WebAnno TSV 3")


def read(text: str, path: str | None, mapping: LabelMapping) -> Iterator[RawDocument]:
    """The one document of a file."""
    yield _TsvReader(SourceText(text), path, mapping).read()


@frozen
class _Layer:
    """A layer: its kind (SP, CH or RL), its type, the names of its columns, and what the ids of its annotations begin with."""

    kind: str
    type: str
    columns: tuple[str, ...]
    prefix: str

    @property
    def label(self) -> str:
        """The last part of the type."""
        return self.type.rpartition(".")[2]


@frozen
class _Token:
    """A token: its name, its range in the text in UTF-16 units, its cells, and its range in the file."""

    name: str
    first: int
    last: int
    cells: tuple[str, ...]
    start: int
    end: int


@define
class _Found:
    """An annotation in the making: its layer, its range, and the values of its columns; and the number that its tokens share."""

    id: str
    layer: _Layer
    first: int
    last: int
    values: tuple[str, ...]
    start: int
    end: int
    number: str = ""


class _TsvReader:
    def __init__(self, source: SourceText, path: str | None, mapping: LabelMapping) -> None:
        self.source = source
        self.mapping = mapping
        self.path = path
        self.layers: list[_Layer] = []
        self.tokens: list[_Token] = []
        self.sentences: list[tuple[int, str]] = []
        self.found: dict[str, _Found] = {}
        self.at: dict[str, list[_Found]] = {}
        self.chains: dict[tuple[str, int, int], tuple[_Found, str]] = {}
        self.wrong: list[tuple[int, int]] = []

    def read(self) -> RawDocument:
        self.lines()
        marks = self.marks = Marks(self.source, self.path, self.joined_text(), self.mapping)
        self.text = SourceText(marks.text)
        if not self.source.string.startswith("#FORMAT=WebAnno TSV 3"):
            marks.report(ReaderCode.BROKEN_MARKUP, "this file does not begin with #FORMAT=WebAnno TSV 3", 0, 0)
        for start, end in self.wrong:
            marks.report(ReaderCode.BROKEN_MARKUP, "this is not a line of WebAnno TSV 3", start, end, "a token's line has its number, its offsets and its characters")  # fmt: skip
        skipped: dict[str, int] = {}
        for token in self.tokens:
            self.collect(token, skipped)
        for found in self.found.values():
            self.put(found)
        for token in self.tokens:
            self.links(token)
        self.relate_chains()
        for name, count in skipped.items():
            marks.lose(f"the layer {name}", f"{count:,} annotations", 0, 0)
        return marks.document()

    def lines(self) -> None:
        """Take down the layers, the sentences and the tokens."""
        text: list[str] = []
        for line in _LINE.finditer(self.source.string):
            words = line[0]
            if words.startswith(("#T_SP=", "#T_CH=", "#T_RL=")):
                name, *columns = words[6:].split("|")
                prefix = name.rpartition(".")[2]
                if any(layer.prefix == prefix for layer in self.layers):
                    prefix = f"{prefix}@{len(self.layers)}"
                self.layers.append(_Layer(words[3:5], name, tuple(columns), prefix))
            elif words.startswith("#Text="):
                text.append(unescaped(words[6:]))
            elif not words.startswith("#"):
                token = _TOKEN.fullmatch(words)
                if token is None or not int(token[2]) <= int(token[3]) <= MAX_UNITS:
                    self.wrong.append(line.span())
                    continue
                if text:
                    self.sentences.append((int(token[2]), "\n".join(text)))
                    text = []
                cells = tuple((token[5] or "").rstrip("\t").split("\t"))
                self.tokens.append(_Token(token[1], int(token[2]), int(token[3]), cells, *line.span()))

    def joined_text(self) -> str:
        """The whole text: each sentence where its first token is, with line breaks between them."""
        pieces: list[str] = []
        length = 0
        for first, words in self.sentences:
            if first > length and first - length <= len(self.source.string):
                pieces.append("\n" * (first - length))
                length = first
            pieces.append(words)
            length += len(words.encode("utf-16-le", "surrogatepass")) // 2
        return "".join(pieces)

    def columns(self, token: _Token) -> Iterator[tuple[_Layer, tuple[str, ...]]]:
        """The layers with their cells in the line of a token."""
        place = 0
        for layer in self.layers:
            width = max(1, len(layer.columns))
            cells = token.cells[place : place + width]
            place += width
            yield layer, (*cells, *("_",) * (width - len(cells)))

    def collect(self, token: _Token, skipped: dict[str, int]) -> None:
        """Begin or continue the annotations that a token is part of."""
        for layer, cells in self.columns(token):
            if layer.kind == "RL":
                continue
            stacks = [split(cell) for cell in cells]
            for number in range(max(map(len, stacks))):
                values = [stack[number] if number < len(stack) else "_" for stack in stacks]
                if all(value == "_" for value in values):
                    continue
                if _SEGMENTATION.fullmatch(layer.type):
                    skipped[layer.type] = skipped.get(layer.type, 0) + 1
                    continue
                found = self.annotation(token, layer, values, number)
                self.at.setdefault(token.name, []).append(found)

    def annotation(self, token: _Token, layer: _Layer, values: list[str], number: int) -> _Found:
        """The annotation with these values, which are number `number` in the stack at a token; known from a token before, or new."""
        links = [_LINK.fullmatch(value) for value in values] if layer.kind == "CH" else []
        link = next((each for each in links if each is not None), None)
        named = [_NUMBERED.fullmatch(value) for value in values]
        shared = next((each[2] for each in named if each is not None), "") if link is None else ""
        id = f"{layer.prefix}-{shared}" if shared else f"{layer.prefix}-{token.name}-{number + 1}"
        if link is not None:
            id = f"{layer.prefix}-{link[2]}-{link[3]}"
        known = self.found.get(id)
        if known is not None:
            known.first, known.last = min(known.first, token.first), max(known.last, token.last)
            return known
        plain = [each[1] if each is not None else value for each, value in zip(named, values, strict=True)]
        if link is not None:
            plain[links.index(link)] = "_"
        made = _Found(id, layer, token.first, token.last, tuple(plain), token.start, token.end, shared)
        if link is not None:
            self.chains[layer.prefix, int(link[2]), int(link[3])] = (made, link[1])
        self.found[id] = made
        return made

    def put(self, found: _Found) -> None:
        """Take down an annotation with its values."""
        marks = self.marks
        label = found.layer.type if found.layer.type in self.mapping.labels else found.layer.label
        try:
            ends = self.text.from_utf16(found.first), self.text.from_utf16(found.last)
        except UnreadableValue as error:
            message = f"the span {found.first}..{found.last} lies outside the text: {error.reason}"
            marks.report(ReaderCode.SPAN_OUTSIDE_TEXT, message, found.start, found.end)
            ends = (0, 0)
        spans = (Span(*ends),) if ends[0] < ends[1] else ()
        marks.mark(found.id, label, spans, found.start, found.end, keeps_id=False)
        marks.without_words.add(found.id)
        for column, value in zip(found.layer.columns, found.values, strict=False):
            if value not in ("_", "*") and not self.is_link(column):
                marks.attribute(found.id, column or "value", unescaped(value), found.start, found.end)

    def is_link(self, column: str) -> bool:
        """Whether a column has roles or references, and no values."""
        return column.startswith(("ROLE_", "BT_")) or "." in column

    def links(self, token: _Token) -> None:
        """The relations that end at a token, and the slots of the annotations that begin there."""
        for layer, cells in self.columns(token):
            if layer.kind == "RL":
                self.relations(token, layer, cells)
            elif layer.kind == "SP":
                for number, column in enumerate(layer.columns[:-1]):
                    if column.startswith("ROLE_"):
                        self.slots(token, layer, cells[number], cells[number + 1])

    def relations(self, token: _Token, layer: _Layer, cells: tuple[str, ...]) -> None:
        """The relations whose second argument is at a token: `1-1[0_2]` names the token and the numbers of both arguments."""
        values = [split(cell) for cell in cells[:-1]]
        for number, reference in enumerate(split(cells[-1])):
            found = _REFERENCE.fullmatch(reference)
            if found is None:
                if reference not in ("_", "*"):
                    self.marks.report(ReaderCode.DANGLING_REFERENCE, f"{reference!r} is not a reference such as 1-1[0_2]", token.start, token.end)  # fmt: skip
                continue
            base = layer.columns[-1].removeprefix("BT_") if layer.columns else ""
            source, target = self.named(found[1], found[2], base), self.named(token.name, found[3], base)
            written = [
                unescaped(stack[number]) for stack in values if number < len(stack) and stack[number] not in ("_", "*")
            ]
            name = written[0] if written and written[0] in self.mapping.relations else layer.label
            if source is None or target is None:
                self.marks.report(
                    ReaderCode.DANGLING_REFERENCE, f"no annotation is at {reference!r}", token.start, token.end
                )
            else:
                self.marks.relation(name, source.id, target.id, token.start, token.end)
                if written and name not in written:
                    self.marks.lose(f"values of a relation {name}", " ".join(written), token.start, token.end)

    def relate_chains(self) -> None:
        """The relations between the links of each chain, from each one to the next."""
        for (prefix, chain, number), (found, written) in self.chains.items():
            following = self.chains.get((prefix, chain, number + 1))
            if following is None:
                continue
            value = unescaped(written)
            name = value if value in self.mapping.relations else found.layer.label
            self.marks.relation(name, found.id, following[0].id, found.start, found.end)
            if value not in ("*", "_", "", name):
                self.marks.lose(f"values of a relation {name}", value, found.start, found.end)

    def slots(self, token: _Token, layer: _Layer, roles: str, targets: str) -> None:
        """The slots of the annotations of a layer at a token: roles, and references to what fills them."""
        owners = [found for found in self.at.get(token.name, ()) if found.layer is layer and found.start == token.start]
        for owner, names, references in zip(owners, split(roles), split(targets), strict=False):
            for role, reference in zip(split(names, ";"), split(references, ";"), strict=False):
                found = _REFERENCE.fullmatch(reference)
                target = self.named(found[1], found[2], "") if found is not None else None
                name = unescaped(re.sub(r"\[\d+\]\Z", "", role))
                if target is not None:
                    self.marks.relation(name if name != "*" else "slot", owner.id, target.id, token.start, token.end)
                elif reference not in ("_", "*"):
                    self.marks.report(
                        ReaderCode.DANGLING_REFERENCE, f"no annotation is at {reference!r}", token.start, token.end
                    )

    def named(self, token: str, number: str | None, type_name: str) -> _Found | None:
        """The annotation at a token: with a number, or the only one (of a layer, where that is said)."""
        there = [found for found in self.at.get(token, ()) if not type_name or found.layer.type == type_name]
        there = there or self.at.get(token, [])
        if number and number != "0":
            return next((found for found in there if found.number == number), None)
        return there[0] if len(there) == 1 else next((found for found in there if not found.number), None)


def split(cell: str, sign: str = "|") -> list[str]:
    """The values that a sign separates in a cell; after a backslash it is part of a value."""
    if sign not in cell:
        return [cell]
    found, place, parts = [], 0, _PARTS[sign]
    while place <= len(cell):
        part = parts.match(cell, place)
        assert part is not None
        found.append(part[0])
        place = part.end() + 1
        if part.end() < len(cell) and cell[part.end()] != sign:  # a backslash at the end
            break
    return found


def unescaped(words: str) -> str:
    """A value without the backslashes before characters that mean something."""
    if "\\" not in words:
        return words
    known = {"n": "\n", "t": "\t", "r": "\r"}
    return _ESCAPED.sub(lambda found: known.get(found[1], found[1]), words)
