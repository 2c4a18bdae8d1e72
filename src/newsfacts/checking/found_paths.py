"""The paths of many files in little memory: of a folder, the names of the files are kept in one text."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import overload

__all__ = ["FoundPaths", "in_order"]

MAX_NAMES = 1000
"""How many names are in one text at most: as many are read when a single path is asked for."""

_LEAST_NAMES = 4
"""Where fewer names are together than this on average, the paths are sorted one by one."""

_UNUSUAL = frozenset({"", os.curdir, os.pardir})
"""Names after which a path is not what it seems to be: it is put in order by itself."""


def in_order(path: str) -> str:
    """Sorts paths as a walk through the folders comes to them, however they are written: folder by folder, from the root."""
    return os.path.abspath(path).replace(os.sep, "\0")  # one text takes less memory than a tuple of names


class FoundPaths(Sequence[str]):
    """Paths, each as it was given. A million of them take some 20 MB, where a list of texts takes 150."""

    __slots__ = ("_firsts", "_folders", "_names", "_size")

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self._folders: list[str] = []
        """The folder of each group of names that follow each other, as the paths have it."""
        self._names: list[str] = []
        """These names, with the separator of the system between them: no name has it."""
        self._firsts: list[int] = []
        """The number of the first path of each group."""
        self._size: int = 0
        folder: str | None = None
        names: list[str] = []
        for path in paths:
            before, separator, name = path.rpartition(os.sep)
            if before + separator != folder or len(names) == MAX_NAMES or name in _UNUSUAL or names[-1] in _UNUSUAL:
                self._add(folder, names)
                folder, names = before + separator, []
            names.append(name)
        self._add(folder, names)

    def _add(self, folder: str | None, names: Sequence[str]) -> None:
        if folder is not None:
            self._folders.append(folder)
            self._names.append(os.sep.join(names))
            self._firsts.append(self._size)
            self._size += len(names)

    def _group(self, number: int) -> list[str]:
        """The paths of a group."""
        folder = self._folders[number]
        return [folder + name for name in self._names[number].split(os.sep)]

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[str]:
        for number in range(len(self._folders)):
            yield from self._group(number)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[each] for each in range(self._size)[number]]
        wanted = range(self._size)[number]
        group = bisect_right(self._firsts, wanted) - 1
        return self._group(group)[wanted - self._firsts[group]]

    def in_order(self) -> FoundPaths:
        """The same paths, sorted by `in_order`."""
        groups = range(len(self._folders))
        if len(groups) * _LEAST_NAMES > self._size:
            return FoundPaths(sorted(self, key=in_order))
        if all(map(self._is_sorted, groups)) and all(
            in_order(self._last(a)) < in_order(self._first(b)) for a, b in pairwise(groups)
        ):
            return self
        import heapq  # few runs need it

        return FoundPaths(heapq.merge(*(iter(sorted(self._group(number))) for number in groups), key=in_order))

    def _is_sorted(self, group: int) -> bool:
        names = self._names[group].split(os.sep)
        return all(one < other for one, other in pairwise(names))

    def _first(self, group: int) -> str:
        return self._folders[group] + self._names[group].partition(os.sep)[0]

    def _last(self, group: int) -> str:
        return self._folders[group] + self._names[group].rpartition(os.sep)[2]
