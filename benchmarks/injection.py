"""How many planted inconsistencies are found, at their place and alone.

    python benchmarks/injection.py [TIMES] [SEED]

Plants each kind 100 times by default into clean documents at random places. Prints a row for each rule,
and every miss.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from _command_line import parser_of, positive_number

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.injection.measuring import measure


def main(times: int, seed: int) -> None:
    """Print the table."""
    began = time.perf_counter()
    planted = found = disturbed = 0
    print("code  planted  found  other errors  other warnings")
    with tempfile.TemporaryDirectory() as folder:
        for row in measure(times, seed, Path(folder)):
            hits = row.planted - len(row.missed)
            print(f"{row.code:<5} {row.planted:7} {hits:6} {len(row.disturbed):13} {len(row.warned):15}")
            for trial in row.missed:
                print(f"      missed, {trial.way} in {trial.document}: {[str(finding) for finding in trial.others]}")
            planted, found, disturbed = planted + row.planted, found + hits, disturbed + len(row.disturbed)
    print(f"{found:,} of {planted:,} found ({100 * found / planted:.2f} %), {disturbed} with another error")
    print(f"{time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    parser = parser_of(__doc__)
    parser.add_argument(
        "times",
        nargs="?",
        type=positive_number,
        default=100,
        help="how often each kind is planted (default: %(default)s)",
    )
    parser.add_argument("seed", nargs="?", type=int, default=1, help="of the random places (default: %(default)s)")
    given = parser.parse_args()
    main(given.times, given.seed)
