"""What the Web Annotation model demands: which properties an annotation must have, and which values they may have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsfacts.findings import ProblemList, ReaderCode
from newsfacts.formats.w3c_compaction import CONTEXT, names_context
from newsfacts.strict_yaml import Mapping, Node, Scalar, Sequence
from newsfacts.strict_yaml.tables import Shapes, items_of
from newsfacts.text.source import SourceText
from newsfacts.text.suggestions import suggestion

__all__ = ["AnnotationChecker", "types_of"]

SELECTORS = (
    "CssSelector", "DataPositionSelector", "FragmentSelector", "RangeSelector", "SvgSelector", "TextPositionSelector",
    "TextQuoteSelector", "XPathSelector",
)  # fmt: skip
_STATES = ("TimeState", "HttpRequestState")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_MOMENT = re.compile(r"-?\d{4,9}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:Z|[+-]\d\d:\d\d)?")


def types_of(node: Mapping) -> tuple[str, ...]:
    """The types of a table."""
    return tuple([item.raw for item in items_of(node.get("type")) if isinstance(item, Scalar)])


class AnnotationChecker(Shapes):
    """Finds the annotations of a file, and reports what the model does not allow, each problem with its place."""

    def __init__(self, problems: ProblemList, path: str | None, source: SourceText) -> None:
        super().__init__(problems, path, source)
        self.elsewhere: list[Scalar] = []
        """The pages of collections that are not in the file itself, by their addresses."""

    def annotations_of(self, node: Node, *, is_top: bool = False) -> Iterator[Mapping]:
        """The annotations that a table is, or that the pages of a collection have; pages elsewhere are added to `elsewhere`."""
        if not isinstance(node, Mapping):
            if not isinstance(node, Scalar) or not _IRI.fullmatch(node.raw):
                self.refuse("an annotation is a table", node)
            return
        if is_top and not self.has_context(node):
            return
        types = types_of(node)
        if "AnnotationCollection" in types or "AnnotationPage" in types:
            self.check_id(node)
            for key in ("first", "next"):
                for page in items_of(node.get(key)):
                    if isinstance(page, Mapping):
                        yield from self.annotations_of(page)
                    elif isinstance(page, Scalar):
                        self.elsewhere.append(page)
            for item in items_of(node.get("items")):
                yield from self.annotations_of(item)
        elif "Annotation" in types:
            self.check(node)
            yield node
        else:
            written = node.get("type")
            help = f"its type is Annotation, AnnotationCollection or AnnotationPage{suggestion(types[0], ('Annotation',)) if types else ''}"
            self.refuse("this table is not an annotation", written or node, help)

    def has_context(self, node: Mapping) -> bool:
        """Whether a file names the context of the model, which gives its keys their meaning."""
        written = node.get("@context")
        if names_context(node):
            return True
        message = "this file does not name the context of Web Annotations"
        self.refuse(message, written or node, f'add "@context": "{CONTEXT}"')
        return False

    def refuse(self, message: str, node: Node, help: str | None = None) -> None:
        """Report something that the model does not allow."""
        self.report(ReaderCode.BROKEN_MARKUP, message, node, help)

    # -- one annotation
    def check(self, node: Mapping) -> None:
        """Check an annotation: its id, its target and bodies, and what is said about it."""
        self.check_id(node)
        if node.get("target") is None:
            self.refuse("this annotation has no target", node, "write the address of what it is about")
        for key in ("target", "body"):
            self.each_resource(node, key)
        self.check_body_value(node)
        for key in ("created", "modified", "generated"):
            self.single(node, key, _MOMENT, "one moment such as 2015-01-28T12:00:00Z")
        for key in ("rights", "via"):
            for item in items_of(node.get(key)):
                self.address(item, key)
        self.single(node, "canonical", _IRI, "one address")
        for key in ("creator", "generator", "audience"):
            for item in items_of(node.get(key)):
                if not isinstance(item, Mapping):
                    self.address(item, key)
        for item in items_of(node.get("motivation")):
            if not (isinstance(item, Scalar) and isinstance(item.value, str)):
                self.refuse("a motivation is a word or an address", item)

    def check_id(self, node: Mapping) -> None:
        """Check that an id is one address."""
        written = node.get("id")
        if written is None:
            self.refuse(f"this {'annotation' if 'Annotation' in types_of(node) else 'collection'} has no id", node, "its id is an address, such as http://example.org/a1")  # fmt: skip
        else:
            self.single(node, "id", _IRI, "one address")

    def check_body_value(self, node: Mapping) -> None:
        """Check that a plain body is one text, and the only body."""
        written = node.get("bodyValue")
        if written is None:
            return
        if not (isinstance(written, Scalar) and isinstance(written.value, str)):
            self.refuse("bodyValue is one text", written)
        elif node.get("body") is not None:
            self.refuse("an annotation has a body or a bodyValue, not both", written)

    def single(self, node: Mapping, key: str, pattern: re.Pattern[str], what: str) -> None:
        """Check a property that has one value of some form."""
        written = node.get(key)
        if written is not None and not (
            isinstance(written, Scalar) and isinstance(written.value, str) and pattern.fullmatch(written.raw)
        ):
            self.refuse(f"{key} is {what}", written)

    def address(self, node: Node, key: str) -> None:
        """Check a value that is an address."""
        if not (isinstance(node, Scalar) and isinstance(node.value, str) and _IRI.fullmatch(node.raw)):
            self.refuse(f"{key} is an address, such as http://example.org/page", node)

    # -- targets and bodies
    def each_resource(self, node: Mapping, key: str) -> None:
        """Check the targets or the bodies of an annotation."""
        written = node.get(key)
        if isinstance(written, Sequence) and not written.items:
            self.refuse(f"the list of {key} is empty", written)
        for item in items_of(written):
            self.resource(item, key, node)

    def resource(self, item: Node, key: str, annotation: Mapping) -> None:
        """Check a target or a body: an address, or a table."""
        if not isinstance(item, Mapping):
            self.address(item, f"a {key} without properties")
            return
        for inner in items_of(item.get("items")):
            self.resource(inner, key, annotation)
        if item.get("styleClass") is not None and annotation.get("stylesheet") is None:
            self.refuse("a styleClass needs a stylesheet of the annotation", item.get("styleClass") or item)
        if "SpecificResource" in types_of(item) and item.get("source") is None:
            self.refuse("a SpecificResource has a source", item)
        for selector in items_of(item.get("selector")):
            self.typed(selector, "selector", SELECTORS, self.selector)
        for state in items_of(item.get("state")):
            self.typed(state, "state", _STATES, self.state)

    def typed(self, node: Node, what: str, types: tuple[str, ...], check: Callable[[Mapping, str], None]) -> None:
        """Check a selector or a state: an address, or a table with one of some types."""
        if not isinstance(node, Mapping):
            self.address(node, what)
            return
        found = types_of(node)
        if not found and node.get("id") is not None:  # described elsewhere
            self.single(node, "id", _IRI, "one address")
            return
        if len(found) != 1 or found[0] not in types:
            written = ", ".join(found)
            close = suggestion(written, types) if written else ""
            self.refuse(f"a {what} has one type of its own, not {written!r}{close}" if written else f"this {what} has no type", node.get("type") or node)  # fmt: skip
            return
        check(node, found[0])
        for inner in items_of(node.get("refinedBy")):
            self.typed(
                inner, "selector" if what == "selector" else "selector or state", (*SELECTORS, *_STATES), self.refined
            )

    def refined(self, node: Mapping, kind: str) -> None:
        """Check what refines a selector or a state."""
        (self.state if kind in _STATES else self.selector)(node, kind)

    def state(self, node: Mapping, kind: str) -> None:
        """Check a state: the value of a request."""
        if kind == "HttpRequestState" and not isinstance(node.get("value"), Scalar):
            self.refuse("an HttpRequestState has one value", node.get("value") or node)

    def selector(self, node: Mapping, kind: str) -> None:
        """Check a selector: the properties that its type needs."""
        if kind in ("FragmentSelector", "CssSelector", "XPathSelector"):
            self.needs_text(node, kind, "value")
        elif kind == "TextQuoteSelector":
            self.needs_text(node, kind, "exact")
            for key in ("prefix", "suffix"):
                if node.get(key) is not None:
                    self.needs_text(node, kind, key)
        elif kind in ("TextPositionSelector", "DataPositionSelector"):
            for key in ("start", "end"):
                written = node.get(key)
                if not (isinstance(written, Scalar) and type(written.value) is int and written.value >= 0):
                    self.refuse(f"the {key} of a {kind} is one whole number from 0 on", written or node)
        elif kind == "RangeSelector":
            for key in ("startSelector", "endSelector"):
                written = node.get(key)
                if not isinstance(written, Mapping):
                    self.refuse(f"a RangeSelector has one {key}", written or node)
                else:
                    self.typed(written, "selector", SELECTORS, self.selector)

    def needs_text(self, node: Mapping, kind: str, key: str) -> None:
        """Check a property of a selector that is one text."""
        written = node.get(key)
        if not (isinstance(written, Scalar) and isinstance(written.value, str)):
            self.refuse(f"the {key} of a {kind} is one text", written or node)

    def source_of(self, annotation: Mapping) -> str:
        """The address of what an annotation is about: that of its first target."""
        for target in items_of(annotation.get("target")):
            if isinstance(target, Scalar):
                return target.raw
            if isinstance(target, Mapping):
                members = items_of(target.get("items"))
                inner = next((item for item in members if isinstance(item, Mapping)), target)
                for key in ("source", "id"):
                    found = inner.get(key)
                    if isinstance(found, Scalar):
                        return found.raw
                    id = found.get("id") if isinstance(found, Mapping) else None
                    if isinstance(id, Scalar):
                        return id.raw
        return ""
