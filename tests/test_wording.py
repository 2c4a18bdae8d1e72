"""Docstrings, comments, messages and pages are in plain English: the phrases of `tests/wording.py` do not come back.

`ALLOWED` is a ratchet: how many of them an area still has at most. Numbers only go down; lower them when you have cleaned up.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.wording import AREAS, ROOT, hits, hits_in

TYPOS = Path(sys.executable).with_name("typos")
ALLOWED = {"src": 2, "docs": 0, "tests": 0, "the rest": 0}  # in src: lists of English words that readers know


@pytest.mark.parametrize("area", AREAS)
def test_phrases_that_readers_stumble_over_become_fewer(area: str) -> None:
    found = hits_in(area)
    if len(found) > ALLOWED[area]:
        files = "\n".join(f"{count:5} {path}" for path, count in Counter(str(hit.path) for hit in found).most_common())
        phrases = "\n".join(map(str, found[:20]))
        pytest.fail(
            f"{len(found)} phrases in {area}, {ALLOWED[area]} are allowed.\n{files}\n{phrases}\n"
            "`python tests/wording.py PATH` lists all of them"
        )


@pytest.mark.skipif(not TYPOS.exists(), reason="typos is in the extra lint; .ci/run has it")
def test_words_are_spelled_right_or_wrong_on_purpose() -> None:
    """A misspelling that is there on purpose goes into `_typos.toml`."""
    found = subprocess.run([TYPOS, "--format", "brief"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (found.stdout, found.stderr) == ("", "")


def found_in(path: Path, text: str) -> list[tuple[int, str]]:
    path.write_text(text, encoding="utf-8")
    return [(hit.line, hit.words) for hit in hits([path])]


def test_a_phrase_is_found_in_docstrings_comments_and_messages(tmp_path: Path) -> None:
    text = '''"""What is wrong.

    Nobody knows where it stands.
    """
    # A comment of two
    # lines that is no use to anyone.
    raise ValueError(f"the file {name} holds the words twice")
    '''
    text = "\n".join(line.removeprefix("    ") for line in text.splitlines())
    (tmp_path / "src").mkdir()
    expected = [(3, "Nobody"), (3, "stands"), (6, "is no use"), (7, "holds the")]
    assert found_in(tmp_path / "src" / "module.py", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"""A stand-off file; \\"MP\\" stands for a word; there is no value; it is no longer used."""',
        '"""The law holds for every input. `told` is a name, and “nobody” is quoted."""',
        'WORDS = {"told", "beside", "nobody knows"}',
        'VALID = [Example("He told the reporters that nobody came.", at="told")]',
        'TEXT = "[He told the reporters that nobody came]{.claim}."',
        'TEXT = "He told the reporters that nobody came."  # wording: sample',
    ],
)
def test_samples_names_and_plain_words_are_let_through(text: str, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    assert found_in(tmp_path / "src" / "module.py", text) == []


def test_code_and_quotations_of_a_page_are_let_through(tmp_path: Path) -> None:
    page = "It was told.\n\n```facts\nHe told us.\n```\n\nThe word “told” and `told`.\nIn\nline 3 it stands.\n"
    assert found_in(tmp_path / "page.md", page) == [(1, "told"), (8, "In line 3"), (9, "stands")]
