"""Every rule's own examples are its tests, and every rule is documented in the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Plan, check
from newsfacts.checking.fixes import apply_edits
from newsfacts.documents import parse, read_file
from newsfacts.findings import Applicability, Finding, ReaderCode
from newsfacts.formats import get_format
from newsfacts.rules import FAMILIES, Context, Example, Rule, all_rules
from newsfacts.rules.rule import HEADINGS, GroundingRule

RULES = tuple(all_rules().values())
ONE_DOCUMENT = [
    rule for rule in RULES if not getattr(rule, "needs_corpus", False) and not isinstance(rule, GroundingRule)
]


def plan_for(rule: Rule, example: Example) -> Plan:
    context = Context(policy=Configuration().value_policy(), options={rule.code: example.options})
    return attrs.evolve(Plan.of(Configuration(select=(rule.code, *example.beside))), context=context)


def findings(rule: Rule, example: Example, folder: Path) -> tuple[Finding, ...]:
    for name, text in example.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    path = folder / f"example{get_format(example.format).endings[0]}"
    path.write_bytes(example.text.encode("utf-8", "surrogateescape"))
    found = check(next(read_file(path)), plan_for(rule, example)).findings
    return tuple(finding for finding in found if finding.code not in example.beside)


def examples(kind: str, *, fixed: bool = False) -> Iterator[object]:
    for rule in ONE_DOCUMENT:
        for number, example in enumerate(getattr(rule, kind)):
            if example.fixed is not None or not fixed:
                yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(examples("VALID")))
def test_valid_examples_are_silent(rule: Rule, example: Example, tmp_path: Path) -> None:
    assert [str(finding) for finding in findings(rule, example, tmp_path)] == []


@pytest.mark.parametrize(("rule", "example"), list(examples("INVALID")))
def test_invalid_examples_are_found(rule: Rule, example: Example, tmp_path: Path) -> None:
    found = findings(rule, example, tmp_path)
    assert [(f.code, f.rule, f.words, f.message) for f in found] == [
        (rule.code, rule.name, example.at, example.message)
    ]


@pytest.mark.parametrize(("rule", "example"), list(examples("INVALID", fixed=True)))
def test_fixes_write_the_fixed_example_and_leave_the_text(rule: Rule, example: Example, tmp_path: Path) -> None:
    (finding,) = findings(rule, example, tmp_path)
    assert finding.fix is not None
    assert example.fixed is not None
    assert finding.fix.applicability is rule.fix_class
    assert apply_edits(example.text, finding.fix.edits) == example.fixed
    fixed = attrs.evolve(example, text=example.fixed)
    before, after = (parse(e.text, format=e.format).document.text for e in (example, fixed))
    assert after == before
    assert [str(finding) for finding in findings(rule, fixed, tmp_path)] == []


@pytest.mark.parametrize("rule", ONE_DOCUMENT, ids=lambda rule: rule.code)
def test_rules_that_fix_show_a_fixed_example(rule: Rule) -> None:
    fixes = rule.fix_class in (Applicability.SAFE, Applicability.UNSAFE)
    assert fixes == any(example.fixed is not None for example in rule.INVALID)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule: Rule) -> None:
    sections = rule.sections()
    assert list(sections) == ["", *HEADINGS]
    assert all(sections.values())
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.VALID
    assert rule.INVALID
    assert rule.family() in FAMILIES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_fix_section_agrees_with_fix_class(rule: Rule) -> None:
    opening = {None: "None", Applicability.SAFE: "Safe", Applicability.UNSAFE: "Unsafe", Applicability.DISPLAY: "Shown"}
    assert rule.sections()["Fix"].startswith(opening[rule.fix_class])


def test_names_are_used_once() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(names) == sorted(set(names))


def test_every_reading_problem_has_its_page() -> None:
    assert set(ReaderCode) <= set(all_rules())
