"""The finding that a value departs from its words, as several rules report it."""

from __future__ import annotations

from newsfacts.findings import Finding
from newsfacts.model import Count, Document
from newsfacts.rules.fixing import rewrite
from newsfacts.rules.rule import Rule
from newsfacts.values.quantities.quantity import Quantity

__all__ = ["departure"]


def departure(rule: Rule, document: Document, count: Count, read: Quantity, message: str) -> Finding:
    """A finding of a rule at the value of a count, with what its words say as the value to write instead."""
    return rule.finding(
        document,
        count,
        message,
        key="value",
        help=f'write value="{read}", or leave the value out',
        fix=rewrite(document, count, read),
    )
