"""`newsfacts check PATHS...`: report what is inconsistent."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newsfacts.cli import EXIT_FAILED, EXIT_FINDINGS, EXIT_OK, EXIT_USAGE
from newsfacts.cli.check_options import add_arguments, check_usage, configuration_of, jobs_for
from newsfacts.cli.output import check_target, say, use_color, warn
from newsfacts.errors import UsageError

if TYPE_CHECKING:
    from newsfacts.checking.baseline import Baseline
    from newsfacts.checking.configuration import Configuration
    from newsfacts.checking.found_paths import FoundPaths
    from newsfacts.checking.run_state import RunState
    from newsfacts.reports.run import FileResult, Summary
    from newsfacts.view.collecting import ArticleReader

__all__ = ["add_arguments", "run"]


def run(arguments: argparse.Namespace) -> int:
    check_usage(arguments)
    if arguments.watch:
        from newsfacts.cli.watching import watch

        return watch(lambda: files_to_check(arguments, configuration_of(arguments)), lambda: run_once(arguments))
    return run_once(arguments)


def run_once(arguments: argparse.Namespace) -> int:
    """One run over all files: check, report, and say how it went."""
    from newsfacts.reports import Run, Summary, get_report

    render = get_report(arguments.output_format)
    configuration = configuration_of(arguments)
    summary = Summary()
    stdin = arguments.paths == ["-"]
    files: Sequence[str] = () if stdin else files_to_check(arguments, configuration)
    if not files and not stdin:
        return nothing_to_check(arguments)
    path = arguments.baseline or configured_baseline(configuration)
    for target in (arguments.output, path if arguments.write_baseline else None):
        if target is not None:
            check_target(target, force=arguments.force, checked=files)
    text = stdin_text() if stdin else ""
    # What is wrong with the configuration is said before anything is fixed; files are read after that.
    results = results_of_stdin(text, arguments, configuration) if stdin else results_of(files, arguments, configuration)
    diff = fix(files, arguments, configuration, summary)
    if arguments.write_baseline:
        return write_known(results, path, summary)
    color = use_color(sys.stdout, arguments.color if arguments.output is None else bool(arguments.color))
    report = Run(
        files=counted(results, summary, known_findings(path), debug=arguments.debug),
        summary=summary,
        color=color,
        width=terminal_width(arguments),
        statistics=arguments.statistics,
        diff=diff,
    )
    if arguments.output_format == "html":
        report.articles = article_reader(arguments, configuration, text if stdin else None)
        report.policy = configuration.value_policy()
    write_report(render(report), arguments.output)
    if arguments.output_format != "text":
        for reason in summary.refused:
            warn(f"newsfacts: not fixed: {reason}")
    return exit_status(summary, configuration, exit_zero=arguments.exit_zero)


# -- Files -------------------------------------------------------------------------------------------------------------


def files_to_check(arguments: argparse.Namespace, configuration: Configuration) -> FoundPaths:
    """Every file of the paths, once."""
    from newsfacts.checking.find_files import find_files
    from newsfacts.checking.found_paths import FoundPaths

    found = find_files(
        arguments.paths,
        exclude=configuration.exclude,
        root=configuration.root,
        exclude_named=arguments.force_exclude,
    )
    return FoundPaths(file.path for file in found)


def nothing_to_check(arguments: argparse.Namespace) -> int:
    """No files are an error, except where a hook has named only files that are excluded."""
    named = ", ".join(arguments.paths)
    if arguments.force_exclude and all(os.path.isfile(path) for path in arguments.paths):
        warn(f"newsfacts: nothing was checked: the configuration excludes {named}")
        return EXIT_OK
    raise UsageError(f"no documents found in {named}")


def fix(files: Sequence[str], arguments: argparse.Namespace, configuration: Configuration, summary: Summary) -> str:
    """Fix the files where that is wanted; what would change where it is only to be shown."""
    if not files or not (arguments.fix or arguments.diff):
        return ""
    from newsfacts.checking.one_file import FileChecker
    from newsfacts.cli.fixing import fix_all

    checker = FileChecker.of(configuration, arguments.format_in)
    done = fix_all(files, checker, unsafe=arguments.unsafe, only_show=arguments.diff)
    summary.fixed += done.fixed
    summary.refused += done.refused
    return done.diff


# -- Results -----------------------------------------------------------------------------------------------------------


def stdin_text() -> str:
    """What standard input has."""
    from newsfacts.cli.standard_input import read_stdin

    return read_stdin()


def article_reader(arguments: argparse.Namespace, configuration: Configuration, text: str | None) -> ArticleReader:
    """What reads the files again for a page with their texts; `text` is that of standard input."""
    from newsfacts.view.collecting import ArticleReader

    path = arguments.stdin_filename if text is not None else None
    return ArticleReader.of(configuration, arguments.format_in, path=path, text=text or "")


def results_of_stdin(text: str, arguments: argparse.Namespace, configuration: Configuration) -> Iterator[FileResult]:
    """The result of standard input."""
    from newsfacts.checking.files import refuse_unknown_rules
    from newsfacts.checking.one_file import FileChecker

    checker = FileChecker.of(configuration, arguments.format_in)
    refuse_unknown_rules(checker.plan)
    return iter([checker.check_text(text, arguments.stdin_filename)])


def results_of(
    files: Sequence[str], arguments: argparse.Namespace, configuration: Configuration
) -> Iterator[FileResult]:
    """The result of every file, when it is there."""
    from newsfacts.checking.files import check_files
    from newsfacts.cli.progress import with_progress

    if arguments.engine == "spark":
        return results_of_spark(files, arguments, configuration)
    jobs = jobs_for(arguments.jobs, len(files))
    if arguments.resume is None:
        results = check_files(files, configuration, format=arguments.format_in, jobs=jobs)
    else:
        from newsfacts.checking.run_state import RunState

        state = RunState(arguments.resume)
        results = check_files(files, configuration, format=arguments.format_in, jobs=jobs, resume=state)
        warn_of_resumed(state, len(files))
    return with_progress(results, len(files), sys.stderr)


def results_of_spark(
    files: Sequence[str], arguments: argparse.Namespace, configuration: Configuration
) -> Iterator[FileResult]:
    """The same from a cluster, which is left when all results are there."""
    from newsfacts.spark.engine import check_files
    from newsfacts.spark.session import DEFAULT_MASTER, session

    with session(arguments.master or DEFAULT_MASTER) as spark:
        yield from check_files(spark, files, configuration, format=arguments.format_in, resume=arguments.resume)


def warn_of_resumed(state: RunState, total: int) -> None:
    """Say how much of an earlier run is used again, where there was one."""
    if state.found or state.changed:
        changed = f"; {state.changed:,} others have changed since then" if state.changed else ""
        warn(f"newsfacts: {state.path} has the results of {state.found:,} of {total:,} files{changed}")


def counted(
    results: Iterable[FileResult], summary: Summary, baseline: Baseline | None, *, debug: bool
) -> Iterator[FileResult]:
    """Leave out what the baseline knows, and count what is reported."""
    import attrs

    for file in results:
        if debug and file.failure is not None:
            warn(file.failure)
        if baseline is not None:
            split = baseline.split(file.findings)
            file = attrs.evolve(file, result=attrs.evolve(file.result, findings=split.new), known=split.known)  # noqa: PLW2901
        summary.add(file)
        yield file
    if baseline is not None:
        summary.outdated = baseline.unused


def exit_status(summary: Summary, configuration: Configuration, *, exit_zero: bool) -> int:
    """3 where newsfacts failed, 2 where a file could not be read, 1 where something is at or above the threshold, else 0."""
    if summary.failed:
        return EXIT_FAILED
    if summary.unreadable:
        return EXIT_USAGE
    worst = summary.worst
    if exit_zero or worst is None or worst.rank < configuration.fail_on.rank:
        return EXIT_OK
    return EXIT_FINDINGS


# -- Baseline ----------------------------------------------------------------------------------------------------------


def configured_baseline(configuration: Configuration) -> str | None:
    """The baseline that the configuration names; it need not exist before it is written."""
    if configuration.baseline is None:
        return None
    return os.path.join(configuration.root or "", configuration.baseline)


def known_findings(path: str | None) -> Baseline | None:
    """The findings of the baseline, if there is one."""
    if path is None:
        return None
    from newsfacts.checking.baseline import read_baseline

    return read_baseline(path)


def write_known(results: Iterable[FileResult], path: str | None, summary: Summary) -> int:
    """Write all findings to the baseline, except that a file cannot be read: that is never known."""
    from newsfacts.checking.baseline import write_baseline
    from newsfacts.findings import ReaderCode
    from newsfacts.reports.run import plural

    if path is None:
        raise UsageError("name the baseline to write with --baseline FILE")
    findings = []
    for file in results:
        summary.add(file)
        for finding in file.findings:
            if finding.code == ReaderCode.UNREADABLE_FILE:
                warn(str(finding))
            else:
                findings.append(finding)
    write_baseline(path, findings)
    say(f"Wrote {plural(len(findings), 'finding')} to {path}.")
    return EXIT_FAILED if summary.failed else EXIT_USAGE if summary.unreadable else EXIT_OK


# -- Output ------------------------------------------------------------------------------------------------------------


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
