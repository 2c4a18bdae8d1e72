"""Where numbers begin and end in running text. Brackets mark what has to be found, and nothing else may be."""

from __future__ import annotations

import pytest
from tests.counting import is_linear
from tests.finders.marked import expected, marked

from newsfacts import Level, find_quantities


def found_in(sentence: str) -> str:
    text = expected(sentence)[0]
    return marked(text, [quantity.span for quantity in find_quantities(text)])


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry had [12 police officers] and [nearly 1,300 registered voters] on board.",
        "[More than half of voters], or [52 percent], agreed, [up to 40] of them loudly.",
        "It cost [about $4.5 million], or [€250 per resident].",
        "[Between 50 and 60 people], among them [at least a dozen children], were hurt.",
        "[One in five] came; [three out of four dentists] did not, nor did [1 in 10 nurses].",
        "[Hundreds of other farmers] and [tens of thousands of fans] sang.",
        "Support is [less than one-third], a drop of [4 percentage points].",
        "The [50-state poll] gave her a [10-point lead].",
        "[Two largest teachers unions] and [95 retired generals and admirals] signed.",
        "Gold rose [$4.20] to [$1,250.30 an ounce].",
        "The town grew from [1.1 million] to [1.4 million].",
        "[Only one person] came, with [four “friends”] and [six Orthodox].",
        "It was [minus 5 degrees], with a margin of [plus or minus 3 points].",
        "The [45-year-old] has a family of [four] and [12 injured].",
        "A mother of [three] replied that [two first-term senators] left.",
        "It sold [$280 million] first notes and [half a million second-hand cars], [half a dozen] of them red.",
        "It is valued at [more than $210,000], and gives [millions of dollars a year]; he has [739] to Klein's [465].",
        "They care about [two things]: a [$15] minimum wage and [about 20 jobs].",
        "It killed [three U.S. soldiers] and [one US officer]; the wage has a [$15] minimum.",
        "Police Arrest [Two Men] After [Three Robberies] in Town",
        "There were [5 deaths per 100,000 people] and [12 cars a day].",
        "At one point the first lady paid [$12 per child per day]; it was [minus-15 degrees], with zero tolerance for snow.",
        "He is [6 feet 2 inches] tall and weighs [180 pounds].",
        "It is [about a mile and a half] from here, with [a foot and a half] of snow.",
        "It is [a mile and a quarter] away, and costs [a dollar and a half].",
    ],
)
def test_a_number_is_found_with_its_hedge_and_what_it_counts(sentence: str) -> None:
    assert found_in(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Taxes\n\n2) Schools\n\n(see [1] and [2, 3])".replace("[1]", "(c)").replace("[2, 3]", "(d)"),
        "Section 230, Chapter 11, Sec. 4, No. 10 and page 7 are places.",
        "Call 555-0143 or 1-800-555-0199, or write to 12 Baker Street, Albany, NY 12207.",
        "COVID-19, G20, the A4, a Boeing 737, 7-Eleven and 4K video are names.",
        "Zero Hedge, the Gang of Eight and the Group of 77 met.",
        "They won 3-1 and 6-4, and the court split 5-4.",
        "One of them is the one he wants; the point is one nobody made; no one else, and one day another one.",
        "They high-five, and he is number one.",
        "See https://example.org/2016/12 by @user12 on #vote24, or a12@example.org.",
        "On 4 July 2015 at 9:30 a.m., for two hours, in 2016.",
    ],
)
def test_digits_in_names_places_and_dates_are_not_numbers(sentence: str) -> None:
    assert found_in(sentence) == sentence


def test_durations_are_numbers_on_request_only() -> None:
    text = "It took three years and 12 people."
    assert [found.words for found in find_quantities(text)] == ["12 people"]
    assert [str(found.value) for found in find_quantities(text, durations=True)] == ["3 years", "12 people"]


def test_citations_are_not_numbers() -> None:
    assert find_quantities("The dam failed [1], as others say [2, 13].") == ()


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It hit 12 police officers.", "police officers"),
        ("It hit 60 percent of the voters.", "voters"),
        ("It hit dozens of cars.", "cars"),
        ("It rose 60 percent.", None),
    ],
)
def test_what_is_counted_has_a_place(text: str, counted: str | None) -> None:
    (found,) = find_quantities(text)
    assert found.counted_words(text) == counted


def test_money_and_percentages_can_be_told_by_their_value() -> None:
    money, share = find_quantities("It cost $5, or 3 percent of it.")
    assert (money.is_money, money.is_percent, share.is_money, share.is_percent) == (True, False, False, True)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("It has 12 doors.", Level.SURE),
        ("It has several doors.", Level.LIKELY),
        ("She is 12.", Level.LIKELY),
        ("He has two.", Level.GUESS),
    ],
)
def test_the_level_says_how_sure_it_is_that_an_editor_would_mark_it(text: str, level: Level) -> None:
    (found,) = find_quantities(text)
    assert found.level is level


@pytest.mark.parametrize(
    "word",
    ["12 ", "12-", "one hundred ", "a ", "more than ", "several of ", "$ ", "two men and ", "[1, ", "1,", "1 in "],
)
def test_the_work_grows_with_the_text(word: str) -> None:
    assert is_linear(find_quantities, lambda size: word * size, 20)
