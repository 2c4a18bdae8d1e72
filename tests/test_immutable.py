"""Makers make what the class itself makes."""

from __future__ import annotations

import pickle

import attrs
import pytest

from newsfacts.immutable import batch_maker, define, draft_maker, evolve, freeze, frozen, maker
from newsfacts.model import Claim
from newsfacts.text.spans import Span
from newsfacts.values.quantities.quantity import Quantity


def stripped(words: str) -> str:
    return words.strip()


def test_a_maker_of_some_fields_takes_them_by_position_and_leaves_the_others_as_they_are_by_default() -> None:
    make = maker(Claim, "text", "spans")
    assert make("a", (Span(0, 1),)) == Claim(text="a", spans=(Span(0, 1),))
    assert make("a") == Claim(text="a")


def test_a_class_that_does_more_than_to_set_its_fields_has_no_maker_of_some() -> None:
    with pytest.raises(TypeError, match="Quantity does more than to set the fields"):
        maker(Quantity, "stated")


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


def test_many_objects_are_made_at_once_of_columns() -> None:
    made = batch_maker(Span)([0, 4], [1, 9])
    assert made == [Span(0, 1), Span(4, 9)]
    assert [type(one) for one in made] == [Span, Span]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made[0].start = 2  # type: ignore[misc]
    with pytest.raises(ValueError, match="shorter"):
        batch_maker(Span)([0, 4], [1])
    with pytest.raises(TypeError, match="Quantity"):
        batch_maker(Quantity)


def test_what_is_not_given_has_a_default_of_its_own() -> None:
    @attrs.frozen
    class Basket:
        owner: str
        apples: list[str] = attrs.Factory(list)
        eaten: dict[str, int] = attrs.field(factory=dict, init=False)

    make = maker(Basket)
    one, other = make("Ada"), make("Eva", ["green"])
    assert (one, other) == (Basket("Ada"), Basket("Eva", ["green"]))
    assert type(one) is Basket
    assert one.apples is not make("Ada").apples
    assert one.eaten == {}
    assert one.eaten is not other.eaten
    with pytest.raises(TypeError):
        make()
    with pytest.raises(TypeError, match="Basket"):
        batch_maker(Basket)


def test_a_draft_may_be_changed_until_it_is_frozen() -> None:
    draft = draft_maker(Claim, "spans", "text")((Span(0, 1),), "a")
    draft.id = "k1"  # type: ignore[misc]
    freeze(draft, Claim)
    assert draft == Claim(id="k1", text="a", spans=(Span(0, 1),))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        draft.text = "b"  # type: ignore[misc]


def test_a_frozen_draft_is_what_its_class_makes_of_the_values() -> None:
    @attrs.frozen(kw_only=True)
    class Named:
        name: str = attrs.field(converter=stripped, validator=attrs.validators.min_len(1))
        new: int = 1
        others: list[str] = attrs.Factory(list)
        length: int = attrs.field(init=False)

        def __attrs_post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.name))

    draft = draft_maker(Named, "name")(" a ")
    freeze(draft, Named)
    assert draft == Named(name=" a ")
    assert (draft.name, draft.new, draft.others, draft.length) == ("a", 1, [], 1)
    with pytest.raises(ValueError, match="name"):
        freeze(draft_maker(Named, "name")(" "), Named)


def test_a_field_may_have_any_name() -> None:
    @attrs.frozen
    class Odd:
        new: int
        cls: int = 2
        _private: int = 3

    assert maker(Odd)(1) == Odd(1)
    assert maker(Odd)(1, private=4) == Odd(1, 2, 4)


def described(value: object) -> str:
    return f"<{value}>"


@frozen
class Later:
    """Its methods are written when they are first called."""

    name: str
    aside: object = attrs.field(default=None, eq=False)
    listed: list[int] = attrs.field(default=(), hash=False, repr=False)
    folded: str = attrs.field(default="", eq=str.casefold, repr=described)


@attrs.frozen
class AtOnce:
    """The same, of attrs."""

    name: str
    aside: object = attrs.field(default=None, eq=False)
    listed: list[int] = attrs.field(default=(), hash=False, repr=False)
    folded: str = attrs.field(default="", eq=str.casefold, repr=described)


@pytest.mark.parametrize("cls", [Later, AtOnce])
def test_a_frozen_class_compares_and_shows_its_fields_as_one_of_attrs_does(cls: type[Later]) -> None:
    one = cls("a", 1, [2], "B")
    assert repr(one) == f"{cls.__name__}(name='a', aside=1, folded=<B>)"
    assert one == cls("a", 5, [2], "b")
    assert hash(one) == hash(cls("a", 5, [3], "b"))
    assert one != cls("a", 1, [3], "B")
    assert one != cls("b", 1, [2], "B")
    assert cls.__eq__(one, "a") is NotImplemented
    assert pickle.loads(pickle.dumps(one)) == attrs.evolve(one, aside=None)


def test_objects_of_different_classes_are_not_equal() -> None:
    @frozen
    class Child(Later):
        more: int = 0

    first: object = Later("a")
    assert first != Child("a")
    assert Child("a") != first
    assert Child("a") != Child("a", more=1)
    assert repr(Child("a")).endswith("Child(name='a', aside=None, folded=<>, more=0)")
    assert repr(Later("a")) == "Later(name='a', aside=None, folded=<>)"


def test_what_a_class_defines_itself_is_kept() -> None:
    @frozen(kw_only=True)
    class Folded:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Folded) and self.name.casefold() == other.name.casefold()

        def __hash__(self) -> int:
            return hash(self.name.casefold())

        def __repr__(self) -> str:
            return self.name

    assert len({Folded(name="A"), Folded(name="a")}) == 1
    assert repr(Folded(name="A")) == "A"

    @frozen(eq=False)
    class Same:
        name: str

    assert Same("a") != Same("a")


def test_an_object_that_contains_itself_can_be_shown() -> None:
    around: list[object] = []
    one = Later("a", aside=around)
    around.append(one)
    assert repr(one) == "Later(name='a', aside=[...], folded=<>)"


def test_objects_that_can_be_changed_are_compared_by_their_fields_and_have_no_hash() -> None:
    @define
    class Changing:
        name: str

    one = Changing("a")
    one.name = "b"
    assert one == Changing("b")
    assert one != Changing("a")
    assert repr(one).endswith("Changing(name='b')")
    with pytest.raises(TypeError):
        hash(one)

    @define(eq=False)
    class Same:
        name: str

    assert Same("a") != Same("a")
    assert len({Same("a"), Same("a")}) == 2


def test_a_changed_copy_is_what_attrs_makes_of_it() -> None:
    claim = Claim(text="a", spans=(Span(0, 1),))
    changed = evolve(claim, text="b")
    assert type(changed) is Claim
    assert changed == attrs.evolve(claim, text="b")
    assert claim.text == "a"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        changed.text = "c"  # type: ignore[misc]


def test_what_a_class_settles_is_settled_again_in_a_changed_copy() -> None:
    quantity = Quantity(stated=40)
    changed = evolve(quantity, unit="people")
    assert changed == attrs.evolve(quantity, unit="people")
    with pytest.raises(AttributeError):
        evolve(Span(0, 1), middle=3)
