"""Work shared among processes, with the results in order and only a little of it under way at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["in_processes"]

T = TypeVar("T")
R = TypeVar("R")


def in_processes(
    work: Callable[[list[T]], list[R]],
    items: Iterable[T],
    *,
    jobs: int,
    chunk: int,
    prepare: Callable[..., None],
    settings: tuple[Any, ...],
) -> Iterator[R]:
    """What `work` makes of the items, in their order, whatever the number of processes.

    Each process first calls `prepare(*settings)`, then `work` with up to `chunk` items at a time. `work` and `prepare`
    are functions of a module. Never more than a few chunks are waiting, however many items there are.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    left = iter(items)
    # Not "fork": a program that has threads must not be forked.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=prepare, initargs=settings) as pool:
        waiting: deque[Future[list[R]]] = deque()
        try:
            while some := list(islice(left, chunk)):
                waiting.append(pool.submit(work, some))
                if len(waiting) > 2 * jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
