"""Classes of kinds that no Python module defines: each is made from a recipe, once per process.

The same recipe always gives the same class. So a schema file that is read twice defines one kind and not two, and a
document whose kinds come from a schema file can be sent to another process: its classes travel as their recipes.
"""

from __future__ import annotations

import copyreg
import functools
import keyword
import re
import types
import typing
from typing import Any

import attrs

from newsfacts.model import Annotation, Unreadable, fact

__all__ = ["FieldRecipe", "KindRecipe", "attribute_name", "class_of"]


@attrs.frozen(kw_only=True)
class FieldRecipe:
    """One field: its `key` in files, and the type of one value of it."""

    key: str
    type: Any
    many: bool = False
    required: bool = False
    default: Any = None
    pattern: str | None = None
    doc: str = ""


@attrs.frozen(kw_only=True)
class KindRecipe:
    """One kind: its name, what it descends from, and its own fields."""

    name: str
    parent: type[Annotation] = Annotation
    doc: str = ""
    fields: tuple[FieldRecipe, ...] = ()


class MadeKind(type):
    """The class of the classes that are made here: those that can be pickled without a module that contains them."""


def class_of(recipe: KindRecipe) -> type[Annotation]:
    """The class that a recipe describes."""
    hashable: typing.Hashable = recipe
    return _class_of(hashable)


@functools.cache
def _class_of(recipe: Any) -> type[Annotation]:
    body: dict[str, Any] = {
        "KIND": recipe.name,
        "RECIPE": recipe,
        "__doc__": recipe.doc or f"A {recipe.name}.",
        "__module__": __name__,
        "__annotations__": {"KIND": typing.ClassVar[str], "RECIPE": typing.ClassVar[KindRecipe]},
    }
    for field in recipe.fields:
        name = attribute_name(field.key)
        body[name] = fact(
            field.doc, key=field.key, required=field.required, pattern=field.pattern, default=field.default
        )
        one = field.type
        body["__annotations__"][name] = types.GenericAlias(tuple, (one, ...)) if field.many else one | Unreadable | None
    class_name = "".join(part.capitalize() for part in re.split("[-_]", recipe.name))
    made = types.new_class(class_name, (recipe.parent,), {"metaclass": MadeKind}, lambda space: space.update(body))
    return attrs.frozen(kw_only=True, slots=True)(made)


def attribute_name(key: str) -> str:
    """The attribute of an object for the key of a file: `fieldwork-end` is `fieldwork_end`, `from` is `from_`.

    `self` is what the object itself is called where attrs makes it.
    """
    name = key.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) or name == "self" else name


def _reduce(cls: MadeKind) -> Any:
    recipe = vars(cls).get("RECIPE")
    # A child that some module defines is found there, like any other class.
    return cls.__qualname__ if recipe is None else (class_of, (recipe,))


copyreg.pickle(MadeKind, _reduce)
