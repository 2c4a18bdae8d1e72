"""The progress line, and how many processes a run uses."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from newsfacts.cli.check_options import jobs_for
from newsfacts.cli.progress import bar, with_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def ticks(seconds: float) -> Iterator[float]:
    """A clock that goes on by so much whenever somebody looks at it."""
    now = 0.0
    while True:
        yield now
        now += seconds


def test_after_a_moment_the_line_says_how_many_are_done_and_how_long_the_rest_will_take() -> None:
    stream = Terminal()
    clock = ticks(2.0)
    assert list(with_progress(iter("abcd"), 4, stream, clock.__next__)) == list("abcd")
    shown = [line for line in stream.getvalue().split("\r\x1b[K") if line]
    assert [line[line.index("]") + 2 :] for line in shown] == [
        "1 of 4, about 5 s left", "2 of 4, about 5 s left", "3 of 4, about 2 s left"
    ]  # fmt: skip


def test_the_time_left_is_judged_by_what_is_slow_now_and_not_by_what_was_fast() -> None:
    """Ten files of an earlier run are there at once; each of the others takes four seconds."""
    stream = Terminal()
    times = iter([0.0, *[0.1] * 10, *[0.1 + 4 * number for number in range(1, 11)]])
    list(with_progress(iter(range(20)), 20, stream, times.__next__))
    last = [line for line in stream.getvalue().split("\r\x1b[K") if line][-1]
    assert last.endswith("19 of 20, about 5 s left")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (3, "5 s"), (41, "40 s"), (58, "1 min"), (200, "3 min"), (7790, "2 h 10 min")],
)
def test_the_time_left_is_no_more_exact_than_it_can_be_foretold(seconds: float, words: str) -> None:
    assert bar(1, 2, seconds).endswith(f"1 of 2, about {words} left")


def test_nothing_is_shown_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    assert list(with_progress(iter("ab"), 2, stream, ticks(2.0).__next__)) == ["a", "b"]
    assert stream.getvalue() == ""


def test_few_files_are_checked_by_one_process_and_many_by_several() -> None:
    assert jobs_for("auto", 10) == 1
    assert jobs_for("auto", 1_000_000) == jobs_for(0, 1) >= 1
    assert (jobs_for(3, 1), jobs_for(1, 1_000_000)) == (3, 1)
