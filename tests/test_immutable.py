"""Makers make what the class itself makes."""

from __future__ import annotations

import pickle

import attrs
import pytest

from newsfacts.immutable import maker
from newsfacts.model import Claim
from newsfacts.text.spans import Span
from newsfacts.values.quantities.quantity import Quantity


def stripped(words: str) -> str:
    return words.strip()


def test_a_maker_makes_objects_of_the_class() -> None:
    made = maker(Claim)(text="a", spans=(Span(0, 1),))
    assert type(made) is Claim
    assert made == Claim(text="a", spans=(Span(0, 1),))
    assert hash(made) == hash(Claim(text="a", spans=(Span(0, 1),)))
    assert repr(made) == repr(Claim(text="a", spans=(Span(0, 1),)))
    assert pickle.loads(pickle.dumps(made)) == made


def test_what_is_made_cannot_be_changed() -> None:
    made = maker(Claim)(text="a")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.text = "b"  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del made.text


def test_what_a_class_settles_after_its_fields_is_settled() -> None:
    made = maker(Quantity)(stated=40)
    assert (made.low, made.high, made.granularity) == (40, 40, 10)
    assert made == Quantity(stated=40)


def test_defaults_converters_and_validators_hold() -> None:
    @attrs.frozen
    class Named:
        name: str = attrs.field(converter=stripped, validator=attrs.validators.min_len(1))
        others: list[str] = attrs.Factory(list)

    assert maker(Named)(" a ") == Named("a", [])
    assert maker(Named)("a").others is not maker(Named)("a").others
    with pytest.raises(ValueError, match="name"):
        maker(Named)(" ")
