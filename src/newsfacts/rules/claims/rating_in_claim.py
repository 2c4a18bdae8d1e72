"""C08: a rating that is written into the claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Verdict
from newsfacts.rules.claims._reviews import FALSE_WORDS, TRUE_WORDS
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule

_FIRST = re.compile(r"\s{0,3}(?:fact[ -]?check\s{0,3}[:–-]\s{0,3})?([^\W\d_][^:–]{0,30}?)\s{0,2}[:–]\s", re.IGNORECASE)
_LAST = re.compile(r"[(\[–-]\s{0,2}([^\W\d_][^()\[\]–-]{0,30})[)\]]?\s{0,2}\Z")
_LABELS = (
    TRUE_WORDS | FALSE_WORDS | {"misleading", "half true", "mostly true", "mostly false", "unproven", "partly false"}
)


class RatingInClaim(Rule):
    """A claim that is rated holds what was claimed, and not the rating.

    What it checks:
        The words of a claim or quote that a verdict rates do not begin with a rating and a colon ("False: ...") or end
        with one in brackets. Ratings are the label of its own verdict, and the usual words.

    Why:
        The reviewed claim is shown beside the rating. With the rating inside, "False: the vaccine has a chip" is rated
        false, and so says that it has one.

    Instead:
        Mark only what was claimed: `False: [the vaccine has a chip]{.claim #k}`.

    Fix:
        None: where the claim begins is for a person to see.
    """

    code = "C08"
    name = "rating-in-claim"
    severity = Severity.ERROR
    looks_at: Kinds = (Verdict,)
    VALID: Examples = (
        Example("False: [the vaccine has a chip]{.claim #k}. [False]{.verdict of=k}."),
        Example("[True crime: the boom goes on]{.claim #k}. [Mixed]{.verdict of=k}."),
        Example("[False: the vaccine has a chip]{.claim}."),
    )
    INVALID: Examples = (
        Example(
            "[False: the vaccine has a chip]{.claim #k}. [Wrong]{.verdict of=k}.",
            at="False: the vaccine has a chip",
            message="the claim has a rating in it, “False”",
        ),
        Example(
            '[The vaccine has a chip (four Pinocchios)]{.claim #k}. [rubbish]{.verdict of=k label="Four Pinocchios"}.',
            at="The vaccine has a chip (four Pinocchios)",
            message="the claim has a rating in it, “four Pinocchios”",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        seen: set[int] = set()
        for verdict in document.verdicts:
            claim = verdict.of
            if claim is None or id(claim) in seen:
                continue
            for pattern in (_FIRST, _LAST):
                found = pattern.search(claim.text) if pattern is _LAST else pattern.match(claim.text)
                if found and found[1].strip().casefold() in _LABELS | {verdict.words.strip().casefold()}:
                    seen.add(id(claim))
                    yield self.finding(
                        document,
                        claim,
                        f"the claim has a rating in it, “{found[1].strip()}”",
                        help="mark only what was claimed",
                    )
                    break
