"""Phrases that readers stumble over, and where they occur: `python tests/wording.py [PATH ...]` lists them.

Searched: docstrings, comments and messages of Python files (of tests, docstrings and comments only), and the prose of Markdown
and YAML files. Not searched: code blocks, names in `backticks`, words in quotation marks (which are examples), annotated text,
literals of fewer than four words, such as the words that the readers of numbers and times know, and a literal with the comment
`# wording: sample` on its first line.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
AREAS = {
    "src": ("src/**/*.py",),
    "docs": ("docs/**/*.md",),
    "tests": ("tests/**/*.py",),
    "the rest": (
        *("*.md", "*.py", "*.yml", ".*.yaml", ".github/**/*.md", ".github/**/*.yml", "constraints/*", ".ci/*"),
        *("scripts/*.py", "benchmarks/*.py", "examples/**/*.py", "examples/**/*.md", "schemas/*.yaml"),
    ),
}
MARKER = "# wording: sample"


class Phrase(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    better: str


class Hit(NamedTuple):
    path: Path
    line: int
    words: str
    phrase: Phrase

    def __str__(self) -> str:
        path = self.path.relative_to(ROOT) if self.path.is_relative_to(ROOT) else self.path
        return f"{path}:{self.line}: “{self.words}”, better: {self.phrase.better}"


def _phrase(name: str, pattern: str, better: str) -> Phrase:
    return Phrase(name, re.compile(pattern, re.IGNORECASE), better)


PHRASES = (
    _phrase("stand", r"(?<!-)\b(?:stands?|stood|standing)\b(?!-|\sfor\b|\sout\b)", "is, occurs, comes"),
    _phrase(
        "hold",
        r"\bhold(?:s|ing)?\s(?:an?|the|its|their|it|them|no|every|each|all|what|which|only|one|two|both|several|more|at most"
        r"|another|other|any|of|such|words|names|values|fields|text|\d+)\b",
        "contain, have",
    ),
    _phrase("beside", r"(?<!-)\bbeside\b(?!-)", "next to, along with"),
    _phrase("told", r"\b(?:un)?told\b", "reported, distinguished"),
    _phrase("tell apart", r"\btell(?:s|ing)?\s(?:\w+\s){0,3}apart\b", "distinguish"),
    _phrase("mend", r"\bmend(?:s|ed|ing|able)?\b", "fix"),
    _phrase("amiss", r"\bamiss\b", "wrong"),
    _phrase("nobody", r"\bnobody\b", "no one"),
    _phrase("at hand", r"\bat\shand\b", "available"),
    _phrase("for want of", r"\bfor\swant\sof\b", "without, because there is no"),
    _phrase("is no X", r"(?<!there )\b(?:is|are|was|were)\sno\s(?!longer|more|less|one|other|\w+er\b)\w+", "is not a"),
    _phrase("in line N", r"\bin\slines?\s(?:\d|\{|\u2026)", "on line"),
    _phrase("of its sort", r"\bof\s(?:its|their|the|this|that|one|every|each|another|a|any)\s(?:same\s)?sorts?\b", "of the same kind"),
    _phrase("sort of", r"\bsorts?\sof\b", "kind of"),
    _phrase("say of", r"\b(?:say|says|said)\sof\b", "say about"),
    _phrase("complain of", r"\bcomplain(?:s|ed|ing)?\sof\b", "report"),
    _phrase("made ready", r"\b(?:made|make|makes|making)\sready\b", "prepared"),
    _phrase("anew", r"\b(?:anew|afresh)\b", "again"),
    _phrase("whereof", r"\b(?:whence|thence|thereof|whereof|wherein|therein|herein|lest|naught|aught)\b", "of which, in which"),
    _phrase("save for", r"\bsave\sfor\b", "except"),
)  # fmt: skip

ANY = re.compile("|".join(f"(?:{phrase.pattern.pattern})" for phrase in PHRASES), re.IGNORECASE)
JOINTS = re.compile(r"\"\s*[rf]*\"|(?<=\n)[ \t]*#+")  # where literals and comments go on
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|«[^»]*»|\"[^\"\n]*\"|``.+?``|`[^`]*`", re.DOTALL)
SAMPLE = re.compile(r"\]\{|^---\n|[(\[\\|]\?|\\[bdswn]")  # annotated text, a front matter, a pattern
WORD = re.compile(r"[^\W\d_]{2,}")
SAMPLES = frozenset({"Example", "compile", "_phrase"})  # calls whose unnamed arguments are not prose
FENCE = re.compile(r"^(?P<mark> *(?:```+|~~~+)).*?^(?P=mark) *$", re.DOTALL | re.MULTILINE)


def hits(paths: Iterable[Path]) -> Iterator[Hit]:
    """Every phrase in these files, file by file and line by line."""
    for path in sorted(set(paths)):
        text = path.read_text(encoding="utf-8")
        if not ANY.search(JOINTS.sub("", text)):
            continue  # most files, and taking them apart takes long
        passages = (
            _of_python(text, messages="tests" not in path.resolve().parts) if path.suffix == ".py" else _of_page(text)
        )
        for line, passage in sorted(passages):
            yield from _of_passage(path, line, passage)


def hits_in(area: str) -> list[Hit]:
    """The phrases in one of the `AREAS`, without the lists of phrases themselves."""
    files = {path for pattern in AREAS[area] for path in ROOT.glob(pattern) if path.is_file()}
    return list(hits(files - {Path(__file__), ROOT / "tests" / "test_wording.py", *WORD_LISTS}))


WORD_LISTS = frozenset(
    ROOT / "src/newsfacts" / name
    for name in ("drafting/word_classes.py", "drafting/cue_words.py", "values/quantities/finding_nouns.py")
)
"""Lists of the words that texts have: any English word may be in them."""


def _files(path: Path) -> Iterator[Path]:
    """The file, or the Python files and the pages of a folder."""
    if path.is_file():
        yield path
    else:
        yield from (file for suffix in ("*.py", "*.md", "*.yml", "*.yaml") for file in path.rglob(suffix))


def _of_passage(path: Path, line: int, passage: str) -> Iterator[Hit]:
    prose = QUOTED.sub(_blank, passage)
    found = [(match, phrase) for phrase in PHRASES for match in phrase.pattern.finditer(prose)]
    for match, phrase in sorted(found, key=lambda pair: pair[0].start()):
        yield Hit(path, line + prose.count("\n", 0, match.start()), " ".join(match.group().split()), phrase)


def _blank(match: re.Match[str]) -> str:
    """One letter and the line ends of the match, so that neither the words around it nor the lines move together."""
    return "x" + "\n" * match.group().count("\n")


def _of_page(text: str) -> Iterator[tuple[int, str]]:
    yield 1, FENCE.sub(_blank, text)


def _of_python(text: str, *, messages: bool) -> Iterator[tuple[int, str]]:
    """Comments that follow each other on lines of their own are one passage, as each docstring and each message is."""
    yield from _comments(text)
    tree = ast.parse(text)
    if messages:
        lines = text.splitlines()
        yield from (passage for passage in _literals(tree) if MARKER not in lines[passage[0] - 1])
    else:
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node, clean=False):
                yield from _literals(node.body[0])


def _comments(text: str) -> Iterator[tuple[int, str]]:
    hashes = "\n".join(line[line.index("#") :].lstrip("# ") for line in text.splitlines() if "#" in line)
    if not any(phrase.pattern.search(hashes) for phrase in PHRASES):
        return  # no need to find out which of them are comments: that takes longer than all else here
    first, lines = 0, list[str]()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type != tokenize.COMMENT:
            continue
        if token.start[0] != first + len(lines):
            if lines:
                yield first, "\n".join(lines)
            first, lines = token.start[0], []
        lines.append(token.string.lstrip("# "))
    if lines:
        yield first, "\n".join(lines)


def _literals(node: ast.AST) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in SAMPLES:
            yield from (passage for word in node.keywords if word.arg != "at" for passage in _literals(word))
        case ast.Constant(value=str(text)):
            yield from _prose(node.lineno, text)
        case ast.JoinedStr():
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield from _prose(node.lineno, "".join(map(str, parts)))
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    yield from _literals(part.value)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _literals(child)


def _prose(line: int, text: str) -> Iterator[tuple[int, str]]:
    if len(WORD.findall(text)) >= 4 and not SAMPLE.search(text):
        yield line, text


def main(arguments: list[str]) -> int:
    if arguments:
        found = list(hits(file for argument in arguments for file in _files(Path(argument))))
    else:
        found = [hit for area in AREAS for hit in hits_in(area)]
    for hit in found:
        print(hit)
    print(f"{len(found)} in all", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
