"""`newsfacts rules`: the table of rules."""

from __future__ import annotations

import argparse
import json

from newsfacts.cli import EXIT_OK

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "newsfacts explain CODE says more about a rule. A rule with * runs by default."
    parser.add_argument("codes", metavar="CODE", nargs="*", help="codes or families to list; all without any")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.configuration import check_selectors, matches
    from newsfacts.rules import FAMILIES, all_rules

    check_selectors(arguments.codes)
    rules = [rule for rule in all_rules().values() if not arguments.codes or matches(rule.code, arguments.codes)]
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
    width = max((len(rule.name) for rule in rules), default=0)
    family = ""
    for rule in rules:
        if rule.family() != family:
            family = rule.family()
            folder, about = FAMILIES[family]
            print(f"{family}  {folder}: {about}")
        fix = "" if rule.fix_class is None else f" (fix: {rule.fix_class})"
        mark = "*" if rule.default else " "
        summary = " ".join(rule.sections()[""].split())
        print(f"  {rule.code:<4}{mark} {rule.name:<{width}} {rule.severity:<8}{summary}{fix}".rstrip())
    return EXIT_OK
