"""What `action.yml` runs: install newsfacts in a virtual environment of its own, check, and report where GitHub shows it.

Inputs come in environment variables and never as text of a shell script, so that none of them can run anything.
"""

from __future__ import annotations

import glob
import json
import os
import shlex
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

MAX_SUMMARY = 200_000
"""How many characters of the report go into the summary of a step, which may have 1 MiB."""

EXIT_USAGE = 2


def main(environ: Mapping[str, str]) -> int:
    action = Path(environ["GITHUB_ACTION_PATH"])
    return check(install(action, Path(environ["RUNNER_TEMP"]) / "newsfacts"), environ)


def install(action: Path, home: Path) -> str:
    """The Python of a new virtual environment with newsfacts in the tested versions; the caller's Python is not touched."""
    venv.create(home, with_pip=True)
    python = str(home / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    constraints = str(action / "constraints" / "newest.txt")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(action)],
        check=True,
        env={**os.environ, "PIP_CONSTRAINT": constraints, "PIP_BUILD_CONSTRAINT": constraints},
    )
    return python


def check(python: str, environ: Mapping[str, str]) -> int:
    """Check, write annotations and the full report to the log, the report to the summary of the step, and the outputs."""
    try:
        paths = expanded(words(environ["INPUT_PATHS"]))
        options = words(environ["INPUT_OPTIONS"])
    except ValueError as error:
        print(f"::error::newsfacts: the inputs cannot be split into words: {error}")
        return EXIT_USAGE
    command = [python, "-m", "newsfacts", "check", *options]

    def report(format: str, *more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, "--format", format, *more, "--", *paths],
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )

    data = report("json")
    try:
        counts = numbers(json.loads(data.stdout))
    except ValueError:
        return data.returncode  # wrong usage: the log says what is wrong
    print(report("github").stdout, end="")
    text = report("text", "--no-color", "--statistics").stdout
    print(f"::group::Report\n{text}::endgroup::")
    append(environ.get("GITHUB_STEP_SUMMARY"), summary(text))
    written = environ["INPUT_OUTPUT"]
    if written:
        report(environ["INPUT_FORMAT"], "--output", written)
    outputs = {**counts, "exit-status": data.returncode, "report": written}
    append(environ.get("GITHUB_OUTPUT"), "".join(f"{name}={value}\n" for name, value in outputs.items()))
    return data.returncode


def words(value: str) -> list[str]:
    """The words of an input, as a shell splits them, quotation marks included; nothing is substituted.

    Raises ValueError where a quotation mark is not closed.
    """
    return shlex.split(value, comments=False, posix=True)


def expanded(paths: Sequence[str]) -> list[str]:
    """Paths with wildcards replaced by what matches; one that matches nothing is left for newsfacts to report."""
    return [found for path in paths for found in sorted(glob.glob(path, recursive=True)) or [path]]


def summary(text: str) -> str:
    """The report as a block of Markdown that no line of it can close, cut where it is too long to be shown."""
    cut = text if len(text) <= MAX_SUMMARY else text[:MAX_SUMMARY].rpartition("\n")[0] + "\n... the log has the rest\n"
    return f"### newsfacts\n\n~~~~~~~~text\n{cut}~~~~~~~~\n"


def numbers(report: Mapping[str, Any]) -> dict[str, int]:
    """How many findings there are, by severity and in all."""
    severities = report["summary"]["severities"]
    counted = {f"{severity}s": severities.get(severity, 0) for severity in ("error", "warning")}
    return {"findings": len(report["findings"]), **counted}


def append(path: str | None, text: str) -> None:
    """Add to one of the files that GitHub reads after a step; elsewhere there is none."""
    if path:
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    sys.exit(main(os.environ))
