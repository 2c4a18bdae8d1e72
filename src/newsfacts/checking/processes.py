"""Work shared among processes. Results come in the order of the items; a process that dies costs only the item it was at."""

from __future__ import annotations

import contextlib
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

if TYPE_CHECKING:  # where there are no processes, it cannot even be imported
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

__all__ = ["Died", "NoProcesses", "in_processes"]

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 8
"""How many items for each process are at most under way or waiting for an earlier one to be done."""

SECONDS_TO_STOP = 5.0
"""After this time a process that was asked to stop is ended."""


class NoProcesses(Exception):
    """This system, or this program, cannot start further processes."""


@attrs.frozen
class Died(Generic[T]):
    """What comes instead of a result: the process that worked on `item` ended, with an exit code or minus a signal."""

    item: T
    exit_code: int | None


def in_processes(
    work: Callable[[T], R], items: Iterable[T], *, jobs: int, prepare: Callable[..., None], settings: tuple[Any, ...]
) -> Iterator[R | Died[T]]:
    """What `work` makes of each item, in the order of the items, whatever the number of processes.

    Each process first calls `prepare(*settings)`. `work` and `prepare` are functions of a module. However many items
    there are, only a few are under way at a time. An error that `work` raises is raised here.

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
    number: int | None = None
    """Of the item that it works on."""


@attrs.define
class _Pool(Generic[T, R]):
    work: Callable[[T], R]
    jobs: int
    prepare: Callable[..., None]
    settings: tuple[Any, ...]
    workers: list[_Worker] = attrs.field(factory=list)
    under_way: dict[int, T] = attrs.field(factory=dict)
    done: dict[int, R | Died[T]] = attrs.field(factory=dict)

    def start_all(self) -> None:
        """Start the processes, and wait until one of them is prepared. Raises `NoProcesses`."""
        try:
            self.workers = [self.start() for _ in range(self.jobs)]
            ready = self.workers[0].connection.recv()
        except (EOFError, OSError, ImportError, NotImplementedError, RuntimeError) as error:
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
        """The results in order. An item is handed out when a process is free."""
        numbered = enumerate(items)
        idle = deque(self.workers)
        following = 0
        more = True
        while more or self.under_way or self.done:
            while more and idle and len(self.under_way) + len(self.done) < AHEAD * self.jobs:
                number, item = next(numbered, (None, None))
                if number is None:
                    more = False
                    break
                self.hand_out(idle.popleft(), number, item)  # type: ignore[arg-type] # an item comes with its number
            while following in self.done:
                yield self.done.pop(following)
                following += 1
            if self.under_way:
                idle.extend(self.collect())

    def hand_out(self, worker: _Worker, number: int, item: T) -> None:
        self.under_way[number] = item
        worker.number = number
        with contextlib.suppress(OSError):  # it is dead: collecting its result says so
            worker.connection.send((number, item))

    def collect(self) -> Iterator[_Worker]:
        """Wait until something has come, and yield the processes that are free."""
        from multiprocessing.connection import wait

        for connection in wait([worker.connection for worker in self.workers if worker.number is not None]):
            worker = next(worker for worker in self.workers if worker.connection is connection)
            number = worker.number
            assert number is not None
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                self.done[number] = Died(self.under_way.pop(number), self.bury(worker))
                worker = self.start()
                self.workers.append(worker)
                yield worker
                continue
            if answer is None:  # it is prepared; its item comes next
                continue
            if isinstance(answer[1], BaseException):
                raise answer[1]
            del self.under_way[number]
            self.done[number] = answer[1]
            worker.number = None
            yield worker

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
            if worker.number is not None:
                worker.process.terminate()
        for worker in self.workers:
            worker.process.join(SECONDS_TO_STOP)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


def _serve(
    connection: Connection, work: Callable[[T], R], prepare: Callable[..., None], settings: tuple[Any, ...]
) -> None:
    """What a process does: answer until the other end is closed. Ctrl-C is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prepare(*settings)
    with contextlib.suppress(EOFError, OSError):
        connection.send(None)
        while True:
            number, item = connection.recv()
            try:
                connection.send((number, work(item)))
            except OSError:
                raise
            except Exception as error:  # also where the result cannot be sent
                connection.send((number, error))


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
