"""What a document says about itself: its metadata, its own factbook, and the schemas and factbooks that it names."""

from __future__ import annotations

import functools
from typing import Any

import attrs

from newsfacts.building.factbook import (
    FACTBOOK_KEYS,
    NOTHING_KNOWN,
    FactbookReader,
    check_version,
    load_factbook,
    merge,
)
from newsfacts.building.shared_files import SharedFiles
from newsfacts.building.tables import RecordReader
from newsfacts.findings import Applicability, Edit, Fix, ReaderCode
from newsfacts.immutable import frozen, maker
from newsfacts.model import Document, Factbook
from newsfacts.raw import RawDocument
from newsfacts.schema.kinds import Schema
from newsfacts.strict_yaml import Mapping, Node
from newsfacts.strict_yaml.tables import items_of
from newsfacts.text.source import SourceText

__all__ = ["Header", "read_header"]

_READ_ELSEWHERE = FACTBOOK_KEYS | {"newsfacts"}


@frozen(kw_only=True)
class Header:
    """The metadata by the names of `Document`'s fields, and what annotations are read with.

    `own` is the document's own factbook, `factbook` that one with all shared ones.
    """

    values: dict[str, Any] = attrs.field(factory=dict)
    schema: Schema
    own: Factbook = NOTHING_KNOWN
    factbook: Factbook = NOTHING_KNOWN


_new_header = maker(Header)


def read_header(raw: RawDocument, schema: Schema | None, factbook: Factbook | None) -> Header:
    """Read the front matter, or the head of a stand-off file.

    Its schema files extend `schema`; `factbook` is what the caller knows in addition to what the file names. Where
    something is wrong with metadata that was read without places, it is read again with them.
    """
    before = len(raw.findings)
    header = _read_header(raw, schema, factbook)
    if len(raw.findings) > before and raw.metadata_again is not None:
        del raw.findings[before:]
        raw.metadata, raw.metadata_again = raw.metadata_again(), None
        header = _read_header(raw, schema, factbook)
    return header


def _read_header(raw: RawDocument, schema: Schema | None, factbook: Factbook | None) -> Header:
    schema = schema or Schema.core()
    node: Mapping | None = raw.metadata
    if node is None:
        return Header(schema=schema, factbook=factbook or NOTHING_KNOWN)
    origin = raw.metadata_origin or raw.origin
    records = RecordReader(raw.findings, origin.path, origin.source, raw.metadata_offset)
    records.has_places = raw.metadata_again is None
    elsewhere = _READ_ELSEWHERE | raw.metadata_keys
    values = records.keyword_arguments(Document, node, "a document", elsewhere=elsewhere)
    written = {entry.key.raw: entry.value for entry in node.entries}
    version = written.get("newsfacts")
    if version is not None:
        check_version(version, records)
    if values.get("timezone") is not None:
        check_zone(values["timezone"], written.get("timezone") or node, records)
    if values.get("sha256") is not None and not any(f.code == ReaderCode.CHANGED_TEXT for f in raw.findings):
        check_sum(raw.text, written.get("sha256") or node, records)

    def report_clash(what: str, id: str) -> None:
        message = f"the {what} {id!r} is defined twice and not in the same way; the definition that comes first counts"
        records.report(ReaderCode.DUPLICATE_ID, message, written.get("use") or node)

    shared = NOTHING_KNOWN
    for item in items_of(written.get("use")):
        factbooks = SharedFiles(records, "factbook", ReaderCode.UNUSABLE_FACTBOOK)
        loaded = factbooks.read(item, load_factbook)
        if loaded is not None:
            shared = merge(shared, loaded.factbook, report_clash)
    for item in items_of(written.get("schema")):
        from newsfacts.schema.file import load_schema  # few documents name one

        schemas = SharedFiles(records, "schema", ReaderCode.UNUSABLE_SCHEMA)
        extended = schemas.read(item, functools.partial(load_schema, base=schema))
        if extended is not None:
            schema = extended.schema
    own = NOTHING_KNOWN
    if not FACTBOOK_KEYS.isdisjoint(written):
        own = FactbookReader(written, records, shared).read()
    if factbook is not None:
        shared = merge(shared, factbook)
    return _new_header(values=values, schema=schema, own=own, factbook=merge(own, shared, report_clash))


def check_zone(name: str, node: Node, records: RecordReader) -> None:
    """Report a time zone that is not in the IANA database; its clock times are then read without one."""
    from newsfacts.values.times.zones import why_unknown

    reason = why_unknown(name)
    if reason is not None:
        message = f"{name!r} is not a time zone such as Europe/Berlin"
        help = reason.partition("; ")[2] or "write a name of the IANA database of time zones"
        records.report(ReaderCode.UNREADABLE_VALUE, message, node, help)


def check_sum(text: str, node: Node, records: RecordReader) -> None:
    """Report a text that is not the one that was annotated."""
    stated = records.word(node)
    found = SourceText(text).sha256
    if stated.lower() != found:
        place = records.place(node)
        quoted = int(place.words != stated)  # between quotation marks
        fix = Fix("write the new sum", (Edit(place.start + quoted, place.end - quoted, found),), Applicability.UNSAFE)
        records.report(
            ReaderCode.CHANGED_TEXT,
            "the text is not the one that was annotated: its SHA-256 differs",
            node,
            "get the text that was annotated, move the annotations with newsfacts reanchor, or write the new sum if they still fit",
            fix,
        )
