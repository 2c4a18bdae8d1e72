"""Whether a statement follows from its source: judged by hand, and laws that hold for every value."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values.quantities.strategies import quantities

from newsfacts import Policy, SupportOutcome, UsageError, parse_quantity, parse_time, supports
from newsfacts.values.quantities.quantity import Comparator, Quantity
from newsfacts.values.times.times import UnresolvedTime


@pytest.mark.parametrize(
    ("statement", "source", "outcome"),
    [
        ("12 people", "twelve people", "supported"),
        ("12 people", "at least a dozen people", "says more"),
        ("at least a dozen people", "12 people", "supported"),
        ("about 40", "42", "supported"),
        ("42", "about 40", "says more"),
        ("900", "roughly 900", "says more"),
        ("5,000", "about 5,000", "says more"),
        ("40", "42", "contradicted"),
        ("about 50", "42", "contradicted"),
        ("more than 12", "12", "contradicted"),
        ("12", "more than 12", "says more"),
        ("50", "nearly 50", "says more"),
        ("3.6 million", "3,587,000", "supported"),
        ("3,587,000", "3.6 million", "says more"),
        ("$3.5bn", "$3.58bn", "supported"),
        ("1 million pounds", "£1m", "supported"),
        ("€3.5bn", "$3.5bn", "unlike"),
        ("33%", "a third", "supported"),
        ("60 percent", "three in five", "supported"),
        ("5 km", "5,000 metres", "supported"),
        ("12 people", "12 dogs", "unlike"),
        ("rose 5%", "fell 5%", "contradicted"),
        ("rose 5%", "rose to 5%", "unlike"),
        ("5 percent", "5 percentage points", "unlike"),
        ("dozens", "24", "supported"),
        ("24", "dozens", "says more"),
        ("several", "12", "unknown"),
        ("10 to 15", "12", "supported"),
        ("12", "10 to 15", "says more"),
        ("a number of things", "12", "unknown"),
        ("4 July", "July 4", "supported"),
        ("5 July", "July 4", "contradicted"),
        ("4 July 2024", "4 July", "says more"),
        ("4 July", "4 July 2024", "supported"),
        ("July", "4 July", "supported"),
        ("4 July", "July", "says more"),
        ("Thursday, 4 July 2024", "4 July 2024", "supported"),
        ("Friday, 4 July 2024", "4 July 2024", "contradicted"),
        ("Friday, 4 July", "4 July 2024", "contradicted"),
        ("Friday, 4 July", "Thursday, 4 July", "contradicted"),
        ("Thursday, 4 July", "4 July", "says more"),
        ("Thursday", "4 July 2024", "supported"),
        ("Monday", "4 July 2024", "contradicted"),
        ("Monday", "Thursday", "contradicted"),
        ("Tuesday at 5 p.m.", "Tuesday", "says more"),
        ("Christmas", "25 December", "supported"),
        ("10 a.m.", "9 a.m.", "contradicted"),
        ("yesterday", "4 July 2024", "unknown"),
        ("Thursday", "4 July", "unknown"),
        ("2010", "about 2010", "says more"),
        ("about 2010", "2010", "supported"),
        ("early July 2024", "3 July 2024", "supported"),
        ("early July 2024", "12 July 2024", "unknown"),
        ("since 2010", "since March 2010", "supported"),
        ("since March 2010", "since 2010", "says more"),
        ("since 2010", "since 2012", "contradicted"),
        ("9 a.m. EST on 4 March 2024", "9 a.m. on 4 March 2024", "says more"),
        ("9 a.m. on 4 March 2024", "9 a.m. EST on 4 March 2024", "supported"),
        ("two weeks", "14 days", "supported"),
        ("two weeks", "15 days", "supported"),
        ("15 days", "two weeks", "says more"),
        ("two weeks", "three weeks", "contradicted"),
        ("at least two weeks", "three weeks", "supported"),
        ("every Monday", "every Monday", "supported"),
        ("every Monday", "twice a week", "unknown"),
        ("two weeks", "4 July", "unlike"),
    ],
)
def test_as_a_fact_checker_judges(statement: str, source: str, outcome: str) -> None:
    found = supports(statement, source)
    assert str(found.outcome) == outcome, found.because
    assert found.because.endswith(".")


@pytest.mark.parametrize(
    ("statement", "source", "because"),
    [
        ("12 people", "at least 12 people", "The statement has 12, and the source at least 12; the source allows more than that."),
        ("Friday, 4 July 2024", "4 July 2024",
         "4 July 2024 is a Thursday, not a Friday: the nearest Friday is 5 July 2024; in 2025 that day was one."),
        ("12 people", "12 dogs", "The values cannot be compared: one counts people, the other dogs."),
    ],
)  # fmt: skip
def test_the_reason_is_a_sentence_with_both_values(statement: str, source: str, because: str) -> None:
    assert supports(statement, source).because == because


def test_days_that_depend_on_the_day_of_writing_are_resolved_against_it() -> None:
    assert supports("yesterday", "4 July 2024", published=dt.date(2024, 7, 5)).outcome is SupportOutcome.SUPPORTED
    assert supports("yesterday", "4 July 2024", published=dt.date(2024, 7, 6)).outcome is SupportOutcome.CONTRADICTED


def test_what_a_hedge_allows_is_the_policy_of_the_caller() -> None:
    assert supports("1,000", "1,004", Policy.news()).outcome is SupportOutcome.SUPPORTED
    exact = Policy(exact_below=10_000)
    assert supports("1,000", "1,004", exact).outcome is SupportOutcome.CONTRADICTED


def test_a_quantity_and_a_time_are_unlike() -> None:
    assert supports(parse_quantity("12 people"), parse_time("4 July 2024")).outcome is SupportOutcome.UNLIKE


def test_other_things_are_refused() -> None:
    with pytest.raises(UsageError):
        supports(12, "12")  # type: ignore[arg-type]  # a wrong type is what is tested


DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@given(quantities())
def test_every_quantity_supports_itself(quantity: Quantity) -> None:
    assert supports(quantity, quantity).outcome is SupportOutcome.SUPPORTED


@given(DATES, st.sampled_from(["%-d %B %Y", "%B %-d", "%B %Y", "%A, %-d %B %Y", "%A", "%Y", "%Y-%m-%d"]))
def test_every_date_supports_itself(day: dt.date, form: str) -> None:
    words = day.strftime(form)
    assert supports(words, words).outcome is SupportOutcome.SUPPORTED


@given(DATES)
def test_a_coarser_date_is_supported_and_a_finer_one_says_more(day: dt.date) -> None:
    exact, month, year = day.strftime("%-d %B %Y"), day.strftime("%B %Y"), day.strftime("%Y")
    assert supports(month, exact).outcome is SupportOutcome.SUPPORTED
    assert supports(year, month).outcome is SupportOutcome.SUPPORTED
    assert supports(exact, month).outcome is SupportOutcome.SAYS_MORE
    assert supports(month, year).outcome is SupportOutcome.SAYS_MORE


@given(DATES, st.integers(1, 6))
def test_a_wrong_weekday_is_a_contradiction(day: dt.date, off: int) -> None:
    wrong = (day + dt.timedelta(days=off)).strftime("%A")
    assert supports(f"{wrong}, {day:%-d %B %Y}", f"{day:%-d %B %Y}").outcome is SupportOutcome.CONTRADICTED


@given(quantities(), st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_weaker_bound_of_a_supported_one_is_supported(source: Quantity, bound: int, lower: int) -> None:
    claim = Quantity(stated=bound, comparator=Comparator.AT_LEAST)
    weaker = attrs.evolve(claim, stated=max(bound - lower, 0), low=None, high=None, granularity=None)
    if supports(claim, source, one_measure=True).outcome is SupportOutcome.SUPPORTED:
        assert supports(weaker, source, one_measure=True).outcome is SupportOutcome.SUPPORTED


@given(quantities(), quantities())
def test_unlike_is_symmetric_and_no_pair_fails(one: Quantity, other: Quantity) -> None:
    there, back = supports(one, other), supports(other, one)
    assert (there.outcome is SupportOutcome.UNLIKE) == (back.outcome is SupportOutcome.UNLIKE)


@given(st.sampled_from(["yesterday", "last week", "two days ago", "tonight", "last month", "that day", "last year"]))
def test_words_that_count_from_an_unknown_day_decide_nothing(words: str) -> None:
    assert isinstance(parse_time(words), UnresolvedTime)
    assert supports(words, words).outcome is SupportOutcome.UNKNOWN


def test_a_reason_names_the_units_where_they_are_what_differs() -> None:
    found = supports("3.4 miles", "3.4 kilometres")
    assert (found.outcome, found.because) == (
        SupportOutcome.CONTRADICTED,
        "The statement has 3.4 miles, and the source 3.4 kilometres; no number fits both.",
    )


@pytest.mark.parametrize(
    ("statement", "source", "outcome"),
    [
        ("The meeting was on 4 July", "They met on July 4, 2024, in Geneva", "supported"),
        ("The meeting was on 4 July 2024", "They met in July 2024", "says more"),
        ("The meeting was on Friday, 4 July 2024", "They met on Thursday, 4 July 2024", "contradicted"),
        ("The firm was founded in the 1990s", "It was founded in 1994", "supported"),
        ("The shop opened at 5:40 p.m.", "Its doors opened at 17:40", "supported"),
        ("The shop opened at 5:40 a.m.", "Its doors opened at 17:40", "contradicted"),
        ("Sales fell in 2023", "Sales fell in the third quarter of 2023", "supported"),
        ("In the second quarter, sales doubled", "Sales doubled in the second quarter", "supported"),
        ("In the second quarter, sales doubled", "Sales halved in the second quarter", "contradicted"),
        ("Nearly 5,000 people fled in April 2023", "Thousands of people fled in spring 2023", "says more"),
        ("He spent 12 days and $3 million there", "There he spent $3 million within 12 days", "supported"),
        ("He spent 12 days and $4 million there", "There he spent $3 million within 12 days", "contradicted"),
        ("Paris sent 12 officers and Rome 15 officers", "Paris sent 15 officers and Rome 12 officers", "contradicted"),
        ("Rome sent 15 officers", "Paris sent 15 officers and Rome 12 officers", "contradicted"),
        ("Officers sent by Bern: 15", "Paris sent 15 officers and Rome 12 officers", "unknown"),
        ("Rome sent 20 officers", "Paris sent 15 officers and Rome 12 officers", "contradicted"),
        ("At least 10 officers came", "Paris sent 15 officers and Rome 12 officers", "supported"),
        ("12 people came on Monday", "12 people came", "unknown"),
        ("12 people came", "12 people came on Monday", "supported"),
        ("They met on 4 July", "They met for two hours", "unlike"),
        ("The vote was 52 to 48", "The vote was 52-48", "unknown"),
        ("Unemployment rose 4 percent in May", "Unemployment fell 4 percent in May", "contradicted"),
        ("Unemployment rose 4 percent in May", "Unemployment rose to 4 percent in May", "unlike"),
        ("Wages increased 4 percent in May", "In May, wages shrank by 4 percent", "contradicted"),
        ("Sales were up 5% in May", "Sales were down 5% in May", "contradicted"),
        ("Hundreds of thousands marched", "300,000 people marched", "supported"),
        ("300,000 people marched", "Hundreds of thousands marched", "says more"),
        ("Rates rose from 3 to 4 percent in May", "In May, rates rose from 3% to 4%", "supported"),
        ("Rates rose from 2 to 4 percent in May", "In May, rates rose from 3% to 4%", "contradicted"),
        ("He was 45", "He was a 45-year-old engineer", "supported"),
        ("He was 54", "He was a 45-year-old engineer", "contradicted"),
    ],
)
def test_the_numbers_and_times_of_sentences_are_compared(statement: str, source: str, outcome: str) -> None:
    found = supports(statement, source)
    assert str(found.outcome) == outcome, found.because
    assert found.because.endswith(".")


def test_the_reason_says_what_the_source_lacks_or_which_is_meant() -> None:
    assert supports("12 people came on Monday", "12 people came").because == (
        "The source states no time that “Monday” could be compared with."
    )
    assert supports("Bern sent 15 officers", "Paris sent 15 officers and Rome 12 officers").because == (
        "Which number of the source is that of “15 officers” cannot be decided; ground compares their sentences."
    )


@given(
    st.lists(
        st.sampled_from(
            ["12 people", "4 July 2024", "about $3 million", "two hours", "5 percent", "in", "fell", ".", "May"]
        )
    )
)
def test_a_sentence_is_never_contradicted_by_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert supports(text, text).outcome is not SupportOutcome.CONTRADICTED
