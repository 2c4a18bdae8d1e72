"""`newsfacts rules`: the table of rules."""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_OK
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.rules import Rule

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "newsfacts explain CODE says more about a rule. A rule with * runs by default."
    parser.add_argument("codes", metavar="CODE", nargs="*", help="codes, families or names to list; all without any")
    parser.add_argument("--profile", metavar="NAME", help="only the rules that run in this profile")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.checking.configuration import Configuration, check_selectors, matches
    from newsfacts.rules import FAMILIES, all_rules

    by_name = {rule.name: rule.code for rule in all_rules().values()}
    codes = [by_name.get(code) or code.upper() for code in arguments.codes]
    check_selectors(codes)
    running = all_rules().values() if arguments.profile is None else Configuration(profile=arguments.profile).rules()
    rules = [rule for rule in running if not codes or matches(rule.code, codes)]
    if codes and not any(matches(code, codes) for code in all_rules()):
        raise UsageError(f"no rule has the code {codes[0]!r}")
    if arguments.json:
        rows = [
            {
                "code": rule.code,
                "name": rule.name,
                "family": FAMILIES[rule.family()][0],
                "severity": rule.severity.value,
                "default": rule.default,
                "profiles": list(rule.profiles),
                "fix": None if rule.fix_class is None else rule.fix_class.value,
                "summary": rule.sections()[""],
                "options": {name: {"default": o.default, "doc": o.doc} for name, o in rule.OPTIONS.items()},
            }
            for rule in rules
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
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
            print(f"{family}  {folder}: {about}")
        mark = "*" if rule.default else " "
        print(f"  {rule.code:<4}{mark} {rule.name:<{width}} {rule.severity:<8}{summary(rule)}".rstrip())


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
    Console().print(table)


def summary(rule: Rule) -> str:
    """The first paragraph of a rule's documentation in one line, and what its fixes are."""
    fix = "" if rule.fix_class is None else f" (fix: {rule.fix_class})"
    return " ".join(rule.sections()[""].split()) + fix
