"""C11: several addresses in the place of one."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Applicability, Edit, Finding, Fix, Severity
from newsfacts.model import Annotation, Claim, Document, Evidence, Verdict
from newsfacts.rules.claims._reviews import several_addresses
from newsfacts.rules.needs import addresses
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class SeveralAddressesInOne(Rule):
    """A list of addresses has white space between them, and a field for one address has one.

    What it checks:
        No value of `evidence`, `appearance`, `first_appearance`, `url` or `archived` has two addresses with a comma, a
        semicolon or a bar between them, and no item of a list is a mere separator.

    Why:
        "https://a, https://b" is one address that leads nowhere. It comes from spreadsheets, and many published reviews
        have it.

    Instead:
        Put a space between them: `evidence="https://a https://b"`.

    Fix:
        Safe, in annotated text, for fields that take a list: it puts a space in the place of the separator.
    """

    code = "C11"
    name = "several-addresses-in-one"
    severity = Severity.ERROR
    looks_at: Kinds = (Claim, Verdict, Evidence)
    needs: Needs = (addresses,)
    fix_class: Applicability | None = Applicability.SAFE
    VALID: Examples = (
        Example('[It rained]{.claim #k}. [False]{.verdict of=k evidence="https://a.example/1 https://b.example/2"}.'),
        Example('[It rained]{.claim #k appearance="https://a.example/a,b?see=https://b.example/"}.'),
    )
    INVALID: Examples = (
        Example(
            '[It rained]{.claim #k}. [False]{.verdict of=k evidence="https://a.example/1 , https://b.example/2"}.',
            at='evidence="https://a.example/1 , https://b.example/2"',
            message="evidence= has several addresses with other signs than white space between them",
            fixed='[It rained]{.claim #k}. [False]{.verdict of=k evidence="https://a.example/1 https://b.example/2"}.',
        ),
        Example(
            '[It rained]{.claim #k appearance="https://a.example/1;https://b.example/2"}.',
            at='appearance="https://a.example/1;https://b.example/2"',
            message="appearance= has several addresses with other signs than white space between them",
            fixed='[It rained]{.claim #k appearance="https://a.example/1 https://b.example/2"}.',
        ),
        Example(
            '[It rained]{.claim #k first_appearance="https://a.example/1,https://b.example/2"}.',
            at='first_appearance="https://a.example/1,https://b.example/2"',
            message="first_appearance= takes one address, and this is several",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for verdict in document.verdicts:
            yield from self.many(document, verdict, "evidence", verdict.evidence)
            yield from self.one(document, verdict, "url", verdict.url)
        for claim in document.claims:
            yield from self.many(document, claim, "appearance", claim.appearance)
            yield from self.one(document, claim, "first_appearance", claim.first_appearance)
        for piece in document.evidence:
            yield from self.one(document, piece, "url", piece.url)
            yield from self.one(document, piece, "archived", piece.archived)

    def one(self, document: Document, annotation: Annotation, key: str, value: str | None) -> Iterator[Finding]:
        if value is not None and len(several_addresses(value)) > 1:
            message = f"{key}= takes one address, and this is several"
            yield self.finding(document, annotation, message, key=key, help="keep one of them")

    def many(self, document: Document, annotation: Annotation, key: str, values: tuple[str, ...]) -> Iterator[Finding]:
        if not values:
            return
        parts = [
            part.strip(" ,;|") if is_address(part) else part for value in values for part in several_addresses(value)
        ]
        parts = [part for part in parts if part not in ("", ",", ";", "|")]
        if parts == list(values):
            return
        message = f"{key}= has several addresses with other signs than white space between them"
        yield self.finding(
            document, annotation, message, key=key, help="put a space between them",
            fix=split_fix(document, annotation, key, parts),
        )  # fmt: skip


def is_address(part: str) -> bool:
    """Whether an item is an address: only there is a separator at its end a slip."""
    return part.startswith(("http://", "https://"))


def split_fix(document: Document, annotation: Annotation, key: str, parts: list[str]) -> Fix | None:
    """Rewrite the list, in annotated text; a stand-off file has lists of its own."""
    place = document.place(annotation, key)
    if place is None or not place.words.startswith(f'{key}="') or any('"' in part or "\\" in part for part in parts):
        return None
    edit = Edit(place.start, place.end, f'{key}="{" ".join(parts)}"')
    return Fix(f"put spaces between the addresses of {key}", (edit,), Applicability.SAFE)
