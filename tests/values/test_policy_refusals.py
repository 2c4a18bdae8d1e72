"""A policy that cannot be meant is refused, with the option that is wrong."""

from __future__ import annotations

import pytest

from newsfacts.errors import UsageError
from newsfacts.values.policy import HalfWidth, Policy, Tiers


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("exact_below: 1.5", "exact_below: '1.5' is not a whole number"),
        ("exact_below: -1", "exact_below: -1 is not a whole number from 0 up"),
        ("exact_below: " + "1" * 41, f"exact_below: {'1' * 41!r} is not a number such as 4, 0.02 or 1/50"),
        ("exact_below: 1e3", "exact_below: '1e3' is not a number such as 4, 0.02 or 1/50"),
        ("halfwidth: 3", "halfwidth: a mapping is expected"),
        ("halfwidth: {floor: -1}", "halfwidth: widths are not negative, and outer is 1 or more"),
        ("halfwidth: {outer: 0.5}", "halfwidth: widths are not negative, and outer is 1 or more"),
        ("vague: {dozens: 24}", "vague.dozens: a list is expected"),
        ("approximators: {about: {cor: 1}}", "approximators.about: 'cor' is not part of it; did you mean 'core'?"),
        ("approximators: {about: {core: 3h, outer: 2h}}", "approximators.about: the outer tier must not be narrower than the core"),
        ("share: [5, 3, 1]", "share, factor: widths are given from the narrowest to the widest"),
        ("share: [-1, 3, 5]", "share, factor: widths are given from the narrowest to the widest"),
        ("factor: [1/4, 1/10]", "share, factor: widths are given from the narrowest to the widest"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_named(text: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        Policy.from_yaml(text)
    assert str(refused.value) == message


def test_the_smallest_values_are_allowed() -> None:
    assert Policy(exact_below=0).exact_below == 0
    assert Policy(halfwidth=HalfWidth(outer=1, floor=0)).halfwidth.outer == 1
    assert Policy(approximators={"about": Tiers(core=2, outer=2)}).approximators["about"] == Tiers(core=2, outer=2)


def test_a_flag_is_true_or_false() -> None:
    with pytest.raises(UsageError, match=r"^strict_gt: 1 is not true or false$"):
        Policy(strict_gt=1)  # type: ignore[arg-type]  # what a caller without types may hand over
