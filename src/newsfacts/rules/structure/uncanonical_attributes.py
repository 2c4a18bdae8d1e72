"""S14: an attribute block that could be written more plainly."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity
from newsfacts.model import Annotation, Document
from newsfacts.rules.fixing import brackets
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule
from newsfacts.schema.kinds import fields_of_class


class UncanonicalAttributes(Rule):
    """Attribute blocks are written in one order: kind, id, then the fields as the schema lists them.

    What it checks:
        Each block of annotated text is `{.kind #id key=value ...}` with single spaces, its keys in the order in which
        the schema lists them and any others after them. Front matter is not looked at.

    Why:
        Files that say the same should look the same, so that a comparison of versions shows what has changed. This is
        a matter of taste, so the rule is off by default.

    Instead:
        Let the fix write the block.

    Fix:
        Safe: it writes the same items in another order. No value changes.
    """

    code = "S14"
    name = "uncanonical-attributes"
    severity = Severity.INFO
    default = False
    looks_at: Kinds = (Annotation,)
    fix_class: Applicability | None = Applicability.SAFE
    VALID: Examples = (
        Example("[“No”]{.quote #q1 lang=en verbatim=yes}"),
        Example('[At least 12]{.count value=">=12" scope="the \\"old\\" town"}'),
    )
    INVALID: Examples = (
        Example(
            "[“No”]{#q1 .quote verbatim=yes  lang=en}",
            at="{#q1 .quote verbatim=yes  lang=en}",
            message="this block could be written {.quote #q1 lang=en verbatim=yes}",
            fixed="[“No”]{.quote #q1 lang=en verbatim=yes}",
        ),
        Example(
            '[12]{.count scope="the old town" as_of=2024 }',
            at='{.count scope="the old town" as_of=2024 }',
            message='this block could be written {.count as_of=2024 scope="the old town"}',
            fixed='[12]{.count as_of=2024 scope="the old town"}',
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        origin = document.origin
        if origin is None:
            return
        source = origin.source.string
        seen: set[int] = set()
        for annotation in document.annotations:
            raw = document.raw(annotation)
            found = brackets(document, annotation)
            if found is None or raw is None or found.closing in seen:
                continue
            seen.add(found.closing)
            start, end = found.closing + 1, found.end
            items = [f".{raw.kind}"] if raw.kind else []
            if raw.id is not None:
                items.append(f"#{raw.id.value}")
            order = {key: number for number, key in enumerate(fields_of_class(type(annotation)))}
            for key in sorted(raw.attributes, key=lambda key: order.get(key, len(order))):
                items.append(source[slice(*raw.range_of(key))])
            plain = "{" + " ".join(items) + "}"
            written = source[start:end]
            if written != plain and len("".join(written.split())) == len("".join(plain.split())):
                yield self.finding(
                    document,
                    origin.place(start, end),
                    f"this block could be written {plain}",
                    fix=Fix("write the block plainly", (Edit(start, end, plain),), Applicability.SAFE),
                )
