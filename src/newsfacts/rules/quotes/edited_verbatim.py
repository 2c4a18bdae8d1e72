"""Q20: a quote declared verbatim that shows its editing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Quote
from newsfacts.rules.quotes_of_note import altered_quotes, quotes_of_note
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule

_EDITING = re.compile(r"…|\.\.\.+|\.(?: \.){2,3}|\[[^\[\]\n]*\]")


class EditedVerbatim(Rule):
    """A verbatim quote has no marks of editing.

    What it checks:
        A quote with `verbatim=yes` has no ellipsis and no words in brackets, `[sic]` among them.

    Why:
        An ellipsis says that words are missing, brackets that words were put in. Either the quote is not verbatim, or
        the marks were not the speaker's. Where an ellipsis is a pause of the speaker, suppress the finding with that
        reason.

    Instead:
        Drop `verbatim=yes`. The words can still be verified against `source_text=`, which understands both marks.

    Fix:
        None: whether words are missing is for a person to find out.
    """

    code = "Q20"
    name = "edited-verbatim"
    severity = Severity.ERROR
    looks_at: Kinds = (Quote,)
    needs: Needs = (quotes_of_note, altered_quotes)
    VALID: Examples = (
        Example("She said: [“We will win. We must.”]{.quote verbatim=yes}"),
        Example("She said: [“We ... must.”]{.quote}"),
    )
    INVALID: Examples = (
        Example(
            "She said: [“We ... must.”]{.quote verbatim=yes}",
            at="verbatim=yes",
            message="this quote is declared verbatim, but “...” shows that it was edited",
        ),
        Example(
            "She said: [“They is \\[sic\\] here.”]{.quote verbatim=yes}",
            at="verbatim=yes",
            message="this quote is declared verbatim, but “[sic]” shows that it was edited",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for quote in document.derived(altered_quotes):
            if quote.verbatim and (found := _EDITING.search(quote.text)):
                yield self.finding(
                    document,
                    quote,
                    f"this quote is declared verbatim, but “{found[0]}” shows that it was edited",
                    key="verbatim",
                    help="drop verbatim=yes, or quote the words without the marks of editing",
                )
