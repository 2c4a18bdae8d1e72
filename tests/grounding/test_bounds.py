"""The work that a text full of numbers or quotations takes, counted and not timed."""

from __future__ import annotations

from itertools import cycle
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import is_linear

from newsfacts import GroundOutcome, PreparedSource, Span, ground, verify_quote
from newsfacts.grounding import quotes
from newsfacts.grounding.attributions import Attributions
from newsfacts.grounding.index import MAX_VALUES
from newsfacts.grounding.matching import COMPARISONS, COMPARISONS_PER_CHARACTER, LEAST_COMPARISONS, Comparisons
from newsfacts.grounding.results import GroundItem, GroundItemKind


def numbers(pattern: str, size: int) -> str:
    """Sentences of one form with other numbers in each, about `size` code points long."""
    found: list[str] = []
    length = 0
    for number in cycle(range(11, 97, 3)):
        if length >= size:
            return "".join(found)
        found.append(pattern.format(number))
        length += len(found[-1])
    raise AssertionError


@pytest.mark.parametrize(
    "pattern", ["{} ", "Anna saw {} cats. ", "Anna saw {} cats and ", "“Anna saw {} cats,” Bob said. "]
)
def test_a_text_full_of_numbers_takes_work_in_proportion_to_its_length(
    pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is allowed to any text, and what comes on top of it for each character, as for a text fifty times as long.
    monkeypatch.setattr("newsfacts.grounding.matching.COMPARISONS", COMPARISONS // 50)
    monkeypatch.setattr("newsfacts.grounding.matching.MAX_COMPARISONS", 8)

    def make(size: int) -> str:
        return numbers(pattern, size)

    def act(text: str) -> None:
        ground(text, text)

    act(make(2000))  # what is compiled and cached at the first use
    assert is_linear(act, make, 300, factor=4)


@given(st.integers(0, 10**6), st.lists(st.integers(0, 500), max_size=200))
def test_no_more_is_compared_than_the_length_of_the_text_allows(characters: int, wanted: list[int]) -> None:
    comparisons = Comparisons(characters, len(wanted))
    made = 0
    for each in wanted:
        used = min(each, comparisons.share())
        comparisons.left -= used
        made += used
    assert made <= COMPARISONS + characters * COMPARISONS_PER_CHARACTER + LEAST_COMPARISONS * len(wanted)


def test_the_numbers_of_a_list_are_not_called_unsupported() -> None:
    text = "The codes are " + ", ".join(str(1000 + 7 * number) for number in range(MAX_VALUES + 1)) + "."
    items = ground(text, "The codes were published on Monday.").items
    assert {item.outcome for item in items} == {GroundOutcome.NOT_CHECKED}
    assert items[0].why == "The sentence is a list of numbers; its words do not say what each of them is."


CODES = ", ".join(str(1000 + 7 * number) for number in range(200))


@pytest.mark.parametrize("markup", ["text", "markdown"])
def test_a_long_list_of_numbers_is_reported_as_a_whole_and_what_is_next_to_it_is_still_looked_for(
    markup: Literal["text", "markdown"],
) -> None:
    text = f"Norland sold 15 boats in May. The codes are {CODES}. Norland bought 12 barns in June."
    source = "Norland sold 15 boats in May. Norland bought 19 barns in June."
    items = ground(text, source, markup=markup).items
    listed = [item for item in items if item.outcome is GroundOutcome.NOT_CHECKED]
    assert all(
        item.why == "The sentence is a list of numbers; its words do not say what each of them is." for item in listed
    )
    for number in CODES.split(", "):
        at = text.index(number)
        assert any(item.span.start <= at and at + len(number) <= item.span.end for item in listed)
    assert len(listed) < 10
    others = {item.words: item.outcome for item in items if item not in listed}
    assert others["15 boats"] is GroundOutcome.SUPPORTED
    assert others["12 barns"] is GroundOutcome.CONTRADICTED


def test_the_numbers_next_to_a_long_list_in_a_source_are_still_found() -> None:
    source = f"The codes are {CODES}. Norland sold 15 boats in May. The old codes were {CODES}."
    (item,) = [item for item in ground("Norland sold 15 boats.", source).items if item.words == "15 boats"]
    assert item.outcome is GroundOutcome.SUPPORTED
    assert item.source is not None
    assert item.source.span == Span(source.index("15 boats"), source.index("15 boats") + len("15 boats"))


def test_a_list_of_numbers_in_a_quotation_is_checked_with_it() -> None:
    text = f"“The codes are {CODES},” Ann Lee said."
    found = ground(text, text)
    assert [item.kind for item in found.items] == [GroundItemKind.QUOTE]


INVENTED = [f"“The {word} was sold to a {word} by the {word} of Norland,” Ann Lee said." for word in
            ("boat", "mill", "farm", "barn", "ship", "road", "park", "shop", "tram", "pond")]  # fmt: skip


def test_quotations_for_which_no_steps_are_left_could_not_be_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes, "MAX_STEPS", 60_000)
    source = "“The mill is not for sale,” Ann Lee said. " + "The weather in the north was good for the farm. " * 20
    items = ground("\n\n".join([*INVENTED, "“The mill is not for sale,” Ann Lee said."]), source).items
    outcomes = [item.outcome for item in items if item.kind is GroundItemKind.QUOTE]
    assert len(outcomes) == len(INVENTED) + 1
    assert outcomes[0] is GroundOutcome.NOT_FOUND
    assert GroundOutcome.NOT_CHECKED in outcomes
    assert outcomes[-1] is GroundOutcome.SUPPORTED  # steps are kept for what a source seems to have
    assert all(item.why for item in items)


def test_no_quotation_is_called_not_found_where_a_source_was_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes, "MAX_STEPS", 0)
    monkeypatch.setattr(quotes, "STEPS_PER_CHARACTER", 60)
    sources = ["The weather was good.", "“The boat was sold to a farm by the mayor of Norland,” Ann Lee said."]
    items = ground("\n\n".join(INVENTED), sources).items
    outcomes = [item.outcome for item in items if item.kind is GroundItemKind.QUOTE]
    first = outcomes.index(GroundOutcome.NOT_CHECKED)
    assert 0 < first < len(outcomes)
    assert set(outcomes[first:]) == {GroundOutcome.NOT_CHECKED}


SPEECH = " ".join(f"We sold {number} boats to the people of Norland, and {number} barns." for number in range(2, 20))


def _quoted_at_length(source: str, monkeypatch: pytest.MonkeyPatch, *, easy: int = 200) -> GroundItem:
    monkeypatch.setattr(quotes, "MAX_EASY", easy)
    monkeypatch.setattr(quotes, "MAX_STEPS", 30_000)
    (item,) = [item for item in ground(f"“{SPEECH},” Ann Lee said.", source).items if item.kind is GroundItemKind.QUOTE]
    return item


def test_a_long_quotation_for_which_the_steps_are_not_enough_could_not_be_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    item = _quoted_at_length("The weather in the north was good.", monkeypatch)
    assert item.outcome is GroundOutcome.NOT_CHECKED
    assert item.why == "This quotation is too long to be compared, and no source has the same words in a row."
    item = _quoted_at_length("The weather in the north was good.", monkeypatch, easy=5_000)
    assert item.outcome is GroundOutcome.NOT_FOUND


def test_a_long_quotation_that_a_source_has_with_other_signs_is_found_without_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed = SPEECH.replace("of Norland, and 9", "of Norland,\nand 9") + "."
    item = _quoted_at_length(f'The weather was good. "{printed}" Ann Lee said. She left.', monkeypatch)
    assert item.outcome is GroundOutcome.SUPPORTED


def test_the_same_search_takes_the_same_steps() -> None:
    def steps() -> int:
        source = PreparedSource("The mill is not for sale. We sold the boat in May, and the barn in June. " * 5)
        for words in ("The mill is for sale", "We sold ... the barn", "the boat [of Ann] in May"):
            verify_quote(words, source)
        return source.effort.steps

    assert steps() == steps() > 0


def test_the_marks_of_a_source_are_read_once() -> None:
    source = Attributions("“We left,” Bob said. “It rained,” he added. " * 50)
    assert len(source.quotations) == 100
    assert source.quotations is source.quotations
