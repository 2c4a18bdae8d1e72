"""Policies: profiles, YAML, and errors that name the nearest option."""

from __future__ import annotations

import pickle
from fractions import Fraction

import pytest

from newsfacts.errors import UsageError
from newsfacts.values.policy import Policy
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.quantities.vague_words import VAGUE_WORDS


@pytest.mark.parametrize("name", ["strict", "news", "lenient"])
def test_a_profile_is_the_same_by_name_in_yaml_and_after_pickling(name: str) -> None:
    policy = Policy.profile(name)
    assert Policy.from_yaml(f"profile: {name}") == policy
    assert pickle.loads(pickle.dumps(policy)) == policy


def test_news_is_the_default() -> None:
    assert Policy() == Policy.news() == Policy.from_yaml("")


def test_yaml_changes_a_profile_and_numbers_stay_exact() -> None:
    policy = Policy.from_yaml("{profile: strict, strict_gt: false, halfwidth: {floor: 0.03}}")
    assert policy.strict_gt is False
    assert policy.halfwidth.floor == Fraction(3, 100)
    assert policy.tally == "non_decreasing"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("profile: srict", "profile: 'srict' is not one of strict, news, lenient; did you mean 'strict'?"),
        ("bare_rond: halo", "'bare_rond' is not an option of a policy; did you mean 'bare_round'?"),
        ("bare_round: hallo", "bare_round: 'hallo' is not one of exact, halo; did you mean 'halo'?"),
        ("halfwidth: {flor: 1}", "halfwidth: 'flor' is not part of it; did you mean 'floor'?"),
        ("halfwidth: {floor: a lot}", "halfwidth.floor: 'a lot' is not a number such as 4, 0.02 or 1/50"),
        ("halfwidth: {floor: 1/0}", "halfwidth.floor: '1/0' is not a number such as 4, 0.02 or 1/50"),
        (
            "vague: {dozns: [1, 2, 3, 4]}",
            "vague: 'dozns' is not one of couple, few, handful, several, dozens, scores; did you mean 'dozens'?",
        ),
        (
            "vague: {few: [3, 5, 4, 10]}",
            "vague.few: give core low, core high, outer low and outer high, the outer around the core",
        ),
        ("strict_gt: maybe", "strict_gt: 'maybe' is not true or false"),
        ("up_to: [soft]", "up_to: one word is expected"),
        ("approximators: {abot: {core: h}}",
         "approximators: 'abot' is not one of about, nearly, just_over, close_to, well; did you mean 'about'?"),
        ("share: [1, 2]", "share: 3 numbers are expected"),
        ("- strict", "a policy is a mapping of options"),
    ],
)  # fmt: skip
def test_errors_name_the_option_and_the_nearest(text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        Policy.from_yaml(text)
    assert str(caught.value) == message


def test_broken_yaml_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="the policy is not YAML"):
        Policy.from_yaml("vague: {")


def test_a_policy_file_has_a_bound() -> None:
    with pytest.raises(UsageError, match="at most 65536 characters"):
        Policy.from_yaml("#" * 70_000)


def test_vague_words_reach_as_far_in_a_quantity_as_in_the_default_policy() -> None:
    for word, reach in Policy.news().vague.items():
        assert VAGUE_WORDS[word] == (reach[0], reach[1])
        quantity = Quantity(vague=word)
        assert (quantity.low, quantity.high) == (quantity.core().low, quantity.core().high)
