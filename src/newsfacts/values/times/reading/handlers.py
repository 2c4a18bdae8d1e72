"""Which function reads which kind of word: the one table that `frame.FrameReader` looks up."""

from __future__ import annotations

from typing import Final

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
from newsfacts.values.times.reading.reader import FrameReader, Handler
from newsfacts.values.times.reading.relative_words import relative_word, that_word, unit_word, weekend_word
from newsfacts.values.times.reading.tokens import Tokens
from newsfacts.values.times.reading.words import Role

__all__ = ["HANDLERS", "frame_reader"]

HANDLERS: Final[dict[int, Handler]] = {
    Role.FILL: fill_word,
    Role.ON: on_word,
    Role.ARTICLE: article_word,
    Role.MONTH: month_word,
    Role.WEEKDAY: weekday_word,
    Role.DAY: day_word,
    Role.DAYTIME: daytime_word,
    Role.SEASON: season_word,
    Role.HOLIDAY: holiday_word,
    Role.QUARTER: quarter_words,
    Role.HALF: half_word,
    Role.ZONE: zone_word,
    Role.NOW: now_word,
    Role.VAGUE: vague_word,
    Role.DECADE: decade_word,
    Role.ERA: era_word,
    Role.PART: part_word,
    Role.EARLIER: narrower_word,
    Role.REST: rest_word,
    Role.DATE_TO: to_date_words,
    Role.FISCAL: fiscal_word,
    Role.WEEKEND: weekend_word,
    Role.UNIT: unit_word,
    Role.RELATIVE: relative_word,
    Role.NTH: ordinal_word,
    Role.CARDINAL: cardinal_word,
    Role.NUMBER: numeral,
    Role.UNKNOWN: letter_word,
    Role.SHORT_UNIT: apostrophe_word,
    Role.UPTO: hyphen_word,
    Role.IN: in_date,
    Role.FOR: for_hour,
    Role.ADJECTIVE: adjective_word,
    Role.HEDGE: hedge_word,
    Role.AMPM: ampm_word,
    Role.VAGUE_NUMBER: counted,
    Role.COMPOUND: compound_word,
    Role.THAT: that_word,
    Role.THAT_DAY: that_day_word,
    Role.THEN: then_word,
    Role.YEAR_AGO: year_ago_words,
    Role.THIS_TIME: this_time_word,
    Role.TURN: turn_word,
    Role.BOUND: bound_word,
}
"""Role of a word -> the function that reads it."""


def frame_reader(phrase: str, tokens: Tokens, day_first: bool) -> FrameReader:
    """A reader of the date expressions in these tokens."""
    return FrameReader(phrase, tokens, day_first, HANDLERS)
