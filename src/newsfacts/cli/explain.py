"""`newsfacts explain CODE`: what a rule checks, why, and what to write instead, with its examples."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_OK
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.rules import Example, Rule

__all__ = ["add_arguments", "explanation", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "newsfacts rules lists the codes."
    parser.add_argument("code", metavar="CODE", help="code or name of a rule, such as N02 or lost-hedge")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.rules import all_rules, get_rule
    from newsfacts.schema.kinds import suggestion

    by_name = {rule.name: rule for rule in all_rules().values()}
    wanted = arguments.code.strip()
    if "-" in wanted and wanted not in by_name:
        raise UsageError(f"no rule is named {wanted!r}{suggestion(wanted, by_name)}")
    rule = by_name.get(wanted) or get_rule(wanted.upper())
    if arguments.json:
        data = {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.value,
            "sections": dict(rule.sections()),
            "valid": [example.text for example in rule.VALID],
            "invalid": [{"text": e.text, "at": e.at, "message": e.message} for e in rule.INVALID],
        }
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print("\n".join(explanation(rule)))
    return EXIT_OK


def explanation(rule: Rule) -> Iterator[str]:
    """The lines of the explanation: the docstring's sections, options, and examples."""
    sections = dict(rule.sections())
    default = "on by default" if rule.default else "off by default"
    profiles = f"; in the profiles {', '.join(rule.profiles)}" if rule.profiles else ""
    yield f"{rule.code} {rule.name} ({rule.severity}, {default}{profiles})"
    yield ""
    yield sections.pop("")
    for heading, body in sections.items():
        yield ""
        yield heading
        yield from indented(body)
    if rule.OPTIONS:
        yield ""
        yield "Options"
        for name, option in rule.OPTIONS.items():
            yield f"    options.{rule.code}.{name} = {json.dumps(option.default, ensure_ascii=False)}"
            yield f"        {option.doc}"
    yield ""
    yield "This is found"
    for number, example in enumerate(rule.INVALID):
        if number:
            yield ""
        yield from shown(example)
    yield ""
    yield "This is not"
    for number, example in enumerate(rule.VALID):
        if number:
            yield ""
        yield from shown(example)


def shown(example: Example) -> Iterator[str]:
    """An example, the files beside it, and the message."""
    for path, text in example.files.items():
        yield f"    ({path})"
        yield from indented(text)
        yield ""
    for name, value in example.options.items():
        yield f"    (with {name} = {json.dumps(value, ensure_ascii=False, default=str)})"
    yield from indented(example.text)
    if example.message is not None:
        yield f"    → {example.message}"


def indented(text: str) -> Iterator[str]:
    """The lines of a text, set in."""
    for line in text.rstrip("\n").split("\n"):
        yield f"    {line}".rstrip()
