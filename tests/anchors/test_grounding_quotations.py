"""The published set of quotations: which are not right is known, and no other is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from newsfacts import PreparedSource, verify_quote

FILE = Path(__file__).parents[2] / "benchmarks" / "grounding" / "quotations.yaml"
DATA: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
PREPARED = {name: PreparedSource(text) for name, text in DATA["sources"].items()}

KNOWN = {"Use bottled water", "We should be grateful."}
"""Begun after a modal verb, and after a clause that gives the words to others: verified, with a warning."""


def verified(group: str) -> dict[str, bool]:
    return {
        words: verify_quote(words, PREPARED[source]).verified
        for listed in DATA[group].values()
        for source, words in listed
    }


def test_fair_quotations_are_verified() -> None:
    assert [words for words, is_verified in verified("fair").items() if not is_verified] == []


def test_altered_quotations_are_not() -> None:
    found = {words for words, is_verified in verified("altered").items() if is_verified}
    assert found == KNOWN


def test_limits_outside_are_warned_about() -> None:
    cases = [(source, words) for listed in DATA["limits"].values() for source, words in listed]
    assert [words for source, words in cases if not verify_quote(words, PREPARED[source]).warnings] == []


def test_the_fourth_set_is_right() -> None:
    data: dict[str, Any] = yaml.safe_load(FILE.with_name("quotations_fourth.yaml").read_text(encoding="utf-8"))
    prepared = {name: PreparedSource(text) for name, text in data["sources"].items()}
    found = {
        (group, words): verify_quote(words, prepared[source])
        for group in ("fair", "altered", "limits")
        for listed in data[group].values()
        for source, words in listed
    }
    wrong = [
        words for (group, words), one in found.items() if group != "limits" and one.verified is not (group == "fair")
    ]
    unwarned = [words for (group, words), one in found.items() if group == "limits" and not one.warnings]
    assert (wrong, unwarned) == ([], [])


def test_there_are_many_quotations_and_many_ways() -> None:
    assert sum(map(len, DATA["fair"].values())) >= 74
    assert sum(map(len, DATA["altered"].values())) >= 93
    assert len(DATA["altered"]) >= 20
