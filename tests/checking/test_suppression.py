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
