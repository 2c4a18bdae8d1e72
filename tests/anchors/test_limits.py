"""Limits of what is said, right outside of a quotation, are warnings; they do not change the verdict."""

from __future__ import annotations

import pytest

from newsfacts import verify_quote
from newsfacts.anchors import Refusal

SPEECH = """\
We did not, as they say, raise taxes for the farmers. I will vote for the budget if the clinics get the money. If you agree,
we will meet on Saturday. I doubt that the road will be ready by spring. The bridge is open, but only to buses. Some people say
that we should be grateful. We sold the boat. Unless it rains, the market is on Sunday.
"""


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("for the farmers", "not"),
        ("vote for the budget", "if"),
        ("we will meet on Saturday", "If"),
        ("the road will be ready by spring", "doubt"),
        ("The bridge is open", "but only"),
        ("we should be grateful", "Some people say"),
        ("the market is on Sunday", "Unless"),
    ],
)
def test_a_limit_outside_is_a_warning(words: str, limit: str) -> None:
    found = verify_quote(words, SPEECH)
    if limit == "not":  # there is a comma between them
        assert (found.verified, found.warnings) == (True, ())
        return
    assert found.verified
    assert [(warning.words, warning.span.slice(SPEECH)) for warning in found.warnings] == [(limit, limit)]
    assert repr(limit) in found.warning


@pytest.mark.parametrize(
    "words", ["We sold the boat.", "We sold the boat", "I will vote for the budget if the clinics get the money"]
)
def test_what_is_in_another_sentence_is_no_limit(words: str) -> None:
    assert verify_quote(words, SPEECH).warnings == ()


def test_a_quotation_that_is_refused_for_its_ends_has_the_limit_too() -> None:
    found = verify_quote("We will go", "We will go if they pay.")
    assert (found.verified, [limit.words for limit in found.warnings]) == (False, ["if"])


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("the farmers ... were first", "rather than"),
        ("Ms. Hall ... to speak for us", "claimed"),
        ("The minister ... close the port", "tried to"),
        ("The line ... the sprinklers worked", "maintains that"),
        ("He ... to dismiss it", "appeared"),
        ("It was ... to rain", "likely"),
    ],
)
def test_an_ellipsis_leaves_no_contrast_and_no_attribution_out(words: str, lost: str) -> None:
    text = (
        "Among us the farmers rather than the fishers were first. There Ms. Hall claimed to speak for us. The minister has tried to "
        "close the port. The line maintains that the sprinklers worked. He appeared to dismiss it. It was likely to rain."
    )
    found = verify_quote(words, text)
    assert not found.verified
    assert repr(lost) in found.explanation


@pytest.mark.parametrize(
    ("words", "verified"),
    [
        ("We will defend the [capital]", False),
        ("I told her [mother]", False),
        ("I told them [the ministers]", True),
        ("I gave it [the boat]", True),
        ("we thank her [Ms. Hall]", True),
        ("We gave them [food]", False),
        ("It was hard for us [the farmers].", True),
    ],
)
def test_brackets_at_the_end_explain_a_pronoun_or_replace_a_word(words: str, verified: bool) -> None:
    text = "We will defend the border. I told her brother. I told them to go. I gave it to Ann. Here we thank her for that. We gave them weapons. It was hard for us."
    assert verify_quote(words, text).verified is verified


@pytest.mark.parametrize(
    ("words", "limit"),
    [("We will leave", "if"), ("raise taxes", "not"), ("farmers came", "Some of the")],
)
def test_a_limit_beyond_an_attribution_or_before_a_noun(words: str, limit: str) -> None:
    text = "“We will leave,” he said, “if they pay.” “We will not,” she said, “raise taxes.” Some of the farmers came."
    assert [warning.words for warning in verify_quote(words, text).warnings] == [limit]


@pytest.mark.parametrize(
    "words",
    [
        "It saved ... nineteen people",
        "It cost 2.3 ... crowns",
        "Here ... farmers came",
        "by ... a third",
        "They lost ... twice that",
    ],
)
def test_an_ellipsis_leaves_no_part_of_a_number_or_a_share_out(words: str) -> None:
    text = "It saved at least nineteen people. It cost 2.3 million crowns. Here some of the farmers came. They lost about twice that. It rose by roughly a third."
    assert not verify_quote(words, text).verified


def test_brackets_add_no_word_that_says_more() -> None:
    text = "They did what they could for the farmers."
    assert not verify_quote("They [always] did what they could", text).verified
    assert verify_quote("They [the engineers] did what they could", text).verified


def test_bounds_and_times_after_the_words_are_limits() -> None:
    text = "They get 20,000 crowns each, at least, and a flat. I will resign when I have done something wrong."
    assert [limit.words for limit in verify_quote("20,000 crowns each", text).warnings] == ["at least"]
    assert [limit.words for limit in verify_quote("I will resign", text).warnings] == ["when"]
    assert not verify_quote("They get 20,000 crowns each ... and a flat", text).verified


def test_what_someone_believes_is_limited_to_that() -> None:
    found = verify_quote("the fire was set", "The police believe that the fire was set.")
    assert (found.verified, [limit.words for limit in found.warnings]) == (True, ["believe that"])


TALK = """\
It is a myth that the dam is safe. Were it not for the rain, we would be home. Had they asked us, we would have helped. In theory the
key is in the box. On paper, the crew is complete. Rumor has it that the shop was sold. Let us pretend that the roof is tight. The
so-called “crisis team” met twice. As long as
the ice holds, the road is open. The boat will sail, weather permitting. The bus will come, won't it? The film was long, though I
did not mind. The tram is late, had the driver but known. The lamp is lit, or so to speak. It is too early to say that the war is over. The band had
the hall, and the choir was outside.
"""


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("the dam is safe", "myth"),
        ("we would be home", "Were it"),
        ("we would have helped", "Had they"),
        ("the key is in the box", "In theory"),
        ("the crew is complete", "On paper"),
        ("the shop was sold", "Rumor has it"),
        ("the roof is tight", "pretend"),
        ("crisis team", "so-called"),
        ("the road is open", "As long as"),
        ("The boat will sail", "weather permitting"),
        ("The bus will come", "won't it?"),
        ("The film was long", "though I did not"),
        ("the war is over", "to say that"),
    ],
)
def test_words_that_say_that_something_is_not_so_or_only_perhaps_are_limits(words: str, limit: str) -> None:
    found = verify_quote(words, TALK)
    assert found.verified
    assert [" ".join(warning.words.split()) for warning in found.warnings] == [limit]


@pytest.mark.parametrize(
    "words",
    [
        "The dam is safe.",
        "We would be home.",
        "We would have helped.",
        "The key is in the box.",
        "The crew is complete.",
        "The roof is tight.",
        "The road is open.",
        "The war is over.",
        "... the dam is safe",
    ],
)
def test_no_sentence_of_its_own_is_made_of_what_is_not_said_to_be_so(words: str) -> None:
    found = verify_quote(words, TALK)
    assert (found.verified, found.refusal) == (False, Refusal.CUT)
    assert found.warnings


@pytest.mark.parametrize("words", ["The shop was sold.", "The choir was outside.", "The band had the hall"])
def test_what_is_only_reported_or_follows_a_past_tense_may_be_a_sentence(words: str) -> None:
    assert verify_quote(words, TALK).verified


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("We know ... the dam is safe", "myth"),
        ("The boat will sail ... We wait here", "weather permitting"),
        ("We say ... we would be home", "Had they"),
        ("It was closed ... We went in", "?"),
    ],
)
def test_an_ellipsis_does_not_leave_out_that_something_is_not_so(words: str, lost: str) -> None:
    text = (
        "We know it is a myth that the dam is safe. The boat will sail, weather permitting, at six. We wait here. We say this: Had they "
        "paid, we would be home. It was closed? We went in."
    )
    found = verify_quote(words, text)
    assert (found.verified, found.refusal) == (False, Refusal.LOSS)
    assert lost in found.explanation


def test_a_question_that_is_seen_to_be_one_may_lose_its_mark_before_an_ellipsis() -> None:
    assert verify_quote("Was it closed ... Then we went in", "Was it closed? It was locked. Then we went in.").verified


def test_what_bounds_a_dozen_is_not_cut_off() -> None:
    text = "They lost at least a dozen boats and about a third of the nets. A third boat sank. About a third party we know little."
    assert not verify_quote("a dozen boats", text).verified
    assert not verify_quote("a third of the nets", text).verified
    assert verify_quote("a third party", text).verified
