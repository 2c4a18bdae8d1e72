"""What somebody meets who tries everything for the first time: odd files, mistakes in settings, documents as objects."""

from __future__ import annotations

import datetime
import os
import re
import tokenize
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import newsfacts
from newsfacts import anchors, model
from newsfacts import immutable as frozen
from newsfacts.checking.configuration_file import read_configuration
from newsfacts.cli import main
from newsfacts.errors import NewsfactsError, ReadError, UsageError
from newsfacts.files import write_atomically
from newsfacts.text import spans
from newsfacts.values import policy
from newsfacts.values.quantities import compare, quantity, vague_words
from newsfacts.values.times import times

AMISS = "He said [ so ]{.claim}.\n"
"""A claim with white space at its edges, which is safe to mend."""


# -- Files -------------------------------------------------------------------------------------------------------------


def test_a_report_into_a_device_leaves_the_device_where_it_is(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    write_atomically(f"/dev/fd/{write_end}", "words")
    os.close(write_end)
    with open(read_end, encoding="utf-8") as pipe:
        assert pipe.read() == "words"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write to any file")
def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.facts"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o444)
    with pytest.raises(NewsfactsError) as caught:
        write_atomically(path, "new")
    assert str(caught.value) == f"{path} cannot be written: it is write-protected"
    assert path.read_text(encoding="utf-8") == "old"


def test_a_fix_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.facts").write_text(AMISS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert main(["check", "a.facts", "--fix", "--no-config"]) == 1
    assert "a.facts cannot be written: it is write-protected" in capsys.readouterr().out
    assert (tmp_path / "a.facts").read_text(encoding="utf-8") == AMISS


def test_what_has_lost_its_place_is_one_finding_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "newsfacts.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.facts").write_text(
        "[It rained]{.claim} on [Monday, 1 July 2024]{.time}, [twice]{.count}.\n", encoding="utf-8"
    )
    (tmp_path / "new.txt").write_text("Nothing of it is left.\n", encoding="utf-8")
    assert main(["reanchor", str(tmp_path / "a.facts"), "--text", str(tmp_path / "new.txt")]) == 1
    capsys.readouterr()
    main(["check", str(tmp_path / "a.facts"), "--format", "concise"])
    assert [line.split(" ", 2)[2][:3] for line in capsys.readouterr().out.splitlines()] == ["A13", "A13", "A13"]


def test_no_check_holds_in_a_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.facts").write_bytes(b"caf\xe9 noir")
    assert main(["check", str(tmp_path / "a.facts"), "--no-config"]) == 2
    out = capsys.readouterr().out.splitlines()
    assert out[0].endswith(
        "a.facts:1:1: error S20 line 1, column 4: the byte 0xE9 is not UTF-8. In Windows-1252 it is é; "
        "if that fits, open the file as Windows-1252 and save it as UTF-8."
    )
    assert "        0 checks held" in out
    assert out[-1] == "1 file could not be read."


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python 3.11.0 to 3.11.4, which Debian 12 has, match such a group wrongly where a round of it fails half way."""
    possessive = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")
    found = []
    for path in sorted(Path(newsfacts.__file__).parent.rglob("*.py")):
        if not possessive.search(path.read_text(encoding="utf-8")):
            continue  # most files, and taking them apart takes long
        with tokenize.open(path) as file:
            for token in tokenize.generate_tokens(file.readline):
                if token.type == tokenize.STRING and possessive.search(token.string):
                    found.append(f"{path.name}:{token.start[0]}: write (?>(?:...)*) for (?:...)*+")
    assert found == []


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        (
            "entities: {a: {name: A, roles: [{title: mayor, form: 2010}]}}",
            "S03 roles of the entity 'a' has no field 'form'",
        ),
        ("ignore: [{rule: N14, reason: why, by: me}]", "S03 ignore of a document has no field 'by'"),
        ("corrections: [{was: x, on: 2024}]", "S03 corrections of a document has no field 'on'"),
        ("known: [{value: '3', source: x, note: y}]", "S03 a known value has no field 'note'"),
    ],
)
def test_a_key_that_a_record_does_not_have_is_a_finding(line: str, finding: str) -> None:
    found = newsfacts.parse(f"---\nnewsfacts: 1\n{line}\n---\nHe left.").findings
    assert [f"{f.code} {f.message}" for f in found if f.code == "S03"] == [finding]


# -- Settings ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("newsfacts.toml", b"profile = [1\n", " is not TOML: Unclosed array (at end of document)"),
        ("newsfacts.toml", b'profile = "\xff"\n', ": line 1, column 12: the byte 0xFF is not UTF-8. In Windows-1252 it is ÿ; if that fits, open the file as Windows-1252 and save it as UTF-8."),
        ("newsfacts.toml", b'[tool.newsfacts]\nprofile = "strict"\n', ":1: in newsfacts.toml the settings need no heading: leave [tool.newsfacts] out"),
        ("newsfacts.toml", b"exclude = 5\n", ':1: exclude is a list of texts, such as exclude = ["archive/*"]'),
        ("newsfacts.toml", b"options = {Q15 = 3}\n", ":1: the options of Q15 are a table, such as [options.Q15]"),
        ("newsfacts.toml", b'select = [""]\n', ":1: an empty code names no rule"),
        ("pyproject.toml", b"[tool]\nnewsfacts = 5\n", ":2: [tool.newsfacts] is a table of settings"),
    ],
)  # fmt: skip
def test_mistakes_in_settings(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        read_configuration(path)
    assert str(caught.value) == f"{path}{message}"


def test_a_pyproject_of_others_is_not_looked_into(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b"garbage [\n")
    (tmp_path / "a.facts").write_text("Nothing is marked.\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "a.facts")]) == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check", ""], "an empty path names no file"),
        (["check", "a.facts", "--severity", "=error"], "an empty code names no rule"),
        (["check", "a.facts", "--format", "xml"], "no report is called 'xml'; there are text, concise, json, jsonl, github, gitlab, sarif, junit, html"),
        (["explain", "lost-hedg"], "no rule is named 'lost-hedg' (did you mean 'lost-hedge'?)"),
        (["rules", "zz"], "no rule or family has the code 'zz'"),
        (["rules", "--profile", "polnaer"], "no profile is named 'polnaer' (did you mean 'polnear'?)"),
    ],
)  # fmt: skip
def test_wrong_words(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err == f"newsfacts: {message}\n"


def test_the_rules_of_a_profile(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--profile", "lenient", "n02", "added-hedge"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["N", "N02"]


# -- Commands on one document ------------------------------------------------------------------------------------------

DOCUMENT = "---\nnewsfacts: 1\n---\n\nShe said so.\nHe said [“no”]{.quote}.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document in it, without any configuration above."""
    (tmp_path / "newsfacts.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.facts").write_text(DOCUMENT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["show", "nowhere"], "nowhere:1:1: error S20 this file cannot be read: No such file or directory"),
        (["show", "a.facts", "--kind", "quoet"], "newsfacts: no kind is named 'quoet' (did you mean 'quote'?)"),
        (["verify", "a.facts", "--source", "broken.facts"], "newsfacts: broken.facts cannot be read: line 1, column 2: the byte 0xFF is not UTF-8. In Windows-1252 it is ÿ; if that fits, open the file as Windows-1252 and save it as UTF-8."),
        (["verify", "a.facts", "--source", "a.facts", "--max-gap", "-1"], "newsfacts: --max-gap is a number of characters, 0 or more"),
        (["verify", "list.json", "--source", "a.facts"], "newsfacts: list.json is not a list of quotations"),
    ],
)  # fmt: skip
def test_what_cannot_be_done(here: Path, words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "broken.facts").write_bytes(b"a\xff")
    (here / "list.json").write_text("{}", encoding="utf-8")
    assert main(words) == 2
    captured = capsys.readouterr()
    assert captured.err == f"{message}\n"
    assert captured.out == ""


def test_a_quotation_in_a_document_is_placed_in_its_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "quotes.txt").write_text("She [the mayor] said so\nno\n", encoding="utf-8")
    assert main(["verify", "quotes.txt", "--source", "a.facts"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split()[:2] == ["bracketed", "a.facts:5:1"]
    assert [line for line in out if line.startswith("exact")] == ["exact       a.facts:6:11  no"]
    assert out[-1] == "2 of 2 quotations verified"


@pytest.mark.parametrize(
    ("comment", "loss"),
    [
        ("", ""),
        ("{% ignore T04: a crowd %}", "newsfacts: json: b.facts:1:25: a comment: ignore T04: a crowd\n"),
    ],
)
def test_only_what_is_lost_is_said_to_be_lost(
    here: Path, comment: str, loss: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "b.facts").write_text(f"They said [“no”]{{.quote}}{comment}.\n", encoding="utf-8")
    assert main(["convert", "--force", "b.facts", "b.facts.json"]) == 0
    assert capsys.readouterr().err == loss


def test_a_time_that_nothing_dates_is_shown_as_such(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.facts").write_text("It fell on [Tuesday]{.time}.\n", encoding="utf-8")
    assert main(["show", "b.facts", "--kind", "time"]) == 0
    shown = capsys.readouterr().out.splitlines()[-1].strip()
    assert shown == "1:13 time “Tuesday” = not resolved: it needs a publication date"


# -- In Python ---------------------------------------------------------------------------------------------------------

PASTED: dict[str, Any] = {"datetime": datetime, "Decimal": Decimal, "Fraction": Fraction}
for module in (policy, model, spans, frozen, quantity, vague_words, compare, times):
    PASTED |= vars(module)
PASTED |= {name: getattr(package, name) for package in (anchors, newsfacts) for name in package.__all__}


@pytest.mark.parametrize(
    "phrase",
    [
        "about 40 people",
        "dozens",
        "USD 3.5bn",
        "18 to 25 percent",
        "second in two months",
        "one in three",
        "3 1/3 miles",
    ],
)
def test_a_quantity_can_be_pasted_back(phrase: str) -> None:
    found = newsfacts.parse_quantity(phrase)
    assert eval(repr(found), PASTED) == found
    assert eval(repr(found.outer()), PASTED) == found.outer()


@pytest.mark.parametrize(
    "phrase", ["last Thursday", "about 2010", "since 2010", "7:15 p.m. ET", "twice a week", "at least three years"]
)
def test_a_time_can_be_pasted_back(phrase: str) -> None:
    published = datetime.date(2024, 7, 4)
    for found in (newsfacts.parse_time(phrase, published=published), newsfacts.parse_time(phrase)):
        assert eval(repr(found), PASTED) == found


def test_policies_and_comparisons_can_be_pasted_back() -> None:
    for found in (newsfacts.Policy.news(), newsfacts.Policy.strict(), newsfacts.Policy.lenient()):
        assert eval(repr(found), PASTED) == found
    compared = newsfacts.compare(newsfacts.parse_quantity("about 40"), newsfacts.parse_quantity("50"))
    assert eval(repr(compared), PASTED) == compared


@pytest.mark.parametrize("words", ["the vote", "the votes", "We ... vote", "no such thing"])
def test_what_is_said_of_a_quotation_can_be_pasted_back(words: str) -> None:
    found = newsfacts.verify_quote(words, "We will win the vote.")
    assert eval(repr(found), PASTED) == found


def test_a_document_and_its_annotations_show_themselves_in_one_short_line() -> None:
    found = newsfacts.parse("[[12 ships]{.count #fleet} had left]{.claim} [on Monday]{.time}. " + "And so on. " * 100)
    document = found.document
    assert repr(document) == (
        "Document(text='12 ships had left on Monday. And so on. And so on. And so o…', annotations=<3>, path=None)"
    )
    assert repr(document["fleet"]) == "Count(id='fleet', spans=(Span(start=0, end=8),), text='12 ships')"


def test_errors_are_listed_in_the_order_of_the_file() -> None:
    with pytest.raises(ReadError) as caught:
        newsfacts.loads("[a]{.claim by=x} [b]{.claim by=y}\n[c]{.clam}")
    assert str(caught.value).splitlines() == [
        "the text has 3 errors:",
        "<text>:1:12: error S06 no entity has the id 'x'",
        "<text>:1:29: error S06 no entity has the id 'y'",
        "<text>:2:2: error S16 no kind is named 'clam'",
    ]


def test_values_of_other_types_are_told() -> None:
    with pytest.raises(UsageError) as caught:
        newsfacts.compare(5, newsfacts.parse_quantity("5"))
    assert str(caught.value) == (
        "values of numbers and times are compared, not int; parse_quantity and parse_time give them"
    )
    with pytest.raises(UsageError) as caught:
        newsfacts.parse_time("last week", published="2024-07-04")  # type: ignore[arg-type]
    assert str(caught.value) == "published is a date or a datetime, not '2024-07-04'"


def test_a_path_given_to_check_is_answered_with_what_to_do() -> None:
    with pytest.raises(newsfacts.UsageError) as caught:
        newsfacts.check("story.facts")  # type: ignore[arg-type]  # the mistake that is tested
    assert str(caught.value) == (
        "check takes a document or several, not str; read a file first: check(newsfacts.load(path))"
    )
