"""How long an editor waits for the language server: for its first answer, the first findings, and findings after a change.

python benchmarks/editor.py [FILE.facts]

Bytecode is kept in a temporary folder, as that of an installed package is. The processor time up to the first findings is
disturbed less by other programs than the time on the clock.
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
from typing import Any

from _command_line import parser_of, text_file

import newsfacts
from newsfacts.editor.protocol import encoded, read_message

SAMPLE = Path(__file__).parent.parent / "examples" / "summit" / "summit.facts"
RUNS = 5
CHANGES = 20
PAUSE = 1.5
"""Seconds between the first answer and the first file, in which the server loads the rules."""


def session(
    path: Path, pause: float, environment: dict[str, str], changes: int = CHANGES
) -> tuple[float, float, float, float]:
    """Seconds to the answer to `initialize`, from opening to findings, from a change to findings, and of the processor in all."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    command = [sys.executable, "-m", "newsfacts", "lsp"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        write, read = server.stdin, server.stdout

        def exchange(*messages: dict[str, Any], answers: bool = True) -> float:
            begin = time.perf_counter()
            for message in messages:
                write.write(encoded(message))
            write.flush()
            if answers:
                read_message(read)
            return time.perf_counter() - begin

        root = path.parent.as_uri()
        exchange({"id": 1, "method": "initialize", "params": {"capabilities": {}, "rootUri": root}})
        ready = time.perf_counter() - started
        exchange({"method": "initialized", "params": {}}, answers=False)
        time.sleep(pause)
        item = {"uri": path.as_uri(), "languageId": "facts", "version": 1, "text": path.read_text(encoding="utf-8")}
        opened = exchange({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        end = {"line": 10_000, "character": 0}
        change = {"range": {"start": end, "end": end}, "text": " It rained."}
        about = {"textDocument": {"uri": path.as_uri(), "version": 2}, "contentChanges": [change]}
        changed = [exchange({"method": "textDocument/didChange", "params": about}) for _ in range(changes)]
        exchange({"id": 2, "method": "shutdown"})
        exchange({"method": "exit"}, answers=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return ready, opened, statistics.median(changed or [0.0]), processor


def main() -> None:
    parser = parser_of(__doc__)
    parser.add_argument(
        "file", nargs="?", type=text_file, default=SAMPLE, help="the file to open (default: %(default)s)"
    )
    path = parser.parse_args().file.absolute()
    with tempfile.TemporaryDirectory() as folder:
        source = str(Path(newsfacts.__file__).parent.parent)
        environment = {**os.environ, "PYTHONPATH": source, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        session(path, PAUSE, environment)  # writes bytecode
        for pause in (PAUSE, 0.0):
            runs = [session(path, pause, environment) for _ in range(RUNS)]
            ready, opened, changed, _ = (statistics.median(each) * 1000 for each in zip(*runs, strict=True))
            when = f"{pause} s after the first answer" if pause else "at once"
            print(
                f"opened {when}: ready {ready:.0f} ms, first findings {opened:.0f} ms, after a change {changed:.1f} ms"
            )
        runs = [session(path, 0.0, environment, changes=0) for _ in range(RUNS)]
        print(
            f"processor time of a session up to the first findings, opened at once: {statistics.median(r[3] for r in runs) * 1000:.0f} ms"
        )


if __name__ == "__main__":
    main()
