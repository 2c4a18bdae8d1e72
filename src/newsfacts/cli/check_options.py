"""The options of `newsfacts check`, and the configuration that they make with that of the project."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.checking.configuration import Configuration

__all__ = ["add_arguments", "check_usage", "configuration_of", "jobs_for"]

LEVELS = ("error", "warning", "info")

AUTO = "auto"

FILES_PER_JOB = 200
"""With `--jobs auto`, how many files another process is started for: checking them takes longer than starting it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "newsfacts check [options] PATH ..."
    parser.epilog = (
        "RULES are codes (N02), names (lost-hedge), families (N) or ALL, with commas between. "
        "What is not given here comes from [tool.newsfacts] in pyproject.toml, or from newsfacts.toml."
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, and folders to walk; - reads standard input")
    for add in (rule_options, output_options, status_options, fixing_options, reading_options):
        add(parser)


def rule_options(parser: argparse.ArgumentParser) -> None:
    """Which rules run, and how."""
    rules = parser.add_argument_group("rules")
    rules.add_argument("--select", metavar="RULES", action="append", default=[], help="run these rules only")
    rules.add_argument("--extend-select", metavar="RULES", action="append", default=[], help="run these rules too")
    rules.add_argument("--ignore", metavar="RULES", action="append", default=[], help="do not run these rules")
    rules.add_argument(
        "--severity", metavar="RULE=LEVEL", action="append", default=[], help="give a rule or family another severity"
    )
    rules.add_argument("--profile", metavar="NAME", help="a named set of rules (newsfacts profiles lists them)")
    rules.add_argument(
        "--policy", metavar="NAME", help="how numbers are understood: strict, news, lenient, or a YAML file"
    )
    rules.add_argument("--config", metavar="FILE", help="read the configuration from this file")
    rules.add_argument("--no-config", action="store_true", help="read no configuration")


def output_options(parser: argparse.ArgumentParser) -> None:
    """What is reported, where and how."""
    output = parser.add_argument_group("output")
    output.add_argument(
        "--format", "--output-format", dest="output_format", metavar="FORMAT", default="text",
        help="text, concise, json, jsonl, github, gitlab, sarif, junit or html (default: text)",
    )  # fmt: skip
    output.add_argument("--output", "-o", metavar="FILE", help="write the report to this file")
    output.add_argument("--force", action="store_true", help="write it even over a document")
    output.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    output.add_argument(
        "--color", action=argparse.BooleanOptionalAction, default=None, help="whether the text has colours"
    )


def status_options(parser: argparse.ArgumentParser) -> None:
    """What makes the check fail."""
    status = parser.add_argument_group("exit status")
    status.add_argument(
        "--fail-on", metavar="LEVEL", choices=LEVELS, help="the least severity that counts: error, warning or info"
    )
    status.add_argument("--exit-zero", action="store_true", help="exit with 0 even where something is found")
    status.add_argument("--baseline", metavar="FILE", help="leave out the findings that this file knows")
    status.add_argument(
        "--write-baseline", action="store_true", help="write all findings to the baseline, and exit with 0"
    )


def fixing_options(parser: argparse.ArgumentParser) -> None:
    """What is fixed."""
    fixing = parser.add_argument_group("fixing")
    fixing.add_argument("--fix", action="store_true", help="apply the fixes that are safe")
    fixing.add_argument(
        "--unsafe", action="store_true", help="with --fix or --diff: also those that a person should read"
    )
    fixing.add_argument("--diff", action="store_true", help="show what the fixes would change, and change nothing")


def reading_options(parser: argparse.ArgumentParser) -> None:
    """What is read, and how."""
    reading = parser.add_argument_group("reading")
    reading.add_argument(
        "--format-in", metavar="FORMAT", help="the format of the files, where their endings do not say"
    )
    reading.add_argument(
        "--mapping",
        metavar="NAME|FILE",
        help="what labels in the files of other tools mean: a mapping, or the name of one",
    )
    reading.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="what to call standard input")
    reading.add_argument(
        "--jobs",
        "-j",
        metavar="N",
        type=number_of_jobs,
        default=1,
        help="how many processes to use; 0 for one per processor, auto for as many as the number of files is worth",
    )
    reading.add_argument(
        "--resume",
        metavar="STATE",
        help="keep the results so far in this file; after an interruption, go on from there (with --engine spark, a folder)",
    )
    reading.add_argument(
        "--engine",
        choices=("local", "spark"),
        default="local",
        help="where the files are checked: on this machine, or by Spark, which needs newsfacts[spark] (default: local)",
    )
    reading.add_argument(
        "--master",
        metavar="URL",
        help="with --engine spark, the cluster: spark://host:7077, yarn, ... (default: local[*])",
    )
    reading.add_argument(
        "--force-exclude",
        action="store_true",
        help="pass over excluded files even where they are named, for pre-commit",
    )
    reading.add_argument("--watch", action="store_true", help="check again whenever a file changes")


def number_of_jobs(word: str) -> int | str:
    """What `--jobs` was given. argparse turns a ValueError into a message."""
    return AUTO if word == AUTO else int(word)


def jobs_for(wanted: int | str, files: int) -> int:
    """How many processes to use for so many files."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if wanted == AUTO:
        return max(1, min(processors, files // FILES_PER_JOB))
    return int(wanted) or processors


def check_usage(arguments: argparse.Namespace) -> None:
    """Raise `UsageError` for options that do not go together."""
    stdin = "-" in arguments.paths
    for wrong, message in (
        ("" in arguments.paths, "an empty path names no file"),
        (stdin and len(arguments.paths) > 1, "standard input (-) is checked alone"),
        (
            stdin and (arguments.fix or arguments.diff or arguments.watch),
            "standard input can be neither fixed nor watched",
        ),
        (
            arguments.resume is not None and (stdin or arguments.fix or arguments.diff or arguments.watch),
            "--resume is for a check of files that changes none: without --fix, --diff, --watch and standard input",
        ),
        (
            arguments.resume
            and any(names_the_same(arguments.resume, other) for other in (arguments.output, arguments.baseline)),
            "--resume names a file of its own, not the one for the report or the baseline",
        ),
        (
            arguments.unsafe and not (arguments.fix or arguments.diff),
            "--unsafe says which fixes --fix or --diff takes; give one of them",
        ),
        (arguments.master is not None and arguments.engine != "spark", "--master is for --engine spark"),
        (
            arguments.engine == "spark" and (stdin or arguments.fix or arguments.diff or arguments.watch),
            "--engine spark is for a check of files that changes none: without --fix, --diff, --watch and standard input",
        ),
        (arguments.jobs != AUTO and arguments.jobs < 0, "--jobs is a number of processes, or 0 for one per processor"),
        (arguments.config and arguments.no_config, "--config and --no-config contradict each other"),
    ):
        if wrong:
            raise UsageError(message)


def names_the_same(path: str, other: str | None) -> bool:
    """Whether two paths lead to one file."""
    return other is not None and os.path.realpath(path) == os.path.realpath(other)


def configuration_of(arguments: argparse.Namespace) -> Configuration:
    """The configuration of the project, with what the command line says instead or in addition."""
    import attrs

    from newsfacts.checking.configuration import Configuration
    from newsfacts.checking.files import common_folder
    from newsfacts.findings import Severity

    if arguments.no_config:
        configuration = Configuration()
    elif arguments.config:
        configuration = Configuration.read(arguments.config)
    else:
        configuration = Configuration.discover(Path() if arguments.paths == ["-"] else common_folder(arguments.paths))
    severities = dict(configuration.severity)
    for setting in arguments.severity:
        code, _, level = setting.partition("=")
        if level not in LEVELS:
            raise UsageError(
                f"--severity is RULE=LEVEL with error, warning or info, such as N02=warning, not {setting!r}"
            )
        severities[code] = Severity(level)
    policy = arguments.policy
    if policy and policy.endswith((".yaml", ".yml")):
        policy = os.path.abspath(policy)
    mapping = getattr(arguments, "mapping", None)  # `view` and `ground` take the options of rules alone
    if mapping and mapping.endswith((".yaml", ".yml")):
        mapping = os.path.abspath(mapping)
    return attrs.evolve(
        configuration,
        profile=arguments.profile or configuration.profile,
        policy=policy or configuration.policy,
        mapping=mapping or configuration.mapping,
        select=words(arguments.select) or configuration.select,
        extend_select=configuration.extend_select + words(arguments.extend_select),
        ignore=configuration.ignore + words(arguments.ignore),
        severity=severities,
        fail_on=Severity(arguments.fail_on) if arguments.fail_on else configuration.fail_on,
    )


def words(given: Sequence[str]) -> tuple[str, ...]:
    """Codes and names that were given with commas between, in one option or several. Raises `UsageError` for an empty one."""
    found = tuple(word for option in given for word in option.replace(",", " ").split())
    if given and not found:
        raise UsageError("an empty code names no rule")
    return found
