"""What a source asks, denies or supposes does not support a text that states it, and what only may be is less than it states."""

from __future__ import annotations

import pytest

from newsfacts.grounding import GroundOutcome, ground

SUPPORTED, SAYS_MORE, NOT_CHECKED = GroundOutcome.SUPPORTED, GroundOutcome.SAYS_MORE, GroundOutcome.NOT_CHECKED
STATED = "30 workers were injured."


def outcome_of(text: str, source: str) -> GroundOutcome:
    [item] = ground(text, [source]).items
    return item.outcome


@pytest.mark.parametrize(
    "source",
    [
        "Is it true that 30 workers were injured?",
        "“Were 30 workers injured?” she asked.",
        "The firm denied that 30 workers were injured.",
        "The firm denied reports of 30 workers being injured.",
        "The firm did not say whether 30 workers were injured.",
        "It is not true that 30 workers were injured, the firm said.",
        "There is no evidence that 30 workers were injured.",
        "If 30 workers were injured, the plant has to close.",
        "Reports that 30 workers were injured were false.",
        "Contrary to first reports, 30 workers were not injured.",
    ],
)
def test_a_number_that_the_source_does_not_state_is_not_supported(source: str) -> None:
    assert outcome_of(STATED, source) is NOT_CHECKED


@pytest.mark.parametrize(
    "source",
    [
        "Police said that 30 workers were injured. The firm denied that 30 workers were injured.",
        "The firm, which denied that it knew of the leak, said 30 workers were injured.",
        "The mayor asked what had happened to the 30 workers who were injured?",
        "If it rains the plant stays closed, the firm said, since 30 workers were injured.",
    ],
)
def test_a_number_that_the_source_states_as_well_is_supported(source: str) -> None:
    assert outcome_of(STATED, source) is SUPPORTED


@pytest.mark.parametrize(
    "both",
    [
        "The firm denied that 30 workers were injured.",
        "Did 30 workers leave the plant?",
        "The firm has not paid $5 million.",
        "The plan could cost $5 million.",
    ],
)
def test_a_text_that_puts_it_as_the_source_does_is_supported(both: str) -> None:
    assert outcome_of(both, both) is SUPPORTED


def test_the_opposite_of_what_the_source_states_is_not_supported() -> None:
    assert outcome_of("The firm has not paid $5 million.", "The firm has paid $5 million.") is NOT_CHECKED
    assert outcome_of("The firm paid $5 million.", "The firm did not pay the $5 million.") is NOT_CHECKED


def test_a_day_that_the_source_denies_is_not_supported() -> None:
    assert outcome_of("The mine closed in 1989.", "The firm denied that the mine closed in 1989.") is NOT_CHECKED


def test_a_question_contradicts_nothing() -> None:
    assert outcome_of("40 workers were injured.", "Is it true that 30 workers were injured?") is NOT_CHECKED


@pytest.mark.parametrize(
    ("text", "source", "outcome"),
    [
        ("The leak led to 30 deaths.", "The leak could lead to 30 deaths.", SAYS_MORE),
        ("30 workers were injured.", "Many feared that 30 workers were injured.", SAYS_MORE),
        ("The leak might lead to 30 deaths.", "The leak could lead to 30 deaths.", SUPPORTED),
        ("The leak is expected to lead to 30 deaths.", "The leak could lead to 30 deaths.", SUPPORTED),
        ("The leak led to 30 deaths.", "The 30 deaths could have been avoided.", SUPPORTED),
    ],
)
def test_what_only_may_be_is_less_than_what_a_text_states(text: str, source: str, outcome: GroundOutcome) -> None:
    assert outcome_of(text, source) is outcome


def test_the_reason_has_the_words_of_the_source() -> None:
    [item] = ground(STATED, ["The firm denied that 30 workers were injured."]).items
    assert item.why == "The source does not state this: it says “denied that”."
    [item] = ground(STATED, ["Is it true that 30 workers were injured?"]).items
    assert item.why == "The source does not state this: it only asks."
