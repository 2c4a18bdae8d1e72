"""Tries to break newsfacts with inputs made for it, and prints how many it tried, by target.

    python fuzz/run.py --minutes 10                        every target in turn, with mutated inputs
    python fuzz/run.py --inputs 200 --seed 1               a fixed number for each target: the same on every machine
    python fuzz/run.py --targets facts,ground --minutes 5
    python fuzz/run.py --engine atheris --targets time     guided by coverage (pip install atheris), one target a process

An input fails when anything but a `NewsfactsError` is raised, when a law of its target does not hold, when it takes more
than a second of processor time and one more for each 100 KB, or when it needs more memory than there is room for. It is written to
`fuzz/failures/`, with the traceback on standard error; the exit status is 1. Each failure that is fixed becomes a test
with a name, and its input a seed.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType

import attrs

sys.path[:0] = [str(Path(__file__).parents[1])]  # so that this file runs as a script

from fuzz.mutations import mutated, mutated_bytes  # noqa: E402 - needs the path
from fuzz.targets import TARGETS, Target  # noqa: E402 - needs the path

FAILURES = Path(__file__).parent / "failures"
MEMORY = 4 * 1024**3
"""Bytes that the process may have."""
SECONDS = 1.0
BYTES_A_SECOND = 100_000
HANG = 60
"""Seconds on the clock after which an input is given up."""
WARMING = 3
"""The first inputs of a target import modules and compile patterns; their time does not count."""


class Hang(Exception):
    """An input took too long to wait for its end."""


@attrs.define
class Count:
    """What happened to the inputs of a target."""

    inputs: int = 0
    failures: int = 0
    slowest: float = 0.0


def give_up(_: int, __: FrameType | None) -> None:
    raise Hang(f"no end after {HANG} s")


@contextlib.contextmanager
def limited_time() -> Iterator[None]:
    signal.alarm(HANG)
    try:
        yield
    finally:
        signal.alarm(0)


def try_input(target: Target, data: bytes, count: Count) -> str | None:
    """What is wrong with how newsfacts deals with an input, or None."""
    started = time.process_time()
    try:
        with limited_time():
            target.run(data)
    except Exception:
        return traceback.format_exc()
    finally:
        count.inputs += 1
    taken = time.process_time() - started
    if count.inputs <= WARMING:
        return None
    count.slowest = max(count.slowest, taken)
    allowed = SECONDS + len(data) / BYTES_A_SECOND
    return f"{taken:.1f} s for {len(data):,} bytes, where {allowed:.1f} s are allowed\n" if taken > allowed else None


def keep(target: Target, data: bytes, wrong: str) -> None:
    FAILURES.mkdir(exist_ok=True)
    path = FAILURES / f"{target.name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    print(f"\n{target.name}: {path}\n{wrong}", file=sys.stderr, flush=True)


def fuzz(target: Target, chance: random.Random, count: Count, *, inputs: int | None, until: float) -> None:
    """Try the seeds of a target, then changes of them; inputs that did something new are not looked for."""
    seeds = list(target.seeds())
    for number in range(inputs if inputs is not None else sys.maxsize):
        if time.monotonic() > until:
            return
        if inputs is None and number < len(seeds):
            data = seeds[number]
        elif target.is_text:
            first, second = (chance.choice(seeds).decode("utf-8", "replace") for _ in range(2))
            data = mutated(first, second, chance).encode()
        else:
            data = mutated_bytes(chance.choice(seeds), chance.choice(seeds), chance)
        wrong = try_input(target, data, count)
        if wrong is not None:
            count.failures += 1
            keep(target, data, wrong)


def guided(target: Target, seconds: int) -> None:
    """Let atheris choose inputs by the code that they reach. It ends the process."""
    import atheris

    FAILURES.mkdir(exist_ok=True)
    corpus = Path(__file__).parent / "corpus" / target.name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number:04d}").write_bytes(seed)
    atheris.instrument_all()
    options = [
        "-timeout=30",
        "-max_len=20000",
        f"-max_total_time={seconds}",
        f"-artifact_prefix={FAILURES}/{target.name}-",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], target.run)
    atheris.Fuzz()


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="fuzz/run.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=1.0, help="how long, all targets together (default: 1)")
    parser.add_argument("--inputs", type=int, help="how many for each target, instead of --minutes")
    parser.add_argument("--targets", help=f"names with commas between them: {', '.join(TARGETS)}")
    parser.add_argument("--seed", type=int, default=0, help="of the random numbers (default: 0)")
    parser.add_argument("--engine", choices=("mutation", "atheris"), default="mutation")
    found = parser.parse_args(words)
    names = found.targets.split(",") if found.targets else list(TARGETS)
    unknown = [name for name in names if name not in TARGETS]
    if unknown:
        parser.error(f"there is no target {unknown[0]!r}; there are {', '.join(TARGETS)}")
    if found.engine == "atheris" and len(names) != 1:
        parser.error("atheris takes one of --targets at a time")
    found.names = names
    return found


def main(words: Sequence[str] | None = None) -> int:
    given = arguments(words)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
    if given.engine == "atheris":  # it has a timer of its own, which sends the same signal
        guided(TARGETS[given.names[0]], int(given.minutes * 60))
        return 0
    signal.signal(signal.SIGALRM, give_up)
    counts = {name: Count() for name in given.names}
    for name, count in counts.items():
        chance = random.Random(f"{given.seed} {name}")
        share = given.minutes * 60 / len(counts)
        until = time.monotonic() + share if given.inputs is None else float("inf")
        fuzz(TARGETS[name], chance, count, inputs=given.inputs, until=until)
        print(
            f"{name:16} {count.inputs:>10,} inputs {count.failures:>5} failures   slowest {count.slowest:6.2f} s",
            flush=True,
        )
    total = sum(count.inputs for count in counts.values())
    failures = sum(count.failures for count in counts.values())
    print(f"{'together':16} {total:>10,} inputs {failures:>5} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
