"""Checks that schema files declare: what each lets through, what it finds, and what it cannot compare."""

from __future__ import annotations

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Result, check
from newsfacts.documents import parse
from newsfacts.findings import Severity
from newsfacts.schema.file import read_schema
from newsfacts.schema.kinds import Schema

KINDS = """\
newsfacts-schema: 1
kinds:
  toll:
    parent: count
    fields:
      women: {type: integer}
      men: {type: integer}
      share: {type: decimal}
      margin: {type: quantity}
      began: {type: date}
      ended: {type: date}
      period: {type: time}
      base: {type: time}
      sure: {type: yes-no}
      sort: {choices: [killed, injured]}
      who: {type: entity}
      part: {type: toll-part}
  toll-part:
    parent: count
    fields:
      group: {type: text}
  poll: {}
checks:
- """


def schema(declared: str) -> Schema:
    loaded = read_schema(f"{KINDS}{declared}\n")
    assert loaded.findings == ()
    return loaded.schema


def result(declared: str, text: str) -> Result:
    document = parse(
        f"---\nnewsfacts: 1\nentities: {{xi: {{name: Xi}}, wu: {{name: Wu}}}}\n---\n{text}", schema=schema(declared)
    ).document
    assert document.problems == ()
    return check(document, Configuration(select=("AB1",)))


def messages(declared: str, text: str) -> list[str]:
    found = result(declared, text)
    assert found.skipped == ()
    return [finding.message for finding in found.findings]


@pytest.mark.parametrize(
    ("declared", "valid", "invalid", "message"),
    [
        ("at-most: {field: women, of: value}", "[12 people]{.toll women=12}", "[12 people]{.toll women=13}", "women is 13, which is more than 12 people"),
        ("at-most: {field: women, of: 10}", "[12 people]{.toll women=10}", "[12 people]{.toll women=11}", "women is 11, which is more than 10"),
        ("at-most: {field: share, of: 0.5}", "[12 people]{.toll share=0.5}", "[12 people]{.toll share=0.51}", "share is 0.51, which is more than 0.5"),
        ("at-most: {field: began, of: ended}", "[12]{.toll began=2024-07-04 ended=2024-07-04}", "[12]{.toll began=2024-07-05 ended=2024-07-04}", "began is 2024-07-05, which is more than 2024-07-04"),
        ("at-most: {field: base, of: period}", "[12]{.toll base=2024-06 period=2024}", "[12]{.toll base=2025-01 period=2024}", "base is 2025-01, which is more than 2024"),
        ("at-least: {field: women, of: 0}", "[12 people]{.toll women=0}", "[12 people]{.toll women=-1}", "women is -1, which is less than 0"),
        ("at-least: {field: value, of: margin}", "[12]{.toll margin=12}", "[12]{.toll margin=13}", "value is 12, which is less than 13"),
        ("at-least: {field: value, of: part}", "[12]{.toll part=p} [11]{.toll-part #p}", "[12]{.toll part=p} [13]{.toll-part #p}", "value is 12, which is less than 13"),
        ("one-of: [began, period]", "[12]{.toll period=2024}", "[12]{.toll}", "exactly one of began, period is needed; this has none"),
        ("one-of: [began, period]", "[12]{.toll began=2024-07-04}", "[12]{.toll began=2024-07-04 period=2024}", "exactly one of began, period is needed; this has began and period"),
        ("requires: {field: women, needs: [men, who]}", "[12]{.toll women=1 men=2 who=xi} [1]{.toll}", "[12]{.toll women=1 men=2}", "this lacks who"),
        ("requires: {needs: [men, who]}", "[12]{.toll men=2 who=xi}", "[12]{.toll}", "this lacks men, who"),
        ("forbids: {field: sure, with: [margin]}", "[12]{.toll sure=no margin=1} [1]{.toll sure=yes}", "[12]{.toll sure=yes margin=1}", "margin cannot be written here"),
        ("forbids: {with: [who]}", "[12]{.toll}", "[12]{.toll who=xi}", "who cannot be written here"),
        ("follows-from: {field: value, sum: [women, men]}", "[12]{.toll women=5 men=7} [1]{.toll women=5}", "[12]{.toll women=5 men=8}", "value is 12, but what it follows from gives exactly 13"),
        ("follows-from: {field: value, difference: [women, men]}", "[2]{.toll women=7 men=5}", "[2]{.toll women=5 men=7}", "value is 2, but what it follows from gives exactly -2"),
        ("follows-from: {field: share, sum: [women, men], slack: 0.5}", "[2]{.toll share=11.5 women=7 men=5}", "[2]{.toll share=11.4 women=7 men=5}", "share is 11.4, but what it follows from gives exactly 12"),
        ("unique: [sort, who]", "[1]{.toll sort=killed who=xi} [2]{.toll sort=killed who=wu}", "[1]{.toll sort=killed who=xi} [2]{.toll sort=killed who=xi}", "killed and Xi is here a second time"),
        ("inside: [poll, quote]", "[[1]{.toll}]{.poll} [“[1]{.toll}”]{.quote}", "[[1]{.toll}]{.claim}", "this is not inside a poll or quote"),
        ("outside: [quote, aside]", "[[1]{.toll}]{.claim}", "[“[1]{.toll}”]{.quote}", "this is inside a quote"),
    ],
)  # fmt: skip
def test_what_a_check_lets_through_and_what_it_finds(declared: str, valid: str, invalid: str, message: str) -> None:
    line = f"{{code: AB1, on: toll, {declared}}}"
    assert messages(line, valid) == []
    assert messages(line, invalid) == [message]


SUM = "{code: AB1, on: toll-part, sum: {field: value, within: group, %s}}"


@pytest.mark.parametrize(
    ("argument", "text", "expected"),
    [
        ("at-most: 100", "[60%]{.toll-part group=a} [40%]{.toll-part group=a} [90%]{.toll-part group=b}", []),
        ("at-most: 100", "[60%]{.toll-part group=a} [41%]{.toll-part group=a}", ["together they are exactly 101, where 100 is right"]),
        ("at-most: 100, slack: 0.5", "[60%]{.toll-part group=a} [41%]{.toll-part group=a}", []),
        ("at-most: 100, slack: 0.4", "[60%]{.toll-part group=a} [41%]{.toll-part group=a}", ["together they are exactly 101, where 100 is right"]),
        ("to: 100", "[60%]{.toll-part group=a} [40%]{.toll-part group=a}", []),
        ("to: 100", "[60%]{.toll-part group=a} [39%]{.toll-part group=a}", ["together they are exactly 99, where 100 is right"]),
        ("at-most: 100", "[60%]{.toll-part} [41%]{.toll-part}", ["together they are exactly 101, where 100 is right"]),
    ],
)  # fmt: skip
def test_sums(argument: str, text: str, expected: list[str]) -> None:
    assert messages(SUM % argument, text) == expected


def test_a_sum_points_at_the_last_part_and_shows_the_others() -> None:
    [found] = result(SUM % "at-most: 100", "[60%]{.toll-part} [41%]{.toll-part}").findings
    assert found.words == "41%"
    assert [(label.message, label.place.words) for label in found.labels] == [("the other toll-part", "60%")]


def test_groups_are_told_apart_by_what_is_referred_to_and_not_by_its_words() -> None:
    declared = "{code: AB1, on: toll, unique: [part]}"
    assert messages(declared, "[1]{.toll part=a} [1]{.toll part=b} [five]{.toll-part #a} [five]{.toll-part #b}") == []


def test_approximate_values_are_taken_as_the_policy_says() -> None:
    """“about 40” is taken to be 36 to 44 at its core, so that only what is beyond that is above it."""
    declared = "{code: AB1, on: toll, at-most: {field: women, of: value}}"
    assert messages(declared, "[about 40 people]{.toll women=44}") == []
    assert messages(declared, "[about 40 people]{.toll women=45}") == ["women is 45, which is more than ~40 people"]


def test_what_cannot_be_read_is_said_to_be_unchecked() -> None:
    compared = result("{code: AB1, on: toll, at-most: {field: women, of: value}}", "[some]{.toll women=1}")
    assert (compared.findings, [s.reason for s in compared.skipped]) == ((), ["women and value cannot be compared"])
    summed = result(SUM % "to: 100", "[60%]{.toll-part} [the rest]{.toll-part}")
    assert (summed.findings, [s.reason for s in summed.skipped]) == ((), ["its value cannot be read as a number"])
    followed = result(
        "{code: AB1, on: toll, follows-from: {field: value, sum: [women, men]}}", "[some]{.toll women=1 men=1}"
    )
    assert (followed.findings, [s.reason for s in followed.skipped]) == (
        (),
        ["value or women, men cannot be read as numbers"],
    )


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("{sort: killed}", ["[1]"]),
        ("{sure: yes}", ["[2]"]),
        ("{sure: true}", ["[2]"]),
        ("{sure: no}", ["[1]", "[3]", "[4]"]),
        ("{women: 3}", ["[3]"]),
        ("{who: Xi}", ["[4]"]),
    ],
)
def test_when_limits_a_check_to_some_annotations(condition: str, expected: list[str]) -> None:
    text = "[1]{.toll sort=killed} [2]{.toll sort=injured sure=yes} [3]{.toll women=3} [4]{.toll who=xi}"
    declared = f'{{code: AB1, on: toll, when: {condition}, requires: {{needs: [margin]}}, message: "[{{words}}]"}}'
    assert messages(declared, text) == expected


def test_what_is_declared_is_what_is_said() -> None:
    declared = (
        "{code: AB1, name: few-women, on: toll, at-least: {field: women, of: men}, severity: info, help: look again,"
        ' message: "{women} of {words}: {found} < {limit} in {field}, {sort}, {who}"}'
    )
    [found] = result(declared, "[12 people]{.toll women=5 men=7 who=xi}").findings
    assert (found.code, found.rule, found.severity, found.help) == ("AB1", "few-women", Severity.INFO, "look again")
    assert found.message == "5 of 12 people: 5 < 7 in women, nothing, Xi"
    assert found.words == "women=5"
    assert [span.slice("12 people") for span in found.spans] == ["12 people"]


def test_a_check_can_be_suppressed_ignored_and_counted_like_a_rule() -> None:
    declared = "{code: AB1, on: toll, requires: {needs: [who]}}"
    text = "[1]{.toll}{% ignore AB1: it is a sample %} [2]{.toll} [3]{.toll who=xi}"
    found = result(declared, text)
    assert [finding.words for finding in found.findings] == ["2"]
    assert [finding.words for finding in found.suppressed] == ["1"]
    document = parse("[1]{.toll}", schema=schema(declared)).document
    assert [f.code for f in check(document, Configuration(ignore=("AB1",))).findings if f.code == "AB1"] == []
    assert [
        str(f.severity)
        for f in check(document, Configuration(select=("AB",), severity={"AB1": Severity.INFO})).findings
    ] == ["info"]
