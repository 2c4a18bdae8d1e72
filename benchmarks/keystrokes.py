"""How much is typed to correct a draft, against annotating the same article from nothing.

    python benchmarks/keystrokes.py DRAFT.facts FINAL.facts [DRAFT.facts FINAL.facts ...]

DRAFT is what `newsfacts draft` wrote, FINAL what a person made of it. The keys are those of the shortest way from one to the
other with `newsfacts view --serve` and an editor:

    1   to accept a proposal, or one with all proposals inside it that are right too
    1   to reject a proposal, or one with all that are inside it
    1   to accept it as another kind that the view offers
    2   to move its opening bracket (delete, type); 4 to move its end with the block (mark, cut, go there, paste)
    n   for each character of an attribute or id that is typed or deleted
    n   for each character of the markup of an annotation that the draft does not have
    n   for each character typed in the head; 2 for a line of it that is deleted

From nothing, every character is typed that FINAL has and its text has not. Reading, finding the place, and moving the cursor are counted
in neither.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

import attrs
from _command_line import parser_of, text_file

from newsfacts import Annotation, Document, load
from newsfacts.reviewing.proposals import other_kinds
from newsfacts.reviewing.written import Marked, Written

OPENING, CLOSING, LINE = 2, 4, 2


@attrs.define
class Keys:
    """What is typed, by what for."""

    accept: int = 0
    reject: int = 0
    kind: int = 0
    edges: int = 0
    attributes: int = 0
    missing: int = 0
    head: int = 0

    @property
    def all(self) -> int:
        return sum(attrs.astuple(self))


@attrs.frozen
class File:
    """A document as it is written."""

    document: Document
    written: Written
    head: str

    @staticmethod
    def read(path: str) -> File:
        document = load(path)
        written = Written.of(document)
        if written is None or written.inline_from is None:
            raise SystemExit(f"{path} is not annotated text")
        return File(document, written, written.text[: written.inline_from])

    def markup(self) -> int:
        """How many characters of the file are not its text."""
        return len(self.written.text) - len(self.document.text)


def stated(marked: Marked) -> dict[str, str]:
    """The attributes of an annotation as they are written, but for `draft=`; the id too."""
    found = {key: str(each.value) for key, each in marked.raw.attributes.items() if key != "draft"}
    return found | ({"#": str(marked.raw.id.value)} if marked.raw.id is not None else {})


def typed(old: str, new: str) -> int:
    """How many characters are typed or deleted to make one of the other."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal")


def attribute_keys(old: Marked, new: Marked) -> int:
    """What is typed to change attributes: values are changed, names are typed with a space and a sign of equality."""
    before, after = stated(old), stated(new)
    changed = sum(typed(before[key], after[key]) for key in before.keys() & after.keys())
    written = {key: len(key) + len(value) + 2 for values in (before, after) for key, value in values.items()}
    return changed + sum(written[key] for key in before.keys() ^ after.keys())


def edge_keys(old: Annotation, new: Annotation) -> int:
    """What is typed to move the edges of an annotation, fragment by fragment."""
    keys = 0
    for one, other in zip(old.spans, new.spans, strict=False):
        keys += OPENING * (one.start != other.start) + CLOSING * (one.end != other.end)
    extra = abs(len(old.spans) - len(new.spans))
    return keys + extra * (len("[]{cont=}") + len(new.id or "a1"))


def markup_of(marked: Marked) -> int:
    """The characters of brackets and block."""
    more = (len(marked.annotation.spans) - 1) * (len("[]{cont=}") + len(marked.annotation.id or ""))
    own = len("[]") + (marked.block.end - marked.block.start if marked.block is not None else 0)
    return own + more


class Correction:
    """What became of each proposal of a draft."""

    def __init__(self, draft: File, final: File) -> None:
        self.draft, self.final = draft, final
        self.became: dict[int, Marked] = {}
        left = list(final.written.marked)
        for test in (same, overlapping, renamed):
            for old in draft.written.marked:
                if old.number in self.became:
                    continue
                match = next((new for new in left if test(old, new, draft.written)), None)
                if match is not None:
                    self.became[old.number] = match
                    left.remove(match)
        self.missing = left

    def is_clean(self, old: Marked) -> bool:
        """Whether a proposal is right as it is."""
        new = self.became.get(old.number)
        return new is not None and same(old, new, self.draft.written) and stated(old) == stated(new)

    def keys(self) -> Keys:
        """What is typed."""
        found = Keys()
        done: set[int] = set()
        for old in self.draft.written.marked:
            if old.number in done:
                continue
            inside = [
                self.draft.written.marked[self.draft.document.index(each)]
                for each in self.draft.document.inside(old.annotation)
            ]
            group = [old, *inside]
            if all(self.is_clean(each) for each in group):
                found.accept += 1
                done.update(each.number for each in group)
            elif all(each.number not in self.became for each in group):
                found.reject += 1
                done.update(each.number for each in group)
            else:
                self.one(old, found)
        found.missing = sum(map(markup_of, self.missing))
        found.head = head_keys(self.draft.head, self.final.head)
        return found

    def one(self, old: Marked, found: Keys) -> None:
        """A proposal that is decided alone."""
        new = self.became.get(old.number)
        if new is None:
            found.reject += 1
            return
        if old.annotation.KIND == new.annotation.KIND:
            found.accept += 1
        else:
            found.kind += 1
        found.edges += edge_keys(old.annotation, new.annotation)
        found.attributes += attribute_keys(old, new)


def same(old: Marked, new: Marked, _: Written) -> bool:
    return old.annotation.KIND == new.annotation.KIND and old.annotation.spans == new.annotation.spans


def overlapping(old: Marked, new: Marked, _: Written) -> bool:
    """Whether an annotation is the same but for its edges: it shares more than half of the words of one of both."""
    if old.annotation.KIND != new.annotation.KIND or not (old.annotation.spans and new.annotation.spans):
        return False
    one, other = places(old.annotation), places(new.annotation)
    return 2 * len(one & other) > min(len(one), len(other))


def places(annotation: Annotation) -> set[int]:
    return {place for span in annotation.spans for place in range(span.start, span.end)}


def renamed(old: Marked, new: Marked, file: Written) -> bool:
    return old.annotation.spans == new.annotation.spans and new.annotation.KIND in other_kinds(old, file)


def head_keys(old: str, new: str) -> int:
    """What is typed in the head, line by line."""
    before, after = old.splitlines(), new.splitlines()
    keys = 0
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace":
            keys += typed("\n".join(before[i1:i2]), "\n".join(after[j1:j2]))
        elif tag == "delete":
            keys += LINE * (i2 - i1)
        elif tag == "insert":
            keys += sum(len(line) + 1 for line in after[j1:j2])
    return keys


def rows(paths: Sequence[str]) -> Iterator[tuple[str, int, Keys]]:
    """For each pair of files its name, what annotating from nothing takes, and what correcting takes."""
    for old, new in zip(paths[::2], paths[1::2], strict=True):
        draft, final = File.read(old), File.read(new)
        yield new, final.markup(), Correction(draft, final).keys()


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument("files", nargs="+", type=text_file, help="a draft and what it became, and more such pairs")
    arguments = parser.parse_args()
    if len(arguments.files) % 2:
        parser.error("each draft needs its corrected file")
    names = [field.name for field in attrs.fields(Keys)]
    print(f"{'file':32}{'nothing':>9}{'draft':>7}{'share':>7}  " + "".join(f"{name:>11}" for name in names))
    nothing = corrected = 0
    for name, scratch, keys in rows([*map(str, arguments.files)]):
        nothing, corrected = nothing + scratch, corrected + keys.all
        print(
            f"{name[-31:]:32}{scratch:9}{keys.all:7}{keys.all / scratch:7.0%}  "
            + "".join(f"{value:11}" for value in attrs.astuple(keys))
        )
    print(f"{'all':32}{nothing:9}{corrected:7}{corrected / nothing:7.0%}")


if __name__ == "__main__":
    main()
