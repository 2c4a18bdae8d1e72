"""X02: one quote, given to two people."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.rules.across._quotes import quote_facts
from newsfacts.rules.across._series import same_text
from newsfacts.rules.across._wording import one_person_two_names, speaker_names, title_of
from newsfacts.rules.across.reworded_quote import article
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples

MAX_SPEAKERS = 50
"""How many speakers of one quote are compared with each other."""

_SEEN = article("What Ann saw", "[“I have seen the papers, and they are all in order,”]{.quote by=ann} said Ann Bell.")


class QuoteOfAnotherSpeaker(CorpusRule):
    """A quote has the same speaker wherever it is quoted.

    What it checks:
        Two quotes of eight words or more with the same words, in two documents, have a speaker in common. Compared are
        persons with persons and organizations with organizations, each with a name; a shared name makes two ids one
        speaker. A quote without a speaker is not compared.

    Why:
        No two people say the same whole sentence. One of the two articles gives it to the wrong person.

    Instead:
        Find out who said it, and correct `by=` or the source of the attribution.

    Fix:
        None: who said it is for a person to find out.
    """

    code = "X02"
    name = "quote-of-another-speaker"
    severity = Severity.ERROR
    collects: Collectors = (quote_facts,)
    VALID: Examples = (
        Example(
            article("Papers", "[[“I have seen the papers and they are all in order,”]{.quote} [Ann Bell]{.source "
                "ref=ann} [said]{.cue}]{.attribution}."),
            files={"a.facts": _SEEN},
        ),
        Example(article("Cole", "[“No comment,”]{.quote by=bob} said Bob "
            "Cole."), files={"a.facts": article("Bell", "[“No comment,”]{.quote by=ann} she said.")}),
        Example(
            article("Spokesman", "[“I have seen the papers, and they are all in order,”]{.quote by=man} said a "
                "man.").replace(
                "bob: {name: Bob Cole, kind: person}", "man: {kind: person, named: no, description: a man}"
            ),
            files={"a.facts": _SEEN},
        ),
    )  # fmt: skip
    INVALID: Examples = (
        Example(
            article(
                "What Bob saw", "[“I have seen the papers, and they are all in order,”]{.quote by=bob} said Bob Cole."
            ),
            files={"a.facts": _SEEN},
            at="“I have seen the papers, and they are all in order,”",
            message="these words are given to Bob Cole here, and to Ann Bell in “What Ann saw”",
        ),
        Example(
            article(
                "Order",
                "[[“I have seen the papers, and they are all in order!”]{.quote} [Bob Cole]{.source ref=bob} "
                "[said]{.cue}]{.attribution}.",
            ),
            files={"a.facts": _SEEN},
            at="“I have seen the papers, and they are all in order!”",
            message="these words are given to Bob Cole here, and to Ann Bell in “What Ann saw”",
        ),
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        keys = facts.select(
            "SELECT key FROM facts WHERE kind = 'quote' AND by <> '' GROUP BY key HAVING min(by) < max(by)"
        )
        for (key,) in keys:
            standing: list[Fact] = []
            speakers = facts.select(
                "SELECT min(number) FROM facts WHERE kind = 'quote' AND key = ? AND by <> '' GROUP BY by"
                f" ORDER BY count(DISTINCT document) DESC, min(number) LIMIT {MAX_SPEAKERS}",
                key,
            )
            for (number,) in speakers:
                for fact in facts.where("f.number = ?", number):
                    other = next(
                        (
                            known
                            for known in standing
                            if not same_text(known, fact) and not one_person_two_names(known, fact)
                        ),
                        None,
                    )
                    if other is None:
                        standing.append(fact)
                        continue
                    yield self.finding_at(
                        facts, fact,
                        f"these words are given to {speaker_names(fact)} here, and to {speaker_names(other)} in "
                            f"{title_of(other)}",
                        beside=[(other, f"given to {speaker_names(other)} here")],
                        help="find out who said it, and correct by= or the source",
                    )  # fmt: skip
