"""Lengths of time in running text: their hedges are kept, and British weeks are counted from the day that is named."""

from __future__ import annotations

import datetime as dt

import pytest

from newsfacts import TimeInterval, find_times, find_values

WEDNESDAY = dt.date(2024, 5, 15)


def read_in(sentence: str) -> list[str]:
    return [f"{found.words} = {found.value}" for found in find_times(sentence, published=WEDNESDAY)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It took a little over 30 minutes.", "a little over 30 minutes = >PT30M"),
        ("It took a shade under two hours.", "a shade under two hours = <PT2H"),
        ("It took well over two hours.", "well over two hours = >PT2H"),
        ("It took just shy of two hours.", "just shy of two hours = <PT2H"),
        ("It took north of two hours.", "north of two hours = >PT2H"),
        ("It took nowhere near two hours.", "nowhere near two hours = <PT2H"),
        ("It took a good 20 minutes.", "a good 20 minutes = >=PT20M"),
        ("It took two hours or so.", "two hours or so = ~PT2H"),
        ("It took two hours or more to mend.", "two hours or more = >=PT2H"),
        ("It took two hours at most.", "two hours at most = <=PT2H"),
        ("It lasts three years at least.", "three years at least = >=P3Y"),
        ("It takes three years, tops.", "three years, tops = <=P3Y"),
        ("He works ten hours, if that.", "ten hours, if that = <=PT10H"),
        ("Over half an hour later it rained.", "Over half an hour later = Over half an hour later"),
        ("They talked for over half an hour.", "over half an hour = >PT0.5H"),
        ("It stood for over a quarter of a century.", "over a quarter of a century = >P25Y"),
        ("They talked for a quarter of an hour.", "a quarter of an hour = PT0.25H"),
        ("It took almost half of a year.", "almost half of a year = <P0.5Y"),
        ("It took between two and three hours.", "between two and three hours = PT2H..PT3H"),
        ("Between 20 and 30 minutes passed.", "Between 20 and 30 minutes = PT20M..PT30M"),
        ("He left a little over two weeks ago.", "a little over two weeks ago = 2024-05-01~"),
    ],
)
def test_a_length_keeps_its_bound(sentence: str, found: str) -> None:
    assert read_in(sentence) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "It took the best part of two hours.",
        "It took most of an hour.",
        "It took a fraction of a second.",
        "It takes at best two hours.",
        "It takes two hours at best.",
    ],
)
def test_a_length_of_which_only_a_part_is_meant_is_not_found_whole(sentence: str) -> None:
    assert find_values(sentence, published=WEDNESDAY) == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("They vote a week on Tuesday.", "a week on Tuesday = 2024-05-28"),
        ("A fortnight on Monday, the strike begins.", "A fortnight on Monday = 2024-06-03"),
        ("The vote is on Tuesday week.", "Tuesday week = 2024-05-28"),
        ("The election is two weeks today.", "two weeks today = 2024-05-29"),
        ("It opens tomorrow week, he said.", "tomorrow week = 2024-05-23"),
        ("He died a week last Friday.", "a week last Friday = 2024-05-03"),
    ],
)
def test_weeks_are_counted_from_the_day_that_is_named(sentence: str, found: str) -> None:
    assert read_in(sentence) == [found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The court adjourned for a week on Tuesday.", ["a week = P1W", "Tuesday = 2024-05-14"]),
        ("He was suspended two weeks on Monday.", ["two weeks = P2W", "Monday = 2024-05-13"]),
        ("The deadline moved by a week on Friday.", ["a week = P1W", "Friday = 2024-05-10"]),
        ("He spent a week on Tuesday's crossword.", ["a week = P1W", "Tuesday = 2024-05-14"]),
        ("On Tuesday week-long talks began.", ["Tuesday = 2024-05-14", "week-long = P1W"]),
        ("He works two weeks on, two weeks off.", ["two weeks = P2W", "two weeks = P2W"]),
    ],
)
def test_a_length_before_a_day_stays_a_length(sentence: str, found: list[str]) -> None:
    assert read_in(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It is open from 9am to 5pm on Monday.", ["9am to 5pm on Monday = 2024-05-13T09:00/2024-05-13T17:00"]),
        (
            "It is open between 9am and 5pm on Monday.",
            ["between 9am and 5pm on Monday = 2024-05-13T09:00/2024-05-13T17:00"],
        ),
        ("The quake struck at 5.12am.", ["5.12am = 2024-05-15T05:12"]),
        ("Cases fell in the week to 5 May.", ["the week to 5 May = 2024-04-29/2024-05-05"]),
        ("Profit rose in the year ending March 31.", ["the year ending March 31 = 2023-04-01/2024-03-31"]),
        ("Sales fell in the year to the end of March.", ["the year to the end of March = 2023-04-01/2024-03-31"]),
        ("Sales fell in the three months to March.", ["the three months to March = 2024-01-01/2024-03-31"]),
        ("It rained in the week commencing 6 May.", ["the week commencing 6 May = 2024-05-06/2024-05-12"]),
        ("It was built at the turn of the 20th century.", ["the turn of the 20th century = 1900~"]),
        ("He was given 20 years to life.", ["20 years to life = >=P20Y"]),
        ("It rained on 11 and 12 May.", ["11 and 12 May = {2024-05-11,2024-05-12}"]),
        ("They met on 1, 2 and 3 June 2023.", ["1, 2 and 3 June 2023 = {2023-06-01,2023-06-02,2023-06-03}"]),
        ("They met on May 11 and 12, she said.", ["May 11 and 12 = {2024-05-11,2024-05-12}"]),
        ("It closed between 11 and 13 May.", ["between 11 and 13 May = 2024-05-11/2024-05-13"]),
    ],
)
def test_both_ends_of_a_period_are_found_together(sentence: str, found: list[str]) -> None:
    assert read_in(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("On Friday the fire broke out at 5pm.", ["Friday = 2024-05-10", "5pm = 2024-05-10T17:00"]),
        ("On Friday it opened at 5 p.m. ET, and closed at noon.",
         ["Friday = 2024-05-10", "5 p.m. ET = 2024-05-10T17:00-04:00", "noon = 2024-05-10T12:00"]),
        ("The 7pm kick-off on Saturday was moved.", ["7pm = 2024-05-11T19:00", "Saturday = 2024-05-11"]),
        ("He spoke on Friday. The shop opens at 9am.", ["Friday = 2024-05-10", "9am = 2024-05-15T09:00"]),
        ("He met them at 5pm on Tuesday, then left at 6pm.", ["5pm on Tuesday = 2024-05-14T17:00", "6pm = 2024-05-14T18:00"]),
        ("Last week it opened at 5pm.", ["Last week = 2024-05-06/2024-05-12", "5pm = 5pm"]),
        ("It opens at 5pm.", ["5pm = 2024-05-15T17:00"]),
        ("She finished third in 2:14:58.", []),
        ("The 1970s and 80s were hard.", ["The 1970s and 80s = 197X/198X"]),
        ("The winter of '63 was cold.", ["The winter of '63 = 1963-24"]),
        ("Psalm 23:4 and John 3:16 were read.", []),
        ("The Seven Years' War began in 1756.", ["1756 = 1756"]),
        ("Emissions must fall 43% below those of fall 2019.", ["fall 2019 = 2019-23"]),
        ("One day in March 2023 he left.", ["March 2023 = 2023-03"]),
        ("See example.com/2024/05/12/news-7 for tips.", []),
    ],
)  # fmt: skip
def test_a_time_of_day_is_on_the_day_of_its_sentence(sentence: str, found: list[str]) -> None:
    assert read_in(sentence) == found


def test_a_moved_time_of_day_says_what_it_counts_from_and_keeps_the_day_of_publication() -> None:
    day, hour = find_times("On Friday the fire broke out at 5pm.", published=WEDNESDAY)
    assert hour.antecedent == day.span
    assert isinstance(hour.value, TimeInterval)
    assert [str(other) for other in hour.value.alternatives] == ["2024-05-15T17:00"]
