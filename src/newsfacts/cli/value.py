"""`newsfacts value PHRASE`: how a number phrase is read, and what it is taken to mean."""

from __future__ import annotations

import argparse

from newsfacts.cli import EXIT_OK
from newsfacts.cli.output import say, say_json

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = 'For example: newsfacts value "approximately 40 times"'
    parser.add_argument("phrase", metavar="PHRASE", nargs="+", help="the words; - reads standard input")
    parser.add_argument(
        "--policy", metavar="NAME", default="news", help="how numbers are taken: strict, news or lenient"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.standard_input import phrase_of
    from newsfacts.values import Policy, parse_quantity

    policy = Policy.profile(arguments.policy)
    quantity = parse_quantity(phrase_of(arguments.phrase))
    if arguments.json:
        from newsfacts.view.describing import quantity_data

        say_json(quantity_data(quantity, policy))
        return EXIT_OK
    say(str(quantity))
    say(f"  kind   {quantity.kind}")
    if quantity.unit:
        say(f"  unit   {quantity.unit}")
    say(f"  core   {quantity.core(policy).words()}: what a careful reader takes it to mean")
    for name, interval, effect in (
        ("outer", quantity.outer(policy), "is in tension with"),
        ("hard ", quantity.hard(policy), "contradicts"),
    ):
        everything = interval.low is None and interval.high is None
        beyond = f"nothing {effect} these words" if everything else f"beyond it, another number {effect} the words"
        say(f"  {name}  {interval.words()}: {beyond}")
    return EXIT_OK
