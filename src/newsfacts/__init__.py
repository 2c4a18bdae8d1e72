"""newsfacts: the facts in a news text, as typed objects that can be checked.

Nothing is loaded until a name is used (PEP 562). Every type that a user gets back is a name of this package; what authors of
rules need is in `newsfacts.rules`. All other modules are internal and may change. The names, by question:

- *What is in this text?*  `load`, `loads`, `parse`, `read_file`, `dump`, `dumps`, `Document` and the kinds of annotation.
- *How do I make or change a document?*  `Document.build`, `document.annotate`, `document.edit`, `document.without`.
- *Does it hold together?*  `check`, `check_files`, `Result`, `Finding`, `Severity`, `Configuration`.
- *What does this number or date mean?*  `parse_quantity`, `parse_time`, `parse_edtf`, `compare`, `Policy`.
- *What is in a text that is not annotated?*  `find_quotes`, `find_quantities`, `find_times`, `find_values`,
  `find_attributions`, `draft`, `accept`, `draft_prompt`, `read_answer`.
- *Do the sources support this text?*  `ground`, `supports`, `read_source`, `read_sources`.
- *Was this really said?*  `verify_quote`, `find_anchor`.
- *What changed between two versions?*  `compare_versions`, `move_annotations`.
- *Do two annotators agree?*  `agree`, `merge`, `annotations_of`.
- *How do I get the facts as a table?*  `table`, `TABLES`.
- *How do I add a kind of fact?*  `Schema`, `fact`, `Annotation`, `load_schema`.
"""

from __future__ import annotations

from newsfacts.lazy import Loader, lazy_names

TYPE_CHECKING = False  # as in typing, whose import would take longer than everything else here

if TYPE_CHECKING:
    from newsfacts.agreement.agree import AnnotatorAgreement as AnnotatorAgreement
    from newsfacts.agreement.agree import KindAgreement as KindAgreement
    from newsfacts.agreement.agree import RoleAgreement as RoleAgreement
    from newsfacts.agreement.agree import agree as agree
    from newsfacts.agreement.bootstrap import Estimate as Estimate
    from newsfacts.agreement.disagreements import Disagreement as Disagreement
    from newsfacts.agreement.disagreements import DisagreementKind as DisagreementKind
    from newsfacts.agreement.merge import Merged as Merged
    from newsfacts.agreement.merge import annotations_of as annotations_of
    from newsfacts.agreement.merge import merge as merge
    from newsfacts.anchors import Ambiguous as Ambiguous
    from newsfacts.anchors import Anchor as Anchor
    from newsfacts.anchors import Anchored as Anchored
    from newsfacts.anchors import Candidate as Candidate
    from newsfacts.anchors import Gap as Gap
    from newsfacts.anchors import Limit as Limit
    from newsfacts.anchors import Lost as Lost
    from newsfacts.anchors import Normalization as Normalization
    from newsfacts.anchors import PreparedSource as PreparedSource
    from newsfacts.anchors import Turn as Turn
    from newsfacts.anchors import Verification as Verification
    from newsfacts.anchors import VerificationKind as VerificationKind
    from newsfacts.anchors import find_anchor as find_anchor
    from newsfacts.anchors import verify_quote as verify_quote
    from newsfacts.building.factbook import LoadedFactbook as LoadedFactbook
    from newsfacts.building.factbook import load_factbook as load_factbook
    from newsfacts.checking.configuration import Configuration as Configuration
    from newsfacts.checking.document import Checked as Checked
    from newsfacts.checking.document import Result as Result
    from newsfacts.checking.documents import check as check
    from newsfacts.checking.files import check_files as check_files
    from newsfacts.checking.one_file import FileResult as FileResult
    from newsfacts.documents import Parsed as Parsed
    from newsfacts.documents import dump as dump
    from newsfacts.documents import dumps as dumps
    from newsfacts.documents import load as load
    from newsfacts.documents import loads as loads
    from newsfacts.documents import parse as parse
    from newsfacts.documents import read_file as read_file
    from newsfacts.drafting.answers import DraftAnswer as DraftAnswer
    from newsfacts.drafting.answers import ValueDifference as ValueDifference
    from newsfacts.drafting.answers import read_answer as read_answer
    from newsfacts.drafting.document import accept as accept
    from newsfacts.drafting.document import draft as draft
    from newsfacts.drafting.engines import find_attributions as find_attributions
    from newsfacts.drafting.placing import Placed as Placed
    from newsfacts.drafting.placing import PlacedHow as PlacedHow
    from newsfacts.drafting.prompt import draft_prompt as draft_prompt
    from newsfacts.drafting.results import FoundAttribution as FoundAttribution
    from newsfacts.errors import BuildError as BuildError
    from newsfacts.errors import MissingFile as MissingFile
    from newsfacts.errors import NewsfactsError as NewsfactsError
    from newsfacts.errors import ReadError as ReadError
    from newsfacts.errors import SchemaError as SchemaError
    from newsfacts.errors import UnreadableKind as UnreadableKind
    from newsfacts.errors import UnreadableSource as UnreadableSource
    from newsfacts.errors import UnreadableValue as UnreadableValue
    from newsfacts.errors import UsageError as UsageError
    from newsfacts.finders.quotes import find_quotes as find_quotes
    from newsfacts.finders.results import FoundQuantity as FoundQuantity
    from newsfacts.finders.results import FoundQuote as FoundQuote
    from newsfacts.finders.results import FoundTime as FoundTime
    from newsfacts.finders.support import supports as supports
    from newsfacts.finders.values import find_quantities as find_quantities
    from newsfacts.finders.values import find_times as find_times
    from newsfacts.finders.values import find_values as find_values
    from newsfacts.findings import Applicability as Applicability
    from newsfacts.findings import Edit as Edit
    from newsfacts.findings import Finding as Finding
    from newsfacts.findings import Fix as Fix
    from newsfacts.findings import Label as Label
    from newsfacts.findings import Severity as Severity
    from newsfacts.findings import Skipped as Skipped
    from newsfacts.formats.mapping import LabelMapping as LabelMapping
    from newsfacts.formats.mapping import load_mapping as load_mapping
    from newsfacts.grounding import Grounding as Grounding
    from newsfacts.grounding import GroundItem as GroundItem
    from newsfacts.grounding import GroundItemKind as GroundItemKind
    from newsfacts.grounding import GroundOutcome as GroundOutcome
    from newsfacts.grounding import LeftOut as LeftOut
    from newsfacts.grounding import LeftOutReason as LeftOutReason
    from newsfacts.grounding import SourcePassage as SourcePassage
    from newsfacts.grounding import ground as ground
    from newsfacts.model import Addressee as Addressee
    from newsfacts.model import Annotation as Annotation
    from newsfacts.model import AnswerType as AnswerType
    from newsfacts.model import Aside as Aside
    from newsfacts.model import Attribution as Attribution
    from newsfacts.model import Certainty as Certainty
    from newsfacts.model import Claim as Claim
    from newsfacts.model import ClaimType as ClaimType
    from newsfacts.model import Correction as Correction
    from newsfacts.model import Count as Count
    from newsfacts.model import Cue as Cue
    from newsfacts.model import Document as Document
    from newsfacts.model import Entity as Entity
    from newsfacts.model import EntityKind as EntityKind
    from newsfacts.model import Event as Event
    from newsfacts.model import Evidence as Evidence
    from newsfacts.model import Factbook as Factbook
    from newsfacts.model import Ignore as Ignore
    from newsfacts.model import Item as Item
    from newsfacts.model import Known as Known
    from newsfacts.model import Listing as Listing
    from newsfacts.model import Measure as Measure
    from newsfacts.model import MeasureKind as MeasureKind
    from newsfacts.model import Medium as Medium
    from newsfacts.model import Mention as Mention
    from newsfacts.model import Mode as Mode
    from newsfacts.model import Polarity as Polarity
    from newsfacts.model import Quote as Quote
    from newsfacts.model import QuoteKind as QuoteKind
    from newsfacts.model import Relation as Relation
    from newsfacts.model import RelationKind as RelationKind
    from newsfacts.model import Rendering as Rendering
    from newsfacts.model import Role as Role
    from newsfacts.model import Source as Source
    from newsfacts.model import SourceKind as SourceKind
    from newsfacts.model import SourceMedium as SourceMedium
    from newsfacts.model import Terms as Terms
    from newsfacts.model import Time as Time
    from newsfacts.model import TimeValue as TimeValue
    from newsfacts.model import UnknownId as UnknownId
    from newsfacts.model import UnknownKind as UnknownKind
    from newsfacts.model import Unreadable as Unreadable
    from newsfacts.model import Url as Url
    from newsfacts.model import Verdict as Verdict
    from newsfacts.model import Voice as Voice
    from newsfacts.model import fact as fact
    from newsfacts.raw import Loss as Loss
    from newsfacts.schema.file import LoadedSchema as LoadedSchema
    from newsfacts.schema.file import load_schema as load_schema
    from newsfacts.schema.kinds import Field as Field
    from newsfacts.schema.kinds import FieldType as FieldType
    from newsfacts.schema.kinds import Kind as Kind
    from newsfacts.schema.kinds import Schema as Schema
    from newsfacts.sources import FileKind as FileKind
    from newsfacts.sources import Markup as Markup
    from newsfacts.sources import Note as Note
    from newsfacts.sources import NoteKind as NoteKind
    from newsfacts.sources import Section as Section
    from newsfacts.sources import SectionUnit as SectionUnit
    from newsfacts.sources import SourceDocument as SourceDocument
    from newsfacts.sources import SourcePlace as SourcePlace
    from newsfacts.sources import Sources as Sources
    from newsfacts.sources import read_source as read_source
    from newsfacts.sources import read_sources as read_sources
    from newsfacts.tables.columns import Column as Column
    from newsfacts.tables.columns import ColumnType as ColumnType
    from newsfacts.tables.columns import TableDefinition as TableDefinition
    from newsfacts.tables.definitions import TABLES as TABLES
    from newsfacts.tables.table import Table as Table
    from newsfacts.tables.table import table as table
    from newsfacts.text.archives import ArchivedCopy as ArchivedCopy
    from newsfacts.text.archives import archived_copy as archived_copy
    from newsfacts.text.quotation_marks import infer_form as infer_form
    from newsfacts.text.quotation_marks import scan as scan
    from newsfacts.text.source import Place as Place
    from newsfacts.text.source import Position as Position
    from newsfacts.text.source import SourceText as SourceText
    from newsfacts.text.spans import Span as Span
    from newsfacts.values.comparison import Agreement as Agreement
    from newsfacts.values.comparison import Comparison as Comparison
    from newsfacts.values.comparison import Support as Support
    from newsfacts.values.comparison import SupportOutcome as SupportOutcome
    from newsfacts.values.level import Level as Level
    from newsfacts.values.policy import Policy as Policy
    from newsfacts.values.quantities.compare import compare as compare
    from newsfacts.values.quantities.interval import Interval as Interval
    from newsfacts.values.quantities.quantity import Change as Change
    from newsfacts.values.quantities.quantity import Comparator as Comparator
    from newsfacts.values.quantities.quantity import Quantity as Quantity
    from newsfacts.values.quantities.quantity import QuantityKind as QuantityKind
    from newsfacts.values.quantities.quantity import Tone as Tone
    from newsfacts.values.quantities.reading.phrase import parse_quantity as parse_quantity
    from newsfacts.values.times.checks import check_weekday as check_weekday
    from newsfacts.values.times.chronology import Chronology as Chronology
    from newsfacts.values.times.chronology import Happening as Happening
    from newsfacts.values.times.chronology import Order as Order
    from newsfacts.values.times.chronology import Ordering as Ordering
    from newsfacts.values.times.chronology import Timeline as Timeline
    from newsfacts.values.times.compare import compare_times as compare_times
    from newsfacts.values.times.edtf import parse_edtf as parse_edtf
    from newsfacts.values.times.phrase import parse_time as parse_time
    from newsfacts.values.times.phrase import resolve_anaphora as resolve_anaphora
    from newsfacts.values.times.times import Duration as Duration
    from newsfacts.values.times.times import TimeInterval as TimeInterval
    from newsfacts.values.times.times import TimeSet as TimeSet
    from newsfacts.values.times.times import UnresolvedTime as UnresolvedTime
    from newsfacts.values.times.timex import parse_timex as parse_timex
    from newsfacts.values.times.timex import to_timex as to_timex
    from newsfacts.versions.compare import FactChange as FactChange
    from newsfacts.versions.compare import compare_versions as compare_versions
    from newsfacts.versions.moving import Reanchored as Reanchored
    from newsfacts.versions.moving import ReanchoredStatus as ReanchoredStatus
    from newsfacts.versions.moving import move_spans as move_spans
    from newsfacts.versions.reanchor import MovedAnnotation as MovedAnnotation
    from newsfacts.versions.reanchor import MovedDocument as MovedDocument
    from newsfacts.versions.reanchor import move_annotations as move_annotations

__version__ = "0.1.0"

_MODULES = {
    "agreement.agree": ("AnnotatorAgreement", "KindAgreement", "RoleAgreement", "agree"),
    "agreement.bootstrap": ("Estimate",),
    "agreement.disagreements": ("Disagreement", "DisagreementKind"),
    "agreement.merge": ("Merged", "annotations_of", "merge"),
    "anchors": (
        "Ambiguous", "Anchor", "Anchored", "Candidate", "Gap", "Limit", "Lost", "Normalization", "PreparedSource", "Turn",
        "Verification", "VerificationKind", "find_anchor", "verify_quote",
    ),
    "building.factbook": ("LoadedFactbook", "load_factbook"),
    "checking.configuration": ("Configuration",),
    "checking.document": ("Checked", "Result"),
    "checking.documents": ("check",),
    "checking.files": ("check_files",),
    "checking.one_file": ("FileResult",),
    "documents": ("Parsed", "dump", "dumps", "load", "loads", "parse", "read_file"),
    "drafting.engines": ("find_attributions",),
    "drafting.results": ("FoundAttribution",),
    "drafting.document": ("accept", "draft"),
    "drafting.answers": ("DraftAnswer", "ValueDifference", "read_answer"),
    "drafting.placing": ("Placed", "PlacedHow"),
    "drafting.prompt": ("draft_prompt",),
    "errors": (
        "BuildError", "MissingFile", "NewsfactsError", "ReadError", "SchemaError", "UnreadableKind", "UnreadableSource",
        "UnreadableValue", "UsageError",
    ),
    "finders.quotes": ("find_quotes",),
    "finders.results": ("FoundQuantity", "FoundQuote", "FoundTime"),
    "finders.values": ("find_quantities", "find_times", "find_values"),
    "formats.mapping": ("LabelMapping", "load_mapping"),
    "findings": ("Applicability", "Edit", "Finding", "Fix", "Label", "Severity", "Skipped"),
    "grounding": (
        "GroundItem", "GroundItemKind", "GroundOutcome", "Grounding", "LeftOut", "LeftOutReason", "SourcePassage", "ground",
    ),
    "model": (
        "Addressee", "Annotation", "AnswerType", "Aside", "Attribution", "Certainty", "Claim", "ClaimType", "Correction", "Count",
        "Cue", "Document", "Entity", "EntityKind", "Event", "Evidence", "Factbook", "Ignore", "Item", "Known", "Listing", "Measure",
        "MeasureKind", "Medium", "Mention", "Mode", "Polarity", "Quote", "QuoteKind", "Relation", "RelationKind", "Rendering", "Role",
        "Source", "SourceKind", "SourceMedium", "Terms", "Time", "TimeValue", "UnknownId", "UnknownKind", "Unreadable", "Url",
        "Verdict", "Voice", "fact",
    ),
    "raw": ("Loss",),
    "schema.file": ("LoadedSchema", "load_schema"),
    "schema.kinds": ("Field", "FieldType", "Kind", "Schema"),
    "sources": (
        "FileKind", "Markup", "Note", "NoteKind", "Section", "SectionUnit", "SourceDocument", "SourcePlace", "Sources",
        "read_source", "read_sources",
    ),
    "tables.columns": ("Column", "ColumnType", "TableDefinition"),
    "tables.definitions": ("TABLES",),
    "tables.table": ("Table", "table"),
    "text.archives": ("ArchivedCopy", "archived_copy"),
    "text.quotation_marks": ("infer_form", "scan"),
    "text.source": ("Place", "Position", "SourceText"),
    "text.spans": ("Span",),
    "values.comparison": ("Agreement", "Comparison", "Support", "SupportOutcome"),
    "values.level": ("Level",),
    "values.policy": ("Policy",),
    "values.quantities.compare": ("compare",),
    "values.quantities.interval": ("Interval",),
    "values.quantities.quantity": ("Change", "Comparator", "Quantity", "QuantityKind", "Tone"),
    "values.quantities.reading.phrase": ("parse_quantity",),
    "finders.support": ("supports",),
    "values.times.checks": ("check_weekday",),
    "values.times.chronology": ("Chronology", "Happening", "Order", "Ordering", "Timeline"),
    "values.times.compare": ("compare_times",),
    "values.times.edtf": ("parse_edtf",),
    "values.times.phrase": ("parse_time", "resolve_anaphora"),
    "values.times.times": ("Duration", "TimeInterval", "TimeSet", "UnresolvedTime"),
    "values.times.timex": ("parse_timex", "to_timex"),
    "versions.compare": ("FactChange", "compare_versions"),
    "versions.moving": ("Reanchored", "ReanchoredStatus", "move_spans"),
    "versions.reanchor": ("MovedAnnotation", "MovedDocument", "move_annotations"),
}  # fmt: skip

__all__ = [
    "TABLES", "Addressee", "Agreement", "Ambiguous", "Anchor", "Anchored", "Annotation", "AnnotatorAgreement",
    "AnswerType", "Applicability", "ArchivedCopy", "Aside", "Attribution", "BuildError", "Candidate", "Certainty",
    "Change", "Checked", "Chronology", "Claim", "ClaimType", "Column", "ColumnType", "Comparator", "Comparison",
    "Configuration", "Correction", "Count", "Cue", "Disagreement", "DisagreementKind", "Document", "DraftAnswer",
    "Duration", "Edit", "Entity", "EntityKind", "Estimate", "Event", "Evidence", "FactChange", "Factbook", "Field",
    "FieldType", "FileKind", "FileResult", "Finding", "Fix", "FoundAttribution", "FoundQuantity", "FoundQuote",
    "FoundTime", "Gap", "GroundItem", "GroundItemKind", "GroundOutcome", "Grounding", "Happening", "Ignore",
    "Interval", "Item", "Kind", "KindAgreement", "Known", "Label", "LabelMapping", "LeftOut", "LeftOutReason",
    "Level", "Limit", "Listing", "LoadedFactbook", "LoadedSchema", "Loss", "Lost", "Markup", "Measure",
    "MeasureKind", "Medium", "Mention", "Merged", "MissingFile", "Mode", "MovedAnnotation", "MovedDocument",
    "NewsfactsError", "Normalization", "Note", "NoteKind", "Order", "Ordering", "Parsed", "Place", "Placed",
    "PlacedHow", "Polarity", "Policy", "Position", "PreparedSource", "Quantity", "QuantityKind", "Quote",
    "QuoteKind", "ReadError", "Reanchored", "ReanchoredStatus", "Relation", "RelationKind", "Rendering", "Result",
    "Role", "RoleAgreement", "Schema", "SchemaError", "Section", "SectionUnit", "Severity", "Skipped", "Source",
    "SourceDocument", "SourceKind", "SourceMedium", "SourcePassage", "SourcePlace", "SourceText", "Sources", "Span",
    "Support", "SupportOutcome", "Table", "TableDefinition", "Terms", "Time", "TimeInterval", "TimeSet",
    "TimeValue", "Timeline", "Tone", "Turn", "UnknownId", "UnknownKind", "Unreadable", "UnreadableKind",
    "UnreadableSource", "UnreadableValue", "UnresolvedTime", "Url", "UsageError", "ValueDifference", "Verdict",
    "Verification", "VerificationKind", "Voice", "accept", "agree", "annotations_of", "archived_copy", "check",
    "check_files", "check_weekday", "compare", "compare_times", "compare_versions", "draft", "draft_prompt", "dump",
    "dumps", "fact", "find_anchor", "find_attributions", "find_quantities", "find_quotes", "find_times",
    "find_values", "ground", "infer_form", "load", "load_factbook", "load_mapping", "load_schema", "loads", "merge",
    "move_annotations", "move_spans", "parse", "parse_edtf", "parse_quantity", "parse_time", "parse_timex",
    "read_answer", "read_file", "read_source", "read_sources", "resolve_anaphora", "scan", "supports", "table",
    "to_timex", "verify_quote",
]  # fmt: skip

_HOMES = {name: module for module, names in _MODULES.items() for name in names}


__getattr__: Loader = lazy_names(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
