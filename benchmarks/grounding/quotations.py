"""Prints how many quotations are right, way by way: fair ones verified, altered ones not, and limits outside of them warned about.

PYTHONPATH=src python benchmarks/grounding/quotations.py            newsfacts
PYTHONPATH=src python benchmarks/grounding/quotations.py --peers    and other packages, as far as they are installed
PYTHONPATH=src python benchmarks/grounding/quotations.py --wrong    with every quotation that is not right

The cases are in `quotations.yaml`; give another file, such as `quotations_later.yaml`, for others. The packages of others say how similar the words are to the nearest place; what counts as
verified with them is the score that their documentation suggests, or 95 of 100.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from newsfacts import PreparedSource, verify_quote

CASES = Path(__file__).with_name("quotations.yaml")
Verdict = Callable[[str, str], bool]


def cases(group: Mapping[str, list[list[str]]]) -> Iterator[tuple[str, str, str]]:
    """Way, source and words of every case."""
    for way, listed in group.items():
        for source, words in listed:
            yield way, source, words


def newsfacts_verdict(sources: Mapping[str, str]) -> Verdict:
    """Whether newsfacts verifies words."""
    prepared = {text: PreparedSource(text) for text in sources.values()}
    return lambda words, text: verify_quote(words, prepared[text]).verified


def exact_verdict(words: str, text: str) -> bool:
    """Whether words are in a text, apart from white space: what a first script does."""
    return " ".join(words.strip('“”"').split()) in " ".join(text.split())


def rapidfuzz_verdict() -> Verdict:
    """The nearest place by edit distance."""
    fuzz = importlib.import_module("rapidfuzz.fuzz")
    return lambda words, text: bool(fuzz.partial_ratio(words.lower(), text.lower()) >= 95)


def fuzzysearch_verdict() -> Verdict:
    """Any place within one twentieth of the length."""
    search = importlib.import_module("fuzzysearch").find_near_matches
    return lambda words, text: bool(search(words, text, max_l_dist=max(1, len(words) // 20)))


def quotecheck_verdict() -> Verdict:
    """Its `check`; what it calls drift, similar words, is not verified."""
    check = importlib.import_module("quotecheck").check
    return lambda words, text: bool(check(words.strip('“”"'), text).ok)


def reanchor_verdict() -> Verdict:
    """Its search for a quotation without context, whatever method finds it."""
    package = importlib.import_module("reanchor")

    def says(words: str, text: str) -> bool:
        found = package.resolve_quote(text, package.TextQuoteSelector(exact=words.strip('“”"')))
        return found is not None

    return says


PEERS: Mapping[str, Callable[[], Verdict]] = {
    "quotecheck": quotecheck_verdict,
    "reanchor": reanchor_verdict,
    "rapidfuzz": rapidfuzz_verdict,
    "fuzzysearch": fuzzysearch_verdict,
}


def print_group(
    name: str, group: Mapping[str, Any], sources: Mapping[str, str], verdicts: Mapping[str, Verdict]
) -> None:
    """A row for every way, and one for all of them."""
    expected = name == "fair"
    print(f"\n{name:<52}{'cases':>6}" + "".join(f"{verdict:>13}" for verdict in verdicts))
    totals = dict.fromkeys(verdicts, 0)
    for way, listed in group.items():
        right = {
            verdict: sum(says(words, sources[source]) is expected for source, words in listed)
            for verdict, says in verdicts.items()
        }
        totals = {verdict: totals[verdict] + right[verdict] for verdict in verdicts}
        print(f"{way:<52}{len(listed):>6}" + "".join(f"{right[verdict]:>13}" for verdict in verdicts))
    count = sum(map(len, group.values()))
    print(f"{'right':<52}{count:>6}" + "".join(f"{totals[verdict]:>13}" for verdict in verdicts))


def print_limits(data: Mapping[str, Any], sources: Mapping[str, str], *, wrong: bool) -> None:
    """How often a limit is warned about, where there is one and where there is none; with each case where `wrong`."""
    for group, what in (("limits", "limits outside, warned about"), ("fair", "fair ones with a warning")):
        found = [(way, words, verify_quote(words, sources[source])) for way, source, words in cases(data[group])]
        print(f"{what:<52}{len(found):>6}{sum(bool(one.warnings) for _, _, one in found):>13}")
        for way, words, one in found:
            if wrong and bool(one.warnings) is (group == "fair"):
                print(f"    {way}: {words!r}: {one.warning or one}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("file", nargs="?", type=Path, default=CASES)
    arguments = parser.parse_args()
    data: dict[str, Any] = yaml.safe_load(arguments.file.read_text(encoding="utf-8"))
    sources: dict[str, str] = data["sources"]
    verdicts: dict[str, Verdict] = {"newsfacts": newsfacts_verdict(sources)}
    if arguments.peers:
        verdicts["exact words"] = exact_verdict
        for name, make in PEERS.items():
            try:
                verdicts[name] = make()
            except ImportError:
                print(f"{name} is not installed")
    for group in ("fair", "altered"):
        print_group(group, data[group], sources, verdicts)
        for way, source, words in cases(data[group]) if arguments.wrong else ():
            found = verify_quote(words, sources[source])
            if found.verified is not (group == "fair"):
                print(f"    {way}: {words!r}: {found}")
    print()
    print_limits(data, sources, wrong=arguments.wrong)


if __name__ == "__main__":
    main()
