"""Run pyright over what users write, and measure how much of the public surface has types: `python tests/typing/verify.py`.

Needs pyright (the extra `lint`) and newsfacts installed, not only in the path, in the environment that runs this.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

AT_LEAST = 100.0
"""Percent of the symbols that `newsfacts` exports whose types are known. It only goes up."""

API = Path(__file__).with_name("api.py")


def pyright(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it on this environment, which `--verifytypes` finds by the path alone, whatever `--pythonpath` says."""
    env = {**os.environ, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])}
    command = [sys.executable, "-m", "pyright", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=env)


def main() -> int:
    checked = pyright(str(API))
    if checked.returncode != 0:
        print(checked.stdout + checked.stderr)
        return 1
    measured = pyright("--verifytypes", "newsfacts", "--ignoreexternal", "--outputjson")
    report = json.loads(measured.stdout)
    completeness = report["typeCompleteness"]
    score = 100 * completeness["completenessScore"]
    if score < AT_LEAST:
        for symbol in completeness["symbols"]:
            if symbol["isExported"] and not symbol["isTypeKnown"]:
                print(*(f"{symbol['name']}: {problem['message']}" for problem in symbol["diagnostics"]), sep="\n")
    print(f"{score:.1f} % of the public surface has known types; at least {AT_LEAST:g} % must have them")
    return 1 if score < AT_LEAST else 0


if __name__ == "__main__":
    sys.exit(main())
