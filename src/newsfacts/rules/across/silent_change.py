"""X08: a fact that changed between two versions of an article, without a correction."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsfacts.errors import UnreadableValue
from newsfacts.findings import Finding, Severity
from newsfacts.model import Unreadable, read_quantity_words
from newsfacts.rules.across._series import contradicts, is_corrected, quantity
from newsfacts.rules.across._versions import version_facts
from newsfacts.rules.corpus_rule import Collectors, CorpusRule, Fact, Facts
from newsfacts.rules.rule import Context, Example, Examples
from newsfacts.values.policy import Policy
from newsfacts.values.times.edtf import parse_edtf

_HEAD = """---
newsfacts: 1
title: Flood at Orsk
url: https://example.org/orsk
published: 2025-10-11T08:00
{more}measures:
  boats: {{label: boats at Orsk, unit: boat, kind: state}}
  dead: {{label: people killed at Orsk, unit: person, kind: tally}}
events: {{breach: {{label: breach of the dam}}}}
---

"""


def version(body: str, more: str = "") -> str:
    return _HEAD.format(more=more) + body


_FIRST = version(
    "The town has [40 boats]{.count of=boats}. The dam broke [on 10 October 2025]{.time of=breach}. [12]{.count "
    "of=dead} died."
)
_UPDATED = "updated: 2025-10-11T12:00\n"


class SilentChange(CorpusRule):
    """What changes between two versions of an article is said in a correction.

    What it checks:
        Of two documents with the same `url`, the later one (by `updated`, or else `published`) gives no other number
        and no other date under the same id, or for the same measure or event. Silent is the rule where the later
        version has a correction note that may be about it, where `corrects=` or `updates=` is written, where both say
        with `as_of=` that they speak of different times, and where a tally grows.

    Why:
        A number that is quietly replaced leaves every reader of the first version with the wrong one. Agencies and
        newspapers promise to say what they have changed.

    Instead:
        Add `corrections: [{date: ..., was: 40 boats, now: 14 boats, where: first paragraph}]` to the later version.

    Fix:
        None: what was wrong, and whether it was, is for a person to say.
    """

    code = "X08"
    name = "silent-change"
    severity = Severity.WARNING
    collects: Collectors = (version_facts,)
    VALID: Examples = (
        Example(
            version(
                "The town has [14 boats]{.count of=boats}.",
                _UPDATED + "corrections: [{date: 2025-10-11, was: 40 boats, now: 14 boats}]\n",
            ),
            files={"a.facts": _FIRST},
        ),
        Example(
            version("The town has [40 boats]{.count of=boats}. [17]{.count of=dead} died.", _UPDATED),
            files={"a.facts": _FIRST},
        ),
        Example(version("The town has [about 40 boats]{.count of=boats}.", _UPDATED), files={"a.facts": _FIRST}),
    )
    INVALID: Examples = (
        Example(
            version("The town has [14 boats]{.count of=boats}.", _UPDATED),
            files={"a.facts": _FIRST},
            at="14 boats",
            message="an earlier version of this article has “40 boats” here, and no correction says that it was "
            "changed",
        ),
        Example(
            version("The dam broke [on 9 October 2025]{.time of=breach}.", _UPDATED),
            files={"a.facts": _FIRST},
            at="on 9 October 2025",
            message="an earlier version of this article has “on 10 October 2025” here, and no correction says that "
            "it was changed",
        ),
    )

    def conflicts(self, facts: Facts, context: Context) -> Iterator[Finding]:
        keys = facts.select(
            "SELECT key FROM facts WHERE kind = 'version' GROUP BY key HAVING min(value) < max(value) AND "
            "min(document) < max(document)"
        )
        for (key,) in keys:
            versions = facts.where(
                "f.kind = 'version' AND f.key = ?", key, order="coalesce(d.updated, d.published), d.published, f.number"
            )
            yield from self.between(facts, context.policy, versions)

    def between(self, facts: Facts, policy: Policy, versions: Iterator[Fact]) -> Iterator[Finding]:
        """Go from version to version. Within one version a measure may have several numbers."""
        before: dict[str, Fact] = {}
        now: dict[str, Fact] = {}
        current: int | None = None
        for fact in versions:
            if fact.document.id != current:
                before, now, current = now, {}, fact.document.id
            now.setdefault(fact.value, fact)
            if not before or fact.value in before:
                continue
            changed = [old for old in before.values() if changed_silently(old, fact, policy)]
            if len(changed) == len(before):
                old = changed[0]
                yield self.finding_at(
                    facts, fact,
                    f"an earlier version of this article has “{old.words}” here, and no correction says that it "
                        "was changed",
                    beside=[(old, f"“{old.words}” in the earlier version")],
                    help="add what was wrong, what is right and where under corrections:",
                )  # fmt: skip


def moment(fact: Fact) -> int | None:
    """When a version was made."""
    return fact.document.updated if fact.document.updated is not None else fact.document.published


def changed_silently(old: Fact, new: Fact, policy: Policy) -> bool:
    """Whether the newer version states something else, of the same time, and nothing says that it was changed."""
    earlier, later = moment(old), moment(new)
    if earlier is None or later is None or earlier == later or old.document.sha256 == new.document.sha256:
        return False
    kind, told = json.loads(new.note)
    if (
        told
        or not old.same_voice(new)
        or (old.dated and new.dated and (old.since, old.until) != (new.since, new.until))
    ):
        return False
    if quantity(old.value) is None or quantity(new.value) is None:
        return is_another_time(old, new) and not is_noted(new, old)
    if kind == "tally" and grown(old, new):
        return False
    return contradicts(old, new, policy) and not is_corrected(new, old)


def grown(old: Fact, new: Fact) -> bool:
    """Whether a number has become higher."""
    one, other = quantity(old.value), quantity(new.value)
    return one is not None and other is not None and (one.low or 0) <= (other.low or other.high or 0)


def is_another_time(old: Fact, new: Fact) -> bool:
    """Whether two dates have no moment in common."""
    try:
        return not parse_edtf(old.value).outer.overlaps(parse_edtf(new.value).outer)
    except UnreadableValue:
        return False


def is_noted(new: Fact, old: Fact) -> bool:
    """Whether a correction note may be about a date: it names its words, or no number at all."""
    notes = json.loads(new.document.corrections)
    return any(
        was is None or was in old.words or old.words in was or isinstance(read_quantity_words(was), Unreadable)
        for was, _ in notes
    )
