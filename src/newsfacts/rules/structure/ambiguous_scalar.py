"""S02: a word of the front matter that other readers of YAML take for a truth value or a number."""

from __future__ import annotations

from newsfacts.findings import Applicability, Severity
from newsfacts.rules.rule import Example, Examples, ReaderRule


class AmbiguousScalar(ReaderRule):
    """Text that other readers of YAML take for something else is between quotation marks.

    What it checks:
        Where a field or an id is text, a plain `no`, `yes`, `on` or `off`, a time such as 10:30, and numbers such as
        007 or 1_000 are named. newsfacts keeps them as they are written, so nothing is lost here. Fields that are
        yes or no, such as `named:`, are not meant.

    Why:
        In YAML 1.1, which most programs still read, the language code of Norwegian is false and half past ten is 630.
        Factbooks are made to be read by other programs too.

    Instead:
        Put the word between quotation marks.

    Fix:
        Safe: it puts the word between quotation marks, which changes nothing for newsfacts.
    """

    code = "S02"
    name = "ambiguous-scalar"
    severity = Severity.INFO
    fix_class: Applicability | None = Applicability.SAFE
    VALID: Examples = (
        Example('---\nnewsfacts: 1\nlanguage: "no"\n---\n\nRegjeringen gikk av.'),
        Example("---\nnewsfacts: 1\nentities: {envoy: {named: no, description: an envoy}}\n---\n\nAn envoy left."),
        Example("---\nnewsfacts: 1\npublished: 2024-07-04\ntitle: Mayor resigns at 10:30\n---\n\nThe mayor resigned."),
    )
    INVALID: Examples = (
        Example(
            "---\nnewsfacts: 1\nlanguage: no\n---\n\nRegjeringen gikk av.",
            at="no",
            message="“no” is text here, but other readers of YAML take it for false",
            fixed='---\nnewsfacts: 1\nlanguage: "no"\n---\n\nRegjeringen gikk av.',
        ),
        Example(
            "---\nnewsfacts: 1\ncorrections: [{was: 10:30, now: 11:30 in the evening}]\n---\n\nThe mayor resigned.",
            at="10:30",
            message="“10:30” is text here, but other readers of YAML take it for the number 630",
            fixed='---\nnewsfacts: 1\ncorrections: [{was: "10:30", now: 11:30 in the evening}]\n---\n\n'
            "The mayor resigned.",
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {no: {name: Norway}, se: {name: Sweden}}\n---\n\n[Oslo]{ref=no}",
            at="no",
            message="“no” is text here, but other readers of YAML take it for false",
            fixed='---\nnewsfacts: 1\nentities: {"no": {name: Norway}, se: {name: Sweden}}\n---\n\n[Oslo]{ref=no}',
        ),
        Example(
            "---\nnewsfacts: 1\nentities: {bond: {name: Bond, aliases: [007, agent]}}\n---\n\n[Bond]{ref=bond}",
            at="007",
            message="“007” is text here, but other readers of YAML take it for the number 7",
            fixed='---\nnewsfacts: 1\nentities: {bond: {name: Bond, aliases: ["007", agent]}}\n---\n\n[Bond]{ref=bond}',
        ),
    )
