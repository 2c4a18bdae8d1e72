"""`newsfacts rules`: the table of rules."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_OK
from newsfacts.cli.output import say, say_json, use_color

if TYPE_CHECKING:
    from newsfacts.rules import Rule

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "newsfacts explain CODE says more about a rule. A rule with * runs by default."
    parser.add_argument("codes", metavar="RULE", nargs="*", help="codes, names or families to list; all without any")
    parser.add_argument("--profile", metavar="NAME", help="only the rules that run in this profile")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.checking.configuration import Configuration
    from newsfacts.checking.selectors import code_of, matches, unknown_rule
    from newsfacts.rules import FAMILIES, all_rules

    codes = []
    for word in arguments.codes:
        code = code_of(word)
        if code is None:
            raise unknown_rule(word)
        codes.append(code)
    running = all_rules().values() if arguments.profile is None else Configuration(profile=arguments.profile).rules()
    rules = [rule for rule in running if not codes or matches(rule.code, codes)]
    if arguments.json:
        rows = [
            {
                "code": rule.code,
                "name": rule.name,
                "family": FAMILIES[rule.family()][0] if rule.family() in FAMILIES else rule.family(),
                "severity": rule.severity.value,
                "default": rule.default,
                "profiles": list(rule.profiles),
                "fix": None if rule.fix_class is None else rule.fix_class.value,
                "summary": rule.sections()[""],
                "options": {name: {"default": o.default, "doc": o.doc} for name, o in rule.OPTIONS.items()},
            }
            for rule in rules
        ]
        say_json(rows)
        return EXIT_OK
    if sys.stdout.isatty() and importlib.util.find_spec("rich") is not None:
        print_table(rules)
    else:
        print_lines(rules)
    return EXIT_OK


def print_lines(rules: Sequence[Rule]) -> None:
    """A line for each rule, under its family."""
    from newsfacts.rules import FAMILIES

    width = max((len(rule.name) for rule in rules), default=0)
    family = ""
    for rule in rules:
        if rule.family() != family:
            family = rule.family()
            folder, about = FAMILIES.get(family, (family, "checks that a schema declares"))
            say(f"{family}  {folder}: {about}")
        mark = "*" if rule.default else " "
        say(f"  {rule.code:<4}{mark} {rule.name:<{width}} {rule.severity:<8}{summary(rule)}".rstrip())


def print_table(rules: Sequence[Rule]) -> None:
    """A table as wide as the terminal, with the `cli` extra."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("Code", "Name", "Severity", "What holds", box=None, pad_edge=False)
    styles = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
    for rule in rules:
        code = f"{rule.code}*" if rule.default else rule.code
        severity = str(rule.severity)
        table.add_row(code, rule.name, f"[{styles[severity]}]{severity}[/]", escape(summary(rule)))
    Console(color_system="auto" if use_color(sys.stdout) else None).print(table)


def summary(rule: Rule) -> str:
    """The first paragraph of a rule's documentation in one line, and what its fixes are."""
    fix = "" if rule.fix_class is None else f" (fix: {rule.fix_class})"
    return " ".join(rule.sections()[""].split()) + fix
