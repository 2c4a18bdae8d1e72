"""T26: `voice=` on an attribution whose source is in the text."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Attribution, Document
from newsfacts.rules.attributions_of_note import attributions_of_note, attributions_with_two_voices
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule


class VoiceBesideSource(Rule):
    """An attribution has source words or `voice=`, and not both.

    What it checks:
        Where an attribution holds or names a source, it has no `voice=`.

    Why:
        `voice=implied` and `voice=author` say that no words name a source. With a source, one of the two is wrong, and
        the data says both.

    Instead:
        Drop `voice=`, or take the mark off the source.

    Fix:
        None: which of the two holds is for a person to see.
    """

    code = "T26"
    name = "voice-beside-source"
    severity = Severity.ERROR
    looks_at: Kinds = (Attribution,)
    needs: Needs = (attributions_of_note, attributions_with_two_voices)
    VALID: Examples = (
        Example("[[Taxes will rise]{.claim}, it was [announced]{.cue}]{.attribution voice=implied}."),
        Example("[[She]{.source} [said]{.cue} [taxes will rise]{.claim}]{.attribution}."),
    )
    INVALID: Examples = (
        Example(
            "[[She]{.source} [said]{.cue} [taxes will rise]{.claim}]{.attribution voice=implied}.",
            at="voice=implied",
            message="voice=implied says that no words name a source, but “She” is marked as one",
        ),
        Example(
            "[Taxes will rise]{.claim #k}. [[The mayor]{.source} [said]{.cue} so]{.attribution content=k "
            "voice=author}.",
            at="voice=author",
            message="voice=author says that no words name a source, but “The mayor” is marked as one",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for attribution in document.derived(attributions_with_two_voices):
            yield self.finding(
                document,
                attribution,
                f"voice={attribution.voice} says that no words name a source, but “{attribution.source[0].text}” "
                "is marked as one",
                key="voice",
                help="drop voice=, or take the mark off the source",
            )
