"""Both grammars colour what the reader takes for markup, in every example and in the whole specification."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.token import Comment, Error, Keyword, Name, Punctuation, String, Text
from tests.test_spec import EXAMPLES

from newsfacts.formats.annotated_text.parser import read_notation
from newsfacts.highlighting import FactsExampleLexer, FactsLexer

ROOT = Path(__file__).parent.parent.parent
GRAMMAR = ROOT / "editors" / "textmate" / "facts.tmLanguage.json"
NODE = os.environ.get("NEWSFACTS_TEXTMATE")
FILES = sorted(ROOT.glob("examples/*/*.facts")) + sorted(ROOT.glob("tests/fixtures/*.facts"))
TEXTS = [path.read_text(encoding="utf-8") for path in FILES] + [example.annotated for example in EXAMPLES]


def tokens_of(text: str) -> list[tuple[int, Any, str]]:
    return [*FactsLexer().get_tokens_unprocessed(text)]


def covers(text: str, tokens: list[tuple[int, Any, str]]) -> bool:
    at = 0
    for offset, _, words in tokens:
        if offset != at:
            return False
        at += len(words)
    return at == len(text) and "".join(words for _, _, words in tokens) == text


def test_every_token_has_a_meaning_and_together_they_are_the_text() -> None:
    for text in TEXTS:
        tokens = tokens_of(text)
        assert covers(text, tokens), text
        assert not [token for token in tokens if token[1] in Error]


def test_what_is_not_coloured_as_markup_is_the_text_of_the_article() -> None:
    for text in TEXTS:
        plain = read_notation(text).text
        body = text.index("\n---\n", 3) if text.startswith("---\n") and "\n---\n" in text[3:] else 0
        shown = "".join(
            words[1:] if kind is String.Escape else words
            for offset, kind, words in tokens_of(text)
            if offset >= body and kind in (Text, String.Escape)
        )
        assert shown.lstrip() == plain.lstrip(), text


@given(st.text(alphabet='[]{}%\\.#a="\n -', max_size=60))
def test_any_text_is_covered(text: str) -> None:
    assert covers(text, tokens_of(text))


def test_an_annotation_has_its_parts() -> None:
    tokens = [(kind, words) for _, kind, words in tokens_of("[a [sic]]{.claim #k1 by=x}{% why %}")]
    assert tokens[0] == (Punctuation, "[")
    assert (Keyword.Type, ".claim") in tokens
    assert (Name.Label, "#k1") in tokens
    assert (Name.Attribute, "by") in tokens
    assert (Comment.Multiline, "{% why %}") in tokens
    assert sum(kind is Punctuation and words in "[]" for kind, words in tokens) == 2


def test_an_example_of_the_specification_has_four_parts() -> None:
    text = "[a]{.claim}\n.\na\n.\nclaim 0..1\n"
    tokens = [*FactsExampleLexer().get_tokens_unprocessed(text)]
    assert covers(text, tokens)
    assert [words for _, kind, words in tokens if kind is Punctuation.Marker] == [".\n", ".\n"]


def test_pygments_finds_the_lexers() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["entry-points"]["pygments.lexers"] == {
        "facts": "newsfacts.highlighting:FactsLexer",
        "facts-example": "newsfacts.highlighting:FactsExampleLexer",
    }


# -- TextMate ----------------------------------------------------------------------------------------------------------


def test_the_grammar_is_json_and_names_its_language() -> None:
    grammar = json.loads(GRAMMAR.read_text(encoding="utf-8"))
    assert (grammar["scopeName"], grammar["fileTypes"]) == ("text.facts", ["facts"])
    names = {pattern["include"].removeprefix("#") for pattern in grammar["patterns"]}
    assert names == set(grammar["repository"])


@pytest.fixture(scope="module")
def scoped() -> list[list[tuple[int, int, list[str]]]]:
    """The tokens of every text, from the engine of Visual Studio Code."""
    if NODE is None:
        pytest.skip("NEWSFACTS_TEXTMATE names a folder with vscode-textmate and vscode-oniguruma")
    given = json.dumps({"grammar": GRAMMAR.read_text(encoding="utf-8"), "texts": TEXTS})
    script = Path(__file__).parent / "tokenize.mjs"
    done = subprocess.run(["node", str(script), NODE], input=given, capture_output=True, check=True, encoding="utf-8")
    found: list[list[tuple[int, int, list[str]]]] = json.loads(done.stdout)
    return found


def test_the_grammar_covers_every_text_and_calls_nothing_invalid(
    scoped: list[list[tuple[int, int, list[str]]]],
) -> None:
    for text, tokens in zip(TEXTS, scoped, strict=True):
        units = text.encode("utf-16-le")
        shown = b"".join(units[2 * start : 2 * end] for start, end, _ in tokens).decode("utf-16-le")
        assert shown == text.replace("\n", "")
        assert not [scope for _, _, scopes in tokens for scope in scopes if scope.startswith("invalid")]


def test_the_grammar_marks_the_kinds_that_the_lexer_marks(scoped: list[list[tuple[int, int, list[str]]]]) -> None:
    for path, text, tokens in zip(FILES, TEXTS, scoped, strict=False):
        units = text.encode("utf-16-le")
        kinds = [
            units[2 * start : 2 * end].decode("utf-16-le")
            for start, end, scopes in tokens
            if scopes[-1] == "entity.name.type.kind.facts"
        ]
        assert kinds == [words for _, kind, words in tokens_of(text) if kind is Keyword.Type], path
