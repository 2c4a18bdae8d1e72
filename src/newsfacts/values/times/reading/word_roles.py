"""The roles that words have in dates, as small integers: the readers look at one for each token.

A module and not a class, because Python looks up the names of a module several times as fast. Readers call it `R`. `END` closes the
tokens, `UNKNOWN` is a word that no date is made of.
"""

from __future__ import annotations

(
    END, UNKNOWN, NUMBER, SIGN, FILL, MONTH, WEEKDAY, UNIT, SHORT_UNIT, RELATIVE, PART, DAY, DAYTIME,
    AMPM, CARDINAL, NTH, HEDGE, SIDE, BETWEEN, FROM, UPTO, AND, OR, AGO, LATER, EVERY, TIMES, REPEATED,
    SEASON, HOLIDAY, QUARTER, HALF, ZONE, NOW, VAGUE, DECADE, ERA, ARTICLE, WITHIN, IN, FOR, EARLIER,
    VAGUE_NUMBER, ADJECTIVE, OCLOCK, PLURAL_WEEKDAY, WEEKEND, HEDGE_AFTER, ON, FISCAL, DATE_TO, REST,
    COMPOUND, THAT, THAT_DAY, THEN, YEAR_AGO, THIS_TIME, TURN, BOUND, INTO, ALWAYS,
) = range(COUNT := 62)  # fmt: skip
