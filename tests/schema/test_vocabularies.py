"""Every check of every vocabulary finds what it is for, and lets a careful text through."""

from __future__ import annotations

import pytest

from newsfacts.checking.configuration import Configuration
from newsfacts.checking.document import check
from newsfacts.documents import parse
from newsfacts.schema.file import load_schema
from newsfacts.schema.vocabularies import vocabularies

HEAD = """---
newsfacts: 1
schema: [newsfacts:%s]
published: 2025-05-06
entities: {a: {name: Ada}, b: {name: Bo}}
events: {e: {label: event, time: 2025-05-05}}
---

"""
TOLL = "casualties"
POLL = "elections-and-polls"
COURT = "court-and-crime"
SPORT = "sport-results"
STUDY = "science-findings"
ONE_POLL = "[A poll]{.poll #p pollster=a sample=1000 began=2025-05-01 ended=2025-05-03} "
TWO_RATES = (
    "[5 percent]{.rate #x indicator=interest period=2025-04} [4 percent]{.rate #y indicator=interest period=2025-03} "
)

FOUND = [
    (TOLL, "CAS1", "[12 people]{.casualties harm=killed women=5 men=8}"),
    (TOLL, "CAS2", "[12 people]{.casualties harm=killed children=13}"),
    (TOLL, "CAS3", "[12 people]{.casualties harm=killed civilians=13}"),
    (TOLL, "CAS4", "[12 people]{.casualties harm=killed children=-1}"),
    (TOLL, "CAS5", "[12 people]{.casualties harm=killed stage=confirmed}"),
    (TOLL, "CAS6", "[“[12 people]{.casualties harm=killed} died”]{.quote}"),
    (POLL, "POLL1", ONE_POLL + "[60%]{.poll-share poll=p answer=a} [42%]{.poll-share poll=p answer=b}"),
    (POLL, "POLL2", ONE_POLL + "[40%]{.poll-share poll=p answer=a} [42%]{.poll-share poll=p answer=a}"),
    (POLL, "POLL3", ONE_POLL + "[40%]{.poll-share poll=p}"),
    (POLL, "POLL4", ONE_POLL + "[40%]{.poll-share #x poll=p answer=a} [35%]{.poll-share #y poll=p answer=b} [six points]{.lead first=x second=y}"),
    (POLL, "POLL5", "[two points]{.lead margin=3pp wording=ahead}"),
    (POLL, "POLL6", "[A poll]{.poll pollster=a sample=1000}"),
    (POLL, "POLL7", "[A poll]{.poll pollster=a sample=1000 began=2025-05-04 ended=2025-05-03}"),
    (POLL, "VOTE1", "[61,300 votes]{.votes contest=e eligible=61299}"),
    ("economy", "ECO1", TWO_RATES + "[1.2 points]{.rate-change direction=up measured_in=points before=y after=x}"),
    ("economy", "ECO2", TWO_RATES + "[1.2 points]{.rate-change direction=down measured_in=points before=x after=y}"),
    ("economy", "ECO3", "[2 percent]{.rate indicator=growth period=2025-04}"),
    ("economy", "ECO4", "[2 percent]{.rate indicator=growth period=2025-04 base=2025-05}"),
    ("economy", "ECO5", "[2 percent]{.rate indicator=interest}"),
    ("economy", "ECO6", "[2%]{.rate indicator=interest period=2025} [3%]{.rate indicator=interest period=2025}"),
    (COURT, "LAW1", "[he stole]{.accusation person=a stage=convicted court=b}"),
    (COURT, "LAW2", "[he stole]{.accusation person=a stage=charged decided=2025-01-02}"),
    (COURT, "LAW3", "[he stole]{.accusation person=a stage=acquitted sentence=none}"),
    (COURT, "LAW4", "[he stole]{.accusation person=a stage=convicted court=b charged=2025-01-03 decided=2025-01-02}"),
    (COURT, "LAW5", "[he stole]{.accusation person=a stage=alleged}"),
    (SPORT, "SPORT1", "[x]{.match home=a away=b home_score=3 away_score=1 margin=1 winner=home}"),
    (SPORT, "SPORT2", "[x]{.match home=a away=b home_score=1 away_score=3 margin=1 winner=away}"),
    (SPORT, "SPORT3", "[x]{.match home=a away=b winner=home drawn=yes}"),
    (SPORT, "SPORT4", "[x]{.match home=a away=b home_score=1 away_score=3 winner=home}"),
    (SPORT, "SPORT5", "[x]{.match home=a away=b drawn=yes attendance=9001 capacity=9000}"),
    (SPORT, "SPORT6", "[x]{.match home=a away=b drawn=yes played=2025-05-05} [y]{.match home=a away=b drawn=yes played=2025-05-05}"),
    (SPORT, "SPORT7", "[x]{.match home=a away=b drawn=yes margin=1}"),
    (SPORT, "GOAL1", "[x]{.goal scorer=a minute=1}"),
    (SPORT, "GOAL2", "[[x]{.goal scorer=a minute=131}]{.match home=a away=b drawn=yes}"),
    (STUDY, "SCI1", "[x]{.study-finding design=cohort causal=yes doi=10.5555/a}"),
    (STUDY, "SCI2", "[x]{.study-finding design=cross-sectional causal=yes doi=10.5555/a}"),
    (STUDY, "SCI3", "[x]{.study-finding design=trial p_value=1.1 doi=10.5555/a}"),
    (STUDY, "SCI4", "[x]{.study-finding design=trial effect=1.1 low=1.2 high=1.3 doi=10.5555/a}"),
    (STUDY, "SCI5", "[x]{.study-finding design=trial effect=1.4 low=1.2 high=1.3 doi=10.5555/a}"),
    (STUDY, "SCI6", "[x]{.study-finding design=trial relative=50% doi=10.5555/a}"),
    (STUDY, "SCI7", "[x]{.study-finding design=trial doi=10.5555/a preprint=https://example.org/a}"),
    (STUDY, "SCI8", "[60%]{.study-share arm=late} [38%]{.study-share arm=late}"),
]  # fmt: skip

CLEAN = [
    (TOLL, "[12 people]{.casualties harm=killed women=5 men=7 children=12 civilians=0 stage=confirmed as_of=2025-05-06}"),
    (POLL, ONE_POLL + "[60%]{.poll-share #x poll=p answer=a} [40%]{.poll-share #y poll=p answer=b} [20 points]{.lead first=x second=y margin=3pp wording=ahead}"),
    (POLL, "[61,300 votes]{.votes contest=e eligible=61300} [two points]{.lead margin=3pp wording=level}"),
    ("economy", TWO_RATES + "[1 percentage point]{.rate-change direction=up measured_in=points before=y after=x}"),
    ("economy", TWO_RATES + "[25 percent]{.rate-change direction=up measured_in=percent before=y after=x}"),
    ("economy", "[2 percent]{.rate indicator=growth period=2025-04 base=2025-03 adjusted=yes}"),
    (COURT, "[he stole]{.accusation person=a stage=convicted court=b charged=2025-01-02 decided=2025-01-02 sentence=fine}"),
    (COURT, "[[She]{.source ref=a} [said]{.cue} that [he stole]{.accusation person=b stage=alleged}]{.attribution}"),
    (SPORT, "[[x]{.goal scorer=a minute=130}]{.match home=a away=b home_score=3 away_score=1 margin=2 winner=home played=2025-05-05}"),
    (SPORT, "[x]{.match home=a away=b drawn=yes played=2025-05-05} [y]{.match home=b away=a drawn=yes played=2025-05-05}"),
    (STUDY, "[x]{.study-finding design=trial causal=yes effect=1.2 low=1.2 high=1.2 p_value=1 relative=50% absolute=1pp doi=10.5555/a}"),
    (STUDY, "[x]{.study-finding design=cohort causal=no preprint=https://example.org/a} [60%]{.study-share arm=a} [40%]{.study-share arm=a}"),
]  # fmt: skip


def codes(vocabulary: str, text: str) -> list[str]:
    """The codes of the vocabulary's checks that find something in a text."""
    document = parse(HEAD % vocabulary + text).document
    assert document.problems == ()
    own = tuple(declared.code for declared in load_schema(vocabularies()[vocabulary]).schema.checks)
    result = check(document, Configuration(select=own))
    assert result.skipped == ()
    return [finding.code for finding in result.findings]


@pytest.mark.parametrize(("vocabulary", "code", "text"), FOUND, ids=lambda value: value if len(value) < 8 else "")
def test_a_check_finds_what_it_is_for(vocabulary: str, code: str, text: str) -> None:
    assert codes(vocabulary, text) == [code]


@pytest.mark.parametrize(("vocabulary", "text"), CLEAN)
def test_a_careful_text_is_let_through(vocabulary: str, text: str) -> None:
    assert codes(vocabulary, text) == []


def test_no_check_is_without_a_case() -> None:
    declared = [check.code for path in vocabularies().values() for check in load_schema(path).schema.checks]
    assert sorted(code for _, code, _ in FOUND) == sorted(declared)
