"""A short run of the fuzzer in which every target keeps its laws, and what longer runs have found."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path

import pytest
from fuzz.mutations import mutated, mutated_bytes
from fuzz.targets import TARGETS, Target

from newsfacts import parse_time, verify_quote
from newsfacts.drafting.document import draft
from newsfacts.errors import UnreadableValue
from newsfacts.sources import read_source
from newsfacts.text.source import SourceText
from newsfacts.view.blocks import blocks
from newsfacts.view.marked import Drawing

INPUTS = 12
"""How many inputs each target gets here; `python fuzz/run.py` tries as many as there is time for."""


def changed(target: Target, chance: random.Random) -> bytes:
    first, second = (chance.choice(target.seeds()) for _ in range(2))
    if not target.is_text:
        return mutated_bytes(first, second, chance)
    return mutated(first.decode("utf-8", "replace"), second.decode("utf-8", "replace"), chance).encode()


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS.keys())
def test_every_target_keeps_its_laws(target: Target) -> None:
    chance = random.Random(f"tests {target.name}")
    for _ in range(INPUTS):
        target.run(changed(target, chance))


@pytest.mark.parametrize("phrase", ["two years ago 18th century", "a month after 3rd week second quarter"])
def test_an_ordinal_after_a_distance_in_time_comes_to_an_end(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_time(phrase, published=dt.date(2024, 7, 4))


def test_an_attribution_in_which_no_one_is_named_is_not_someone_else() -> None:
    source = "“We will,” said. “We will not stop,” said."
    assert verify_quote("We will not stop", source).verified


def test_a_date_with_a_number_of_any_size_is_not_a_date_of_an_email(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_text(
        "Date: Thu, 4 Jul 2024 99999999999999999999:00:00 +0200\nSubject: Boats\n\nTwelve boats.\n", encoding="utf-8"
    )
    found = read_source(path)
    assert (found.published, found.text.strip().endswith("Twelve boats.")) == (None, True)


def test_control_characters_are_shown_as_pictures_on_a_page() -> None:
    text = "12\x1f people\x85\x1b[31m"
    [block] = blocks(SourceText(text))
    assert Drawing(text, []).block(block) == "12␟ people\N{REPLACEMENT CHARACTER}␛[31m"


def test_a_word_of_any_length_makes_a_short_id() -> None:
    document = draft(
        f"The {'extra' * 60} mayor said that 12 {'boats' * 60} and 12 {'boats' * 70} sank.", only=["counts", "mentions"]
    )
    ids = re.findall(r"#([\w-]+)|of=([\w-]+)", document.dumps())
    assert all(len(name) <= 70 for pair in ids for name in pair)


@pytest.mark.parametrize("phrase", ["2019-0 H2", "20190-0 H2", "2019/0 second half"])
def test_a_part_of_month_0_is_refused(phrase: str) -> None:
    with pytest.raises(UnreadableValue):
        parse_time(phrase, published=dt.date(2024, 7, 4))
