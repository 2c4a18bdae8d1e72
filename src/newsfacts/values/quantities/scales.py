"""What a quantity is measured on, so that "40°C" can be compared with "104 degrees Fahrenheit", and "60 mph" with "97 km/h".

Units that are written differently, or as a rate in one place and as a word in another ("mph", "miles an hour"), are on one scale
where their factor is exact by definition: the foot and the pound of 1959, the nautical mile of 1929 (1,852 metres), the degree
Fahrenheit as 5/9 kelvin with 32 degrees at 0 °C, and the kelvin with 273.15 at 0 °C. The readers know fewer units (`units`).
"""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import Final, NamedTuple

from newsfacts.values.quantities.plurals import singular_noun
from newsfacts.values.quantities.units import MEASURES

__all__ = ["Scale", "is_bare_degree", "same_rate", "scale_of"]


class Scale(NamedTuple):
    """What is measured, and how a number on it becomes one in the base unit of that: times `factor`, plus `zero`.

    A `zero` other than 0 is for levels alone: a rise of 9 degrees Fahrenheit is one of 5 degrees Celsius.
    """

    dimension: str
    factor: int | Fraction = 1
    zero: int | Fraction = 0


_FOOT: Final = Fraction(381, 1250)
_KM_PER_HOUR: Final = Fraction(3600, 1000)
"""A metre per second; speeds are compared, and shown, in what they are mostly stated in."""
_CELSIUS: Final = Scale("temperature")
_FAHRENHEIT: Final = Scale("temperature", Fraction(5, 9), Fraction(-160, 9))
_KELVIN: Final = Scale("temperature", 1, Fraction(-27315, 100))


def _spelled(text: str, scale: Scale) -> dict[str, Scale]:
    return dict.fromkeys(text.split(", "), scale)


_SCALES: Final[dict[str, Scale]] = {
    **_spelled("°c, c, celsius, centigrade, centigrate, degree celsius, degrees celsius, degree c, degrees c, degrees centigrade", _CELSIUS),
    **_spelled("°f, f, fahrenheit, degree fahrenheit, degrees fahrenheit, degree f, degrees f", _FAHRENHEIT),
    **_spelled("k, kelvin, kelvins", _KELVIN),
    **_spelled("degree, degrees, deg, deg., °", Scale("degrees")),
    **_spelled("fathom, fathoms", Scale("length", 6 * _FOOT)),
    **_spelled("stone", Scale("mass", 14 * Fraction(45359237, 100000))),
    **_spelled("kilotonne, kilotonnes", Scale("mass", 10**9)),
    **_spelled("megatonne, megatonnes", Scale("mass", 10**12)),
    **_spelled("gigatonne, gigatonnes", Scale("mass", 10**15)),
    **_spelled("cubic metre, cubic metres, cubic meter, cubic meters, cu m, m³, m3", Scale("volume", 1000)),
    **_spelled("cubic centimetre, cubic centimetres, cubic centimeter, cubic centimeters, cm³, cm3", Scale("volume", Fraction(1, 1000))),
    **_spelled("cubic kilometre, cubic kilometres, cubic kilometer, cubic kilometers, km³, km3", Scale("volume", 10**12)),
    **_spelled("cubic foot, cubic feet, cu ft, ft³", Scale("volume", 1000 * _FOOT**3)),
    **_spelled("cubic yard, cubic yards", Scale("volume", 27000 * _FOOT**3)),
    **_spelled("acre-foot, acre-feet", Scale("volume", 1000 * Fraction(40468564224, 10000000) * _FOOT)),
    **_spelled("kilobit, kilobits", Scale("data", 1000)),
    **_spelled("megabit, megabits", Scale("data", 10**6)),
    **_spelled("gigabit, gigabits", Scale("data", 10**9)),
    **_spelled("terawatt, terawatts, tw", Scale("power", 10**12)),
    **_spelled("hectopascal, hectopascals, hpa, millibar, millibars, mbar", Scale("pressure", 100)),
    **_spelled("kilopascal, kilopascals, kpa", Scale("pressure", 1000)),
    **_spelled("decibel, decibels, db", Scale("loudness")),
    **_spelled("kilocalorie, kilocalories, kcal", Scale("kilocalories")),
    **_spelled("horsepower, hp", Scale("horsepower")),
    **_spelled("barrel, barrels, bbl", Scale("barrels")),
    **_spelled("bushel, bushels", Scale("bushels")),
    **_spelled("ton, tons", Scale("tons")),
    **_spelled("‰, per mille, permille", Scale("per mille")),
}  # fmt: skip
"""A unit as written, in lower case. "Ton" and "barrel" have no factor: they are several units."""

_RATES: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(("mph", "miles per hour", "miles an hour"), ("mile", "hour")),
    **dict.fromkeys(
        ("km/h", "kph", "kmh", "kmph", "kilometres per hour", "kilometers per hour", "kilometres an hour", "kilometers an hour"),
        ("km", "hour"),
    ),
    **dict.fromkeys(("m/s", "metres per second", "meters per second"), ("m", "second")),
    **dict.fromkeys(("knot", "knots", "kts", "kn"), ("nautical mile", "hour")),
    **dict.fromkeys(("mpg", "miles per gallon"), ("mile", "gallon")),
    "bpd": ("barrel", "day"),
    "mbps": ("megabit", "second"),
    "gbps": ("gigabit", "second"),
    "ppm": ("parts", "1000000"),
    "ppb": ("parts", "1000000000"),
}  # fmt: skip
"""One word, or one phrase, for a rate: what is measured, and what for."""


@functools.lru_cache(maxsize=2048)
def scale_of(unit: str, per: str | None) -> Scale | None:
    """What a unit, with what it is a rate of, is measured on; None where it is what is counted and not measured."""
    unit = unit.lower()
    if per is None:
        unit, per = _RATES.get(unit, (unit, None))
    scale = _simple(unit)
    if per is None or (scale is None and unit != "parts"):
        return scale
    amount = scale or Scale(unit)
    divisor = _simple(per.lower())
    if divisor is None:
        return Scale(f"{amount.dimension} per {singular_noun(per.lower())}", amount.factor)
    factor = Fraction(amount.factor) / divisor.factor
    if (amount.dimension, divisor.dimension) == ("length", "time"):
        return Scale("speed", factor * _KM_PER_HOUR)
    return Scale(f"{amount.dimension} per {divisor.dimension}", factor)


def _simple(unit: str) -> Scale | None:
    scale = _SCALES.get(unit)
    measure = MEASURES.get(unit)
    if scale is not None or measure is None:
        return scale
    return Scale(measure.dimension, measure.size) if measure.size is not None else Scale(unit)


def same_rate(first: str | None, second: str | None) -> bool:
    """Whether two quantities are rates of the same, "h" and "hour", or neither is one."""
    if first is None or second is None or first.lower() == second.lower():
        return (first or "").lower() == (second or "").lower()
    one = _simple(first.lower())
    return one is not None and one == _simple(second.lower())


def is_bare_degree(unit: str | None) -> bool:
    """Whether a unit is a degree whose scale is not named."""
    return unit is not None and _SCALES.get(unit.lower()) == Scale("degrees")
