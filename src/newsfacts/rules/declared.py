"""Rules that schema files declare without code, run like any other rule."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from newsfacts.findings import Finding, Skipped
from newsfacts.model import Document
from newsfacts.rules.rule import Context, Rule
from newsfacts.schema.declared_checks import Broken, DeclaredCheck, run_check, written
from newsfacts.schema.kinds import Schema

__all__ = ["DeclaredRule", "declared_rules"]


class DeclaredRule(Rule):
    """What a check of a schema file says."""

    declared: DeclaredCheck

    def check(self, document: Document, context: Context) -> Iterator[Finding | Skipped]:
        """Run the check on the annotations of its kind."""
        for outcome in run_check(self.declared, document, document.of_kind(self.looks_at[0]), context.policy):
            if not isinstance(outcome, Broken):
                yield self.skip(document, outcome.annotation, outcome.reason)
                continue
            labels = [
                label for other in outcome.others for label in self.label(document, other, f"the other {other.KIND}")
            ]
            yield self.finding(
                document,
                outcome.annotation,
                self.message(outcome),
                key=outcome.key if outcome.key and document.has_attribute(outcome.annotation, outcome.key) else None,
                help=self.declared.help,
                labels=labels,
            )

    def message(self, outcome: Broken) -> str:
        """The declared message, with its placeholders filled from the check and from the annotation's fields."""
        from newsfacts.schema.declared_checks import field_value

        facts: dict[str, str] = {"words": outcome.annotation.text, **outcome.facts}

        class _Facts(dict[str, str]):
            def __missing__(self, key: str) -> str:
                return written(field_value(outcome.annotation, key))

        return self.declared.message.format_map(_Facts(facts))


def declared_rules(schema: Schema) -> tuple[Rule, ...]:
    """The rules of a schema's files, made once per schema."""
    hashable: Any = schema
    return _declared_rules(hashable)


@functools.lru_cache(maxsize=64)
def _declared_rules(schema: Any) -> tuple[Rule, ...]:
    found = []
    for declared in schema.checks:
        cls = type(
            "DeclaredRule",
            (DeclaredRule,),
            {
                "declared": declared,
                "code": declared.code,
                "name": declared.name,
                "severity": declared.severity,
                "looks_at": (schema[declared.on].cls,),
                "__doc__": declared.doc or f"{declared.what} on {declared.on}",
            },
        )
        found.append(cls())
    return tuple(found)
