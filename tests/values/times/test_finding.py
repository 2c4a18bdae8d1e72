"""Where times begin and end in running text. Braces mark what has to be found, and nothing else may be."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.counting import is_linear
from tests.finders.marked import expected, marked

from newsfacts import find_times

WEDNESDAY = dt.date(2024, 5, 15)


def found_in(sentence: str) -> str:
    text = expected(sentence, "{}")[0]
    return marked(text, [time.span for time in find_times(text, published=WEDNESDAY)], "{}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry sank on {Friday}, the mayor said.",
        "The ferry sank {late Friday night}, and divers came {early the next morning}.",
        "The court ruled on {June 3, 2019}, and again on {4 July} and {Sept. 5}.",
        "It opens at {9:30 a.m. Tuesday} and closes at {noon}.",
        "It opened {two years ago}, {more than a decade later} than planned.",
        "Sales fell in {the first nine months of 2016} and in {the third quarter}.",
        "She worked here for {seven and a half years}, {three years and two months} of them alone.",
        "It ran from {1994} to {2004}, with a break in {the mid-1990s}.",
        "Building takes {a year and a half}; it began {an hour and a half ago}, after {two years and a half}.",
        "It took {an hour and a quarter}, not {two hours and a quarter}.",
        "He came {last week}, {this month}, {the past three months} and {earlier this year}.",
        "The {two-day} meeting ended {yesterday afternoon}.",
        "They meet {every Tuesday}, or {once a month}, and publish {weekly}.",
        "They meet {at least twice a month}, {every Monday and Friday} or on {Tuesdays, Thursdays and Saturdays}.",
        "Nobody works on a Sunday, but she spoke at a {Sunday} rally.",
        "It is {now} closed; it had {recently} been painted.",
        "{Christmas Day} is a holiday, and {New Year's Eve} is none.",
        "By {the end of the year}, and certainly in {the summer of 2025}, it is done.",
        "He won in {March of last year}, on {the morning of Jan. 5}.",
        "It was built in {the 19th century}, {a quarter century} after the war.",
        "At {half past ten on Tuesday night}, by {year's end}, in {the wee hours of Monday}, {this time last year}.",
        "The class of {'08} met the miners' 45 sons.",
        "{Next Week}, Police Say, Ohio Will Vote on {Tuesday}",
        "The {2012} elections and one influential {2009} paper changed that {2013} report.",
        "Profit rose in {Q3 2015} against {the year-ago quarter}.",
        "{Last year's} fire: see {Monday's} paper.".replace("'s}", "}'s"),
    ],
)
def test_a_time_is_found_as_far_as_it_goes(sentence: str) -> None:
    assert found_in(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The council may march, and Theresa May met April Smith.",
        "The Sunday Times, USA Today and the Morning Post reported it.",
        "The second man came second, with a second car.",
        "Leaves fall and rivers spring from rocks.",
        "A quarter of voters and three-quarters of the rest agreed.",
        "The film will last and the last man stays.",
        "The 45-year-old has a child of 7 years of age.",
        "He sold about 2015 cars for $1999, 1,950 of them red.",
        "It pays $12 an hour for 12 patients a day.",
        "They marched day-to-day and made a last-minute change.",
    ],
)
def test_words_of_times_in_other_words_and_names_are_not_times(sentence: str) -> None:
    assert found_in(sentence) == sentence


def test_a_month_that_is_a_name_or_a_verb_is_a_month_after_a_preposition() -> None:
    assert (
        found_in("She may go in {May}, and they march in {March}.") == "She may go in {May}, and they march in {March}."
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She spoke to the board on Monday.", "2024-05-13"),
        ("She will speak to the board on Monday.", "2024-05-20"),
        ("The vote is expected to be held on Friday.", "2024-05-17"),
        ("The pool closed in October after a leak.", "2023-10"),
        ("The pool will close in October.", "2024-10"),
    ],
)
def test_the_verb_says_whether_a_day_is_the_last_or_the_next(text: str, value: str) -> None:
    (found,) = find_times(text, published=WEDNESDAY)
    assert str(found.value) == value


def test_a_time_counted_from_one_that_was_named_says_from_which() -> None:
    text = "The bridge opened in 2008 and closed three years later."
    named, later = find_times(text, published=WEDNESDAY)
    assert str(later.value) == "2011"
    assert later.antecedent == named.span


def test_a_time_counted_from_one_that_was_not_named_is_unresolved() -> None:
    (later,) = find_times("It closed three years later.", published=WEDNESDAY)
    assert later.antecedent is None
    assert type(later.value).__name__ == "UnresolvedTime"


@pytest.mark.parametrize(
    "word", ["last ", "the first ", "two ", "- 4 ", "early ", "May ", "of the ", "years ", "a ", "1990 "]
)
def test_the_work_grows_with_the_text(word: str) -> None:
    assert is_linear(find_times, lambda size: word * size, 20)
