"""N13: shares that together are more than their whole."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from newsfacts.findings import Finding, Severity
from newsfacts.model import Count, Document, MeasureKind
from newsfacts.rules.counts_of_note import counts_of_note, parts_of_wholes
from newsfacts.rules.needs import several_counts
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Needs, Rule
from newsfacts.statements import Statement, moment_key, statements_of
from newsfacts.values.comparison import Agreement
from newsfacts.values.quantities.arithmetic import check_shares
from newsfacts.values.quantities.prose import say
from newsfacts.values.quantities.quantity import QuantityKind

_POLL = (
    "---\nnewsfacts: 1\nmeasures:\n  votes: {label: votes, unit: vote}\n  red: {label: share of Red, kind: share, "
    "whole: votes}\n"
    "  blue: {label: share of Blue, kind: share, whole: votes}\n  green: {label: share of Green, kind: share, whole: "
    "votes}\n---\n"
)


class SharesAboveWhole(Rule):
    """The shares of one whole are together not more than the whole.

    What it checks:
        Counts in percent of measures that have the kind share and the same `whole` add up to 100 percent at most, with
        the rounding of each, where one voice states them for one moment.

    Why:
        48, 40 and 17 percent cannot be shares of one vote. One of them is wrong, or they are answers of which several
        were allowed.

    Instead:
        Correct the number. Leave `whole` out where several answers were allowed.

    Fix:
        None: which of the shares is wrong is for a person to see.
    """

    code = "N13"
    name = "shares-above-whole"
    severity = Severity.ERROR
    looks_at: Kinds = (Count,)
    needs: Needs = (counts_of_note, parts_of_wholes, several_counts)
    VALID: Examples = (
        Example(_POLL + "Red has [48%]{.count of=red}, Blue [35%]{.count of=blue}, Green [18%]{.count of=green}."),
        Example(_POLL + "Red has [60%]{.count of=red as_of=2020}; Blue has [60%]{.count of=blue as_of=2024}."),
        Example("[48%]{.count} like tea, [40%]{.count} coffee and [17%]{.count} both."),
    )
    INVALID: Examples = (
        Example(
            _POLL + "Red has [48%]{.count of=red}, Blue [40%]{.count of=blue}, Green [17%]{.count of=green}.",
            at="17%",
            message="the shares of “votes” make more than 100 percent together: 48 percent, 40 percent and 17 percent",
        ),
        Example(
            _POLL + "[Two thirds]{.count of=red} are for Red, [40 percent]{.count of=blue} for Blue.",
            at="40 percent",
            message="the shares of “votes” make more than 100 percent together: 2/3 and 40 percent",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        for whole, shares in shares_by_whole(document):
            found = check_shares([share.value for share in shares], context.policy)
            if found.verdict is Agreement.CONTRADICTION:
                last = shares[-1].count
                words = [say(share.value) for share in shares]
                yield self.finding(
                    document,
                    last,
                    f"the shares of “{whole}” make more than 100 percent together: {', '.join(words[:-1])} and "
                    f"{words[-1]}",
                    help=f"{found.because} Correct a number, or leave whole out where the shares may overlap",
                    labels=[
                        label for share in shares[:-1] for label in self.label(document, share.count, "another share")
                    ],
                )


def shares_by_whole(document: Document) -> Iterator[tuple[str, list[Statement]]]:
    """The shares of each whole that one voice states for one moment, one for each measure."""
    groups: dict[Hashable, dict[str, Statement]] = {}
    names: dict[Hashable, str] = {}
    for id, stated in statements_of(document).items():
        measure = stated[0].measure
        if measure is None or measure.kind is not MeasureKind.SHARE or measure.whole is None:
            continue
        for statement in stated:
            if statement.value.kind in (QuantityKind.PERCENT, QuantityKind.SHARE) and statement.value.is_level:
                key: Hashable = (measure.whole.id, statement.voice, moment_key(statement.count))
                groups.setdefault(key, {}).setdefault(id, statement)
                names[key] = measure.whole.name
    for group, shares in groups.items():
        if len(shares) > 1:
            yield names[group], sorted(shares.values(), key=lambda share: document.index(share.count))
