"""C04: a verdict whose label is not one of the scale."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from newsfacts.findings import Finding, Severity
from newsfacts.model import Document, Verdict
from newsfacts.rules.rule import Context, Example, Examples, Kinds, Option, Options, Rule
from newsfacts.text.suggestions import suggestion

_SCALE = MappingProxyType({"scale": ["True", "Half true", "False"]})


class LabelOutsideScale(Rule):
    """A verdict has one of the labels of the house's scale.

    What it checks:
        The label of a verdict (or else its words) is one of the option `scale`, whatever its case. Without that option
        there is nothing to compare with.

    Why:
        "Kinda false" next to "Mostly false" cannot be counted, searched or translated. Each house has a closed scale.

    Instead:
        Use a label of the scale; where the text puts it otherwise, write `label="Mostly false"`.

    Fix:
        None: which label is meant is the reviewer's decision.
    """

    code = "C04"
    name = "label-outside-scale"
    severity = Severity.ERROR
    looks_at: Kinds = (Verdict,)
    OPTIONS: Options = MappingProxyType(
        {"scale": Option([], 'the labels of the house\'s scale, such as ["True", "False"]')}
    )
    VALID: Examples = (
        Example("[It rained]{.claim #k}. [half true]{.verdict of=k}.", options=_SCALE),
        Example('[It rained]{.claim #k}. [not quite]{.verdict of=k label="Half true"}.', options=_SCALE),
        Example("[It rained]{.claim #k}. [Kinda false]{.verdict of=k}."),
    )
    INVALID: Examples = (
        Example(
            "[It rained]{.claim #k}. [Kinda false]{.verdict of=k}.",
            options=_SCALE,
            at="Kinda false",
            message="“Kinda false” is not a label of the scale",
        ),
        Example(
            "[It rained]{.claim #k}. [False]{.verdict of=k label=Flase}.",
            options=_SCALE,
            at="label=Flase",
            message="“Flase” is not a label of the scale (did you mean 'False'?)",
        ),
    )

    def check(self, document: Document, context: Context) -> Iterator[Finding]:
        scale = context.option(self, "scale")
        if not scale or not document.verdicts:
            return
        known = {label.casefold() for label in scale}
        for verdict in document.verdicts:
            if verdict.words.strip().casefold() not in known:
                yield self.finding(
                    document, verdict, f"“{verdict.words}” is not a label of the "
                        f"scale{suggestion(verdict.words, scale)}",
                    key="label", help=f"the scale has {', '.join(scale)}",
                )  # fmt: skip
