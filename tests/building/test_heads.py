"""Who said it: which of the mentions inside the words of a source is the source."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.building.heads import MAX_INNER, Heads, Inner, Outcome, find_heads
from newsfacts.documents import parse

_MENTION = re.compile(r"\[(?P<place>place:)?(?P<words>[^\]]*)\]|[^\[]+")


def heads(marked: str, *, english: bool = True) -> list[str] | Outcome:
    """The words of the heads, or what else is known; mentions are in brackets, those of places with `place:`."""
    words, inner = "", []
    for part in _MENTION.finditer(marked):
        if part["words"] is not None:
            inner.append(Inner(len(words), len(words) + len(part["words"]), part["place"] is not None))
        words += part[0] if part["words"] is None else part["words"]
    found = find_heads(words, inner, english=english)
    if found.outcome is Outcome.NAMED:
        return [words[inner[number].start : inner[number].end] for number in found.numbers]
    return found.outcome


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Weiss]", ["Weiss"]),
        ("the [Kremlin]", ["Kremlin"]),
        ("“[Weiss]”,", ["Weiss"]),
        ("Mayor [Ann Weiss]", ["Ann Weiss"]),
        ("[Haldan] Mayor [Ann Weiss]", ["Ann Weiss"]),
        ("President [Weiss] of [place:Haldan]", ["Weiss"]),
        ("[Sen. Ann Weiss] (D-Haldan)", ["Sen. Ann Weiss"]),
        ("[Weiss] herself", ["Weiss"]),
        ("[Ann Weiss], 58, mayor of [place:Haldan],", ["Ann Weiss"]),
        ("[Ann Weiss], who met [Tom Bell]", ["Ann Weiss"]),
        ("[Tom Bell], [Weiss]’s spokesman", ["Tom Bell"]),
        ("[Weiss]’s spokesman, [Tom Bell]", ["Tom Bell"]),
        ("Weiss’s finance chief, [Tom Bell]", ["Tom Bell"]),
        ("the mayor of [place:Haldan], [Ann Weiss]", ["Ann Weiss"]),
        ("the governor, [Ann Weiss], of [place:Haldan]", ["Ann Weiss"]),
        ("an aide to [Weiss], [Tom Bell]", ["Tom Bell"]),
        ("[Weiss] campaign manager [Tom Bell]", ["Tom Bell"]),
        ("Secretary of State [Ann Weiss]", ["Ann Weiss"]),
        ("a man named [Tom Bell]", ["Tom Bell"]),
        ("a woman identified only as [Ann]", ["Ann"]),
        ("[Weiss] and [Bell]", ["Weiss", "Bell"]),
        ("both [Weiss] and [Bell]", ["Weiss", "Bell"]),
        ("[Weiss], [Bell] and [Cole]", ["Weiss", "Bell", "Cole"]),
        ("Mayor [Weiss] and her deputy [Bell]", ["Weiss", "Bell"]),
        ("[Weiss], the mayor, and [Bell], her deputy", ["Weiss", "Bell"]),
        ("[Weiss] and her spokesman", ["Weiss"]),
        ("the [place:Haldan]-based [Institute for Roads]", ["Institute for Roads"]),
    ],
)
def test_the_head_of_a_source_is_the_source(marked: str, expected: list[str]) -> None:
    assert heads(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[Weiss]’s spokesman",
        "[Weiss's] spokesman",
        "[her] spokesman",
        "one of [Weiss]’s aides",
        "a spokesman for [the ministry]",
        "sources close to [Weiss]",
        "people who know [Weiss]",
        "the wife of [Weiss]",
        "the [Weiss] campaign",
        "[Haldan] officials",
        "[Weiss]-backed lawmakers",
        "a press conference in [place:Haldan]",
        "an officer in Haldan, [place:Norland]",
        "leaders of [place:Haldan] and [place:Norland]",
        "spokesman [Tom Bell]’s deputy",
        "the editor of [the Herald]",
    ],
)
def test_a_mention_that_only_describes_the_source_is_not_the_source(marked: str) -> None:
    assert heads(marked) is Outcome.DESCRIBED


@pytest.mark.parametrize(
    "marked",
    [
        "supporters of President [Weiss]",
        "[Weiss] and [Bell] supporters",
        "[Weiss] and [Bell]’s spokesman",
        "the parents of [Weiss], [Tom] and [Eva]",
        "a friend of [Weiss], [Bell], and [Cole]",
        "Chancellor [Weiss] of [place:Haldan] and President [Bell] of [place:Norland]",
    ],
)
def test_what_the_words_leave_open_is_not_guessed(marked: str) -> None:
    assert heads(marked) is Outcome.OPEN


def test_in_other_languages_only_what_needs_no_words_is_known() -> None:
    assert heads("„[Weiss]“", english=False) == ["Weiss"]
    assert heads("[Weiss], [Bell]", english=False) == ["Weiss", "Bell"]
    assert heads("[Weiss] und [Bell]", english=False) is Outcome.OPEN
    assert heads("der Sprecher von [Weiss]", english=False) is Outcome.OPEN
    assert heads("Bürgermeisterin [Weiss]", english=False) is Outcome.OPEN


def test_a_source_with_very_many_mentions_is_left_open() -> None:
    words = "x of " * (MAX_INNER + 1)
    inner = [Inner(5 * number, 5 * number + 1) for number in range(MAX_INNER + 1)]
    assert find_heads(words, inner, english=True) == Heads(Outcome.OPEN)


@given(
    st.lists(st.sampled_from(["[Ann]", "[Bo]", ",", " ", "’s", "of", "and", "the", "(", "who", "chief"]), max_size=12)
)
def test_heads_are_mentions_and_only_the_named_have_any(parts: list[str]) -> None:
    found = heads(" ".join(parts))
    assert found in (Outcome.DESCRIBED, Outcome.OPEN) or (isinstance(found, list) and {*found} <= {"Ann", "Bo"})


HEAD = "---\nnewsfacts: 1\nentities: {putin: {name: Vladimir Putin, kind: person}, chelsea: {name: Chelsea, kind: place}}\n---\n"


def test_what_a_spokesman_says_is_not_attributed_to_the_president() -> None:
    document = parse(
        f"{HEAD}[[[Putin]{{ref=putin}}’s spokesman]{{.source}} [said]{{.cue}}: [“never”]{{.quote}}]{{.attribution}}"
    ).document
    assert document.speakers(document.quotes[0]) == ()
    assert document.attributions[0].source[0].inner[0].entities == (document.factbook.entities["putin"],)


def test_a_place_in_the_words_of_a_medium_is_not_the_medium() -> None:
    document = parse(
        f"{HEAD}[[Putin]{{.source ref=putin}} [said]{{.cue}} [so]{{.claim}} [at a press conference in "
        "[Chelsea]{ref=chelsea}]{.medium}]{.attribution}"
    ).document
    assert document.attributions[0].medium[0].entities == ()


def test_the_language_of_the_document_decides_whether_its_phrases_are_known() -> None:
    body = "[[President [Putin]{ref=putin}]{.source} [said]{.cue} [so]{.claim}]{.attribution}"
    english = parse(HEAD + body).document
    german = parse(HEAD.replace("newsfacts: 1\n", "newsfacts: 1\nlanguage: de\n") + body).document
    assert [entity.id for entity in english.attributions[0].by] == ["putin"]
    assert german.attributions[0].by == ()
