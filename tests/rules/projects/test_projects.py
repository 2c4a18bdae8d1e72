"""Annotation projects: what a finished document may hold, twins, and dates."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.documents import parse
from newsfacts.findings import Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.projects.reviewed_before_created import is_before
from newsfacts.text.spans import Span

ERROR = "[[The mayor]{.source} [said]{.cue}]{.attribution} hello."


def said(text: str, **settings: object) -> list[tuple[str, str]]:
    configuration = Configuration(select=("P", "T01"), **settings)  # type: ignore[arg-type]
    return [(f.code, f.message) for f in check(parse(text).document, configuration).findings]


def done(body: str, more: str = "") -> str:
    return f"---\nannotator: A4\nguideline: ours 2\nstatus: done\n{more}---\n\n{body}"


T01 = ("T01", "this attribution says who speaks, but not what is said")
P06 = ("P06", "this document is marked as “done”, but it has 1 error")


def test_an_error_keeps_a_document_from_being_done() -> None:
    assert said(done(ERROR)) == [P06, T01]


def test_what_is_done_is_judged_by_the_severities_of_the_project() -> None:
    assert said(done(ERROR), severity={"T01": Severity.WARNING}) == [T01]
    assert said(done(ERROR), ignore=("T01",)) == []


def test_the_conclusion_can_be_suppressed_itself() -> None:
    assert said(done(ERROR, "ignore: [{rule: P06, reason: the desk knows}]\n")) == [T01]
    assert said(done(ERROR, "ignore: [{rule: T01, reason: it is a greeting}]\n")) == []


def test_three_times_the_same_is_two_too_many() -> None:
    message = "this cue is there twice, over the same words and with the same fields"
    assert said("She [[[said]{.cue}]{.cue}]{.cue} no.") == [("P04", message)] * 2


def test_twins_with_a_contradiction_are_no_duplicates() -> None:
    assert said("[[Taxes will rise]{.claim type=fact}]{.claim type=prediction}") == [
        ("P08", "this claim is there twice: type is “fact” here, but “prediction” in the other")
    ]


def test_twins_of_a_document_made_in_python() -> None:
    quotes = tuple(Quote(spans=(Span(0, 4),), text="“No”", lang=lang) for lang in ("en", "en", "de"))
    document = Document(text="“No”", annotations=quotes)
    found = check(document, Configuration(select=("P",))).findings
    assert sorted((f.code, f.message) for f in found) == [
        ("P04", "this quote is there twice, over the same words and with the same fields"),
        ("P08", "this quote is there twice: lang is “de” here, but “en” in the other"),
    ]


UTC = dt.UTC
NOON = dt.datetime(2024, 5, 1, 12)


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        (dt.date(2024, 5, 1), dt.date(2024, 5, 2), True),
        (NOON, NOON.replace(hour=13), True),
        (NOON.replace(tzinfo=UTC), NOON.replace(hour=13, tzinfo=dt.timezone(dt.timedelta(hours=2))), False),
        (NOON, NOON.replace(hour=13, tzinfo=UTC), False),  # one names its zone: only the days can be compared
        (dt.date(2024, 5, 1), NOON, False),
    ],
)
def test_before(first: dt.date, second: dt.date, before: bool) -> None:
    assert is_before(first, second) is before
