"""Work shared among processes: in order, whatever happens to one of them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator

import pytest
from tests.checking.workers import prepare, unsendable, work

from newsfacts.checking.processes import AHEAD, Died, NoProcesses, in_processes


def run(items: Iterator[str] | list[str], jobs: int = 2, word: str = "ready") -> list[str | Died[str]]:
    return list(in_processes(work, items, jobs=jobs, prepare=prepare, settings=(word,)))


def test_results_are_in_the_order_of_the_items() -> None:
    assert run(["slow", "a", "b", "huge", "c"], jobs=3) == [
        "slow ready",
        "a ready",
        "b ready",
        "x" * 1_000_000,
        "c ready",
    ]
    assert run([]) == []


def test_a_process_that_dies_costs_the_item_it_was_at() -> None:
    found = run(["a", "killed", "b", "gone", "killed", "c", "slow"])
    dead = -signal.SIGKILL
    assert found == [
        "a ready", Died("killed", dead), "b ready", Died("gone", 5), Died("killed", dead), "c ready", "slow ready"
    ]  # fmt: skip


def test_a_process_that_dies_at_one_of_many_items_costs_that_item_alone() -> None:
    words = [f"word {number}" for number in range(300)]
    words[250] = "gone"
    found = run(words)
    assert found[250] == Died("gone", 5)
    assert [result for number, result in enumerate(found) if number != 250] == [
        f"{word} ready" for number, word in enumerate(words) if number != 250
    ]


def test_an_error_of_the_work_is_raised_here() -> None:
    with pytest.raises(ValueError, match=r"^a wrong word$"):
        run(["a", "wrong", "b"])


def test_a_result_that_cannot_be_sent_is_an_error_and_does_not_hang() -> None:
    with pytest.raises(Exception, match=r"pickle|local object"):
        list(in_processes(unsendable, ["a"], jobs=1, prepare=prepare, settings=("ready",)))


def test_only_a_few_items_are_taken_ahead() -> None:
    taken: list[str] = []

    def items() -> Iterator[str]:
        for number in range(200):
            taken.append(str(number))
            yield str(number)

    results = in_processes(work, items(), jobs=2, prepare=prepare, settings=("ready",))
    assert next(results) == "0 ready"
    assert len(taken) <= 2 * AHEAD + 1
    results.close()  # type: ignore[attr-defined] # it is a generator


def test_where_processes_cannot_be_prepared_it_is_known_before_the_first_result() -> None:
    with pytest.raises(NoProcesses):
        run(["a"], word="die")


@pytest.mark.parametrize("error", [OSError("no semaphores"), ImportError("no _multiprocessing"), NotImplementedError()])
def test_where_there_are_no_processes_it_is_known_before_the_first_result(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    with pytest.raises(NoProcesses):
        run(["a"])


def test_in_a_browser_no_process_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe between processes ends Pyodide as a whole, so that not even an error comes back."""
    monkeypatch.setattr("newsfacts.checking.processes.WITHOUT_PROCESSES", (sys.platform,))
    monkeypatch.setattr("multiprocessing.get_context", None)
    with pytest.raises(NoProcesses, match="WebAssembly"):
        run(["a"])


def test_no_process_is_left_when_the_reader_has_enough() -> None:
    import multiprocessing

    results = in_processes(work, ["a", "slow", "slow", "slow"], jobs=2, prepare=prepare, settings=("ready",))
    next(results)
    assert len(multiprocessing.active_children()) == 2
    results.close()  # type: ignore[attr-defined] # it is a generator
    assert multiprocessing.active_children() == []
