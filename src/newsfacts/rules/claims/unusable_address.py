"""C12: an address that a reader of the review cannot use."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from urllib.parse import urlsplit

from newsfacts.findings import Finding, Severity
from newsfacts.model import Annotation, Claim, Document, Evidence, Verdict
from newsfacts.rules.claims._reviews import several_addresses
from newsfacts.rules.claims._sites import SHORTENERS, Site, site_of
from newsfacts.rules.needs import addresses
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Option, Options, Rule
from newsfacts.text.archives import host

_IMAGES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp")


class UnusableAddress(Rule):
    """The addresses of a review, a claim and evidence are full web addresses, and that of a review is on the page's site.

    What it checks:
        `url` of a verdict, `appearance` and `first_appearance` of a claim, `url` and `archived` of evidence are full
        addresses with http or https. As warnings: the `url` of a verdict is not an image and is on the site of the document's own `url`, and no address is
        one of a link shortener (option `shorteners`).

    Why:
        Shortened links break, and hide where they lead. Readers of ClaimReview refuse a review whose address is on
        another site than the page that it is on.

    Instead:
        Give the address as the browser shows it, in full.

    Fix:
        None: where a link should lead is for a person to look up.
    """

    code = "C12"
    name = "unusable-address"
    severity = Severity.ERROR
    looks_at: Kinds = (Claim, Verdict, Evidence)
    needs: Needs = (addresses,)
    OPTIONS: Options = MappingProxyType({
        "shorteners": Option(
            sorted(SHORTENERS), "hosts whose links lead elsewhere"
        ),
    })  # fmt: skip
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nurl: https://www.desk.example.org/1\n---\n\n"
            '[It rained]{.claim #k first_appearance="https://social.example/p/1.jpg"}. [False]{.verdict of=k '
            'url="https://desk.example.org/1"}.'
        ),
        Example("[It rained]{.claim #k}. [False]{.verdict of=k evidence=k}."),
    )
    INVALID: Examples = (
        Example(
            '[It rained]{.claim #k first_appearance="mailto:ann@example.org"}.',
            at='first_appearance="mailto:ann@example.org"',
            message="“mailto:ann@example.org” is not a full web address",
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: k, answer: It was dry., url: 'ftp://weather.example.org/a'}\n---\n\n"
            "[It rained]{.claim #k}.",
            at="'ftp://weather.example.org/a'",
            message="“ftp://weather.example.org/a” is not a full web address",
        ),
        Example(
            '[It rained]{.claim #k appearance="https://social.example/1 https://bit.ly/3xyz"}.',
            at='appearance="https://social.example/1 https://bit.ly/3xyz"',
            message="“https://bit.ly/3xyz” is a shortened link, which hides where it leads",
        ),
        Example(
            "---\nnewsfacts: 1\nurl: https://desk.example.org/1\n---\n\n"
            '[It rained]{.claim #k}. [False]{.verdict of=k url="https://other.example.com/1"}.',
            at='url="https://other.example.com/1"',
            message="the review is said to be at other.example.com, but this page is at desk.example.org",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        shorteners = context.option(self, "shorteners")
        for claim in document.claims:
            yield from self.each(document, claim, "first_appearance", (claim.first_appearance,), shorteners)
            yield from self.each(document, claim, "appearance", claim.appearance, shorteners)
        for piece in document.evidence:
            yield from self.each(document, piece, "url", (piece.url,), shorteners)
            yield from self.each(document, piece, "archived", (piece.archived,), shorteners)
        page = site_of(document.url) if document.url else None
        for verdict in document.verdicts:
            if verdict.url is None or len(several_addresses(verdict.url)) > 1:
                continue
            found = address_problem(verdict.url, shorteners) or review_problem(verdict.url, page)
            if found is not None:
                message, severity = found
                yield self.finding(
                    document, verdict, message, key="url", severity=severity, help="give the address of the review"
                )

    def each(
        self, document: Document, annotation: Annotation, key: str, urls: tuple[str | None, ...], shorteners: list[str]
    ) -> Iterator[Finding]:
        """What is wrong with each address of a field."""
        for url in urls:
            if url is not None and (found := address_problem(url, shorteners)) is not None:
                message, severity = found
                yield self.finding(document, annotation, message, key=key, severity=severity, help="give it in full")


def address_problem(url: str, shorteners: list[str]) -> tuple[str, Severity] | None:
    """What is wrong with any address."""
    if len(several_addresses(url)) > 1 or url in (",", ";", "|"):
        return None  # one finding for one defect: C11 has it
    there = host(url)
    if there is None:
        return f"“{url}” is not a full web address", Severity.ERROR
    if there in shorteners:
        return f"“{url}” is a shortened link, which hides where it leads", Severity.WARNING
    return None


def review_problem(url: str, page: Site | None) -> tuple[str, Severity] | None:
    """What is wrong with the address of a review."""
    there = site_of(url)
    if urlsplit(url).path.lower().endswith(_IMAGES):
        return f"“{url}” is an image, and not the page of the review", Severity.WARNING
    if page is not None and there is not None and not there.is_same(page):
        return f"the review is said to be at {there}, but this page is at {page}", Severity.WARNING
    return None
