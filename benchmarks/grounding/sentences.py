"""How often `supports` says of a short sentence and its source what a reader said before.

    PYTHONPATH=src python benchmarks/grounding/sentences.py            the figures
    PYTHONPATH=src python benchmarks/grounding/sentences.py --wrong    with every pair that is judged otherwise

`sentences.tsv` has pairs written for this project. The first half was used to improve the code, and the second half was run once after that.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

from newsfacts import supports

PAIRS = Path(__file__).with_name("sentences.tsv")


def kind_of(wanted: str, found: str) -> str:
    """What a verdict is worth: a wrong `supported` is worst, and a pair left undecided does no harm."""
    if found == wanted:
        return "right"
    return f"{found}, and not so" if found in ("supported", "contradicted", "says more") else "undecided or unlike"


def main() -> None:
    """Print the figures of each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list the pairs that are judged otherwise")
    arguments = parser.parse_args()
    counts: dict[str, Counter[str]] = {"first": Counter(), "second": Counter()}
    with PAIRS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found = supports(row["statement"], row["source"])
            kind = kind_of(row["outcome"], str(found.outcome))
            counts[row["half"]][kind] += 1
            if arguments.wrong and kind != "right":
                print(
                    f"  {row['outcome']}, judged as {found.outcome}: {row['statement']} | {row['source']} | {found.because}"
                )
    for half, kinds in counts.items():
        print(
            f"{half} half, {sum(kinds.values())} pairs: "
            + ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
        )


if __name__ == "__main__":
    main()
