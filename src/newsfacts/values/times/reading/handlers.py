"""Which function reads which kind of word: the one table that `FrameReader` looks up."""

from __future__ import annotations

from typing import Final

from newsfacts.values.times.reading import word_roles
from newsfacts.values.times.reading.calendar_words import (
    apostrophe_word,
    day_word,
    decade_word,
    era_word,
    holiday_word,
    hyphen_word,
    letter_word,
    month_word,
    quarter_words,
    season_word,
    weekday_word,
)
from newsfacts.values.times.reading.clock_words import ampm_word, daytime_word, zone_word
from newsfacts.values.times.reading.counted_words import counted, for_hour, half_word, in_date, year_ago_words
from newsfacts.values.times.reading.numbers import cardinal_word, numeral
from newsfacts.values.times.reading.ordinal_words import ordinal_word
from newsfacts.values.times.reading.period_words import (
    adjective_word,
    article_word,
    bound_word,
    compound_word,
    fill_word,
    fiscal_word,
    hedge_word,
    narrower_word,
    now_word,
    on_word,
    part_word,
    rest_word,
    that_day_word,
    then_word,
    this_time_word,
    to_date_words,
    turn_word,
    vague_word,
)
from newsfacts.values.times.reading.reader import Handler
from newsfacts.values.times.reading.relative_words import relative_word, that_word, unit_word, weekend_word

__all__ = ["HANDLERS"]

R = word_roles

_BY_ROLE: Final[dict[int, Handler]] = {
    R.FILL: fill_word,
    R.ON: on_word,
    R.ARTICLE: article_word,
    R.MONTH: month_word,
    R.WEEKDAY: weekday_word,
    R.DAY: day_word,
    R.DAYTIME: daytime_word,
    R.SEASON: season_word,
    R.HOLIDAY: holiday_word,
    R.QUARTER: quarter_words,
    R.HALF: half_word,
    R.ZONE: zone_word,
    R.NOW: now_word,
    R.VAGUE: vague_word,
    R.DECADE: decade_word,
    R.ERA: era_word,
    R.PART: part_word,
    R.EARLIER: narrower_word,
    R.REST: rest_word,
    R.DATE_TO: to_date_words,
    R.FISCAL: fiscal_word,
    R.WEEKEND: weekend_word,
    R.UNIT: unit_word,
    R.RELATIVE: relative_word,
    R.NTH: ordinal_word,
    R.CARDINAL: cardinal_word,
    R.NUMBER: numeral,
    R.UNKNOWN: letter_word,
    R.SHORT_UNIT: apostrophe_word,
    R.UPTO: hyphen_word,
    R.IN: in_date,
    R.FOR: for_hour,
    R.ADJECTIVE: adjective_word,
    R.HEDGE: hedge_word,
    R.AMPM: ampm_word,
    R.VAGUE_NUMBER: counted,
    R.COMPOUND: compound_word,
    R.THAT: that_word,
    R.THAT_DAY: that_day_word,
    R.THEN: then_word,
    R.YEAR_AGO: year_ago_words,
    R.THIS_TIME: this_time_word,
    R.TURN: turn_word,
    R.BOUND: bound_word,
}
"""Role of a word -> the function that reads it."""

HANDLERS: Final[tuple[Handler | None, ...]] = tuple(_BY_ROLE.get(role) for role in range(R.COUNT))
"""The same by number; None for the roles that end a date expression."""
