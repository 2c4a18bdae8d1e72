"""What the rules of counts say together: one defect is one finding, and honest texts have none."""

from __future__ import annotations

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Result, check
from newsfacts.checking.fixes import apply_edits
from newsfacts.documents import parse
from newsfacts.findings import Applicability, Severity

MEETINGS = "measures: {met: {label: meetings, unit: meeting, kind: tally}}\n"


def checked(body: str, front: str = "", *, profile: str = "default") -> Result:
    text = f"---\nnewsfacts: 1\n{front}---\n{body}" if front else body
    return check(parse(text, path="a.facts").document, Configuration(profile=profile, select=("N",)))


def said(body: str, front: str = "") -> list[tuple[str, str]]:
    return [(finding.code, finding.words) for finding in checked(body, front).findings]


@pytest.mark.parametrize(
    ("words", "value", "code"),
    [
        ("about 40", "45", "N01"),
        ("over 40", ">=40", "N01"),
        ("about 40", "40", "N02"),
        ("40", "~40", "N03"),
        ("40 to 50", "45", "N05"),
        ("40 thousand", "40", "N06"),
        ("40 times", "40 people", "N07"),
        ("dozens", "24", "N09"),
        ("4 percentage points", "4%", "N16"),
        ("up to 40", ">40", "N20"),
        ("several people", "5 people", "N09"),
        ("12 people", "several people", "N01"),
        ("up 12 percent", "fell 12%", "N01"),
        ("twice in three months", "2 times in P6M", "N01"),
        ("about 40", ">=40", "N01"),
        ("40", "36..44", "N03"),
        ("40", "50..60", "N01"),
        ("40 to 50", "30..50", "N01"),
        ("40 to 50", "45000", "N01"),
        ("40 to 50", "50000", "N06"),
        ("40 to 50", "40..50000", "N06"),
        ("40 to 50", "40000..50000", "N06"),
        ("$3 million", "EUR 3e6", "N07"),
        ("12 people per square mile", "12 people per km", "N07"),
        ("50 basis points", "50%", "N16"),
    ],
)
def test_a_value_that_departs_from_its_words_is_one_finding(words: str, value: str, code: str) -> None:
    result = checked(f'[{words}]{{.count value="{value}"}}')
    assert [finding.code for finding in result.findings] == [code]


@pytest.mark.parametrize(
    ("words", "code"),
    [("between 50 and 40", "N04"), ("eleven three", "N08"), ("the toll", "N23"), ("5-4", "N23")],
)
def test_words_that_cannot_be_read_are_one_finding(words: str, code: str) -> None:
    assert said(f"[{words}]{{.count}}") == [(code, words)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("half", "50%"),
        ("half a percentage point", "50bp"),
        ("1.5 points", "1.5pp"),
        ("about 40", "36..44"),
        ("40 to 50", "40..50"),
        ("several people", "several people"),
        ("12 police officers", "12 officers"),
        ("11 men", "11 people"),
        ("twice", "2x"),
        ("second in two months", "2nd in P2M"),
        ("$3.5bn", "USD 3.5e9"),
        ("at least 12", ">=12"),
        ("18 to 25 percent", "18..25%"),
        ("50 basis points", "0.5pp"),
    ],
)
def test_a_value_may_be_written_in_another_way(words: str, value: str) -> None:
    assert said(f'[{words}]{{.count value="{value}"}}') == []


def test_no_fix_of_a_count_is_safe_and_none_changes_the_text() -> None:
    text = '[About 40]{.count value=40} and [40 to 50]{.count value=45} and [40]{.count value="~40"}.'
    document = parse(text, path="a.facts").document
    found = check(document, Configuration(select=("N",))).findings
    assert {finding.fix.applicability for finding in found if finding.fix} == {Applicability.UNSAFE}
    mended = apply_edits(text, [edit for finding in found if finding.fix for edit in finding.fix.edits])
    assert mended == '[About 40]{.count value="~40"} and [40 to 50]{.count value="40..50"} and [40]{.count value="40"}.'
    again = parse(mended, path="a.facts").document
    assert again.text == document.text
    assert check(again, Configuration(select=("N",))).findings == ()


def test_different_voices_may_give_different_numbers() -> None:
    front = MEETINGS + "entities: {roe: {name: Roe, kind: person}, doe: {name: Doe, kind: person}}\n"
    body = (
        "[[Roe]{.source ref=roe} [said]{.cue} [they met [40 times]{.count of=met}]{.claim}]{.attribution}, "
        "[[Doe]{.source ref=doe} [said]{.cue} [they met [60 times]{.count of=met}]{.claim}]{.attribution}."
    )
    assert said(body, front) == []
    assert said(body.replace("ref=doe", "ref=roe"), front) == [("N22", "60 times")]


def test_a_count_of_another_date_is_not_compared_and_one_without_a_date_could_not_be() -> None:
    body = "They met [40 times]{.count of=met as_of=2020}. They met [60 times]{.count of=met%s}."
    assert said(body % " as_of=2024", MEETINGS) == []
    result = checked(body % "", MEETINGS)
    assert result.findings == ()
    assert [(skip.code, skip.reason) for skip in result.skipped] == [
        ("N22", "it does not say whether it holds when “40 times” does")
    ]


def test_a_growing_tally_may_be_above_an_earlier_known_value_but_not_below_it() -> None:
    front = f'published: 2024-07-04\n{MEETINGS}known: [{{of: met, value: "40", as_of: 2023}}]\n'
    assert said("They met [52 times]{.count of=met}.", front) == []
    assert said("They met [30 times]{.count of=met}.", front) == [("N25", "30 times")]
    assert said("They met [30 times]{.count of=met as_of=2019}.", front) == []
    assert said("They met [52 times]{.count of=met as_of=2019}.", front) == [("N25", "52 times")]


def test_a_state_of_another_time_is_not_compared_with_what_is_known() -> None:
    front = (
        "published: 2024-07-04\nmeasures: {jobless: {label: unemployment, unit: '%', kind: share}}\n"
        "known: [{of: jobless, value: 6.4%, as_of: 2023}]\n"
    )
    assert said("It is [8 percent]{.count of=jobless}.", front) == []
    assert said("It was [8 percent]{.count of=jobless as_of=2023-05}.", front) == [("N25", "8 percent")]


def test_the_widest_reading_of_a_known_value_is_a_warning_and_a_loose_more_than_is_nothing() -> None:
    front = f'published: 2024-07-04\n{MEETINGS}known: [{{of: met, value: "%s"}}]\n'
    [finding] = checked("They met [approximately 40 times]{.count of=met}.", front % ">=50").findings
    assert (finding.code, finding.severity) == ("N25", Severity.WARNING)
    assert said("They met [more than 40 times]{.count of=met}.", front % "40") == []


def test_what_is_known_needs_a_date_to_be_compared_with() -> None:
    front = f'{MEETINGS}known: [{{of: met, value: ">=50", as_of: 2024}}]\n'
    result = checked("They met [30 times]{.count of=met}.", front)
    assert result.findings == ()
    assert [skip.reason for skip in result.skipped] == [
        "nothing says when “30 times” held, and what is known has a date"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "It rose [130 percent]{.count of=share} on the year.",
        "It has [42 percent]{.count of=share}, of which [61 percent]{.count} are new.",
        "Of the [five states]{.count}, [[Iowa]{.item} and [Ohio]{.item}]{.listing} voted.",
        "Three of the [five states]{.count}: [[Iowa]{.item}, [Ohio]{.item} and [Utah]{.item}]{.listing}.",
        "[12 women]{.count total=all} and, among them, [9 boys]{.count total=all} are of the [20 dead]{.count #all}.",
        "[5 percent]{.count} of firms said that prices had risen from [20 percent]{.count} to [25 percent]{.count}.",
        "The tax rose from [20 percent]{.count of=share} to [25 percent]{.count of=share}.",
        "Interest rose to [5 percent]{.count of=share} from [4 percent]{.count of=share} a year earlier.",
    ],
)
def test_honest_texts_are_left_alone(body: str) -> None:
    assert said(body, 'measures: {share: {label: a share, unit: "%", kind: share}}\n') == []


def test_a_part_that_is_larger_than_its_whole_is_told_once() -> None:
    front = (
        "measures:\n  all: {label: all, unit: person}\n  men: {label: men, unit: person, whole: all, complement: yes}\n"
        "  women: {label: women, unit: person, whole: all, complement: yes}\n"
    )
    body = "[Ten people]{.count of=all} came, [11 men]{.count of=men} and [2 women]{.count of=women}."
    assert said(body, front) == [("N14", "11 men")]


def test_a_margin_is_not_a_level_of_its_measure() -> None:
    head = "---\nnewsfacts: 1\nmeasures: {vote: {label: vote for Roe, unit: '%', kind: share}}\n---\n"
    body = "[48 percent]{.count of=vote} back Roe. It is accurate to [plus or minus 3 percent]{.count of=vote}."
    assert [f for f in check(parse(head + body).document).findings if f.code == "N22"] == []


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("27 and 29 years old", Severity.WARNING),
        ("the toll", Severity.WARNING),
        ("3 to 1", Severity.INFO),
        ("19-15", Severity.INFO),
    ],
)
def test_a_number_that_may_be_right_but_is_not_read_is_information(words: str, severity: Severity) -> None:
    found = check(parse(f"It was [{words}]{{.count}}.").document).findings
    assert [(f.code, f.severity) for f in found] == [("N23", severity)]


def test_between_two_margins_a_lead_could_not_be_checked() -> None:
    body = (
        "Roe leads Doe by [45 percent]{.count} to [41 percent]{.count}. The margin of error is plus or minus [3 percentage "
        "points]{.count}; for likely voters the margin of error is plus or minus [5 points]{.count}."
    )
    result = checked(body, profile="newsroom")
    assert [f for f in result.findings if f.code == "N19"] == []
    assert [s.reason for s in result.skipped if s.code == "N19"] == [
        "the text has several margins of error, and it is not known which one holds"
    ]
