"""What cannot be changed: a dictionary that can be hashed and sent to another process, and fast makers of objects."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import attrs

__all__ = ["FrozenDict", "maker"]

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


class FrozenDict(dict[K, V]):
    """Made once, like a tuple of pairs; every way of changing it raises TypeError."""

    __slots__ = ()

    if not TYPE_CHECKING:  # type checkers need not know: to them it is a Mapping

        def _refuse(self, *_: Any, **__: Any) -> NoReturn:
            raise TypeError("a FrozenDict cannot be changed")

        __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # the stubs say that no dict has one
        return hash(frozenset(self.items()))

    def __repr__(self) -> str:
        return f"FrozenDict({dict(self)!r})"

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        return type(self), (dict(self),)

    def __copy__(self) -> FrozenDict[K, V]:
        return self


def maker(cls: type[T]) -> Callable[..., T]:
    """What makes objects of a frozen attrs class as the class itself does, in less than half the time.

    For a frozen object attrs sets each field by a call. This sets them by plain assignment, on an object of a subclass
    that may be changed, and turns it into one of the class itself when all is set.
    """
    finish = getattr(cls, "__attrs_post_init__", None)

    def settle(self: Any) -> None:
        self.__class__ = cls
        if finish is not None:
            finish(self)

    changeable = type(
        cls.__name__,
        (cls,),
        {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__, "__attrs_post_init__": settle},
    )
    return attrs.define(changeable, eq=False, repr=False, on_setattr=None, getstate_setstate=False)
