"""`newsfacts explain RULE`: what a rule checks, why, and what to write instead, with its examples."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_OK
from newsfacts.cli.output import say, say_json
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.rules import Example, Rule

__all__ = ["add_arguments", "explanation", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "newsfacts rules lists the codes."
    parser.add_argument("code", metavar="RULE", help="code or name of a rule, such as N02 or lost-hedge")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    rule = rule_of(arguments.code.strip())
    if arguments.json:
        data = {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.value,
            "sections": dict(rule.sections()),
            "valid": [example.text for example in rule.VALID],
            "invalid": [{"text": e.text, "at": e.at, "message": e.message} for e in rule.INVALID],
        }
        say_json(data)
    else:
        for line in explanation(rule):
            say(line)
    return EXIT_OK


def rule_of(word: str) -> Rule:
    """The rule with a code or name: of the table, or declared by the schemas of the project here. Raises `UsageError`."""
    from newsfacts.checking.configuration import Configuration
    from newsfacts.checking.selectors import code_of, unknown_rule
    from newsfacts.rules import all_rules
    from newsfacts.rules.declared import declared_rules

    code = code_of(word)
    if code is not None and code in all_rules():
        return all_rules()[code]
    schema = Configuration.discover().document_schema()
    code = code or code_of(word, schema.checks)
    declared = {rule.code: rule for rule in declared_rules(schema)}
    if code in declared:
        return declared[code]
    if code is not None:
        raise UsageError(f"{word} is a family; newsfacts rules {word} lists its rules")
    raise unknown_rule(word, schema.checks)


def explanation(rule: Rule) -> Iterator[str]:
    """The lines of the explanation: the docstring's sections, options, and examples."""
    from newsfacts.rules.rule import GroundingRule

    sections = dict(rule.sections())
    default = "on by default" if rule.default else "off by default"
    if isinstance(rule, GroundingRule):
        default = "reported by newsfacts ground"
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
    for heading, examples in (("This is found", rule.INVALID), ("This is not", rule.VALID)):
        if examples:
            yield ""
            yield heading
        for number, example in enumerate(examples):
            if number:
                yield ""
            yield from shown(example)


def shown(example: Example) -> Iterator[str]:
    """An example, the files next to it, and the message."""
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
