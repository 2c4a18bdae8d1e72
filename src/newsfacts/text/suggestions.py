"""“Did you mean ...?”: the known name that is most like one that is not known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

__all__ = ["MAX_COMPARED", "MAX_NAME", "NEIGHBOURS", "OTHER_MARKS", "Names", "nearest", "suggestion", "with_article"]

MAX_COMPARED = 50
"""How many names are compared letter by letter with an unknown one."""

NEIGHBOURS = 3
"""Of more names, how many are compared before and after the unknown one, in each of two orders."""

MAX_NAME = 100
"""How many characters a name may have to be compared; comparing two names takes the product of their lengths."""

_LIKENESS = 0.6

OTHER_MARKS = "“”„‟«»‘’‚‹›\"'"
"""Signs that are taken for the straight quotation marks of a value, and those marks themselves."""


class Names:
    """Known names, prepared to answer many questions: each takes O(log n), however many names there are.

    Of more than `MAX_COMPARED` names, those are compared that come next to the unknown one in alphabetical order, read
    forwards and backwards. So a mistake at the end or at the beginning is found; several at once may not be.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names: list[str] = [name for name in dict.fromkeys(names) if len(name) <= MAX_NAME]
        self.known: frozenset[str] = frozenset(self.names)
        self.orders: tuple[list[tuple[str, str]], ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.known

    def nearest(self, name: str) -> str | None:
        """The name that is most like this one; None where no name is like it."""
        if len(name) > MAX_NAME:
            return None
        import difflib  # a name that is not known is rare, and this takes as long to import as a check

        found = difflib.get_close_matches(name, self.compared(name), n=1, cutoff=_LIKENESS)
        return found[0] if found else None

    def compared(self, name: str) -> list[str]:
        """The names that are compared with this one."""
        if len(self.names) <= MAX_COMPARED:
            return self.names
        if not self.orders:
            self.orders = (
                sorted([(each, each) for each in self.names]),
                sorted([(each[::-1], each) for each in self.names]),
            )
        found: dict[str, None] = {}
        for order, key in zip(self.orders, (name, name[::-1]), strict=True):
            place = bisect_left(order, (key, ""))
            near = order[max(0, place - NEIGHBOURS) : place + NEIGHBOURS]
            found.update(dict.fromkeys([each for _, each in near]))
        return list(found)


def nearest(name: str, known: Iterable[str] | Names) -> str | None:
    """The known name that is most like `name`; None where no name is like it."""
    return (known if isinstance(known, Names) else Names(known)).nearest(name)


def suggestion(name: str, known: Iterable[str] | Names) -> str:
    """` (did you mean 'x'?)`, or nothing."""
    found = nearest(name, known)
    return f" (did you mean {found!r}?)" if found else ""


def with_article(name: str) -> str:
    """`a claim`, `an attribution`."""
    return f"{'an' if name[:1] in tuple('aeiou') else 'a'} {name}"
