"""The report for people, character by character: every expected text was laid out by hand."""

from __future__ import annotations

import attrs
from tests.reports.making import STORY, finding_at, fixable, place_of, run_of, two_files

from newsfacts.findings import Applicability, Finding, Label, Severity
from newsfacts.reports.text_report import render, render_finding
from newsfacts.text.source import Place, SourceText


def rendered(finding: Finding, width: int = 120) -> str:
    """With a line end before the first line, as the expected texts have it."""
    return "\n" + render_finding(finding, width=width)


def test_one_line_the_words_and_how_to_mend_it() -> None:
    finding = finding_at(STORY, "value=12", help="write value=>=12, or leave the value out")
    assert (
        rendered(finding)
        == """
story.facts:4:22: error N02 the words say “At least 12”, but the value is exactly 12
  |
4 | [At least 12]{.count value=12} people died.
  |                      ^^^^^^^^
  = help: write value=>=12, or leave the value out
"""
    )


def test_other_places_of_the_same_file_have_their_words() -> None:
    finding = finding_at(STORY, "At least 12", "the two counts differ", labels=(("35", "this one says 35"),))
    assert (
        rendered(finding)
        == """
story.facts:4:2: error N02 the two counts differ
  |
4 | [At least 12]{.count value=12} people died.
  |  ^^^^^^^^^^^
5 | Officials said 35.
  |                -- this one says 35
"""
    )


def test_another_place_of_the_same_line_does_not_repeat_the_line() -> None:
    finding = finding_at(STORY, "At least 12", "the value differs", labels=(("value=12", "stated here"),))
    assert (
        rendered(finding)
        == """
story.facts:4:2: error N02 the value differs
  |
4 | [At least 12]{.count value=12} people died.
  |  ^^^^^^^^^^^
  |                      -------- stated here
"""
    )


def test_a_place_in_another_file_is_named() -> None:
    factbook = "known:\n  - {of: dead, value: 11}\n"
    finding = attrs.evolve(
        finding_at(STORY, "At least 12", "the factbook knows of 11"),
        labels=(Label("known value", place_of(factbook, "11", "world.factbook.yaml")),),
    )
    assert (
        rendered(finding)
        == """
story.facts:4:2: error N02 the factbook knows of 11
  |
4 | [At least 12]{.count value=12} people died.
  |  ^^^^^^^^^^^
 ::: world.factbook.yaml:2:23
  |
2 |   - {of: dead, value: 11}
  |                       -- known value
"""
    )


def test_a_fix_is_offered_with_the_way_to_apply_it() -> None:
    fix = fixable(STORY, "value=12", "value=>=12")
    unsafe = finding_at(STORY, "value=12", fix=fix)
    assert render_finding(unsafe).splitlines()[-1] == (
        "  = fix: write the value as the words say it (--fix --unsafe applies this)"
    )
    safe = attrs.evolve(unsafe, fix=attrs.evolve(fix, applicability=Applicability.SAFE))
    assert render_finding(safe).splitlines()[-1] == "  = fix: write the value as the words say it (--fix applies this)"


def test_a_paragraph_is_cut_down_around_the_words() -> None:
    text = (
        "Rescuers dug through the night while the rain went on, and by the morning the mayor could say that"
        " [at least 12]{.count value=12} people had died, more than in any slide since the war.\n"
    )
    assert (
        rendered(finding_at(text, "at least 12", "the value differs"), width=64)
        == """
story.facts:1:101: error N02 the value differs
  |
1 | … mayor could say that [at least 12]{.count value=12} …
  |                         ^^^^^^^^^^^
"""
    )


def test_wide_characters() -> None:
    text = "北京表示，[至少十二人]{.count value=12}死亡。\n"
    assert (
        rendered(finding_at(text, "至少十二人"))
        == """
story.facts:1:7: error N02 the words say “At least 12”, but the value is exactly 12
  |
1 | 北京表示，[至少十二人]{.count value=12}死亡。
  |            ^^^^^^^^^^
"""
    )


def test_combining_marks_take_no_cell() -> None:
    text = "Le pre\u0301sident a dit [non]{.quote}.\n"
    assert (
        rendered(finding_at(text, "non", "no marks"))
        == """
story.facts:1:22: error N02 no marks
  |
1 | Le pre\u0301sident a dit [non]{.quote}.
  |                     ^^^
"""
    )


def test_tabs_run_to_the_next_stop() -> None:
    text = "a\tb\t[two]{.count}\n"
    assert (
        rendered(finding_at(text, "two", "a number"))
        == """
story.facts:1:6: error N02 a number
  |
1 | a   b   [two]{.count}
  |          ^^^
"""
    )


def test_emoji() -> None:
    text = "🎉🎉 [two]{.count} parties\n"
    assert (
        rendered(finding_at(text, "two", "a number"))
        == """
story.facts:1:5: error N02 a number
  |
1 | 🎉🎉 [two]{.count} parties
  |       ^^^
"""
    )


def test_a_line_that_runs_from_right_to_left_is_pointed_at_by_offset() -> None:
    text = "قال [عشرون]{.count} شخصا\n"
    assert (
        rendered(finding_at(text, "عشرون", "a number"))
        == """
story.facts:1:6: error N02 a number
  |
1 | قال [عشرون]{.count} شخصا
  | offset 5..10 "عشرون"
"""
    )


def test_words_over_several_lines() -> None:
    text = "He said [one thing\nand another]{.quote}.\n"
    assert (
        rendered(finding_at(text, "one thing\nand another", "a quote"))
        == """
story.facts:1:10: error N02 a quote
  |
1 | He said [one thing
  |          ^^^^^^^^^
  = note: it ends at 2:12
"""
    )


def test_the_top_of_a_file_has_no_excerpt() -> None:
    finding = attrs.evolve(
        finding_at(STORY, "died"),
        place=Place("story.facts", SourceText(STORY), 0, 0),
        message="this document has no date of publication",
        help="write published: 2024-07-04",
    )
    assert (
        rendered(finding)
        == """
story.facts:1:1: error N02 this document has no date of publication
  = help: write published: 2024-07-04
"""
    )


def test_the_end_of_a_line_is_pointed_at_after_its_last_character() -> None:
    text = "a [b\n"
    finding = attrs.evolve(
        finding_at(text, "b", "a bracket is not closed"), place=Place("story.facts", SourceText(text), 4, 4)
    )
    assert (
        rendered(finding)
        == """
story.facts:1:5: error N02 a bracket is not closed
  |
1 | a [b
  |     ^
"""
    )


def test_escape_sequences_of_a_file_do_not_reach_the_terminal() -> None:
    text = "[\x1b[31mred]{.claim}\n"
    shown = render_finding(finding_at(text, "red", "a \x1b[31m claim", path="a\x1b.facts"))
    assert "\x1b" not in shown
    assert shown.startswith("a\\x1b.facts:1:7: error N02 a \\x1b[31m claim\n")


def test_colour_changes_nothing_but_colour() -> None:
    import re

    finding = finding_at(STORY, "value=12", help="write value=>=12", labels=(("35", "another"),))
    colored = render_finding(finding, color=True)
    assert "\x1b[1;31merror N02\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render_finding(finding)


def test_the_summary_counts_what_held_what_did_not_and_what_could_not_be_checked() -> None:
    text = "".join(render(two_files()))
    assert (
        text
        == """\
story.facts:4:22: error N02 the words say “At least 12”, but the value is exactly 12
  |
4 | [At least 12]{.count value=12} people died.
  |                      ^^^^^^^^
5 | Officials said 35.
  |                -- another count
  = help: write value=>=12

story.facts:5:11: warning N02 a remark: 100 % of this, and more
  |
5 | Officials said 35.
  |           ^^^^

Checked 2 documents: 3 annotations, 3 rules.
        9 checks held
        2 did not hold: 1 error, 1 warning
        1 could not be checked:
            1 N14 sum: the words “some” cannot be read
"""
    )


def test_statistics_count_each_rule() -> None:
    run = two_files()
    run.statistics = True
    assert "        2 N02 lost-hedge\n\nChecked 2 documents" in "".join(render(run))


def test_nothing_to_report_is_said_too() -> None:
    assert (
        "".join(render(run_of()))
        == """\
Checked 0 documents: 0 annotations, 0 rules.
        0 checks held
        0 did not hold
        0 could not be checked
"""
    )


def test_severities_are_counted_from_the_worst_down() -> None:
    from newsfacts.checking.document import Result
    from newsfacts.reports import FileResult

    findings = tuple(
        finding_at(STORY, "died", severity=severity) for severity in (Severity.INFO, Severity.INFO, Severity.ERROR)
    )
    text = "".join(render(run_of(FileResult(path="story.facts", result=Result(findings=findings)))))
    assert "        3 did not hold: 1 error, 2 remarks\n" in text
