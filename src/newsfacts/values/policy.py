"""`Policy`: every choice that the meaning of hedged numbers leaves open, as one frozen object with named options.

Sources are in `docs/values.md`. Three profiles ship: `strict` for fact checking, `news` (the default), `lenient`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

import attrs

from newsfacts.errors import UsageError
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.values.quantities.exact import whole
from newsfacts.values.quantities.vague_words import TIERS

__all__ = ["HalfWidth", "Policy", "Tiers"]

Number = int | Fraction

MAX_POLICY: Final = 64 * 1024
"""The longest policy file that is read, in characters."""

CHOICES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "bare_round": ("exact", "halo"),
        "truncation": ("money", "all", "none"),
        "up_to": ("soft", "hard"),
        "nearly": ("below", "at_or_below"),
        "close_to": ("threshold", "about", "below"),
        "barely": ("plain", "just_over", "about"),
        "times_more": ("either", "n", "n_plus_one"),
        "pragmatic_bound": ("off", "tension"),
        "few": ("fixed", "scaled"),
        "tally": ("warn", "non_decreasing", "off"),
        "verdict_on_outer": ("tension", "compatible", "contradiction"),
        "billion": ("short", "long"),
    }
)
"""The options that are one word out of a list."""


@frozen(kw_only=True)
class HalfWidth:
    """The half width of "about x": `min(max(granule * g, floor * |x|), cap * |x|)`, g the step of the last digit."""

    granule: Number = Fraction(1, 2)
    floor: Number = Fraction(1, 50)
    cap: Number = Fraction(1, 10)
    min_count: Number = 1
    """The least half width for a whole count below 20."""
    five: bool = True
    """Whether a last digit of 5 counts as a step of five: "45" is rounded to fives."""
    outer: Number = 4
    """How many half widths the outer tier has, within half of the number."""


@frozen(kw_only=True)
class Tiers:
    """How many half widths a kind of hedge reaches in its core and its outer tier."""

    core: Number = 1
    outer: Number = 4


_HEDGES: Final = ("about", "nearly", "just_over", "close_to", "well")


@frozen(kw_only=True)
class Policy:
    """What hedged and vague numbers are taken to mean, and how far two values may differ.

    Raises `UsageError` for an unknown option or value, and names the nearest one.
    """

    name: str = "news"
    bare_round: str = "exact"
    """A bare round number is itself and what rounds to it (`exact`), or also has an outer tier as "about" (`halo`)."""
    exact_below: int = 100
    """Bare whole counts below this are never taken as rounded: 40 dead is not 42 dead."""
    truncation: str = "money"
    """Which bare numbers may also have been cut off instead of rounded: $3.58bn given as $3.5bn."""
    strict_gt: bool = False
    """Whether "more than 40" excludes exactly 40 outright, or only as a tension; likewise "fewer", "nearly"."""
    up_to: str = "soft"
    """Whether a value above "up to n" is a tension (`soft`) or a contradiction (`hard`)."""
    nearly: str = "below"
    close_to: str = "threshold"
    """ "Close to n" is just below n (`below`), around it (`about`), or below for 100 percent only (`threshold`)."""
    barely: str = "plain"
    times_more: str = "either"
    """ "Three times more" is threefold (`n`), fourfold (`n_plus_one`), or anything from one to the other."""
    pragmatic_bound: str = "off"
    """Whether "at least 40" is in tension with numbers far above 40, whose next round number would have been said."""
    few: str = "fixed"
    """Whether "a few" is bounded by the table, or grows with what it is out of (`scaled`: no upper bound)."""
    tally: str = "warn"
    """A running tally that falls is a tension (`warn`), a contradiction (`non_decreasing`), or nothing (`off`)."""
    verdict_on_outer: str = "tension"
    """What it means that only the outer tiers meet."""
    billion: str = "short"
    halfwidth: HalfWidth = HalfWidth()
    approximators: Mapping[str, Tiers] = attrs.field(factory=lambda: FrozenDict({}))
    """Tiers by kind of hedge: about, nearly, just_over, close_to, well; those not named have core 1 and outer 4."""
    vague: Mapping[str, tuple[int, int, int, int]] = attrs.field(factory=lambda: TIERS)
    """Vague word -> core low, core high, outer low, outer high."""
    share: tuple[Number, Number, Number] = (1, Fraction(10, 3), 5)
    """Percentage points around a bare fraction: core, outer, and the outer of "half"."""
    factor: tuple[Number, Number] = (Fraction(1, 10), Fraction(1, 4))
    """Relative width around a ratio ("twice as many"): core and outer."""
    locale_currency: Mapping[str, str] = attrs.field(factory=lambda: FrozenDict({"$": "USD", "rupee": "INR"}))
    """What the outlet means by a sign or name that several currencies share."""

    def __attrs_post_init__(self) -> None:
        for option, allowed in CHOICES.items():
            value = getattr(self, option)
            if value not in allowed:
                raise UsageError(f"{option}: {value!r} is not one of {', '.join(allowed)}{_nearest(value, allowed)}")
        for name in ("strict_gt",):
            if not isinstance(getattr(self, name), bool):
                raise UsageError(f"{name}: {getattr(self, name)!r} is not true or false")
        if type(self.exact_below) is not int or self.exact_below < 0:
            raise UsageError(f"exact_below: {self.exact_below!r} is not a whole number from 0 up")
        for hedge in self.approximators:
            if hedge not in _HEDGES:
                raise UsageError(
                    f"approximators: {hedge!r} is not one of {', '.join(_HEDGES)}{_nearest(hedge, _HEDGES)}"
                )
        for hedge, tiers in self.approximators.items():
            if not 0 <= tiers.core <= tiers.outer:
                raise UsageError(f"approximators.{hedge}: the outer tier must not be narrower than the core")
        for word, ends in self.vague.items():
            if word not in TIERS:
                raise UsageError(f"vague: {word!r} is not one of {', '.join(TIERS)}{_nearest(word, TIERS)}")
            if len(ends) != 4 or not 0 <= ends[2] <= ends[0] <= ends[1] <= ends[3]:
                raise UsageError(
                    f"vague.{word}: give core low, core high, outer low and outer high, the outer around the core"
                )
        object.__setattr__(self, "vague", FrozenDict({**TIERS, **self.vague}))
        object.__setattr__(self, "approximators", FrozenDict(dict(self.approximators)))
        object.__setattr__(self, "locale_currency", FrozenDict(dict(self.locale_currency)))
        if not 0 <= self.share[0] <= self.share[1] <= self.share[2] or not 0 <= self.factor[0] <= self.factor[1]:
            raise UsageError("share, factor: widths are given from the narrowest to the widest")
        width = self.halfwidth
        if min(width.granule, width.floor, width.cap, width.min_count) < 0 or width.outer < 1:
            raise UsageError("halfwidth: widths are not negative, and outer is 1 or more")

    def __hash__(self) -> int:
        return hash(self.name)  # policies that differ hardly ever share a name, and it is asked for each value

    def __reduce__(self) -> tuple[Any, tuple[dict[str, Any]]]:
        return _rebuild, ({
            field.name: dict(value) if isinstance(value := getattr(self, field.name), Mapping) else value
            for field in attrs.fields(Policy)
        },)  # fmt: skip

    def tiers(self, hedge: str) -> Tiers:
        """The tiers of a kind of hedge."""
        return self.approximators.get(hedge) or Tiers(outer=self.halfwidth.outer)

    @classmethod
    def profile(cls, name: str) -> Policy:
        """One of the profiles strict, news, lenient."""
        options = _PROFILES.get(name)
        if options is None:
            raise UsageError(f"profile: {name!r} is not one of {', '.join(_PROFILES)}{_nearest(name, _PROFILES)}")
        return cls(name=name, **options)

    @classmethod
    def strict(cls) -> Policy:
        """For fact checking: bounds are meant, tallies do not fall, far-off bounds are pointed out."""
        return cls.profile("strict")

    @classmethod
    def news(cls) -> Policy:
        """The default: what a careful reader of news takes the words to mean."""
        return cls.profile("news")

    @classmethod
    def lenient(cls) -> Policy:
        """For noisy text: round numbers are approximations, and only clear contradictions remain."""
        return cls.profile("lenient")

    @classmethod
    def from_yaml(cls, text: str) -> Policy:
        """A policy from YAML: `profile` names the base, every other key an option to change.

            profile: strict
            up_to: soft
            halfwidth: {floor: 0.03}
            vague: {dozens: [24, 99, 20, 200]}
            locale_currency: {"$": AUD}

        Numbers are exact: decimals ("0.02") and fractions ("1/50"). Raises `UsageError`.
        """
        import yaml

        if len(text) > MAX_POLICY:
            raise UsageError(f"a policy is at most {MAX_POLICY} characters long")
        try:
            read = yaml.load(text, Loader=yaml.BaseLoader)
        except (yaml.YAMLError, RecursionError) as error:
            raise UsageError(f"the policy is not YAML: {' '.join(str(error).split())}") from None
        if read is None or read == "":
            read = {}
        if not isinstance(read, dict):
            raise UsageError("a policy is a mapping of options")
        base = cls.profile(_word("profile", read.pop("profile", "news")))
        names = [field.name for field in attrs.fields(cls)]
        changes: dict[str, Any] = {}
        for key, value in read.items():
            if key not in names:
                raise UsageError(f"{key!r} is not an option of a policy{_nearest(str(key), names)}")
            changes[key] = _READERS.get(key, _word)(key, value)
        if "approximators" in changes:
            changes["approximators"] = {**base.approximators, **changes["approximators"]}
        if "locale_currency" in changes:
            changes["locale_currency"] = {**base.locale_currency, **changes["locale_currency"]}
        if "halfwidth" in changes:
            changes["halfwidth"] = attrs.evolve(base.halfwidth, **changes["halfwidth"])
        return attrs.evolve(base, **changes)


def _rebuild(options: dict[str, Any]) -> Policy:
    return Policy(**options)


_PROFILES: Final[Mapping[str, dict[str, Any]]] = MappingProxyType(
    {
        "strict": {
            "exact_below": 1000, "truncation": "none", "strict_gt": True, "close_to": "about",
            "pragmatic_bound": "tension", "tally": "non_decreasing", "barely": "just_over",
        },
        "news": {},
        "lenient": {
            "bare_round": "halo", "exact_below": 20, "truncation": "all", "nearly": "at_or_below", "close_to": "about",
            "barely": "about", "few": "scaled", "tally": "off",
        },
    }
)  # fmt: skip


def _nearest(value: object, allowed: Iterable[str]) -> str:
    import difflib

    found = difflib.get_close_matches(str(value), list(allowed), 1, 0.5)
    return f"; did you mean {found[0]!r}?" if found else ""


def _word(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{key}: one word is expected")
    return value


def _exact(key: str, value: object) -> Number:
    text = value if isinstance(value, str) else ""
    if text.endswith("h"):  # "4h", as the tables are written
        text = text[:-1] or "1"
    try:
        if len(text) > 40 or "e" in text.lower():
            raise ValueError
        number = Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise UsageError(f"{key}: {value!r} is not a number such as 4, 0.02 or 1/50") from None
    return whole(number)


def _whole(key: str, value: object) -> int:
    number = _exact(key, value)
    if not isinstance(number, int):
        raise UsageError(f"{key}: {value!r} is not a whole number")
    return number


def _flag(key: str, value: object) -> bool:
    if value not in ("true", "false"):
        raise UsageError(f"{key}: {value!r} is not true or false")
    return value == "true"


def _mapping(key: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{key}: a mapping is expected")
    return value


def _listed(key: str, value: object) -> list[Any]:
    if not isinstance(value, list):
        raise UsageError(f"{key}: a list is expected")
    return value


def _read_halfwidth(key: str, value: object) -> dict[str, Any]:
    names = [field.name for field in attrs.fields(HalfWidth)]
    read: dict[str, Any] = {}
    for name, part in _mapping(key, value).items():
        if name not in names:
            raise UsageError(f"{key}: {name!r} is not part of it{_nearest(name, names)}")
        read[name] = _flag(f"{key}.{name}", part) if name == "five" else _exact(f"{key}.{name}", part)
    return read


def _read_approximators(key: str, value: object) -> dict[str, Tiers]:
    read = {}
    for hedge, part in _mapping(key, value).items():
        options = _mapping(f"{key}.{hedge}", part)
        for name in options:
            if name not in ("core", "outer"):
                raise UsageError(f"{key}.{hedge}: {name!r} is not part of it{_nearest(name, ('core', 'outer'))}")
        read[hedge] = Tiers(**{name: _exact(f"{key}.{hedge}.{name}", width) for name, width in options.items()})
    return read


def _read_vague(key: str, value: object) -> dict[str, tuple[int, ...]]:
    return {
        word: tuple(_whole(f"{key}.{word}", end) for end in _listed(f"{key}.{word}", ends))
        for word, ends in _mapping(key, value).items()
    }


def _read_widths(count: int) -> Any:
    def read(key: str, value: object) -> tuple[Number, ...]:
        widths = tuple(_exact(key, part) for part in _listed(key, value))
        if len(widths) != count:
            raise UsageError(f"{key}: {count} numbers are expected")
        return widths

    return read


def _read_currencies(key: str, value: object) -> dict[str, str]:
    return {name: _word(f"{key}.{name}", code) for name, code in _mapping(key, value).items()}


_READERS: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "strict_gt": _flag,
        "exact_below": _whole,
        "halfwidth": _read_halfwidth,
        "approximators": _read_approximators,
        "vague": _read_vague,
        "share": _read_widths(3),
        "factor": _read_widths(2),
        "locale_currency": _read_currencies,
    }
)
