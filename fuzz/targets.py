"""What is fuzzed: for each part that takes input from outside, where inputs start from and which laws they must keep."""

from __future__ import annotations

import datetime as dt
import functools
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import attrs

from fuzz.laws import Broken, check_is_repeatable, no_control_characters, reads_back_equal, text_of
from newsfacts.building.factbook import read_factbook
from newsfacts.documents import dumps, parse
from newsfacts.errors import NewsfactsError, UnreadableValue
from newsfacts.formats import FORMATS
from newsfacts.rules import all_entries
from newsfacts.schema.file import read_schema

__all__ = ["TARGETS", "Target"]

HOME = Path(__file__).parent
ROOT = HOME.parent
DAY = dt.date(2024, 7, 4)
OWN = ("facts", "yaml", "json", "jsonl")
"""The formats that hold every document."""


@attrs.frozen
class Target:
    """A part of newsfacts, inputs to start from, and what to do with one input; a broken law raises."""

    name: str
    seeds: Callable[[], Sequence[bytes]]
    run: Callable[[bytes], None]
    is_text: bool = True


# -- Where inputs start from
def _committed(*names: str) -> Iterator[bytes]:
    """Files of `fuzz/seeds`, of the examples and of the fixtures, by the end of their names."""
    for folder in (HOME / "seeds", ROOT / "examples", ROOT / "tests" / "fixtures"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name.endswith(names):
                yield path.read_bytes()


@functools.cache
def _examples() -> tuple[str, ...]:
    """Every example in the documentation of a rule."""
    found = []
    for entry in all_entries():
        rule = entry.rule if hasattr(entry, "rule") else entry
        for example in (*getattr(rule, "VALID", ()), *getattr(rule, "INVALID", ())):
            found.append(example.text.encode("utf-8", "replace").decode())
    return tuple(found)


def _annotated() -> list[bytes]:
    return [*_committed(".facts"), *(example.encode() for example in _examples())]


def _written(format: str) -> list[bytes]:
    seeds = []
    for data in _annotated()[:60]:
        document = parse(text_of(data) or "").document
        try:
            seeds.append(dumps(document, format=format, keep_layout=False).encode())
        except NewsfactsError:
            continue  # has something that cannot be written
    return seeds


def _plain() -> list[bytes]:
    return [*_committed(".txt", ".md"), *(parse(text).document.text.encode() for text in _examples()[:100])]


def _phrases(table: str) -> list[bytes]:
    lines = (ROOT / "tests" / "frozen" / table).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0].encode() for line in lines if line and not line.startswith("#")]


# -- What is done with an input
def _read(format: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        text = text_of(data)
        if text is None:
            return
        document = parse(text, format=format).document
        again = parse(text, format=format).document
        if [str(problem) for problem in document.problems] != [str(problem) for problem in again.problems]:
            raise Broken("the same text has other problems the second time")
        check_is_repeatable(document)
        for own in OWN:
            reads_back_equal(document, own)

    return run


def _reports(data: bytes) -> None:
    from newsfacts.checking.configuration import Configuration
    from newsfacts.checking.one_file import FileChecker
    from newsfacts.reports import REPORTS, get_report
    from newsfacts.reports.run import Run

    text = text_of(data)
    if text is None:
        return
    for name in REPORTS:
        result = FileChecker.of(Configuration()).check_text(text, "a\x1b[31m.facts")
        no_control_characters("".join(get_report(name)(Run(files=[result]))))


def _factbook(data: bytes) -> None:
    text = text_of(data)
    if text is not None:
        read_factbook(text, "world.factbook.yaml")


def _schema(data: bytes) -> None:
    text = text_of(data)
    if text is not None:
        read_schema(text, "desk.schema.yaml")


def _configuration(data: bytes) -> None:
    from newsfacts.checking.configuration_file import read_configuration

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "newsfacts.toml")
        path.write_bytes(data)
        try:
            read_configuration(path)
        except NewsfactsError as error:
            no_control_characters(str(error))


def _quantity(data: bytes) -> None:
    from newsfacts.values import parse_quantity

    text = text_of(data) or ""
    try:
        first, second = parse_quantity(text), parse_quantity(text)
    except UnreadableValue:
        return
    if first != second:
        raise Broken("the same words are read as another quantity the second time")


def _time(data: bytes) -> None:
    from newsfacts.values import parse_time

    text = text_of(data) or ""
    try:
        first, second = parse_time(text, published=DAY), parse_time(text, published=DAY)
    except UnreadableValue:
        return
    if first != second:
        raise Broken("the same words are read as another time the second time")


def _find(data: bytes) -> None:
    from newsfacts import find_quotes, find_values

    text = text_of(data) or ""
    for found in (find_quotes(text), find_values(text, published=DAY)):
        for each in found:
            if text[each.span.start : each.span.end] != each.words:
                raise Broken(f"{each!r} does not have the words at its place")


def _verify(data: bytes) -> None:
    from newsfacts import verify_quote

    text = text_of(data) or ""
    printed, _, source = text.partition("\n")
    found = verify_quote(printed, source)
    if found.verified and not found.fragments:
        raise Broken("words that are in the source have no place")


def _ground(data: bytes) -> None:
    from newsfacts.grounding import ground
    from newsfacts.reports.grounding_data import grounding_data
    from newsfacts.reports.grounding_html import render_page

    text = text_of(data) or ""
    half = text.find("\n\n", len(text) // 2)
    statement, source = (text[:half], text[half:]) if half > 0 else (text, text)
    found = ground(statement, [source], published=DAY)
    json.dumps(grounding_data(found))
    no_control_characters("".join(render_page(found)), is_page=True)


def _draft(data: bytes) -> None:
    from newsfacts.drafting.document import draft

    text = text_of(data) or ""
    document = draft(text, published=DAY)
    if document.text != text:
        raise Broken("the draft has another text")
    reads_back_equal(document, "facts")


def _answer(data: bytes) -> None:
    from newsfacts.drafting.answers import read_answer

    try:
        read_answer("The mayor said on Friday that “12 people died.” At least 40 were hurt.", text_of(data) or "")
    except NewsfactsError:
        return


def _view(data: bytes) -> None:
    from newsfacts.checking.configuration import Configuration
    from newsfacts.view.collecting import collect_text, page_of_all

    text = text_of(data)
    if text is not None:
        page = page_of_all(collect_text(text, "a.facts", Configuration()), None)
        if "<script>alert" in page.lower():
            raise Broken("markup of the text is markup of the page")
        no_control_characters(page, is_page=True)


def _source(ending: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        from newsfacts.sources import read_source

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "source" + ending)
            path.write_bytes(data)
            try:
                read_source(path)
            except NewsfactsError:
                return

    return run


def _editor(data: bytes) -> None:
    from newsfacts.editor.session import Session

    answers: list[dict[str, object]] = []
    session = Session(answers.append)
    text = text_of(data) or ""
    address = "file:///nowhere/a.facts"
    session.receive({"id": 1, "method": "initialize", "params": {"capabilities": {}}})
    session.receive({"method": "initialized", "params": {}})
    document = {"uri": address, "languageId": "facts", "version": 1, "text": text}
    session.receive({"method": "textDocument/didOpen", "params": {"textDocument": document}})
    place = {"textDocument": {"uri": address}, "position": {"line": text.count("\n") // 2, "character": len(text) % 40}}
    for number, method in enumerate(
        ("hover", "completion", "documentSymbol", "foldingRange", "codeLens", "definition", "formatting"), 2
    ):
        params = {**place, "options": {"tabSize": 2, "insertSpaces": True}}
        session.receive({"id": number, "method": f"textDocument/{method}", "params": params})
    internal = [
        each for each in answers if isinstance(error := each.get("error"), dict) and error.get("code") == -32603
    ]
    if internal:
        raise Broken(f"the language server failed: {internal[0]['error']}")


# -- The table
def _own_sources(ending: str) -> Callable[[], Sequence[bytes]]:
    return lambda: [*_committed(ending)] or [b"The mayor said 12 people died."]


def _targets() -> Iterator[Target]:
    yield Target("facts", _annotated, _read("facts"))
    for format in FORMATS.values():
        if format.reads and format.name != "facts":
            yield Target(format.name, functools.partial(_seeds_of, format.name), _read(format.name))
    yield Target("reports", _annotated, _reports)
    yield Target("view", _annotated, _view)
    yield Target("editor", _annotated, _editor)
    yield Target("factbook", lambda: [*_committed(".factbook.yaml")], _factbook)
    yield Target("schema", lambda: [*_committed(".schema.yaml")], _schema)
    yield Target("configuration", lambda: [*_committed("newsfacts.toml")], _configuration)
    yield Target("quantity", lambda: _phrases("quantities.tsv"), _quantity)
    yield Target("time", lambda: _phrases("times.tsv"), _time)
    yield Target("find", _plain, _find)
    yield Target("verify", _plain, _verify)
    yield Target("ground", _plain, _ground)
    yield Target("draft", _plain, _draft)
    yield Target("answer", lambda: [*_committed(".answer.json")], _answer)
    for ending in (".html", ".srt", ".vtt", ".eml", ".md"):
        yield Target("source" + ending, _own_sources(ending), _source(ending))
    for ending in (".docx", ".odt", ".pdf"):
        yield Target("source" + ending, _own_sources(ending), _source(ending), is_text=False)


def _seeds_of(name: str) -> Sequence[bytes]:
    format = FORMATS[name]
    seeds = [*_committed(*format.endings, f".{name}")]
    return seeds + _written(name) if format.writes else seeds or _annotated()


TARGETS: Mapping[str, Target] = MappingProxyType({target.name: target for target in _targets()})
"""Every target by its name."""
