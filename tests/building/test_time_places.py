"""What the place of a time in its text says about it: tense, the date named before it, the day of a quote, the zone."""

from __future__ import annotations

import pytest
from tests.counting import is_linear

from newsfacts.cli import main
from newsfacts.documents import parse
from newsfacts.model import Document
from newsfacts.values.times.times import TimeInterval, UnresolvedTime

WEDNESDAY = "---\npublished: 2024-07-03\n---\n"


def read(text: str, head: str = WEDNESDAY) -> Document:
    return parse(head + text).document


@pytest.mark.parametrize("text", [
    "They will meet on [Friday]{.time}.", "The vote will be held [Friday]{.time}.", "They’ll vote [Friday]{.time}.",
    "On [Friday]{.time}, the board will vote.", "A trial is scheduled for [Friday]{.time}.",
    "They are expected to decide on [Friday]{.time}.", "The suspect in the killing will appear in court on [Friday]{.time}.",
])  # fmt: skip
def test_a_weekday_after_will_is_the_coming_one(text: str) -> None:
    (time,) = read(text).times
    assert str(time.value) == "2024-07-05"


@pytest.mark.parametrize("text", [
    "They met on [Friday]{.time}.", "He said on [Friday]{.time} that he will resign.", "He will resign, he said on [Friday]{.time}.",
    "They will discuss the deal struck on [Friday]{.time}.", "They will appeal [Friday]{.time}’s ruling.",
    "They will vote on a bill that passed [Friday]{.time}.", "He left, and will not return. It rained on [Friday]{.time}.",
    "They will miss the man who died [Friday]{.time}.", "She will go, but it was over on [Friday]{.time}.",
])  # fmt: skip
def test_a_weekday_that_will_does_not_govern_is_the_last_one(text: str) -> None:
    (time,) = read(text).times
    assert str(time.value) == "2024-06-28"


def test_a_foreign_text_has_no_english_tense() -> None:
    (time,) = read("Er will [Friday]{.time} kommen.", "---\npublished: 2024-07-03\nlanguage: de\n---\n").times
    assert time.tense is None


@pytest.mark.parametrize(("words", "value"), [
    ("that day", "2024-05-05"), ("the same day", "2024-05-05"), ("the next day", "2024-05-06"), ("two days later", "2024-05-07"),
    ("the following month", "2024-06"),
])  # fmt: skip
def test_a_time_counts_from_the_one_date_before_it(words: str, value: str) -> None:
    named, time = read(f"He fell on [5 May 2024]{{.time}}. He died [{words}]{{.time}}.").times
    assert isinstance(time.value, TimeInterval)
    assert (str(time.value), time.antecedent) == (value, named.value)
    assert time.value.notes == ("counted from 2024-05-05, named before it",)


@pytest.mark.parametrize("text", [
    "He died [the next day]{.time}.",
    "He fell on [5 May 2024]{.time} and rose on [6 May 2024]{.time}. He died [the next day]{.time}.",
    "He fell on [5 May 2024]{.time} and rose on 7 May. He died [the next day]{.time}.",
    "He fell on [5 May 2024]{.time} and rose yesterday. He died [the next day]{.time}.",
    "In 1999 he fell, on [5 May 2024]{.time} again. He died [the next day]{.time}.",
    "He fell on [5 May 2024]{.time}.\n\nHe died [the next day]{.time}.",
    "[“He fell on [5 May 2024]{.time}”]{.quote}, and died [the next day]{.time}.",
    "He had been ill [since 5 May 2024]{.time}. He died [the next day]{.time}.",
    "He fell in [May 2024]{.time}. He died [that day]{.time}.",
])  # fmt: skip
def test_a_time_that_could_count_from_several_dates_is_not_resolved(text: str) -> None:
    time = read(text).times[-1]
    assert isinstance(time.value, UnresolvedTime)


def test_what_a_time_was_counted_from_is_shown(
    tmp_path: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    path = f"{tmp_path}/a.facts"
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{WEDNESDAY}He fell on [5 May 2024]{{.time}}. He died [the next day]{{.time}}.")
    assert main(["show", path]) == 0
    assert "counted from 2024-05-05, named before it" in capsys.readouterr().out


def test_yesterday_in_a_quote_is_the_day_before_it_was_said() -> None:
    times = read("[“It was [yesterday]{.time}”]{.quote said=2024-06-30}, she said [yesterday]{.time}.").times
    assert [str(time.value) for time in times] == ["2024-06-29", "2024-07-02"]


@pytest.mark.parametrize(("words", "value"), [
    ("3 p.m. Monday", "2024-07-01T15:00-04:00"), ("3 p.m. UTC Monday", "2024-07-01T15:00Z"), ("Monday", "2024-07-01"),
    ("from 3 p.m. to 5 p.m. on 1 July 2024", "2024-07-01T15:00-04:00/2024-07-01T17:00-04:00"),
    ("3 p.m. on 1 January 2024", "2024-01-01T15:00-05:00"),
])  # fmt: skip
def test_clock_times_without_a_zone_are_those_of_the_document(words: str, value: str) -> None:
    (time,) = read(
        f"It began at [{words}]{{.time}}.", "---\npublished: 2024-07-03\ntimezone: America/New_York\n---\n"
    ).times
    assert str(time.value) == value


def test_a_time_zone_that_does_not_exist_is_an_error() -> None:
    document = read("It began at [3 p.m.]{.time}.", "---\npublished: 2024-07-03\ntimezone: Europe/Berlni\n---\n")
    (problem,) = document.problems
    assert str(problem) == "<text>:3:11: error S18 'Europe/Berlni' is not a time zone such as Europe/Berlin"
    assert problem.help == "did you mean 'Europe/Berlin'?"
    assert str(document.times[0].value) == "2024-07-03T15:00"


@pytest.mark.parametrize(
    "unit", ["[that day]{.time} ", "[5 May 2024]{.time} [that day]{.time}\n\n", "will [Friday]{.time} "]
)
def test_finding_the_places_of_times_is_linear(unit: str) -> None:
    assert is_linear(lambda text: parse(text).document, lambda size: WEDNESDAY + unit * (size // len(unit)), 500)
