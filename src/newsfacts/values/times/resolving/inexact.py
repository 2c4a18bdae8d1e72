"""Times that are "about", "early in" or so long "ago": how far they reach, in a core and an outer tier."""

from __future__ import annotations

from newsfacts.immutable import evolve
from newsfacts.values.times.calendar import DAY_SECONDS
from newsfacts.values.times.grain import Grain, Mod, shift
from newsfacts.values.times.times import TimeInterval, new_interval, new_tiers

__all__ = ["approximated", "tilde", "with_reach"]


def approximated(found: TimeInterval) -> TimeInterval:
    """With "about" before it: `core` one unit wider on both sides, `outer` three."""
    return with_reach(found, found.grain, 1, 3) if not found.approximate else found


def with_reach(found: TimeInterval, grain: Grain, core: int, outer: int) -> TimeInterval:
    """An approximate copy that reaches so many units further on both sides."""
    lower, upper = found.lower, found.upper
    unit = Grain.DAY if grain is Grain.SEASON else grain
    factor = 30 if grain is Grain.SEASON else 1
    if grain in (Grain.MINUTE, Grain.SECOND):
        unit, factor = Grain.MINUTE, 15

    def moved(end: int | None, count: int) -> int | None:
        return None if end is None else shift(end, unit, count * factor)

    tiers = new_tiers(moved(lower, -core), moved(upper, core), moved(lower, -outer), moved(upper, outer))
    text = found.text
    if not found.members:
        text = "/".join(side if side in ("", "..") else _qualified(side) for side in text.split("/"))
    mod = found.mod or Mod.APPROX
    return evolve(found, approximate=True, tiers=tiers, text=text, mod=mod, timex_value=found.timex)


def _qualified(text: str) -> str:
    """A date with the sign for "approximate"; one that already has a sign keeps it."""
    return text if text.endswith(("~", "?", "%")) else f"{text}~"


def tilde(found: TimeInterval, core: int, outer: int) -> TimeInterval:
    assert found.lower is not None
    assert found.upper is not None
    lower, upper = found.lower, found.upper
    tiers = new_tiers(
        lower - core * DAY_SECONDS, upper + core * DAY_SECONDS, lower - outer * DAY_SECONDS, upper + outer * DAY_SECONDS
    )
    return new_interval(
        lower=lower, upper=upper, grain=found.grain, text=_qualified(found.text), offset=found.offset, approximate=True,
        tiers=tiers, mod=found.mod, timex_value=found.timex_value, weekday=found.weekday,
        alternatives=found.alternatives, window=found.window,
    )  # fmt: skip
