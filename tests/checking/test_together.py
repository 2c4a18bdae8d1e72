"""Several files are checked step by step together, and their results sent as plain values: what they say stays the same."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import attrs
import pytest

from newsfacts.checking import one_file
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.one_file import FileChecker, groups_of
from newsfacts.checking.sent_results import received, sent

FILES = {
    "a.facts": "---\ntitle: Flood\n---\n\nIt killed [17 people]{.count}, [Brandt]{.source} [said]{.cue}.\n",
    "b.facts": "The [dam broke]{.nonsense}. [3 March]{.time",
    "c.facts": "---\nignore: [{rule: X04, reason: an old report}]\n---\n\nNothing.\n",
    "d.factbook.yaml": "newsfacts: 1\nentities:\n  mayor: {name: Ada Brandt, nonsense: 1}\n",
    "e.facts": "\N{NULL}",
    "f.schema.yaml": "nonsense: 1\n",
    "g.facts.jsonl": '{"text": "Brandt spoke."}\n{"text": "She left."}\n{"nonsense": 1}\n',
    "i.facts": "A long text. " * 10_000,
}


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / "j.facts").mkdir()
    return sorted(str(tmp_path / name) for name in (*FILES, "h.facts", "j.facts"))  # there is no h.facts


@pytest.mark.parametrize("notices_files", [False, True])
def test_files_say_the_same_whether_they_are_checked_together_or_one_by_one(
    paths: list[str], notices_files: bool
) -> None:
    checker = attrs.evolve(FileChecker.of(Configuration()), notices_files=notices_files)
    together = list(checker.check_together(paths))
    assert [checked.result.path for checked in together] == paths
    assert together == [checker.check_file(path) for path in paths]
    for checked in together:
        assert (checked.looked_at is not None) == (notices_files and not checked.result.is_unreadable)


def test_a_result_is_the_same_after_it_was_sent(paths: list[str]) -> None:
    checker = attrs.evolve(FileChecker.of(Configuration()), notices_files=True)
    for checked in checker.check_together(paths):
        again = received(pickle.loads(pickle.dumps(sent(checked))))
        assert repr(again) == repr(checked)


def test_few_documents_are_in_memory_at_once(monkeypatch: pytest.MonkeyPatch, paths: list[str]) -> None:
    monkeypatch.setattr(one_file, "HELD_TOGETHER", 100)
    monkeypatch.setattr(one_file, "FILES_TOGETHER", 3)
    checker = FileChecker.of(Configuration())
    names = ["".join(Path(file.path).name[0] for file in group) for group in groups_of(map(checker.started, paths))]
    assert "".join(names) == "abcdefghij"
    assert max(map(len, names)) == 3
    assert names[-1] == "j"  # the long text of i.facts ends its group


def test_an_interruption_while_several_files_are_checked_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(one_file, "check", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(FileChecker.of(Configuration()).check_together(paths))
