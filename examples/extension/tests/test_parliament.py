"""The package's own tests. They need it to be installed, since newsfacts finds it by its entry points."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from newsfacts_parliament.kinds import KINDS, Division
from newsfacts_parliament.rules import RULES

import newsfacts
from newsfacts.checking.configuration import Configuration
from newsfacts.formats import format_of_path, get_format
from newsfacts.rules import all_rules
from newsfacts.schema.file import installed_schema
from newsfacts.testing import documents, wrong_examples

SCHEMA = newsfacts.Schema.core().extend(*KINDS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_are_right(rule):
    assert wrong_examples(rule(), SCHEMA) == []


def test_a_division_is_read():
    document = newsfacts.loads("[Carried by 48 to 31]{.division ayes=48 noes=31 carried=yes}.", schema=SCHEMA)
    [division] = document.of_kind(Division)
    assert (division.ayes, division.noes, division.carried, division.votes) == (48, 31, True, 79)


def test_newsfacts_knows_the_package():
    assert installed_schema()["division"].cls is Division
    assert {"PARL1", "PARL2"} <= set(all_rules())
    assert get_format("minutes") is format_of_path("monday.minutes")


def test_a_check_runs_the_rules():
    schema = Configuration().document_schema()
    document = newsfacts.loads("[Carried by 31 to 48]{.division ayes=31 noes=48 carried=yes}.", schema=schema)
    assert [finding.code for finding in newsfacts.check(document).findings] == ["PARL1"]


def test_minutes_are_read_and_written():
    text = "THE SPEAKER: Order.\n(Laughter)\nMR HALE: I withdraw.\n"
    document = newsfacts.loads(text, format="minutes")
    assert document.text == text
    assert [(quote.text, a.source[0].text) for a in document.attributions for quote in a.contents] == [
        ("Order.", "THE SPEAKER"),
        ("I withdraw.", "MR HALE"),
    ]
    assert newsfacts.dumps(document, format="minutes") == "THE SPEAKER: Order.\nMR HALE: I withdraw.\n"


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(SCHEMA))
def test_divisions_survive_every_lossless_format(document):
    for name in ("facts", "yaml", "json"):
        assert newsfacts.loads(newsfacts.dumps(document, format=name), format=name, schema=SCHEMA) == document
