"""Web Annotations in other forms of JSON-LD: brought into the form that the model describes, by `pyld` (extra `jsonld`).

Keys may be addresses (`http://www.w3.org/ns/oa#hasTarget`), have a prefix (`oa:hasTarget`) or be named by a context that the file
has in itself. Nothing is fetched: the only context with an address that is known is that of the model, whose terms are below as
the Web Annotation Vocabulary lists them; any other one is refused by its name.
Source: Web Annotation Vocabulary (W3C Recommendation, 2017), chapter on the JSON-LD context.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Iterator
from typing import Any

from newsfacts.formats.heads import node_of
from newsfacts.strict_yaml import Entry, Mapping, Node, Scalar, Sequence, to_python
from newsfacts.strict_yaml.tables import items_of

__all__ = ["CONTEXT", "CannotCompact", "compacted", "needs_compaction"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The address of the context of the model."""

MAX_TABLES = 20_000
"""How many tables a file may have that is compacted; `pyld` takes about half a millisecond for each."""

_ADDRESSES = (CONTEXT, CONTEXT.replace("http:", "https:"))
_OA, _XSD = "http://www.w3.org/ns/oa#", "http://www.w3.org/2001/XMLSchema#"
_RDF_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
_LANGUAGE = "http://purl.org/dc/elements/1.1/language"
_NUMBERS = {"start": "oa:start", "end": "oa:end", "total": "as:totalItems", "startIndex": "as:startIndex"}
_MOMENTS = {
    "created": "dcterms:created", "modified": "dcterms:modified", "generated": "dcterms:issued", "sourceDate": "oa:sourceDate",
    "sourceDateStart": "oa:sourceDateStart", "sourceDateEnd": "oa:sourceDateEnd",
}  # fmt: skip

_PREFIXES = {
    "oa": _OA, "as": "http://www.w3.org/ns/activitystreams#", "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/", "foaf": "http://xmlns.com/foaf/0.1/", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "schema": "http://schema.org/", "skos": "http://www.w3.org/2004/02/skos/core#", "xsd": _XSD,
}  # fmt: skip
_CLASSES = {
    "Audience": "schema:Audience", "Audio": "dctypes:Sound", "Dataset": "dctypes:Dataset", "Image": "dctypes:StillImage", "Text": "dctypes:Text",
    "Video": "dctypes:MovingImage", "Person": "foaf:Person", "Organization": "foaf:Organization", "Software": "as:Application",
    "AnnotationCollection": "as:OrderedCollection", "AnnotationPage": "as:OrderedCollectionPage", "CssStylesheet": "oa:CssStyle",
    **{name: f"oa:{name}" for name in (
        "Annotation", "Choice", "Composite", "CssSelector", "DataPositionSelector", "FragmentSelector", "HttpRequestState", "Independents", "List",
        "Motivation", "RangeSelector", "ResourceSelection", "SpecificResource", "SvgSelector", "TextPositionSelector", "TextQuoteSelector",
        "TextualBody", "TimeState", "XPathSelector",
    )},
}  # fmt: skip
_WORDS = {
    "auto": "oa:autoDirection", "ltr": "oa:ltrDirection", "rtl": "oa:rtlDirection",
    **{name: f"oa:{name}" for name in (
        "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating",
        "questioning", "replying", "reviewing", "tagging",
    )},
}  # fmt: skip
_RESOURCES = {
    "body": "oa:hasBody", "target": "oa:hasTarget", "source": "oa:hasSource", "selector": "oa:hasSelector", "state": "oa:hasState", "scope": "oa:hasScope",
    "refinedBy": "oa:refinedBy", "startSelector": "oa:hasStartSelector", "endSelector": "oa:hasEndSelector", "renderedVia": "oa:renderedVia",
    "creator": "dcterms:creator", "generator": "as:generator", "rights": "dcterms:rights", "homepage": "foaf:homepage", "via": "oa:via",
    "canonical": "oa:canonical", "stylesheet": "oa:styledBy", "cached": "oa:cachedSource", "conformsTo": "dcterms:conformsTo", "partOf": "as:partOf",
    "first": "as:first", "last": "as:last", "next": "as:next", "prev": "as:prev", "audience": "schema:audience",
}  # fmt: skip
_TEXTS = {
    "accessibility": "schema:accessibilityFeature", "bodyValue": "oa:bodyValue", "format": "dc:format", "language": "dc:language",
    "processingLanguage": "oa:processingLanguage", "value": "rdf:value", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "styleClass": "oa:styleClass", "name": "foaf:name", "email": "foaf:mbox", "email_sha1": "foaf:mbox_sha1sum", "nickname": "foaf:nick", "label": "rdfs:label",
}  # fmt: skip


class CannotCompact(Exception):
    """A file that stays as it is: why, and what helps."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message: str = message
        self.help: str = help


def needs_compaction(node: Node | None) -> bool:
    """Whether a file is JSON-LD in another form than that of the model."""
    tables = [item for item in items_of(node) if isinstance(item, Mapping)]
    return any(_is_in_another_form(table) for table in tables)


def _is_in_another_form(table: Mapping) -> bool:
    keys = [entry.key.raw for entry in table.entries]
    if table.get("type") is not None and (names_context(table) or "@context" not in keys):
        return False
    return any(key != "@context" and (key.startswith("@") or ":" in key) for key in keys) or (
        "@context" in keys and not names_context(table) and any(map(_is_vocabulary, items_of(table.get("@context"))))
    )


def names_context(table: Mapping) -> bool:
    """Whether a table names the context of the model."""
    return any(isinstance(item, Scalar) and item.raw == CONTEXT for item in items_of(table.get("@context")))


def _is_vocabulary(context: Node) -> bool:
    """Whether a context in the file itself speaks of the vocabulary of the model."""
    return isinstance(context, Mapping) and any(
        isinstance(each.value, Scalar) and each.value.raw.startswith(_OA) for each in context.entries
    )


def compacted(node: Node) -> Node:
    """A file in the form of the model, whose tables have the places that they have in the file, by their ids.

    Raises `CannotCompact` where `pyld` is not installed, or the file is too large, needs another file, or is not JSON-LD.
    """
    if importlib.util.find_spec("pyld") is None:
        message = "this is JSON-LD in another form than the model's own"
        raise CannotCompact(message, f"pip install 'newsfacts[jsonld]', or compact it with the context {CONTEXT}")
    tables = list(_tables(node))
    if len(tables) > MAX_TABLES:
        message = f"this is JSON-LD in another form than the model's own, and has more than {MAX_TABLES:,} tables"
        raise CannotCompact(message, f"compact it with the context {CONTEXT}")
    places = {id: table for table in tables for id in _ids(table)}
    found = _Compaction().run(to_python(node))
    return _placed(found, node, places)


class _Compaction:
    """One run of `pyld`, which asks for contexts by their addresses."""

    def __init__(self) -> None:
        self.refused = ""

    def run(self, data: Any) -> Any:
        """The data in the form of the model: one table, or a list of annotations."""
        jsonld: Any = importlib.import_module("pyld.jsonld")
        options = {"documentLoader": self.load, "processingMode": "json-ld-1.1"}
        try:
            expanded = jsonld.expand(_without_decimals(data), options)
            _regular(expanded)
            plain = jsonld.compact(expanded, _context(), options)
            if "@graph" in plain:
                frame = {"@context": _context(), "type": "Annotation"}
                plain = jsonld.frame(expanded, frame, {**options, "omitGraph": False})
        except Exception as error:  # whatever a package raises about a file that is not JSON-LD
            if self.refused:
                message = f"this file needs the context {self.refused}, and nothing is loaded from other places"
                raise CannotCompact(message, f"compact it with the context {CONTEXT}") from None
            message = f"this is not JSON-LD: {str(error).splitlines()[0] if str(error) else type(error).__name__}"
            raise CannotCompact(message, f"compact it with the context {CONTEXT}") from None
        plain = plain.get("@graph", plain)
        tables = plain if isinstance(plain, list) else [plain]
        for table in tables:
            table["@context"] = CONTEXT
        return plain

    def load(self, url: str, _options: Any = None) -> dict[str, Any]:
        """The document at an address: only the context of the model is known."""
        if url in _ADDRESSES:
            return {
                "contextUrl": None,
                "documentUrl": url,
                "contentType": "application/ld+json",
                "document": {"@context": _context()},
            }
        self.refused = self.refused or url
        raise ValueError(url)


@functools.lru_cache(maxsize=1)
def _context() -> dict[str, Any]:
    """The context of the model."""
    return {
        **_PREFIXES, "id": "@id", "type": "@type", **_CLASSES, **_WORDS, **_TEXTS,
        **{key: {"@id": name, "@type": "@id"} for key, name in _RESOURCES.items()},
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
        "textDirection": {"@id": "oa:textDirection", "@type": "@vocab"},
        **{key: {"@id": name, "@type": "xsd:dateTime"} for key, name in _MOMENTS.items()},
        **{key: {"@id": name, "@type": "xsd:nonNegativeInteger"} for key, name in _NUMBERS.items()},
    }  # fmt: skip


def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{_PREFIXES[prefix]}{local}"


_TYPE_OF = {
    **dict.fromkeys(map(_iri, _NUMBERS.values()), f"{_XSD}nonNegativeInteger"),
    **dict.fromkeys(map(_iri, _MOMENTS.values()), f"{_XSD}dateTime"),
}


def _regular(expanded: Any) -> None:
    """Give numbers and moments the types that the context has for them, and texts their language apart from their words."""
    waiting = [expanded]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            for key, inner in value.items():
                for each in inner if isinstance(inner, list) else []:
                    if isinstance(each, dict) and "@value" in each and key in _TYPE_OF:
                        number = each["@value"]
                        is_number = (
                            isinstance(number, str) and number.isascii() and number.isdecimal() and len(number) < 16
                        )
                        each |= {"@type": _TYPE_OF[key], "@value": int(number) if is_number else number}
            languages = [
                each.pop("@language")
                for each in value.get(_RDF_VALUE, ())
                if isinstance(each, dict) and "@language" in each
            ]
            if languages and _LANGUAGE not in value:
                value[_LANGUAGE] = [{"@value": languages[0]}]
            waiting += [inner for inner in value.values() if isinstance(inner, list | dict)]


def _without_decimals(value: Any) -> Any:
    """Data as `json.loads` would have it: numbers with fractions as floats."""
    if isinstance(value, dict):
        return {key: _without_decimals(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_decimals(inner) for inner in value]
    return value if value is None or isinstance(value, str | int | bool) else float(value)


def _tables(node: Node) -> Iterator[Mapping]:
    """All tables of a file."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            yield one
            waiting += [entry.value for entry in one.entries]
        elif isinstance(one, Sequence):
            waiting += one.items


def _ids(table: Mapping) -> Iterator[str]:
    """What may be the id of a table."""
    for key in ("@id", "id"):
        written = table.get(key)
        if isinstance(written, Scalar):
            yield written.raw


def _placed(value: Any, at: Node, places: dict[str, Mapping]) -> Node:
    """Data as a node; a table whose id the file has is where it is there, and what is inside it too."""
    if isinstance(value, dict):
        id = value.get("id")
        at = places.get(id, at) if isinstance(id, str) and len(value) > 1 else at
        return Mapping(
            tuple([
                Entry(Scalar(key, key, at.start, at.end), _placed(inner, at, places)) for key, inner in value.items()
            ]), at.start, at.end
        )  # fmt: skip
    if isinstance(value, list):
        return Sequence(tuple([_placed(inner, at, places) for inner in value]), at.start, at.end)
    return node_of(value if not isinstance(value, float) else str(value), at.start, at.end)
