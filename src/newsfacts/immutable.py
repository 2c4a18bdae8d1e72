"""What cannot be changed: a dictionary that can be hashed and sent to another process, and fast makers of objects."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import attrs

__all__ = ["FrozenDict", "draft_maker", "freeze", "maker"]

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
    fields = attrs.fields(cls)
    if not _is_plain(cls):
        return _checking_maker(cls)
    required = [field for field in fields if field.init and field.default is attrs.NOTHING]
    optional = [field for field in fields if field.init and field.default is not attrs.NOTHING]
    positional = [field.alias for field in (*required, *optional) if not field.kw_only]
    named = [field.alias for field in (*required, *optional) if field.kw_only]
    return _constructor(cls, positional, named, freezes=True)


def draft_maker(cls: type[T], *names: str) -> Callable[..., T]:
    """What makes a draft of a frozen attrs class of the values of some fields: an object whose fields may be set.

    Every other field has its default. `freeze` turns a draft into an object of the class itself.
    """
    return _constructor(cls, names, (), freezes=False)


def freeze(draft: T, cls: type[T]) -> None:
    """Turn a draft into an object of its class, with all that the class does when an object is made."""
    draft.__class__ = cls
    if not _is_plain(cls):
        values = {field.alias: getattr(draft, field.name) for field in attrs.fields(cls) if field.init and hasattr(draft, field.name)}
        cls.__init__(draft, **values)


@functools.cache
def _is_plain(cls: type) -> bool:
    """Whether making an object only sets its fields."""
    return not hasattr(cls, "__attrs_post_init__") and not any(
        field.converter or field.validator or isinstance(field.default, attrs.Factory) for field in attrs.fields(cls)
    )


def _changeable(cls: type[T]) -> type[T]:
    """A subclass whose objects may be changed, and may become objects of the class."""
    changes = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(cls.__name__, (cls,), changes)


def _constructor(cls: type[T], positional: Iterable[str], named: Iterable[str], *, freezes: bool) -> Callable[..., T]:
    """A function that sets one field after the other, written out as `attrs` writes out an `__init__`."""
    scope: dict[str, Any] = {"new": object.__new__, "changeable": _changeable(cls), "cls": cls}
    positional, named = list(positional), list(named)
    given = {*positional, *named}
    lines = ["self = new(changeable)"]
    defaults: dict[str, str] = {}
    for field in attrs.fields(cls):
        default = f"default_{field.name}"
        if not isinstance(field.default, attrs.Factory) and field.default is not attrs.NOTHING:
            scope[default] = field.default
            defaults[field.alias] = f"{field.alias}={default}"
        if field.alias in given:
            lines.append(f"self.{field.name} = {field.alias}")
        elif default in scope:
            lines.append(f"self.{field.name} = {default}")
    lines += ["self.__class__ = cls"] * freezes + ["return self"]
    if not freezes:
        defaults.clear()
    arguments = [defaults.get(name, name) for name in positional]
    if named:
        arguments += ["*", *[defaults.get(name, name) for name in named]]
    exec(f"def make({', '.join(arguments)}):\n " + "\n ".join(lines), scope)
    made: Callable[..., T] = scope["make"]
    return made


def _checking_maker(cls: type[T]) -> Callable[..., T]:
    """A maker of objects that are converted, validated or completed when their fields are set."""
    finish = getattr(cls, "__attrs_post_init__", None)

    def settle(self: Any) -> None:
        self.__class__ = cls
        if finish is not None:
            finish(self)

    changes = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__, "__attrs_post_init__": settle}
    changeable = type(cls.__name__, (cls,), changes)
    return attrs.define(changeable, eq=False, repr=False, on_setattr=None, getstate_setstate=False)
