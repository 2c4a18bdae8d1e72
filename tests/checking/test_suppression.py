"""What a document leaves out, with a reason: which findings a suppression reaches, which it does not, and at what cost."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear

import newsfacts
from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Result
from newsfacts.checking.ranges import Ranges
from newsfacts.checking.suppression import Suppressions
from newsfacts.findings import Finding
from newsfacts.schema.file import read_schema
from newsfacts.text.spans import Span

WRONG = "[At least 12]{.count value=12}"


def checked(text: str, *codes: str) -> Result:
    return newsfacts.check(newsfacts.parse(text).document, Configuration(select=codes or ("N02", "S21", "S22")))


def said(result: Result) -> list[str]:
    return [f"{finding.code} {finding.message}" for finding in result.findings]


@pytest.mark.parametrize("word", ["N02", "n02", "lost-hedge", "N", "ALL"])
@pytest.mark.parametrize("where", ["span", "file"])
def test_a_rule_is_suppressed_by_code_name_family_and_all(word: str, where: str) -> None:
    comment = f"{WRONG}{{% ignore {word}: the agency's tally %}} came."
    head = f"---\nnewsfacts: 1\nignore: [{{rule: {word}, reason: the agency's tally}}]\n---\n\n{WRONG} came."
    result = checked(comment if where == "span" else head)
    assert said(result) == []
    assert [finding.code for finding in result.suppressed] == ["N02"]


def test_a_suppression_reaches_its_own_span_only() -> None:
    result = checked(f"{WRONG}{{% ignore N02: counted twice %}} came, {WRONG} went.")
    assert [(finding.code, finding.span) for finding in result.findings] == [("N02", Span(18, 29))]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("N2", "S21 no rule or family has the code 'N2' (did you mean 'N02'?)"),
        ("NN", "S21 no rule or family has the code 'NN' (did you mean 'N'?)"),
        ("lost-hegde", "S21 no rule is named 'lost-hegde' (did you mean 'lost-hedge'?)"),
        ("N03", "S22 N03 finds nothing here, so nothing is suppressed"),
        ("vague-tally", None),
    ],
)
def test_a_suppression_of_nothing_is_a_finding(word: str, message: str | None) -> None:
    found = said(checked(f"[At least 12]{{.count}}{{% ignore {word}: why %}} came.", "N02", "N03", "S21", "S22"))
    assert found[:1] == ([message] if message else found[:1])
    assert len(found) == 1


def test_markup_that_is_wrong_inside_a_span_is_suppressed_there() -> None:
    text = "[Twelve]{.count vlaue=12}{% ignore S03: the old key %} came. [Six]{.count vlaue=6} went."
    result = checked(text, "S03", "S22")
    assert [(finding.code, finding.position and finding.position.column) for finding in result.suppressed] == [
        ("S03", 17)
    ]
    assert [finding.code for finding in result.findings] == ["S03"]


@attrs.frozen
class Case:
    suppressions: Suppressions
    findings: tuple[Finding, ...]


def case_with(count: int) -> Case:
    """Findings in the text and in the markup of as many spans, each with two suppressions; nested spans, too."""
    spread = newsfacts.parse(f"{WRONG[:-1]} vlaue=1}}{{% ignore N02: why %}}{{% ignore S: why %}}\n" * count).document
    found = newsfacts.check(attrs.evolve(spread, comments=()), Configuration(select=("N02", "S03"))).findings
    assert len(found) == 2 * count
    return Case(Suppressions.of(spread), found)


def test_suppressing_takes_linear_time() -> None:
    assert is_linear(lambda case: case.suppressions.apply(case.findings), case_with, 40)
    case = case_with(5)
    assert case.suppressions.apply(case.findings).kept == []
    assert case.suppressions.used == set(range(10))


SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 12), st.integers(0, 5))


@given(st.lists(SPANS), SPANS)
def test_ranges_say_what_a_loop_over_all_of_them_says(spans: list[Span], asked: Span) -> None:
    ranges = Ranges(spans)
    assert ranges.overlap(asked) == any(one.start < asked.end and asked.start < one.end for one in spans)
    assert ranges.contain(asked) == any(one.start <= asked.start and asked.end <= one.end for one in spans)
    assert ranges.lie_within(asked) == any(asked.start <= one.start and one.end <= asked.end for one in spans)


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        (
            "[Six]{.count}{% ignore N02 %} came.",
            "this suppression does not say which rule it ignores, or why",
            "write {% ignore N21: why it does not matter here %}",
        ),
        (
            "[Six]{.count}{% ignore : counted twice %} came.",
            "this suppression does not say which rule it ignores, or why",
            "write {% ignore N21: why it does not matter here %}",
        ),
        (
            "[Six]{.count} came.{% ignore N02: counted twice %}",
            "this suppression is not right after a span",
            "put it right after the closing brace of the span, without a space",
        ),
    ],
)
def test_a_suppression_that_says_nothing_usable_is_a_finding_at_its_place(text: str, message: str, help: str) -> None:
    (found,) = checked(text, "S21").findings
    assert (found.message, found.help) == (message, help)
    assert found.words == text[text.index("{%") : text.index("%}") + 2]


def test_a_suppression_that_was_not_needed_says_how_to_fix_it() -> None:
    (found,) = checked("[Six]{.count}{% ignore N02: why %} came.", "N02", "S22").findings
    assert (found.code, found.help) == ("S22", "delete the suppression")


@pytest.mark.parametrize("codes", ["N02, S03", "N02 S03", "N02,S03"])
def test_one_suppression_may_name_several_rules(codes: str) -> None:
    text = f"[At least 12]{{.count value=12 vlaue=1}}{{% ignore {codes}: the old key %}} came."
    result = checked(text, "N02", "S03", "S21", "S22")
    assert said(result) == []
    assert sorted(finding.code for finding in result.suppressed) == ["N02", "S03"]


@pytest.mark.parametrize("word", ["N", "ALL"])
def test_a_family_that_was_not_needed_is_a_finding_only_where_one_of_its_rules_ran(word: str) -> None:
    text = f"[Six]{{.count}}{{% ignore {word}: why %}} came."
    assert said(checked(text, "N02", "S22")) == [f"S22 {word} finds nothing here, so nothing is suppressed"]
    ran = checked(text, "S22")
    assert said(ran) == ([] if word == "N" else [f"S22 {word} finds nothing here, so nothing is suppressed"])


def test_a_suppression_reaches_the_markup_of_its_own_span_only() -> None:
    text = "[Six]{.count}{% ignore S03: the old key %} came. [Twelve]{.count vlaue=12} went."
    result = checked(text, "S03", "S22")
    assert [finding.code for finding in result.suppressed] == []
    assert [finding.code for finding in result.findings] == ["S22", "S03"]


CHECK = "newsfacts-schema: 1\nkinds:\n  toll: {parent: count, fields: {who: {type: text}}}\nchecks:\n- {code: AB1, on: toll, requires: {needs: [who]}}\n"


def test_a_check_of_a_schema_is_suppressed_like_a_rule() -> None:
    schema = read_schema(CHECK).schema
    document = newsfacts.parse("[Six]{.toll}{% ignore AB1: not known yet %} came.", schema=schema).document
    result = newsfacts.check(document, Configuration(select=("AB1", "S21", "S22")))
    assert said(result) == []
    assert [finding.code for finding in result.suppressed] == ["AB1"]


def test_a_code_that_may_be_in_a_schema_that_cannot_be_used_is_not_unknown() -> None:
    text = "---\nnewsfacts: 1\nschema: missing.yaml\n---\n[Six]{.count}{% ignore AB1: not known yet %} came."
    assert [finding.code for finding in checked(text, "S21", "S22", "S24").findings] == ["S24"]
    assert said(checked("[Six]{.count}{% ignore AB1: why %} came.", "S21")) == [
        "S21 no rule or family has the code 'AB1' (did you mean 'A13'?)"
    ]


def test_without_suppressions_every_finding_is_kept() -> None:
    found = checked(f"{WRONG} came.").findings
    split = Suppressions().apply(found)
    assert (split.kept, split.suppressed) == (list(found), [])


def test_ranges_that_only_touch_do_not_overlap_and_a_gap_is_a_gap() -> None:
    ranges = Ranges([Span(5, 7), Span(0, 2)])
    assert [ranges.overlap(Span(at, at + 1)) for at in range(9)] == [True, True, *[False] * 3, True, True, False, False]
    assert [ranges.contain(span) for span in (Span(0, 2), Span(1, 3), Span(6, 7), Span(2, 5), Span(0, 7))] == [
        *(True, False, True, False, False)
    ]
    assert [ranges.lie_within(span) for span in (Span(0, 2), Span(1, 6), Span(4, 9), Span(0, 9), Span(8, 9))] == [
        *(True, False, True, True, False)
    ]
