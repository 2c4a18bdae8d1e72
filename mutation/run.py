"""Makes small mistakes in the core modules, one at a time, and says which of them no test notices.

    pip install mutmut==3.8.1
    python mutation/run.py --seed 1 --sample 50               fifty mutants of each core module
    python mutation/run.py --module text/spans                all mutants of one module
    python mutation/run.py --seed 1 --sample 50 --check       fails for a survivor that `survivors.toml` does not list

`modules.toml` says which modules are the core and which tests are run for each. A mutant is noticed when a test fails, when the
module cannot be imported, or when the tests take far longer, or far more memory, than without it. Every mutant that is not noticed
is printed with its place. `survivors.toml` lists those for which no test is wanted, each with the reason.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]  # so that this file runs as a script

from mutation.mutants import Mutant, sample  # noqa: E402 - needs the path
from mutation.processes import processor_time, share_bytecode  # noqa: E402 - needs the path
from mutation.testing import SECONDS_MORE, TIMES_AS_LONG, noticed_anew, noticed_fast  # noqa: E402 - needs the path

HERE = Path(__file__).parent


@attrs.frozen
class Score:
    """What became of the mutants of a module."""

    module: str
    mutants: int
    survivors: tuple[Mutant, ...]
    seconds: float
    """Processor time."""

    @property
    def percent(self) -> float:
        """How many of the mutants were noticed."""
        return 100 * (self.mutants - len(self.survivors)) / self.mutants if self.mutants else 100.0


def score(module: str, tests: Sequence[str], seed: int, size: int | None) -> Score:
    """Run the tests for a sample of the mutants of a module, and print those that no test notices.

    Raises:
        TestsDoNotRun: without any mutant, the tests fail.
    """
    started = processor_time()
    mutants = sample(module, seed, size)
    noticed = noticed_fast(mutants, tests)
    limit = (processor_time() - started) * TIMES_AS_LONG + SECONDS_MORE
    survivors = []
    for number, mutant in enumerate(mutants):
        if not (noticed[number] if number in noticed else noticed_anew(mutant, tests, limit)):
            survivors.append(mutant)
            print(f"survived: {mutant}", flush=True)
    return Score(module, len(mutants), tuple(survivors), processor_time() - started)


def unlisted(survivors: Iterable[Mutant]) -> list[Mutant]:
    """Those for which `survivors.toml` has no reason."""
    listed = {(item["module"], item["place"], item["old"], item["new"]) for item in listed_survivors()}
    return [item for item in survivors if (item.module, item.place, item.old, item.new) not in listed]


def listed_survivors() -> list[dict[str, str]]:
    """The entries of `survivors.toml`."""
    content = tomllib.loads((HERE / "survivors.toml").read_text(encoding="utf-8"))
    return list(content.get("survivor", []))


def tests_of_modules() -> Mapping[str, Sequence[str]]:
    """The table of `modules.toml`: the tests of each core module, in the order in which they are run."""
    content = tomllib.loads((HERE / "modules.toml").read_text(encoding="utf-8"))
    return {module: tuple(tests) for module, tests in content["modules"].items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """What the command line does; the exit status is 1 where `--check` finds a survivor that is not listed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--module", action="append", metavar="PATH", help="as in modules.toml; may be repeated")
    parser.add_argument("--tests", nargs="+", metavar="PATH", help="instead of those in modules.toml")
    parser.add_argument("--seed", type=int, default=1, help="which mutants are drawn (1)")
    parser.add_argument("--sample", type=int, metavar="N", help="how many mutants of each module (all)")
    parser.add_argument("--check", action="store_true", help="fail for a survivor that is not in survivors.toml")
    options = parser.parse_args(arguments)

    table = tests_of_modules()
    os.chdir(ROOT)
    scores = []
    with tempfile.TemporaryDirectory() as folder:
        share_bytecode(folder)
        for module in options.module or table:
            scores.append(score(module, options.tests or table[module], options.seed, options.sample))
            print(line(scores[-1]), flush=True)
    if len(scores) > 1:
        print("\n" + "\n".join(line(item) for item in scores))
    new = unlisted(mutant for item in scores for mutant in item.survivors)
    print(f"{len(new)} of the survivors are not in survivors.toml")
    return int(options.check and bool(new))


def line(item: Score) -> str:
    """One line of the report."""
    noticed = item.mutants - len(item.survivors)
    return f"{item.module:40} {noticed:4} of {item.mutants:4} noticed  {item.percent:5.1f} %  {item.seconds:5.0f} s"


if __name__ == "__main__":
    sys.exit(main())
