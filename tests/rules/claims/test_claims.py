"""What the rules of claims and verdicts say together: one defect is one finding, and honest reviews have none."""

from __future__ import annotations

import pytest
from tests.counting import is_linear

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.documents import parse
from newsfacts.model import Document

HEAD = """---
newsfacts: 1
url: https://desk.example.org/1
entities: {desk: {name: The Desk}, ann: {name: Ann Bell, kind: person}}
---

[[Ann Bell]{.source ref=ann} [said]{.cue} [crime had doubled]{.claim #k}]{.attribution said=2025-05-02}. """


def said(body: str, *, profile: str = "default") -> list[tuple[str, str]]:
    text = HEAD + body
    found = check(parse(text, path="a.facts").document, Configuration(profile=profile)).findings
    return [(finding.code, finding.words) for finding in found if finding.code[0] == "C"]


@pytest.mark.parametrize("profile", ["default", "claimreview", "newsroom"])
def test_an_honest_review_has_no_finding(profile: str) -> None:
    verdict = (
        "[False]{.verdict of=k by=desk rating=1 best=5 worst=1 date=2025-05-03 "
        'evidence="https://stat.example.org/a,b https://stat.example.org/2" url="https://desk.example.org/1"}.'
    )
    assert said(verdict, profile=profile) == []


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("rating=9 best=1 worst=5", [("C06", "False")]),
        ("rating=9 best=5 worst=1", [("C05", "False")]),
        ("rating=5 best=5 worst=1", [("C07", "False")]),
        ("rating=1 best=1 worst=1", [("C06", "False")]),
        ('url="https://bit.ly/1,https://b.example/2"', [("C11", 'url="https://bit.ly/1,https://b.example/2"')]),
        ('url="https://bit.ly/1"', [("C12", 'url="https://bit.ly/1"')]),
        ("date=2025-05-01", [("C13", "False")]),
        ("by=ann", [("C10", "False")]),
    ],
)
def test_one_defect_is_one_finding(attributes: str, expected: list[tuple[str, str]]) -> None:
    assert said(f'[False]{{.verdict of=k evidence="https://stat.example.org/1" {attributes}}}.') == expected


def test_a_chain_of_verdicts_holds_together() -> None:
    chain = "[True]{.verdict #v1 of=k evidence=e}, [Mixed]{.verdict #v2 of=k evidence=e supersedes=v1}, [False]{.verdict of=k evidence=e supersedes=v2}."
    assert said(chain) == []


def test_two_circles_are_two_findings_and_shared_parts_are_one() -> None:
    body = (
        "[A]{.claim #a supports=b} [B]{.claim #b supports=a} [C]{.claim #c supports=d} [D]{.claim #d supports=e} "
        "[E]{.claim #e supports=c}"
    )
    assert said(body) == [("C20", "A"), ("C20", "C")]
    assert said('[A]{.claim #a supports="b c"} [B]{.claim #b supports=c} [C]{.claim #c}') == []


def test_a_long_circle_is_found_in_linear_time() -> None:
    def circle(size: int) -> Document:
        body = " ".join(f"[x{i}]{{.claim #n{i} supports=n{(i + 1) % size}}}" for i in range(size))
        return parse(HEAD + body).document

    def find(document: Document) -> None:
        found = check(document, Configuration(select=("C20",))).findings
        assert [finding.words for finding in found] == ["x0"]

    assert is_linear(find, circle, 100)


def test_an_unnamed_reviewer_is_the_outlet_and_not_the_claimant() -> None:
    assert said("[Nobody was hurt]{.claim #l}. [False]{.verdict of=l evidence=e}.") == []


def test_what_the_reader_has_complained_of_is_not_said_twice() -> None:
    text = "---\nnewsfacts: 1\nannotations: [{kind: claim, quote: crime has fallen}]\n---\n\nCrime doubled."
    found = check(parse(text).document).findings
    assert [finding.code for finding in found] == ["A10"]
