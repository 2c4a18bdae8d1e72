"""Files of older versions are written in the newest, and mean the same afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from tests.cli.running import newsfacts
from tests.searching import examples

from newsfacts.documents import parse
from newsfacts.errors import UsageError
from newsfacts.formats.migration import NEWEST, STEPS, migrate, sort_of, version_of
from newsfacts.testing import annotated_texts

Capture = pytest.CaptureFixture[str]


def test_there_is_a_step_from_every_version() -> None:
    assert list(STEPS) == list(range(NEWEST))


@pytest.mark.parametrize(
    ("sort", "old", "new"),
    [
        ("annotated text", "[Two]{.count}.\n", "---\nnewsfacts: 1\n---\n\n[Two]{.count}.\n"),
        ("annotated text", "\n[Two]{.count}.\r\n", "---\nnewsfacts: 1\n---\n\n\n[Two]{.count}.\r\n"),
        ("annotated text", "[Two]{.count}.\r\n", "---\r\nnewsfacts: 1\r\n---\r\n\r\n[Two]{.count}.\r\n"),
        ("annotated text", "", "---\nnewsfacts: 1\n---\n\n"),
        ("annotated text", "---\n# mine\ntitle: A\n---\n\nB", "---\n# mine\nnewsfacts: 1\ntitle: A\n---\n\nB"),
        ("annotated text", "---\n{title: A}\n---\nB", "---\n{newsfacts: 1, title: A}\n---\nB"),
        ("annotated text", "---\n---\nB", "---\nnewsfacts: 1\n---\nB"),
        ("YAML", "# mine\ntext: A\n", "# mine\nnewsfacts: 1\ntext: A\n"),
        ("YAML", "{}", "{newsfacts: 1}"),
        ("schema file", "kinds: {}\n", "newsfacts-schema: 1\nkinds: {}\n"),
        ("JSON", '{"text": "A"}', '{"newsfacts": 1, "text": "A"}'),
        ("JSON", '{\n  "text": "A"\n}\n', '{\n  "newsfacts": 1,\n  "text": "A"\n}\n'),
        ("JSON", "{}", '{"newsfacts": 1}'),
        ("JSON Lines", '{"text": "A"}\n\n{"newsfacts": 1, "text": "B"}\n', '{"newsfacts": 1, "text": "A"}\n\n{"newsfacts": 1, "text": "B"}\n'),
    ],
)  # fmt: skip
def test_a_file_without_a_version_says_it_afterwards(sort: str, old: str, new: str) -> None:
    migrated = migrate(old, sort)
    assert (migrated.before, migrated.text, migrated.changed) == (0, new, True)
    again = migrate(new, sort)
    assert (again.before, again.text, again.changed) == (1, new, False)


@pytest.mark.parametrize(
    ("sort", "text", "message"),
    [
        ("YAML", "newsfacts: 2\ntext: A\n", "it is of version 2, and this library reads versions up to 1"),
        ("YAML", "newsfacts: one\n", "it does not say a version that can be read"),
        ("YAML", "- 1\n", "it has no table of keys and values"),
        ("annotated text", "---\ntitle: A\n", "its front matter cannot be read: the front matter that begins here is not closed"),
        ("JSON", "{", "it is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    ],
)  # fmt: skip
def test_what_cannot_be_migrated_says_why(sort: str, text: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        migrate(text, sort)
    assert str(refused.value) == message


def test_the_sort_of_a_file_is_in_its_name() -> None:
    names = ("a.facts", "a.facts.yaml", "a.factbook.yml", "a.facts.json", "a.facts.jsonl", "a.schema.yaml")
    assert [sort_of(name) for name in names] == [
        "annotated text", "YAML", "YAML", "JSON", "JSON Lines", "schema file",
    ]  # fmt: skip
    with pytest.raises(UsageError) as refused:
        sort_of("a.txt")
    assert str(refused.value) == "a.txt: files with this ending have no version of newsfacts"


@examples(1.5)
@given(annotated_texts())
def test_annotated_text_means_the_same_afterwards(text: str) -> None:
    try:
        migrated = migrate(text, "annotated text").text
    except UsageError:
        return
    assert version_of(migrated, "annotated text") == NEWEST
    assert parse(migrated).document == parse(text).document


def test_the_command_writes_only_what_is_older(tmp_path: Path, capsys: Capture) -> None:
    old, new = tmp_path / "old.facts", tmp_path / "new.facts"
    old.write_bytes(b"[Two]{.count}.\r\n")
    new.write_bytes(b"---\nnewsfacts: 1\n---\n\n[Two]{.count}.\n")
    outcome = newsfacts(capsys, "migrate", "--check", old, new)
    assert (outcome.status, outcome.out) == (1, f"{old}: version 0, and the newest is 1\n")
    assert old.read_bytes() == b"[Two]{.count}.\r\n"
    outcome = newsfacts(capsys, "migrate", old, new)
    assert (outcome.status, outcome.out) == (0, f"{old}: from version 0 to 1\n")
    assert old.read_bytes() == b"---\r\nnewsfacts: 1\r\n---\r\n\r\n[Two]{.count}.\r\n"
    assert newsfacts(capsys, "migrate", "--check", old, new).status == 0


def test_a_broken_file_does_not_stop_the_others(tmp_path: Path, capsys: Capture) -> None:
    broken, old = tmp_path / "a.facts.yaml", tmp_path / "b.factbook.yaml"
    broken.write_text("- 1\n", encoding="utf-8")
    old.write_text("entities: {xi: {name: Xi}}\n", encoding="utf-8")
    outcome = newsfacts(capsys, "migrate", broken, old)
    assert (outcome.status, outcome.err) == (2, f"newsfacts: {broken}: it has no table of keys and values\n")
    assert old.read_text(encoding="utf-8") == "newsfacts: 1\nentities: {xi: {name: Xi}}\n"
