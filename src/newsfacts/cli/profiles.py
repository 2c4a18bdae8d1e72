"""`newsfacts profiles`: the named sets of rules."""

from __future__ import annotations

import argparse

from newsfacts.cli import EXIT_OK
from newsfacts.cli.output import say, say_json

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = 'newsfacts check --profile NAME uses one; so does profile = "NAME" in the configuration.'
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.checking.configuration import Configuration
    from newsfacts.rules.profiles import PROFILES

    default = {rule.code for rule in Configuration().rules()}
    rows = []
    for name, profile in PROFILES.items():
        codes = [rule.code for rule in Configuration(profile=name).rules()]
        rows.append({
            "name": name,
            "doc": profile.doc,
            "policy": profile.policy,
            "rules": codes,
            "added": [code for code in codes if code not in default],
            "removed": sorted(default.difference(codes)),
        })  # fmt: skip
    if arguments.json:
        say_json(rows)
        return EXIT_OK
    width = max(len(name) for name in PROFILES)
    for row in rows:
        say(f"{row['name']:<{width}}  {row['doc']}")
        say(f"{'':<{width}}  {len(row['rules'])} rules; numbers are read as {row['policy']}")
        for sign, key in (("+", "added"), ("-", "removed")):
            if row[key]:
                say(f"{'':<{width}}  {sign} {' '.join(row[key])}")
    return EXIT_OK
