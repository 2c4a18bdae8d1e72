"""`newsfacts check --fix`: files are fixed, their text never changes, and no one ever sees half a file."""

from __future__ import annotations

import functools
import os
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.running import newsfacts, write

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.fixes import Fixed, Reread, apply_edits, fix_text, without_overlap
from newsfacts.checking.one_file import FileChecker
from newsfacts.cli.fixing import read_again
from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity
from newsfacts.formats import get_format
from newsfacts.rules import Example, Rule, all_rules
from newsfacts.text.source import Place, SourceText

Capture = pytest.CaptureFixture[str]

PADDED = "[The mayor ]{.source}[said]{.cue}.\n"
"""A07: the source ends with white space, and moving the bracket is safe."""

MENDED = "[The mayor]{.source} [said]{.cue}.\n"
UNHEDGED = "[At least 12]{.count value=12} people died.\n"


def test_a_safe_fix_is_applied_and_counted(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=PADDED)
    outcome = newsfacts(capsys, "check", "a.facts", "--select", "A07", "--fix")
    assert (tmp_path / "a.facts").read_text(encoding="utf-8") == MENDED
    assert outcome.status == 0
    assert "        0 did not hold\n" in outcome.out
    assert "        1 fixed\n" in outcome.out


def test_fixing_again_changes_nothing(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=PADDED)
    newsfacts(capsys, "check", "a.facts", "--fix")
    once = (tmp_path / "a.facts").read_bytes()
    outcome = newsfacts(capsys, "check", "a.facts", "--fix")
    assert (tmp_path / "a.facts").read_bytes() == once
    assert "fixed" not in outcome.out


def test_an_unsafe_fix_needs_to_be_asked_for(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=UNHEDGED)
    assert newsfacts(capsys, "check", "a.facts", "--fix").status == 1
    assert (tmp_path / "a.facts").read_text(encoding="utf-8") == UNHEDGED
    assert newsfacts(capsys, "check", "a.facts", "--fix", "--unsafe").status == 0
    assert (tmp_path / "a.facts").read_text(encoding="utf-8") == '[At least 12]{.count value=">=12"} people died.\n'


def test_a_diff_shows_what_would_change_and_changes_nothing(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=UNHEDGED)
    outcome = newsfacts(capsys, "check", "a.facts", "--diff", "--unsafe", "--format", "concise")
    assert outcome.status == 1
    assert outcome.out.endswith(
        "--- a/a.facts\n+++ b/a.facts\n@@ -1 +1 @@\n"
        "-[At least 12]{.count value=12} people died.\n"
        '+[At least 12]{.count value=">=12"} people died.\n'
    )
    assert (tmp_path / "a.facts").read_text(encoding="utf-8") == UNHEDGED


def test_a_byte_order_mark_and_line_ends_stay(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "a.facts").write_bytes(b"\xef\xbb\xbf" + PADDED.replace("\n", "\r\n").encode())
    newsfacts(capsys, "check", "a.facts", "--select", "A07", "--fix")
    assert (tmp_path / "a.facts").read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()


def test_files_in_another_encoding_are_left_alone(capsys: Capture, tmp_path: Path) -> None:
    data = PADDED.encode("utf-16")
    (tmp_path / "a.facts").write_bytes(data)
    outcome = newsfacts(capsys, "check", "a.facts", "--select", "A07", "--fix")
    assert (tmp_path / "a.facts").read_bytes() == data
    assert "not fixed: a.facts: only files in UTF-8 are fixed; save it as UTF-8 first\n" in outcome.out


def test_a_crash_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsfacts.errors import NewsfactsError
    from newsfacts.files import write_atomically

    write(tmp_path, a__facts=PADDED)

    def crash(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", crash)
    with pytest.raises(NewsfactsError) as caught:
        write_atomically("a.facts", MENDED)
    assert str(caught.value) == "a.facts cannot be written: No space left on device"
    assert (tmp_path / "a.facts").read_text(encoding="utf-8") == PADDED
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.facts", "newsfacts.toml"]


def test_several_processes_fix_too(capsys: Capture, tmp_path: Path) -> None:
    write(tmp_path, a__facts=PADDED, b__facts=PADDED)
    outcome = newsfacts(capsys, "check", ".", "--select", "A07", "--fix", "--jobs", "2")
    assert "        2 fixed\n" in outcome.out
    assert (tmp_path / "b.facts").read_text(encoding="utf-8") == MENDED


# -- Every fix of every rule -------------------------------------------------------------------------------------------


@functools.cache
def checker_of(code: str) -> FileChecker:
    return FileChecker.of(Configuration(select=(code,)))


FIXABLE = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in all_rules().values()
    if rule.fix_class is not None
    for number, example in enumerate((*rule.INVALID, *rule.VALID))
    if not example.files and not example.options
]


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize(("rule", "example"), FIXABLE)
def test_no_fix_changes_the_text_and_fixing_twice_is_fixing_once(rule: Rule, example: Example, unsafe: bool) -> None:
    checker = checker_of(rule.code)
    format = get_format("facts")

    def read(text: str) -> Reread:
        return read_again(text, "a.facts", format, checker)

    before = read(example.text)
    once = fix_text(example.text, "a.facts", read, unsafe=unsafe)
    after = read(once.text)
    assert after.texts == before.texts
    assert once.refused == ()
    if not unsafe:
        assert after.values == before.values
    twice = fix_text(once.text, "a.facts", read, unsafe=unsafe)
    assert (twice.text, twice.applied) == (once.text, ())


# -- The engine, with findings made by hand ----------------------------------------------------------------------------


def finding(text: str, *edits: Edit, applicability: Applicability = Applicability.SAFE, message: str = "x") -> Finding:
    return Finding(
        code="A07",
        rule="edge",
        severity=Severity.WARNING,
        message=message,
        place=Place("a.facts", SourceText(text), edits[0].start, edits[0].end),
        fix=Fix("mend it", edits, applicability),
    )


def edit_range(finding: Finding) -> tuple[int, int]:
    assert finding.fix is not None
    return finding.fix.edits[0].start, finding.fix.edits[0].end


def fixed(text: str, *findings: Finding, texts: str | None = None, values: str = "", errors: int = 0) -> Fixed:
    """Fix a text whose document's text is `texts` (or else never changes); afterwards nothing more is found."""

    def read(new: str) -> Reread:
        changed = new != text
        return Reread(
            texts=(texts if changed and texts is not None else "the text",),
            values=(values if changed else "",),
            findings=() if changed else findings,
            errors=errors if changed else 0,
        )

    return fix_text(text, "a.facts", read)


def test_a_fix_that_would_change_the_text_is_refused() -> None:
    result = fixed("abc", finding("abc", Edit(0, 1, "x")), texts="another text")
    assert (result.text, result.applied) == ("abc", ())
    assert result.refused == ("a.facts:1:1: warning A07 x: its fix would change the text, or break the file",)


@pytest.mark.parametrize("harm", [{"errors": 1}, {"values": "13"}])
def test_a_safe_fix_that_would_break_the_file_or_change_a_value_is_refused(harm: dict[str, int | str]) -> None:
    result = fixed("abc", finding("abc", Edit(0, 1, "x")), **harm)  # type: ignore[arg-type]
    assert result.text == "abc"
    assert len(result.refused) == 1


def test_one_that_must_not_be_does_not_keep_the_others_from_being_applied() -> None:
    text = "abc def"
    good, bad = finding(text, Edit(0, 1, "A"), message="good"), finding(text, Edit(4, 5, "!"), message="bad")

    def read(new: str) -> Reread:
        left = [attrs.evolve(f, place=Place("a.facts", SourceText(new), *edit_range(f))) for f in (good, bad)]
        findings = tuple(f for f in left if f.message == "bad" or new.startswith("a"))
        return Reread(texts=(new.replace("A", "a"),), values=(), findings=findings, errors=0)

    result = fix_text(text, "a.facts", read)
    assert result.text == "Abc def"
    assert [f.message for f in result.applied] == ["good"]
    assert [words.split(": ")[1] for words in result.refused] == ["warning A07 bad"]


def test_overlapping_fixes_wait_for_the_next_pass() -> None:
    text = "abcdef"
    first, second = finding(text, Edit(0, 3, "x")), finding(text, Edit(2, 5, "y"))
    third = finding(text, Edit(5, 6, "z"))
    assert without_overlap([second, third, first]) == [first, third]


def test_fixes_of_another_file_or_an_older_text_are_not_applied() -> None:
    elsewhere = attrs.evolve(finding("abc", Edit(0, 1, "x")), place=Place("b.facts", SourceText("abc"), 0, 1))
    assert fixed("abc", elsewhere).text == "abc"
    assert fixed("abd", finding("abc", Edit(0, 1, "x"))).text == "abd"


def test_a_fix_that_is_only_shown_is_never_applied() -> None:
    assert fixed("abc", finding("abc", Edit(0, 1, "x"), applicability=Applicability.DISPLAY)).text == "abc"


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.text(max_size=3)), max_size=5)
)
def test_edits_are_applied_where_they_stand(text: str, drawn: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    for one, two, words in drawn:
        start, end = sorted((min(one, len(text)), min(two, len(text))))
        if all(end < other.start or other.end < start for other in edits):
            edits.append(Edit(start, end, words))
    expected = text
    for edit in sorted(edits, key=lambda edit: -edit.start):
        expected = expected[: edit.start] + edit.replacement + expected[edit.end :]
    assert apply_edits(text, edits) == expected
