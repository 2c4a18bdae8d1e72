"""Kinds defined in Python enter the schema by the same door as the built-in ones; what cannot be a kind is refused."""

from __future__ import annotations

import pickle
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

import attrs
import pytest
from hypothesis import HealthCheck, given
from tests.searching import examples

from newsfacts import model
from newsfacts.documents import dumps, loads, parse
from newsfacts.errors import SchemaError
from newsfacts.model import Annotation, Claim, Count, Document, Event, fact
from newsfacts.schema.kinds import FieldType, Schema
from newsfacts.testing import documents
from newsfacts.values.quantities.quantity import Quantity


class Harm(Enum):
    KILLED = "killed"
    INJURED = "injured"


@attrs.frozen(kw_only=True)
class Casualties(Count):
    """People killed or injured."""

    KIND = "casualties"

    harm: Harm | None = fact("killed or injured", required=True)
    women: int | None = fact("how many of them are women")
    event: Event | None = fact("the event")
    sources: tuple[model.Url, ...] = fact("addresses", default=())
    plate: str | None = fact("a code", pattern=r"[A-Z]{2}[0-9]+\W?")
    share: Decimal | None = fact("a share")
    twin: Claim | None = fact("the claim that says so")


@attrs.frozen(kw_only=True)
class Ranking(Annotation):
    """An order of things."""

    KIND = "ranking"

    by: Literal["size", "age"] | None = fact("what it is ordered by")


SCHEMA = Schema.core().extend(Casualties, Ranking)


def casualties(**attributes: str) -> tuple[Casualties, tuple[str, ...]]:
    written = " ".join(f'{key}="{value}"' for key, value in attributes.items())
    document = parse(f"[12 people]{{.casualties {written}}} died.", schema=SCHEMA).document
    [found] = document.of_kind(Casualties)
    return found, tuple(f"{problem.code} {problem.message}" for problem in document.problems)


def test_extending_leaves_the_old_schema_as_it_was() -> None:
    assert "casualties" not in Schema.core()
    assert [kind.name for kind in SCHEMA][-2:] == ["casualties", "ranking"]
    assert SCHEMA["casualties"].parent == "count"
    assert SCHEMA["ranking"].parent is None
    assert SCHEMA.kind_of(Casualties).cls is Casualties


def test_the_same_class_may_be_added_again() -> None:
    assert SCHEMA.extend(Casualties).kinds == SCHEMA.kinds


def test_values_are_read_by_the_type_beside_the_field() -> None:
    found, problems = casualties(
        harm="killed", women="5", sources="https://a.example/ https://b.example/", plate="AB1", share="3.5"
    )
    assert problems == ()
    assert (found.harm, found.women, found.plate, found.share) == (Harm.KILLED, 5, "AB1", Decimal("3.5"))
    assert found.sources == ("https://a.example/", "https://b.example/")
    assert isinstance(found.value, Quantity)
    assert found.value.stated == 12


@pytest.mark.parametrize(
    ("attributes", "problem"),
    [
        ({}, "S04 this casualties lacks harm="),
        ({"harm": "kiled"}, "S13 'kiled' is not one of killed, injured"),
        ({"harm": "killed", "women": "some"}, "S18 'some' is not a whole number"),
        ({"harm": "killed", "women": "2.5"}, "S18 '2.5' is not a whole number"),
        ({"harm": "killed", "plate": "ab1"}, "S18 'ab1' is not text"),
        ({"harm": "killed", "sources": "here"}, "S18 'here' is not an address such as https://example.org/"),
        ({"harm": "killed", "event": "flod"}, "S06 no event has the id 'flod'"),
        ({"harm": "killed", "wimmen": "5"}, "S03 a casualties has no field 'wimmen'"),
    ],
)
def test_what_does_not_fit_is_a_finding(attributes: dict[str, str], problem: str) -> None:
    assert casualties(**attributes)[1] == (problem,)


def test_a_pattern_is_not_tried_on_very_long_text() -> None:
    assert casualties(harm="killed", plate="AB" + "1" * 998)[1] == ()
    assert [problem[:3] for problem in casualties(harm="killed", plate="AB" + "1" * 999)[1]] == ["S18"]


def test_rules_of_the_parent_look_at_a_child() -> None:
    document = loads("[12 people]{.casualties harm=killed} died.", schema=SCHEMA)
    assert document.of_kind(Count) == document.of_kind(Casualties)


# -- What is refused ---------------------------------------------------------------------------------------------------


def made(name: str, bases: tuple[type, ...], **body: Any) -> type[Annotation]:
    annotations = {key: value[0] for key, value in body.items() if isinstance(value, tuple)}
    space = {key: value[1] if isinstance(value, tuple) else value for key, value in body.items()}
    cls: type[Annotation] = attrs.frozen(kw_only=True)(type(name, bases, {"__annotations__": annotations, **space}))
    return cls


def test_a_name_that_is_taken() -> None:
    other = made("Other", (Count,), KIND="casualties")
    with pytest.raises(SchemaError) as refused:
        SCHEMA.extend(other)
    assert str(refused.value) == f"the kind 'casualties' is already defined, by {__name__}.Casualties"


def test_what_is_no_kind() -> None:
    class Plain(Annotation):
        KIND = "plain"

    class Nameless(Annotation):
        pass

    cases: list[tuple[Any, str]] = [
        (dict, "<class 'dict'> is not a kind: a kind descends from newsfacts.Annotation or one of its children"),
        ("text", "'text' is not a kind: a kind descends from newsfacts.Annotation or one of its children"),
        (Nameless, f"{Nameless.__qualname__} needs a name for annotated text: set KIND, such as KIND = 'nameless'"),
        (Plain, f"{Plain.__qualname__} is not an attrs class: decorate it with @attrs.frozen(kw_only=True)"),
    ]
    for cls, message in cases:
        with pytest.raises(SchemaError) as refused:
            Schema.core().extend(cls)
        assert str(refused.value) == message


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ({"scope": (int | None, fact("where"))}, "the field 'scope' of Wider takes a whole number, but its parent Count takes text: a child may only narrow a field"),
        ({"scope": (tuple[str, ...], fact("where", default=()))}, "the field 'scope' of Wider takes text, but its parent Count takes text: a child may only narrow a field"),
        ({"place": (str | None, fact("where", key="scope"))}, "Wider has two fields that are written as 'scope'"),
        ({"where": (object, fact("where"))}, "Wider.where: a field cannot have the type <class 'object'>"),
        ({"where": (tuple[str, str], fact("where"))}, "Wider.where: a list is written tuple[X, ...]"),
        ({"code": (str | None, fact("code", pattern="(a+)+"))}, "the pattern of Wider.code is refused: it repeats a repetition, which can take exponential time"),
    ],
)  # fmt: skip
def test_fields_that_cannot_be(field: dict[str, Any], message: str) -> None:
    with pytest.raises(SchemaError) as refused:
        Schema.core().extend(made("Wider", (Count,), KIND="wider", **field))
    assert str(refused.value) == message


def test_a_child_may_narrow_and_not_loosen() -> None:
    narrower = made(
        "Narrower", (Casualties,), KIND="narrower", harm=(Literal[Harm.KILLED] | None, fact("killed", required=True))
    )
    assert list(SCHEMA.extend(narrower)["narrower"].fields["harm"].choices) == ["killed"]
    looser = made("Looser", (Casualties,), KIND="looser", harm=(Harm | None, fact("killed")))
    with pytest.raises(SchemaError) as refused:
        SCHEMA.extend(looser)
    assert str(refused.value) == "the field 'harm' of Looser may be missing, but its parent Casualties requires it"


def test_an_unknown_kind_names_the_nearest() -> None:
    with pytest.raises(SchemaError) as refused:
        SCHEMA["casualtys"]
    assert str(refused.value) == "no kind is named 'casualtys' (did you mean 'casualties'?)"


def test_fields_know_what_they_take() -> None:
    fields = SCHEMA["casualties"].fields
    assert fields["harm"].types == (FieldType.CHOICE,)
    assert fields["sources"].many
    assert fields["twin"].describe() == "the id of a claim"
    assert fields["twin"].is_reference
    assert not fields["women"].is_reference


# -- The laws of the core hold -----------------------------------------------------------------------------------------

LOSSLESS = ["facts", "yaml", "json", "jsonl"]


@pytest.mark.parametrize("format", LOSSLESS)
@examples(0.5, suppress_health_check=list(HealthCheck))
@given(document=documents(SCHEMA))
def test_documents_of_an_extended_schema_read_back_equal(format: str, document: Document) -> None:
    assert loads(dumps(document, format=format), format=format, schema=SCHEMA) == document


@examples(0.5, suppress_health_check=list(HealthCheck))
@given(document=documents(SCHEMA))
def test_documents_of_an_extended_schema_can_be_pickled(document: Document) -> None:
    assert pickle.loads(pickle.dumps(document)) == document


@pytest.mark.parametrize("format", LOSSLESS)
def test_what_the_schema_does_not_know_is_kept(format: str) -> None:
    text = "[12 people]{.casualties #a harm=killed women=5} and [two]{.count #b colour=red}."
    document = parse(text).document
    assert [(problem.code, problem.message, problem.help) for problem in document.problems] == [
        ("S16", "no kind is named 'casualties'", f"the kinds are {', '.join(Schema.core().kinds)}"),
        ("S03", "a count has no field 'colour'", "a count takes note, lost, draft, disputed, of, value, as_of, scope, total, rebuts, supports, repeats, updates, corrects"),
    ]  # fmt: skip
    again = parse(dumps(document, format=format), format=format).document
    assert again == document
    assert (again["a"].extra, again["b"].extra) == ({"harm": "killed", "women": "5"}, {"colour": "red"})
    known = parse(dumps(again, format=format), format=format, schema=SCHEMA).document["a"]
    assert isinstance(known, Casualties)
    assert (known.harm, known.women) == (Harm.KILLED, 5)
