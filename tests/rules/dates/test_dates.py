"""What the rules of dates say together: one defect is one finding, and honest texts have none."""

from __future__ import annotations

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Result, check
from newsfacts.checking.fixes import apply_edits
from newsfacts.documents import parse
from newsfacts.findings import Applicability, Severity

PUBLISHED = "published: 2024-07-04\n"
EVENTS = "events: {vote: {label: the vote, time: 2024-07-11, source: the gazette}}\n"


def checked(body: str, front: str = PUBLISHED) -> Result:
    return check(parse(f"---\nnewsfacts: 1\n{front}---\n{body}", path="a.facts").document, Configuration(select=("D",)))


def said(body: str, front: str = PUBLISHED) -> list[tuple[str, str]]:
    return [(finding.code, finding.words) for finding in checked(body, front).findings]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("31 November 2024", "D01"),
        ("29 February 2023", "D01"),
        ("Tuesday, Nov. 9, 2016", "D02"),
        ("from 2019 to 2017", "D07"),
        ("04/05/2026", "D14"),
        ("after the vote", "D15"),
    ],
)
def test_words_that_are_wrong_are_one_finding(words: str, code: str) -> None:
    assert said(f"It was [{words}]{{.time}}.") == [(code, words)]


@pytest.mark.parametrize(
    ("words", "value", "code"),
    [
        ("Thursday", "2024-07-05", "D02"),
        ("yesterday", "2024-07-02", "D04"),
        ("March 2021", "2021-03-25", "D05"),
        ("5 May 2024", "2024-05", "D06"),
        ("1985", "P1Y", "D08"),
        ("twice a week", "R/P1W", "D09"),
    ],
)
def test_a_value_that_departs_from_its_words_is_one_finding(words: str, value: str, code: str) -> None:
    assert [finding.code for finding in checked(f"It was [{words}]{{.time value={value}}}.").findings] == [code]


@pytest.mark.parametrize(
    "body",
    [
        "They will meet on [Thursday]{.time value=2024-07-11}.",
        "It ended on [8 May]{.time value=1945-05-08}.",
        "They met [last Thursday]{.time value=2024-06-20}.",
        "It opens on [04/05/2026]{.time value=2026-05-04}.",
        "She led it for [three years]{.time value=2019-06/2022-06}.",
        "[“We met [yesterday]{.time value=2020-01-01},”]{.quote} he recalled.",
        "It was built in [the 1990s]{.time}, in [early 2021]{.time} and [two years ago]{.time value=2022}.",
        "They were expected to have met by [9 August 2024]{.time}.",
        "It was held in [May 2024]{.time} and will be held in [May 2025]{.time}.",
    ],
)
def test_honest_texts_are_left_alone(body: str) -> None:
    assert said(body) == []


def test_a_weekday_looks_both_ways_beside_a_known_date() -> None:
    [finding] = checked("The vote is on [Thursday]{.time of=vote}.", PUBLISHED + EVENTS).findings
    assert (finding.code, finding.severity, finding.help) == ("D16", Severity.WARNING, "write value=2024-07-11")
    assert said("The vote is on [Thursday]{.time of=vote value=2024-07-11}.", PUBLISHED + EVENTS) == []
    assert said("The vote is on [Friday]{.time of=vote}.", PUBLISHED + EVENTS) == [("D16", "Friday")]


def test_an_unresolved_date_is_not_compared_with_what_is_known() -> None:
    assert said("The vote is on [Friday]{.time of=vote}.", EVENTS) == [("D03", "Friday")]


def test_a_date_that_someone_else_gives_is_a_warning_and_one_that_is_denied_is_nothing() -> None:
    body = "[[Roe]{.source} [said]{.cue} [the vote was in [2023]{.time of=vote}]{.claim%s}]{.attribution}."
    [finding] = checked(body % "", PUBLISHED + EVENTS).findings
    assert (finding.code, finding.severity) == ("D16", Severity.WARNING)
    assert finding.message == "“2023” dates “the vote” to 2023, but the factbook has 11 July 2024 (from the gazette)"
    assert said(body % " polarity=negative", PUBLISHED + EVENTS) == []


def test_known_values_of_an_event_count_as_its_dates() -> None:
    front = (
        PUBLISHED + "events: {vote: {label: the vote}}\nknown: [{of: vote, value: 2024-07-11, source: the gazette}]\n"
    )
    assert said("The vote was in [2023]{.time of=vote}.", front) == [("D16", "2023")]


def test_an_attribution_and_its_quote_with_one_wrong_date_are_one_finding() -> None:
    body = "[[“No,”]{.quote said=2024-07-06} [she]{.source} [said]{.cue}]{.attribution said=2024-07-06}."
    assert said(body) == [("D10", "“No,”")]


def test_an_order_that_does_not_hold_is_one_finding_at_a_date_of_the_text() -> None:
    front = (
        PUBLISHED + "events:\n  a: {label: the pact, before: [b]}\n  b: {label: the war, during: [c]}\n"
        "  c: {label: the crisis, time: 2020}\n"
    )
    assert said("The pact was signed in [2019]{.time of=a}.", front) == []
    [finding] = checked("The pact was signed in [2022]{.time of=a}.", front).findings
    assert (finding.code, finding.words) == ("D17", "2022")
    for part in ("the pact (2022) is said to be before the war", "the war is said to be during the crisis (2020)"):
        assert part in finding.message


def test_no_fix_of_a_date_is_safe_and_none_changes_the_text() -> None:
    text = "It was [March 2021]{.time value=2021-03-25}, then [5 May 2024]{.time value=2024}."
    document = parse(text, path="a.facts").document
    found = check(document, Configuration(select=("D",))).findings
    assert {finding.fix.applicability for finding in found if finding.fix} == {Applicability.UNSAFE}
    mended = apply_edits(text, [edit for finding in found if finding.fix for edit in finding.fix.edits])
    assert mended == 'It was [March 2021]{.time value="2021-03"}, then [5 May 2024]{.time value="2024-05-05"}.'
    assert parse(mended, path="a.facts").document.text == document.text
