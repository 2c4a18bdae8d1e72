"""A German text has no false findings for its numbers, and says which of them could not be checked."""

from __future__ import annotations

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Result, check
from newsfacts.documents import parse
from newsfacts.findings import Severity

HEAD = "---\nnewsfacts: 1\n{}measures: {{tote: {{label: Tote, unit: person, kind: tally, integer: yes}}}}\n---\n"
BODY = (
    "Nach Angaben der Polizei kamen {} auf den Platz, und es blieb nach dem Ende der Kundgebung bis in die Nacht ruhig."
)

COUNTS = [
    "[1.300]{.count value=1300} Menschen",
    "[1.300 Menschen]{.count value=1300}",
    "[40.000 Menschen]{.count value=40000 of=tote}",
    "[mindestens 30]{.count value=\">=30\"} Menschen",
    "[rund 2.500]{.count value=\"~2500\"} Leute",
    "[etwa 3,5 Prozent]{.count value=\"~3.5%\"}",
    "[2,5 Millionen Euro]{.count value=\"EUR 2.5e6\"}",
    "[bis zu 40]{.count value=\"<=40\"} Menschen",
    "[knapp 100]{.count value=\"<~100\"} Menschen",
    "[zwölf]{.count value=12 of=tote} Menschen",
    "[Dutzende]{.count value=dozens} Menschen",
    "[3,5 %]{.count value=3.5%}",
    "[10–12 %]{.count value=10..12%}",
    "[eine halbe Million]{.count value=500000}",
    "[fast 17-jährige]{.count value=\"17 years\"}",
]  # fmt: skip


def checked(count: str, language: str) -> Result:
    document = parse(HEAD.format(language) + BODY.format(count), path="a.facts").document
    return check(document, Configuration(extend_select=("N",)))


@pytest.mark.parametrize("language", ["language: de\n", ""])
@pytest.mark.parametrize("count", COUNTS)
def test_a_german_count_is_not_read_as_an_english_one(count: str, language: str) -> None:
    result = checked(count, language)
    assert [str(f) for f in result.findings if f.severity is not Severity.INFO] == []


def test_rules_that_need_english_words_say_that_they_could_not_check() -> None:
    result = checked("[zwölf]{.count} Menschen", "language: de\n")
    assert {"N08", "N18", "N23"} <= {skip.code for skip in result.skipped}


def test_a_wrong_digit_is_found_in_german_too() -> None:
    result = checked("[1.300]{.count value=1.3} Menschen", "language: de\n")
    assert [f.code for f in result.findings if f.code.startswith("N")] == ["N06"]


def test_two_german_numbers_that_may_be_of_two_moments_are_left_unchecked() -> None:
    body = "Die Zahl stieg von [40]{.count of=tote} auf [52]{.count of=tote}, und der Ort war nach dem Beben zerstört."
    result = check(parse(HEAD.format("language: de\n") + body, path="a.facts").document)
    assert [f.code for f in result.findings] == []
    assert [skip.reason for skip in result.skipped if skip.code == "N22"] == [
        "it does not say whether it holds when “40” does"
    ]


def test_a_german_headline_is_not_compared_as_an_english_one() -> None:
    head = HEAD.format("language: de\ntitle: 1.300 Menschen auf dem Platz\n")
    result = check(parse(head + 'Auf dem Platz waren [1.400]{.count value="1400 Menschen"}.', path="a.facts").document)
    assert [f.code for f in result.findings if f.severity is not Severity.INFO] == []
    assert "X11" in {skip.code for skip in result.skipped}
