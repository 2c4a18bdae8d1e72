"""Writes man/newsfacts.1, the manual page, from the parser of the command line. The wheel installs it.

python scripts/man_page.py            writes the page
python scripts/man_page.py --check    says whether it is fresh
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsfacts import __version__
from newsfacts.cli import COMMANDS, parser

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "man" / "newsfacts.1"

SUMMARY = "check the facts in annotated news texts, and texts against their sources"
FILES = (
    (
        "newsfacts.toml, pyproject.toml",
        "The configuration of a project: the nearest file at or above the files that are checked.",
    ),
    ("*.facts, *.facts.yaml, *.facts.json, *.facts.jsonl", "Annotated texts."),
    (
        "*.factbook.yaml, *.schema.yaml",
        "Entities, measures and events that texts share, and kinds of facts that a project declares.",
    ),
)
STATUSES = (
    ("0", "Nothing is found at or above the threshold."),
    ("1", "Something is."),
    ("2", "Wrong usage, or a file that cannot be read."),
    ("3", "An error in newsfacts itself."),
)


def roff(text: str) -> str:
    """Words for roff: white space as one space, and nothing that it would take for a request."""
    text = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    text = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in text)
    return f"\\&{text}" if text[:1] in (".", "'") else text


def bold(text: str) -> str:
    return f"\\fB{roff(text)}\\fR"


def italic(text: str) -> str:
    return f"\\fI{roff(text)}\\fR"


def helped(action: argparse.Action) -> str:
    """The help of an argument, with the values that argparse puts in."""
    return roff((action.help or "") % {**vars(action), "prog": "newsfacts"})


def value_of(action: argparse.Action) -> str:
    """What an option takes, or the name of an argument."""
    if action.nargs == 0:
        return ""
    if isinstance(action.metavar, str):
        return italic(action.metavar)
    if action.choices is not None:
        return roff("{" + ",".join(map(str, action.choices)) + "}")
    return italic(action.dest.upper())


def argument(action: argparse.Action) -> str:
    """An argument of the synopsis."""
    name = value_of(action)
    return {"+": f"{name} ...", "*": f"[{name} ...]", "?": f"[{name}]"}.get(str(action.nargs), name)


def shown(actions: Sequence[argparse.Action]) -> list[argparse.Action]:
    return [action for action in actions if action.help != argparse.SUPPRESS]


def listed(actions: Sequence[argparse.Action]) -> Iterator[str]:
    """Arguments and options, each with its help."""
    for action in shown(actions):
        value = value_of(action)
        if action.option_strings:
            names = ", ".join(map(bold, action.option_strings))
            yield f".TP\n{names} {value}".rstrip()
        else:
            yield f".TP\n{value}"
        yield helped(action)


def command_lines(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    """The part about a command."""
    actions = shown(command._actions)
    arguments = [argument(action) for action in actions if not action.option_strings]
    yield f".SS newsfacts {name}"
    yield " ".join([bold(f"newsfacts {name}"), "[options]", *arguments])
    yield ".PP"
    yield roff(command.description or "")
    yield from listed([action for action in actions if "--help" not in action.option_strings])
    if command.epilog:
        yield ".PP"
        yield roff(command.epilog)


def page() -> str:
    """The whole page."""
    whole = parser()
    [commands] = [action for action in whole._actions if isinstance(action, argparse._SubParsersAction)]
    lines = [
        '.\\" Made by scripts/man_page.py from the parser of the command line.',
        f'.TH NEWSFACTS 1 "" "newsfacts {__version__}" "User Commands"',
        ".SH NAME", f"newsfacts \\- {roff(SUMMARY)}",
        ".SH SYNOPSIS", f"{bold('newsfacts')} {italic('COMMAND')} [options] [{italic('ARGUMENT')} ...]",
        ".br", f"{bold('newsfacts')} {italic('COMMAND')} {bold('--help')}",
        ".SH DESCRIPTION", roff(whole.description or ""),
        ".SH OPTIONS", *listed([action for action in whole._actions if action is not commands]),
        ".SH COMMANDS",
    ]  # fmt: skip
    for name in COMMANDS:
        lines += command_lines(name, commands.choices[name])
    lines.append(".SH EXIT STATUS")
    lines += [f".TP\n{bold(status)}\n{roff(words)}" for status, words in STATUSES]
    lines.append(".SH FILES")
    lines += [f".TP\n{italic(name)}\n{roff(words)}" for name, words in FILES]
    lines += [
        ".SH EXAMPLES", ".EX", *map(roff, (
            "newsfacts view story.facts -o story.html",
            "newsfacts check articles/",
            "newsfacts ground answer.md --source sources/",
            "newsfacts explain N02",
        )), ".EE",
    ]  # fmt: skip
    return "\n".join(line for line in lines if line) + "\n"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="write nothing; exit with 1 where the page is not fresh")
    text = page()
    if options.parse_args().check:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
            print("man/newsfacts.1 is not fresh: run python scripts/man_page.py", file=sys.stderr)
            return 1
        return 0
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
