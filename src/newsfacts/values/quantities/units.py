"""Units of measure: how they are written, and how units of one dimension convert into each other.

The factors are exact by definition (international yard and pound of 1959, SI; US customary liquid measures). A month
is not a number of days, so calendar units convert only among themselves.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

__all__ = [
    "MEASURES",
    "TIME_UNITS",
    "Measure",
]


class Measure(NamedTuple):
    """A unit: its dimension, its size in the dimension's base unit, its system; None for a size that has no factor."""

    dimension: str
    size: int | Fraction | None
    system: str = "si"


def _table(text: str, dimension: str, system: str) -> dict[str, Measure]:
    """Lines "factor: spelling, spelling"."""
    table = {}
    for line in text.strip().splitlines():
        factor, _, names = line.strip().partition(": ")
        size = None if factor == "-" else Fraction(factor)
        for name in names.split(", "):
            table[name] = Measure(dimension, size, system)
    return table


MEASURES: Final[dict[str, Measure]] = {
    **_table(
        """1: metre, metres, meter, meters, m
        1000: kilometre, kilometres, kilometer, kilometers, km, kms
        1/10: decimetre, decimeter, decimetres, decimeters, dm
        1/100: centimetre, centimetres, centimeter, centimeters, cm
        1/1000: millimetre, millimetres, millimeter, millimeters, mm
        1/1000000: micrometre, micrometres, micrometer, micrometers, micron, microns, µm, μm
        1/1000000000: nanometre, nanometres, nanometer, nanometers, nm
        1/1000000000000: picometre, picometer, picometres, picometers
        1852: nautical mile, nautical miles""", "length", "si",
    ),
    **_table(
        """127/5000: inch, inches, in, "
        381/1250: foot, feet, ft, '
        1143/1250: yard, yards, yd, yds
        201168/125: mile, miles, mi""", "length", "us",
    ),
    **_table(
        """1: square metre, square metres, square meter, square meters, sq m, m²
        1000000: square kilometre, square kilometres, square kilometer, square kilometers, sq km, km²
        10000: hectare, hectares, ha""", "area", "si",
    ),
    **_table(
        """145161/1562500: square foot, square feet, sq ft
        40468564224/10000000: acre, acres
        40468564224/15625: square mile, square miles, sq mi""", "area", "us",
    ),
    **_table(
        """1: gram, grams, gramme, grammes, g, gm, gs
        1000: kilogram, kilograms, kilogramme, kilogrammes, kg, kgs, kilo, kilos
        1/1000: milligram, milligrams, mg
        1/1000000: microgram, micrograms, microgramme, microgrammes, µg, μg
        1000000: tonne, tonnes, metric ton, metric tons, metric tonnes""", "mass", "si",
    ),
    **_table(
        """45359237/100000: pound, pounds, lb, lbs
        45359237/1600000: ounce, ounces, oz
        317514659/50000: stone
        -: ton, tons, t""", "mass", "us",
    ),
    **_table(
        """1: litre, litres, liter, liters, l
        100: hectolitre, hectolitres, hectoliter, hectoliters
        1/1000: millilitre, millilitres, milliliter, milliliters, ml, mls""", "volume", "si",
    ),
    **_table(
        """473176473/125000000: gallon, gallons, gal
        473176473/1000000000: pint, pints
        473176473/500000000: quart, quarts
        473176473/2000000000: cup, cups
        -: barrel, barrels, bushel, bushels""", "volume", "us",
    ),
    **_table(
        """1: second, seconds, sec, secs, s
        60: minute, minutes, min, mins
        3600: hour, hours, hr, hrs, h
        86400: day, days
        604800: week, weeks""", "time", "si",
    ),
    **_table(
        """1: month, months
        3: quarter, quarters
        12: year, years, yr, yrs
        120: decade, decades
        1200: century, centuries""", "calendar time", "si",
    ),
    **_table("""-: degree, degrees, deg, deg., °, °c, °f, celsius, fahrenheit, centigrade, centigrate, kelvin, k, c, f,
        degrees celsius, degrees fahrenheit, degree celsius, degree fahrenheit, degrees c, degrees f, degrees centigrade
        """.replace("\n        ", " ").strip(), "temperature", "si"),
    **_table(
        """1: bit, bits
        8: byte, bytes
        8192: kibibyte, kibibytes
        8388608: mebibyte, mebibytes
        8589934592: gibibyte, gibibytes
        8000: kilobyte, kilobytes, kb
        8000000: megabyte, megabytes, mb
        8000000000: gigabyte, gigabytes, gb
        8000000000000: terabyte, terabytes, tb
        8000000000000000: petabyte, petabytes
        8000000000000000000: exabyte, exabytes""", "data", "si",
    ),
    **_table(
        """1: watt hour, watt hours, wh
        1000: kilowatt hour, kilowatt hours, kwh, kilowatt-hours
        1000000: megawatt hour, megawatt hours, mwh, megawatt-hours
        1000000000: gigawatt hour, gigawatt hours, gwh, gigawatt-hours
        1000000000000: terawatt hour, terawatt hours, twh""", "energy", "si",
    ),
    **_table(
        """1: watt, watts, w
        1000: kilowatt, kilowatts, kw
        1000000: megawatt, megawatts, mw
        1000000000: gigawatt, gigawatts, gw""", "power", "si",
    ),
    **_table(
        """1: hertz, hz
        1000: kilohertz, khz
        1000000: megahertz, mhz
        1000000000: gigahertz, ghz""", "frequency", "si",
    ),
    **_table("""-: mph, miles per hour, km/h, kph, kmh, kilometres per hour, kilometers per hour, knot, knots""",
             "speed", "si"),
    **_table("""-: bpd""", "barrels a day", "us"),
    **_table("""-: ‰, per mille, permille""", "per mille", "si"),
    **_table("""-: mpg, miles per gallon""", "consumption", "us"),
}  # fmt: skip
"""A unit as written, in lower case -> what it measures."""

TIME_UNITS: Final[dict[str, str]] = {
    "second": "T1S", "minute": "T1M", "hour": "T1H", "day": "1D", "week": "1W", "fortnight": "2W", "month": "1M",
    "quarter": "3M", "year": "1Y", "decade": "10Y", "century": "100Y", "night": "1D",
}  # fmt: skip
"""A time unit in the singular -> the ISO 8601 duration of one, without its P."""
