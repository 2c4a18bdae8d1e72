"""The dates of holidays and observances that English-language news names without a date.

Fixed days, weekdays of a month, days counted from Easter (Western and Orthodox, by the computus of `dateutil`), and the
days of the Hebrew calendar, which is arithmetic. Days of the Islamic calendar follow the tabular calendar and can be a
day off from the sighting of the moon: they are approximate. Days whose date only an almanac knows (Diwali, Vesak,
Chinese New Year outside the table) are not guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from newsfacts.values.times.calendar import day_number, month_length

__all__ = ["HOLIDAYS", "Holiday", "holiday_day"]


class Holiday(NamedTuple):
    """How to find the day of a holiday in a year: `rule` gives its day number, or None if there is none that year."""

    rule: Callable[[int], int | None]
    approximate: bool = False
    from_eve: bool = False
    """It begins on the evening before; both days are called by its name."""
    every: int = 1
    """In which years it is meant where none is said: those that leave `remainder` when they are divided by `every`."""
    remainder: int = 0
    days: int = 1
    """How many days it lasts; with the eve it is one more."""
    historic: int | None = None
    """The year that is meant where none is said: D-Day is that of 1944."""


def _fixed(month: int, day: int) -> Holiday:
    return Holiday(lambda year: day_number(year, month, day))


def _nth(month: int, weekday: int, nth: int, plus: int = 0) -> Holiday:
    """The nth weekday (0 is Monday) of a month, counted from its end if negative, and some days after it."""

    def rule(year: int) -> int:
        if nth > 0:
            first = day_number(year, month, 1)
            return first + (weekday - first) % 7 + 7 * (nth - 1) + plus
        last = day_number(year, month, month_length(year, month))
        return last - (last - weekday) % 7 + 7 * (nth + 1) + plus

    return Holiday(rule)


def _easter(plus: int, orthodox: bool = False) -> Holiday:
    def rule(year: int) -> int | None:
        if not 326 <= year <= 4099:
            return None
        from dateutil import easter

        if year <= 1582:
            return None if orthodox else easter.easter(year, easter.EASTER_JULIAN).toordinal() - 1 + plus
        found = easter.easter(year, easter.EASTER_ORTHODOX if orthodox else easter.EASTER_WESTERN)
        return found.toordinal() - 1 + plus

    return Holiday(rule)


def _before_weekday(month: int, day: int, weekday: int) -> Holiday:
    """The last such weekday strictly before a day of a month."""

    def rule(year: int) -> int:
        limit = day_number(year, month, day) - 1
        return limit - (limit - weekday) % 7

    return Holiday(rule)


def _workday(month: int, day: int) -> Holiday:
    """A fixed day, kept on the nearest working day (Friday before a Saturday, Monday after a Sunday)."""

    def rule(year: int) -> int:
        number = day_number(year, month, day)
        return number + {5: -1, 6: 1}.get(number % 7, 0)

    return Holiday(rule)


_HEBREW_EPOCH: Final = -1_373_428  # 1 Tishri of the year 1, in days from 0001-01-01


def _hebrew_new_year(year: int) -> int:
    """The day number of 1 Tishri, by the four postponements (Reingold & Dershowitz, Calendrical Calculations)."""

    def elapsed(y: int) -> int:
        months = (235 * y - 234) // 19
        day = 29 * months + (12_084 + 13_753 * months) // 25_920
        return day + 1 if 3 * (day + 1) % 7 < 3 else day

    before, this, after = elapsed(year - 1), elapsed(year), elapsed(year + 1)
    late = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _HEBREW_EPOCH + this + late


def _hebrew(plus: int, from_next: bool) -> Holiday:
    """Days after 1 Tishri of the Hebrew year that begins in this year; with `from_next`, a day of spring, counted from
    it backwards: from Nisan to Tishri the months never change their length."""

    def rule(year: int) -> int:
        return _hebrew_new_year(year + 3761) + plus

    def winter(year: int) -> int:
        begins = _hebrew_new_year(year + 3761)
        length = _hebrew_new_year(year + 3762) - begins
        long_heshvan = length % 10 == 5
        return begins + plus + long_heshvan

    def shevat(year: int) -> int:
        begins = _hebrew_new_year(year + 3760)
        length = _hebrew_new_year(year + 3761) - begins
        return begins + plus + (length % 10 == 5) - (length % 10 == 3)

    if from_next:
        return Holiday(rule, from_eve=True)
    return Holiday(shevat if plus > 100 else winter, from_eve=True)


def _islamic(month: int, day: int) -> Holiday:
    """A day of the tabular Islamic calendar, up to two days later than by the calendar of Umm al-Qura; the first of them
    that falls in the Gregorian year."""

    def rule(year: int) -> int | None:
        first, last = day_number(year, 1, 1), day_number(year, 12, 31)
        guess = (year - 622) * 33 // 32
        for hijri in range(guess - 1, guess + 3):
            days = 227_013 + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 29 * (month - 1) + month // 2 + day
            if first <= days <= last:
                return days
        return None

    return Holiday(rule, approximate=True)


_CHINESE_NEW_YEAR: Final = {
    1990: (1, 27), 1991: (2, 15), 1992: (2, 4), 1993: (1, 23), 1994: (2, 10), 1995: (1, 31), 1996: (2, 19),
    1997: (2, 7), 1998: (1, 28), 1999: (2, 16), 2000: (2, 5), 2001: (1, 24), 2002: (2, 12), 2003: (2, 1),
    2004: (1, 22), 2005: (2, 9), 2006: (1, 29), 2007: (2, 18), 2008: (2, 7), 2009: (1, 26), 2010: (2, 14),
    2011: (2, 3), 2012: (1, 23), 2013: (2, 10), 2014: (1, 31), 2015: (2, 19), 2016: (2, 8), 2017: (1, 28),
    2018: (2, 16), 2019: (2, 5), 2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2024: (2, 10),
    2025: (1, 29), 2026: (2, 17), 2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3),
}  # fmt: skip


def _chinese_new_year(year: int) -> int | None:
    found = _CHINESE_NEW_YEAR.get(year)
    return None if found is None else day_number(year, *found)


_THANKSGIVING = _nth(11, 3, 4)


def _boss_day(year: int) -> int:
    """16 October, or the working day before it on a weekend."""
    number = day_number(year, 10, 16)
    return number - max(0, number % 7 - 4)


def _yom_hashoah(year: int) -> int:
    """27 Nisan, moved off the sabbath: from Friday to Thursday, from Sunday to Monday."""
    day = _hebrew_new_year(year + 3761) - 151
    return day + {4: -1, 6: 1}.get(day % 7, 0)


def _yom_haatzmaut(year: int) -> int:
    """5 Iyar, moved: Friday and Saturday to Thursday, Monday to Tuesday."""
    day = _hebrew_new_year(year + 3761) - 143
    return day + {4: -1, 5: -2, 0: 1}.get(day % 7, 0)


def _tisha_bav(year: int) -> int:
    """9 Av, a day later where that is a sabbath."""
    day = _hebrew_new_year(year + 3761) - 51
    return day + (day % 7 == 5)


_NAMES: Final[dict[str, Holiday]] = {
    "new year day|new years day|new year": _fixed(1, 1),
    "new year eve|new years eve": _fixed(12, 31),
    "epiphany|three kings day|twelfth night": _fixed(1, 6),
    "orthodox christmas|orthodox christmas day": _fixed(1, 7),
    (
        "martin luther king day|martin luther king jr day|martin luther king jr . day|martin luther king , jr . day|mlk jr . day|martin luther kings day|mlk day|mlk jr day|martin luther king"
    ): _nth(1, 0, 3),
    "inauguration day": Holiday(lambda year: day_number(year, 1, 20) if year % 4 == 1 else None, every=4, remainder=1),
    "australia day": _fixed(1, 26),
    "republic day": _fixed(1, 26),
    "holocaust memorial day|international holocaust remembrance day": _fixed(1, 27),
    "groundhog day|candlemas": _fixed(2, 2),
    "valentine day|valentines day|valentines|st valentine day|saint valentine day": _fixed(2, 14),
    "presidents day|president day|washington birthday|washingtons birthday": _nth(2, 0, 3),
    "family day": _nth(2, 0, 3),
    "super bowl sunday|super bowl": Holiday(lambda year: _nth(2, 6, 2 if year >= 2022 else 1).rule(year)),
    "leap day": Holiday(lambda year: day_number(year, 2, 29) if month_length(year, 2) == 29 else None),
    "international women day|international womens day|women day|womens day": _fixed(3, 8),
    "pi day": _fixed(3, 14),
    "ides of march": _fixed(3, 15),
    (
        "st patrick day|saint patrick day|st patricks day|saint patricks day|st patrick|saint patrick"
        "|st paddy day|saint paddy day|patrick day"
    ): _fixed(3, 17),
    "april fool day|april fools day|april fools|all fools day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "st george day|saint george day": _fixed(4, 23),
    "anzac day": _fixed(4, 25),
    "tax day": _workday(4, 15),
    "may day|labour day may|international workers day|international worker day|workers day": _fixed(5, 1),
    "star wars day": _fixed(5, 4),
    "cinco de mayo": _fixed(5, 5),
    "ve day|v-e day|v e day|victory in europe day": _fixed(5, 8)._replace(historic=1945),
    "vj day|v-j day|v j day|victory over japan day": _fixed(8, 15)._replace(historic=1945),
    "victory day": _fixed(5, 9),
    "europe day": _fixed(5, 9),
    "mother day|mothers day": _nth(5, 6, 2),
    "mothering sunday": _easter(-21),
    "victoria day": _before_weekday(5, 25, 0),
    "memorial day|decoration day": _nth(5, 0, -1),
    "armed forces day": _nth(5, 5, 3),
    "d day|d-day": _fixed(6, 6)._replace(historic=1944),
    "flag day": _fixed(6, 14),
    "father day|fathers day": _nth(6, 6, 3),
    "juneteenth|freedom day|emancipation day": _fixed(6, 19),
    "midsummer day": _fixed(6, 24),
    "canada day": _fixed(7, 1),
    "independence day|fourth of july|july fourth": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "parents day|parent day": _nth(7, 6, 4),
    "assumption day|assumption": _fixed(8, 15),
    "labor day|labour day": _nth(9, 0, 1),
    "grandparents day|grandparent day": _nth(9, 0, 1, 6),
    "patriot day": _fixed(9, 11),
    "constitution day|citizenship day": _fixed(9, 17),
    "michaelmas": _fixed(9, 29),
    "columbus day|indigenous peoples day": _nth(10, 0, 2),
    "canadian thanksgiving|canadian thanksgiving day": _nth(10, 0, 2),
    "boss day|bosses day|boss|national boss day": Holiday(_boss_day),
    "united nations day|un day": _fixed(10, 24),
    "halloween|hallowe'en|all hallows eve|all saints eve": _fixed(10, 31),
    "all saints day|all saint day|all hallows day|all hallows": _fixed(11, 1),
    "world vegan day": _fixed(11, 1),
    "all souls day|all soul day|day of the dead": _fixed(11, 2),
    "guy fawkes night|guy fawkes day|bonfire night": _fixed(11, 5),
    "veterans day|veteran day|armistice day|remembrance day": _fixed(11, 11),
    "remembrance sunday": _nth(11, 6, 2),
    "election day": _nth(11, 0, 1, 1)._replace(every=2),
    "thanksgiving|thanksgiving day": _THANKSGIVING,
    "black friday": _nth(11, 3, 4, 1),
    "small business saturday": _nth(11, 3, 4, 2),
    "cyber monday": _nth(11, 3, 4, 4),
    "giving tuesday": _nth(11, 3, 4, 5),
    "st andrew day|saint andrew day": _fixed(11, 30),
    "world aids day": _fixed(12, 1),
    "pearl harbor day|pearl harbor remembrance day": _fixed(12, 7),
    "human rights day": _fixed(12, 10),
    "st nicholas day|saint nicholas day": _fixed(12, 6),
    "st lucia day": _fixed(12, 13),
    "christmas eve|xmas eve": _fixed(12, 24),
    "christmas|xmas|christmas day|xmas day": _fixed(12, 25),
    "boxing day|st stephen day|saint stephen day": _fixed(12, 26),
    "kwanzaa": _fixed(12, 26)._replace(days=7),
    "easter|easter sunday|easter day": _easter(0),
    "easter monday|easter mon": _easter(1),
    "good friday|great friday": _easter(-2),
    "holy saturday|easter saturday|easter eve": _easter(-1),
    (
        "maundy thursday|holy thursday|covenant thursday|covenant thu|thursday of mysteries|thu of mysteries|maundy thu"
    ): _easter(-3),
    "palm sunday|branch sunday": _easter(-7),
    "ash wednesday": _easter(-46),
    "lent": _easter(-46)._replace(days=46),
    "holy week": _easter(-7)._replace(days=7),
    "shrove tuesday|mardi gras|fat tuesday|pancake day|pancake tuesday": _easter(-47),
    "shrove monday": _easter(-48),
    "ascension day|ascension thursday|ascension": _easter(39),
    "pentecost|whitsun|whit sunday|white sunday|pentecost sunday|whitsunday": _easter(49),
    "whit monday|pentecost monday": _easter(50),
    "trinity sunday": _easter(56),
    "corpus christi": _easter(60),
    "orthodox easter|orthodox easter sunday|pascha|orthodox pascha": _easter(0, True),
    "orthodox good friday|orthodox great friday": _easter(-2, True),
    "orthodox easter monday": _easter(1, True),
    "orthodox palm sunday": _easter(-7, True),
    "orthodox ash monday|clean monday|orthodox clean monday|orthodox shrove monday|great fast": _easter(-48, True),
    "lazarus saturday|orthodox lazarus saturday": _easter(-8, True),
    "orthodox holy saturday|orthodox great saturday": _easter(-1, True),
    "orthodox pentecost": _easter(49, True),
    "orthodox ascension": _easter(39, True),
    "rosh hashanah|rosh hashana|rosh hashanna|rosh ha shanah": _hebrew(0, True)._replace(days=2),
    "yom kippur": _hebrew(9, True),
    "sukkot|sukkoth|feast of tabernacles": _hebrew(14, True)._replace(days=7),
    "shemini atzeret": _hebrew(21, True),
    "simchat torah|simhat torah": _hebrew(22, True),
    "hanukkah|hanukah|chanukah|chanukkah": _hebrew(83, False)._replace(days=8),
    "tu bishvat|tu b'shvat|tu bshvat": _hebrew(132, False),
    "purim": _hebrew(-193, True),
    "passover|pesach": _hebrew(-163, True)._replace(days=8),
    "yom hashoah|yom ha shoah": Holiday(_yom_hashoah, from_eve=True),
    "yom haatzmaut|yom ha atzmaut|israel independence day|israeli independence day": Holiday(
        _yom_haatzmaut, from_eve=True
    ),
    "shavuot|shavuoth": _hebrew(-113, True),
    "tisha b'av|tisha b av|tisha bav": Holiday(_tisha_bav, from_eve=True),
    "ramadan|holy month of ramadan|the holy month of ramadan|month of ramadan|the month of ramadan": _islamic(
        9, 1
    )._replace(days=30),
    "eid al fitr|eid al-fitr|eid ul fitr|eid|id ul fitr": _islamic(10, 1),
    ("eid al adha|eid al-adha|eid ul adha|id ul adha|id ul-adha|sacrifice feast|feast of sacrifice|bakrid"): _islamic(
        12, 10
    ),
    "islamic new year|hijri new year|amun jadid": _islamic(1, 1),
    "ashura": _islamic(1, 10),
    "mawlid|mawlid al nabawi|mawlid al-nabawi|milad un nabi|prophet birthday|prophets birthday": _islamic(3, 12),
    "laylat al miraj|isra and miraj|isra and mi'raj|the night journey|night journey": _islamic(7, 27),
    (
        "chinese new year|lunar new year|chinese lunar new year|chinese lunar new year day"
        "|chinese new year day|lunar new year day|spring festival"
    ): Holiday(_chinese_new_year),
}


HOLIDAYS: Final[dict[tuple[str, ...], Holiday]] = {
    tuple(name.replace("-", " ").split()): holiday for names, holiday in _NAMES.items() for name in names.split("|")
}
"""The words of a name (lower case, without 's and hyphens) -> how to find its day."""


def holiday_day(holiday: Holiday, year: int) -> int | None:
    """The day number of a holiday in a Gregorian year. A Jewish day begins on the evening before."""
    return holiday.rule(year) if 1 <= year <= 9998 else None
