"""Who states a count, of when, and whether the document says that it is so."""

from __future__ import annotations

import datetime as dt

import pytest

import newsfacts
from newsfacts.model import Document
from newsfacts.statements import (
    Setting,
    day_of,
    is_disputed,
    is_stated,
    moment_key,
    same_moment,
    setting_around,
    setting_of,
    statements,
    statements_of,
    voice,
    voice_of,
)

HEAD = """---
newsfacts: 1
entities: {weiss: {name: Weiss}, bell: {name: Bell}}
measures: {dead: {label: dead}}
---

"""


def document(text: str) -> Document:
    read = newsfacts.parse(HEAD + text)
    assert read.findings == ()
    return read.document


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("[12 people]{.count} died.", ()),
        ("[[Weiss]{.source ref=weiss} [said]{.cue} [[12 people]{.count} died]{.claim}]{.attribution}.", ("weiss",)),
        ("[[officials]{.source} [said]{.cue} [[12 people]{.count} died]{.claim}]{.attribution}.", ("officials",)),
        ("[It [was said]{.cue} that [[12 people]{.count} died]{.claim}]{.attribution}.", ("?",)),
        ("[[12 people]{.count} died]{.claim by=weiss}.", ("weiss",)),
        ('[[12 people]{.count} died]{.claim by="weiss bell"}.', ("bell", "weiss")),
        ("[“[12 people]{.count} died”]{.quote by=bell}.", ("bell",)),
        (
            "[[Weiss]{.source ref=weiss} [said]{.cue} [that [[12 people]{.count} died]{.claim by=bell}]{.claim}]{.attribution}.",
            ("bell",),
        ),
        (
            "[[Weiss]{.source ref=weiss} [said]{.cue} [that [[12 people]{.count} died]{.claim}]{.claim}]{.attribution}.",
            ("weiss",),
        ),
    ],
)  # fmt: skip
def test_whose_statement_a_count_is(text: str, voices: tuple[str, ...]) -> None:
    read = document(text)
    (found,) = statements(read)
    assert found.voice == voices
    assert voice(read, found.count) == "|".join(voices)


@pytest.mark.parametrize(
    ("attributes", "asserted", "stated"),
    [
        ("", True, True),
        ("polarity=negative", False, False),
        ("type=prediction", False, False),
        ("type=opinion", False, False),
        ("certainty=uncertain", False, False),
        ("certainty=probable", True, True),
    ],
)
def test_what_is_denied_foretold_or_doubted_is_not_asserted(attributes: str, asserted: bool, stated: bool) -> None:
    read = document(f"[[12]{{.count of=dead}} died]{{.claim {attributes}}}.")
    (found,) = statements(read)
    assert found.asserted is asserted
    assert is_stated(read, found.count) is stated
    assert list(statements_of(read)) == (["dead"] if asserted else [])


def test_what_a_claim_around_says_holds_for_the_claims_inside() -> None:
    read = document("[Perhaps [[12]{.count of=dead} died]{.claim}]{.claim type=prediction}.")
    around = setting_around(read, read.counts[0])
    assert (around.predicted, around.doubtful, around.denied) == (True, True, False)
    inner = setting_of(read, read.claims[1])
    assert (inner.predicted, inner.doubtful) == (True, True)


def test_a_margin_is_not_a_count_of_its_measure() -> None:
    read = document("[12 dead]{.count of=dead}, [plus or minus 3]{.count of=dead}.")
    assert [str(found.value) for found in statements_of(read)["dead"]] == ["12 dead"]


@pytest.mark.parametrize(
    ("relation", "disputed", "denied"),
    [("rebuts", True, True), ("corrects", True, True), ("updates", True, False), ("supports", False, False)],
)
def test_what_another_claim_says_about_a_claim(relation: str, disputed: bool, denied: bool) -> None:
    read = document(f"[[12]{{.count}} died]{{.claim #a}}. [None died]{{.claim {relation}=a}}.")
    count = read.counts[0]
    assert is_disputed(read, count) is disputed
    assert setting_of(read, count).denied is denied
    assert is_stated(read, count) is not disputed
    assert is_disputed(read, read.claims[1]) is False


def test_what_is_rated_or_in_an_aside_is_not_stated() -> None:
    rated = document("[[12]{.count} died]{.claim #a}. [False]{.verdict of=a}.")
    assert setting_of(rated, rated.counts[0]).rated
    assert not is_stated(rated, rated.counts[0])
    aside = document("[[12]{.count} died]{.aside}. [13]{.count} left.")
    assert [setting_of(aside, count).aside for count in aside.counts] == [True, False]
    assert [is_stated(aside, count) for count in aside.counts] == [False, True]


def test_what_is_in_a_listing_stays_so_inside_a_claim() -> None:
    read = document("[[[Weiss]{.item} and [12]{.count}]{.claim}]{.listing}, [13]{.count}.")
    assert [setting_of(read, count).listed for count in read.counts] == [True, False]


def test_the_setting_inside_an_attribution() -> None:
    read = document(
        "[[Weiss]{.source ref=weiss} [said]{.cue} [“[Bell [said]{.cue} that [[12]{.count} died]{.claim}]{.attribution}”]{.quote}]{.attribution} [13]{.count}."
    )
    first, second = (setting_of(read, count) for count in read.counts)
    assert (first.depth, first.owned, first.spoken, first.quote) == (2, True, True, read.quotes[0])
    assert second == Setting()
    assert (second.depth, second.owned, second.spoken, second.quote, second.listed) == (0, False, False, None, False)


@pytest.mark.parametrize(
    ("text", "owned", "spoken"),
    [
        ("[[12]{.count} died]{.claim}.", False, False),
        ("[[12]{.count} died]{.claim by=weiss}.", True, True),
        ("[It [was said]{.cue} that [[12]{.count} died]{.claim}]{.attribution}.", True, False),
        ("[It [was said]{.cue} that [[12]{.count} died]{.claim}]{.attribution voice=author}.", True, True),
    ],
)
def test_whether_there_is_an_attribution_and_whether_it_names_a_source(text: str, owned: bool, spoken: bool) -> None:
    read = document(text)
    found = setting_of(read, read.counts[0])
    assert (found.owned, found.spoken) == (owned, spoken)


def test_who_speaks_in_an_annotation() -> None:
    read = document(
        "[[Weiss]{.source ref=weiss} [said]{.cue} [“[12]{.count} died”]{.quote}]{.attribution}. [13 left]{.claim}. [14 fled]{.claim by=bell}."
    )
    assert voice_of(read, read.attributions[0]) == ("weiss",)
    assert voice_of(read, read.quotes[0]) == ("weiss",)
    assert [voice_of(read, claim) for claim in read.claims] == [None, ("bell",)]


def test_of_when_and_where_a_count_is() -> None:
    read = document(
        "[12]{.count} [13]{.count as_of=2024-07} [14]{.count as_of=2024-07-04 scope=city} [15]{.count as_of=2023}."
    )
    plain, july, fourth, earlier = read.counts
    assert moment_key(plain) == (None, None)
    assert moment_key(july) == (None, "2024-07")
    assert moment_key(fourth) == ("city", "2024-07-04")
    assert (same_moment(plain, plain), same_moment(plain, july), same_moment(july, plain)) == (True, None, None)
    assert (same_moment(july, fourth), same_moment(july, earlier)) == (True, False)


def test_the_day_of_a_moment_is_its_day() -> None:
    assert day_of(dt.datetime(2024, 7, 4, 23, 59)) == day_of(dt.date(2024, 7, 4))
    assert str(day_of(dt.datetime(2024, 7, 4, 23, 59))) == "2024-07-04"
