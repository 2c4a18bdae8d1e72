"""What goes wrong in annotated text and does not fit on a page: bytes, limits, hostile input, and what is kept then."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear

from newsfacts.building.references import MAX_CHAIN
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.documents import dumps, load, parse, read_file
from newsfacts.errors import ReadError
from newsfacts.findings import MAX_PROBLEMS
from newsfacts.formats.annotated_text.well_formed import MAX_NESTING
from newsfacts.model import Document, UnknownKind
from newsfacts.reports.text_report import render_finding
from newsfacts.strict_yaml.reader import MAX_ALIASED_NODES, MAX_DEPTH


def said(document: Document) -> list[str]:
    """The problems of reading, without the file's name."""
    return [str(problem).removeprefix("<text>:") for problem in document.problems]


def read_bytes(folder: Path, data: bytes) -> Document:
    path = folder / "story.facts"
    path.write_bytes(data)
    (document,) = read_file(path)
    return document


# -- Bytes


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, b"\xef\xbb\xbf---\ntitle: Rain\n---\n\nIt [rained]{.cue}.\n")
    assert document.text == "It rained.\n"
    assert document.title == "Rain"
    (problem,) = document.problems
    assert str(problem) == (
        f"{tmp_path}/story.facts:1:1: warning S12 "
        "this file begins with a byte order mark, which is not part of its text"
    )
    assert problem.help == "save it as UTF-8 without a byte order mark"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_read(tmp_path: Path, encoding: str) -> None:
    document = read_bytes(tmp_path, "\ufeff😀 [b]{.cue}".encode(encoding))
    assert document.text == "😀 b"
    assert [(span.start, span.end) for span in document.annotations[0].spans] == [(2, 3)]


def test_what_is_not_utf_8_is_one_problem_with_its_place(tmp_path: Path) -> None:
    document = read_bytes(tmp_path, "It rained.\nA caf\xe9 [b]{.cue}.".encode("latin-1"))
    assert document.text == ""
    (problem,) = document.problems
    assert str(problem) == (
        f"{tmp_path}/story.facts:1:1: error S20 line 2, column 6: the byte 0xE9 is not UTF-8. In Windows-1252 it is é; "
        "if that fits, open the file as Windows-1252 and save it as UTF-8."
    )


def test_loading_lists_every_error(tmp_path: Path) -> None:
    path = tmp_path / "story.facts"
    path.write_text("[a]{.clam} [b]{.verdict}", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        load(path)
    assert str(caught.value) == (
        f"{path} has 2 errors:\n"
        f"{path}:1:2: error S16 no kind is named 'clam'\n"
        f"{path}:1:13: error S04 this verdict lacks of="
    )


# -- Limits


def test_brackets_too_deep_are_text_and_one_finding_for_each_paragraph() -> None:
    deep = "[" * (MAX_NESTING + 2) + "x" + "]{.cue}" * (MAX_NESTING + 2)
    document = parse(f"{deep}\n\n{deep}\n\n[x]{{.cue}}").document
    assert document.text == "[[x]{.cue}]{.cue}\n\n[[x]{.cue}]{.cue}\n\nx"
    assert len(document.annotations) == 2 * MAX_NESTING + 1
    message = "error S15 more than 100 brackets are open here; deeper ones are read as text"
    assert said(document) == [f"1:101: {message}", f"3:101: {message}"]


def test_the_finding_about_depth_is_rendered_in_the_middle_of_its_line() -> None:
    (problem,) = parse("[" * 101 + "]{.cue}" * 101, path="story.facts").findings
    brackets = "[" * 58
    lines = render_finding(problem).splitlines()
    assert lines[0] == (
        "story.facts:1:101: error S15 more than 100 brackets are open here; deeper ones are read as text"
    )
    assert lines[2].startswith(f"1 | …{brackets}")
    assert lines[3].lstrip("| ") == "^"
    assert lines[2][lines[3].index("^")] == "["
    assert lines[4:] == ["  = help: close some of them, or write \\[ for brackets that are text"]


def test_as_many_brackets_as_allowed_are_read() -> None:
    document = parse("[" * MAX_NESTING + "x" + "]{.cue}" * MAX_NESTING).document
    assert said(document) == []
    assert document.text == "x"
    assert len(document.annotations) == MAX_NESTING


def test_brackets_that_are_text_count_only_while_they_are_open() -> None:
    text = "[a {b}] " * (2 * MAX_NESTING)
    document = parse(text + "[c]{.cue}").document
    assert said(document) == []
    assert document.text == text + "c"


def test_not_more_than_so_many_findings_are_listed() -> None:
    document = parse("[a]{.clam}" * (MAX_PROBLEMS + 5)).document
    assert len(document.problems) == MAX_PROBLEMS + 1
    assert said(document)[MAX_PROBLEMS] == (
        f"1:{10 * MAX_PROBLEMS + 2}: error S16 this file has more than 1,000 problems; the rest is not listed"
    )
    assert len(document.annotations) == MAX_PROBLEMS + 5


def chain(length: int) -> str:
    first = "[x]{.claim #a0}"
    rest = "".join(f" [x]{{.attribution #a{n} content=a{n - 1}}}" for n in range(1, length))
    return first + rest


def test_a_chain_of_references_has_a_limit() -> None:
    assert said(parse(chain(MAX_CHAIN)).document) == []
    # Later ones are built first: 100 wait for each other when the last of them names a0.
    assert [text.partition(" ")[2] for text in said(parse(chain(MAX_CHAIN + 1)).document)] == [
        "error S09 'a0' is the end of a chain of more than 100 references"
    ]


def test_a_chain_of_measures_has_a_limit() -> None:
    links = "".join(f"  m{n}: {{whole: m{n + 1}}}\n" for n in range(MAX_CHAIN + 1))
    document = parse(f"---\nmeasures:\n{links}  m{MAX_CHAIN + 1}: {{label: all}}\n---\n").document
    assert [text.partition(" ")[2] for text in said(document)] == [
        "error S09 'm100' is the end of a chain of more than 100 references"
    ]


def test_yaml_that_is_too_deep_or_stands_for_too_much_is_not_read() -> None:
    deep = parse(f"---\ntitle: {'[' * (MAX_DEPTH + 1)}\n---\na").document
    assert said(deep)[0] == (
        f"2:{7 + MAX_DEPTH + 1 - 1}: error S17 lists and tables are nested more than 100 deep; the rest is not read"
    )
    lists = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 8))
    bomb = parse(f"---\nl0: &l0 [x]\n{lists}---\na").document
    message = (
        f"error S17 the aliases of this file expand to more than {MAX_ALIASED_NODES:,} values; the rest is not read"
    )
    assert [text.partition(" ")[2] for text in said(bomb) if " S17 " in text] == [message]


def test_a_number_may_not_have_more_than_so_many_characters() -> None:
    document = parse(f"[a]{{.claim #k}}[b]{{.verdict of=k rating={'9' * 401}}}").document
    (problem,) = document.problems
    assert problem.code == "S18"
    assert problem.help == "a number is written 40 or 3.5"


# -- Hostile input


@pytest.mark.parametrize(
    "unit",
    [
        "[a]{cont=q}", "[[b]{.cue}]{cont=q}", '{% ]{a="x %}"}', '[a]{.cue note="', "[a]{.cue\n", "]{\n", "{%%}",
        "[a]{.claim #k rebuts=k}", "[]{.cue}", "[a]{.cue}{%x%}", "[{%x%}", "\\[", "]\\{",
    ],
)  # fmt: skip
def test_reading_and_writing_are_linear(unit: str) -> None:
    def text(size: int) -> str:
        return "[x]{.quote #q}" + unit * (size // len(unit))

    document = parse(text(12_500)).document
    assert parse(dumps(document)).document.text == document.text
    assert is_linear(lambda text: dumps(parse(text).document), text, 125)


FRONT_VALUES = st.recursive(
    st.sampled_from(["a", "it", "", "1", "claim", "k1", "~", "no", "🙂"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "quote"]), inner, max_size=2),
    max_leaves=5,
)
ENTRIES = st.dictionaries(
    st.sampled_from(["kind", "id", "quote", "nth", "prefix", "suffix", "by", "of", "value", "note", "cont", "x"]),
    FRONT_VALUES,
    max_size=6,
)


@given(st.lists(ENTRIES | FRONT_VALUES, max_size=4))
def test_no_entry_of_annotations_raises(entries: list[object]) -> None:
    import json

    text = f"---\nannotations: {json.dumps(entries, ensure_ascii=False)}\n---\nit [is]{{.claim #k1}} it{{% x %}} 🙂 a"
    document = parse(text).document
    check(document)
    assert document.text == "it is it 🙂 a"


# -- What is kept


def test_unknown_kinds_and_fields_come_back_when_written() -> None:
    text = '[a [b]{.own-kind #k by=x note="two words"} c]{.claim own=1} [d]{.casualties of=nothing}'
    document = parse(text).document
    assert [a.written_kind for a in document if isinstance(a, UnknownKind)] == ["own-kind", "casualties"]
    assert dumps(document) == text


def test_one_broken_part_hides_nothing_else() -> None:
    text = (
        "---\ntitle: A\ntitel: B\npublished: soon\nannotations: [{kind: cue, quote: nowhere}]\n---\n"
        "[a]{.clam} [b]{.claim by=nobody}\n\n[c [d]{.cue}\n\n[e]{.claim !} [f]{.quote}"
    )
    document = parse(text).document
    assert [(problem.code, problem.position.line) for problem in document.problems if problem.position] == [
        ("S15", 11), ("S15", 9), ("A10", 5), ("S03", 3), ("S18", 4), ("S16", 7), ("S06", 7),
    ]  # fmt: skip
    assert [(a.KIND, a.text) for a in document] == [
        ("unknown", "a"), ("claim", "b"), ("cue", "d"), ("quote", "f"), ("cue", ""),
    ]  # fmt: skip


# -- Suppressions of what readers find


def codes(text: str) -> list[str]:
    return [finding.code for finding in check(parse(text).document, Configuration(select=("S", "A"))).findings]


def test_a_suppression_reaches_the_block_of_its_span_and_what_stands_in_it() -> None:
    assert codes("[a]{.claim own=1}{% ignore S03: ours %}") == []
    assert codes("[a [b]{.own}]{.claim}{% ignore S16: ours %}") == []
    assert codes("[a]{.own} [b]{.claim own=1}{% ignore S16, S03: ours %}") == ["S16", "S22"]


def test_a_suppression_behind_a_fragment_is_one_of_the_whole_annotation() -> None:
    gapped = "[at least]{.count #c value=12} or so [12]{cont=c}"
    rules = Configuration(select=("N02", "S21", "S22"))
    assert [finding.code for finding in check(parse(gapped).document, rules).findings] == ["N02"]
    assert check(parse(gapped + "{% ignore N02: agreed %}").document, rules).findings == ()
