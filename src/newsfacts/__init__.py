"""newsfacts: the facts in a news text, as typed objects that can be checked.

Nothing is loaded until a name is used (PEP 562). The names, by question:

- *What is in this text?*  `load`, `loads`, `parse`, `dump`, `dumps`, `Document` and the kinds of annotation.
- *Does it hold together?*  `check`, `Result`, `Finding`, `Severity`, `Configuration`.
- *What does this number or date mean?*  `parse_quantity`, `parse_time`, `parse_edtf`, `compare`, `Policy`.
- *Was this really said?*  `verify_quote`, `find_anchor`.
- *How do I add a kind of fact?*  `Schema`, `fact`, `Annotation`.
"""

from __future__ import annotations

import importlib

TYPE_CHECKING = False  # as in typing, whose import would take longer than everything else here

if TYPE_CHECKING:
    from typing import Any

    from newsfacts.anchors import Verification as Verification
    from newsfacts.anchors import find_anchor as find_anchor
    from newsfacts.anchors import verify_quote as verify_quote
    from newsfacts.checking.configuration import Configuration as Configuration
    from newsfacts.checking.document import Result as Result
    from newsfacts.checking.document import check as check
    from newsfacts.documents import Parsed as Parsed
    from newsfacts.documents import dump as dump
    from newsfacts.documents import dumps as dumps
    from newsfacts.documents import load as load
    from newsfacts.documents import loads as loads
    from newsfacts.documents import parse as parse
    from newsfacts.errors import NewsfactsError as NewsfactsError
    from newsfacts.errors import ReadError as ReadError
    from newsfacts.errors import SchemaError as SchemaError
    from newsfacts.errors import UnreadableKind as UnreadableKind
    from newsfacts.errors import UnreadableValue as UnreadableValue
    from newsfacts.errors import UsageError as UsageError
    from newsfacts.findings import Finding as Finding
    from newsfacts.findings import Severity as Severity
    from newsfacts.model import Annotation as Annotation
    from newsfacts.model import Aside as Aside
    from newsfacts.model import Attribution as Attribution
    from newsfacts.model import Claim as Claim
    from newsfacts.model import Count as Count
    from newsfacts.model import Cue as Cue
    from newsfacts.model import Document as Document
    from newsfacts.model import Entity as Entity
    from newsfacts.model import Event as Event
    from newsfacts.model import Factbook as Factbook
    from newsfacts.model import Known as Known
    from newsfacts.model import Listing as Listing
    from newsfacts.model import Measure as Measure
    from newsfacts.model import Mention as Mention
    from newsfacts.model import Quote as Quote
    from newsfacts.model import QuoteKind as QuoteKind
    from newsfacts.model import Relation as Relation
    from newsfacts.model import RelationKind as RelationKind
    from newsfacts.model import Source as Source
    from newsfacts.model import Time as Time
    from newsfacts.model import Unreadable as Unreadable
    from newsfacts.model import Url as Url
    from newsfacts.model import Verdict as Verdict
    from newsfacts.model import fact as fact
    from newsfacts.schema.kinds import Schema as Schema
    from newsfacts.text.source import Position as Position
    from newsfacts.text.spans import Span as Span
    from newsfacts.values.comparison import Agreement as Agreement
    from newsfacts.values.comparison import Comparison as Comparison
    from newsfacts.values.policy import Policy as Policy
    from newsfacts.values.quantities.compare import compare as compare
    from newsfacts.values.quantities.interval import Interval as Interval
    from newsfacts.values.quantities.quantity import Comparator as Comparator
    from newsfacts.values.quantities.quantity import Quantity as Quantity
    from newsfacts.values.quantities.reading.phrase import parse_quantity as parse_quantity
    from newsfacts.values.times.edtf import parse_edtf as parse_edtf
    from newsfacts.values.times.phrase import parse_time as parse_time
    from newsfacts.values.times.times import Duration as Duration
    from newsfacts.values.times.times import TimeInterval as TimeInterval

__version__ = "0.1.0"

_MODULES = {
    "anchors": ("Verification", "find_anchor", "verify_quote"),
    "checking.document": ("Result", "check"),
    "checking.configuration": ("Configuration",),
    "documents": ("Parsed", "dump", "dumps", "load", "loads", "parse"),
    "errors": ("NewsfactsError", "ReadError", "SchemaError", "UnreadableKind", "UnreadableValue", "UsageError"),
    "findings": ("Finding", "Severity"),
    "model": (
        "Annotation", "Aside", "Attribution", "Claim", "Count", "Cue", "Document", "Entity", "Event", "Factbook", "Known",
        "Listing", "Measure", "Mention", "Quote", "QuoteKind", "Relation", "RelationKind", "Source", "Time", "Unreadable",
        "Url", "Verdict", "fact",
    ),
    "schema.kinds": ("Schema",),
    "text.spans": ("Span",),
    "text.source": ("Position",),
    "values.quantities.interval": ("Interval",),
    "values.comparison": ("Agreement", "Comparison"),
    "values.quantities.compare": ("compare",),
    "values.times.edtf": ("parse_edtf",),
    "values.policy": ("Policy",),
    "values.quantities.quantity": ("Comparator", "Quantity"),
    "values.quantities.reading.phrase": ("parse_quantity",),
    "values.times.phrase": ("parse_time",),
    "values.times.times": ("Duration", "TimeInterval"),
}  # fmt: skip

_HOMES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table above is the list


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    module = _HOMES.get(name)
    if module is None:
        raise AttributeError(f"module 'newsfacts' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"newsfacts.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
