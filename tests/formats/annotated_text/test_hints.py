"""What beginners write, and the message that tells them how to write it: whole messages, with their help."""

from __future__ import annotations

import attrs
import pytest

from newsfacts.checking.document import check
from newsfacts.documents import dumps, parse

HEAD = """---
entities: {weiss: {name: Anna Weiss}, haldan: {name: Per Haldan}}
measures: {met: {label: meetings}}
---
"""
AS_TEXT = "or write ]\\{ for brackets that are text"
NO_BLOCK = "error S15 this is not an attribute block: expected .kind, #id, key=value or }"

CASES = {
    "a value with spaces": (
        "[2m]{.count of=met value=two million}",
        f"6:5: {NO_BLOCK} after value=two, found million",
        f'write value="two million": a value with spaces is between quotation marks, {AS_TEXT}',
    ),
    "a date without quotation marks": (
        "[4 July]{.time value=4 July 2024 note=x}",
        f"6:9: {NO_BLOCK} after value=4, found July",
        f'write value="4 July 2024": a value with spaces is between quotation marks, {AS_TEXT}',
    ),
    "curly quotation marks": (
        "[no]{.cue note=“one word”}",
        f"6:5: {NO_BLOCK} after note=“one, found word”",
        f'write note="one word", with straight double quotation marks, {AS_TEXT}',
    ),
    "curly quotation marks around one word": (
        "[no]{.cue note=“word”}",
        "6:11: warning S26 the quotation marks in note=“word” are part of the value",
        'write note="word", with straight double quotation marks',
    ),
    "curly quotation marks around a value": (
        "[40]{.count value=“40”}",
        "6:13: error S18 '“40”' is not a quantity such as ~40, >=12 or 18..25",
        'write value="40", with straight double quotation marks',
    ),
    "single quotation marks around a word of a list": (
        "[no]{.claim type='fact'}",
        "6:13: error S13 \"'fact'\" is not one of fact, opinion, prediction",
        'write type="fact", with straight double quotation marks',
    ),
    "curly quotation marks around an id": (
        "[They]{ref=“weiss”}",
        "6:8: error S06 no entity has the id '“weiss”'",
        "write weiss, without these quotation marks",
    ),
    "spaces around =": (
        "[40]{.count of = met}",
        f"6:5: {NO_BLOCK} after .count, found of",
        f"write of=met, without spaces around =, {AS_TEXT}",
    ),
    "a space after =": (
        "[40]{.count of= met}",
        f"6:5: {NO_BLOCK} after .count, found of=",
        f"write of=met, without spaces around =, {AS_TEXT}",
    ),
    "a colon for =": (
        "[40]{.count of: met}",
        f"6:5: {NO_BLOCK} after .count, found of:",
        f"write of=met, with = in place of the colon, {AS_TEXT}",
    ),
    "nothing for =": (
        "[She]{.source ref weiss}",
        f"6:6: {NO_BLOCK} after .source, found ref",
        f"write ref=weiss: a field has = before its value, {AS_TEXT}",
    ),
    "a field without a value": (
        "[40]{.count of=}",
        f"6:5: {NO_BLOCK} after .count, found of=",
        f"write a value after of=, or take it out, {AS_TEXT}",
    ),
    "a kind without its dot": (
        "[mayor]{source}",
        f"6:8: {NO_BLOCK} after {{, found source",
        f"write .source: a kind has a dot before it, {AS_TEXT}",
    ),
    "a kind without its dot after a field": (
        "[She]{ref=weiss source}",
        f"6:6: {NO_BLOCK} after ref=weiss, found source",
        f"write .source: a kind has a dot before it, {AS_TEXT}",
    ),
    "another word for a kind, without a dot": (
        "[mayor]{speaker}",
        f"6:8: {NO_BLOCK} after {{, found speaker",
        f"write .source: a kind has a dot before it, {AS_TEXT}",
    ),
    "some name alone": (
        "[mayor]{x}",
        f"6:8: {NO_BLOCK} after {{, found x",
        f"write .x for a kind, #x for an id, or x=... for a field, {AS_TEXT}",
    ),
    "a comma between items": (
        "[40]{.count, of=met}",
        f"6:5: {NO_BLOCK} after .count, found ,",
        f"take out the comma: items are separated by spaces, {AS_TEXT}",
    ),
    "a comma after a value": (
        "[40]{.count of=met, value=40}",
        "6:13: error S06 no measure or listing has the id 'met,'",
        "write met, without a comma",
    ),
    "ids with a comma": (
        "[They]{ref=weiss,haldan}",
        "6:8: error S06 no entity has the id 'weiss,haldan'",
        'ids are separated by spaces, not by commas: write "weiss haldan"',
    ),
    "ids with a comma and a space": (
        "[They]{ref=weiss, haldan}",
        f"6:7: {NO_BLOCK} after ref=weiss,, found haldan",
        f'write ref="weiss haldan": a value with spaces is between quotation marks, {AS_TEXT}',
    ),
    "an id with #": (
        "[They]{ref=#weiss}",
        "6:8: error S06 no entity has the id '#weiss'",
        "write weiss, without #",
    ),
    "speaker": ("[She]{.speaker}", "6:2: error S16 no kind is named 'speaker'", "did you mean .source?"),
    "number": ("[40]{.number}", "6:2: error S16 no kind is named 'number'", "did you mean .count?"),
    "person": ("[She]{.person}", "6:2: error S16 no kind is named 'person'", "did you mean .mention?"),
    "capitals": ("[“No”]{.QUOTE}", "6:2: error S16 no kind is named 'QUOTE'", "did you mean .quote?"),
    "speaker=": ("[“No”]{.quote speaker=weiss}", "6:15: error S03 a quote has no field 'speaker'", "did you mean by=?"),
    "measure=": ("[40]{.count measure=met}", "6:13: error S03 a count has no field 'measure'", "did you mean of=?"),
    "as-of=": ("[40]{.count as-of=2024}", "6:13: error S03 a count has no field 'as-of'", "did you mean as_of=?"),
    "date= of a time": ("[now]{.time date=2024}", "6:13: error S03 a time has no field 'date'", "did you mean value=?"),
    "a date in words that is not whole": (
        "[then]{.time value=July}",
        "6:14: error S18 'July' is not a date in EDTF such as 2024-07-04",
        "it is not a whole date by itself: write it as 2024-07-04 or 4 July 2024",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_beginner_is_told_what_to_write(case: str) -> None:
    written, message, help = CASES[case]
    (problem,) = parse(f"{HEAD}\n{written}", path="f.facts").document.problems
    assert str(problem) == f"f.facts:{message}"
    assert problem.help == help


@pytest.mark.parametrize("written", [
    '[2m]{.count of=met value="two million"}',
    '[4 July]{.time value="4 July 2024"}',
    '[no]{.cue note="one word"}',
    "[She]{.source ref=weiss}",
    '[They]{ref="weiss haldan"}',
])  # fmt: skip
def test_what_the_help_says_is_read(written: str) -> None:
    assert parse(HEAD + written).document.problems == ()


def test_marks_that_belong_to_a_value_are_written_so_that_no_one_doubts_them() -> None:
    document = parse('[no]{.cue note="“word”" lost="\'b\'"}').document
    written = dumps(attrs.evolve(document, layout=None))
    assert written == '[no]{.cue note="“word”" lost="\'b\'"}'
    assert check(parse(written).document).findings == check(document).findings
