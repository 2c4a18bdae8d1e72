"""The examples of the rules of grounding are their tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newsfacts import SourceDocument, ground
from newsfacts.findings import Finding
from newsfacts.grounding.findings import findings_of, skipped_of
from newsfacts.rules import Example, Rule, all_rules
from newsfacts.rules.rule import GroundingRule

RULES = [rule for rule in all_rules().values() if isinstance(rule, GroundingRule)]
CITING = ("G08", "G09")


def findings(rule: Rule, example: Example) -> list[Finding]:
    sources = [SourceDocument(text=text, path=path) for path, text in example.files.items()]
    sources.append(SourceDocument(text="The mayor opened the market.", path="other.txt"))
    text = SourceDocument(text=example.text, path="text.md")
    return list(findings_of(ground(text, sources, require_source=rule.code in CITING, markup="markdown")))


def examples(kind: str) -> Iterator[object]:
    for rule in RULES:
        for number, example in enumerate(getattr(rule, kind)):
            yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(examples("VALID")))
def test_valid_examples_are_silent(rule: Rule, example: Example) -> None:
    assert [str(finding) for finding in findings(rule, example)] == []


@pytest.mark.parametrize(("rule", "example"), list(examples("INVALID")))
def test_invalid_examples_are_found(rule: Rule, example: Example) -> None:
    assert [(f.code, f.rule, f.words, f.message) for f in findings(rule, example)] == [
        (rule.code, rule.name, example.at, example.message)
    ]


def test_a_finding_points_at_the_words_of_the_source_too() -> None:
    source = SourceDocument(text="It burned.\nThe fire injured 12 people.", path="wire.txt")
    [finding] = findings_of(ground(SourceDocument(text="The fire injured 15 people.", path="answer.md"), source))
    assert str(finding).startswith("answer.md:1:18: error G03 “15 people”:")
    [label] = finding.labels
    assert (label.message, label.place.path, str(label.place.position), label.place.words) == (
        "the source", "wire.txt", "2:18", "12 people",
    )  # fmt: skip


def test_what_could_not_be_checked_is_reported_with_its_reason() -> None:
    [skipped] = skipped_of(ground("The strike began yesterday.", "The strike began on 3 March 2021."))
    assert skipped.reason == "“yesterday” counts from the day it was written, which is not given."
