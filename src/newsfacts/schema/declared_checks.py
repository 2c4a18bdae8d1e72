"""Checks that a schema file declares without code: limits, sums, what belongs together and what does not.

    checks:
    - code: POLL1
      name: shares-over-hundred
      on: share
      sum: {field: value, within: poll, at-most: 100}
      message: "the shares of {poll} add up to {found}"
      severity: error

Exactly one of `at-most`, `at-least`, `sum`, `one-of`, `requires`, `forbids`, `follows-from`, `unique`, `inside` and
`outside` says what is checked; `when: {field: value}` limits it to some annotations.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from newsfacts.findings import Severity
from newsfacts.immutable import FrozenDict, frozen
from newsfacts.model import Annotation, Document, Unreadable
from newsfacts.schema.kinds import FieldType, fields_of_class
from newsfacts.values.quantities.interval import Interval
from newsfacts.values.quantities.quantity import Quantity
from newsfacts.values.times.times import TimeInterval

__all__ = ["CHECKS", "Broken", "DeclaredCheck", "Uncheckable", "run_check"]


@frozen(kw_only=True)
class DeclaredCheck:
    """One check as declared: `what` is its kind, `argument` what is written for it."""

    code: str
    name: str
    on: str
    what: str
    argument: Any = attrs.field(hash=False)
    when: Mapping[str, str] = attrs.field(default=FrozenDict(), hash=False)
    message: str = ""
    help: str | None = None
    severity: Severity = Severity.ERROR
    doc: str = ""


@frozen
class Broken:
    """An annotation of which a check does not hold; `facts` are the words for the message's placeholders."""

    annotation: Annotation
    facts: Mapping[str, str]
    key: str | None = None
    others: tuple[Annotation, ...] = ()


@frozen
class Uncheckable:
    """An annotation that could not be checked, and why."""

    annotation: Annotation
    reason: str


Outcome = Broken | Uncheckable


def run_check(
    check: DeclaredCheck, document: Document, annotations: Sequence[Annotation], policy: Any
) -> Iterator[Outcome]:
    """What a check reports about the annotations of its kind, in reading order."""
    chosen = [a for a in annotations if all(is_so(a, key, value) for key, value in check.when.items())]
    yield from CHECKS[check.what](_Run(check, document, policy), chosen)


def is_so(annotation: Annotation, key: str, value: str) -> bool:
    """Whether a field has a value, in words; what is yes or no is “no” where nothing is written."""
    found = field_value(annotation, key)
    field = fields_of_class(type(annotation)).get(key)
    if found is None and field is not None and field.types == (FieldType.YES_NO,):
        return value == "no"
    return written(found) == value


def field_value(annotation: Annotation, key: str) -> Any:
    """The value of a field by its name in the object or its key in a file."""
    if key == "value" and hasattr(annotation, "value"):
        return annotation.value
    field = fields_of_class(type(annotation)).get(key)
    return getattr(annotation, field.name if field is not None else key, None)


def written(value: Any) -> str:
    """A value in words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return ", ".join(written(item) for item in value) or "nothing"
    if isinstance(value, Fraction):
        return f"{float(value):g}"
    for name in ("name", "text", "id"):
        found = getattr(value, name, None)
        if isinstance(found, str) and not isinstance(value, dt.date | Quantity | TimeInterval):
            return found
    return str(value)


def identity(value: Any) -> str:
    """What tells a value from others: the id of what is referred to, or else the value in words."""
    if isinstance(value, tuple):
        return ", ".join(map(identity, value))
    id = getattr(value, "id", None)
    return id if isinstance(id, str) else written(value)


def is_given(value: Any) -> bool:
    """Whether something is written in a field."""
    return value is not None and value != () and value is not False


@frozen
class _Run:
    check: DeclaredCheck
    document: Document
    policy: Any

    def interval(self, value: Any) -> Interval | None:
        """What a value is taken to be: exact numbers as they are, quantities by their core, dates as days.

        An annotation that is referred to stands for its own value.
        """
        if isinstance(value, Annotation):
            value = getattr(value, "value", None)
        if isinstance(value, Quantity):
            found: Interval = value.core(self.policy)
            return found
        if isinstance(value, bool) or value is None or isinstance(value, Unreadable):
            return None
        if isinstance(value, int | Fraction):
            return Interval(value, value)
        if isinstance(value, Decimal):
            return Interval(Fraction(value), Fraction(value))
        if isinstance(value, TimeInterval):
            start, end = value.start, value.end
            return Interval(start.toordinal() if start else None, end.toordinal() - 1 if end else None)
        if isinstance(value, dt.date):
            return Interval(value.toordinal(), value.toordinal())
        return None

    def operand(self, annotation: Annotation, written_operand: Any) -> Any:
        """A field of the annotation where one is named, or else the value itself."""
        if isinstance(written_operand, str) and written_operand in field_names(annotation):
            return field_value(annotation, written_operand)
        return number(written_operand)

    def compared(
        self, annotations: Iterable[Annotation], wrong: Callable[[Interval, Interval], bool]
    ) -> Iterator[Outcome]:
        argument = self.check.argument
        for annotation in annotations:
            value, limit = field_value(annotation, argument["field"]), self.operand(annotation, argument["of"])
            if not is_given(value) or limit is None:
                continue
            one, other = self.interval(value), self.interval(limit)
            if one is None or other is None:
                yield Uncheckable(annotation, f"{argument['field']} and {argument['of']} cannot be compared")
            elif wrong(one, other):
                facts = {"field": argument["field"], "found": written(value), "limit": written(limit)}
                yield Broken(annotation, facts, argument["field"])


def field_names(annotation: Annotation) -> frozenset[str]:
    """The keys of an annotation's fields."""
    return frozenset(fields_of_class(type(annotation)))


def number(value: Any) -> Any:
    """A number as written in YAML, exact; other values as they are."""
    if isinstance(value, str):
        try:
            return Fraction(value)
        except (ValueError, ZeroDivisionError):
            return None
    return value


def exceeds(one: Interval, other: Interval) -> bool:
    """Whether every number of the one is above every number of the other."""
    return one.low is not None and other.high is not None and one.low > other.high


def at_most(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`at-most: {field: women, of: total}`: a field is not above another field or a number."""
    yield from run.compared(annotations, exceeds)


def at_least(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`at-least: {field: margin, of: 0}`: a field is not below another field or a number."""
    yield from run.compared(annotations, lambda one, other: exceeds(other, one))


def sums(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`sum: {field: value, within: poll, at-most: 100}`: the values that share a field add up to a number at most, or `to` it."""
    argument = run.check.argument
    within = argument.get("within")
    groups: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        groups.setdefault(identity(field_value(annotation, within)) if within else "", []).append(annotation)
    for members in groups.values():
        values = [field_value(member, argument["field"]) for member in members]
        intervals = [run.interval(value) for value in values]
        if any(interval is None for interval in intervals):
            unread = members[intervals.index(None)]
            yield Uncheckable(unread, f"its {argument['field']} cannot be read as a number")
            continue
        total = Interval(0, 0)
        for interval in intervals:
            assert interval is not None
            total = total.plus(interval)
        slack = Fraction(str(argument.get("slack", 0))) * len(members)
        limit = Fraction(str(argument["at-most"] if "at-most" in argument else argument["to"]))
        above = total.low is not None and total.low > limit + slack
        below = "to" in argument and total.high is not None and total.high < limit - slack
        if above or below:
            facts = {"found": total.words(), "limit": written(limit)}
            yield Broken(members[-1], facts, argument["field"], tuple(members[:-1]))


def one_of(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`one-of: [date, event]`: exactly one of the fields is written."""
    for annotation in annotations:
        given = [key for key in run.check.argument if is_given(field_value(annotation, key))]
        if len(given) != 1:
            yield Broken(annotation, {"found": " and ".join(given) or "none", "fields": ", ".join(run.check.argument)})


def requires(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`requires: {field: verdict, needs: [court]}`: where the one is written, the others are too."""
    argument = run.check.argument
    for annotation in annotations:
        if "field" in argument and not is_given(field_value(annotation, argument["field"])):
            continue
        missing = [key for key in argument["needs"] if not is_given(field_value(annotation, key))]
        if missing:
            yield Broken(annotation, {"missing": ", ".join(missing)}, argument.get("field"))


def forbids(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`forbids: {field: acquitted, with: [sentence]}`: where the one is written, the others are not."""
    argument = run.check.argument
    for annotation in annotations:
        if "field" in argument and not is_given(field_value(annotation, argument["field"])):
            continue
        present = [key for key in argument["with"] if is_given(field_value(annotation, key))]
        if present:
            yield Broken(annotation, {"found": ", ".join(present)}, present[0])


def follows_from(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`follows-from: {field: lead, difference: [first, second]}` (or `sum:`): a field is what others give."""
    argument = run.check.argument
    parts = argument.get("sum") or argument["difference"]
    for annotation in annotations:
        value = field_value(annotation, argument["field"])
        others = [field_value(annotation, key) for key in parts]
        if not is_given(value) or not all(is_given(other) for other in others):
            continue
        stated = run.interval(value)
        intervals = [run.interval(other) for other in others]
        if stated is None or any(interval is None for interval in intervals):
            yield Uncheckable(annotation, f"{argument['field']} or {', '.join(parts)} cannot be read as numbers")
            continue
        expected = intervals[0]
        assert expected is not None
        for interval in intervals[1:]:
            assert interval is not None
            expected = expected.plus(interval) if "sum" in argument else expected.minus(interval)
        if not stated.meets(expected.widened(Fraction(str(argument.get("slack", 0))))):
            facts = {"field": argument["field"], "found": written(value), "expected": expected.words()}
            yield Broken(annotation, facts, argument["field"])


def unique(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`unique: [candidate, poll]`: no two annotations have the same values in these fields."""
    seen: dict[tuple[str, ...], Annotation] = {}
    for annotation in annotations:
        values = [field_value(annotation, key) for key in run.check.argument]
        first = seen.setdefault(tuple(map(identity, values)), annotation)
        if first is not annotation:
            given = [written(value) for value in values if is_given(value)]
            yield Broken(annotation, {"found": " and ".join(given) or "nothing"}, None, (first,))


def inside(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`inside: [poll]`: it is inside an annotation of one of these kinds."""
    for annotation in annotations:
        if not any(outer.KIND in run.check.argument for outer in run.document.ancestors(annotation)):
            yield Broken(annotation, {"kinds": " or ".join(run.check.argument)})


def outside(run: _Run, annotations: Sequence[Annotation]) -> Iterator[Outcome]:
    """`outside: [quote]`: it is not inside an annotation of any of these kinds."""
    for annotation in annotations:
        found = next((outer for outer in run.document.ancestors(annotation) if outer.KIND in run.check.argument), None)
        if found is not None:
            yield Broken(annotation, {"found": found.KIND}, None, (found,))


CHECKS: Mapping[str, Callable[[_Run, Sequence[Annotation]], Iterator[Outcome]]] = FrozenDict({
    "at-most": at_most, "at-least": at_least, "sum": sums, "one-of": one_of, "requires": requires, "forbids": forbids,
    "follows-from": follows_from, "unique": unique, "inside": inside, "outside": outside,
})  # fmt: skip
"""What can be declared, by the key that declares it."""
