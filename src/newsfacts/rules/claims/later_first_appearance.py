"""C14: a first appearance that is not the first."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Claim, Document
from newsfacts.rules.claims._reviews import when_in_address
from newsfacts.rules.needs import addresses
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class LaterFirstAppearance(Rule):
    """The first appearance of a claim is not later than another one.

    What it checks:
        Where the addresses in `first_appearance` and `appearance` have a year and a month in their path
        (https://example.org/2018/05/story), no appearance is earlier than the first one.

    Why:
        Where a claim came from is what a fact check is asked for. A later repetition in that field sends the reader to
        the wrong origin.

    Instead:
        Take the earliest appearance for the first.

    Fix:
        None: the date in an address is only a hint; look before you swap them.
    """

    code = "C14"
    name = "later-first-appearance"
    severity = Severity.WARNING
    looks_at: Kinds = (Claim,)
    needs: Needs = (addresses,)
    VALID: Examples = (
        Example(
            '[It rained]{.claim first_appearance="https://a.example/2018/05/a" '
            'appearance="https://b.example/2020/01/b"}.'
        ),
        Example(
            '[It rained]{.claim first_appearance="https://a.example/2020/05/a" '
            'appearance="https://b.example/video/201805"}.'
        ),
        Example(
            '[It rained]{.claim first_appearance="https://a.example/2020/05/11/a" '
            'appearance="https://b.example/2020/05/b"}.'
        ),
    )
    INVALID: Examples = (
        Example(
            '[It rained]{.claim first_appearance="https://a.example/2020/05/a" '
            'appearance="https://b.example/2018/01/b"}.',
            at='first_appearance="https://a.example/2020/05/a"',
            message="the first appearance is of 2020-05, but another one is of 2018-01",
        ),
        Example(
            '[It rained]{.claim first_appearance="https://a.example/2020-05-11/a" appearance="https://c.example/ '
            'https://b.example/2020/05/02/b"}.',
            at='first_appearance="https://a.example/2020-05-11/a"',
            message="the first appearance is of 2020-05-11, but another one is of 2020-05-02",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for claim in document.claims:
            if claim.first_appearance is None or not claim.appearance:
                continue
            first = when_in_address(claim.first_appearance)
            others = [when for url in claim.appearance if (when := when_in_address(url)) is not None]
            if first is None or not others:
                continue
            earliest = min(others)
            length = min(len(first), len(earliest))
            if earliest[:length] < first[:length]:
                message = f"the first appearance is of {first}, but another one is of {earliest}"
                yield self.finding(
                    document, claim, message, key="first_appearance", help="look which one is the earliest"
                )
