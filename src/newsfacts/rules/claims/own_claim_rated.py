"""C10: a reviewer who rates a claim of its own."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Claim, Document, Verdict
from newsfacts.rules.claims._reviews import address_of, names
from newsfacts.rules.claims._sites import site_of
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule


class OwnClaimRated(Rule):
    """No one rates a claim of their own.

    What it checks:
        The claimant is not the reviewer, and the claim's `appearance` and `first_appearance` are not on the site of the
        review (`url` of the verdict, or of the document). An archived copy counts as the page that it is a copy of; on a
        platform such as a social network, sites are accounts. Addresses from which the site cannot be seen, such as
        shortened ones, are not compared.

    Why:
        The source of a claim must be somebody else. Where it points at the reviewer's own page, the address of the
        review has been pasted into the wrong field, and the origin of the claim is lost.

    Instead:
        Name who made the claim, and where.

    Fix:
        None: who made the claim is for the reviewer to say.
    """

    code = "C10"
    name = "own-claim-rated"
    severity = Severity.ERROR
    looks_at: Kinds = (Verdict,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {ann: {name: Ann}, desk: {name: The Desk}}\n---\n\n"
            '[It rained]{.claim #k by=ann first_appearance="https://example.com/ann"}. '
            '[False]{.verdict of=k by=desk url="https://desk.example.org/1"}.'
        ),
        Example('[It rained]{.claim #k appearance="https://social.example/1"}. [False]{.verdict of=k}.'),
        Example(
            '[It rained]{.claim #k appearance="https://web.archive.org/web/20240704/https://a.example.com/1"}. '
            '[False]{.verdict of=k url="https://web.archive.org/web/20240705/https://desk.example.org/1"}.'
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nentities: {desk: {name: The Desk}}\n---\n\n[It rained]{.claim #k by=desk}. "
            "[False]{.verdict of=k by=desk}.",
            at="False",
            message="The Desk rates a claim of its own",
        ),
        Example(
            "---\nnewsfacts: 1\nurl: https://www.desk.example.org/check/1\n---\n\n"
            '[It rained]{.claim #k first_appearance="https://desk.example.org/check/1"}. [False]{.verdict of=k}.',
            at='first_appearance="https://desk.example.org/check/1"',
            message="the claim is said to have appeared at desk.example.org, which is the site of the review",
        ),
        Example(
            '[It rained]{.claim #k appearance="https://web.archive.org/web/20240704/https://desk.example.org/1"}. '
            '[False]{.verdict of=k url="https://desk.example.org/1"}.',
            at='appearance="https://web.archive.org/web/20240704/https://desk.example.org/1"',
            message="the claim is said to have appeared at desk.example.org, which is the site of the review",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        seen: set[tuple[int, str]] = set()
        for verdict in document.verdicts:
            claim = verdict.of
            if claim is None:
                continue
            speakers = {entity.id for entity in document.speakers(claim)}
            own = tuple(entity for entity in verdict.by if entity.id in speakers)
            if own:
                yield self.finding(
                    document, verdict, f"{names(own)} rates a claim of {'its' if len(own) == 1 else 'their'} own",
                    help="name who made the claim", labels=self.label(document, claim, "the claim"),
                )  # fmt: skip
            address = address_of(document, verdict)
            site = site_of(address) if address else None
            if site is None or not isinstance(claim, Claim):
                continue
            for key, urls in (("first_appearance", (claim.first_appearance,)), ("appearance", claim.appearance)):
                found = next((there for url in urls if url and (there := site_of(url)) and there.is_same(site)), None)
                if found is not None and (id(claim), key) not in seen:
                    seen.add((id(claim), key))
                    message = f"the claim is said to have appeared at {found}, which is the site of the review"
                    yield self.finding(
                        document, claim, message, key=key, help="give the address where the claim was made"
                    )
