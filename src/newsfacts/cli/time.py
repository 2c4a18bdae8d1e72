"""`newsfacts time PHRASE --published DATE`: how a date phrase is read, and what it is taken to mean."""

from __future__ import annotations

import argparse
import datetime as dt

from newsfacts.cli import EXIT_OK
from newsfacts.cli.output import say, say_json
from newsfacts.errors import UsageError

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = 'For example: newsfacts time "two months ago" --published 2024-07-04'
    parser.add_argument("phrase", metavar="PHRASE", nargs="+", help="the words; - reads standard input")
    parser.add_argument("--published", metavar="DATE", help="the date against which the words are read; never today's")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    from newsfacts.cli.standard_input import phrase_of
    from newsfacts.values import parse_time
    from newsfacts.values.times.times import TimeInterval

    time = parse_time(phrase_of(arguments.phrase), published=date_of(arguments.published))
    if arguments.json:
        from newsfacts.view.describing import time_data

        say_json(time_data(time))
        return EXIT_OK
    say(str(time))
    if not time.resolved:
        how = ": give it with --published" if arguments.published is None else ""
        say(f"  the words need {getattr(time, 'needs', 'a publication date')}{how}")
    elif isinstance(time, TimeInterval):
        say(f"  EDTF   {time.edtf}")
        say(f"  from   {time.start.isoformat(sep=' ') if time.start else 'open'}")
        say(f"  up to  {time.end.isoformat(sep=' ') if time.end else 'open'}, which is no longer part of it")
        say(f"  grain  {time.grain}{', approximate' if time.approximate else ''}")
    return EXIT_OK


def date_of(words: str | None) -> dt.date | None:
    """A date, or a moment, of ISO 8601."""
    if words is None:
        return None
    try:
        return dt.date.fromisoformat(words) if len(words) <= 10 else dt.datetime.fromisoformat(words)
    except ValueError:
        raise UsageError(f"--published is a date such as 2024-07-04, not {words!r}") from None
