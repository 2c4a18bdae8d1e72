"""How long Hypothesis searches: in proportion to the profile, so that `HYPOTHESIS_PROFILE=ci` searches everything longer."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

__all__ = ["examples"]


def examples(times: float, **options: Any) -> settings:
    """Settings with so many times the examples of the profile: for laws that are cheap to test, or expensive."""
    usual = settings().max_examples
    return settings(max_examples=max(1, round(usual * times)), **options)
