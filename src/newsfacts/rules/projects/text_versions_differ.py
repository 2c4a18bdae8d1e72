"""P05: one article, annotated over two different texts."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.projects._work import work_facts
from newsfacts.rules.rule import Context, Example, Examples

_HEAD = (
    "---\nnewsfacts: 1\nurl: https://example.org/flood\npublished: 2025-10-11\n{more}annotator: {who}\n---\n\n{text}"
)


def work(who: str, text: str, more: str = "") -> str:
    return _HEAD.format(who=who, text=text, more=more)


class TextVersionsDiffer(CorpusRule):
    """Everybody who annotates an article annotates the same text.

    What it checks:
        Documents of different annotators with the same `url` (or the same headline and date, where there is no address)
        and the same `published` and `updated` have the same text, code point for code point.

    Why:
        Agreement between annotators is counted by offsets. If the text of one of them has an extra space or another
        headline, every offset behind it is shifted, and they seem to disagree on everything.

    Instead:
        Give all annotators the same file; carry annotations over to the text that counts with `newsfacts convert`.
        Two versions of an article differ in `updated`.

    Fix:
        None: which of the texts counts is the project's decision.
    """

    code = "P05"
    name = "text-versions-differ"
    severity = Severity.ERROR
    collects: Collectors = (work_facts,)
    VALID: Examples = (
        Example(work("B", "The dam [broke]{.cue}."), files={"a.facts": work("A", "[The dam]{.source} broke.")}),
        Example(
            work("B", "The dam has broken.", "updated: 2025-10-12\n"), files={"a.facts": work("A", "The dam broke.")}
        ),
    )
    INVALID: Examples = (
        Example(
            work("B", "The  dam broke."),
            files={"a.facts": work("A", "The dam broke.")},
            at="annotator",
            message="B has annotated another text of this article than A",
        ),
        Example(
            work("B", "The dam broke.").replace("url: https://example.org/flood", "title: Flood"),
            files={
                "a.facts": work("A", "Flood\n\nThe dam broke.").replace(
                    "url: https://example.org/flood", "title: Flood"
                )
            },
            at="annotator",
            message="B has annotated another text of this article than A",
        ),
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        keys = facts.select(
            "SELECT key FROM facts WHERE kind = 'work' GROUP BY key HAVING count(DISTINCT value) > 1 AND "
            "count(DISTINCT note) > 1"
        )
        for (key,) in keys:
            standing: Fact | None = None
            texts = facts.select(
                "SELECT min(number) FROM facts WHERE kind = 'work' AND key = ? GROUP BY value ORDER BY count(*) "
                "DESC, min(number)",
                key,
            )
            for (number,) in texts:
                for fact in facts.where("f.number = ?", number):
                    if standing is None:
                        standing = fact
                    elif standing.note != fact.note:
                        yield self.finding_at(
                            facts, fact, f"{fact.note} has annotated another text of this article than {standing.note}",
                            beside=[(standing, f"the text of {standing.note}")], help=
                                "give all annotators the same "
                                "text",
                        )  # fmt: skip
