"""Work shared among processes, in batches. Results come in the order of the items; a process that dies costs only the item it was at."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

if TYPE_CHECKING:  # where there are no processes, it cannot even be imported
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

__all__ = ["Died", "NoProcesses", "in_processes"]

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 8
"""How many items for each process are at first under way or waiting for an earlier one; later as many full batches."""

MAX_BATCH = 64
"""How many items are handed to a process together, at most. A run begins with one."""

BATCHES_AT_ONCE = 2
"""How many batches a process has: one that it works on, and one that waits, so that it never waits for the next itself."""

SECONDS_PER_BATCH = 0.1
"""As long as a batch should take: sending it is then a small part of the work, and all processes end at about the same time."""

NEW_OBJECTS = 20_000
"""How many more objects a process has, before it looks for those that only refer to each other: there are hardly any."""

SECONDS_TO_STOP = 5.0
"""After this time a process that was asked to stop is ended."""


WITHOUT_PROCESSES = ("emscripten", "wasi")
"""Where trying to start one ends Python, instead of failing."""


class NoProcesses(Exception):
    """This system, or this program, cannot start further processes."""


@attrs.frozen
class Died(Generic[T]):
    """What comes instead of a result: the process that worked on `item` ended, with an exit code or minus a signal."""

    item: T
    exit_code: int | None


def in_processes(
    work: Callable[[Sequence[T]], Iterator[R]],
    items: Iterable[T],
    *,
    jobs: int,
    prepare: Callable[..., None],
    settings: tuple[Any, ...],
) -> Iterator[R | Died[T]]:
    """What `work` makes of each item, in the order of the items, whatever the number of processes.

    It is given several items at a time, and yields the result of each. Each process first calls `prepare(*settings)`. `work`
    and `prepare` are functions of a module. However many items there are, only a few are under way at a time. An error that
    `work` raises is raised here.

    Raises `NoProcesses` before the first result, where no process can be started.
    """
    pool = _Pool[T, R](work, jobs, prepare, settings)
    try:
        pool.start_all()
        yield from pool.results(iter(items))
    finally:
        pool.stop()


@attrs.define
class _Worker:
    process: BaseProcess
    connection: Connection
    batches: deque[Sequence[int]] = attrs.field(factory=deque)
    """The numbers of the items in each batch that it has: it works on the first, the others wait."""
    size: int = 1
    """How many items it gets next."""
    began: float = 0.0
    """When it began to work on the first batch."""

    def finish(self) -> None:
        """Take the first batch off, and make later ones longer or shorter by the time that it took."""
        now = time.monotonic()
        wanted = int(len(self.batches.popleft()) * SECONDS_PER_BATCH / max(now - self.began, 1e-6))
        self.size = max(1, min(wanted, 2 * self.size, MAX_BATCH))
        self.began = now


@attrs.define
class _Pool(Generic[T, R]):
    work: Callable[[Sequence[T]], Iterator[R]]
    jobs: int
    prepare: Callable[..., None]
    settings: tuple[Any, ...]
    workers: list[_Worker] = attrs.field(factory=list)
    under_way: dict[int, T] = attrs.field(factory=dict)
    alone: deque[int] = attrs.field(factory=deque)
    """Items of batches at which a process ended: each is worked on again, alone, to see which of them it was."""
    again: deque[int] = attrs.field(factory=deque)
    """Items that waited for a process that ended."""
    done: dict[int, R | Died[T]] = attrs.field(factory=dict)
    delivered: int = 0
    """How many results have been taken, in the order of the items."""

    def start_all(self) -> None:
        """Start the processes, and wait until one of them is prepared. Raises `NoProcesses`."""
        if sys.platform in WITHOUT_PROCESSES:
            raise NoProcesses("WebAssembly has no processes")
        try:
            self.workers = [self.start() for _ in range(self.jobs)]
            ready = self.workers[0].connection.recv()
        except (
            EOFError,
            OSError,
            ImportError,
            NotImplementedError,
            RuntimeError,
        ) as error:  # as platforms say that there are none
            raise NoProcesses(str(error)) from error
        assert ready is None

    def start(self) -> _Worker:
        import multiprocessing

        # Not "fork": a program that has threads must not be forked.
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        arguments = (there, self.work, self.prepare, self.settings)
        process = context.Process(target=_serve, args=arguments, daemon=True)
        with _without_interrupts():
            process.start()
        there.close()
        return _Worker(process, here)

    def results(self, items: Iterator[T]) -> Iterator[R | Died[T]]:
        """The results in order. Items are handed out when a process has room for them."""
        numbered = enumerate(items)
        more = True
        while more or self.under_way or self.done:
            while (worker := self.least_busy()) and (self.alone or self.again or (more and self.room() > 0)):
                batch = self.next_batch(numbered, worker.size)
                if batch:
                    self.hand_out(worker, batch)
                else:
                    more = False
            while self.delivered in self.done:
                yield self.done.pop(self.delivered)
                self.delivered += 1
            if self.under_way:
                self.collect()

    def least_busy(self) -> _Worker | None:
        """The process with the fewest batches; None where all have enough."""
        worker = min(self.workers, key=lambda one: len(one.batches))
        return worker if len(worker.batches) < BATCHES_AT_ONCE else None

    def room(self) -> int:
        """How many further items may be handed out now: as many may wait as have been delivered, up to a limit."""
        most = min(AHEAD * self.jobs + self.delivered, AHEAD * self.jobs * MAX_BATCH)
        return most - len(self.under_way) - len(self.done)

    def next_batch(self, numbered: Iterator[tuple[int, T]], size: int) -> list[int]:
        """The numbers of the next items; none where there are no more."""
        if self.alone:
            return [self.alone.popleft()]
        if self.again:
            return [self.again.popleft() for _ in range(min(size, len(self.again)))]
        batch = list(islice(numbered, min(size, self.room())))
        self.under_way.update(batch)
        return [number for number, _ in batch]

    def hand_out(self, worker: _Worker, batch: Sequence[int]) -> None:
        if not worker.batches:
            worker.began = time.monotonic()
        worker.batches.append(batch)
        with contextlib.suppress(OSError):  # it is dead: collecting its results says so
            worker.connection.send([(number, self.under_way[number]) for number in batch])

    def collect(self) -> None:
        """Wait until something has come, and take it."""
        from multiprocessing.connection import wait

        for connection in wait([worker.connection for worker in self.workers if worker.batches]):
            worker = next(worker for worker in self.workers if worker.connection is connection)
            try:
                answers = worker.connection.recv()
            except (EOFError, OSError):
                self.replace(worker)
                continue
            if answers is None:  # it is prepared; its items come next
                continue
            worker.finish()
            for number, answer in answers:
                if isinstance(answer, BaseException):
                    raise answer
                del self.under_way[number]
                self.done[number] = answer

    def replace(self, worker: _Worker) -> None:
        """Start another process instead of one that ended. Of several items it is not known at which one it was."""
        batch, *waiting = worker.batches
        exit_code = self.bury(worker)
        if len(batch) == 1:
            self.done[batch[0]] = Died(self.under_way.pop(batch[0]), exit_code)
        else:
            self.alone.extend(batch)
        for items in waiting:
            self.again.extend(items)
        self.workers.append(self.start())

    def bury(self, worker: _Worker) -> int | None:
        """Take a process that ended off the list, and say how it ended."""
        self.workers.remove(worker)
        worker.connection.close()
        worker.process.join(SECONDS_TO_STOP)
        return worker.process.exitcode

    def stop(self) -> None:
        """End all processes; those that are at work are not waited for."""
        for worker in self.workers:
            worker.connection.close()
            if worker.batches:
                worker.process.terminate()
        for worker in self.workers:
            worker.process.join(SECONDS_TO_STOP)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


def _serve(
    connection: Connection,
    work: Callable[[Sequence[T]], Iterator[R]],
    prepare: Callable[..., None],
    settings: tuple[Any, ...],
) -> None:
    """What a process does: answer until the other end is closed. Ctrl-C is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prepare(*settings)
    gc.freeze()  # what is there now stays until the end: no collection has to look at it
    gc.set_threshold(NEW_OBJECTS)  # what is worked on is freed without one
    batches: SimpleQueue[list[tuple[int, T]] | None] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, batches), daemon=True).start()
    with contextlib.suppress(OSError):
        connection.send(None)
        while (batch := batches.get()) is not None:
            answers = _answers(batch, work)
            try:
                connection.send(answers)
            except OSError:
                raise
            except Exception as error:  # a result that cannot be sent
                connection.send([(answers[0][0], error)])


def _answers(
    batch: Sequence[tuple[int, T]], work: Callable[[Sequence[T]], Iterator[R]]
) -> list[tuple[int, R | Exception]]:
    """The result of each item, by its number; an error comes last."""
    answers: list[tuple[int, R | Exception]] = []
    try:
        for (number, _), result in zip(batch, work([item for _, item in batch]), strict=True):
            answers.append((number, result))
    except Exception as error:
        answers.append((batch[len(answers)][0], error))
    return answers


def _receive(connection: Connection, batches: SimpleQueue[list[tuple[int, T]] | None]) -> None:
    """Take batches while others are worked on, so that the process that sends them never waits; None at the end."""
    try:
        with contextlib.suppress(EOFError, OSError):
            while True:
                batches.put(connection.recv())
    finally:
        batches.put(None)


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Keep Ctrl-C from a process that is being started: it inherits what is blocked, until it ignores it by itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
