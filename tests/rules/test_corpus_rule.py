"""The examples of rules that compare documents are their tests: `files` lie next to the example, and come first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from newsfacts.checking.across import check_across, collect
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan
from newsfacts.checking.fact_store import FactStore
from newsfacts.checking.find_files import is_factbook
from newsfacts.documents import parse
from newsfacts.findings import Finding
from newsfacts.rules import Context, Example, Rule, all_rules
from newsfacts.rules.corpus_rule import CorpusRule

RULES = [rule for rule in all_rules().values() if isinstance(rule, CorpusRule)]


def across(rule: Rule, example: Example, folder: Path) -> tuple[Finding, ...]:
    context = Context(policy=Configuration().value_policy(), options={rule.code: example.options})
    plan = attrs.evolve(Plan.of(Configuration(select=(rule.code,))), context=context)
    with FactStore() as store:
        for name, text in {**example.files, "example.facts": example.text}.items():
            path = folder / name
            path.write_bytes(text.encode("utf-8"))
            if is_factbook(name):
                continue
            document = parse(text, path=str(path)).document
            assert [str(problem) for problem in document.problems] == []
            store.add(collect(document, plan))
        return check_across(store, plan).findings


def examples(kind: str) -> Iterator[object]:
    for rule in RULES:
        for number, example in enumerate(getattr(rule, kind)):
            yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(examples("VALID")))
def test_valid_examples_are_silent(rule: CorpusRule, example: Example, tmp_path: Path) -> None:
    assert [str(finding) for finding in across(rule, example, tmp_path)] == []


@pytest.mark.parametrize(("rule", "example"), list(examples("INVALID")))
def test_invalid_examples_are_found_and_show_both_places(rule: CorpusRule, example: Example, tmp_path: Path) -> None:
    found = across(rule, example, tmp_path)
    assert [(f.code, f.words, f.message) for f in found] == [(rule.code, example.at, example.message)]
    assert Path(found[0].path or "").name == "example.facts"
    assert found[0].labels
    assert all(Path(label.place.path or "").name in example.files for label in found[0].labels)
