"""What cannot be changed: a dictionary that can be hashed and sent to another process, and fast makers of objects."""

from __future__ import annotations

import functools
import reprlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import attrs

__all__ = ["FrozenDict", "batch_maker", "define", "draft_maker", "evolve", "freeze", "frozen", "is_plain", "maker"]

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


if TYPE_CHECKING:  # type checkers know what these do
    from attrs import define, frozen
else:

    def frozen(cls=None, *, eq=True, repr=True, **options):  # the names that attrs gives them
        """`attrs.frozen`, except that `__eq__`, `__hash__` and `__repr__` are written out when they are first called.

        attrs writes and compiles them for every class, which takes more than half of the time that it takes to import
        one; and in most processes most of them are never called.
        """
        if cls is None:
            return functools.partial(frozen, eq=eq, repr=repr, **options)
        return _decorated(attrs.frozen, cls, eq=eq, shows=repr, options=options)

    def define(cls=None, *, eq=True, repr=True, **options):
        """`attrs.define` in the same way: objects that can be changed, and so have no hash where they are compared."""
        if cls is None:
            return functools.partial(define, eq=eq, repr=repr, **options)
        return _decorated(attrs.define, cls, eq=eq, shows=repr, options=options)


def _decorated(decorate: Any, cls: type, *, eq: bool, shows: bool, options: dict[str, Any]) -> Any:
    own = vars(cls)
    compares = eq and not {"__eq__", "__ne__", "__hash__"} & own.keys()
    detected = None if eq and not compares else False  # None: attrs looks which methods the class has itself
    made: Any = decorate(eq=detected, repr=False, **options)(cls)
    if compares:
        made.__eq__ = _written_later(made, "__eq__")
        made.__hash__ = _written_later(made, "__hash__") if decorate is attrs.frozen else None
    if shows and "__repr__" not in own:
        made.__repr__ = _written_later(made, "__repr__")
    return made


def maker(cls: type[T], *names: str) -> Callable[..., T]:
    """What makes objects of a frozen attrs class as the class itself does, in less than half the time.

    For a frozen object attrs sets each field by a call. This sets them by plain assignment, on an object of a subclass
    that may be changed, and turns it into one of the class itself when all is set. With `names`, these fields are given by
    position, in this order, and all others have their default: that is faster still where a class has many.

    Raises `TypeError` for `names` of a class that does more than to set its fields.
    """
    if names and not is_plain(cls):
        raise TypeError(f"{cls.__name__} does more than to set the fields that are given")
    if names:
        return _constructor(cls, names, (), freezes=True)
    if not _sets_plain_fields(_any(cls)):
        return _checking_maker(cls)
    fields = _fields(cls)
    return _constructor(
        cls,
        [str(field.alias) for field in fields if not field.kw_only],
        [str(field.alias) for field in fields if field.kw_only],
        freezes=True,
    )


def batch_maker(cls: type[T]) -> Callable[..., list[T]]:
    """What makes many objects of a frozen attrs class at once: of columns of values, one for each field, in order.

    For small objects it takes two thirds of the time that calls of a `maker` take. All that the class does when an object is made
    must be to set its fields.
    """
    names = [field.name for field in _fields(cls)]
    if not is_plain(cls) or len(names) < len(attrs.fields(_any(cls))):
        raise TypeError(f"{cls.__name__} does more than to set the fields that are given")
    given = ", ".join(names)
    lines = [f"for {given} in zip({given}, strict=True):", " self = __draft()"]
    lines += [f" self.{name} = {name}" for name in names]
    lines += [" self.__class__ = __cls", " add(self)"]
    scope: dict[str, Any] = {"__draft": _draft_class(cls), "__cls": cls}
    exec(f"def make({given}):\n found = []\n add = found.append\n " + "\n ".join([*lines, "return found"]), scope)
    made: Callable[..., list[T]] = scope["make"]
    return made


def evolve(instance: T, **changes: Any) -> T:
    """A copy of a frozen object with some fields changed, as `attrs.evolve` makes it, in a fifth of the time."""
    copied: T = _copier(_any(type(instance)))(instance, changes)
    return copied


@functools.cache
def _copier(cls: Any) -> Callable[[Any, dict[str, Any]], Any]:
    """A function that copies one field after the other, and then sets those that change."""
    if not is_plain(cls):
        return lambda instance, changes: attrs.evolve(instance, **changes)
    scope: dict[str, Any] = {"__draft": _draft_class(cls), "__cls": cls}
    lines = ["new = __draft()"]
    lines += [f"new.{field.name} = self.{field.name}" for field in _fields(cls)]
    lines += ["for name in changes: setattr(new, name, changes[name])", "new.__class__ = __cls", "return new"]
    exec("def copy(self, changes):\n " + "\n ".join(lines), scope)
    copier: Callable[[Any, dict[str, Any]], Any] = scope["copy"]
    return copier


def draft_maker(cls: type[T], *names: str) -> Callable[..., T]:
    """What makes a draft of a frozen attrs class of the values of some fields: an object whose fields may be set.

    Every other field has its default. `freeze` turns a draft into an object of the class itself.
    """
    return _constructor(cls, names, (), freezes=False)


def freeze(draft: T, cls: type[T]) -> None:
    """Turn a draft into an object of its class, with all that the class does when an object is made."""
    draft.__class__ = cls
    if not is_plain(cls):
        values = {str(field.alias): getattr(draft, field.name) for field in _fields(cls) if hasattr(draft, field.name)}
        _any(cls).__init__(draft, **values)


def is_plain(cls: type) -> bool:
    """Whether all that a class does when an object is made is to set its fields."""
    return _is_plain(_any(cls))


def _any(cls: Any) -> Any:
    return cls  # a class is hashable, and this one is of attrs, which its type does not say


def _fields(cls: Any) -> list[attrs.Attribute[Any]]:
    """The fields that are given when an object is made."""
    return [field for field in attrs.fields(cls) if field.init]


@functools.cache
def _is_plain(cls: Any) -> bool:
    return not hasattr(cls, "__attrs_post_init__") and _sets_plain_fields(cls)


def _sets_plain_fields(cls: Any) -> bool:
    """Whether fields are set to what is given or to their default; what the class does after that does not count."""
    return not any(hasattr(cls, hook) for hook in ("__attrs_pre_init__", "__attrs_init__")) and not any(
        field.converter
        or field.validator
        or (_has_factory(field) and field.default.takes_self)
        or (not field.init and field.default is attrs.NOTHING)
        for field in attrs.fields(cls)
    )


def _has_factory(field: attrs.Attribute[Any]) -> bool:
    return isinstance(field.default, attrs.Factory)  # type: ignore[arg-type]  # a class that the stubs call a function


def _draft_class(cls: type) -> type:
    """A class of objects that may be changed, and turned into those of a frozen class."""
    plain = {name: getattr(object, name) for name in ("__new__", "__init__", "__setattr__", "__delattr__")}
    return type(cls.__name__, (cls,), {"__slots__": (), **plain})


def _constructor(cls: type[T], positional: Sequence[str], named: Sequence[str], *, freezes: bool) -> Callable[..., T]:
    """A function that sets one field after the other, written out as `attrs` writes out an `__init__`."""
    scope: dict[str, Any] = {"__draft": _draft_class(cls), "__cls": cls}
    given = {*positional, *named}
    lines = ["self = __draft()"]  # in half the time that object.__new__ takes when it is called by name
    arguments = {name: name for name in given}
    for field in attrs.fields(_any(cls)):
        name, default = str(field.alias), f"__default_{field.name}"
        value = default
        if _has_factory(field):
            scope[default], value = field.default.factory, f"{default}()"
            arguments[name] = f"{name}=__cls"  # which no field has as its value
        elif field.default is not attrs.NOTHING:
            scope[default] = field.default
            arguments[name] = f"{name}={default}"
        if name not in given:
            lines += [f"self.{field.name} = {value}"] * (default in scope)
        elif _has_factory(field):
            lines.append(f"self.{field.name} = {value} if {name} is __cls else {name}")
        else:
            lines.append(f"self.{field.name} = {name}")
    lines += ["self.__class__ = __cls"] * freezes
    lines += ["self.__attrs_post_init__()"] * (freezes and hasattr(cls, "__attrs_post_init__"))
    lines.append("return self")
    if not freezes:
        signature = ", ".join(positional)
    else:
        signature = ", ".join(
            [arguments[name] for name in positional] + ["*"] * bool(named) + [arguments[n] for n in named]
        )
    exec(f"def make({signature}):\n " + "\n ".join(lines), scope)
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


def _written_later(cls: type, name: str) -> Callable[..., Any]:
    """A method that, when it is first called, is replaced by the one that is written for the class."""

    def method(self: Any, *arguments: Any) -> Any:
        written = _WRITERS[name](cls)
        setattr(cls, name, written)
        return written(self, *arguments)

    method.__name__, method.__qualname__, method.__module__ = name, f"{cls.__qualname__}.{name}", cls.__module__
    return method


def _eq(cls: Any) -> Callable[..., Any]:
    keys = {field.name: field.eq_key for field in attrs.fields(cls) if field.eq}
    pairs = [f"{_value(keys, 'self', name)} == {_value(keys, 'other', name)}" for name in keys]
    lines = ["if other.__class__ is not self.__class__:", " return NotImplemented"]
    return _method("__eq__(self, other)", [*lines, f"return {' and '.join(pairs) or True}"], keys)


def _hash(cls: Any) -> Callable[..., Any]:
    fields = attrs.fields(cls)
    keys = {field.name: field.eq_key for field in fields if (field.eq if field.hash is None else field.hash)}
    values = [_value(keys, "self", name) for name in keys]
    own = hash((cls.__module__, cls.__qualname__))  # objects of two classes with the same values differ
    return _method("__hash__(self)", [f"return hash(({own}, {', '.join(values)}))"], keys)


def _value(keys: dict[str, Any], of: str, name: str) -> str:
    """The value of a field as an expression: what its key makes of it, where it has one."""
    return f"{of}.{name}" if keys[name] is None else f"__keys[{name!r}]({of}.{name})"


def _method(signature: str, lines: Sequence[str], keys: dict[str, Any]) -> Callable[..., Any]:
    scope: dict[str, Any] = {"__keys": keys}
    exec(f"def {signature}:\n " + "\n ".join(lines), scope)
    made: Callable[..., Any] = scope[signature[: signature.index("(")]]
    return made


def _repr(cls: Any) -> Callable[..., str]:
    writers = {field.name: repr if field.repr is True else field.repr for field in attrs.fields(cls) if field.repr}

    def __repr__(self: Any) -> str:  # noqa: N807  # the method itself
        values = [f"{name}={write(getattr(self, name, attrs.NOTHING))}" for name, write in writers.items()]
        return f"{type(self).__qualname__.rsplit('>.', 1)[-1]}({', '.join(values)})"

    return reprlib.recursive_repr("...")(__repr__)


_WRITERS: dict[str, Callable[[type], Callable[..., Any]]] = {"__eq__": _eq, "__hash__": _hash, "__repr__": _repr}
