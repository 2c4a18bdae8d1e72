"""C24: an archived copy of another page than the source."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Evidence
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Rule
from newsfacts.text.archives import archived_copy, original_address


class CopyOfAnotherPage(Rule):
    """The archived copy of a source is a copy of that source.

    What it checks:
        `archived` of a piece of evidence is an address in a web archive and, where that address names the page that was copied, that
        page is `url`. The scheme, "www.", a slash at the end and what follows "#" are not compared. Short names such as those of
        Perma.cc say nothing about the page, and are not compared.

    Why:
        When the page is gone, its copy is all that is left, and a reader who follows it must find the evidence. In lists of links
        two neighbours are easily swapped.

    Instead:
        Give the copy of this page, or correct `url`.

    Fix:
        None: which of the two is meant is for a person to see.
    """

    code = "C24"
    name = "copy-of-another-page"
    severity = Severity.WARNING
    looks_at: Kinds = (Evidence,)
    VALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: k, url: 'https://www.example.org/a/', "
            "archived: 'https://web.archive.org/web/20250502/http://example.org/a'}\n---\n\n[It rained]{.claim #k}."
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: k, url: 'https://example.org/a', "
            "archived: 'https://perma.cc/AB12-CD34'}\n---\n\n[It rained]{.claim #k}."
        ),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: k, url: 'https://example.org/a', "
            "archived: 'https://web.archive.org/web/20250502/https://example.org/b'}\n---\n\n[It rained]{.claim #k}.",
            at="'https://web.archive.org/web/20250502/https://example.org/b'",
            message="this is a copy of https://example.org/b, and not of https://example.org/a",
        ),
        Example(
            "---\nnewsfacts: 1\nannotations:\n- {kind: evidence, of: k, url: 'https://example.org/a', "
            "archived: 'https://example.org/a.pdf'}\n---\n\n[It rained]{.claim #k}.",
            at="'https://example.org/a.pdf'",
            message="“https://example.org/a.pdf” is not in a web archive",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for piece in document.evidence:
            if piece.archived is None or not piece.archived.lower().startswith(("http://", "https://")):
                continue  # C12 says what is not a full address
            copy = archived_copy(piece.archived)
            if copy is None:
                message = f"“{piece.archived}” is not in a web archive"
                yield self.finding(
                    document, piece, message, key="archived", help="give it as url:, or give the address of a copy"
                )
            elif copy.original is not None and piece.url is not None:
                original = original_address(piece.url)
                if essence(copy.original) != essence(original):
                    message = f"this is a copy of {copy.original}, and not of {original}"
                    yield self.finding(document, piece, message, key="archived", help="correct the wrong one")


def essence(url: str) -> str:
    """What makes an address the address of a page: without its scheme, `www.`, a slash at the end and a fragment."""
    _, _, rest = url.partition("://")
    return rest.partition("#")[0].removeprefix("www.").rstrip("/").casefold()
