"""How long `newsfacts check one.facts` takes as a whole process, next to a Python that does nothing.

    python benchmarks/start.py [--runs N] [FILE]

Prints the median of the time on the clock and of the processor time (which other programs disturb less), and how many
modules each has imported. Bytecode is kept in a temporary folder, as that of an installed package is.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _command_line import parser_of, positive_number, text_file

import newsfacts

STORY = "[[Weiss]{.source} [said]{.cue} that [12 people]{.count value=13} had died]{.attribution}.\n"
COUNTING = "import atexit, sys; atexit.register(lambda: print(len(sys.modules), file=sys.stderr)); "


def run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds on the clock and of the processor that one process takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument(
        "--runs", type=positive_number, default=15, help="how often each command is started (default: %(default)s)"
    )
    parser.add_argument("file", nargs="?", type=text_file, help="a file to check instead of a single sentence")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder, "one.facts")
        one.write_text(arguments.file.read_text(encoding="utf-8") if arguments.file else STORY, encoding="utf-8")
        source = str(Path(newsfacts.__file__).parent.parent)
        environment = {**os.environ, "PYTHONPATH": source, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        check = f"sys.argv = ['newsfacts', 'check', {str(one)!r}]; from newsfacts.cli import main; sys.exit(main())"
        commands = {
            "python": "pass",
            "import attrs, dateutil, yaml": "import attrs, dateutil.parser, yaml",
            "import newsfacts": "import newsfacts",
            "newsfacts --version": "sys.argv = ['newsfacts', '--version']; from newsfacts.cli import main; main()",
            "newsfacts check one.facts": check,
        }
        print(f"{'':32} {'seconds':>8} {'processor':>10} {'modules':>8}")
        for name, script in commands.items():
            command = [sys.executable, "-c", COUNTING + script]
            done = subprocess.run(
                command, env=environment, capture_output=True, text=True, check=False
            )  # writes bytecode
            runs = [run(command, environment) for _ in range(arguments.runs)]
            clock, processor = (statistics.median(times) for times in zip(*runs, strict=True))
            print(f"{name:32} {clock:8.3f} {processor:10.3f} {done.stderr.split()[-1]:>8}")


if __name__ == "__main__":
    main()
