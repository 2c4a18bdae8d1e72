"""Plants one inconsistency into a clean document at a random place, checks it, and says what was found.

`⟦` and `⟧` mark, in what is planted, the place that the finding must point to; they are taken out before the check.
A passage goes between two paragraphs of the document, where no annotation and no quotation is open. A change alters
what is there. Everything follows from the seed.
"""

from __future__ import annotations

import functools
import random
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import attrs

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.checking.documents import check as check_documents
from newsfacts.documents import parse
from newsfacts.findings import Finding, Severity
from newsfacts.model import Document
from newsfacts.rules import all_rules
from newsfacts.text.quotation_marks import scan

ROOT = Path(__file__).parent.parent.parent
BEGIN, END = "⟦", "⟧"
MENDED = {
    "summit": [
        ("Friday, 16 May 2024", "Thursday, 16 May 2024"),
        ("founded in [2002]", "founded in [2001]"),
        ("[Erdogan]{ref=erdogan}, [Saudi", "[Turkey]{ref=turkey}, [Saudi"),
    ],
    "day-1-noon": [
        (' value=">=40"', ""),
        ("{kind: person, named: false}", "{kind: person, named: false, description: a road worker of Tolvara}"),
        ("[A source]", "[A road worker of Tolvara]"),
    ],
    "day-1-evening": [("[17 people]", "[16 people]"), ("climbs to 17", "climbs to 16")],
    "day-2": [
        ("caused,]{.quote by=velin said=2025-03-12}” ", "caused,”]{.quote by=velin said=2025-03-12} "),
        ("{date: 2025-03-12, was: 17 people, now: 16 people, where: first paragraph}", "{date: 2025-03-12, was: 58 people, now: 68 people, where: list of the injured}"),
        ("[58 people]", "[68 people]"),
        ("\n\n[Correction: An earlier report gave the number of people killed as 17. It was 16; one body had been counted twice.]{.aside}", ""),
    ],
    "fact-check": [
        ("[5 percent]{.count #youth-rise", "[5 percentage points]{.count #youth-rise"),
        ("[more than 12,000 homes]", "[at least 12,000 homes]"),
        ("rating=6 best", "rating=4 best"),
        ("said=2025-10-10", "said=2025-10-08"),
        ("ignore:\n  - {rule: N21, reason: the housing register itself prints about before exact figures}\n", ""),
    ],
}  # fmt: skip
"""What takes the planted defects out of the examples, by the stem of the file."""


TALK = (
    "We planted four hundred trees along the canal in one spring. The old mill is not for sale at any price. "
    "Every lamp on the quay will burn until the last boat is home. Our school, if the roof holds, opens after Easter. "
    "Nobody, neither my friends nor my enemies, has asked me to stop. The third grade reads better than we hoped. "
    "They told the voters of the harbour nothing. We close the pit in the north. We open the yard in the south.\n"
)
"""What was said, for quotes with `source_text=talk.txt`."""


# -- Clean documents ---------------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Clean:
    """A document in which nothing is wrong, as annotated text."""

    name: str
    text: str
    gaps: tuple[int, ...]
    """Offsets in the file between two paragraphs."""

    @property
    def front(self) -> str:
        """The front matter without its marks; empty where there is none."""
        return self.text[4 : self.text.index("\n---\n") + 1] if self.text.startswith("---\n") else ""

    def states(self, key: str) -> bool:
        """Whether the front matter has this key."""
        return re.search(rf"^{key}:", self.front, re.MULTILINE) is not None


@functools.cache
def clean_documents(folder: Path) -> tuple[Clean, ...]:
    """The examples without what is wrong with them, the stories of `tests/fixtures`, and the valid examples of the rules.

    `folder` gets the files that they refer to.
    """
    found: list[Clean] = []
    for path in (ROOT / "examples").glob("*/*"):
        if path.suffix in (".yaml", ".txt"):
            shutil.copy(path, folder)
    (folder / "talk.txt").write_text(TALK, encoding="utf-8")
    for path in sorted((ROOT / "examples").glob("*/*.facts")):
        if path.stem in MENDED:
            text = path.read_text(encoding="utf-8")
            for wrong, right in MENDED[path.stem]:
                assert text.count(wrong) == 1, (path.stem, wrong)
                text = text.replace(wrong, right)
            found += clean(path.stem, text, folder)
    for path in sorted((ROOT / "tests" / "fixtures").glob("*.facts")):
        found += clean(path.stem, path.read_text(encoding="utf-8"), folder)
    stories = len(found)
    assert stories >= 8, [one.name for one in found]
    for rule in all_rules().values():
        for number, example in enumerate(rule.VALID):
            if example.format == "facts" and not example.files and not example.options:
                found += clean(f"{rule.code} {number}", example.text, folder)
    return tuple(found)


def clean(name: str, text: str, folder: Path) -> Iterator[Clean]:
    """The document if nothing is found in it, and it is fit to have something planted."""
    document = parse(text, path=str(folder / f"{name}.facts")).document
    if any(finding.severity is not Severity.INFO for finding in check(document).findings):
        return
    if (
        document.status
        or document.ignore
        or document.comments
        or "{%" in text
        or "\r" in text
        or not document.text.strip()
        or document.language not in (None, "en")
    ):
        return
    yield Clean(name=name, text=text, gaps=gaps_of(document))


def gaps_of(document: Document) -> tuple[int, ...]:
    """Where a paragraph can be planted: before, between and after those that are there."""
    origin = document.origin
    assert origin is not None
    covered = [(a.span.start, a.span.end) for a in document if a.spans]
    covered += [(quotation.start, quotation.end) for quotation in scan(document.text).stretches]
    places = [found.end() for found in re.finditer(r"\n\n(?=\S)", document.text)]
    free = [place for place in places if not any(start < place < end for start, end in covered)]
    offsets = [origin.file_offset(place) for place in free]
    source = origin.source.string
    offsets = [offset - (source[offset - 1] == "[") for offset in offsets]
    offsets = [offset for offset in offsets if source[offset - 2 : offset] == "\n\n"]
    return (*offsets, len(source))


# -- What is planted ---------------------------------------------------------------------------------------------------


class Dice(random.Random):
    """A source of chance that knows some names."""

    _people = ("Ana Pell", "Bruno Kast", "Cleo Marn", "Davi Orun", "Edda Lind", "Farid Noll", "Greta Sohn", "Hugo Tarn")
    _towns = ("Almere Bay", "Borrow Hill", "Castle Wen", "Dunmoor", "Eastlake", "Fenwick Green", "Garlan", "Holt End")
    _things = ("boats", "bridges", "trees", "horses", "lanterns", "tents", "letters", "barrels")

    def person(self) -> str:
        """A full name."""
        return self.choice(self._people)

    def people(self) -> tuple[str, str]:
        """Two full names that differ."""
        one, other = self.sample(self._people, 2)
        return one, other

    def town(self) -> str:
        """The name of a place."""
        return self.choice(self._towns)

    def things(self) -> str:
        """Something that can be counted, in the plural."""
        return self.choice(self._things)

    def number(self, low: int = 12, high: int = 96) -> int:
        """A whole number that is not round."""
        return self.choice([n for n in range(low, high) if n % 10 and n % 12])


@attrs.frozen(kw_only=True)
class Passage:
    """A paragraph with something wrong in it, and what the front matter must say for it.

    `front` holds entries by key, and under each by id; an entry with the id "" is one of a list. `top` holds lines.
    """

    text: str
    front: Mapping[str, Mapping[str, str]] = {}
    top: tuple[str, ...] = ()


Paragraph = Callable[[Dice, Clean], Passage | None]
"""Makes a passage; None where it cannot stand in that document."""

Change = Callable[[Dice, Document], str | None]
"""Makes a whole file from a document, with something changed; None where there is nothing to change."""

PASSAGES: dict[str, list[Paragraph]] = {}
CHANGES: dict[str, list[Change]] = {}
PAIRS: dict[str, list[Callable[[Dice], tuple[Passage, Passage]]]] = {}
"""What is planted into two documents, and must be found when they are checked together."""


def with_passage(clean: Clean, passage: Passage, gap: int) -> str:
    """The file with a paragraph more."""
    text = clean.text
    body = f"{passage.text}\n\n" if gap < len(text) else f"\n\n{passage.text}\n"
    text = f"{text[:gap]}{body}{text[gap:]}"
    if not passage.front and not passage.top:
        return text
    front = clean.front
    for key, entries in passage.front.items():
        front = with_entries(front, key, entries)
    front += "".join(f"{line}\n" for line in passage.top)
    if clean.front:
        return f"---\n{front}---\n{text[len(clean.front) + 8 :]}"
    return f"---\nnewsfacts: 1\n{front}---\n\n{text}"


def with_entries(front: str, key: str, entries: Mapping[str, str]) -> str:
    """The front matter with entries more under a key that is there, in either style, or is not."""
    lines = [f"{id}: {entry}" if id else f"- {entry}" for id, entry in entries.items()]
    is_list = "" in entries
    found = re.search(rf"^{key}:(.*)\n((?:[ \t-].*\n)*)", front, re.MULTILINE)
    if found is None:
        return f"{front}{key}:\n" + "".join(f"  {line}\n" for line in lines)
    if found[1].strip():
        bracket = front.index("[" if is_list else "{", found.start(1)) + 1
        flow = ", ".join(line.removeprefix("- ") for line in lines)
        rest = "" if front[bracket] in "]}" else ", "
        return f"{front[:bracket]}{flow}{rest}{front[bracket:]}"
    indent = re.match(r"[ \t]*", found[2])
    assert indent is not None
    return front[: found.end(1) + 1] + "".join(f"{indent[0]}{line}\n" for line in lines) + front[found.end(1) + 1 :]


# -- One trial ---------------------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Trial:
    """What became of one thing planted. `others` are the findings, without information, that were not planted."""

    code: str
    way: str
    document: str
    text: str
    found: bool
    others: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The errors that were not planted."""
        return tuple(finding for finding in self.others if finding.severity is Severity.ERROR)


def without_marks(text: str) -> tuple[str, int, int]:
    """The text without the two marks, and the range between them."""
    assert text.count(BEGIN) == text.count(END) == 1, text
    start = text.index(BEGIN)
    text = text.replace(BEGIN, "")
    end = text.index(END)
    return text.replace(END, ""), start, end


def judge(code: str, way: str, name: str, marked: str, folder: Path, format: str = "facts") -> Trial:
    """Check a text with marks in it."""
    text, start, end = without_marks(marked)
    path = str(folder / f"{name}.{format}")
    findings = check(parse(text, path=path, format=format).document, configuration(code)).findings
    return judged(code, way, name, text, findings, {path: (start, end)})


def judged(
    code: str, way: str, name: str, text: str, findings: tuple[Finding, ...], planted: Mapping[str, tuple[int, int]]
) -> Trial:
    """What became of it, where the places are known by file."""

    def is_hit(finding: Finding) -> bool:
        start, end = planted.get(str(finding.path), (1, 0))
        place = finding.place
        return finding.code == code and place is not None and place.start <= end and start <= place.end

    hits = [finding for finding in findings if is_hit(finding)]
    beside = BESIDE.get(code, frozenset())
    if not all_rules()[code].default:
        beside |= {code}  # the documents are clean of what always runs, not of what a guideline asks for
    others = [f for f in findings if f not in hits and f.severity is not Severity.INFO and f.code not in beside]
    return Trial(code=code, way=way, document=name, text=text, found=bool(hits), others=tuple(others))


BESIDE: Mapping[str, frozenset[str]] = {"P06": frozenset({"S06"})}
"""What must be wrong beside it, for something to be wrong."""


@functools.cache
def configuration(code: str) -> Configuration:
    """The default rules, and the one that is looked for."""
    return Configuration(
        extend_select=() if all_rules()[code].default else (code,),
        options={"C04": {"scale": ("True", "Mostly true", "Half true", "False", "Not rated")}} if code == "C04" else {},
    )


def trials(code: str, number: int, seed: int, folder: Path) -> Iterator[Trial]:
    """Plant one kind of inconsistency a number of times, in documents drawn by chance."""
    documents = clean_documents(folder)
    stories = [one for one in documents if " " not in one.name]
    dice = Dice(f"{seed} {code}")
    ways: list[tuple[str, int]] = [("passage", i) for i in range(len(PASSAGES.get(code, ())))]
    ways += [("change", i) for i in range(len(CHANGES.get(code, ())))]
    ways += [("pair", i) for i in range(len(PAIRS.get(code, ())))]
    made = tried = 0
    while made < number and tried < 60 * number:
        tried += 1
        way, index = ways[tried % len(ways)]
        clean = dice.choice(stories if way != "passage" or dice.random() < 0.5 else documents)
        trial = one_trial(code, way, index, dice, clean, documents, folder)
        if trial is not None:
            made += 1
            yield trial


def one_trial(
    code: str, way: str, index: int, dice: Dice, clean: Clean, documents: tuple[Clean, ...], folder: Path
) -> Trial | None:
    if way == "passage":
        passage = PASSAGES[code][index](dice, clean)
        if passage is None:
            return None
        return judge(code, way, clean.name, with_passage(clean, passage, dice.choice(clean.gaps)), folder)
    if way == "change":
        document = parse(clean.text, path=str(folder / f"{clean.name}.facts")).document
        changed = CHANGES[code][index](dice, document)
        if changed is None:
            return None
        format = "json" if changed.startswith("{") else "facts"
        return judge(code, way, clean.name, changed, folder, format)
    other = dice.choice([one for one in documents if " " not in one.name and one.name != clean.name])
    passages = PAIRS[code][index](dice)
    marked = [
        with_passage(one, passage, dice.choice(one.gaps)) for one, passage in zip((clean, other), passages, strict=True)
    ]
    paths = [str(folder / f"{one.name}.facts") for one in (clean, other)]
    planted = {path: without_marks(text) for path, text in zip(paths, marked, strict=True)}
    pair = [parse(text, path=path).document for path, (text, _, _) in planted.items()]
    found = check_documents(pair, configuration(code)).findings
    texts = "\n".join(text for text, _, _ in planted.values())
    return judged(
        code, way, f"{clean.name}, {other.name}", texts, found, {p: (s, e) for p, (_, s, e) in planted.items()}
    )
