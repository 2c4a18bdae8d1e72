"""`newsfacts check PATHS...`: say what does not hold together."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsfacts.cli import EXIT_FINDINGS, EXIT_OK, EXIT_USAGE
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.checking.baseline import Baseline
    from newsfacts.checking.configuration import Configuration
    from newsfacts.checking.find_files import FoundFile
    from newsfacts.findings import Severity
    from newsfacts.reports.run import FileResult, Summary

__all__ = ["add_arguments", "run"]

LEVELS = ("error", "warning", "info")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.usage = "newsfacts check [options] PATH ..."
    parser.epilog = (
        "CODES are codes of rules (N02), families (N) or ALL, with commas between. "
        "What is not given here comes from [tool.newsfacts] in pyproject.toml, or from newsfacts.toml."
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, and folders to walk; - reads standard input")
    rules = parser.add_argument_group("rules")
    rules.add_argument("--select", metavar="CODES", action="append", default=[], help="run these rules only")
    rules.add_argument("--extend-select", metavar="CODES", action="append", default=[], help="run these rules too")
    rules.add_argument("--ignore", metavar="CODES", action="append", default=[], help="do not run these rules")
    rules.add_argument(
        "--severity", metavar="CODE=LEVEL", action="append", default=[], help="give a rule or family another severity"
    )
    rules.add_argument("--profile", metavar="NAME", help="a named set of rules (newsfacts profiles lists them)")
    rules.add_argument("--policy", metavar="NAME", help="how numbers are taken: strict, news, lenient, or a YAML file")
    rules.add_argument("--config", metavar="FILE", help="read the configuration from this file")
    rules.add_argument("--no-config", action="store_true", help="read no configuration")
    output = parser.add_argument_group("output")
    output.add_argument(
        "--format", "--output-format", dest="output_format", metavar="FORMAT", default="text",
        help="text, concise, json, jsonl, github, gitlab, sarif or junit (default: text)",
    )  # fmt: skip
    output.add_argument("--output", "-o", metavar="FILE", help="write the report to this file")
    output.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    output.add_argument(
        "--color", action=argparse.BooleanOptionalAction, default=None, help="whether the text has colours"
    )
    status = parser.add_argument_group("exit status")
    status.add_argument(
        "--fail-on", metavar="LEVEL", choices=LEVELS, help="the least severity that counts: error, warning or info"
    )
    status.add_argument("--exit-zero", action="store_true", help="exit with 0 even where something is found")
    status.add_argument("--baseline", metavar="FILE", help="leave out the findings that this file knows")
    status.add_argument(
        "--write-baseline", action="store_true", help="write all findings to the baseline, and exit with 0"
    )
    fixing = parser.add_argument_group("fixing")
    fixing.add_argument("--fix", action="store_true", help="apply the fixes that are safe")
    fixing.add_argument(
        "--unsafe", action="store_true", help="with --fix or --diff: also those that a person should read"
    )
    fixing.add_argument("--diff", action="store_true", help="show what the fixes would change, and change nothing")
    reading = parser.add_argument_group("reading")
    reading.add_argument(
        "--format-in", metavar="FORMAT", help="the format of the files, where their endings do not say"
    )
    reading.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="what to call standard input")
    reading.add_argument(
        "--jobs", "-j", metavar="N", type=int, default=1, help="how many processes to use; 0 for one per processor"
    )
    reading.add_argument("--watch", action="store_true", help="check again whenever a file changes")


def run(arguments: argparse.Namespace) -> int:
    check_usage(arguments)
    if arguments.watch:
        from newsfacts.cli.watching import watch

        return watch(lambda: files_to_check(arguments, configuration_of(arguments)), lambda: run_once(arguments))
    return run_once(arguments)


def check_usage(arguments: argparse.Namespace) -> None:
    """Raise `UsageError` for options that do not go together."""
    stdin = "-" in arguments.paths
    if "" in arguments.paths:
        raise UsageError("an empty path names no file")
    if stdin and len(arguments.paths) > 1:
        raise UsageError("standard input (-) is checked alone")
    if stdin and (arguments.fix or arguments.watch):
        raise UsageError("standard input can be neither fixed nor watched")
    if arguments.unsafe and not (arguments.fix or arguments.diff):
        raise UsageError("--unsafe says which fixes --fix or --diff takes; give one of them")
    if arguments.jobs < 0:
        raise UsageError("--jobs is a number of processes, or 0 for one per processor")
    if arguments.config and arguments.no_config:
        raise UsageError("--config and --no-config contradict each other")


def run_once(arguments: argparse.Namespace) -> int:
    """One run over all files: check, report, and say how it went."""
    from newsfacts.checking.baseline import read_baseline, write_baseline
    from newsfacts.findings import ReaderCode
    from newsfacts.reports import Run, Summary, get_report
    from newsfacts.reports.run import plural

    render = get_report(arguments.output_format)
    configuration = configuration_of(arguments)
    summary = Summary()
    if arguments.paths == ["-"]:
        results = iter([result_of_stdin(arguments, configuration)])
        diff = ""
    else:
        files = files_to_check(arguments, configuration)
        if not files:
            raise UsageError(f"no documents found in {', '.join(arguments.paths)}")
        diff = fix(files, arguments, configuration, summary)
        results = results_of(files, arguments, configuration)
    baseline_path = arguments.baseline or configured_baseline(configuration)
    if arguments.write_baseline:
        if baseline_path is None:
            raise UsageError("say with --baseline FILE where to write the baseline")
        findings = [
            finding for file in results for finding in file.findings if finding.code != ReaderCode.UNREADABLE_FILE
        ]
        write_baseline(baseline_path, findings)
        print(f"Wrote {plural(len(findings), 'finding')} to {baseline_path}.")
        return EXIT_OK
    baseline = read_baseline(baseline_path) if baseline_path is not None else None
    report = Run(
        files=counted(results, summary, baseline),
        summary=summary,
        color=use_color(arguments),
        width=terminal_width(arguments),
        statistics=arguments.statistics,
        diff=diff,
    )
    write_report(render(report), arguments.output)
    if arguments.output_format != "text":
        for reason in summary.refused:
            print(f"newsfacts: not fixed: {reason}", file=sys.stderr)
    return exit_status(summary, arguments, configuration.fail_on)


def result_of_stdin(arguments: argparse.Namespace, configuration: Configuration) -> FileResult:
    """The result of standard input."""
    from newsfacts.cli.checking import FileChecker
    from newsfacts.cli.reading import read_stdin

    return FileChecker.of(configuration, arguments.format_in).check_text(read_stdin(), arguments.stdin_filename)


def fix(
    files: Sequence[FoundFile], arguments: argparse.Namespace, configuration: Configuration, summary: Summary
) -> str:
    """Fix the files where that is wanted; what would change where it is only to be shown."""
    if not (arguments.fix or arguments.diff):
        return ""
    from newsfacts.cli.checking import FileChecker
    from newsfacts.cli.fixing import fix_all

    checker = FileChecker.of(configuration, arguments.format_in)
    done = fix_all(files, checker, unsafe=arguments.unsafe, only_show=arguments.diff)
    summary.fixed += done.fixed
    summary.refused += done.refused
    return done.diff


def results_of(
    files: Sequence[FoundFile], arguments: argparse.Namespace, configuration: Configuration
) -> Iterator[FileResult]:
    """The result of every file, when it is there."""
    from newsfacts.cli.checking import check_all
    from newsfacts.cli.progress import with_progress

    jobs = arguments.jobs or os.cpu_count() or 1
    results = check_all(files, configuration, format=arguments.format_in, jobs=jobs)
    return with_progress(results, len(files), sys.stderr)


def files_to_check(arguments: argparse.Namespace, configuration: Configuration) -> list[FoundFile]:
    """Every file of the paths, once."""
    from newsfacts.checking.find_files import find_files

    return list(find_files(arguments.paths, exclude=configuration.exclude, root=configuration.root))


def counted(results: Iterable[FileResult], summary: Summary, baseline: Baseline | None) -> Iterator[FileResult]:
    """Leave out what the baseline knows, and count what is reported."""
    import attrs

    for file in results:
        if baseline is not None:
            new, known = baseline.split(file.findings)
            file = attrs.evolve(file, result=attrs.evolve(file.result, findings=tuple(new)), known=tuple(known))  # noqa: PLW2901
        summary.add(file)
        yield file
    if baseline is not None:
        summary.outdated = baseline.unused


def exit_status(summary: Summary, arguments: argparse.Namespace, configured: Severity) -> int:
    """0 where nothing is at or above the threshold, 1 where something is, 2 where a file could not be read."""
    from newsfacts.findings import Severity

    if summary.unreadable:
        return EXIT_USAGE
    threshold = Severity(arguments.fail_on) if arguments.fail_on else configured
    worst = summary.worst
    failed = worst is not None and worst.rank >= threshold.rank
    return EXIT_FINDINGS if failed and not arguments.exit_zero else EXIT_OK


# -- Configuration -----------------------------------------------------------------------------------------------------


def configuration_of(arguments: argparse.Namespace) -> Configuration:
    """The project's configuration, and over it what the command line says."""
    import attrs

    from newsfacts.checking.configuration import Configuration, check_selectors, discover, read_configuration
    from newsfacts.findings import Severity

    if arguments.no_config:
        configuration = Configuration()
    elif arguments.config:
        configuration = read_configuration(Path(arguments.config))
    else:
        configuration = discover(common_folder(arguments.paths))
    changes: dict[str, Any] = {}
    if arguments.profile:
        changes["profile"] = arguments.profile
    if arguments.policy:
        is_file = arguments.policy.endswith((".yaml", ".yml"))
        changes["policy"] = os.path.abspath(arguments.policy) if is_file else arguments.policy
    if select := codes(arguments.select):
        changes["select"] = select
    changes["extend_select"] = configuration.extend_select + codes(arguments.extend_select)
    changes["ignore"] = configuration.ignore + codes(arguments.ignore)
    severities = dict(configuration.severity)
    for setting in arguments.severity:
        code, _, level = setting.partition("=")
        if level not in LEVELS:
            raise UsageError(
                f"--severity is CODE=LEVEL with error, warning or info, such as N02=warning, not {setting!r}"
            )
        check_selectors([code])
        severities[code] = Severity(level)
    changes["severity"] = severities
    return attrs.evolve(configuration, **changes)


def codes(given: Sequence[str]) -> tuple[str, ...]:
    """Codes that were given with commas between, in one option or several."""
    return tuple(code for words in given for code in words.replace(",", " ").split())


def common_folder(paths: Sequence[str]) -> Path:
    """The folder in which the search for a configuration begins: the one that all paths have in common."""
    if paths == ["-"]:
        return Path()
    try:
        common = Path(os.path.commonpath([os.path.abspath(path) for path in paths]))
    except ValueError:  # on several drives
        return Path()
    return common if common.is_dir() else common.parent


def configured_baseline(configuration: Configuration) -> str | None:
    """The baseline that the configuration names; it need not exist before it is written."""
    if configuration.baseline is None:
        return None
    return os.fspath((configuration.root or Path()) / configuration.baseline)


# -- Output ------------------------------------------------------------------------------------------------------------


def use_color(arguments: argparse.Namespace) -> bool:
    """Colour where it was asked for, or where a terminal shows it and nothing speaks against it."""
    if arguments.color is not None:
        return bool(arguments.color)
    if arguments.output is not None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def terminal_width(arguments: argparse.Namespace) -> int:
    """How wide the report may be: as the terminal, at most 160 cells; 120 where there is none."""
    if arguments.output is None and sys.stdout.isatty():
        import shutil

        return max(40, min(shutil.get_terminal_size((120, 24)).columns, 160))
    return 120


def write_report(pieces: Iterator[str], path: str | None) -> None:
    """Write a report as it comes: to standard output, or whole to a file."""
    if path is not None:
        from newsfacts.files import write_atomically

        write_atomically(path, "".join(pieces))
        return
    for piece in pieces:
        sys.stdout.write(piece)
        sys.stdout.flush()
