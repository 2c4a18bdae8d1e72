"""Profiles do what their names promise: the clauses of their guidelines, their severities, and what they leave alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.documents import parse
from newsfacts.findings import Severity
from newsfacts.rules import all_rules
from newsfacts.rules.profiles import PROFILES
from newsfacts.rules.rule import GroundingRule

PAGE = Path(__file__).parent.parent.parent / "docs" / "profiles.md"

ONE = "[[She]{.source} [said]{.cue} that [it works]{.claim}]{.attribution}."


def found(profile: str, body: str, **settings: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Code, severity and words of what one profile finds in annotated text."""
    document = parse(body, path="a.facts").document
    findings = check(document, Configuration(profile=profile, **settings)).findings  # type: ignore[arg-type]
    return [(finding.code, finding.severity.value, finding.words) for finding in findings]


def codes(profile: str) -> set[str]:
    return {rule.code for rule in Configuration(profile=profile).rules()}


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_names_only_rules_and_options_that_exist(name: str) -> None:
    profile, rules = PROFILES[name], all_rules()
    assert {*profile.on, *profile.off, *profile.severity, *profile.options} <= set(rules)
    assert {(c, o) for c, options in profile.options.items() for o in options} <= {
        (c, o) for c, rule in rules.items() for o in rule.OPTIONS
    }
    running = codes(name)
    assert set(profile.on) <= running, "what is switched on runs"
    assert set(profile.severity) <= running, "a severity is set only for what runs"
    assert all(rules[code].severity is not severity for code, severity in profile.severity.items())


def test_every_profile_that_a_rule_names_exists() -> None:
    assert {name for rule in all_rules().values() for name in rule.profiles} <= set(PROFILES)


def test_strict_runs_everything_but_what_a_guideline_or_a_project_asks_for() -> None:
    of_documents = {code for code, rule in all_rules().items() if not isinstance(rule, GroundingRule)}
    assert of_documents - codes("strict") == {
        "A08", "C09", "P02", "P07", "Q21", "T07", "T08", "T21", "T22", "T23", "T24", "T25",
    }  # fmt: skip


def test_lenient_runs_what_may_find_errors_and_nothing_else() -> None:
    assert {all_rules()[code].severity for code in codes("lenient")} == {Severity.ERROR}
    assert found("lenient", "[12 ]{.count value=13}\n[“We won]{.quote} she said.") == [("N01", "error", "value=13")]


def test_lenient_leaves_out_the_warnings_of_readers_too() -> None:
    unclean = "\0[12]{.count value=13}"
    assert [code for code, _, _ in found("default", unclean)] == ["S12", "N01"]
    assert [code for code, _, _ in found("lenient", unclean)] == ["N01"]
    assert [code for code, _, _ in found("lenient", unclean, extend_select=("S12",))] == ["S12", "N01"]


@pytest.mark.parametrize(
    ("profile", "expected"), [("strict", [("N22", "error")]), ("default", []), ("lenient", [])]
)  # 600 may be a rounded 612; strictly, every digit of a number below 1,000 counts
def test_numbers_are_read_as_the_profile_says(profile: str, expected: list[tuple[str, str]]) -> None:
    body = (
        "---\nnewsfacts: 1\nmeasures: {killed: {label: people killed, unit: person}}\n---\n"
        "[600 people]{.count of=killed}, [612 people]{.count of=killed}"
    )
    assert [(code, severity) for code, severity, _ in found(profile, body) if code == "N22"] == expected


POLNEAR = {
    "P2 no cue": ("[[She]{.source}, [“It works.”]{.quote}]{.attribution}", ("T02", "error")),
    "P2, P18 two cues": (
        "[[She]{.source} [said]{.cue} and [swore]{.cue} [so]{.claim}]{.attribution}.",
        ("T03", "error"),
    ),
    "P3 cue in two pieces": (
        "[[She]{.source} [called]{.cue #c} today [for]{cont=c} [aid]{.claim}]{.attribution}.",
        ("T21", "warning"),
    ),
    "P4 no content": ("[[She]{.source} [spoke]{.cue}]{.attribution}.", ("T01", "error")),
    "P5 expletive": ("[[It]{.source} [was said]{.cue} [that so it is]{.claim}]{.attribution}.", ("T05", "warning")),
    "P6 nesting": (
        "[[A]{.source} [said]{.cue} [that [[B]{.source} [denied]{.cue} [it all]{.claim polarity=negative}]{.attribution}]{.claim}]{.attribution}.",
        ("T08", "warning"),
    ),
    "P7 shared content": (
        "[[She]{.source} [said]{.cue} [one]{.claim #k}]{.attribution}, [[he]{.source} [agreed]{.cue}]{.attribution content=k}.",
        ("T07", "warning"),
    ),
    "P8 marks": ("[[She]{.source} [said]{.cue}: [“It works]{.quote}”]{.attribution}.", ("Q12", "error")),
    "P9 full stop": ("[[She]{.source} [said]{.cue} [it works.]{.claim}]{.attribution}", ("A08", "warning")),
    "P10 comma": ("[[She]{.source} [said,]{.cue} [“It works.”]{.quote}]{.attribution}", ("A08", "warning")),
    "P11 auxiliary": ("[[She]{.source} had [said]{.cue} [so it was]{.claim}]{.attribution}.", ("T23", "warning")),
    "P12 that": (ONE, ("T24", "warning")),
    "P20 silence": ("[[She]{.source} [did not respond]{.cue} [to calls]{.claim}]{.attribution}.", ("T25", "warning")),
}


@pytest.mark.parametrize("clause", POLNEAR)
def test_each_clause_of_polnear_is_held_and_nothing_else_is_found(clause: str) -> None:
    body, expected = POLNEAR[clause]
    assert [(code, severity) for code, severity, _ in found("polnear", body)] == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "[[Sources]{.source} [said]{.cue} [that it works]{.claim}]{.attribution}.",  # T11 is for the writer
        "[[had been announced]{.cue} [that it works]{.claim}]{.attribution}.",  # P1: no source
        "[[She]{.source} [said:]{.cue} [“It works.”]{.quote}]{.attribution}",  # the profile does not mention colons
        "[[Oba]{.source} [accused the mayor, Ann Lee,]{.cue} of [waste]{.claim}]{.attribution}.",
        "[[She]{.source #s} [said]{.cue} [one]{.claim}]{.attribution}, [[adding]{.cue} [two]{.claim}]{.attribution source=s}.",
        "[“It works.”]{.quote}",
    ],
)
def test_what_polnear_allows_is_not_found(body: str) -> None:
    assert found("polnear", body) == []


JOURNALISMAI = {
    "J1 marks": ("[[She]{.source} [said]{.cue}: [“It works]{.quote}”]{.attribution}.", ("Q12", "error")),
    "J2 no content": ("[[She]{.source} [spoke]{.cue}]{.attribution}.", ("T01", "error")),
    "J2 cue alone": ("She [said]{.cue} nothing.", ("S08", "error")),
    "J5 two cues": ("[[She]{.source} [said]{.cue} and [swore]{.cue} [so]{.claim}]{.attribution}.", ("T03", "error")),
    "J6 auxiliary": ("[[She]{.source} [had said]{.cue} [it works]{.claim}]{.attribution}.", ("T22", "warning")),
    "J7 outermost": ("[“He told me [‘no’]{.quote}”]{.quote}.", ("Q21", "warning")),
}


@pytest.mark.parametrize("clause", JOURNALISMAI)
def test_each_clause_of_journalismai_is_held_and_nothing_else_is_found(clause: str) -> None:
    body, expected = JOURNALISMAI[clause]
    assert [(code, severity) for code, severity, _ in found("journalismai", body)] == [expected]


def test_two_guidelines_contradict_each_other_on_one_text() -> None:
    had_said = "[[She]{.source} [had said]{.cue} [it works]{.claim}]{.attribution}."
    assert (found("polnear", had_said), found("journalismai", had_said)) == ([], [("T22", "warning", "had said")])


def test_a_content_may_stand_alone_where_a_guideline_allows_it() -> None:
    alone = "[“It works.”]{.quote}"
    assert found("journalismai", alone) == []
    assert found("default", alone) == [("T04", "warning", "“It works.”")]
    assert found("newsroom", alone) == [("T04", "error", "“It works.”")]


def test_a_newsroom_wants_to_know_why_a_source_is_not_named() -> None:
    front = (
        "---\nnewsfacts: 1\nentities: {d: {kind: person, named: false, description: a doctor at the hospital}}\n---\n"
    )
    body = "[[A doctor at the hospital]{.source ref=d} [claimed]{.cue} [it works]{.claim}]{.attribution}."
    assert found("default", front + body) == []
    assert [(code, severity) for code, severity, _ in found("newsroom", front + body)] == [
        ("T12", "error"),
        ("T17", "info"),
    ]


def test_a_verdict_without_evidence_is_an_error_where_it_is_to_be_published() -> None:
    body = "[Crime doubled]{.claim #k}. [False]{.verdict of=k}."
    severities = {
        profile: [severity for code, severity, _ in found(profile, body) if code == "C03"]
        for profile in ("default", "claimreview", "strict")
    }
    assert severities == {"default": ["warning"], "claimreview": ["error"], "strict": ["error"]}


@pytest.mark.parametrize(
    ("heading", "profile", "clauses"),
    [("PolNeAR, clause", "polnear", 20), ("JournalismAI, clause", "journalismai", 7), ("Newsrooms", "newsroom", 11)],
)
def test_the_page_names_rules_that_run_in_the_profile(heading: str, profile: str, clauses: int) -> None:
    section = PAGE.read_text(encoding="utf-8").split(f"## {heading}")[1].split("\n## ")[0]
    rows = [row.split("|") for row in section.splitlines() if row.startswith("| ")][1:]
    assert len(rows) == clauses
    running, severities = codes(profile), PROFILES[profile].severity
    for row in rows:
        words = row[-2]
        if " off" in words:
            assert not running & set(re.findall(r"[A-Z]\d\d", words))
            continue
        assert set(re.findall(r"[A-Z]\d\d", words)) <= running, row
        for listed in re.findall(r"((?:[A-Z]\d\d, )*[A-Z]\d\d) \(errors?\)", words):
            for code in listed.split(", ")[-2 if "errors" in words else -1 :]:
                assert severities.get(code, all_rules()[code].severity) is Severity.ERROR, row
