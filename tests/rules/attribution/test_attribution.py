"""What the rules of attribution say together: one defect is one finding, and honest attributions have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import Result, check
from newsfacts.documents import parse, read_file
from newsfacts.findings import Severity
from newsfacts.text.english import bare_source, head_words, is_plural, pronoun

PEOPLE = (
    "entities: {ann: {name: Ann Lee, kind: person, aliases: [Lee]}, bob: {name: Bob Ray, kind: person}, "
    "aide: {kind: person, named: false, description: an aide}, hall: {name: Town Hall, kind: organization}}\n"
)


def checked(body: str, *, profile: str = "default", language: str | None = None) -> Result:
    front = PEOPLE + (f"language: {language}\n" if language else "")
    text = f"---\nnewsfacts: 1\n{front}---\n{body}"
    return check(parse(text, path="a.facts").document, Configuration(profile=profile, extend_select=("T",)))


def said(body: str) -> list[tuple[str, str]]:
    text = f"---\nnewsfacts: 1\n{PEOPLE}---\n{body}"
    found = check(parse(text, path="a.facts").document).findings
    return [(finding.code, finding.words) for finding in found if finding.code[0] in "TQ"]


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ("[[Ann]{.source} [said]{.cue}]{.attribution} so.", "T01", "[Ann]{.source} [said]{.cue}"),
        ("[[Ann]{.source} said [we won]{.claim}]{.attribution}.", "T02", "Ann"),
        ("[[Ann]{.source} [said]{.cue} [we won]{.claim}, [adding]{.cue} so]{.attribution}.", "T03", "adding"),
        ("[[“We won,”]{.quote} it was [said]{.cue}]{.attribution}.", "T04", "“We won,”"),
        ("[[It]{.source} was [feared]{.cue} that [we lost]{.claim}]{.attribution}.", "T05", "It"),
        ("[[“We won,” [she]{.source} [said]{.cue}]{.quote}]{.attribution}.", "T06", "she"),
        ("[[Sources]{.source} [said]{.cue} [we won]{.claim}]{.attribution}.", "T11", "Sources"),
        ("[[Aides]{.source ref=aide} [said]{.cue} [we won]{.claim}]{.attribution}.", "T13", "Aides"),
        (
            "[[An aide]{.source ref=aide} [said]{.cue} [we won]{.claim}]{.attribution terms=deep_background}.",
            "T14",
            "terms=deep_background",
        ),
        ("[[Ann Lee]{.source ref=ann} [said]{.cue} [so]{.claim}]{.attribution terms=background}.", "T15", "Ann Lee"),
        ("[[Ann]{.source ref=ann} [denied]{.cue} [we won]{.claim}]{.attribution}.", "T18", "we won"),
        ("[[We won]{.claim}, it was [announced]{.cue}]{.attribution}.", "T19", "announced"),
        ("[[Ann]{.source ref=ann} [said]{.cue} [“we won”]{.quote by=bob}]{.attribution}.", "T20", "by=bob"),
    ],
)
def test_one_defect_is_one_finding(body: str, code: str, words: str) -> None:
    assert said(body) == [(code, words)]


@pytest.mark.parametrize(
    "body",
    [
        "[[According to]{.cue} [a doctor]{.source}, [it is full]{.claim}]{.attribution}.",
        "[[The bank]{.source}: [“We won.”]{.quote}]{.attribution}",
        "[[It]{.source ref=hall} [was told]{.cue} [that we won]{.claim}]{.attribution}.",
        "[[It]{.source} [has been warning]{.cue} [of losses]{.claim}]{.attribution}.",
        "[[Sources]{.source} familiar with the talks [said]{.cue} [we won]{.claim}]{.attribution}.",
        "[[Many people]{.source} [think]{.cue} [we won]{.claim}]{.attribution}.",
        "[[A senior White House official]{.source ref=aide} [said]{.cue} [we won]{.claim}]{.attribution}.",
        "[[She]{.source} [did not deny]{.cue} [that we won]{.claim}]{.attribution}.",
        "[[She]{.source} [declined to deny]{.cue} [that we won]{.claim}]{.attribution}.",
        "[[She]{.source} [dismissed]{.cue} [the idea]{.claim}]{.attribution}.",
        "[[Town Hall]{.source ref=hall} [said]{.cue} [“we won”]{.quote by=bob}]{.attribution}.",
        "[[An aide]{.source ref=aide} [said]{.cue} [so]{.claim}]{.attribution terms=background}. He declined to comment.",
    ],
)
def test_honest_attributions_have_no_finding(body: str) -> None:
    assert said(body) == []


@pytest.mark.parametrize(
    ("others", "written", "severity"),
    [
        ("", " polarity=positive", Severity.ERROR),
        ("[It rained]{.claim polarity=positive}. ", "", Severity.WARNING),
        ("", "", Severity.INFO),
    ],
)
def test_a_denial_weighs_less_where_nobody_wrote_polarity(others: str, written: str, severity: Severity) -> None:
    body = f"{others}[[She]{{.source}} [denied]{{.cue}} [we won]{{.claim{written}}}]{{.attribution}}."
    assert [f.severity for f in checked(body).findings if f.code == "T18"] == [severity]


DENIED = "[It rained]{{.claim polarity=positive}}. [[She]{{.source}} [denied]{{.cue}} {}]{{.attribution}}."


@pytest.mark.parametrize(
    "content",
    [
        "[the motion]{.claim}",
        "[her appeal for a new trial]{.claim}",
        "[marriage licenses]{.claim} to two couples",
        "them [fishing permits]{.claim}",
        "the party [its victory]{.claim}",
        "[the mayor a second term]{.claim}",
        "him [what he was owed]{.claim}",
    ],
)
def test_who_refuses_something_denies_nothing(content: str) -> None:
    assert [f for f in checked(DENIED.format(content)).findings if f.code == "T18"] == []


@pytest.mark.parametrize(
    "content",
    [
        "[that she knew]{.claim}",
        "[knowing about it]{.claim}",
        "[the charges]{.claim}",
        "[any involvement in the deal]{.claim}",
        "[the bridge was closed]{.claim}",
        "to reporters [that she had paid]{.claim}",
        "repeatedly [having met him]{.claim}",
        "[wrongdoing]{.claim}",
    ],
)
def test_who_says_that_something_is_not_so_denies_it(content: str) -> None:
    assert [f.severity for f in checked(DENIED.format(content)).findings if f.code == "T18"] == [Severity.WARNING]


def test_what_is_denied_in_a_passive_is_what_comes_before() -> None:
    passive = (
        "[It rained]{{.claim polarity=positive}}. [[{}]{{.claim}} [was denied]{{.cue}}]{{.attribution voice=implied}}."
    )
    assert [f.code for f in checked(passive.format("The motion for a roll call")).findings if f.code == "T18"] == []
    assert [f.code for f in checked(passive.format("The accusation")).findings if f.code == "T18"] == ["T18"]


def test_a_corpus_without_polarity_is_not_asked_about_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("She denied that we won.", encoding="utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tSource 0 3\tShe\nT2\tCue 4 10\tdenied\nT3\tContent 11 22\tthat we won\nT4\tAttribution 4 10\tdenied\n"
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n",
        encoding="utf-8",
    )
    (document,) = read_file(str(tmp_path / "a.ann"))
    assert [f.code for f in check(document).findings] == []


def test_rules_that_go_by_english_words_say_so_in_another_language() -> None:
    result = checked("[[Die Quelle]{.source} [sagte]{.cue} [es]{.claim}]{.attribution}.", language="de")
    assert [f for f in result.findings if f.code == "T11"] == []
    assert ("T11", "the words that this rule knows are English") in {(s.code, s.reason) for s in result.skipped}


def test_guidelines_disagree_about_auxiliary_verbs() -> None:
    with_it = "[[“We won,”]{.quote} [she]{.source} [has said]{.cue}]{.attribution}."
    without = "[[“We won,”]{.quote} [she]{.source} has [said]{.cue}]{.attribution}."
    table = {
        (profile, body): {
            finding.code
            for finding in check(parse(body).document, Configuration(profile=profile)).findings
            if finding.code in ("T22", "T23")
        }
        for profile in ("default", "polnear", "journalismai")
        for body in (with_it, without)
    }
    assert table == {
        ("default", with_it): set(),
        ("default", without): set(),
        ("polnear", with_it): set(),
        ("polnear", without): {"T23"},
        ("journalismai", with_it): {"T22"},
        ("journalismai", without): set(),
    }


@pytest.mark.parametrize(
    ("words", "of_several"),
    [
        ("Sources", True),
        ("Two people briefed on the plan", True),
        ("aides to the mayor", True),
        ("A source in the ministry of finances", False),
        ("One of the officials", False),
        ("Putin’s boss", False),
        ("The press secretary", False),
        ("Each of the aides", False),
        ("an official who works for the states", False),
    ],
)
def test_plurals(words: str, of_several: bool) -> None:
    assert is_plural(words) is of_several


def test_what_a_phrase_is_about() -> None:
    assert head_words("Three sources close to the talks") == ("three", "sources")
    assert bare_source("Another source")
    assert not bare_source("a Pentagon source")
    assert (pronoun("She"), pronoun("She herself"), pronoun("Ann")) == ("she", None, None)


@pytest.mark.parametrize(
    "body",
    [
        "[[Theresa May]{.source} [said this week]{.cue} [it works]{.claim}]{.attribution}.",
        "[[George Will]{.source} [wrote]{.cue} [it works]{.claim}]{.attribution}.",
        "[[Will]{.source} [had praise for]{.cue} [it]{.claim}]{.attribution}.",
        "As hate grows, so does [[debate on]{.cue} [free speech]{.claim}]{.attribution voice=implied}.",
        "They did all they could [[to promote]{.cue} [it]{.claim}]{.attribution voice=implied}.",
        "There is [[mounting fear]{.cue} [that it fails]{.claim}]{.attribution voice=implied}.",
    ],
)
def test_names_and_nouns_are_not_auxiliaries(body: str) -> None:
    assert [f for f in checked(body, profile="polnear").findings if f.code in ("T22", "T23")] == []


def test_a_source_that_is_described_elsewhere_is_only_information() -> None:
    body = "[[Sources]{.source} [said]{.cue} [it fell]{.claim}]{.attribution}."
    alone = checked(f"{'The dam broke at noon. ' * 8}{body}")
    described = checked(f"{'The dam broke at noon. ' * 8}Two sources close to the builder called. {body}")
    headline = checked(f"{body}\n\n{'The dam broke at noon. ' * 8}")
    found = [[f.severity for f in result.findings if f.code == "T11"] for result in (alone, described, headline)]
    assert found == [[Severity.ERROR], [Severity.INFO], [Severity.INFO]]


NAMED = (
    "---\nnewsfacts: 1\nentities: {aida: {name: Aïda Brunel, kind: person}, mo: {name: Mohamed Salem, kind: person}, "
    "health: {name: Ministry of Health, kind: organization}, moskva: {name: Moskva, kind: place}}\n---\n"
)


def mentioned(words: str, ref: str) -> list[str]:
    """The messages of the rule about names for a mention."""
    document = parse(f"{NAMED}[{words}]{{ref={ref}}} left.").document
    return [finding.message for finding in check(document, Configuration(select=("T28",))).findings]


@pytest.mark.parametrize(
    ("mention", "ref"),
    [
        ("Aida Brunel", "aida"),
        ("Mrs. Brunel, 58,", "aida"),
        ("Aida Brunele", "aida"),
        ("Muhammad Salem", "mo"),
        ("Moskvy", "moskva"),
        ("the Bureau of Health", "health"),
        ("the Ministry of Heath", "health"),
        ("the ministry", "health"),
        ("the White House spokeswoman", "aida"),
    ],
)
def test_names_in_another_form_and_words_that_are_not_names_are_no_misfit(mention: str, ref: str) -> None:
    assert mentioned(mention, ref) == []


@pytest.mark.parametrize(
    ("mention", "message"),
    [
        ("Aida Brumel", "but “Brumel” is not “Brunel”"),
        ("Aida Rbunel", "but “Rbunel” is not “Brunel”"),
        ("Aida Bruntel", "but “Bruntel” is not “Brunel”"),
        ("Aida Bruel", "but “Bruel” is not “Brunel”"),
        ("Aïda BRunel", "but “BRunel” has a capital letter too many"),
        ("Klaus Meier", "whose name has nothing in common with it"),
    ],
)
def test_a_mention_with_another_name_says_what_is_odd(mention: str, message: str) -> None:
    assert mentioned(mention, "aida") == [f"“{mention}” refers to Aïda Brunel, {message}"]
