"""What annotations get from what is in them and around them: language, heads, and things that refer to each other."""

from __future__ import annotations

import pytest

import newsfacts
from newsfacts.model import Attribution, Count, Document, Unreadable
from newsfacts.values.quantities.quantity import Quantity

HEAD = "newsfacts: 1\nentities: {weiss: {name: Weiss}, bell: {name: Bell}}\n"


def document(text: str, head: str = "") -> Document:
    read = newsfacts.parse(f"---\n{HEAD}{head}---\n\n{text}")
    assert read.findings == ()
    return read.document


def is_read(count: Count) -> bool:
    """Words in German are not read; those in English are."""
    if isinstance(count.value, Unreadable):
        assert (
            count.value.reason == "words are read in English only, and the language is 'de'; this could not be checked"
        )
        return False
    assert isinstance(count.value, Quantity)
    return True


@pytest.mark.parametrize(
    ("text", "head", "read"),
    [
        ("[“[zwölf Menschen]{.count} kamen”]{.quote lang=de}, of [12 people]{.count}.", "", [False, True]),
        ("Of [12 people]{.count}, [“[zwölf Menschen]{.count} kamen”]{.quote lang=de}.", "", [True, False]),
        ("[“[12 people]{.count} came”]{.quote lang=en}, von [zwölf Menschen]{.count}.", "language: de\n", [True, False]),
        ("Von [zwölf Menschen]{.count}.", "language: de\n", [False]),
        (
            "[“Er sagte [‘[12 people]{.count} came’]{.quote lang=en} und [zwölf]{.count}”]{.quote lang=de} [13]{.count}.",
            "",
            [True, False, True],
        ),
        ("[“[[zwölf]{.count} kamen]{.claim}”]{.quote lang=de} [13]{.count}.", "", [False, True]),
    ],
)  # fmt: skip
def test_words_are_in_the_language_of_the_innermost_quote_that_names_one(
    text: str, head: str, read: list[bool]
) -> None:
    assert [is_read(count) for count in document(text, head).counts] == read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[[Weiss]{.source ref=weiss} and [Bell]{.source ref=bell}]{.source}", ["Weiss", "Bell"]),
        ("[Weiss and [Bell]{.source ref=bell}]{.source ref=weiss}", []),
    ],
)
def test_the_mentions_in_a_source_are_its_heads_unless_it_says_who_it_is(source: str, expected: list[str]) -> None:
    text = f"[{source} [said]{{.cue}} [it rained]{{.claim}}]{{.attribution}}."
    (outer,) = [found for found in document(text).annotations if isinstance(found, Attribution)]
    found = next(one for one in outer.source if one.inner)
    assert [mention.text for mention in found.heads] == expected


def test_two_annotations_with_one_id_are_one_finding_at_the_second() -> None:
    (found,) = newsfacts.parse("[a]{.claim #x}\n[b]{.claim #x} [c]{.claim rebuts=x}").findings
    assert (found.code, found.message) == ("S05", "the id 'x' is already taken, on line 1")
    assert found.help == "give one of the two another id"
    read = newsfacts.parse("[a]{.claim #x}\n[b]{.claim #x} [c]{.claim rebuts=x}").document
    assert [(str(one.kind), one.target.text) for one in read.relations] == [("rebuts", "a")]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("[a]{.cue #x}", "'x' is a cue, but rebuts= takes the id of a claim, a quote or a count"),
        (
            "[a]{.nonsense #x}",
            "'x' is a span of an unknown kind, but rebuts= takes the id of a claim, a quote or a count",
        ),
    ],
)
def test_a_reference_to_something_else_says_what_it_is(target: str, message: str) -> None:
    found = [finding.message for finding in newsfacts.parse(f"{target} [c]{{.claim rebuts=x}}").findings]
    assert message in found


def test_what_is_nested_is_there_even_if_something_later_refers_to_what_is_around_it() -> None:
    read = document(
        "[[Weiss]{.source ref=weiss} [said]{.cue} [[It rained]{.claim} on [two days]{.count}]{.claim #c}]{.attribution}. [False]{.verdict of=c}."
    )
    (attribution,) = read.attributions
    assert [source.text for source in attribution.source] == ["Weiss"]
    assert [cue.text for cue in attribution.cues] == ["said"]
    assert attribution.content is read["c"]
    assert read.verdicts[0].of is read["c"]


def test_only_an_id_that_could_be_meant_is_proposed() -> None:
    text = "[a]{.cue #weis} [b]{.claim #weise} [c]{.claim rebuts=weisx}"
    (found,) = newsfacts.parse(text).findings
    assert found.message == "no claim, quote or count has the id 'weisx' (did you mean 'weise'?)"


def test_the_document_knows_the_language_that_its_words_were_read_in() -> None:
    count = document("Von [zwölf Menschen]{.count}.", "language: de\n").counts[0]
    assert count == document("Von [zwölf Menschen]{.count}.", "language: de\n").counts[0]
    assert not is_read(count)
    edited = document("[12 people]{.count}.", "language: de\n").edit(language="en")
    assert is_read(edited.counts[0])


def test_a_second_id_is_pointed_at_where_it_is_written() -> None:
    (found,) = newsfacts.parse("[a]{.claim #x} [b]{.claim #x}").findings
    assert (found.place.start if found.place else None) == 26


def test_the_items_of_a_listing_are_what_is_marked_as_such_or_else_the_mentions_in_it() -> None:
    marked, unmarked = document(
        "[[Weiss]{.item} with [Bell]{.mention ref=bell}, [12]{.count}]{.listing}. [[Weiss]{.mention ref=weiss} and [12]{.count}]{.listing}."
    ).listings
    assert [item.text for item in marked.items] == ["Weiss"]
    assert [item.text for item in unmarked.items] == ["Weiss"]


def test_an_id_that_is_taken_is_where_it_is_written_and_not_where_its_words_begin() -> None:
    (found,) = newsfacts.parse("---\nnewsfacts: 1\n---\n[a]{.claim\n#k1} [b]{.claim #k1}\n").findings
    assert (found.code, found.message) == ("S05", "the id 'k1' is already taken, on line 5")


def test_a_listing_that_a_later_count_refers_to_has_its_items() -> None:
    read = document("[[Ann]{.item} and [Bob]{.item}]{.listing #l1} came, [two people]{.count of=l1}.")
    (listing,) = read.listings
    assert [item.text for item in listing.items] == ["Ann", "Bob"]
    assert read.counts[0].of is listing


def test_what_an_id_may_have_meant_is_of_a_kind_that_fits() -> None:
    text = (
        "[[Ann]{.item} and [Bob]{.item}]{.listing #guestsAB} [came]{.claim #guestsA}, [two people]{.count of=guests}."
    )
    (found,) = newsfacts.parse(f"---\n{HEAD}---\n{text}\n").findings
    assert (
        found.message == "no measure or listing has the id 'guests' (did you mean 'guestsAB'?)"
    )  # not the closer claim
